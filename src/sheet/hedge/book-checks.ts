import { Decimal, fromCell } from "../../calc/decimal";
import { findContract } from "../../contracts/catalogue";
import { NOT_HEDGED } from "../book/assets";
import { hasAssetList } from "../plan/hedged-with";
import { gross, isNoNumber, type BookRanges } from "../book/book-ranges";
import { lowestCash, totalMargin } from "./cash-ladder";
import { always, type BookCheck, type Needs } from "./check";
import { exceeds, exceedsNative, isFar, isFarNative } from "./exceeds";
import type { Group } from "../plan/groups";
import { isNoise } from "./hedge-numbers";
import { FAR_FROM_SPOT, FAR_STRIKE, LARGE_BETA, MOST_LEVERAGE, SMALL_BETA, TOLERANCE } from "./limits";
import { anyOf, isZeroBut } from "./native";
import { hasForeignBeta, hasForeignBetaNative, isOnCoin } from "./own-coin";

const BETAS: Needs<[BookRanges]> = {
  blank: ({ beta = "" }) => `COUNT(${beta})=0`,
  advice: "Enter betas in the book to check this.",
};
/** The gaps name the contracts whose margin is not known (sections/margin.ts). */
const cashAndMargins = (gap: string, instead: string): Needs<[BookRanges]> => ({
  blank: () => `OR(NOT(ISNUMBER(CashAvailable)),${gap}<>"")`,
  advice: `Enter the cash and all margins (or ${instead}) to check this.`,
});

