import type { Decimal } from "../../src/calc/decimal";
import { FUT_BETA } from "../../src/formulas/beta";
import { FUT_BASIS, FUT_FAIR_VALUE, FUT_FUNDING } from "../../src/formulas/carry";
import { CellError } from "../../src/formulas/cells";
import { evaluate, evaluateCell } from "../../src/formulas/evaluate";
import type { CellFunction } from "../../src/formulas/formula";
import { FORMULAS } from "../../src/formulas/formulas";
import { FUT_CONTRACTS } from "../../src/formulas/hedge";
import { FUT_MIX } from "../../src/formulas/mix";
import { FUT_LEVERAGE, FUT_NOTIONAL, FUT_PNL } from "../../src/formulas/position";
import { FUT_SCENARIO } from "../../src/formulas/scenario";

const wrong = (message: string) => new CellError("#VALUE!", message);
const notAvailable = (message: string) => new CellError("#N/A", message);
const noNumber = (message: string) => new CellError("#NUM!", message);

describe("a range in the place of a cell", () => {
  it("spills: a column gives a column, a row gives a row", () => {
    expect(evaluate(FUT_NOTIONAL, [[[4000], [5000]], "ES"])).toEqual([[200_000], [250_000]]);
    expect(evaluate(FUT_NOTIONAL, [4000, [["ES", "MES"]]])).toEqual([[200_000, 20_000]]);
    expect(
      evaluate(FUT_NOTIONAL, [
        [
          [4000, 5000],
          [1, 2],
        ],
        50,
      ]),
    ).toEqual([
      [200_000, 250_000],
      [50, 100],
    ]);
  });

  it("stretches: a row by a column gives the grid, one cell goes with all", () => {
    expect(evaluate(FUT_NOTIONAL, [[[4000], [5000]], [["ES", "MES", 1]], -2])).toEqual([
      [-400_000, -40_000, -8000],
      [-500_000, -50_000, -10_000],
    ]);
    expect(evaluate(FUT_NOTIONAL, [[[4000]], "ES", [[1], [2]]])).toEqual([[200_000], [400_000]]);
    expect(
      evaluate(FUT_NOTIONAL, [
        [
          [1, 2],
          [3, 4],
        ],
        [[10, 100]],
        [[1], [-1]],
      ]),
    ).toEqual([
      [10, 200],
      [-30, -400],
    ]);
  });

  it("that does not fit gives #N/A in those cells, and says which", () => {
    expect(
      evaluate(FUT_NOTIONAL, [
        [[1], [2], [3]],
        [["ES"], ["MES"]],
      ]),
    ).toEqual([[50], [10], [notAvailable("contract is 2×1, too small for the other ranges")]]);
    expect(evaluate(FUT_NOTIONAL, [[[1, 2, 3]], 50, [[1, 2]]])).toEqual([
      [50, 200, notAvailable("contracts is 1×2, too small for the other ranges")],
    ]);
  });

  it("keeps an error in its own cell", () => {
    const cells = [[5000], [new CellError("#DIV/0!", "")], ["5 000"], [0], [null], [6000]];
    expect(evaluate(FUT_NOTIONAL, [cells, "ES"])).toEqual([
      [250_000],
      [new CellError("#DIV/0!", "price is #DIV/0!")],
      [wrong('price is the text "5 000", but must be a number')],
      [wrong("price is blank or 0, but must be greater than 0")],
      [wrong("price is blank or 0, but must be greater than 0")],
      [300_000],
    ]);
  });

  it("shows the error of the first argument that has one", () => {
    expect(evaluateCell(FUT_NOTIONAL, ["x", "FOO", "y"])).toEqual(
      wrong('price is the text "x", but must be a number'),
    );
    expect(evaluateCell(FUT_NOTIONAL, [1, "FOO", "y"])).toEqual(
      notAvailable(
        'contract "FOO" is not in the catalogue; check the code, or give the multiplier of the contract instead',
      ),
    );
  });

  it("gives one answer where the function takes whole ranges", () => {
    expect(
      evaluate(FUT_BETA, [
        [[1], [3]],
        [[2], [1]],
      ]),
    ).toEqual([[1.25]]);
  });
});

