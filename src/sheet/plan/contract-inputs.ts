import type { BookContext, BookInput } from "./book-inputs";
import { isDated, isInverse, isIsolated, isMarginedByAmount, isPerpetual, type Group } from "./groups";
import type { InputOf } from "./input";
import { contractFormat, format } from "./number-formats";
import type { ContractChoice } from "./plan";
import { priceUnit } from "./units";
import { ANY_NUMBER, bounds, DATE, POSITIVE } from "./validations";

/** What is asked for each contract; the names of its cells end with its code: FuturesPrice_ES. */
export const CONTRACT_INPUTS = {
  FuturesPrice: {
    member: "price",
    label: "Futures price",
    unit: ({ groups }) => priceUnit(groups),
    format: format.price,
    validation: POSITIVE,
    box: { label: "price", title: ({ code }) => `Price of ${code}`, place: "sight" },
  },
  ContractMultiplier: {
    member: "multiplier",
    label: "Multiplier",
    unit: multiplierUnit,
    format: format.number,
    validation: POSITIVE,
    note: ({ groups }) =>
      groups.some(isInverse)
        ? "inverse contracts: fixed value of one contract, whatever the price"
        : "from the exchange's specification",
  },
  FxRate: {
    member: "fx",
    label: "FX rate",
    unit: ({ currency }) => currency,
    format: format.price,
    validation: POSITIVE,
    default: 1,
    needed: true,
    note: ({ groups }) => `book's currency per unit of the contract's${currenciesOf(groups)}`,
    box: {
      label: "exchange rate",
      title: ({ currency }) => (currency === "" ? "Exchange rate" : `Worth of 1 ${currency}`),
      hint: "In the book's currency",
      place: "more",
    },
  },
  FuturesBeta: {
    member: "futuresBeta",
    label: "Futures beta",
    unit: "ratio",
    format: format.beta,
    validation: ANY_NUMBER,
    default: 1,
    needed: true,
    note: "of the futures to the index that the betas refer to; not 0",
    box: { label: "futures beta", title: "Beta of the futures", place: "more" },
  },
  LotSize: {
    member: "lot",
    label: "Lot",
    unit: "contracts",
    format: format.number,
    validation: POSITIVE,
    note: "smallest step of an order",
  },
  HeldContracts: {
    member: "held",
    label: "Contracts held now",
    unit: "contracts",
    format: contractFormat,
    validation: ANY_NUMBER,
    default: 0,
    needed: true,
    note: "short is negative; netted into the trade",
    box: {
      label: "contracts held now",
      title: ({ code }) => `${code} held now`,
      hint: "Negative: short",
      place: "more",
    },
  },
  SpotPrice: {
    member: "spot",
    label: "Spot or index level",
    unit: ({ groups }) => priceUnit(groups),
    format: format.price,
    validation: POSITIVE,
    default: null,
    note: "blank: not known",
    box: { label: "spot or index level", place: "more" },
  },
  PriceDate: {
    member: "priceDate",
    label: "Price date",
    format: format.date,
    validation: DATE,
    default: null,
    nullIs: "asOf",
    note: "day of the futures price and the spot",
  },
  InitialMargin: {
    member: "initialMargin",
    label: "Initial margin",
    unit: "per contract",
    format: format.price,
    validation: POSITIVE,
    default: null,
    note: "in the contract's currency; from your broker: margins change",
    concerns: isMarginedByAmount,
    box: { label: "initial margin", hint: perContract, place: "more" },
  },
  MaintenanceMargin: {
    member: "maintenanceMargin",
    label: "Maintenance margin",
    unit: "per contract",
    format: format.price,
    validation: POSITIVE,
    default: null,
    note: "blank: initial margin / the factor below",
    concerns: isMarginedByAmount,
    box: { label: "maintenance margin", hint: perContract, place: "more" },
  },
  MarginDate: {
    member: "marginDate",
    label: "Margin date",
    format: format.date,
    validation: DATE,
    default: null,
    concerns: isMarginedByAmount,
    box: { label: "margin date", hint: "Margins change: when was it?", place: "more" },
  },
  ExpiryDate: {
    member: "expiry",
    label: "Expiry",
    format: format.date,
    validation: DATE,
    default: null,
    note: "last trading day",
    concerns: isDated,
    box: { label: "last trading day", place: "more" },
  },
  RollDate: {
    member: "roll",
    label: "Roll date",
    format: format.date,
    validation: DATE,
    default: null,
    note: "blank: not known",
    concerns: isDated,
    box: { label: "roll date", place: "more" },
  },
  FundingRate: {
    member: "fundingRate",
    label: "Funding rate",
    unit: "per interval",
    format: format.rate,
    validation: bounds(-1, 1, "Enter a percentage, such as 0.01%."),
    default: null,
    note: "positive: longs pay shorts, so a short receives it",
    concerns: isPerpetual,
    box: { label: "funding rate", unit: "percent", hint: "Per interval; +: longs pay", place: "more" },
  },
  FundingHours: {
    member: "fundingIntervalHours",
    label: "Funding interval",
    unit: "hours",
    format: format.number,
    validation: bounds(0.01, 168, "Enter hours, such as 8."),
    default: 8,
    concerns: isPerpetual,
    box: { label: "funding interval", title: "Funding every (hours)", place: "more" },
  },
  IsolatedLeverage: {
    member: "leverage",
    label: "Leverage of the position",
    unit: "times",
    format: format.leverage,
    validation: bounds(0.01, 200, "Enter the leverage, such as 2."),
    default: null,
    note: "isolated margin, in place of a margin per contract; a hedge wants little",
    concerns: isIsolated,
    box: {
      label: "isolated leverage",
      title: "Isolated leverage (×)",
      hint: "Cross margin: leave it blank",
      place: "more",
    },
  },
  MaintenanceRate: {
    member: "maintenanceRate",
    label: "Maintenance rate",
    unit: "% of position",
    format: format.percent,
    validation: bounds(0, 1, "Enter a percentage, such as 0.5%."),
    default: null,
    note: "of the exchange's first tier",
    concerns: isIsolated,
    box: { label: "maintenance rate", unit: "percent", place: "more" },
  },
} as const satisfies Readonly<Record<string, InputOf<ContractChoice, BookInput>>>;

