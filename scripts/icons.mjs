// Draws assets/icon-*.png from assets/icon.svg in the sizes that the manifest and the store ask for.
import { readFile, writeFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { findBrowser } from "./find-browser.mjs";

const sizes = [16, 20, 24, 32, 40, 48, 64, 80, 96, 128];
const svg = await readFile(new URL("../assets/icon.svg", import.meta.url), "utf8");
const browser = await chromium.launch({ executablePath: await findBrowser(), args: ["--no-sandbox"] });
const page = await browser.newPage();
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  await writeFile(
    new URL(`../assets/icon-${size}.png`, import.meta.url),
    await page.screenshot({ omitBackground: true }),
  );
}
await browser.close();
