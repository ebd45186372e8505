import { findContract } from "../contracts/catalogue";
import { Decimal, fromCell } from "../calc/decimal";
import type { BookRanges } from "./book-ranges";
import { isIsolated, isPerpetual, type Group } from "./groups";
import { smallestUseful, type GroupNumbers, type HedgeNumbers } from "./hedge-numbers";
import type { HedgePlan } from "./plan";
import { isZeroBut } from "./native";
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
export const MARGIN_FACTOR = 1.1;

/**
 * Something that is often wrong, said once for the pane and for the sheet. `open` is TRUE on the sheet exactly
 * where `isOpen` is true of the plan.
 */
export interface ContractCheck {
  readonly check: string;
  /** What is wrong and what to do: a sentence that follows the contracts' codes. */
  readonly advice: string;
  readonly applies: (group: Group) => boolean;
  readonly open: (group: Group) => string;
  readonly isOpen: (numbers: GroupNumbers, plan: HedgePlan) => boolean;
  /** What to say of one contract after its code: a native text, and the same in words for the pane. */
  readonly detail?: {
    readonly native: (group: Group, plan: HedgePlan) => string;
    readonly words: (numbers: GroupNumbers, plan: HedgePlan) => string;
  };
}

/** The same for the whole book. */
export interface BookCheck {
  readonly check: string;
  readonly advice: string;
  readonly applies: (plan: HedgePlan, ranges: BookRanges, groups: readonly Group[]) => boolean;
  readonly open: (plan: HedgePlan, ranges: BookRanges, groups: readonly Group[]) => string;
  readonly isOpen: (numbers: HedgeNumbers, plan: HedgePlan) => boolean;
}

const always = (): boolean => true;
const byAmount = (group: Group): boolean => !isIsolated(group);
const dated = (group: Group): boolean => !isPerpetual(group);
const size = (numbers: GroupNumbers): Decimal => Decimal.max(numbers.exposure.abs(), numbers.aim.abs());
const sizeNative = (suffix: string): string => `MAX(ABS(GroupExposure_${suffix}),ABS(AimExposure_${suffix}))`;

