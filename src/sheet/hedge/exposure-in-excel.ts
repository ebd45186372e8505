import { sumProduct, withoutBeta, type BookRanges } from "../book/book-ranges";
import { BOOK_CELLS } from "../plan/cell-names";

const { DefaultBeta, MarketShock, ValueWithoutBeta } = BOOK_CELLS;

/** Σ value × beta; the default beta counts where the book has none. */
export function exposure(ranges: BookRanges, condition: readonly string[] = []): string {
  const { value, beta } = ranges;
  if (beta === undefined) return `${DefaultBeta}*${sumProduct(...condition, ...value)}`;
  const missing = condition.length === 0 ? ValueWithoutBeta : withoutBeta(ranges, condition);
  return `${sumProduct(...condition, ...value, beta)}+${DefaultBeta}*${missing}`;
}

/**
 * The same once the market has moved by the shock: Σ value × (1 + beta × shock) × beta, as each holding has moved by
 * its own beta.
 */
export function shockedExposure(ranges: BookRanges, condition: readonly string[] = []): string {
  const { value, beta } = ranges;
  const shocked = `${DefaultBeta}*(1+${DefaultBeta}*${MarketShock})`;
  if (beta === undefined) return `${shocked}*${sumProduct(...condition, ...value)}`;
  const given = [...condition, ...value, beta];
  const ofGiven = `${sumProduct(...given)}+${MarketShock}*${sumProduct(...given, beta)}`;
  return `${ofGiven}+${shocked}*${withoutBeta(ranges, condition)}`;
}
