import { expect, test, type Workbench } from "./workbench";

const SHEET = "Hedge Crypto";

async function selectCoins(workbench: Workbench, range: string): Promise<void> {
  await workbench.showSheet("Crypto");
  await workbench.select(range);
  await workbench.openPane();
}

test("altcoins are hedged with Bitcoin by their beta", async ({ workbench }) => {
  const { pane } = workbench;
  await selectCoins(workbench, "A4:H7");
  await pane.getByLabel("Price of BTCUSDT").fill("60000");
  // 5 × 60,000 × 1 + 50 × 4,000 × 1.2 + 400 × 150 × 1.6 = 636,000; ÷ 60,000 = 10.6 BTC.
  await expect(pane.getByLabel("BTCUSDT", { exact: true })).toContainText("Sell 10.600 BTCUSDT");
  await expect(pane.getByText("give the leverage to see it")).toBeVisible();
  await pane.getByRole("button", { name: "Build hedge sheet" }).click();
  await workbench.namedBecomes("ContractsToTrade_BTCUSDT", -10.6, SHEET);
  expect(await workbench.named("PortfolioExposure", SHEET)).toBe(636_000);
});

test("each coin is hedged with its own perpetual, inverse or linear", async ({ workbench, page }) => {
  const { pane } = workbench;
  await workbench.showSheet("Crypto");
  await page.evaluate(() => {
    const { engine } = window.workbench;
    const codes = ["Hedge with", "BTCUSD_PERP", "ETHUSDT", "SOLUSDT"];
    const area = { sheet: engine.activeSheet(), row: 3, column: 8, rows: codes.length, columns: 1 };
    engine.write(
      area,
      codes.map((code) => [code]),
    );
  });
  await workbench.select("A4:I7");
  await workbench.openPane();
  // Each coin against itself: its beta to Bitcoin does not count.
  await pane.getByLabel("Beta", { exact: true }).selectOption("");
  await pane.getByLabel("Price of BTCUSD_PERP").fill("60000");
  await pane.getByLabel("Price of ETHUSDT").fill("4000");
  await pane.getByLabel("Price of SOLUSDT").fill("150");
  // An inverse contract on Bitcoin is worth 100 USD at any price: 300,000 ÷ 100. Linear ones are worth one coin.
  await expect(pane.getByLabel("BTCUSD_PERP", { exact: true })).toContainText("Sell 3,000 BTCUSD_PERP");
  // With the decimals of the lots, 0.001 and 0.01, as in the headline.
  await expect(pane.getByLabel("ETHUSDT", { exact: true })).toContainText("Sell 50 ETHUSDT");
  await expect(pane.getByLabel("SOLUSDT", { exact: true })).toContainText("Sell 400 SOLUSDT");
  await pane.getByRole("button", { name: "Build hedge sheet" }).click();
  await workbench.namedBecomes("ContractsToTrade_BTCUSD_PERP", -3000, SHEET);
  await workbench.namedBecomes("ContractsToTrade_ETHUSDT", -50, SHEET);
  await workbench.namedBecomes("ContractsToTrade_SOLUSDT", -400, SHEET);
});
