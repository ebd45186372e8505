import { readFile } from "node:fs/promises";
import type { CellValue } from "../../src/workbench/engine/engine";
import { readXlsx } from "../../src/workbench/engine/xlsx";
import { buildFromEquityBook, download, HEDGE_SHEET } from "../browser/equity-book";
import { expect, test } from "../browser/workbench";
import { recalculate } from "./recalculate";

test("a downloaded hedge sheet gives the same numbers in LibreOffice", async ({ workbench, page }) => {
  await buildFromEquityBook(workbench, { targetBeta: "0.5" });
  await workbench.showSheet(HEDGE_SHEET);
  await workbench.type(await workbench.addressOf("TargetBeta", HEDGE_SHEET), "0");
  await workbench.namedBecomes("ContractsToTrade_ES", -52, HEDGE_SHEET);

  const bytes = await readFile(await download(page));
  const [recalculated] = await recalculate([bytes]);
  if (recalculated === undefined) throw new Error("LibreOffice answered no file");
  const { sheets } = await readXlsx(bytes);
  let compared = 0;
  for (const { name, cells } of sheets) {
    if (name !== HEDGE_SHEET && name !== "Equity book") continue;
    for (const { row, column, input, value } of cells) {
      if (typeof input !== "string" || !input.startsWith("=") || value === undefined) continue;
      expect(input).not.toMatch(/FUT_/i);
      const theirs = recalculated(name, row, column);
      expect(
        sameValue(value, theirs),
        `${name} row ${row + 1} column ${column + 1}: ${input} is ${JSON.stringify(value)}, ` +
          `LibreOffice says ${JSON.stringify(theirs)}`,
      ).toBe(true);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(150);
});

/** Numbers to 1e-9 of their size; an error is never the same as anything. */
function sameValue(ours: CellValue, theirs: unknown): boolean {
  if (typeof ours === "number" && typeof theirs === "number") {
    return Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours));
  }
  if (typeof ours === "object") return false;
  return ours === (theirs ?? "");
}
