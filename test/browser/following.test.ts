import { buildFromEquityBook, HEDGE_SHEET, planHedge } from "./equity-book";
import { expect, test, type Workbench } from "./workbench";

/** The bar of the pane follows the book without a click in the pane. */
async function expectHeadline({ pane }: Workbench, text: string): Promise<void> {
  await expect(pane.locator(".hs-headline")).toHaveText(text);
}

/** Counts what a user of a screen reader would be told, and what would make the pane jump. */
async function watchPane(
  workbench: Workbench,
): Promise<() => Promise<{ spinners: number; mounted: number }>> {
  const frame = await workbench.addIn();
  const handle = await frame.evaluateHandle(() => {
    const seen = { spinners: 0, mounted: 0 };
    new MutationObserver((changes) => {
      for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (!(node instanceof Element)) continue;
        if (node.matches(".hs-busy") || node.querySelector(".hs-busy")) seen.spinners++;
        if (node.matches("section")) seen.mounted++;
      }
    }).observe(document.body, { childList: true, subtree: true });
    return seen;
  });
  return () => handle.jsonValue();
}

// 10,000,000 at a beta of 1.30 (13,000,000 of exposure), hedged to 0.50 with ES at 5,000 (250,000 each): −32.
test("another value in the book moves the preview; what was typed and what was unfolded stay", async ({
  workbench,
  page,
}) => {
  const { pane } = workbench;
  await planHedge(workbench, { targetBeta: "0.5" });
  await expectHeadline(workbench, "Sell 32 ES: beta 1.30 → 0.50");
  await pane.getByRole("button", { name: "2 Columns" }).click();
  await expect(pane.getByLabel("Quantity")).toBeVisible();
  const scroll = () => pane.locator(".hs-main").evaluate(({ scrollTop }) => scrollTop);
  const before = await scroll();
  const seen = await watchPane(workbench);

  // F5 is the beta of C5 × D5 = 3,695 × 270 = 997,650.
  const [[shares, price, value, beta] = []] = await workbench.values("C5:F5");
  expect([shares, price, value]).toEqual([3_695, 270, 997_650]);
  await workbench.type("F5", "3");
  // Exposure 13,000,000 + (3 − beta) × 997,650; less 0.5 × 10,000,000; over 250,000.
  const contracts = Math.round((8_000_000 + (3 - Number(beta)) * 997_650) / 250_000);
  await expect(pane.locator(".hs-headline")).toContainText(`Sell ${contracts} ES`);
  expect(contracts).toBeGreaterThan(32);

  await workbench.type("C5", "0");
  await expect(pane.locator(".hs-headline")).not.toContainText(`Sell ${contracts} ES`);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expectHeadline(workbench, "Sell 32 ES: beta 1.30 → 0.50");

  // Who types in the book has selected nothing else to be hedged.
  await expect(pane.getByText("You have selected something else.")).toHaveCount(0);
  await expect(pane.getByLabel("Price of ES")).toHaveValue("5000");
  await expect(pane.getByLabel("Target beta", { exact: true })).toHaveValue("0.5");
  await expect(pane.getByLabel("Quantity")).toBeVisible();
  expect(await scroll()).toBe(before);
  expect(await seen()).toEqual({ spinners: 0, mounted: 0 });

  await workbench.select("A10:F14");
  await expect(pane.getByText("You have selected something else.")).toBeVisible();
});

test("a cell outside the range moves the preview when a holding is calculated from it", async ({
  workbench,
}) => {
  await planHedge(workbench, { targetBeta: "0.5" });
  await expectHeadline(workbench, "Sell 32 ES: beta 1.30 → 0.50");
  await workbench.type("D5", "=H2");
  await expect(workbench.pane.locator(".hs-headline")).not.toHaveText("Sell 32 ES: beta 1.30 → 0.50");
  await workbench.type("H2", "270");
  await expectHeadline(workbench, "Sell 32 ES: beta 1.30 → 0.50");
});

