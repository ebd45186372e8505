import { findContract } from "../contracts/catalogue";
import { Decimal, fromCell } from "../calc/decimal";
import { hasAssetList, NOT_HEDGED } from "./asset-list";
import { gross, isNoNumber, type BookRanges } from "./book-ranges";
import { lowestCash, MARGIN_FACTOR, totalMargin } from "./cash-ladder";
import { exceeds, exceedsNative } from "./exceeds";
import { isIsolated, isPerpetual, type Group } from "./groups";
import { smallestUseful, type GroupNumbers, type HedgeNumbers } from "./hedge-numbers";
import type { HedgePlan } from "./plan";
import { anyOf, isZeroBut } from "./native";
import { hasForeignBeta, hasForeignBetaNative, isOnCoin } from "./own-coin";
import { moneyInWords } from "./words";

/** Fewer contracts than this are no hedge that rounding took away: there was nothing to hedge. */
const NOTHING = "1E-9";

/** Limits that are the trade's rules of thumb, not inputs. */
const MOST_LEVERAGE = 3;
const LARGE_BETA = 3;
const SMALL_BETA = -1;
const FAR_FROM_SPOT = 0.1;
const MARGIN_LIKE_NOTIONAL = 0.5;
/** Exchanges ask 3 … 15 % for futures on share indices, even in bad times. */
const LARGE_INDEX_MARGIN = 0.25;
const FAR_STRIKE = 0.5;
export const TOLERANCE = 0.05;
export const STALE_DAYS = 5;

/** Something that is often wrong with a contract's inputs, on the sheet. */
export interface ContractSheetCheck {
  readonly check: string;
  /** What is wrong and what to do: a sentence that follows the contracts' codes. */
  readonly advice: string;
  readonly applies: (group: Group) => boolean;
  /** A native condition: TRUE where it is wrong. */
  readonly open: (group: Group) => string;
  /** Inputs that may be blank, and without which nothing can be said. */
  readonly needs?: Needs<[group: Group]>;
}

export interface Needs<Of extends readonly unknown[]> {
  /** A native condition: TRUE where one is blank. */
  readonly blank: (...of: Of) => string;
  /** What to enter, for a contract's check after the contracts' codes. */
  readonly advice: string;
}

/** The same said twice, for the sheet and for the pane: `open` is TRUE exactly where `isOpen` is true of the plan. */
export interface ContractCheck extends ContractSheetCheck {
  readonly isOpen: (numbers: GroupNumbers, plan: HedgePlan) => boolean;
  /** What to say of one contract after its code: a native text, and the same in words for the pane. */
  readonly detail?: {
    readonly native: (group: Group, plan: HedgePlan) => string;
    readonly words: (numbers: GroupNumbers, plan: HedgePlan) => string;
  };
}

/** The same for the whole book. */
export interface BookSheetCheck {
  readonly check: string;
  readonly advice: string;
  readonly applies: (plan: HedgePlan, ranges: BookRanges, groups: readonly Group[]) => boolean;
  readonly open: (plan: HedgePlan, ranges: BookRanges, groups: readonly Group[]) => string;
  readonly needs?: Needs<[ranges: BookRanges]>;
}

export interface BookCheck extends BookSheetCheck {
  readonly isOpen: (numbers: HedgeNumbers, plan: HedgePlan) => boolean;
}

const always = (): boolean => true;
const byAmount = (group: Group): boolean => !isIsolated(group);
const dated = (group: Group): boolean => !isPerpetual(group);
/** A share of the exposure; and what less than nothing of a contract is, where there is none to speak of. */
const tolerated = ({ exposure, aim, contractValue }: GroupNumbers): Decimal =>
  Decimal.max(Decimal.max(exposure.abs(), aim.abs()).times(TOLERANCE), contractValue.times(NOTHING));
