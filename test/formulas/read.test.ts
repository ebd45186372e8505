import { Decimal } from "../../src/calc/decimal";
import { CellError } from "../../src/formulas/cells";
import type { NumberParam, NumberRange, NumbersParam, Param, WordParam } from "../../src/formulas/formula";
import { readCell, readNumbers } from "../../src/formulas/read";

const wrong = (message: string) => new CellError("#VALUE!", message);
const description = "Something.";
const aNumber = (range: NumberRange): NumberParam => ({ kind: "number", unit: "points", range, description });
const price = aNumber("positive");

/** What the user sees of a value that was read: a number, or the error. */
function read(name: string, param: Param, cell: unknown): unknown {
  const value = readCell(name, param, cell);
  return value instanceof Decimal ? value.toString() : value;
}

describe("a number", () => {
  it("is read to the 15 digits that Excel shows", () => {
    expect(read("price", price, 5000)).toBe("5000");
    expect(read("price", price, 0.1 + 0.2)).toBe("0.3");
    expect(read("price", price, -0)).toBe("0");
    expect(read("price", price, { type: "FormattedNumber", basicType: "Double", basicValue: 4.25 })).toBe(
      "4.25",
    );
  });

  it("in text is refused, never guessed", () => {
    for (const text of ["1.3", "1,3", "5 000", "$5,000", "10%", "1e3", "five", "'5"]) {
      expect(read("price", price, text)).toEqual(wrong(`price is the text "${text}", but must be a number`));
    }
    expect(read("price", price, "5000 ")).toEqual(wrong('price is the text "5000 ", but must be a number'));
  });

  it("that is TRUE or FALSE is refused", () => {
    expect(read("price", price, true)).toEqual(wrong("price is TRUE, but must be a number"));
    expect(read("price", price, false)).toEqual(wrong("price is FALSE, but must be a number"));
  });

  it.each([
    ["any", "price is blank, but must be a number"],
    ["positive", "price is blank or 0, but must be greater than 0"],
    ["nonzero", "price is blank or 0, but must not be 0"],
    ["not negative", "price is blank, but must be 0 or greater"],
    ["0 to 1", "price is blank, but must be from 0 to less than 1"],
  ] as const)("that must be there, %s: %s", (range, message) => {
    for (const blank of [null, undefined, "", "   "]) {
      expect(read("price", aNumber(range), blank)).toEqual(wrong(message));
    }
  });

  it("that may be missing has its default, or is left out", () => {
    expect(read("contracts", { ...price, optional: true, default: 1 }, null)).toBe("1");
    expect(read("targetBeta", { ...price, optional: true, default: 0 }, "")).toBe("0");
    expect(read("days", { ...price, optional: true }, null)).toBeUndefined();
    expect(read("contracts", { ...price, optional: true, default: 1 }, 0)).toBe("0");
  });

  it("that is an error passes it on, with the name of the argument", () => {
    expect(read("price", price, new CellError("#N/A", ""))).toEqual(new CellError("#N/A", "price is #N/A"));
    expect(read("price", price, { type: "Error", basicValue: "#DIV/0!" })).toEqual(
      new CellError("#DIV/0!", "price is #DIV/0!"),
    );
    expect(read("price", price, NaN)).toEqual(
      new CellError("#NUM!", "price: the cell holds no finite number"),
    );
    expect(read("price", price, { type: "Entity" })).toEqual(
      wrong("price: the cell holds a data type (Entity) without a plain value; point to one of its fields"),
    );
  });

  it("in long text is quoted short", () => {
    expect(read("price", price, "x".repeat(40))).toEqual(
      wrong(`price is the text "${"x".repeat(40)}", but must be a number`),
    );
    expect(read("price", price, "x".repeat(41))).toEqual(
      wrong(`price is the text "${"x".repeat(39)}…", but must be a number`),
    );
  });
});

