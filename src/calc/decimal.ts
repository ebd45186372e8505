import { Decimal as DecimalJs } from "decimal.js";

/** Decimals of 40 significant digits: more than twice a double's, so that sums of products of cells stay exact. */
export const Decimal = DecimalJs.clone({ precision: 40, rounding: DecimalJs.ROUND_HALF_UP });
export type Decimal = DecimalJs;

/** A double as the user sees it: Excel shows and stores 15 significant digits, so 0.1 + 0.2 is 0.3. */
export function fromCell(x: number): Decimal {
  return new Decimal(x.toPrecision(15));
}