const toleratedNative = (suffix: string): string =>
  `MAX(ResidualTolerance*MAX(ABS(GroupExposure_${suffix}),ABS(AimExposure_${suffix})),${NOTHING}*ContractValue_${suffix})`;

/** Blank, or no number above 0. */
const blankOf =
  (...inputs: readonly string[]) =>
  ({ suffix }: Group): string => {
    const numbers = inputs.map((input) => `N(${input}_${suffix})`);
    return `${numbers.length === 1 ? numbers.join("") : `MIN(${numbers.join(",")})`}<=0`;
  };
const MARGIN: Needs<[Group]> = {
  blank: blankOf("InitialMargin"),
  advice: "enter the initial margin to check this.",
};
const BOTH_MARGINS: Needs<[Group]> = {
  blank: blankOf("InitialMargin", "MaintenanceMargin"),
  advice: "enter the initial and the maintenance margin to check this.",
};
const BETAS: Needs<[BookRanges]> = {
  blank: ({ beta = "" }) => `COUNT(${beta})=0`,
  advice: "Enter betas in the book to check this.",
};
/** The gaps name the contracts whose margin is not known (sections/margin.ts). */
const cashAndMargins = (gap: string, instead: string): Needs<[BookRanges]> => ({
  blank: () => `OR(NOT(ISNUMBER(CashAvailable)),${gap}<>"")`,
  advice: `Enter the cash and all margins (or ${instead}) to check this.`,
});

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

