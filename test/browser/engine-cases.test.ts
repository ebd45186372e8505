import type { CellInput, CellValue } from "../../src/workbench/engine/engine";
import { ENGINE_CASES, ENGINE_DATA } from "../protocol/engine-cases";
import { expect, test, type Workbench } from "./workbench";

/** Univer calculates as Excel's documentation says; the same list holds IronCalc in test/protocol. */

/** What the formulas compute, all in one calculation, on a new sheet with the data at A1. */
function calculate(
  { page }: Workbench,
  sheet: string,
  data: readonly (readonly CellInput[])[],
  formulas: readonly string[],
): Promise<CellValue[]> {
  return page.evaluate(
    async ([name, block, column]) => {
      const { engine } = window.workbench;
      const { id } = engine.addSheet(name);
      const area = (first: number, rows: number, columns: number) => ({
        sheet: id,
        row: 0,
        column: first,
        rows,
        columns,
      });
      engine.write(area(0, block.length, block[0]?.length ?? 0), block);
      engine.write(
        area(6, column.length, 1),
        column.map((formula) => [formula]),
      );
      await engine.settle();
      return engine.values(area(6, column.length, 1)).flat();
    },
    [sheet, data, formulas] as const,
  );
}

test("Univer computes the engine cases", async ({ workbench }) => {
  const formulas = ENGINE_CASES.map(({ formula }) => formula);
  const values = await calculate(workbench, "Sheet1", ENGINE_DATA, formulas);
  const expected = ENGINE_CASES.map(({ formula, value }): [string, unknown] => [
    formula,
    typeof value === "number" ? expect.closeTo(value, 12) : value,
  ]);
  expect(Object.fromEntries(formulas.map((formula, i) => [formula, values[i]]))).toEqual(
    Object.fromEntries(expected),
  );
});

test("a SORT leaves the other formulas on its range alone", async ({ workbench }) => {
  // Two columns in opposite order; sorting one of them where it lies would make its correlation with the other 1.
  const data = [
    [1, 30],
    [2, 20],
    [3, 10],
  ];
  const formulas = ["=CORREL(A1:A3,B1:B3)", "=INDEX(SORT(B1:B3),1)", "=INDEX(SORT(A1:A3,1,-1),1)"];
  expect(await calculate(workbench, "Sorted", data, formulas)).toEqual([-1, 10, 3]);
});

test("EDATE stops at the end of a shorter month", async ({ workbench }) => {
  const formulas = [
    "=EDATE(DATE(2026,1,31),1)-DATE(2026,2,28)",
    "=EDATE(DATE(2026,8,31),1)-DATE(2026,9,30)",
    "=EDATE(DATE(2028,1,31),1)-DATE(2028,2,29)",
    "=EDATE(DATE(2026,3,31),-1)-DATE(2026,2,28)",
  ];
  expect(await calculate(workbench, "Months", [[0]], formulas)).toEqual([0, 0, 0, 0]);
});

test("a blank cell is 0 to a custom function; an argument that is left out takes its default", async ({
  workbench,
}) => {
  await calculate(workbench, "Blanks", [[0]], ['=FUT_NOTIONAL(5000,"ES",C40)', '=FUT_NOTIONAL(5000,"ES",)']);
  await expect.poll(() => workbench.values("G1:G2", "Blanks")).toEqual([[0], [250_000]]);
});
