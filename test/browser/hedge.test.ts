import { readFile } from "node:fs/promises";
import { readXlsx } from "../../src/workbench/engine/xlsx";
import { buildFromEquityBook, download, HEDGE_SHEET, planHedge } from "./equity-book";
import { expect, test, type Workbench } from "./workbench";

test("a holdings range becomes a live hedge worksheet", async ({ workbench, page }) => {
  const { pane } = workbench;
  const before = await workbench.values("A1:F26", "Equity book");
  await planHedge(workbench, { targetBeta: "0.5" });
  await expect(pane.getByLabel("ES", { exact: true })).toContainText("Sell 32 ES");

  await pane.getByRole("button", { name: "Build hedge sheet" }).click();
  await expect(pane.getByRole("button", { name: "Show sheet" })).toBeVisible();
  expect(await workbench.sheetNames()).toContain(HEDGE_SHEET);
  await workbench.namedBecomes("ContractsToTrade_ES", -32, HEDGE_SHEET);

  // −650,000 + 400,000 = −250,000: the book at −5 % with a beta of 1.30, and 32 ES at 5,000 sold.
  expect(await workbench.named("UnhedgedAt_Shock", HEDGE_SHEET)).toBe(-650_000);
  expect(await workbench.named("FuturesAt_Shock", HEDGE_SHEET)).toBe(400_000);
  expect(await workbench.named("HedgedAt_Shock", HEDGE_SHEET)).toBe(-250_000);

  // The sheet answers without the pane.
  await page.getByRole("button", { name: "Close the task pane" }).click();
  await workbench.showSheet(HEDGE_SHEET);
  await workbench.type(await workbench.addressOf("TargetBeta", HEDGE_SHEET), "0");
  await workbench.namedBecomes("ContractsToTrade_ES", -52, HEDGE_SHEET);

  // A new market value in the book moves the hedge: it is linked, not copied.
  expect(await workbench.values("A1:F26", "Equity book")).toEqual(before);
  const file = await readXlsx(await readFile(await download(page)));
  const sheet = file.sheets.find(({ name }) => name === HEDGE_SHEET);
  const formulas = sheet?.cells.filter(({ input }) => typeof input === "string" && input.startsWith("="));
  expect(formulas?.length).toBeGreaterThan(50);
  for (const { input, value } of formulas ?? []) {
    expect(input).not.toMatch(/FUT_/i);
    expect(value).not.toHaveProperty("error");
  }
  expect(sheet?.charts).toHaveLength(1);
});

test("micros for the remainder leave a whole number of large contracts whole", async ({ workbench }) => {
  const { pane } = workbench;
  await planHedge(workbench, { targetBeta: "0.5" });
  await pane.getByLabel("Micros for the remainder (MES)").check();
  await expect(pane.getByLabel("ES", { exact: true })).toContainText("Sell 32 ES");
  await pane.getByRole("button", { name: "Build hedge sheet" }).click();
  await expect(pane.getByText(`Built “${HEDGE_SHEET}”.`)).toBeVisible();
  // (0.5 − 1.3) × 10,000,000 ÷ 250,000 = −32: nothing remains for MES.
  await workbench.namedBecomes("ContractsToTrade_ES", -32, HEDGE_SHEET);
  await workbench.namedBecomes("ContractsToTrade_MES", 0, HEDGE_SHEET);
});

test("building again updates in place and keeps what was typed on the sheet", async ({ workbench }) => {
  const { pane } = workbench;
  await buildFromEquityBook(workbench, { targetBeta: "0.5" });
  await pane.getByRole("button", { name: "Show sheet" }).click();
  await expect.poll(() => workbench.activeSheet()).toBe(HEDGE_SHEET);
  await workbench.type(await workbench.addressOf("FuturesPrice_ES", HEDGE_SHEET), "5200");
  await workbench.namedBecomes("ContractsToTrade_ES", -31, HEDGE_SHEET);

  await pane.getByRole("button", { name: "Update hedge sheet" }).click();
  await expect(pane.getByText("kept", { exact: false }).first()).toBeVisible();
  expect((await workbench.sheetNames()).filter((name) => name.startsWith(HEDGE_SHEET))).toEqual([
    HEDGE_SHEET,
  ]);
  expect(await workbench.named("FuturesPrice_ES", HEDGE_SHEET)).toBe(5200);
  await workbench.namedBecomes("ContractsToTrade_ES", -31, HEDGE_SHEET);
});