export const CONTRACT_CHECKS: readonly ContractCheck[] = [
  {
    check: "Hedge large enough",
    advice: "the hedge is too small for this contract. Choose a smaller one, or another rounding.",
    applies: always,
    open: ({ suffix, smallerSuffix }) =>
      `AND(ABS(ExactContracts_${suffix})>${NOTHING},ContractsToHold_${suffix}=0${smallerSuffix === null ? "" : `,ContractsToHold_${smallerSuffix}=0`})`,
    isOpen: ({ exact, contracts, contractsSmaller }) =>
      exact.abs().greaterThan(NOTHING) && contracts.isZero() && contractsSmaller.isZero(),
    detail: {
      native: (group, { aim }) => {
        const [hedged, what] =
          aim.kind === "cashToCome" ? ["CashToCome", "cash"] : [`GroupValue_${group.suffix}`, "holdings"];
        return `IF(${hedged}=0,""," (smallest order: for ${what} of "&FIXED(ROUND(${smallestUsefulNative(group, hedged)},0),0)&")")`;
      },
      words: (numbers, { aim }) => {
        const [hedged, what] =
          aim.kind === "cashToCome" ? [fromCell(aim.amount), "cash"] : [numbers.value, "holdings"];
        if (hedged.isZero()) return "";
        return ` (smallest order: for ${what} of ${moneyInWords(smallestUseful({ ...numbers, value: hedged }))})`;
      },
    },
  },
  {
    check: "Not over-hedged",
    advice: "the hedge turns the exposure around, past zero. Round down, or use a smaller contract.",
    applies: always,
    open: ({ suffix }) =>
      `AND(AimExposure_${suffix}*GroupExposure_${suffix}>=0,ExposureAfter_${suffix}*GroupExposure_${suffix}<0,${exceedsNative(`ABS(ExposureAfter_${suffix})`, toleratedNative(suffix))})`,
    isOpen: (numbers) => {
      const { aim, exposure, futuresExposure } = numbers;
      const after = exposure.plus(futuresExposure);
      return (
        aim.times(exposure).greaterThanOrEqualTo(0) &&
        after.times(exposure).lessThan(0) &&
        exceeds(after.abs(), tolerated(numbers))
      );
    },
  },
  {
    check: "Rounding within tolerance",
    advice:
      "whole contracts miss the aim by more than the tolerance. Add a smaller contract for the remainder.",
    applies: always,
    open: ({ suffix }) => exceedsNative(`ABS(ResidualExposure_${suffix})`, toleratedNative(suffix)),
    isOpen: (numbers) => exceeds(numbers.residual.abs(), tolerated(numbers)),
  },
  {
    check: "Multiplier as in the catalogue",
    advice:
      "the multiplier is not the exchange's. Enter that of the contract you trade: a mini's with a micro hedges ten times off.",
    applies: (group) => specified(group).length > 0,
    open: (group) =>
      anyOf(
        specified(group).map(({ suffix, exchanges }) => `ContractMultiplier_${suffix}<>${String(exchanges)}`),
      ),
    isOpen: ({ group }) => specified(group).some(({ multiplier, exchanges }) => multiplier !== exchanges),
  },
  {
    check: "Price near spot",
    advice: "the futures price is more than 10 % from the spot. Is one of them another contract's, or old?",
    applies: always,
    open: ({ suffix }) =>
      `AND(N(SpotPrice_${suffix})>0,${isFarNative(`FuturesPrice_${suffix}`, `N(SpotPrice_${suffix})`, FAR_FROM_SPOT)})`,
    needs: { blank: blankOf("SpotPrice"), advice: "enter the spot or index level to check this." },
    isOpen: ({ group: { choice } }) =>
      choice.spot !== null && isFar(choice.price, choice.spot, FAR_FROM_SPOT),
  },
  {
    check: "Margin is not the notional",
    advice:
      "the margin is more than half of a contract's value. Is it the notional, or all contracts'? Enter that of one.",
    applies: byAmount,
    open: ({ suffix }) =>
      exceedsNative(marginNative(suffix), `${String(MARGIN_LIKE_NOTIONAL)}*ContractValue_${suffix}`),
    needs: MARGIN,
    isOpen: (numbers) => exceeds(marginOf(numbers), numbers.contractValue.times(MARGIN_LIKE_NOTIONAL)),
  },
  {
    check: "Price fits the margin",
    advice:
      "the margin is more than a quarter of the contract's value, far above an index future's. Is the price another contract's?",
    applies: (group) => byAmount(group) && isOnShareIndex(group),
    open: ({ suffix }) => {
      const margin = marginNative(suffix);
      const value = `ContractValue_${suffix}`;
      return `AND(${exceedsNative(margin, `${String(LARGE_INDEX_MARGIN)}*${value}`)},NOT(${exceedsNative(margin, `${String(MARGIN_LIKE_NOTIONAL)}*${value}`)}))`;
    },
    needs: MARGIN,
    isOpen: (numbers) => {
      const [margin, value] = [marginOf(numbers), numbers.contractValue];
      return (
        exceeds(margin, value.times(LARGE_INDEX_MARGIN)) &&
        !exceeds(margin, value.times(MARGIN_LIKE_NOTIONAL))
      );
    },
  },
  {
    check: "Initial above maintenance",
    advice: "the maintenance margin is above the initial margin. Are they swapped?",
    applies: byAmount,
    open: ({ suffix }) =>
      `AND(N(InitialMargin_${suffix})>0,N(MaintenanceMargin_${suffix})>N(InitialMargin_${suffix}))`,
    needs: BOTH_MARGINS,
    isOpen: ({ group: { choice } }) =>
      (choice.initialMargin ?? 0) > 0 && (choice.maintenanceMargin ?? 0) > (choice.initialMargin ?? 0),
  },
  {
    check: "Margins fit together",
    advice:
      "initial / maintenance is far from the usual factor of the inputs. Are both of the same contract and day?",
    applies: byAmount,
    open: ({ suffix }) =>
      `AND(N(InitialMargin_${suffix})>0,N(MaintenanceMargin_${suffix})>0,${exceedsNative(`ABS(N(InitialMargin_${suffix})-MarginFactor*N(MaintenanceMargin_${suffix}))`, `0.1*N(MaintenanceMargin_${suffix})`)})`,
    needs: BOTH_MARGINS,
    isOpen: ({ group: { choice } }) => {
      const { initialMargin, maintenanceMargin } = choice;
      if (
        initialMargin === null ||
        maintenanceMargin === null ||
        initialMargin <= 0 ||
        maintenanceMargin <= 0
      )
        return false;
      const maintenance = fromCell(maintenanceMargin);
      const miss = fromCell(initialMargin).minus(maintenance.times(MARGIN_FACTOR)).abs();
      return exceeds(miss, maintenance.times("0.1"));
    },
  },
  {
    check: "Leverage moderate",
    advice:
      "leverage above 3 brings the liquidation price near, and with it the end of the hedge. Post more margin.",
    applies: isIsolated,
    open: ({ suffix }) => `N(IsolatedLeverage_${suffix})>${String(MOST_LEVERAGE)}`,
    needs: { blank: blankOf("IsolatedLeverage"), advice: "enter the leverage to check this." },
    isOpen: ({ group: { choice } }) => (choice.leverage ?? 0) > MOST_LEVERAGE,
  },
  {
    check: "Maintenance below margin",
    advice: "the maintenance rate eats up all of the margin: liquidated at once. Is 0.5 % entered as 0.5?",
    applies: isIsolated,
    open: ({ suffix }) => `N(IsolatedLeverage_${suffix})*N(MaintenanceRate_${suffix})>=1`,
    needs: {
      blank: ({ suffix }) => `OR(N(IsolatedLeverage_${suffix})<=0,NOT(ISNUMBER(MaintenanceRate_${suffix})))`,
      advice: "enter the leverage and the maintenance rate to check this.",
    },
    isOpen: ({ group: { choice } }) =>
      fromCell(choice.leverage ?? 0)
        .times(fromCell(choice.maintenanceRate ?? 0))
        .greaterThanOrEqualTo(1),
  },
  {
    check: "Not expired",
    advice: "the contract has expired on the as-of date. Enter the next expiry and its price.",
    applies: dated,
    open: ({ suffix }) => `AND(N(ExpiryDate_${suffix})>0,N(ExpiryDate_${suffix})<AsOfDate)`,
    needs: { blank: blankOf("ExpiryDate"), advice: "enter the expiry to check this." },
    isOpen: ({ group: { choice } }, { asOf }) => choice.expiry !== null && choice.expiry < asOf,
  },
  {
    check: "Roll not due",
    advice: "the roll date is within 7 days or past. Plan the roll into the next contract.",
    applies: dated,
    open: ({ suffix }) => `AND(N(RollDate_${suffix})>0,N(RollDate_${suffix})-AsOfDate<=7)`,
    needs: { blank: blankOf("RollDate"), advice: "enter the roll date to check this." },
    isOpen: ({ group: { choice } }, { asOf }) => choice.roll !== null && choice.roll - asOf <= 7,
  },
  {
    check: "Margins fresh",
    advice: "the margin's date and the as-of date are too far apart. Ask your broker for today's margin.",
    applies: byAmount,
    open: ({ suffix }) =>
      `AND(N(InitialMargin_${suffix})>0,N(MarginDate_${suffix})>0,ABS(AsOfDate-N(MarginDate_${suffix}))>StaleDays)`,
    needs: {
      blank: blankOf("InitialMargin", "MarginDate"),
      advice: "enter the initial margin and its date to check this.",
    },
    isOpen: ({ group: { choice } }, { asOf }) =>
      (choice.initialMargin ?? 0) > 0 &&
      choice.marginDate !== null &&
      Math.abs(asOf - choice.marginDate) > STALE_DAYS,
  },
  {
    check: "Same underlying",
    advice:
      "the futures beta is not 1, so the betas are to another index. Basis risk remains; betas to its own index are better.",
    // A coin's contract has a beta to Bitcoin, as its coin has: see "Betas are to the contract".
    applies: (group) => !isOnCoin(group),
    open: ({ suffix }) => `FuturesBeta_${suffix}<>1`,
    isOpen: ({ group: { choice } }) => choice.futuresBeta !== 1,
  },
];

