import type { ExpiryRule } from "../contract";
import { FRIDAY, lastWeekday, nthWeekday, onOrBefore, THURSDAY, type Day } from "./day";
import { goodFriday } from "./easter";
import { isLondonDay } from "./london";
import { isNyseDay } from "./nyse";

/** The days that the exchange's texts allow as the last trading day: one, or more where they contradict each other. */
export type Readings = readonly [Day, ...Day[]];

/** HKEX needs the holidays of Hong Kong's lunar calendar, which are not held. */
export type HeldRule = Exclude<ExpiryRule, "hkex">;

/** The rules for contracts of a month. */
export const MONTHLY_RULES: Readonly<
  Record<Exclude<HeldRule, "cme-friday">, (year: number, month: number) => Readings>
> = {
  "us-equity": usEquity,
  "cme-crypto": cmeCrypto,
  "cme-nikkei": cmeNikkei,
  eurex,
  "ice-ftse": iceFtse,
  asx,
};

/**
 * Third Friday; if the NYSE is closed, the NYSE day before it. Not Globex's holidays: it trades on Juneteenth.
 *
 * @see cmegroup.com, E-mini S&P 500 contract specifications; QuantConnect Lean issue 9165, on Thursday 18 June 2026
 */
function usEquity(year: number, month: number): Readings {
  return [onOrBefore(nthWeekday(year, month, FRIDAY, 3), isNyseDay)];
}

/**
 * Last Friday of the month. Where London or New York is closed, two texts of the exchange differ: BTC's asks for a day
 * of business in both cities, ETH's and the later coins' in either. They disagree only when Boxing Day is that Friday
 * (2025, 2031, 2036, 2042); no page of the exchange was found that settles it.
 *
 * @see cmegroup.com, Bitcoin and Ether contract specifications
 */
function cmeCrypto(year: number, month: number): Readings {
  const friday = lastWeekday(year, month, FRIDAY);
  const both = onOrBefore(friday, (day) => isLondonDay(day) && isNyseDay(day));
  const either = onOrBefore(friday, (day) => isLondonDay(day) || isNyseDay(day));
  return both === either ? [both] : [both, either];
}

/**
 * The day before the second Friday: Osaka's opening of that Friday settles it. Neither country has a holiday on the
 * 7th to 14th of March, June, September (Labor Day and Respect for the Aged Day are Mondays) or December.
 *
 * @see cmegroup.com, Nikkei/USD contract specifications
 */
function cmeNikkei(year: number, month: number): Readings {
  return [nthWeekday(year, month, FRIDAY, 2) - 1];
}

/**
 * Third Friday, or the day before if that is Good Friday: Eurex's other holidays cannot fall on it.
 *
 * @see eurex.com, EURO STOXX 50 and DAX futures
 */
function eurex(year: number, month: number): Readings {
  return [onOrBefore(nthWeekday(year, month, FRIDAY, 3), (day) => day !== goodFriday(year))];
}

/**
 * Third Friday, or the London business day before it.
 *
 * @see theice.com, FTSE 100 Index Future
 */
function iceFtse(year: number, month: number): Readings {
  return [onOrBefore(nthWeekday(year, month, FRIDAY, 3), isLondonDay)];
}

/**
 * Third Thursday. No Australian holiday falls on the 15th to 21st of these months and a Thursday.
 *
 * @see asx.com.au, SPI 200 contract specifications
 */
function asx(year: number, month: number): Readings {
  return [nthWeekday(year, month, THURSDAY, 3)];
}

/**
 * Bitcoin Friday futures: every Friday. No text was found for a Friday on which New York is closed: it or the day
 * before.
 *
 * @see cmegroup.com/articles/2024/bitcoin-friday-futures-your-new-bff.html
 */
export function cmeFriday(friday: Day): Readings {
  return isNyseDay(friday) ? [friday] : [onOrBefore(friday, isNyseDay), friday];
}
