import { defineConfig } from "@playwright/test";

const executablePath = process.env.CHROME_PATH;
const baseURL = process.env.WORKBENCH_URL;
if (!executablePath || !baseURL) throw new Error("Run the browser tests by `npm run test:browser`.");

export default defineConfig({
  testDir: "test/browser",
  outputDir: "test-results",
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 1,
  forbidOnly: true,
  reporter: "list",
  use: {
    baseURL,
    viewport: { width: 1400, height: 900 },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
