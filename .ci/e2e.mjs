import { spawnSync } from "node:child_process";
import { ensureBrowser } from "./find-browser.mjs";

process.env.CHROME_PATH = await ensureBrowser();
const steps = [
  ["vite", "build", "--logLevel", "warn"],
  ["playwright", "test", "-c", "e2e/playwright.config.ts", ...process.argv.slice(2)],
];
for (const step of steps) {
  const { status } = spawnSync("npx", ["--no-install", ...step], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
