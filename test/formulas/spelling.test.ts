import fc from "fast-check";
import { Decimal } from "../../src/calc/decimal";
import { IN_DECIMALS } from "../../src/calc/in-decimals";
import type { Spelling } from "../../src/calc/spelling";
import { cell, IN_EXCEL } from "../../src/formulas/in-excel";
import { numRuns } from "../runs";
import { openEngine, type Engine } from "./engine";

let engine: Engine;
beforeAll(() => {
  engine = openEngine();
});

/** A figure over three cells, as the hedge's are written. */
type Figure = <N, B, T>(s: Spelling<N, B, T>, cells: readonly [N, N, N]) => N;
type Condition = <N, B, T>(s: Spelling<N, B, T>, cells: readonly [N, N, N]) => B;

const { whole, condition } = fc.letrec<{ whole: Figure; condition: Condition }>((tie) => ({
  /** Whole numbers only, so that a computer's noise decides no comparison. */
  whole: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    fc.constantFrom<Figure>(
      (_, [a]) => a,
      (_, [, b]) => b,
      (_, [, , c]) => c,
    ),
    fc.integer({ min: -3, max: 12 }).map<Figure>((n) => (s) => s.number(n)),
    fc
      .tuple(fc.constantFrom("plus", "minus", "times", "least", "greatest"), tie("whole"), tie("whole"))
      .map<Figure>(
        ([operation, a, b]) =>
          (s, cells) =>
            s[operation](a(s, cells), b(s, cells)),
      ),
    fc.tuple(fc.constantFrom("negative", "abs", "sign", "orZero"), tie("whole")).map<Figure>(
      ([operation, a]) =>
        (s, cells) =>
          s[operation](a(s, cells)),
    ),
    fc
      .array(tie("whole"), { maxLength: 3 })
      .map<Figure>((terms) => (s, cells) => s.sum(terms.map((term) => term(s, cells)))),
    fc.tuple(tie("condition"), tie("whole"), tie("whole")).map<Figure>(
      ([where, a, b]) =>
        (s, cells) =>
          s.either(where(s, cells), a(s, cells), b(s, cells)),
    ),
  ),
  condition: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    fc
      .tuple(
        fc.constantFrom("isAbove", "isBelow", "isAtLeast", "isAtMost", "isEqual", "isOther"),
        tie("whole"),
        tie("whole"),
      )
      .map<Condition>(
        ([comparison, a, b]) =>
          (s, cells) =>
            s[comparison](a(s, cells), b(s, cells)),
      ),
    fc
      .tuple(fc.constantFrom("all", "any"), fc.array(tie("condition"), { minLength: 1, maxLength: 3 }))
      .map<Condition>(
        ([together, list]) =>
          (s, cells) =>
            s[together](list.map((each) => each(s, cells))),
      ),
    tie("condition").map<Condition>((a) => (s, cells) => s.not(a(s, cells))),
  ),
}));

const three = fc.tuple(...([1, 2, 3].map(() => fc.integer({ min: -9, max: 9 })) as [Int, Int, Int]));
type Int = fc.Arbitrary<number>;

function inDecimals(figure: Figure, numbers: readonly number[]): Decimal {
  const [a, b, c] = numbers.map((n) => new Decimal(n)) as [Decimal, Decimal, Decimal];
  return figure(IN_DECIMALS, [a, b, c]);
}

function textOf(figure: Figure): string {
  return figure(IN_EXCEL, [cell("B2"), cell("C2"), cell("D2")]).text;
}

function inExcel(figure: Figure, [a = 0, b = 0, c = 0]: readonly number[]): number | string {
  return engine.evaluate({ a, b, c }, () => textOf(figure));
}

