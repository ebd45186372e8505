// The pictures of README and docs, taken by a user's steps in the workbench: npm run screenshots. Arguments: a folder
// for the pictures, instead of docs/images.
/* global window -- in the functions that run in the page */
import { chromium } from "@playwright/test";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildAddIn } from "./build-addin.mjs";
import { buildWorkbench } from "./build-workbench.mjs";
import { findBrowser } from "./find-browser.mjs";
import { serve } from "./serve.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const folder = path.resolve(process.argv[2] ?? path.join(root, "docs", "images"));
const file = (name) => path.join(folder, `${name}.png`);

/** Opens the workbench in a theme and waits for the add-in. */
async function open(browser, url, theme) {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    colorScheme: theme === "dark" ? "dark" : "light",
    forcedColors: theme === "forced-colors" ? "active" : "none",
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => "workbench" in window);
  await page.locator("#pane-frame .pane-message").waitFor({ state: "hidden" });
  return { page, pane: page.frameLocator("#pane-frame iframe") };
}

/** From the equity book to the preview: sell 32 ES. */
async function planHedge({ page, pane }) {
  await page.evaluate(() => {
    const { engine } = window.workbench;
    engine.select([{ sheet: engine.activeSheet(), row: 3, column: 0, rows: 21, columns: 6 }]);
  });
  await page.getByRole("toolbar", { name: "Add-in commands" }).getByRole("button", { name: "Hedge" }).click();
  await pane.getByRole("button", { name: "Skip" }).click();
  await pane.getByRole("button", { name: "Use selection" }).click();
  await pane.getByLabel("Contract", { exact: true }).selectOption("ES");
  await pane.getByLabel("Price of ES").fill("5000");
  await pane.getByLabel("Target beta", { exact: true }).fill("0.5");
  await pane.getByText("Sell 32 ES").first().waitFor();
}

async function build({ page, pane }) {
  await pane.getByRole("button", { name: "Build hedge sheet" }).click();
  await pane.getByRole("button", { name: "Show sheet" }).click();
  // The chart is drawn when its cells are calculated, and the grid a frame later.
  await page.evaluate(() => window.workbench.engine.settle());
  await page.waitForTimeout(2_000);
}

try {
  mkdirSync(folder, { recursive: true });
  const executablePath = await findBrowser();
  await buildWorkbench();
  buildAddIn();
  const { url, stop } = await serve(0);
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    for (const theme of ["light", "dark", "forced-colors"]) {
      const user = await open(browser, url, theme);
      await planHedge(user);
      await user.page.locator("#pane").screenshot({ path: file(`pane-${theme}`) });
      if (theme === "light") {
        await build(user);
        await user.page.screenshot({ path: file("workbench") });
      }
      await user.page.context().close();
    }
  } finally {
    await browser.close();
    stop();
  }
  console.log(`The pictures are in ${path.relative(process.cwd(), folder) || "."}.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