export const BOOK_CHECKS: readonly BookCheck[] = [
  {
    check: "Values add up",
    advice:
      "The values add up to 0: there is no portfolio beta, and a target beta means nothing. Hedge a share of the exposure instead.",
    applies: always,
    open: () => isZeroBut("PortfolioValue", "GrossValue"),
    isOpen: ({ book }) => book.value.abs().lessThanOrEqualTo(book.gross.times("1e-12")),
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
      if (book.value.abs().lessThanOrEqualTo(book.gross.times("1e-12"))) return false;
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

/** The checks that a plan leaves open, in the sheet's order. */
export function openChecks(numbers: HedgeNumbers, plan: HedgePlan): { check: string; message: string }[] {
  const contracts = CONTRACT_CHECKS.flatMap(({ check, advice, applies, isOpen, detail }) => {
    const codes = numbers.groups
      .filter((group) => applies(group.group) && isOpen(group, plan))
      .map((group) => `${group.group.choice.code}${detail?.words(group, plan) ?? ""}`);
    return codes.length === 0 ? [] : [{ check, message: `${codes.join(", ")}: ${advice}` }];
  });
  const book = BOOK_CHECKS.filter(({ isOpen }) => isOpen(numbers, plan));
  return [...contracts, ...book.map(({ check, advice }) => ({ check, message: advice }))];
}

/** Initial margin of one contract, in the book's currency. */
function marginOf({ group: { choice } }: GroupNumbers): Decimal {
  return fromCell(choice.initialMargin ?? 0).times(fromCell(choice.fx));
}

function marginNative(suffix: string): string {
  return `N(InitialMargin_${suffix})*FxRate_${suffix}`;
}

/** See {@link smallestUseful}. */
function smallestUsefulNative({ suffix, smallerSuffix }: Group, hedged: string): string {
  const one =
    smallerSuffix === null
      ? `LotSize_${suffix}`
      : `LotSize_${smallerSuffix}*ContractMultiplier_${smallerSuffix}/ContractMultiplier_${suffix}`;
  return `ABS(${hedged}/ExactContracts_${suffix})*${one}`;
}

/** More than a share of `base` away from it; never for a base that is not positive. */
function isFar(value: number, base: number, share: number): boolean {
  const from = fromCell(base);
  return from.greaterThan(0) && exceeds(fromCell(value).minus(from).abs(), from.times(share));
}

/** The same as a native condition, for a base that is positive. */
function isFarNative(value: string, base: string, share: number): string {
  return exceedsNative(`ABS(${value}-${base})`, `${String(share)}*${base}`);
}

function isOnShareIndex({ choice }: Group): boolean {
  const rule = findContract(choice.code)?.expiryRule ?? null;
  return rule !== null && rule !== "cme-crypto" && rule !== "cme-friday";
}

function pairsOf(groups: readonly Group[]): (readonly [Group, Group])[] {
  return groups.flatMap((a, n) => groups.slice(n + 1).map((b) => [a, b] as const));
}

function haveOneUnderlying([a, b]: readonly [Group, Group]): boolean {
  const underlying = findContract(a.choice.code)?.underlying;
  return underlying !== undefined && underlying === findContract(b.choice.code)?.underlying;
}

/** The contract and its smaller one, of those that the catalogue has, with the multiplier that the exchange sets. */
function specified({ choice, suffix, smallerSuffix }: Group) {
  const { code, multiplier, smaller } = choice;
  const both = [{ code, multiplier, suffix }];
  if (smaller !== null) both.push({ ...smaller, suffix: smallerSuffix ?? "" });
  return both.flatMap((each) => {
    const contract = findContract(each.code);
    return contract === undefined ? [] : [{ ...each, exchanges: contract.multiplier.toNumber() }];
  });
}