/** A contract for the remainder; price, FX rate and futures beta are the large one's. */
type SmallerContract = NonNullable<ContractChoice["smaller"]> & Pick<ContractChoice, "heldSmaller">;

/** What is asked for a smaller contract; the names of its cells end with its own code: HeldContracts_MES. */
export const SMALLER_INPUTS = {
  ContractMultiplier: {
    member: "multiplier",
    label: "Multiplier (smaller)",
    unit: multiplierUnit,
    format: format.number,
    validation: POSITIVE,
  },
  LotSize: {
    member: "lot",
    label: "Lot (smaller)",
    unit: "contracts",
    format: format.number,
    validation: POSITIVE,
  },
  HeldContracts: {
    member: "heldSmaller",
    label: "Contracts held now (smaller)",
    unit: "contracts",
    format: contractFormat,
    validation: ANY_NUMBER,
    default: 0,
    needed: true,
    box: {
      label: "contracts held now",
      title: ({ code }) => `${code} held now`,
      hint: "Negative: short",
      place: "more",
    },
  },
} as const satisfies Readonly<Record<string, InputOf<SmallerContract, BookInput>>>;

/** " (USD, EUR)"; "" where none is known. */
function currenciesOf(groups: readonly Group[]): string {
  const currencies = [...new Set(groups.map(({ choice }) => choice.currency))].filter((each) => each !== "");
  return currencies.length === 0 ? "" : ` (${currencies.join(", ")})`;
}

function multiplierUnit({ groups }: BookContext): string {
  return groups.every(isInverse) ? "per contract" : "per point";
}

function perContract({ currency }: Pick<ContractChoice, "currency">): string {
  return currency === "" ? "Per contract" : `${currency} per contract`;
}