describe("a figure that is spelt once", () => {
  it("is in Excel what it is in decimals", () => {
    fc.assert(
      fc.property(whole, three, (figure, numbers) => {
        const exact = inDecimals(figure, numbers).toNumber();
        const sheets = Number(inExcel(figure, numbers));
        // The engine tells its numbers in 16 digits, the last of which may be off.
        const isSame = Math.abs(sheets - exact) <= 1e-12 * Math.abs(exact);
        expect({ text: textOf(figure), value: isSame ? exact : sheets }).toEqual({
          text: textOf(figure),
          value: exact,
        });
      }),
      { numRuns: numRuns * 3 },
    );
  });

  it("is the same where it divides", () => {
    fc.assert(
      fc.property(whole, whole, whole, three, (a, b, c, numbers) => {
        const figure: Figure = (s, cells) =>
          s.over(s.minus(a(s, cells), s.over(b(s, cells), c(s, cells))), s.times(c(s, cells), b(s, cells)));
        const exact = inDecimals(figure, numbers);
        const sheets = inExcel(figure, numbers);
        if (!exact.isFinite()) expect(sheets).toBe("#DIV/0!");
        else
          expect(Math.abs(Number(sheets) - exact.toNumber())).toBeLessThanOrEqual(
            1e-9 * (1 + exact.abs().toNumber()),
          );
      }),
      { numRuns },
    );
  });

  it("decides the same", () => {
    fc.assert(
      fc.property(condition, three, (where, numbers) => {
        const figure: Figure = (s, cells) => s.either(where(s, cells), s.number(1), s.number(0));
        expect(inExcel(figure, numbers)).toBe(inDecimals(figure, numbers).toNumber());
      }),
      { numRuns },
    );
  });
});

describe("Excel's text", () => {
  const [a, b, c] = [cell("A"), cell("B"), cell("C")];
  const s = IN_EXCEL;

  // As somebody would write them by hand: brackets where Excel's order of operations needs them, and nowhere else.
  it.each([
    [s.over(s.times(s.minus(a, b), c), s.times(a, b)), "(A-B)*C/(A*B)"],
    [s.minus(a, s.plus(b, c)), "A-(B+C)"],
    [s.plus(a, s.minus(b, c)), "A+B-C"],
    [s.over(a, s.over(b, c)), "A/(B/C)"],
    [s.over(s.over(a, b), c), "A/B/C"],
    [s.times(s.negative(a), b), "-A*B"],
    [s.negative(s.plus(a, b)), "-(A+B)"],
    [s.over(a, s.negative(b)), "A/-B"],
    [s.join([a, s.fixed(s.plus(b, c), s.number(2))]), "A&FIXED(B+C,2)"],
    [s.isAbove(s.plus(a, b), s.times(b, s.number(0.05))), "A+B>B*0.05"],
    [s.all([s.isText(a, "none")]), 'A="none"'],
    [s.any([s.isKnown(a), s.not(s.isKnown(b))]), "OR(ISNUMBER(A),NOT(ISNUMBER(B)))"],
    [s.text('say "hi"'), '"say ""hi"""'],
    [s.number(1e-9), "1E-9"],
    [s.sum([]), "0"],
    [s.least(a), "A"],
  ])("%# reads as by hand", (expression, text) => {
    expect(expression.text).toBe(text);
  });
});

describe("a number that is not known", () => {
  const s = IN_DECIMALS;

  // On the sheet it is a dash or a blank: N(…) is 0, ISNUMBER(…) FALSE, COUNT(…) leaves it out.
  it("counts as 0 only where that is asked for", () => {
    expect(s.isKnown(s.unknown)).toBe(false);
    expect(s.orZero(s.unknown).toNumber()).toBe(0);
    expect(s.orZero(s.number(3)).toNumber()).toBe(3);
    expect(s.countKnown([s.unknown, s.number(0), s.number(2)]).toNumber()).toBe(2);
  });
});

describe("a number in words", () => {
  const s = IN_DECIMALS;

  it.each([
    [1234.5, 2, "1,234.50"],
    [-1234567, 0, "-1,234,567"],
    [-0.001, 2, "0.00"],
    [999.995, 2, "1,000.00"],
  ])("says %d with %d decimals as FIXED does: %s", (x, decimals, words) => {
    expect(s.fixed(s.number(x), s.number(decimals))).toBe(words);
    expect(engine.evaluate({ x }, ({ x: at = "" }) => `FIXED(ROUND(${at},${decimals}),${decimals})`)).toBe(
      words,
    );
  });
});
