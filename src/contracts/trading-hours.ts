import type { Contract } from "./contract";
import { CHECKED_ON } from "./sources";

/** When a contract trades, as its exchange says. */
export interface TradingHours {
  readonly hours: string;
  readonly timeZone: string;
  /** First day of these hours (YYYY-MM-DD), where they changed lately; null: for years. */
  readonly since: string | null;
  readonly source: string;
  readonly checkedOn: string;
}

const US_INDEX: TradingHours = {
  hours:
    "Sunday 18:00 to Friday 17:00, with a break from 17:00 to 18:00 each day: 23 hours a day, 115 a week",
  timeZone: "America/New_York",
  since: null,
  source: "cmegroup.com/trading/equity-index/us-index/e-mini-sandp500_contractSpecs_futures.html",
  checkedOn: CHECKED_ON,
};

const CME_COINS: TradingHours = {
  hours: "all week, with a pause for maintenance of at least 2 hours at the weekend",
  timeZone: "America/Chicago",
  since: "2026-05-29",
  source: "CME Group announcement of 2026-02-19 (subject to review then; the launch itself was not verified)",
  checkedOn: CHECKED_ON,
};

const PERPETUALS: TradingHours = {
  hours: "all day, all week",
  timeZone: "UTC",
  since: null,
  source: "the exchanges' contract pages, such as deribit.com/pages/docs/perpetual",
  checkedOn: CHECKED_ON,
};

/** The trading hours of a contract; undefined where no document was read. */
export function tradingHours({ cycle, expiryRule }: Contract): TradingHours | undefined {
  if (cycle === "perpetual") return PERPETUALS;
  if (expiryRule === "us-equity") return US_INDEX;
  return expiryRule === "cme-crypto" || expiryRule === "cme-friday" ? CME_COINS : undefined;
}
