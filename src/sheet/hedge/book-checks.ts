import { findContract } from "../../contracts/catalogue";
import { sizesOf, type ContractOf } from "../plan/figures";
import { isOnCoin } from "./coin-betas";
import { hasAssetList } from "../plan/hedged-with";
import { aimInputs, aimKind } from "../plan/aims";
import type { BookCheck } from "./check";
import { exceeds, isFar, isZeroBut, NOISE } from "../noise";

const MOST_LEVERAGE = 3;
const LARGE_BETA = 3;
const SMALL_BETA = -1;
const FAR_PRICE = 0.1;
const FAR_STRIKE = 0.5;

const BETAS: BookCheck["needs"] = {
  isBlank: (s, { KnownBetas }) => s.isEqual(KnownBetas, s.number(0)),
  advice: "Enter betas in the book to check this.",
};

/** What only the sheet can have wrong: the pane refuses a plan that lacks a number. */
export const FIRST_CHECKS: readonly BookCheck[] = [
  {
    check: "Hedge computes",
    advice:
      "The hedge shows an error. Look for text or errors among the inputs, and in the book's values and betas.",
    isOpen: (s, { NetExposure, ExposureAtRisk, MarketShock, contracts }) => {
      const trades = contracts.flatMap(sizesOf).map(({ ContractsToTrade }) => ContractsToTrade);
      return s.not(s.isKnown(s.sum([NetExposure, s.times(ExposureAtRisk, MarketShock), ...trades])));
    },
  },
  {
    check: "Aim complete",
    advice:
      "The aim, the beta where the book has none, or the as-of date is no number; a blank counts as 0. Fill it in.",
    isOpen: (s, hedge) => {
      const ofAim = aimInputs(hedge.plan.aim.kind).map(([name]) => name);
      const inputs = [...ofAim, "DefaultBeta", "AsOfDate"] as const;
      return s.isBelow(s.countKnown(inputs.map((name) => hedge[name])), s.number(inputs.length));
    },
  },
];

