import type { Aim } from "../sheet/plan/plan";
import type { NumberBox } from "./typed-number";

/** What the numbers of the aims are called, and which make sense. */
export const AIM_BOXES = {
  targetBeta: { label: "target beta" },
  share: { label: "share to hedge", unit: "percent" },
  weight: { label: "target weight", unit: "percent" },
  targetVolatility: { label: "target volatility", unit: "percent", range: "positive" },
  realisedVolatility: { label: "realised volatility", unit: "percent", range: "positive" },
  amount: { label: "cash to come", range: "positive" },
  cashBeta: { label: "beta wanted for it" },
} as const satisfies Record<string, NumberBox>;
export type AimBox = keyof typeof AIM_BOXES;

/** Each aim: its name in the list, what it means in a sentence, and the boxes that it asks for. */
export const AIMS: Readonly<
  Record<Aim["kind"], { readonly label: string; readonly meaning: string; readonly boxes: readonly AimBox[] }>
> = {
  targetBeta: {
    label: "Target beta",
    meaning: "Beta of the portfolio after the hedge; 0 removes all market exposure.",
    boxes: ["targetBeta"],
  },
  hedgeShare: {
    label: "Hedge share",
    meaning: "Part of the beta-adjusted exposure to hedge away; 100 removes all.",
    boxes: ["share"],
  },
  targetWeight: {
    label: "Target weight",
    meaning:
      "Exposure as a part of the whole portfolio while the futures are on: rebalancing without selling.",
    boxes: ["weight"],
  },
  targetVolatility: {
    label: "Target volatility",
    meaning: "Exposure is scaled by target ÷ realised volatility, never above what you hold.",
    boxes: ["targetVolatility", "realisedVolatility"],
  },
  cashToCome: {
    label: "Cash to come",
    meaning: "Buys futures now for money that comes later: locks in today's price.",
    boxes: ["amount", "cashBeta"],
  },
};

/** The same for what concerns the whole book. */
export const BOOK_BOXES = {
  defaultBeta: { label: "beta for rows without one" },
  shock: { label: "market move", unit: "percent" },
  asOf: { label: "as-of date", date: true },
  cash: { label: "cash available", range: "notNegative", optional: true },
  horizonDays: { label: "horizon", range: "positive", whole: true },
  putStrike: { label: "strike of the put", range: "positive" },
  putVolatility: { label: "volatility", unit: "percent", range: "positive" },
  putDays: { label: "days to expiry", range: "positive", whole: true },
  putRate: { label: "interest rate", unit: "percent" },
  putYield: { label: "dividend yield", unit: "percent" },
} as const satisfies Record<string, Box>;
export type BookBox = keyof typeof BOOK_BOXES;

/** Asked for where a protective put is compared with. */
export const PUT_BOXES = [
  "putStrike",
  "putVolatility",
  "putDays",
  "putRate",
  "putYield",
] as const satisfies readonly BookBox[];

/** The same for each contract. */
export const CONTRACT_BOXES = {
  price: { label: "price", range: "positive" },
  held: { label: "contracts held now" },
  heldSmaller: { label: "smaller contracts held now" },
  initialMargin: { label: "initial margin", range: "positive", optional: true },
  maintenanceMargin: { label: "maintenance margin", range: "positive", optional: true },
  marginDate: { label: "margin date", date: true },
  fx: { label: "exchange rate", range: "positive" },
  futuresBeta: { label: "futures beta", range: "positive" },
  spot: { label: "spot or index level", range: "positive", optional: true },
  expiry: { label: "last trading day", date: true },
  roll: { label: "roll date", date: true },
  fundingRate: { label: "funding rate", unit: "percent", optional: true },
  fundingIntervalHours: { label: "funding interval", range: "positive" },
  leverage: { label: "isolated leverage", range: "positive", optional: true },
  maintenanceRate: { label: "maintenance rate", unit: "percent", range: "notNegative", optional: true },
} as const satisfies Record<string, Box>;
export type ContractBox = keyof typeof CONTRACT_BOXES;

/** A box for a number or a date. */
export type Box = NumberBox & { readonly date?: true };

/** A box of the form by name, so that a problem can be shown at the box: "targetBeta", "contract 0 price". */
export type BoxName = AimBox | BookBox | `contract ${number} ${ContractBox}`;
