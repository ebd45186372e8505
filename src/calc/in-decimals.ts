import { Decimal, fromCell } from "./decimal";
import { toLot, type Rounding } from "./rounding";
import type { Spelling } from "./spelling";

/** The reading of figures as exact decimals; NaN is a number that is not known. */
export const IN_DECIMALS: Spelling<Decimal, boolean, string> = {
  number: fromCell,
  unknown: new Decimal(NaN),
  isKnown: (a) => !a.isNaN(),
  orZero: (a) => (a.isNaN() ? new Decimal(0) : a),
  countKnown: (list) => new Decimal(list.filter((a) => !a.isNaN()).length),
  sum: (terms) => terms.reduce((sum, term) => sum.plus(term), new Decimal(0)),
  plus: (a, b) => a.plus(b),
  minus: (a, b) => a.minus(b),
  times: (a, b) => a.times(b),
  over: (a, b) => a.dividedBy(b),
  negative: (a) => a.negated(),
  abs: (a) => a.abs(),
  sign: (a) => new Decimal(Decimal.sign(a)),
  least: (first, ...others) => Decimal.min(first, ...others),
  greatest: (first, ...others) => Decimal.max(first, ...others),
  round: (a, decimals) => a.toDecimalPlaces(decimals.toNumber()),
  truncate: (a) => a.truncated(),
  toLot: ({ contracts, lot, rounding }) => toLot({ contracts, lot, rounding: rounding as Rounding }),
  isAbove: (a, b) => a.greaterThan(b),
  isBelow: (a, b) => a.lessThan(b),
  isAtLeast: (a, b) => a.greaterThanOrEqualTo(b),
  isAtMost: (a, b) => a.lessThanOrEqualTo(b),
  isEqual: (a, b) => a.equals(b),
  isOther: (a, b) => !a.equals(b),
  all: (conditions) => conditions.every(Boolean),
  any: (conditions) => conditions.some(Boolean),
  not: (a) => !a,
  either: (condition, then, otherwise) => (condition ? then : otherwise),
  text: (words) => words,
  isText: (a, words) => a === words,
  isOtherText: (a, words) => a !== words,
  join: (parts) => parts.join(""),
  withoutFirst: (a, characters) => a.slice(characters),
  capitalised: (a) => `${a.charAt(0).toUpperCase()}${a.slice(1)}`,
  eitherText: (condition, then, otherwise) => (condition ? then : otherwise),
  fixed: (a, decimals) => grouped(a.toFixed(decimals.toNumber())),
};

/** Thousands apart, and no sign before nothing: "1,234.50", "0.00". */
function grouped(digits: string): string {
  const [whole = "0", fraction] = digits.split(".");
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const number = fraction === undefined ? thousands : `${thousands}.${fraction}`;
  return /[1-9]/.test(number) ? number : number.replace("-", "");
}
