import type { CellInput } from "../../src/workbench/engine/engine";
import type { HedgePlan, ContractChoice } from "../../src/sheet/plan";
import type { Holdings } from "../../src/sheet/holdings";
import { openOffice, type OpenOffice } from "../protocol/office";

/** Two holdings worth 10,000,000 with a value-weighted beta of 1.3 (6,000,000 × 1.1 + 4,000,000 × 1.6). */
export const EQUITIES: readonly (readonly CellInput[])[] = [
  ["Ticker", "Shares", "Price", "Market value", "Beta"],
  ["AAPL", 30000, 200, 6000000, 1.1],
  ["NVDA", 25000, 160, 4000000, 1.6],
];

/** An office whose first sheet holds the cells from A1, all of them selected; `Excel` is global. */
export async function openBook(
  cells: readonly (readonly CellInput[])[] = EQUITIES,
  sheetName = "Book 1",
): Promise<OpenOffice> {
  const office = await openOffice();
  office.makeGlobal();
  const [sheet] = office.engine.sheets();
  if (sheet === undefined) throw new Error("The workbook has no sheet.");
  office.engine.renameSheet(sheet.id, sheetName);
  const area = { sheet: sheet.id, row: 0, column: 0, rows: cells.length, columns: cells[0]?.length ?? 1 };
  office.engine.write(area, cells);
  office.engine.select([area]);
  await office.engine.settle();
  return office;
}

export const ES: ContractChoice = {
  code: "ES",
  multiplier: 50,
  payoff: "linear",
  lot: 1,
  currency: "USD",
  smaller: null,
  price: 5000,
  fx: 1,
  futuresBeta: 1,
  held: 0,
  heldSmaller: 0,
  initialMargin: null,
  maintenanceMargin: null,
  marginDate: null,
  spot: null,
  expiry: null,
  roll: null,
  fundingRate: null,
  fundingIntervalHours: 8,
  leverage: null,
  maintenanceRate: null,
};

/** Target beta 0.5 with ES at 5,000: the book of {@link EQUITIES} needs −32 contracts. */
export function planFor(holdings: Holdings, change: Partial<HedgePlan> = {}): HedgePlan {
  return {
    holdings,
    aim: { kind: "targetBeta", targetBeta: 0.5 },
    rounding: "nearest",
    defaultBeta: 1,
    contracts: [ES],
    shock: -0.05,
    asOf: 46000,
    cash: null,
    put: null,
    horizonDays: 90,
    ...change,
  };
}