export const BOOK_CHECKS: readonly BookCheck[] = [
  {
    check: "Values add up",
    advice:
      "The values add up to 0: there is no portfolio beta, and a target beta means nothing. Hedge a share of the exposure instead.",
    applies: always,
    open: () => isZeroBut("PortfolioValue", "GrossValue"),
    isOpen: ({ book }) => isNoise(book.value, book.gross),
  },
  {
    check: "Betas complete",
    advice:
      "Some holdings have no beta: they count with the beta of the inputs. Fill theirs in, or check that one.",
    applies: always,
    open: (_, ranges) =>
      ranges.beta === undefined ? "TRUE" : `${gross(ranges, [isNoNumber(ranges.beta)])}>0`,
    isOpen: (_, { holdings }) =>
      holdings.columns.beta === undefined ||
      holdings.rows.some(({ beta, value }) => beta === null && value !== 0),
  },
  {
    check: "Betas plausible",
    advice: "A beta is above 3 or below −1. Check it: one such beta can carry the hedge.",
    applies: (_, { beta }) => beta !== undefined,
    open: (_, { beta = "" }) => `OR(MAX(${beta})>${String(LARGE_BETA)},MIN(${beta})<${String(SMALL_BETA)})`,
    needs: BETAS,
    isOpen: (_, { holdings }) =>
      holdings.rows.some(({ beta }) => beta !== null && (beta > LARGE_BETA || beta < SMALL_BETA)),
  },
  {
    // 100 SOL at 150 with a beta of 1.4 to Bitcoin: their own perpetual would be sold for 140 SOL.
    check: "Betas are to the contract",
    advice:
      "A coin is hedged with its own contract, but its beta is not to it. Enter 1, or hedge it with the contract its beta is to.",
    applies: (_, { name, beta }, groups) => name !== undefined && beta !== undefined && groups.some(isOnCoin),
    open: (plan, ranges, groups) =>
      anyOf(groups.filter(isOnCoin).map((group) => hasForeignBetaNative(group, plan, ranges))),
    needs: BETAS,
    isOpen: ({ groups }, { holdings: { columns } }) =>
      columns.name !== undefined && groups.some(({ group }) => hasForeignBeta(group, TOLERANCE)),
  },
  {
    check: "All holdings hedged",
    advice:
      "Some holdings name a contract that is not on this sheet and stay unhedged. Name one of its, or add theirs.",
    applies: (plan, { hedgeWith }) => hedgeWith !== undefined || hasAssetList(plan),
    open: (_, ranges, groups) => {
      const sum = groups.map(({ suffix }) => `GroupGross_${suffix}`).join("+");
      const { hedgeWith } = ranges;
      const byChoice =
        hedgeWith === undefined ? "GrossNotHedged" : gross(ranges, [`(${hedgeWith}="${NOT_HEDGED}")*1`]);
      return `ABS(GrossValue-(${sum})-(${byChoice}))>1E-9*GrossValue`;
    },
    isOpen: ({ unhedged, book }) => unhedged.gross.greaterThan(book.gross.times("1e-9")),
  },
  {
    check: "Assets listed",
    advice:
      "The list and the book differ, or rows have no name: they go with the first contract. Update makes the list anew.",
    applies: hasAssetList,
    open: () => "OR(GrossNotListed<>0,AssetsMissing>0)",
    isOpen: ({ unnamed, book }, plan) =>
      hasAssetList(plan) && unnamed.gross.greaterThan(book.gross.times("1e-12")),
  },
  {
    check: "Prices differ",
    advice: "Two contracts on different indices have the same price. Is one of them the other's?",
    applies: (_, __, groups) => pairsOf(groups).some((pair) => !haveOneUnderlying(pair)),
    open: (_, __, groups) => {
      const pairs = pairsOf(groups).filter((pair) => !haveOneUnderlying(pair));
      return `OR(${pairs.map(([a, b]) => `FuturesPrice_${a.suffix}=FuturesPrice_${b.suffix}`).join(",")})`;
    },
    isOpen: ({ groups }) =>
      pairsOf(groups.map(({ group }) => group)).some(
        (pair) => !haveOneUnderlying(pair) && pair[0].choice.price === pair[1].choice.price,
      ),
  },
  {
    check: "Prices agree",
    advice:
      "Two contracts on the same index have prices more than 10 % apart. Is one of them another index's?",
    applies: (_, __, groups) => pairsOf(groups).some(haveOneUnderlying),
    open: (_, __, groups) => {
      const far = pairsOf(groups)
        .filter(haveOneUnderlying)
        .map(([a, b]) => [`FuturesPrice_${a.suffix}`, `FuturesPrice_${b.suffix}`])
        .map(([a = "", b = ""]) => isFarNative(b, a, FAR_FROM_SPOT));
      return `OR(${far.join(",")})`;
    },
    isOpen: ({ groups }) =>
      pairsOf(groups.map(({ group }) => group))
        .filter(haveOneUnderlying)
        .some(([a, b]) => isFar(b.choice.price, a.choice.price, FAR_FROM_SPOT)),
  },
  {
    check: "FX rates differ",
    advice:
      "Two contracts in different currencies have the same FX rate. Enter what each currency is worth in the book's.",
    applies: (_, __, groups) => pairsOf(groups).some(haveTwoCurrencies),
    open: (_, __, groups) => {
      const pairs = pairsOf(groups).filter(haveTwoCurrencies);
      return anyOf(pairs.map(([a, b]) => `FxRate_${a.suffix}=FxRate_${b.suffix}`));
    },
    isOpen: ({ groups }) =>
      pairsOf(groups.map(({ group }) => group))
        .filter(haveTwoCurrencies)
        .some(([a, b]) => a.choice.fx === b.choice.fx),
  },
  {
    check: "Strike near the index",
    advice:
      "The put's strike is more than 50 % from the index level. Is the strike, or the price, another index's?",
    applies: ({ put }) => put !== null,
    open: () => `AND(PutSpot>0,${isFarNative("PutStrike", "PutSpot", FAR_STRIKE)})`,
    isOpen: (_, { put, contracts }) => {
      const [first] = contracts;
      if (put === null || first === undefined) return false;
      return isFar(
        put.strike,
        first.spot === null || first.spot === 0 ? first.price : first.spot,
        FAR_STRIKE,
      );
    },
  },
  {
    check: "Hedge share plausible",
    advice:
      "The hedge share is not between 0 and 100 %. It is futures / exposure: is it upside down? 1 is 100 %.",
    applies: ({ aim }) => aim.kind === "hedgeShare",
    open: () => "OR(HedgeShare>1,HedgeShare<0)",
    isOpen: (_, { aim }) => aim.kind === "hedgeShare" && (aim.share > 1 || aim.share < 0),
  },
  {
    check: "Gross leverage moderate",
    advice:
      "Holdings and futures are more than 3 times the portfolio's value. Check betas, prices, multipliers and FX rates.",
    applies: always,
    open: () => exceedsNative("GrossLeverage", String(MOST_LEVERAGE)),
    needs: {
      blank: () => isZeroBut("PortfolioValue", "GrossValue"),
      advice: "The values add up to 0: there is no value to compare with.",
    },
    isOpen: ({ book, groups }) => {
      if (isNoise(book.value, book.gross)) return false;
      const futures = groups.reduce((sum, { notional }) => sum.plus(notional.abs()), new Decimal(0));
      return exceeds(book.gross.plus(futures), book.value.abs().times(MOST_LEVERAGE));
    },
  },
  {
    check: "Cash covers the margin",
    advice: "The margin is more than the cash. Use fewer contracts, or more cash.",
    applies: always,
    open: () => `AND(ISNUMBER(CashAvailable),${exceedsNative("N(TotalMargin)", "N(CashAvailable)")})`,
    needs: cashAndMargins("MarginGap", "leverage"),
    isOpen: ({ groups }, { cash }) => cash !== null && exceeds(totalMargin(groups), fromCell(cash)),
  },
  {
    check: "Cash lasts",
    advice:
      "The cash runs out on the cash ladder. See there on which day, and have more at hand, or hedge less.",
    applies: always,
    open: () => "IF(ISNUMBER(CashAvailable),LowestCash<0,FALSE)",
    needs: cashAndMargins("MaintenanceGap", "leverage and maintenance rate"),
    isOpen: (numbers, { cash }) => cash !== null && lowestCash(numbers, cash).isNegative(),
  },
];

function pairsOf(groups: readonly Group[]): (readonly [Group, Group])[] {
  return groups.flatMap((a, n) => groups.slice(n + 1).map((b) => [a, b] as const));
}

/** USDT and USDC count as dollars. The currency of a contract of the user's own may not be known. */
function haveTwoCurrencies([a, b]: readonly [Group, Group]): boolean {
  const [one, other] = [a, b].map(({ choice }) => choice.currency.replace(/^USD.*/, "USD"));
  return one !== "" && other !== "" && one !== other;
}

function haveOneUnderlying([a, b]: readonly [Group, Group]): boolean {
  const underlying = findContract(a.choice.code)?.underlying;
  return underlying !== undefined && underlying === findContract(b.choice.code)?.underlying;
}