describe("an answer of several cells", () => {
  it("has a block for each cell of a range", () => {
    expect(evaluate(FUT_MIX, [[[1_000_000], [500_000]], 5000, "ES", "MES", 0.9])).toEqual([
      [-3, -6],
      [-1, -8],
    ]);
    expect(evaluate(FUT_MIX, [1_000_000, 5000, "ES", "MES", [[0.9, 1]]])).toEqual([[-3, -6, -4, 0]]);
  });

  it("is filled with its error", () => {
    const error = wrong("portfolioValue is TRUE, but must be a number");
    expect(evaluate(FUT_MIX, [[[1_000_000], [true]], 5000, "ES", "MES", 0.9])).toEqual([
      [-3, -6],
      [error, error],
    ]);
    expect(evaluate(FUT_MIX, [true, 5000, "ES", "MES"])).toEqual([[error]]);
  });

  it("has a row for each move, be they in a column or in a row", () => {
    const rows = [
      [-0.1, -100, 50, -50],
      [0.1, 100, -50, 50],
    ];
    expect(evaluate(FUT_SCENARIO, [1000, 1, 500, 1, -1, [[-0.1], [0.1]]])).toEqual(rows);
    expect(evaluate(FUT_SCENARIO, [1000, 1, 500, 1, -1, [[-0.1, 0.1]]])).toEqual(rows);
    expect(evaluate(FUT_SCENARIO, [1000, 1, 500, 1, -1, [[-0.1, "x"]]])).toEqual([
      rows[0],
      Array(4).fill(wrong('moves is the text "x", but must be a number')),
    ]);
  });

  it("that has blocks of different height is filled up with #N/A", () => {
    const uneven: CellFunction = {
      name: "FUT_UNEVEN",
      params: { n: { kind: "number", unit: "cells", range: "any", description: "Cells." } },
      calculate: ({ n }: { n: Decimal }) => Array.from({ length: n.toNumber() }, () => [n]),
    };
    const missing = notAvailable("no more cells");
    expect(evaluate(uneven, [[[1, 2]]])).toEqual([
      [1, 2],
      [missing, 2],
    ]);
  });
});

describe("what is no number", () => {
  it("never reaches a cell", () => {
    const tooLarge = noNumber("the result is too large for a cell");
    expect(evaluateCell(FUT_NOTIONAL, [1e308, 50])).toEqual(tooLarge);
    expect(evaluateCell(FUT_NOTIONAL, [1e308, 50, -1])).toEqual(tooLarge);
    expect(evaluateCell(FUT_NOTIONAL, [1e308, 1])).toBe(1e308);
    expect(evaluateCell(FUT_FAIR_VALUE, [100, 50, 0, 36_500, "continuous"])).toEqual(tooLarge);
    for (const cell of [NaN, Infinity, -Infinity]) {
      expect(evaluateCell(FUT_NOTIONAL, [cell, 50])).toEqual(
        noNumber("price: the cell holds no finite number"),
      );
    }
  });

  it("is never −0", () => {
    for (const answer of [
      evaluateCell(FUT_NOTIONAL, [5000, 50, 0]),
      evaluateCell(FUT_NOTIONAL, [5000, 50, -0]),
      evaluateCell(FUT_CONTRACTS, [1000, 5000, "ES"]),
      evaluateCell(FUT_CONTRACTS, [-0, 5000, "ES"]),
      evaluateCell(FUT_FUNDING, [100, 0]),
      evaluateCell(FUT_PNL, [5000, 5000, "ES", -3]),
      evaluateCell(FUT_BASIS, [5000, 5000]),
      ...evaluate(FUT_MIX, [1000, 5000, "ES", "MES"]).flat(),
      ...evaluate(FUT_SCENARIO, [-1000, 1, 5000, "ES", -1, 0]).flat(),
    ]) {
      expect(answer).toBe(0);
    }
  });
});

describe("a bug", () => {
  it("is not dressed up as an error of the user's", () => {
    const broken: CellFunction = {
      name: "FUT_BROKEN",
      params: {},
      calculate: () => {
        throw new TypeError("of ours");
      },
    };
    expect(() => evaluate({ ...broken, params: FUT_NOTIONAL.params }, [1, 1])).toThrow(
      new TypeError("of ours"),
    );
  });
});

describe("the kinds of error", () => {
  it("are #VALUE! to correct, #N/A to supply, #NUM! where there is no such number", () => {
    expect(evaluateCell(FUT_CONTRACTS, [1, 1, 1, 1, 0, 0])).toEqual(
      wrong("futuresBeta is blank or 0, but must not be 0"),
    );
    expect(evaluateCell(FUT_BETA, [[[1], [2]], [[1, 2]]])).toEqual(
      notAvailable("values is 2×1, betas is 1×2; give ranges of the same shape"),
    );
    expect(evaluateCell(FUT_LEVERAGE, [4000, "ES", 0])).toEqual(
      noNumber("without margin there is no leverage"),
    );
  });
});

describe.each(FORMULAS)("$name without arguments", (formula) => {
  const blankRange = { kind: "numbers" };
  const first = Object.keys(formula.params)[0] ?? "";

  it("asks for the first one", () => {
    const answer = evaluateCell(formula, []);
    expect(answer).toBeInstanceOf(CellError);
    const { code, message } = answer as CellError;
    if (Object.values(formula.params)[0]?.kind === blankRange.kind) {
      expect([code, message]).toEqual([
        "#NUM!",
        formula === FUT_BETA
          ? "the values add up to 0"
          : "there must be at least 2 pairs of numbers, but there are 0",
      ]);
    } else {
      expect(code).toBe("#VALUE!");
      expect(message).toMatch(new RegExp(`^${first} is blank( or 0)?, but must`));
    }
  });
});
