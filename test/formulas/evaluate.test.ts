import { evaluateCell } from "../../src/formulas/evaluate";
import { FUT_CONTRACTS } from "../../src/formulas/hedge";
import { FUT_LEVERAGE, FUT_NOTIONAL, FUT_PNL } from "../../src/formulas/position";

describe("typed in a cell", () => {
  it("sells 32 E-mini S&P 500 to take 10 million from beta 1.3 to 0.5", () => {
    expect(evaluateCell(FUT_CONTRACTS, [10_000_000, 5000, "ES", 1.3, 0.5])).toBe(-32);
    expect(evaluateCell(FUT_NOTIONAL, [12_800, "MNQ"])).toBe(25_600);
    expect(evaluateCell(FUT_PNL, [4000, 4050, "ES"])).toBe(2500);
    expect(evaluateCell(FUT_LEVERAGE, [4000, "ES", 12_320])).toBeCloseTo(16.2338, 4);
  });
});
