import fc from "fast-check";
import type { Param } from "../../src/formulas/formula";

/** A number as people type it: few digits, so that the decimal and the double agree on what it is. */
export function typed(least: number, most: number, decimals: number): fc.Arbitrary<number> {
  const unit = 10 ** decimals;
  return fc
    .integer({ min: Math.ceil(least * unit), max: Math.floor(most * unit) })
    .map((n) => Number((n / unit).toFixed(decimals)));
}

/** Realistic numbers, by what the argument is called. */
const NUMBERS: Readonly<Record<string, fc.Arbitrary<number>>> = {
  portfolioValue: fc.oneof(
    typed(-1e9, 1e9, 0).filter((v) => v !== 0),
    typed(1, 1e6, 2),
  ),
  price: typed(10, 20_000, 2),
  futuresPrice: typed(10, 20_000, 2),
  entryPrice: typed(10, 20_000, 2),
  exitPrice: typed(10, 20_000, 2),
  spot: typed(10, 20_000, 2),
  strike: typed(10, 20_000, 2),
  contracts: fc.oneof(
    typed(-10_000, 10_000, 0).filter((n) => n !== 0),
    typed(-10, 10, 3).filter((n) => n !== 0),
  ),
  beta: typed(-1, 3, 2),
  targetBeta: typed(-1, 2, 2),
  futuresBeta: fc.oneof(typed(0.2, 2, 2), typed(-2, -0.2, 2)),
  margin: typed(100, 1e7, 2),
  initialMargin: typed(500, 1000, 0),
  maintenanceMargin: typed(100, 500, 0),
  leverage: typed(0.5, 100, 1),
  maintenanceRate: typed(0, 0.05, 4),
  move: typed(-0.5, 0.5, 3),
  moves: typed(-0.5, 0.5, 3),
  rate: typed(-0.02, 0.2, 4),
  yield: typed(0, 0.1, 4),
  volatility: typed(0, 1, 2),
  days: typed(1, 1000, 0),
  yearDays: fc.constantFrom(360, 365),
  positionValue: typed(-1e7, 1e7, 2),
  fundingRate: typed(-0.003, 0.003, 5),
  intervalHours: fc.constantFrom(1, 4, 8),
};

/** A random cell for an argument: legal, so that a law says something about it. */
export function anyCell(name: string, param: Param): fc.Arbitrary<number | string> {
  switch (param.kind) {
    case "number": {
      const cells = NUMBERS[name];
      if (cells === undefined) throw new Error(`say in any-cell.ts what a realistic ${name} is`);
      return cells;
    }
    case "word":
      return fc.constantFrom(...Object.keys(param.words));
    case "contract":
      if (name === "largeContract") return fc.constantFrom("ES", "BTC", "FDAX", 50);
      if (name === "smallContract") return fc.constantFrom(5, 0.1, 1, 0.5);
      return fc.constantFrom("ES", "MES", "BTCUSDT", "BTCUSD_PERP", "XBTUSD", 250, 0.001);
    default:
      throw new Error(`${name} is no single cell`);
  }
}

/** Two columns of changes, of one length. */
export function changeColumns(least: number): fc.Arbitrary<[number[][], number[][]]> {
  const change = typed(-0.1, 0.1, 5);
  return fc
    .array(fc.tuple(change, change), { minLength: least, maxLength: 12 })
    .map((pairs) => [pairs.map(([y]) => [y]), pairs.map(([, x]) => [x])]);
}
