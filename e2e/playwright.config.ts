import { defineConfig, devices } from "@playwright/test";
import { BROWSER_ARGUMENTS } from "./browser-arguments.ts";

const PORT = Number(process.env.E2E_PORT ?? 4319);
const ADDRESS = `http://127.0.0.1:${PORT}/`;

const LIVE = /live\.spec\.ts$/;

export default defineConfig({
  testDir: ".",
  outputDir: "../node_modules/.cache/browser-tests",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  globalTimeout: 15 * 60_000,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [["list"], ["json"]] : [["list"]],
  // Drags are timed by the page itself: they run last and alone, so that no other test takes their processor.
  projects: [
    { name: "app", testIgnore: LIVE },
    { name: "live", testMatch: LIVE, dependencies: ["app"], fullyParallel: false },
  ],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: ADDRESS,
    viewport: { width: 1440, height: 900 },
    // Behind one, tests could not stand in for the network.
    serviceWorkers: "block",
    launchOptions: {
      executablePath: process.env.CHROME_PATH,
      args: [...BROWSER_ARGUMENTS],
    },
  },
  webServer: {
    command: `node .ci/serve-dist.mjs ${PORT}`,
    cwd: "..",
    url: ADDRESS,
    reuseExistingServer: false,
  },
});
