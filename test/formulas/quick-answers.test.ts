import type { Decimal } from "../../src/calc/decimal";
import { CellError } from "../../src/formulas/cells";
import { evaluate } from "../../src/formulas/evaluate";
import { defineFunction, type DoubleTerms } from "../../src/formulas/formula";
import { readDouble } from "../../src/formulas/read";

// Which cells are answered in doubles and which in decimals. Both ways give the same number in every real function, so
// this one tells the way it went.

const described = { description: "", unit: "", range: "any" } as const;
const number = { ...described, kind: "number" } as const;

const way = defineFunction({
  name: "FUT_WAY",
  params: {
    x: number,
    y: { ...number, optional: true, default: 7 },
    contract: { kind: "contract", description: "" },
    side: { kind: "word", description: "", words: { long: "", short: "" }, default: "long" },
  },
  calculate: ({ x }) => `decimals ${String(x)}`,
  inDoubles: ({ x, y, contract, side }) =>
    x < 0
      ? undefined
      : x + 10 * y + 1000 * contract.multiplier + 10_000 * contract.lot + (side === "short" ? 0.5 : 0),
});

describe("an answer in doubles", () => {
  it("is given for plain numbers, and the decimals are asked where the doubles cannot tell", () => {
    expect(evaluate(way, [[[1], [-2], [3]], 4, 50, "short"])).toEqual([
      [60_041.5],
      ["decimals -2"],
      [60_043.5],
    ]);
  });

  it("takes what is left out at its default, in whatever way it is left out", () => {
    expect(evaluate(way, [[[1], [2]], null, 50])).toEqual([[60_071], [60_072]]);
    expect(evaluate(way, [[[1], [2]], undefined, 50, null])).toEqual([[60_071], [60_072]]);
  });

  it("is given cell by cell: one that must be read with care does not slow the others", () => {
    expect(evaluate(way, [[[""], [2], [true], [NaN], [5]], 4, 50])).toEqual([
      [expect.any(CellError)],
      [60_042],
      [expect.any(CellError)],
      [expect.any(CellError)],
      [60_045],
    ]);
    expect(evaluate(way, [[[1], [2]], [["4 "], [4]], 50])).toEqual([[expect.any(CellError)], [60_042]]);
  });

  it("is not tried where the one cell that all share must be read with care", () => {
    expect(evaluate(way, [[[1], [2]], { type: "Double", basicValue: 4 }, 50])).toEqual([
      ["decimals 1"],
      ["decimals 2"],
    ]);
    expect(evaluate(way, [[[1], [2]], 4, "NOPE"])).toEqual([
      [expect.any(CellError)],
      [expect.any(CellError)],
    ]);
    expect(evaluate(way, [[[1], [2]], 4, 50, "sideways"])).toEqual([
      [expect.any(CellError)],
      [expect.any(CellError)],
    ]);
  });

  it("stretches as the decimals do", () => {
    expect(evaluate(way, [[[1], [2]], [[3, 4]], [[50], [60]]])).toEqual([
      [60_031, 60_041],
      [70_032, 70_042],
    ]);
  });
});

describe("each cell of a grid", () => {
  it("is read as itself, however large the grid", () => {
    const same = defineFunction({
      name: "FUT_SAME",
      params: { x: number },
      calculate: ({ x }): Decimal => x,
    });
    const grid = Array.from({ length: 7 }, (_, row) =>
      Array.from({ length: 3 }, (__, column) => 10 * row + column),
    );
    expect(evaluate(same, [grid])).toEqual(grid);
  });
});

describe("a cell in doubles", () => {
  it("is what the function will compute with, or nothing", () => {
    const contract = { kind: "contract", description: "" } as const;
    const terms: DoubleTerms = { payoff: "linear", multiplier: 50, lot: 1 };
    expect(readDouble("contract", contract, "ES")).toEqual(terms);
    expect(readDouble("contract", contract, "NOPE")).toBeUndefined();
    expect(readDouble("x", number, 3)).toBe(3);
    expect(readDouble("x", number, "3")).toBeUndefined();
    expect(readDouble("x", number, null)).toBeUndefined();
    expect(readDouble("day", { kind: "date", description: "" }, 46_000)).toBeUndefined();
    expect(readDouble("code", { kind: "code", description: "" }, "ES")).toBeUndefined();
  });
});
