import { HEDGE_SHEET } from "./equity-book";
import { expect, test, type Workbench } from "./workbench";

const CRYPTO_SHEET = "Hedge Crypto";

function headline({ pane }: Workbench) {
  return pane.locator(".hs-headline");
}

// The equity book: 10,000,000 of beta 1.30, so 13,000,000 of exposure. ES at 5,000 is 250,000 a contract, NQ at 18,000
// is 360,000 (50 and 20 USD a point, CME). By hand: NVDA 6,940 × 200 × 1.85 = 2,567,800; AAPL 3,695 × 270 × 1.25 =
// 1,247,062.50; together 3,814,862.50, ÷ 360,000 = 10.60: 11 NQ. The rest, 9,185,137.50, ÷ 250,000 = 36.74: 37 ES.
// Nvidia goes with NQ; so 2,567,800 ÷ 360,000 = 7.13 NQ, and (13,000,000 − 2,567,800) ÷ 250,000 = 41.73 ES. Renamed it
// is a new holding, and goes with ES: 52.
test("an update says what it kept of the sheet, and which choice finds its holding no more", async ({
  workbench,
}) => {
  const { pane } = workbench;
  await workbench.select("A4:F24");
  await workbench.openPane();
  await pane.getByLabel("Price of ES").fill("5000");
  await pane.getByRole("button", { name: "Add contract" }).click();
  await pane.getByLabel("Price of NQ").fill("18000");
  await pane.getByLabel("Hedge NVDA with").selectOption("NQ");
  await expect(headline(workbench)).toContainText("Sell 42 ES, sell 7 NQ");
  await pane.getByRole("button", { name: "Build hedge sheet" }).click();
  await expect(pane.getByText(`Built “${HEDGE_SHEET}”.`)).toBeVisible();

  const [row = 0] = (await workbench.values("A1:A24", "Equity book")).flatMap(([name], index) =>
    name === "NVDA" ? [index + 1] : [],
  );
  await workbench.showSheet("Equity book");
  await workbench.type(`A${row}`, "Nvidia Corp");
  await expect(pane.getByText("Not in the book any more: NVDA (NQ).", { exact: false })).toBeVisible();
  await expect(headline(workbench)).toContainText("Sell 52 ES");

  await workbench.showSheet(HEDGE_SHEET);
  const cell = await workbench.addressOf("TargetBeta", HEDGE_SHEET);
  await workbench.type(cell, "0.25");
  await pane.getByRole("button", { name: "Update hedge sheet" }).click();
  const updated = pane.getByRole("group", { name: `Updated “${HEDGE_SHEET}”.` });
  await expect(updated).toContainText("Not on the list of holdings any more: NVDA (NQ).");
  await expect(updated).toContainText("New on it: Nvidia Corp (ES).");
  await expect(updated.getByRole("listitem").filter({ hasText: "Target beta: 0.25" })).toBeVisible();
  await workbench.showSheet("Equity book");
  await updated.getByRole("button", { name: `Show ${cell}: Target beta` }).click();
  await expect.poll(() => workbench.activeSheet()).toBe(HEDGE_SHEET);
  expect(await workbench.selection()).toMatchObject([{ row: 5, column: 1, rows: 1, columns: 1 }]);

  await pane.getByRole("button", { name: "Forget this choice" }).click();
  await expect(pane.getByText("Not in the book any more", { exact: false })).toHaveCount(0);
});

