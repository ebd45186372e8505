import type { Engine } from "../../src/workbench/engine/engine";
import { openIronCalcInNode } from "../../src/workbench/engine/ironcalc-node";
import { ENGINE_CASES, ENGINE_DATA } from "./engine-cases";

let engine: Engine;
const area = (row: number, column: number, rows = 1, columns = 1) => ({
  sheet: engine.activeSheet(),
  row,
  column,
  rows,
  columns,
});

beforeAll(async () => {
  engine = await openIronCalcInNode();
  engine.write(area(0, 0, 5, 4), ENGINE_DATA);
  ENGINE_CASES.forEach(({ formula }, i) => engine.write(area(i, 6), [[formula]]));
  await engine.settle();
});

describe("IronCalc", () => {
  it.each(ENGINE_CASES.map((one, row) => ({ ...one, row })))("$formula", ({ row, value }) => {
    const [[computed]] = engine.values(area(row, 6)) as [[unknown]];
    if (typeof value === "number") expect(computed).toBeCloseTo(value, 12);
    else expect(computed).toEqual(value);
  });
});