test("the pane works by keyboard alone", async ({ workbench, page }) => {
  await workbench.select("A4:F24");
  const hedge = page.getByRole("toolbar", { name: "Add-in commands" }).getByRole("button", { name: "Hedge" });
  await hedge.press("Enter");
  await workbench.pane.getByRole("button", { name: "Use my selection" }).press("Enter");
  await workbench.pane.getByRole("textbox", { name: "Price of ES" }).fill("5000");
  await workbench.pane.getByLabel("Target beta", { exact: true }).press("Control+A");
  await page.keyboard.type("0.5");
  const build = workbench.pane.getByRole("button", { name: "Build hedge sheet" });
  await expect(build).toBeEnabled();
  await build.press("Enter");
  await expect(workbench.pane.getByRole("button", { name: "Show sheet" })).toBeVisible();
  await workbench.namedBecomes("ContractsToTrade_ES", -32, HEDGE_SHEET);
});

const CROSSED: [string, (workbench: Workbench) => Promise<void>, RegExp][] = [
  ["one cell", (workbench) => workbench.click("H30"), /one cell|select/i],
  [
    "text in the value column",
    async (workbench) => {
      await workbench.type("E7", "n.a.");
      await workbench.select("A4:F24");
    },
    /E7/,
  ],
  [
    "an error cell",
    async (workbench) => {
      await workbench.type("E8", "=1/0");
      await workbench.select("A4:F24");
    },
    /E8/,
  ],
];

for (const [what, cross, sentence] of CROSSED) {
  test(`bad input: ${what} gives a sentence with a next step, and nothing is written`, async ({
    workbench,
  }) => {
    const sheets = await workbench.sheetNames();
    await cross(workbench);
    await workbench.openPane();
    await workbench.pane.getByRole("button", { name: "Use selection" }).click();
    await expect(workbench.pane.getByText(sentence).first()).toBeVisible();
    await expect(workbench.pane.getByRole("button", { name: "Build hedge sheet" })).toBeDisabled();
    expect(await workbench.sheetNames()).toEqual(sheets);
  });
}

test("bad input: a protected hedge sheet is left as it is, with a sentence", async ({ workbench }) => {
  const { pane } = workbench;
  await buildFromEquityBook(workbench, { targetBeta: "0.5" });
  await workbench.page.evaluate((title) => {
    const { engine } = window.workbench;
    const sheet = engine.sheets().find(({ name }) => name === title);
    if (sheet) engine.setSheet(sheet.id, { protected: true });
  }, HEDGE_SHEET);
  const cells = await workbench.values("A1:H60", HEDGE_SHEET);
  await pane.getByRole("button", { name: "Update hedge sheet" }).click();
  await expect(pane.getByText(/protected/i).first()).toBeVisible();
  expect(await workbench.values("A1:H60", HEDGE_SHEET)).toEqual(cells);
});

// 13,000,000 of exposure and 1,000 × 500 × 1 of a new holding: 13,500,000 ÷ 250,000 = 54 ES.
test("a row that is put into the middle of the book is taken up, and the last one stays", async ({
  workbench,
}) => {
  const { pane } = workbench;
  await buildFromEquityBook(workbench, { targetBeta: "0" });
  await workbench.showSheet("Equity book");
  await workbench.insertRowAbove(10);
  await workbench.expectValue("A10", "");
  await workbench.type("A10", "NEWCO");
  await workbench.type("E10", "500000");
  await workbench.type("F10", "1");
  await workbench.namedBecomes("ContractsToTrade_ES", -54, HEDGE_SHEET);
  await pane.getByRole("button", { name: "Update hedge sheet" }).click();
  await expect(pane.getByText("Updated “Hedge Equity book”.")).toBeVisible();
  await expect(pane.getByText("Equity book!A4:F25")).toBeVisible();
  await expect(pane.locator(".hs-headline")).toContainText("Sell 54 ES");
  expect(await workbench.named("PortfolioValue", HEDGE_SHEET)).toBe(10_500_000);
  expect(await workbench.named("ContractsToTrade_ES", HEDGE_SHEET)).toBe(-54);
});

