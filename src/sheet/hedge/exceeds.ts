import { fromCell, type Decimal } from "../../calc/decimal";

/**
 * Whether an amount is above a limit of 0 or more, and by more than a computer's noise: 1.1 × 10,000 is
 * 11,000.000000000002 to a spreadsheet, and what stands exactly on a limit must not be above it there.
 */
export function exceeds(amount: Decimal, limit: Decimal): boolean {
  return amount.greaterThan(limit.times("1.000000001"));
}

/** The same as a native condition. */
export function exceedsNative(amount: string, limit: string): string {
  return `${amount}>${limit}*(1+1E-9)`;
}

/** More than a share of `base` away from it; never for a base that is not positive. */
export function isFar(value: number, base: number, share: number): boolean {
  const from = fromCell(base);
  return from.greaterThan(0) && exceeds(fromCell(value).minus(from).abs(), from.times(share));
}

/** The same as a native condition, for a base that is positive. */
export function isFarNative(value: string, base: string, share: number): string {
  return exceedsNative(`ABS(${value}-${base})`, `${String(share)}*${base}`);
}
