import { defineConfig, devices } from "@playwright/test";
import { BROWSER_ARGUMENTS } from "./browser-arguments.ts";

const PORT = Number(process.env.E2E_PORT ?? 4319);
const ADDRESS = `http://127.0.0.1:${PORT}/`;

export default defineConfig({
  testDir: ".",
  outputDir: "../node_modules/.cache/browser-tests",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Tests wait for states, and a busy machine may be long about one; a test that hangs is stopped by its own limit. There is
  // none for all of them together.
  timeout: 600_000,
  expect: { timeout: 120_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [["list"], ["json"]] : [["list"]],
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
    timeout: 300_000,
    reuseExistingServer: false,
  },
});
