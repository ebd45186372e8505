// A user in the workbench: finds a browser, builds, serves on a free port, runs Playwright. Arguments go to Playwright.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { buildAddIn } from "./build-addin.mjs";
import { buildWorkbench } from "./build-workbench.mjs";
import { findBrowser } from "./find-browser.mjs";
import { serve } from "./serve.mjs";

const playwright = createRequire(import.meta.url).resolve("@playwright/test/cli");

try {
  const browser = await findBrowser();
  await buildWorkbench();
  buildAddIn();
  const { url, stop } = await serve(0);
  const env = { ...process.env, CHROME_PATH: browser, WORKBENCH_URL: url };
  const tests = spawn(process.execPath, [playwright, "test", ...process.argv.slice(2)], {
    stdio: "inherit",
    env,
  });
  process.exitCode = await new Promise((resolve) => {
    tests.on("exit", (code) => resolve(code ?? 1));
  });
  stop();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
