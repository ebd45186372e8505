import { dayOfSerial, serialOfDay } from "../contracts/calendar/excel-date";
import { findExpiry, type Expiry } from "../contracts/calendar/expiry";
import { rollDay } from "../contracts/calendar/roll";
import type { Decimal } from "../calc/decimal";
import { defineFormula, defineFunction } from "./formula";

const params = {
  contract: {
    kind: "code",
    description:
      'Contract code, such as "ES"; or a dated code, such as "ESZ26" or "ESZ6" ' +
      "(one digit: the year nearest to the date, or else to 2026).",
  },
  date: {
    kind: "date",
    optional: true,
    description: "Excel date from which to count, such as TODAY(); needed unless the code is dated.",
  },
  nth: {
    kind: "number",
    unit: "expiries",
    range: "positive",
    optional: true,
    default: 1,
    description: "Which expiry: 1 is the first on or after the date, 2 the next, and so on.",
  },
} as const;

const YEARS =
  "Dates from 2000 to 2045, by the rules of 2026: a closure announced later is not known, " +
  "nor whether a contract was listed yet.";
const WHOLE_DAYS =
  "Whole days: the time of day at which trading ends is not looked at. Workbooks must use the 1900 date system.";
const NOT_COVERED =
  "Hong Kong's contracts are not covered, " +
  "nor CME's coins in months where the exchange's texts disagree (December 2025).";

const COIN_SOURCE =
  "CME Group, Bitcoin futures: last Friday that is a business day in London and the U.S., else the one before";

/** Last trading day. */
export const expiryFunction = defineFunction({
  name: "FUT_EXPIRY",
  params,
  calculate: (args) => serialOfDay(expiry(args).day),
});

export const FUT_EXPIRY = /* @__PURE__ */ defineFormula(expiryFunction, {
  summary: "The last trading day of a futures contract, as an Excel date.",
  formula: [
    "US index futures: third Friday of March, June, September, December; if the NYSE is closed, its last day before",
    "CME coins: last Friday of the month that is a business day in London and New York",
    "Eurex, ICE: third Friday; ASX: third Thursday; CME Nikkei: the day before the second Friday; BFF: every Friday",
  ],
  result: { description: "The date; format the cell as a date.", unit: "Excel date" },
  native: null,
  nativeNote:
    "Excel knows no exchange holidays. The third Friday alone is =DATE(y,m,15)+MOD(6-WEEKDAY(DATE(y,m,15)),7), " +
    "which is a day late in June 2026 and June 2027 (Juneteenth). " +
    "The worksheet holds the date as a value in its input cells.",
  examples: [
    {
      cells: ["ESM26"],
      result: 46191,
      says: "Thursday 18 June 2026: Friday is Juneteenth.",
      source: "QuantConnect Lean, expiry test data, 2026-08-21; NYSE holidays 2026-2028",
    },
    {
      cells: ["ES", 46347],
      result: 46374,
      says: "From 21 November 2026 the next expiry is 18 December 2026.",
      source: "CME Group, E-mini S&P 500 contract specifications: third Friday of the contract month",
    },
    {
      cells: ["MES", 46347, 2],
      result: 46465,
      says: "The one after it: 19 March 2027.",
      source: "CME Group, E-mini S&P 500 contract specifications: third Friday of the contract month",
    },
    {
      cells: ["BTCZ26"],
      result: 46380,
      says: "Thursday 24 December 2026: Christmas is the last Friday.",
      source: COIN_SOURCE,
    },
  ],
  limits: [YEARS, WHOLE_DAYS, NOT_COVERED],
});

/** Roll date. */
export const rollFunction = defineFunction({
  name: "FUT_ROLL",
  params,
  calculate: (args) => serialOfDay(rollDay(expiry(args))),
});

export const FUT_ROLL = /* @__PURE__ */ defineFormula(rollFunction, {
  summary: "The day on which trading in a US index future moves to the next expiry, as an Excel date.",
  formula: [
    "the Monday before the third Friday of the contract's month, even if a holiday moves the expiry",
    "until March 2022 (June 2022 except for the S&P 500): the Thursday eight days before the third Friday",
  ],
  result: {
    description:
      "The roll date of the expiry that FUT_EXPIRY gives, so it may lie before the date asked from.",
    unit: "Excel date",
  },
  native: null,
  nativeNote:
    "For a year y and a month m: =DATE(y,m,15)+MOD(6-WEEKDAY(DATE(y,m,15)),7)-4. " +
    "Which month is next depends on the expiry, and that on holidays. " +
    "The worksheet holds the date as a value in its input cells.",
  examples: [
    {
      cells: ["ESM26"],
      result: 46188,
      says: "Monday 15 June 2026, although the expiry moves to Thursday.",
      source: "Linn Software, rollover calendar: June 2026 after the close of Friday 12 June",
    },
    {
      cells: ["NQ", 45700],
      result: 45733,
      says: "Monday 17 March 2025.",
      source: "rawnews.com, rollover for U.S. equity index futures, March 2025",
    },
  ],
  limits: [
    YEARS,
    WHOLE_DAYS,
    NOT_COVERED,
    "Only CME's US index futures: the other exchanges publish no roll date.",
  ],
});

function expiry(args: { contract: string; date: number | undefined; nth: Decimal }): Expiry {
  const { contract, date, nth } = args;
  return findExpiry({
    code: contract,
    from: date === undefined ? undefined : dayOfSerial(date),
    nth: nth.toNumber(),
  });
}
