/**
 * What a figure can be spelt in: numbers N, conditions B and texts T. A figure is written once, over a spelling given
 * as a parameter, and read twice: as exact decimals (in-decimals.ts) and as a formula of Excel (formulas/in-excel.ts).
 *
 * A number may be unknown, as what follows from an input that is blank. Figures ask `isKnown` before they compute with
 * it, or take it as 0 by `orZero`: what else comes of an unknown number is not the same in both readings.
 */
export interface Spelling<N, B, T> {
  number(x: number): N;
  readonly unknown: N;
  isKnown(a: N): B;
  orZero(a: N): N;
  countKnown(list: readonly N[]): N;
  sum(terms: readonly N[]): N;
  plus(a: N, b: N): N;
  minus(a: N, b: N): N;
  times(a: N, b: N): N;
  over(a: N, b: N): N;
  negative(a: N): N;
  abs(a: N): N;
  sign(a: N): N;
  least(first: N, ...others: readonly N[]): N;
  greatest(first: N, ...others: readonly N[]): N;
  /** To so many decimals, half away from zero. */
  round(a: N, decimals: N): N;
  /** Toward zero. */
  truncate(a: N): N;
  /** To whole lots by the word in `rounding`: see calc/rounding.ts. */
  toLot(args: { readonly contracts: N; readonly lot: N; readonly rounding: T }): N;
  isAbove(a: N, b: N): B;
  isBelow(a: N, b: N): B;
  isAtLeast(a: N, b: N): B;
  isAtMost(a: N, b: N): B;
  isEqual(a: N, b: N): B;
  isOther(a: N, b: N): B;
  all(conditions: readonly B[]): B;
  any(conditions: readonly B[]): B;
  not(a: B): B;
  either(condition: B, then: N, otherwise: N): N;
  text(words: string): T;
  isText(a: T, words: string): B;
  isOtherText(a: T, words: string): B;
  join(parts: readonly T[]): T;
  /** Without so many characters at the start. */
  withoutFirst(a: T, characters: number): T;
  /** With a capital first letter. */
  capitalised(a: T): T;
  eitherText(condition: B, then: T, otherwise: T): T;
  /** With thousands apart and so many decimals: 1,234.50. */
  fixed(a: N, decimals: N): T;
}