describe("a word", () => {
  const rounding: WordParam = {
    kind: "word",
    words: { nearest: "Nearest.", Down: "Down." },
    default: "nearest",
    description,
  };

  it("is read whatever its case and blanks", () => {
    for (const text of ["down", " DOWN ", "Down"]) expect(read("rounding", rounding, text)).toBe("Down");
  });

  it("that is blank is the default", () => {
    for (const blank of [null, undefined, "", " ", 0])
      expect(read("rounding", rounding, blank)).toBe("nearest");
  });

  it("that is not allowed is answered with those that are", () => {
    expect(read("rounding", rounding, "floor")).toEqual(
      wrong('rounding is the text "floor", but must be one of: nearest, Down'),
    );
    expect(read("rounding", rounding, 1)).toEqual(wrong("rounding is 1, but must be one of: nearest, Down"));
    expect(read("rounding", rounding, false)).toEqual(
      wrong("rounding is FALSE, but must be one of: nearest, Down"),
    );
    expect(read("rounding", rounding, "toString")).toEqual(
      wrong('rounding is the text "toString", but must be one of: nearest, Down'),
    );
  });
});

describe("a contract", () => {
  const contract: Param = { kind: "contract", description };
  const A_CONTRACT = "a contract code such as ES, or a multiplier greater than 0";

  it("is a code, or the multiplier of a linear contract in lots of 1", () => {
    expect(readCell("contract", contract, " es ")).toMatchObject({ code: "ES", payoff: "linear" });
    expect(readCell("contract", contract, "btcusd _perp")).toMatchObject({
      code: "BTCUSD_PERP",
      payoff: "inverse",
    });
    expect(readCell("contract", contract, "ESZ26")).toMatchObject({ code: "ES" });
    expect(readCell("contract", contract, 0.001)).toEqual({
      payoff: "linear",
      multiplier: new Decimal("0.001"),
      lot: new Decimal(1),
    });
  });

  it("that is a root of CME, a coin or a month is told apart by the catalogue", () => {
    expect(readCell("contract", contract, "Z")).toMatchObject({ exchange: "ICE Futures Europe" });
    expect(readCell("contract", contract, "SOL")).toMatchObject({ multiplier: new Decimal(500) });
    expect(readCell("contract", contract, "MXP")).toMatchObject({ multiplier: new Decimal(2500) });
    expect(readCell("contract", contract, "BTC")).toMatchObject({ multiplier: new Decimal(5) });
  });

  it("that is blank or no multiplier is refused", () => {
    for (const blank of [null, "", " ", 0]) {
      expect(read("contract", contract, blank)).toEqual(
        wrong(`contract is blank or 0, but must be ${A_CONTRACT}`),
      );
    }
    expect(read("contract", contract, -50)).toEqual(wrong(`contract is -50, but must be ${A_CONTRACT}`));
    expect(read("contract", contract, -1e21)).toEqual(wrong(`contract is -1e+21, but must be ${A_CONTRACT}`));
    expect(read("contract", contract, true)).toEqual(wrong(`contract is TRUE, but must be ${A_CONTRACT}`));
  });

  it("that is a number in text is refused, never guessed", () => {
    for (const text of ["50", "0,001", "$50", " 5 000", "(50)", "10%", "1'000", "+5", "-5", "€ 25 "]) {
      expect(read("contract", contract, text)).toEqual(
        wrong(`contract is the text "${text}", but must be ${A_CONTRACT}`),
      );
    }
  });

  it("that is not held is #N/A, and what to do", () => {
    for (const text of ["FOO", "ESF26", "5A", "x50"]) {
      expect(read("contract", contract, text)).toEqual(read("contract", contract, ` ${text} `));
      expect(read("contract", contract, ` ${text} `)).toEqual(
        new CellError(
          "#N/A",
          `contract "${text}" is not in the catalogue; check the code, or give the multiplier of the contract instead`,
        ),
      );
    }
  });
});

