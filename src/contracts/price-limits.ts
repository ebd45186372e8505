import { CHECKED_ON } from "./sources";

/**
 * How far prices may move. For the pane and the docs; no function computes with it.
 * Levels are fractions of the reference price.
 */

/** A fall of the S&P 500 that stops all US shares. */
export interface CircuitBreaker {
  readonly fall: string;
  readonly halt: string;
}

/** Market-wide circuit breakers: against the index's close of the day before. */
export const MARKET_WIDE = {
  levels: [
    { fall: "0.07", halt: "15 minutes, if before 15:25 New York" },
    { fall: "0.13", halt: "15 minutes, if before 15:25 New York" },
    { fall: "0.20", halt: "the rest of the day" },
  ] as const satisfies readonly CircuitBreaker[],
  source: "NYSE rule 7.12, market-wide circuit breakers",
  checkedOn: CHECKED_ON,
} as const;

/** The limits of CME's US index futures during a part of the day, Chicago time. */
export interface PriceLimit {
  readonly from: string;
  readonly to: string;
  /** Fractions of the reference price above it; empty: no limit. */
  readonly up: readonly string[];
  /** Fractions below it, one after the other. */
  readonly down: readonly string[];
  readonly rule: string;
}

/**
 * The reference price is the volume-weighted average of the lead month from 14:59:30 to 15:00 Chicago of the day
 * before. For ES and MES the width of the overnight limit is 7% of the S&P 500 at 15:00, around the futures' price: so
 * levels are not the reference price × (1 ± 7%).
 */
export const CME_US_INDEX = {
  limits: [
    {
      from: "17:00",
      to: "08:30",
      up: ["0.07"],
      down: ["0.07"],
      rule: "overnight: hard limit, trading goes on inside it",
    },
    {
      from: "08:30",
      to: "14:25",
      up: [],
      down: ["0.07", "0.13", "0.20"],
      rule: "with the market-wide circuit breakers",
    },
    { from: "14:25", to: "15:00", up: [], down: ["0.20"], rule: "only the last level" },
    {
      from: "15:00",
      to: "16:00",
      up: ["0.07"],
      down: ["0.07"],
      rule: "from the price at 15:00, but no lower than the 20% limit of the day",
    },
  ] as const satisfies readonly PriceLimit[],
  /** Outside share trading, a move of 3.5% within an hour pauses the market for two minutes. */
  dynamicBreaker: { move: "0.035", within: "1 hour", pause: "2 minutes" },
  sources: [
    "cmegroup.com/trading/equity-index/faq-sp-500-price-limits.html (2020-09-22)",
    "cmegroup.com/trading/equity-index/faq-us-based-equity-index-price-limits.html",
  ],
  checkedOn: CHECKED_ON,
  /** What older documents say. */
  before: "until 2020 the overnight limit was 5%",
} as const;
