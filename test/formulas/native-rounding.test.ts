import fc from "fast-check";
import { Decimal } from "../../src/calc/decimal";
import { toLot } from "../../src/calc/rounding";
import { nativeToLot } from "../../src/formulas/native";
import { numRuns } from "../runs";
import { openEngine, type Engine } from "./engine";

let engine: Engine;
beforeAll(() => {
  engine = openEngine();
});

const MODES = ["nearest", "down", "up"] as const;
type Mode = (typeof MODES)[number];

/** As the worksheet has it: the mode and the lot are in cells. */
function onSheet(contracts: number, lot: number, mode: Mode): number {
  const rounded = engine.evaluate({ contracts, lot, mode }, (cell) =>
    nativeToLot({ contracts: cell["contracts"] ?? "", lot: cell["lot"] ?? "", rounding: cell["mode"] ?? "" }),
  );
  return Number(rounded);
}

/** From far below a lot's noise to ten million contracts, each size alike. Beyond, a double's last digits are lots. */
const anyContracts = fc
  .tuple(fc.double({ min: 1, max: 10, noNaN: true }), fc.integer({ min: -300, max: 6 }), fc.boolean())
  .map(([digits, exponent, isShort]) => (isShort ? -1 : 1) * digits * 10 ** exponent);

describe("whole contracts in Excel's words", () => {
  // Domain rule 9: half away from zero; "down" is toward zero, never over-hedge; "up" away from it, always cover.
  it.each([
    [5e-20, 0, 0, 1],
    [-5e-20, 0, 0, -1],
    [1e-16, 0, 0, 1],
    [-3e-17, 0, 0, -1],
    [0, 0, 0, 0],
    [0.5, 1, 0, 1],
    [-0.5, -1, 0, -1],
    [2.5, 3, 2, 3],
    [19.999999999999996, 20, 20, 20],
    [20.000000000000004, 20, 20, 20],
  ])("rounds %d to %d, down to %d and up to %d", (contracts, nearest, down, up) => {
    expect(MODES.map((mode) => onSheet(contracts, 1, mode))).toEqual([nearest, down, up]);
  });

  it("are those of the add-in, however near to nothing the number is", () => {
    fc.assert(
      fc.property(anyContracts, fc.constantFrom(1, 0.001), fc.constantFrom(...MODES), (x, lot, mode) => {
        const ours = toLot({ contracts: new Decimal(x), lot: new Decimal(lot), rounding: mode });
        const sheets = onSheet(x, lot, mode);
        expect(Math.abs(sheets - ours.toNumber())).toBeLessThanOrEqual(1e-13 * Math.abs(x));
      }),
      { numRuns, endOnFailure: true },
    );
  });
});