test("a row put into the range and filled is in the preview, and in the sheet built then", async ({
  workbench,
}) => {
  const { pane } = workbench;
  await planHedge(workbench, { targetBeta: "0" });
  await expectHeadline(workbench, "Sell 52 ES: beta 1.30 → 0.00");
  await workbench.insertRowAbove(10);
  await expect(pane.getByText("Equity book!A4:F25")).toBeVisible();
  await workbench.type("A10", "NEWCO");
  await workbench.type("E10", "500000");
  await workbench.type("F10", "1");
  // 13,500,000 ÷ 250,000 = 54 ES.
  await expect(pane.locator(".hs-headline")).toContainText("Sell 54 ES");
  await expect(pane.getByText("21 rows", { exact: false }).first()).toBeVisible();

  // Typed and built at once: the sheet is built of what the book holds then.
  await workbench.type("E10", "1500000");
  await pane.getByRole("button", { name: "Build hedge sheet" }).click();
  await expect(pane.getByText(`Built “${HEDGE_SHEET}”.`)).toBeVisible();
  await workbench.namedBecomes("PortfolioValue", 11_500_000, HEDGE_SHEET);
  await workbench.namedBecomes("ContractsToTrade_ES", -58, HEDGE_SHEET);
  await expect(pane.locator(".hs-headline")).toContainText("Sell 58 ES");

  await workbench.showSheet("Equity book");
  await workbench.deleteRow(10);
  // 13,000,000 ÷ 250,000 = 52 ES, as before.
  await expect(pane.locator(".hs-headline")).toContainText("Sell 52 ES");
});

/** What the pane says of holdings right below the range. */
function below({ pane }: Workbench) {
  return pane.locator(".hs-below");
}

test("a holding typed right below the last one is said not to be hedged, and is taken in by a click", async ({
  workbench,
}) => {
  const { pane } = workbench;
  await planHedge(workbench, { targetBeta: "0.5" });
  await expectHeadline(workbench, "Sell 32 ES: beta 1.30 → 0.50");
  // The totals row follows, and is no holding.
  await expect(below(workbench)).toHaveCount(0);

  await workbench.insertRowAbove(25);
  await workbench.expectValue("A26", "Total");
  await workbench.type("A25", "NEWCO");
  await workbench.type("F25", "2");
  await workbench.type("E25", "1000000");
  await expect(below(workbench)).toContainText(
    "Row 25 (NEWCO), right below the holdings, is not among them.",
  );
  await expect(pane.locator("[aria-live=polite]").filter({ has: below(workbench) })).toHaveCount(1);
  await expectHeadline(workbench, "Sell 32 ES: beta 1.30 → 0.50");
  await expect(pane.getByText("Equity book!A4:F24", { exact: true })).toBeVisible();
  // It goes along with rows that come and go above it.
  await workbench.insertRowAbove(10);
  await expect(below(workbench)).toContainText("Row 26 (NEWCO)");
  await workbench.deleteRow(10);
  await expect(below(workbench)).toContainText("Row 25 (NEWCO)");

  await pane.getByRole("button", { name: "Take it in" }).click();
  // 13,000,000 + 2 × 1,000,000 of exposure, less 0.5 × 11,000,000: 9,500,000 ÷ 250,000. Beta 15 ÷ 11.
  await expectHeadline(workbench, "Sell 38 ES: beta 1.36 → 0.50");
  await expect(below(workbench)).toHaveCount(0);
  await expect(pane.getByText("Equity book!A4:F25", { exact: true })).toBeVisible();
  await expect(pane.getByLabel("Price of ES")).toHaveValue("5000");

  await pane.getByRole("button", { name: "Build hedge sheet" }).click();
  await expect(pane.getByText(`Built “${HEDGE_SHEET}”.`)).toBeVisible();
  await workbench.namedBecomes("PortfolioValue", 11_000_000, HEDGE_SHEET);
  await workbench.namedBecomes("ContractsToTrade_ES", -38, HEDGE_SHEET);
  // From now on it is followed: 13,000,000 + 2 × 2,000,000, less 0.5 × 12,000,000: 11,000,000 ÷ 250,000.
  await workbench.showSheet("Equity book");
  await workbench.type("E25", "2000000");
  await expect(pane.locator(".hs-headline")).toContainText("Sell 44 ES");
  await workbench.namedBecomes("ContractsToTrade_ES", -44, HEDGE_SHEET);
});

