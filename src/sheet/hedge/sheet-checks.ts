import { always, type BookSheetCheck, type ContractSheetCheck } from "./check";
import type { HedgePlan } from "../plan/plan";

/** Inputs of each aim, by name. */
const AIM_INPUTS: Record<HedgePlan["aim"]["kind"], readonly string[]> = {
  targetBeta: ["TargetBeta"],
  hedgeShare: ["HedgeShare"],
  targetWeight: ["TargetWeight"],
  targetVolatility: ["TargetVolatility", "RealisedVolatility"],
  cashToCome: ["CashToCome", "CashBeta"],
};

/**
 * What only the sheet can have wrong, so that the pane has nothing to say: it refuses a plan that lacks a number
 * (`hedgeNumbers` throws), and a plan's prices are of its as-of date. On the sheet anybody can clear a cell, and
 * prices grow old.
 */
export const BOOK_SHEET_CHECKS: readonly BookSheetCheck[] = [
  {
    check: "Hedge computes",
    advice:
      "The hedge shows an error. Look for text or errors among the inputs, and in the book's values and betas.",
    applies: always,
    open: (_, __, groups) => {
      const trades = groups
        .flatMap(({ suffix, smallerSuffix }) => [suffix, smallerSuffix])
        .filter((suffix) => suffix !== null)
        .map((suffix) => `ContractsToTrade_${suffix}`);
      return `NOT(ISNUMBER(${["HedgedAt_Shock", ...trades].join("+")}))`;
    },
  },
  {
    check: "Aim complete",
    advice:
      "The aim, the beta where the book has none, or the as-of date is no number; a blank counts as 0. Fill it in.",
    applies: always,
    open: ({ aim }) => {
      const inputs = [...AIM_INPUTS[aim.kind], "DefaultBeta", "AsOfDate"];
      return `COUNT(${inputs.join(",")})<${String(inputs.length)}`;
    },
  },
];

export const CONTRACT_SHEET_CHECKS: readonly ContractSheetCheck[] = [
  {
    check: "Inputs complete",
    advice:
      "price, multiplier, FX rate and lot must be above 0, and the futures beta not 0. Fill them in before you trade.",
    applies: always,
    open: ({ suffix, smallerSuffix }) => {
      const sizes = (each: string) => [`N(ContractMultiplier_${each})`, `N(LotSize_${each})`];
      const positive = [`N(FuturesPrice_${suffix})`, `N(FxRate_${suffix})`, ...sizes(suffix)];
      if (smallerSuffix !== null) positive.push(...sizes(smallerSuffix));
      return `OR(MIN(${positive.join(",")})<=0,N(FuturesBeta_${suffix})=0)`;
    },
  },
  {
    check: "Prices fresh",
    advice:
      "the price's date and the as-of date are too far apart. Enter today's price, its date, and today.",
    applies: always,
    open: ({ suffix }) => `ABS(AsOfDate-N(PriceDate_${suffix}))>StaleDays`,
  },
];