export const BOOK_CHECKS: readonly BookCheck[] = [
  {
    check: "Values add up",
    advice:
      "The values add up to 0: there is no portfolio beta, and a target beta means nothing. " +
      "Hedge a share of the exposure instead.",
    isOpen: (s, { PortfolioValue, GrossValue }) => isZeroBut(s, PortfolioValue, GrossValue),
  },
  {
    check: "Betas complete",
    advice:
      "Some holdings have no beta: they count with the beta of the inputs. Fill theirs in, or check that one.",
    isOpen: (s, { GrossWithoutBeta, plan }) =>
      plan.holdings.columns.beta === undefined
        ? s.isEqual(s.number(0), s.number(0))
        : s.isAbove(GrossWithoutBeta, s.number(0)),
  },
  {
    check: "Betas plausible",
    advice: "A beta is above 3 or below −1. Check it: one such beta can carry the hedge.",
    applies: ({ plan }) => plan.holdings.columns.beta !== undefined,
    isOpen: (s, { HighestBeta, LowestBeta }) =>
      s.any([s.isAbove(HighestBeta, s.number(LARGE_BETA)), s.isBelow(LowestBeta, s.number(SMALL_BETA))]),
    needs: BETAS,
  },
  {
    // 100 SOL at 150 with a beta of 1.4 to Bitcoin: their own perpetual would be sold for 140 SOL.
    check: "Betas are to the contract",
    advice:
      "A coin is hedged with its own contract, but its beta is not to it. " +
      "Enter 1, or hedge it with the contract its beta is to.",
    applies: ({ plan: { holdings }, contracts }) =>
      holdings.columns.name !== undefined &&
      holdings.columns.beta !== undefined &&
      contracts.some(({ group }) => isOnCoin(group)),
    isOpen: (s, { contracts }) =>
      s.any(
        contracts
          .filter(({ group }) => isOnCoin(group))
          .map(({ ForeignBetas }) => s.isAbove(ForeignBetas, s.number(0))),
      ),
    needs: BETAS,
  },
  {
    check: "All holdings hedged",
    advice:
      "Some holdings name a contract that is not on this sheet and stay unhedged. Name one of its, or add theirs.",
    applies: ({ plan }) => plan.holdings.columns.hedgeWith !== undefined || hasAssetList(plan),
    isOpen: (s, { contracts, GrossValue, GrossNotHedged }) => {
      const hedged = s.sum(contracts.map(({ GroupGross }) => GroupGross));
      const rest = s.minus(s.minus(GrossValue, hedged), GrossNotHedged);
      return s.isAbove(s.abs(rest), s.times(s.number(NOISE), GrossValue));
    },
  },
  {
    check: "Assets listed",
    advice:
      "The list and the book differ, or rows have no name: they go with the first contract. " +
      "Update makes the list anew.",
    applies: ({ plan }) => hasAssetList(plan),
    isOpen: (s, { GrossNotListed, AssetsMissing }) =>
      s.any([s.isOther(GrossNotListed, s.number(0)), s.isAbove(AssetsMissing, s.number(0))]),
  },
  {
    check: "Prices differ",
    advice: "Two contracts on different indices have the same price. Is one of them the other's?",
    applies: ({ contracts }) => pairsOf(contracts).some((pair) => !haveOneUnderlying(pair)),
    isOpen: (s, { contracts }) =>
      s.any(
        pairsOf(contracts)
          .filter((pair) => !haveOneUnderlying(pair))
          .map(([a, b]) => s.isEqual(a.FuturesPrice, b.FuturesPrice)),
      ),
  },
  {
    check: "Prices agree",
    advice:
      "Two contracts on the same index have prices more than 10 % apart. Is one of them another index's?",
    applies: ({ contracts }) => pairsOf(contracts).some(haveOneUnderlying),
    isOpen: (s, { contracts }) =>
      s.any(
        pairsOf(contracts)
          .filter(haveOneUnderlying)
          .map(([a, b]) => isFar(s, b.FuturesPrice, a.FuturesPrice, FAR_PRICE)),
      ),
  },
  {
    check: "FX rates differ",
    advice:
      "Two contracts in different currencies have the same FX rate. Enter what each currency is worth in the book's.",
    applies: ({ contracts }) => pairsOf(contracts).some(haveTwoCurrencies),
    isOpen: (s, { contracts }) =>
      s.any(
        pairsOf(contracts)
          .filter(haveTwoCurrencies)
          .map(([a, b]) => s.isEqual(a.FxRate, b.FxRate)),
      ),
  },
  {
    check: "Strike near the index",
    advice:
      "The put's strike is more than 50 % from the index level. Is the strike, or the price, another index's?",
    applies: ({ plan }) => plan.put !== null,
    isOpen: (s, { PutStrike, PutSpot }) =>
      s.all([s.isAbove(PutSpot, s.number(0)), isFar(s, PutStrike, PutSpot, FAR_STRIKE)]),
  },
  {
    check: "Hedge share plausible",
    advice:
      "The hedge share is not between 0 and 100 %. It is futures / exposure: is it upside down? 1 is 100 %.",
    applies: ({ plan }) => "HedgeShare" in aimKind(plan.aim.kind).inputs,
    isOpen: (s, { HedgeShare }) =>
      s.any([s.isAbove(HedgeShare, s.number(1)), s.isBelow(HedgeShare, s.number(0))]),
  },
  {
    check: "Gross leverage moderate",
    advice:
      "Holdings and futures are more than 3 times the portfolio's value. " +
      "Check betas, prices, multipliers and FX rates.",
    isOpen: (s, { GrossLeverage }) => exceeds(s, GrossLeverage, s.number(MOST_LEVERAGE)),
    needs: {
      isBlank: (s, { PortfolioValue, GrossValue }) => isZeroBut(s, PortfolioValue, GrossValue),
      advice: "The values add up to 0: there is no value to compare with.",
    },
  },
  {
    check: "Cash covers the margin",
    advice: "The margin is more than the cash. Use fewer contracts, or more cash.",
    isOpen: (s, { CashAvailable, TotalMargin }) =>
      s.all([s.isKnown(CashAvailable), exceeds(s, s.orZero(TotalMargin), s.orZero(CashAvailable))]),
    needs: {
      isBlank: (s, { CashAvailable, MarginGap }) =>
        s.any([s.not(s.isKnown(CashAvailable)), s.isOtherText(MarginGap, "")]),
      advice: "Enter the cash and all margins (or leverage) to check this.",
    },
  },
  {
    check: "Cash lasts",
    advice:
      "The cash runs out on the cash ladder. See there on which day, and have more at hand, or hedge less.",
    isOpen: (s, { CashAvailable, LowestCash }) =>
      s.all([s.isKnown(CashAvailable), s.isBelow(s.orZero(LowestCash), s.number(0))]),
    needs: {
      isBlank: (s, { CashAvailable, MaintenanceGap }) =>
        s.any([s.not(s.isKnown(CashAvailable)), s.isOtherText(MaintenanceGap, "")]),
      advice: "Enter the cash and all margins (or leverage and maintenance rate) to check this.",
    },
  },
];

type AnyContract = ContractOf<unknown, unknown>;

function pairsOf<Of extends AnyContract>(contracts: readonly Of[]): (readonly [Of, Of])[] {
  return contracts.flatMap((a, n) => contracts.slice(n + 1).map((b) => [a, b] as const));
}

/** USDT and USDC count as dollars. The currency of a contract of the user's own may not be known. */
function haveTwoCurrencies([a, b]: readonly [AnyContract, AnyContract]): boolean {
  const [one, other] = [a, b].map(({ group }) => group.choice.currency.replace(/^USD.*/, "USD"));
  return one !== "" && other !== "" && one !== other;
}

function haveOneUnderlying([a, b]: readonly [AnyContract, AnyContract]): boolean {
  const underlying = findContract(a.group.choice.code)?.underlying;
  return underlying !== undefined && underlying === findContract(b.group.choice.code)?.underlying;
}