test("a holding below the book of a hedge sheet is taken in by the keyboard, and the sheet updated with it", async ({
  workbench,
  page,
}) => {
  const { pane } = workbench;
  await buildFromEquityBook(workbench, { targetBeta: "0" });
  await workbench.showSheet("Equity book");
  // In the place of the totals row.
  await workbench.select("A25:F25");
  await page.keyboard.press("Delete");
  await workbench.expectValue("A25", "");
  await workbench.type("A25", "NEWCO");
  await workbench.type("F25", "1");
  await workbench.type("C25", "5000");
  await workbench.type("D25", "100");
  await expect(below(workbench)).toContainText("has a quantity and a price, but no value yet.");
  await expect(below(workbench).getByRole("button")).toHaveCount(0);
  await workbench.type("E25", "=C25*D25");
  await expect(below(workbench)).toContainText("is not among them.");
  await expect(pane.locator(".hs-headline")).toContainText("Sell 52 ES");

  // Emptied, it is forgotten; undone, it is there again.
  await workbench.click("C25");
  await page.keyboard.press("Delete");
  await expect(below(workbench)).toHaveCount(0);
  await page.keyboard.press("Control+z");
  const takeIn = pane.getByRole("button", { name: "Take it in" });
  await takeIn.press("Enter");
  // 13,000,000 + 5,000 × 100 of exposure: 13,500,000 ÷ 250,000.
  await expect(pane.locator(".hs-headline")).toContainText("Sell 54 ES");
  await expect(takeIn).toHaveCount(0);
  await expect(pane.locator(":focus")).toContainText("Equity book!A4:F25 · 21 rows");
  await expect(pane.getByLabel("Target beta", { exact: true })).toHaveValue("0");
  expect(await workbench.named("PortfolioValue", HEDGE_SHEET)).toBe(10_000_000);

  await pane.getByRole("button", { name: "Update hedge sheet" }).press("Enter");
  await expect(pane.getByText(`Updated “${HEDGE_SHEET}”.`)).toBeVisible();
  await workbench.namedBecomes("PortfolioValue", 10_500_000, HEDGE_SHEET);
  await workbench.namedBecomes("ContractsToTrade_ES", -54, HEDGE_SHEET);
  const [[rows = ""] = []] = await workbench.inputs(
    await workbench.addressOf("HoldingRows", HEDGE_SHEET),
    HEDGE_SHEET,
  );
  expect(rows).toBe("=ROWS('Equity book'!$E$5:$E$25)");
  await workbench.showSheet("Equity book");
  await workbench.type("D25", "200");
  // 13,000,000 + 5,000 × 200: 14,000,000 ÷ 250,000.
  await workbench.namedBecomes("ContractsToTrade_ES", -56, HEDGE_SHEET);
  await expect(pane.locator(".hs-headline")).toContainText("Sell 56 ES");
});

test("a selection that ends too early says so, and is lengthened to the last holding", async ({
  workbench,
}) => {
  const { pane } = workbench;
  await workbench.select("A4:F20");
  await workbench.openPane();
  await pane.getByRole("button", { name: "Use selection" }).click();
  await pane.getByRole("textbox", { name: "Price of ES" }).fill("5000");
  await pane.getByLabel("Target beta", { exact: true }).fill("0.5");
  await expect(below(workbench)).toContainText(
    "Rows 21, 22, 23, 24 (WMT, JNJ, PG, …), right below the holdings, are not among them.",
  );
  const section = pane.getByRole("button", { name: "1 Holdings" });
  await section.click();
  await expect(section).toContainText("4 rows below are not hedged");
  await section.click();
  await pane.getByRole("button", { name: "Take them in" }).click();
  await expectHeadline(workbench, "Sell 32 ES: beta 1.30 → 0.50");
  await expect(pane.getByText("Equity book!A4:F24", { exact: true })).toBeVisible();
  await expect(below(workbench)).toHaveCount(0);
});

test("the focus stays in the box while the book changes", async ({ workbench, page }) => {
  const { pane } = workbench;
  await planHedge(workbench, { targetBeta: "0.5" });
  await expectHeadline(workbench, "Sell 32 ES: beta 1.30 → 0.50");
  const target = pane.getByLabel("Target beta", { exact: true });
  await target.focus();
  // Another add-in, a script or a co-author changes the book while the user is in the pane.
  await (
    await workbench.addIn()
  ).evaluate(async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Equity book").getRange("F5:F24").values = Array.from(
        { length: 20 },
        () => [1],
      );
      await context.sync();
    });
  });
  // Beta 1 of 10,000,000 to 0.5: 5,000,000 ÷ 250,000.
  await expectHeadline(workbench, "Sell 20 ES: beta 1.00 → 0.50");
  await expect(target).toBeFocused();
  await page.keyboard.type("0");
  await expect(target).toHaveValue("0.50");
});

