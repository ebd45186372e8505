import { expect, test } from "./workbench";

test("own contracts are proposed at once, say what is wrong with them and count as the table says", async ({
  workbench,
  page,
}) => {
  const { pane } = workbench;
  await page.evaluate(() => {
    const { engine } = window.workbench;
    const sheet = engine.addSheet("Contracts").id;
    const cells = [
      ["Code", "Name", "Multiplier", "Currency"],
      ["ES", "My own", 40, ""],
      ["600519", "Only digits", 10, "CNY"],
    ];
    const area = { sheet, row: 0, column: 0, rows: cells.length, columns: 4 };
    engine.write(area, cells);
    engine.setTable(sheet, { id: "1", name: "Own", area, hasHeaders: true, showTotals: false, style: "" });
    const book = engine.activeSheet();
    engine.write({ sheet: book, row: 3, column: 6, rows: 3, columns: 1 }, [["Hedge with"], ["ES"], ["FESX"]]);
  });
  await workbench.select("A4:G24");
  await page.getByRole("toolbar", { name: "Add-in commands" }).getByRole("button", { name: "Hedge" }).click();
  const settings = pane.getByRole("tab", { name: "Settings" });
  await settings.click();
  await expect(pane.getByText("In this workbook: ES.")).toBeVisible();
  await expect(pane.getByText(/^Contracts!A3:D3: .*with at least one letter/)).toBeVisible();
  await pane.getByRole("tab", { name: "Hedge", exact: true }).click();

  // The card goes away with the button that had the focus.
  await pane.getByRole("button", { name: "Use my selection" }).press("Enter");
  await expect(pane.getByRole("button", { name: "1 Holdings" })).toBeFocused();
  const again = pane.getByRole("button", { name: "Use selection" });
  await again.press("Enter");
  const mine = pane.getByRole("group", { name: "ES", exact: true });
  await expect(mine.getByText(/^40 per point · its table names no currency/)).toBeVisible();
  await expect(mine.locator("option:checked")).toHaveText("ES · My own");
  await expect(mine.getByLabel("Micros for the remainder")).toHaveCount(0);
  await expect(again).toBeFocused();
});

test("what each currency is worth is asked for in sight when the contracts are in several", async ({
  workbench,
}) => {
  const { pane } = workbench;
  await workbench.select("A4:F24");
  await workbench.openPane();
  await pane.getByLabel("Price of ES").fill("5000");
  await expect(pane.getByLabel("Worth of 1 USD")).toBeHidden();
  await pane.getByRole("button", { name: "Add contract" }).click();
  const added = pane.getByRole("group", { name: "NQ" }).getByLabel("Contract", { exact: true });
  await added.selectOption("FESX");
  await expect(pane.getByLabel("Worth of 1 EUR")).toBeVisible();
  await expect(pane.getByLabel("Worth of 1 USD")).toBeVisible();
});