test("two stocks are hedged with another index, chosen in the pane and changed on the sheet", async ({
  workbench,
  page,
}) => {
  const { pane } = workbench;
  await workbench.select("A4:F24");
  await workbench.openPane();
  await pane.getByLabel("Price of ES").fill("5000");
  await pane.getByRole("button", { name: "Add contract" }).press("Enter");
  // What was added has the focus; Tab goes on to its price.
  const added = pane.getByRole("group", { name: "NQ" });
  await expect(added.getByLabel("Contract", { exact: true })).toBeFocused();
  await expect(added.locator("option", { hasText: "ES · already in this hedge" })).toBeDisabled();
  await page.keyboard.press("Tab");
  await page.keyboard.type("18000");

  // The largest first: Nvidia, then Apple.
  await pane.getByLabel("Hedge NVDA with").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await expect(pane.getByLabel("Hedge AAPL with")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(headline(workbench)).toContainText("Sell 37 ES, sell 11 NQ");

  // Other cells, and the same again: nothing is lost.
  await workbench.select("A4:F20");
  await pane.getByRole("button", { name: "Use selection" }).click();
  await expect(pane.getByText("16 rows", { exact: false })).toBeVisible();
  await workbench.select("A4:F24");
  await pane.getByRole("button", { name: "Use selection" }).click();
  await expect(pane.getByText("20 rows", { exact: false })).toBeVisible();
  await expect(headline(workbench)).toContainText("Sell 37 ES, sell 11 NQ");

  await pane.getByRole("button", { name: "Build hedge sheet" }).click();
  await pane.getByRole("button", { name: "Show sheet" }).click();
  await expect.poll(() => workbench.activeSheet()).toBe(HEDGE_SHEET);
  await workbench.namedBecomes("ContractsToTrade_NQ", -11, HEDGE_SHEET);
  await workbench.namedBecomes("ContractsToTrade_ES", -37, HEDGE_SHEET);
  expect(await workbench.named("GroupExposure_NQ", HEDGE_SHEET)).toBe(3_814_862.5);
  expect(await workbench.named("GroupExposure_ES", HEDGE_SHEET)).toBe(9_185_137.5);
  expect(await workbench.named("HedgeWith_AAPL", HEDGE_SHEET)).toBe("NQ");

  // Without the pane Nvidia goes back to ES: 1,247,062.50 ÷ 360,000 = 3.46, 11,752,937.50 ÷ 250,000 = 47.01.
  await page.getByRole("button", { name: "Close the task pane" }).click();
  const cell = await workbench.addressOf("HedgeWith_NVDA", HEDGE_SHEET);
  await workbench.chooseInCell(cell, "ES");
  await workbench.namedBecomes("ContractsToTrade_NQ", -3, HEDGE_SHEET);
  await workbench.namedBecomes("ContractsToTrade_ES", -47, HEDGE_SHEET);

  // The pane takes the sheet's choices over.
  await page.getByRole("toolbar", { name: "Add-in commands" }).getByRole("button", { name: "Hedge" }).click();
  await pane.getByRole("button", { name: `Open in the pane: ${HEDGE_SHEET}` }).click();
  await expect(pane.getByLabel("Hedge NVDA with")).toHaveValue("ES");
  await expect(pane.getByLabel("Hedge AAPL with")).toHaveValue("NQ");
  await expect(headline(workbench)).toContainText("Sell 47 ES, sell 3 NQ");

  // A contract that is removed leaves its holdings to the first: 13,000,000 ÷ 250,000 = 52.
  await pane.getByRole("button", { name: "Remove NQ" }).press("Enter");
  await expect(pane.getByRole("button", { name: "Add contract" })).toBeFocused();
  await expect(headline(workbench)).toContainText("Sell 52 ES");
  await pane.getByRole("button", { name: "Update hedge sheet" }).click();
  await workbench.namedBecomes("ContractsToTrade_ES", -52, HEDGE_SHEET);
});

// Without Nvidia's 2,567,800 of exposure: 10,432,200 ÷ 250,000 = 41.73, so 42 ES.
test("one holding is left out of a hedge with one contract", async ({ workbench }) => {
  const { pane } = workbench;
  await workbench.select("A4:F24");
  await workbench.openPane();
  await pane.getByLabel("Price of ES").fill("5000");
  await pane.getByText("Choose holding by holding").click();
  await pane.getByRole("button", { name: "Show all 20" }).click();
  await expect(pane.getByLabel(/^Hedge .* with$/)).toHaveCount(20);
  await pane.getByLabel("Hedge NVDA with").selectOption("Not hedged");
  await expect(headline(workbench)).toContainText("Sell 42 ES");
  await pane.getByRole("button", { name: "Build hedge sheet" }).click();
  await workbench.namedBecomes("ContractsToTrade_ES", -42, HEDGE_SHEET);
});

// 5 BTC, 50 ETH and 400 SOL, whose betas to Bitcoin are 1, 1.2 and 1.6: each perpetual has its coin's beta, so that as
// many coins are sold as are held.
test("each coin is hedged with its own perpetual in one press", async ({ workbench, page }) => {
  const { pane } = workbench;
  await workbench.showSheet("Crypto");
  await workbench.select("A4:H7");
  await workbench.openPane();
  await pane.getByLabel("Price of BTCUSDT").fill("60000");
  const rule = pane.getByRole("button", { name: "Each coin with its own perpetual" });
  await rule.press("Enter");
  await expect(rule).toBeHidden();
  await page.keyboard.press("Tab"); // past the contract that was added first
  await page.keyboard.type("4000");
  await pane.getByLabel("Price of SOLUSDT").fill("150");
  await expect(pane.getByLabel("Hedge SOL with")).toHaveValue("SOLUSDT");
  await expect(headline(workbench)).toContainText("sell 50 ETHUSDT, sell 400 SOLUSDT");
  await pane.getByRole("button", { name: "Build hedge sheet" }).click();
  await workbench.namedBecomes("ContractsToTrade_BTCUSDT", -5, CRYPTO_SHEET);
  await workbench.namedBecomes("ContractsToTrade_ETHUSDT", -50, CRYPTO_SHEET);
  await workbench.namedBecomes("ContractsToTrade_SOLUSDT", -400, CRYPTO_SHEET);
});

test("without a column of names the pane says how to hedge with several contracts", async ({ workbench }) => {
  const { pane } = workbench;
  await workbench.select("A4:F24");
  await workbench.openPane();
  await expect(pane.getByRole("button", { name: "Add contract" })).toBeVisible();
  await pane.getByRole("button", { name: /^2 Columns/ }).click();
  await pane.getByLabel("Name", { exact: true }).selectOption("");
  await expect(pane.getByRole("button", { name: "Add contract" })).toBeHidden();
  await pane.getByText("Several contracts", { exact: true }).click();
  await expect(pane.getByText("say above which column holds the names", { exact: false })).toBeVisible();
  await expect(pane.getByText("“Hedge with”", { exact: false })).toBeVisible();
});