test("an update takes rows out again that were inserted on the hedge sheet, and says what they hold", async ({
  workbench,
}) => {
  const { pane } = workbench;
  await buildFromEquityBook(workbench, { targetBeta: "0.5" });
  await pane.getByRole("button", { name: "Show sheet" }).click();
  await expect.poll(() => workbench.activeSheet()).toBe(HEDGE_SHEET);
  const addresses = () =>
    Promise.all(
      ["TargetBeta", "FuturesPrice_ES", "ContractsToTrade_ES", "HedgeRecord"].map((name) =>
        workbench.addressOf(name, HEDGE_SHEET),
      ),
    );
  const built = await addresses();
  const bottom = await usedRows(workbench);

  // A row for the user's own quote, and a price that is linked to it.
  await workbench.insertRowAbove(8);
  await workbench.expectValue("A8", "");
  expect(await addresses()).not.toEqual(built);
  await workbench.type("A8", "My quote");
  await workbench.type("B8", "5200");
  await workbench.type(await workbench.addressOf("FuturesPrice_ES", HEDGE_SHEET), "=B8");
  // (0.5 × 10,000,000 − 13,000,000) ÷ (5,200 × 50) = −30.8
  await workbench.namedBecomes("ContractsToTrade_ES", -31, HEDGE_SHEET);
  await workbench.type("A10", "My shock");

  await pane.getByRole("button", { name: "Update hedge sheet" }).click();
  // The row's two cells, and the label.
  await expect(pane.getByText(`You changed 3 cells on “${HEDGE_SHEET}”`)).toBeVisible();
  await expect(pane.getByText("My quote: 5200")).toBeVisible();
  await expect(pane.getByText(/A8, B8 cannot be kept\..*Copy it/)).toBeVisible();
  expect(await workbench.value("B8")).toBe(5200);

  await pane.getByRole("button", { name: "Keep mine" }).click();
  await expect(pane.getByText(`Updated “${HEDGE_SHEET}”.`)).toBeVisible();
  expect(await addresses()).toEqual(built);
  expect(await usedRows(workbench)).toBe(bottom);
  expect(await workbench.value("A9")).toBe("My shock");
  // The price keeps its value, and no longer the link.
  expect(await workbench.named("FuturesPrice_ES", HEDGE_SHEET)).toBe(5200);
  await workbench.namedBecomes("ContractsToTrade_ES", -31, HEDGE_SHEET);
});

test("an update brings a row back that was deleted on the hedge sheet", async ({ workbench }) => {
  const { pane } = workbench;
  await buildFromEquityBook(workbench, { targetBeta: "0.5" });
  await pane.getByRole("button", { name: "Show sheet" }).click();
  await expect.poll(() => workbench.activeSheet()).toBe(HEDGE_SHEET);
  const [row, bottom] = [await workbench.addressOf("MarketShock", HEDGE_SHEET), await usedRows(workbench)];
  await workbench.deleteRow(Number(row.slice(1)));
  await workbench.expectValue(row.replace("B", "A"), "As-of date");
  await pane.getByRole("button", { name: "Update hedge sheet" }).click();
  await expect(pane.getByText("Market shock: row deleted")).toBeVisible();
  await pane.getByRole("button", { name: "Update anyway" }).click();
  await expect(pane.getByText(`Updated “${HEDGE_SHEET}”.`)).toBeVisible();
  expect(await workbench.addressOf("MarketShock", HEDGE_SHEET)).toBe(row);
  expect(await usedRows(workbench)).toBe(bottom);
  expect(await workbench.named("UnhedgedAt_Shock", HEDGE_SHEET)).toBe(-650_000);
});

/** How many rows of the hedge sheet hold anything. */
function usedRows({ page }: Workbench): Promise<number> {
  return page.evaluate((title) => {
    const { engine } = window.workbench;
    const id = engine.sheets().find(({ name }) => name === title)?.id ?? "";
    return engine.usedArea(id)?.rows ?? 0;
  }, HEDGE_SHEET);
}
