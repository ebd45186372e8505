import { Decimal, fromCell } from "../../calc/decimal";
import type { Holding } from "../book/holdings";

/** Sums over holdings, as the sheet's formulas make them over the user's columns (book/book-ranges.ts). */
export interface Sums {
  readonly value: Decimal;
  /** Σ |value|: against it a total counts as zero or not. */
  readonly gross: Decimal;
  /** Beta-adjusted: Σ value × beta, with the default beta where the book has none. */
  readonly exposure: Decimal;
}

/** A value of the book and what it moves by, as decimals. */
interface Weighed {
  readonly value: Decimal;
  readonly exposure: Decimal;
}

/** The sums over any of a book's holdings; each is turned into decimals once. */
export function sumsOver(defaultBeta: Decimal): (holdings: readonly Holding[]) => Sums {
  const known = new Map<Holding, Weighed>();
  const weighed = (holding: Holding): Weighed => {
    let found = known.get(holding);
    if (found === undefined) {
      const value = fromCell(holding.value);
      const beta = holding.beta === null ? defaultBeta : fromCell(holding.beta);
      found = { value, exposure: value.times(beta) };
      known.set(holding, found);
    }
    return found;
  };
  return (holdings) => {
    let [value, gross, exposure] = [new Decimal(0), new Decimal(0), new Decimal(0)];
    for (const holding of holdings) {
      const each = weighed(holding);
      value = value.plus(each.value);
      gross = gross.plus(each.value.abs());
      exposure = exposure.plus(each.exposure);
    }
    return { value, gross, exposure };
  };
}