test("an error in the book is said as if it had been read by hand, and forgotten when it is gone", async ({
  workbench,
}) => {
  const { pane } = workbench;
  await planHedge(workbench, { targetBeta: "0.5" });
  await workbench.type("E8", "=1/0");
  await expect(pane.getByText(/E8/).first()).toBeVisible();
  await expect(pane.getByRole("button", { name: "Build hedge sheet" })).toBeDisabled();
  await workbench.page.keyboard.press("Control+z");
  await expectHeadline(workbench, "Sell 32 ES: beta 1.30 → 0.50");
  await expect(pane.getByLabel("Price of ES")).toHaveValue("5000");
});

test("the reading waits while a cell is being edited", async ({ workbench, page }) => {
  const { pane } = workbench;
  await planHedge(workbench, { targetBeta: "0" });
  await expectHeadline(workbench, "Sell 52 ES: beta 1.30 → 0.00");
  await workbench.type("F5", "3");
  await workbench.click("F6");
  await page.keyboard.type("9");
  await page.waitForTimeout(1_500);
  expect(await workbench.isEditing()).toBe(true);
  await page.keyboard.press("Escape");
  await expect(pane.locator(".hs-headline")).not.toContainText("Sell 52 ES");
  await expect(pane.getByText("The holdings cannot be read")).toHaveCount(0);
});

test("a deleted book is said to be gone; what was typed stays for the next", async ({ workbench, page }) => {
  const { pane } = workbench;
  await planHedge(workbench, { targetBeta: "0.25" });
  await page.getByText("Equity book", { exact: true }).first().click({ button: "right" });
  await page.getByText("Delete", { exact: true }).click();
  await page.getByRole("button", { name: "OK" }).click();
  await expect(pane.getByText("Something is no longer there")).toBeVisible();
  await expect(pane.getByRole("button", { name: "Build hedge sheet" })).toBeDisabled();
  await page.keyboard.press("Control+z");
  await workbench.showSheet("Equity book");
  await workbench.select("A4:F24");
  await expect(pane.getByLabel("Target beta", { exact: true })).toHaveValue("0.25");
  await expectHeadline(workbench, "Sell 42 ES: beta 1.30 → 0.25");
});

test("what is typed on the hedge sheet leaves the preview alone", async ({ workbench, page }) => {
  const { pane } = workbench;
  await buildFromEquityBook(workbench, { targetBeta: "0.5" });
  await pane.getByRole("button", { name: "Show sheet" }).click();
  await expect.poll(() => workbench.activeSheet()).toBe(HEDGE_SHEET);
  const syncs = () => page.evaluate(() => window.workbench.host.syncs.read);
  await page.waitForTimeout(1_500);
  const before = await syncs();
  await workbench.type(await workbench.addressOf("FuturesPrice_ES", HEDGE_SHEET), "5200");
  await workbench.namedBecomes("ContractsToTrade_ES", -31, HEDGE_SHEET);
  await page.waitForTimeout(1_500);
  expect(await syncs()).toBe(before);
  await expectHeadline(workbench, "Sell 32 ES: beta 1.30 → 0.50");
});

test("on a hedge sheet the pane says which one it is, and opens it in one press", async ({ workbench }) => {
  const { pane } = workbench;
  await buildFromEquityBook(workbench, { targetBeta: "0.5" });
  await pane.getByRole("button", { name: "Show sheet" }).click();
  await expect.poll(() => workbench.activeSheet()).toBe(HEDGE_SHEET);
  await workbench.type(await workbench.addressOf("TargetBeta", HEDGE_SHEET), "0.25");
  await pane.getByRole("button", { name: "Use selection" }).click();
  await expect(pane.getByText("This is a hedge sheet")).toBeVisible();
  await expect(pane.getByText(`“${HEDGE_SHEET}” holds a hedge`, { exact: false })).toBeVisible();
  await expect(pane.getByRole("button", { name: /^Use [A-Z]+\d+:/ })).toHaveCount(0);
  await pane.getByRole("button", { name: `Open “${HEDGE_SHEET}” in the pane`, exact: true }).click();
  await expectHeadline(workbench, "Sell 42 ES: beta 1.30 → 0.25");
  await expect(pane.getByLabel("Price of ES")).toHaveValue("5000");
  await expect(pane.getByRole("button", { name: "Update hedge sheet" })).toBeVisible();

  // The opened book is followed as one that was selected.
  await workbench.showSheet("Equity book");
  await workbench.type("F5", "3");
  await expect(pane.locator(".hs-headline")).not.toContainText("Sell 42 ES");
});
