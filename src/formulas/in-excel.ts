import type { Spelling } from "../calc/spelling";
import { nativeToLot } from "./native";

/** A piece of a formula, and how tightly its parts hold together: what is looser gets brackets inside another. */
export interface Expression {
  readonly text: string;
  readonly binds: (typeof BINDS)[keyof typeof BINDS];
}

/** Excel's order of operations, loosest first. */
const BINDS = { comparison: 1, text: 2, sum: 3, product: 4, whole: 5 } as const;

/** Characters of the longest text that is taken apart. */
const LONGEST = 1000;

/** A cell by its name or address, or anything else that needs no brackets. */
export function cell(text: string): Expression {
  return { text, binds: BINDS.whole };
}

/** The reading of figures as Excel's text; a dash stands for a number that is not known. */
export const IN_EXCEL: Spelling<Expression, Expression, Expression> = {
  number: (x) => cell(digits(x)),
  unknown: cell('"–"'),
  isKnown: (a) => call("ISNUMBER", a),
  orZero: (a) => call("N", a),
  countKnown: (list) => call("COUNT", ...list),
  sum: (terms) => (terms.length === 0 ? cell("0") : terms.reduce((a, b) => operation(a, "+", b))),
  plus: (a, b) => operation(a, "+", b),
  minus: (a, b) => operation(a, "-", b),
  times: (a, b) => operation(a, "*", b),
  over: (a, b) => operation(a, "/", b),
  // In Excel a sign binds tighter than any operation.
  negative: (a) => cell(`-${within(a, BINDS.whole)}`),
  abs: (a) => call("ABS", a),
  sign: (a) => call("SIGN", a),
  least: (first, ...others) => (others.length === 0 ? first : call("MIN", first, ...others)),
  greatest: (first, ...others) => (others.length === 0 ? first : call("MAX", first, ...others)),
  round: (a, decimals) => call("ROUND", a, decimals),
  truncate: (a) => call("TRUNC", a),
  toLot: ({ contracts, lot, rounding }) =>
    cell(nativeToLot({ contracts: contracts.text, lot: lot.text, rounding: rounding.text })),
  isAbove: (a, b) => comparison(a, ">", b),
  isBelow: (a, b) => comparison(a, "<", b),
  isAtLeast: (a, b) => comparison(a, ">=", b),
  isAtMost: (a, b) => comparison(a, "<=", b),
  isEqual: (a, b) => comparison(a, "=", b),
  isOther: (a, b) => comparison(a, "<>", b),
  all: (conditions) => together("AND", conditions),
  any: (conditions) => together("OR", conditions),
  not: (a) => call("NOT", a),
  either: (condition, then, otherwise) => call("IF", condition, then, otherwise),
  text: words,
  isText: (a, text) => comparison(a, "=", words(text)),
  isOtherText: (a, text) => comparison(a, "<>", words(text)),
  join: (parts) => ({ text: parts.map((part) => within(part, BINDS.text)).join("&"), binds: BINDS.text }),
  withoutFirst: (a, characters) => call("MID", a, cell(String(characters + 1)), cell(String(LONGEST))),
  capitalised: (a) => ({
    text: `UPPER(LEFT(${a.text},1))&MID(${a.text},2,${String(LONGEST)})`,
    binds: BINDS.text,
  }),
  eitherText: (condition, then, otherwise) => call("IF", condition, then, otherwise),
  fixed: (a, decimals) => call("FIXED", a, decimals),
};

function words(text: string): Expression {
  return cell(`"${text.replaceAll('"', '""')}"`);
}

/** 0.05, 1E-9: as Excel spells them. */
function digits(x: number): string {
  return Math.abs(x) < 1e-6 && x !== 0 ? x.toExponential().replace("e", "E") : String(x);
}

function call(name: string, ...args: readonly Expression[]): Expression {
  return cell(`${name}(${args.map(({ text }) => text).join(",")})`);
}

function together(name: "AND" | "OR", conditions: readonly Expression[]): Expression {
  const [only] = conditions;
  return conditions.length === 1 && only !== undefined ? only : call(name, ...conditions);
}

function operation(a: Expression, sign: "+" | "-" | "*" | "/", b: Expression): Expression {
  const binds = sign === "+" || sign === "-" ? BINDS.sum : BINDS.product;
  // a − (b + c) and a ÷ (b × c) are not a − b + c and a ÷ b × c.
  const right = sign === "+" || sign === "*" ? binds : binds + 1;
  return { text: `${within(a, binds)}${sign}${within(b, right)}`, binds };
}

function comparison(a: Expression, sign: string, b: Expression): Expression {
  return { text: `${within(a, BINDS.text)}${sign}${within(b, BINDS.text)}`, binds: BINDS.comparison };
}

function within({ text, binds }: Expression, least: number): string {
  return binds < least ? `(${text})` : text;
}
