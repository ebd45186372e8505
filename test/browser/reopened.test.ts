import { readFile } from "node:fs/promises";
import { buildFromEquityBook, download, HEDGE_SHEET } from "./equity-book";
import { expect, test } from "./workbench";

test("what was typed on a hedge sheet survives a download, another day, and an update", async ({
  workbench,
  page,
}) => {
  const { pane } = workbench;
  await buildFromEquityBook(workbench, { targetBeta: "0.5" });
  await pane.getByRole("button", { name: "Show sheet" }).click();
  await expect.poll(() => workbench.activeSheet()).toBe(HEDGE_SHEET);
  const target = await workbench.addressOf("TargetBeta", HEDGE_SHEET);
  await workbench.type(target, "0.25");
  // Beside the same row, in a column of ours that is empty there; then over the order, out of sight.
  const note = target.replace("B", "F");
  await workbench.type(note, "agreed");
  const order = await workbench.addressOf("ContractsToTrade_ES", HEDGE_SHEET);
  await page.evaluate(
    ([sheet, address]) => {
      const { engine } = window.workbench;
      const tab = engine.sheets().find(({ name }) => name === sheet);
      const row = Number(address.replace(/\D/g, "")) - 1;
      engine.write({ sheet: tab?.id ?? "", row, column: 1, rows: 1, columns: 1 }, [[-99]]);
      // The ids of a file's sheets are by their place in it.
      engine.moveSheet(tab?.id ?? "", 0);
    },
    [HEDGE_SHEET, order] as const,
  );
  const file = await download(page);

  await workbench.open();
  await page.locator("#file-input").setInputFiles({
    name: "Hedge.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: await readFile(file),
  });
  await expect.poll(() => workbench.sheetNames()).toContain(HEDGE_SHEET);
  await expect(page.getByText("Opened Hedge.xlsx.")).toBeVisible();
  await page.getByRole("toolbar", { name: "Add-in commands" }).getByRole("button", { name: "Hedge" }).click();
  await pane.getByRole("button", { name: `Open in the pane: ${HEDGE_SHEET}` }).click();
  await expect(pane.getByLabel("Target beta", { exact: true })).toHaveValue("0.25");
  await pane.getByRole("button", { name: "Update hedge sheet" }).click();

  const question = pane.getByRole("group", { name: `You changed a cell on “${HEDGE_SHEET}”` });
  await expect(question).toContainText("Contracts to trade: -99");
  await question.getByRole("button", { name: "Replace them" }).click();
  await expect(pane.getByText(`Updated “${HEDGE_SHEET}”.`)).toBeVisible();
  await workbench.namedBecomes("TargetBeta", 0.25, HEDGE_SHEET);
  // (0.25 − 1.3) × 10,000,000 ÷ 250,000
  await workbench.namedBecomes("ContractsToTrade_ES", -42, HEDGE_SHEET);
  expect(await workbench.value(note, HEDGE_SHEET)).toBe("agreed");
});
