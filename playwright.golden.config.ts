import { defineConfig } from "@playwright/test";
import browser from "./playwright.config";

// What a user downloads from the workbench, given to LibreOffice. Run by `npm run test:golden`.
export default defineConfig(browser, { testDir: "test/golden", testMatch: "*.browser.ts" });
