import type { Page } from "@playwright/test";
import { expect, type Workbench } from "./workbench";

/** The add-in names the sheet after the book. */
export const HEDGE_SHEET = "Hedge Equity book";

/** Selects the equity book, opens the pane and fills in what the hedge needs. */
export async function planHedge(workbench: Workbench, { targetBeta }: { targetBeta: string }): Promise<void> {
  await workbench.select("A4:F24");
  await workbench.openPane();
  const { pane } = workbench;
  await pane.getByRole("button", { name: "Use selection" }).click();
  await pane.getByLabel("Contract", { exact: true }).selectOption("ES");
  await pane.getByRole("textbox", { name: "Price of ES" }).fill("5000");
  await pane.getByLabel("Target beta", { exact: true }).fill(targetBeta);
}

export async function buildFromEquityBook(
  workbench: Workbench,
  choice: { targetBeta: string },
): Promise<void> {
  await planHedge(workbench, choice);
  await workbench.pane.getByRole("button", { name: "Build hedge sheet" }).click();
  await expect(workbench.pane.getByRole("button", { name: "Show sheet" })).toBeVisible();
}

/** Clicks on Download .xlsx and gives the file's path. */
export async function download(page: Page): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download .xlsx" }).click(),
  ]);
  return file.path();
}