describe("a code", () => {
  const code: Param = { kind: "code", description };

  it("is read without blanks, in capitals", () => {
    expect(read("contract", code, " es z26 ")).toBe("ESZ26");
  });

  it("that is blank or a number is refused", () => {
    for (const blank of [null, "", 0]) {
      expect(read("contract", code, blank)).toEqual(
        wrong("contract is blank, but must be a contract code such as ES"),
      );
    }
    expect(read("contract", code, 50)).toEqual(
      wrong("contract is 50, but must be a contract code such as ES"),
    );
    expect(read("contract", code, "50")).toEqual(
      wrong('contract is the text "50", but must be a contract code such as ES'),
    );
    expect(read("contract", code, true)).toEqual(
      wrong("contract is TRUE, but must be a contract code such as ES"),
    );
  });
});

describe("a date", () => {
  const date: Param = { kind: "date", description };

  it("is a day, without the time", () => {
    expect(read("date", date, 46_347.99)).toBe(46_347);
    expect(read("date", date, 1)).toBe(1);
    expect(read("date", date, 2_958_465.5)).toBe(2_958_465);
  });

  it("that is blank is left out, or asked for", () => {
    for (const blank of [null, "", 0]) {
      expect(read("date", { ...date, optional: true }, blank)).toBeUndefined();
      expect(read("date", date, blank)).toEqual(wrong("date is blank or 0, but must be a date"));
    }
  });

  it("outside Excel's years, or in text, is refused", () => {
    for (const cell of [0.5, -1, 2_958_466]) {
      expect(read("date", date, cell)).toEqual(
        wrong(`date is ${cell}, but must be a date from 1900-01-01 to 9999-12-31`),
      );
    }
    expect(read("date", date, "2026-11-21")).toEqual(
      wrong('date is the text "2026-11-21", but must be a date (a number formatted as a date)'),
    );
    expect(read("date", date, true)).toEqual(
      wrong("date is TRUE, but must be a date (a number formatted as a date)"),
    );
  });
});

describe("a range of numbers", () => {
  const values: NumbersParam = { kind: "numbers", unit: "USD", text: "refused", description };
  const changes: NumbersParam = { ...values, text: "blank" };

  it("keeps its shape and its blanks", () => {
    expect(
      readNumbers("values", values, [
        [1, null],
        ["", 0.5],
      ]),
    ).toEqual({
      rows: 2,
      columns: 2,
      cells: [new Decimal(1), null, null, new Decimal("0.5")],
    });
    expect(readNumbers("values", values, [])).toEqual({ rows: 0, columns: 0, cells: [] });
  });

  it("says in which cell there is text, or takes it for a blank where Excel's SLOPE does", () => {
    expect(readNumbers("values", values, [[1], ["n/a"]])).toEqual(
      wrong('values, row 2, is the text "n/a", but must be a number'),
    );
    expect(
      readNumbers("values", values, [
        [1, 2],
        [3, "5 000"],
      ]),
    ).toEqual(wrong('values, row 2, column 2, is the text "5 000", but must be a number'));
    expect(readNumbers("changes", changes, [[1], ["n/a"], [2]])).toMatchObject({
      cells: [new Decimal(1), null, new Decimal(2)],
    });
  });

  it("takes TRUE for no number, in any range", () => {
    for (const param of [values, changes]) {
      expect(readNumbers("values", param, [[true]])).toEqual(
        wrong("values, row 1, is TRUE, but must be a number"),
      );
    }
  });

  it("passes the first error on, and where it is", () => {
    const block = [[1], [new CellError("#N/A", "")], [new CellError("#DIV/0!", "")]];
    expect(readNumbers("values", values, block)).toEqual(new CellError("#N/A", "values, row 2, is #N/A"));
    expect(readNumbers("values", changes, [[1, Infinity]])).toEqual(
      new CellError("#NUM!", "values, row 1, column 2: the cell holds no finite number"),
    );
  });

  it("is never read as one cell", () => {
    expect(() => readCell("values", values, 1)).toThrow("values is read as a range");
  });
});