export const CONTRACT_CHECKS: readonly ContractCheck[] = [
  {
    check: "Inputs complete",
    advice:
      "price, multiplier, FX rate and futures beta must be numbers other than 0. Fill them in; until then this hedge is 0.",
    applies: always,
    open: ({ suffix }) => `OR(N(ContractValue_${suffix})<=0,N(FuturesBeta_${suffix})=0)`,
    isOpen: () => false,
  },
  {
    check: "Hedge rounds to nothing",
    advice: "the hedge is too small for this contract. Choose a smaller one, or another rounding.",
    applies: always,
    open: ({ suffix, smallerSuffix }) =>
      `AND(ABS(ExactContracts_${suffix})>${NOTHING},ContractsToHold_${suffix}=0${smallerSuffix === null ? "" : `,ContractsToHold_${smallerSuffix}=0`})`,
    isOpen: ({ exact, contracts, contractsSmaller }) =>
      exact.abs().greaterThan(NOTHING) && contracts.isZero() && contractsSmaller.isZero(),
    detail: {
      native: (group, { aim }) =>
        aim.kind === "cashToCome"
          ? '""'
          : `IF(GroupValue_${group.suffix}=0,""," (smallest order: for holdings of "&FIXED(ROUND(${smallestUsefulNative(group)},0),0)&")")`,
      words: (numbers, { aim }) =>
        aim.kind === "cashToCome" || numbers.value.isZero()
          ? ""
          : ` (smallest order: for holdings of ${moneyInWords(smallestUseful(numbers))})`,
    },
  },
  {
    check: "Over-hedged",
    advice: "the hedge turns the exposure around, past zero. Round down, or use a smaller contract.",
    applies: always,
    open: ({ suffix }) =>
      `AND(AimExposure_${suffix}*GroupExposure_${suffix}>=0,ExposureAfter_${suffix}*GroupExposure_${suffix}<0,ABS(ExposureAfter_${suffix})>ResidualTolerance*${sizeNative(suffix)})`,
    isOpen: (numbers) => {
      const { aim, exposure, futuresExposure } = numbers;
      const after = exposure.plus(futuresExposure);
      return (
        aim.times(exposure).greaterThanOrEqualTo(0) &&
        after.times(exposure).lessThan(0) &&
        after.abs().greaterThan(size(numbers).times(TOLERANCE))
      );
    },
  },
  {
    check: "Rounding residual",
    advice:
      "whole contracts miss the aim by more than the tolerance. Add the smaller contract for the remainder.",
    applies: always,
    open: ({ suffix }) => `ABS(ResidualExposure_${suffix})>ResidualTolerance*${sizeNative(suffix)}`,
    isOpen: (numbers) => numbers.residual.abs().greaterThan(size(numbers).times(TOLERANCE)),
  },
  {
    check: "Multiplier",
    advice:
      "the multiplier is not the catalogue's. A mini's multiplier with a micro's code hedges ten times too much or too little.",
    applies: ({ choice }) => findContract(choice.code) !== undefined,
    open: ({ choice, suffix }) => `ContractMultiplier_${suffix}<>${String(catalogueMultiplier(choice.code))}`,
    isOpen: ({ group: { choice } }) => choice.multiplier !== catalogueMultiplier(choice.code),
  },
  {
    check: "Price near spot",
    advice: "the futures price is more than 10 % from the spot. Is it another contract's price?",
    applies: always,
    open: ({ suffix }) =>
      `AND(N(SpotPrice_${suffix})>0,ABS(FuturesPrice_${suffix}-N(SpotPrice_${suffix}))>${String(FAR_FROM_SPOT)}*N(SpotPrice_${suffix}))`,
    isOpen: ({ group: { choice } }) =>
      choice.spot !== null && isFar(choice.price, choice.spot, FAR_FROM_SPOT),
  },
  {
    check: "Margin is not the notional",
    advice:
      "the margin per contract is more than half of the contract's value. Is it the notional, or the margin of all contracts?",
    applies: byAmount,
    open: ({ suffix }) =>
      `N(InitialMargin_${suffix})*FxRate_${suffix}>${String(MARGIN_LIKE_NOTIONAL)}*ContractValue_${suffix}`,
    isOpen: ({ group: { choice }, contractValue }) =>
      fromCell(choice.initialMargin ?? 0)
        .times(fromCell(choice.fx))
        .greaterThan(contractValue.times(MARGIN_LIKE_NOTIONAL)),
  },
  {
    check: "Price fits the margin",
    advice:
      "the margin is more than a quarter of the contract's value, far above an index future's. Is the price another contract's?",
    applies: (group) => byAmount(group) && isOnShareIndex(group),
    open: ({ suffix }) => {
      const margin = `N(InitialMargin_${suffix})*FxRate_${suffix}`;
      const value = `ContractValue_${suffix}`;
      return `AND(${margin}>${String(LARGE_INDEX_MARGIN)}*${value},${margin}<=${String(MARGIN_LIKE_NOTIONAL)}*${value})`;
    },
    isOpen: ({ group: { choice }, contractValue }) => {
      const margin = fromCell(choice.initialMargin ?? 0).times(fromCell(choice.fx));
      return (
        margin.greaterThan(contractValue.times(LARGE_INDEX_MARGIN)) &&
        margin.lessThanOrEqualTo(contractValue.times(MARGIN_LIKE_NOTIONAL))
      );
    },
  },
  {
    check: "Initial above maintenance",
    advice: "the maintenance margin is above the initial margin. Are they swapped?",
    applies: byAmount,
    open: ({ suffix }) =>
      `AND(N(InitialMargin_${suffix})>0,N(MaintenanceMargin_${suffix})>N(InitialMargin_${suffix}))`,
    isOpen: ({ group: { choice } }) =>
      (choice.initialMargin ?? 0) > 0 && (choice.maintenanceMargin ?? 0) > (choice.initialMargin ?? 0),
  },
  {
    check: "Margins fit together",
    advice:
      "initial / maintenance is far from the usual factor of the inputs. Are both of the same contract and day?",
    applies: byAmount,
    open: ({ suffix }) =>
      `AND(N(InitialMargin_${suffix})>0,N(MaintenanceMargin_${suffix})>0,ABS(N(InitialMargin_${suffix})-MarginFactor*N(MaintenanceMargin_${suffix}))>0.1*N(MaintenanceMargin_${suffix}))`,
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
      return fromCell(initialMargin)
        .minus(maintenance.times(MARGIN_FACTOR))
        .abs()
        .greaterThan(maintenance.times("0.1"));
    },
  },
  {
    check: "Leverage of the position",
    advice:
      "leverage above 3 brings the liquidation price near: a rally would close the hedge. Post more margin.",
    applies: isIsolated,
    open: ({ suffix }) => `N(IsolatedLeverage_${suffix})>${String(MOST_LEVERAGE)}`,
    isOpen: ({ group: { choice } }) => (choice.leverage ?? 0) > MOST_LEVERAGE,
  },
  {
    check: "Not expired",
    advice: "the contract has expired on the as-of date. Enter the next expiry and its price.",
    applies: dated,
    open: ({ suffix }) => `AND(N(ExpiryDate_${suffix})>0,N(ExpiryDate_${suffix})<AsOfDate)`,
    isOpen: ({ group: { choice } }, { asOf }) => choice.expiry !== null && choice.expiry < asOf,
  },
  {
    check: "Roll due",
    advice: "the roll date is within 7 days or past. Plan the roll into the next contract.",
    applies: dated,
    open: ({ suffix }) => `AND(N(RollDate_${suffix})>0,N(RollDate_${suffix})-AsOfDate<=7)`,
    isOpen: ({ group: { choice } }, { asOf }) => choice.roll !== null && choice.roll - asOf <= 7,
  },
  {
    check: "Prices fresh",
    advice: "the price is older than the as-of date allows. Enter today's price and its date.",
    applies: always,
    open: ({ suffix }) => `AsOfDate-N(PriceDate_${suffix})>StaleDays`,
    isOpen: () => false,
  },
  {
    check: "Margins fresh",
    advice: "the margin is older than the as-of date allows. Ask your broker for today's.",
    applies: byAmount,
    open: ({ suffix }) =>
      `AND(N(InitialMargin_${suffix})>0,N(MarginDate_${suffix})>0,AsOfDate-N(MarginDate_${suffix})>StaleDays)`,
    isOpen: ({ group: { choice } }, { asOf }) =>
      (choice.initialMargin ?? 0) > 0 && choice.marginDate !== null && asOf - choice.marginDate > STALE_DAYS,
  },
  {
    check: "Same underlying",
    advice:
      "the futures beta is not 1: the holdings' betas refer to another index than the contract's. Basis risk remains.",
    applies: always,
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
    advice: "Some holdings have no beta: they count with the beta of the inputs.",
    applies: always,
    open: (_, { beta }) => (beta === undefined ? "TRUE" : "ValueWithoutBeta<>0"),
    isOpen: (_, { holdings }) => {
      if (holdings.columns.beta === undefined) return true;
      const missing = holdings.rows.filter(({ beta }) => beta === null);
      return !missing.reduce((sum, { value }) => sum.plus(fromCell(value)), new Decimal(0)).isZero();
    },
  },
  {
    check: "Betas plausible",
    advice: "A beta is above 3 or below −1. Check it: one such beta can carry the hedge.",
    applies: (_, { beta }) => beta !== undefined,
    open: (_, { beta = "" }) => `OR(MAX(${beta})>${String(LARGE_BETA)},MIN(${beta})<${String(SMALL_BETA)})`,
    isOpen: (_, { holdings }) =>
      holdings.rows.some(({ beta }) => beta !== null && (beta > LARGE_BETA || beta < SMALL_BETA)),
  },
  {
    check: "All holdings hedged",
    advice: "Some holdings name a contract that is not on this sheet: they stay as they are.",
    applies: (_, { hedgeWith }) => hedgeWith !== undefined,
    open: (_, __, groups) => {
      const sum = groups.map(({ suffix }) => `GroupGross_${suffix}`).join("+");
      return `ABS(GrossValue-(${sum}))>1E-9*GrossValue`;
    },
    isOpen: ({ unhedged, book }) => unhedged.gross.greaterThan(book.gross.times("1e-9")),
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
        .map(([a = "", b = ""]) => `ABS(${a}-${b})>${String(FAR_FROM_SPOT)}*${a}`);
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
    open: () => `AND(PutSpot>0,ABS(PutStrike-PutSpot)>${String(FAR_STRIKE)}*PutSpot)`,
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
    check: "Hedge share",
    advice:
      "The hedge share is above 100 % or below 0. A hedge ratio is futures / exposure: is it upside down?",
    applies: ({ aim }) => aim.kind === "hedgeShare",
    open: () => "OR(HedgeShare>1,HedgeShare<0)",
    isOpen: (_, { aim }) => aim.kind === "hedgeShare" && (aim.share > 1 || aim.share < 0),
  },
  {
    check: "Gross leverage",
    advice: "Holdings and futures together are more than 3 times the portfolio's value.",
    applies: always,
    open: () => `GrossLeverage>${String(MOST_LEVERAGE)}`,
    isOpen: ({ book, groups }) => {
      if (book.value.abs().lessThanOrEqualTo(book.gross.times("1e-12"))) return false;
      const futures = groups.reduce((sum, { notional }) => sum.plus(notional.abs()), new Decimal(0));
      return book.gross.plus(futures).greaterThan(book.value.abs().times(MOST_LEVERAGE));
    },
  },
  {
    check: "Cash covers the margin",
    advice: "The margin is more than the cash. Use fewer contracts, or more cash.",
    applies: always,
    open: () => "AND(ISNUMBER(CashAvailable),TotalMargin>N(CashAvailable))",
    isOpen: ({ groups }, { cash }) => {
      if (cash === null) return false;
      const margin = groups.reduce((sum, group) => sum.plus(group.margin ?? 0), new Decimal(0));
      return margin.greaterThan(fromCell(cash));
    },
  },
  {
    check: "Cash lasts",
    advice: "The cash runs out on the cash ladder. See how many days it lasts, and where more comes from.",
    applies: always,
    open: () => "AND(ISNUMBER(LowestCash),N(LowestCash)<0)",
    isOpen: () => false,
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

/** See {@link smallestUseful}. */
function smallestUsefulNative({ suffix, smallerSuffix }: Group): string {
  const one =
    smallerSuffix === null
      ? `LotSize_${suffix}`
      : `LotSize_${smallerSuffix}*ContractMultiplier_${smallerSuffix}/ContractMultiplier_${suffix}`;
  return `ABS(GroupValue_${suffix}/ExactContracts_${suffix})*${one}`;
}

/** More than a share of `base` away from it; never for a base that is not positive. */
function isFar(value: number, base: number, share: number): boolean {
  const from = fromCell(base);
  return from.greaterThan(0) && fromCell(value).minus(from).abs().greaterThan(from.times(share));
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

function catalogueMultiplier(code: string): number {
  return findContract(code)?.multiplier.toNumber() ?? 0;
}
