import type { Spelling } from "../../calc/spelling";
import { findContract } from "../../contracts/catalogue";
import { sizesOf, type ContractOf, type HedgeOf, type SmallOf } from "../plan/figures";
import { isDated, isIsolated, isMarginedByAmount, type Group } from "../plan/groups";
import type { ContractInputName } from "../plan/cell-names";
import { aimKind } from "../plan/aims";
import type { ContractCheck, ContractCondition, ContractNeeds } from "./check";
import { exceeds, isFar, NOISE } from "../noise";
import { isOnCoin } from "./coin-betas";
import { moneyInWords } from "../words";

/** The trade's rules of thumb, not inputs. */
const MOST_LEVERAGE = 3;
const FAR_FROM_SPOT = 0.1;
const MARGIN_LIKE_NOTIONAL = 0.5;
/** Exchanges ask 3 … 15 % for futures on share indices, even in bad times. */
const LARGE_INDEX_MARGIN = 0.25;
const DAYS_BEFORE_ROLL = 7;
/** Share of the maintenance margin by which initial margin / factor may differ from it. */
const MARGINS_APART = 0.1;

/** Blank, or no number above 0. */
const blankOf =
  (...inputs: readonly [ContractInputName, ...ContractInputName[]]): ContractCondition =>
  (s, of) => {
    const [first, ...others] = inputs;
    const least = s.least(s.orZero(of[first]), ...others.map((input) => s.orZero(of[input])));
    return s.isAtMost(least, s.number(0));
  };
const MARGIN: ContractNeeds = {
  isBlank: blankOf("InitialMargin"),
  advice: "enter the initial margin to check this.",
};
const BOTH_MARGINS: ContractNeeds = {
  isBlank: blankOf("InitialMargin", "MaintenanceMargin"),
  advice: "enter the initial and the maintenance margin to check this.",
};

export const CONTRACT_CHECKS: readonly ContractCheck[] = [
  {
    // The pane refuses a plan that lacks a number; on the sheet anybody can clear a cell.
    check: "Inputs complete",
    advice:
      "price, multiplier, FX rate and lot must be above 0, and the futures beta not 0. Fill them in before you trade.",
    isOpen: (s, of) => {
      const sizes = sizesOf(of).flatMap(({ ContractMultiplier, LotSize }) => [ContractMultiplier, LotSize]);
      const positive = [of.FxRate, ...sizes].map((size) => s.orZero(size));
      return s.any([
        s.isAtMost(s.least(s.orZero(of.FuturesPrice), ...positive), s.number(0)),
        s.isEqual(s.orZero(of.FuturesBeta), s.number(0)),
      ]);
    },
  },
  {
    check: "Prices fresh",
    advice:
      "the price's date and the as-of date are too far apart. Enter today's price, its date, and today.",
    isOpen: (s, { PriceDate }, { AsOfDate, StaleDays }) =>
      s.isAbove(s.abs(s.minus(AsOfDate, s.orZero(PriceDate))), asNumber(s, StaleDays)),
  },
  {
    check: "Hedge large enough",
    advice: "the hedge is too small for this contract. Choose a smaller one, or another rounding.",
    isOpen: (s, of) =>
      s.all([
        s.isAbove(s.abs(of.ExactContracts), s.number(NOISE)),
        ...sizesOf(of).map(({ ContractsToHold }) => s.isEqual(ContractsToHold, s.number(0))),
      ]),
    detail: (s, of, hedge) => {
      const hedged = hedgedAmount(s, of, hedge);
      const words = s.join([
        s.text(` (smallest order: for ${isPurchase(hedge) ? "cash" : "holdings"} of `),
        moneyInWords(s, smallestUseful(s, of, hedge)),
        s.text(")"),
      ]);
      return s.eitherText(s.isEqual(hedged, s.number(0)), s.text(""), words);
    },
  },
  {
    check: "Not over-hedged",
    advice: "the hedge turns the exposure around, past zero. Round down, or use a smaller contract.",
    isOpen: (s, of, hedge) => {
      const { AimExposure, GroupExposure, ExposureAfter } = of;
      return s.all([
        s.isAtLeast(s.times(AimExposure, GroupExposure), s.number(0)),
        s.isBelow(s.times(ExposureAfter, GroupExposure), s.number(0)),
        exceeds(s, s.abs(ExposureAfter), tolerated(s, of, hedge)),
      ]);
    },
  },
  {
    check: "Rounding within tolerance",
    advice:
      "whole contracts miss the aim by more than the tolerance. Add a smaller contract for the remainder.",
    isOpen: (s, of, hedge) => exceeds(s, s.abs(of.ResidualExposure), tolerated(s, of, hedge)),
  },
  {
    check: "Held in whole lots",
    advice:
      "what is held is not in whole lots, so the order is not either, and its words are rounded. " +
      "Check it, and the lot.",
    isOpen: (s, of, { RoundingMode }) =>
      s.all([s.isOtherText(RoundingMode, "none"), s.any(sizesOf(of).map((size) => isBrokenLot(s, size)))]),
  },
  {
    check: "Multiplier as in the catalogue",
    advice:
      "the multiplier is not the exchange's. " +
      "Enter that of the contract you trade: a mini's with a micro hedges ten times off.",
    applies: (group) => codesOf(group).some((code) => findContract(code) !== undefined),
    isOpen: (s, of) =>
      s.any(
        sizesOf(of).flatMap(({ ContractMultiplier }, index) => {
          const contract = findContract(codesOf(of.group)[index] ?? "");
          return contract === undefined
            ? []
            : [s.isOther(ContractMultiplier, s.number(contract.multiplier.toNumber()))];
        }),
      ),
  },
  {
    check: "Price near spot",
    advice: "the futures price is more than 10 % from the spot. Is one of them another contract's, or old?",
    isOpen: (s, { FuturesPrice, SpotPrice }) => {
      const spot = s.orZero(SpotPrice);
      return s.all([s.isAbove(spot, s.number(0)), isFar(s, FuturesPrice, spot, FAR_FROM_SPOT)]);
    },
    needs: { isBlank: blankOf("SpotPrice"), advice: "enter the spot or index level to check this." },
  },
  {
    check: "Margin is not the notional",
    advice:
      "the margin is more than half of a contract's value. Is it the notional, or all contracts'? Enter that of one.",
    applies: isMarginedByAmount,
    isOpen: (s, of) => isMarginAbove(s, of, MARGIN_LIKE_NOTIONAL),
    needs: MARGIN,
  },
  {
    check: "Price fits the margin",
    advice:
      "the margin is more than a quarter of the contract's value, far above an index future's. " +
      "Is the price another contract's?",
    applies: (group) => isMarginedByAmount(group) && isOnShareIndex(group),
    isOpen: (s, of) =>
      s.all([isMarginAbove(s, of, LARGE_INDEX_MARGIN), s.not(isMarginAbove(s, of, MARGIN_LIKE_NOTIONAL))]),
    needs: MARGIN,
  },
  {
    check: "Initial above maintenance",
    advice: "the maintenance margin is above the initial margin. Are they swapped?",
    applies: isMarginedByAmount,
    isOpen: (s, of) => {
      const initial = s.orZero(of.InitialMargin);
      return s.all([s.isAbove(initial, s.number(0)), s.isAbove(s.orZero(of.MaintenanceMargin), initial)]);
    },
    needs: BOTH_MARGINS,
  },
  {
    check: "Margins fit together",
    advice:
      "initial / maintenance is far from the usual factor of the inputs. Are both of the same contract and day?",
    applies: isMarginedByAmount,
    isOpen: (s, of, { MarginFactor }) => {
      const [initial, maintenance] = [s.orZero(of.InitialMargin), s.orZero(of.MaintenanceMargin)];
      const miss = s.abs(s.minus(initial, s.times(MarginFactor, maintenance)));
      return s.all([
        s.isAbove(initial, s.number(0)),
        s.isAbove(maintenance, s.number(0)),
        exceeds(s, miss, s.times(s.number(MARGINS_APART), maintenance)),
      ]);
    },
    needs: BOTH_MARGINS,
  },
  {
    check: "Leverage moderate",
    advice:
      "leverage above 3 brings the liquidation price near, and with it the end of the hedge. Post more margin.",
    applies: isIsolated,
    isOpen: (s, { IsolatedLeverage }) => s.isAbove(s.orZero(IsolatedLeverage), s.number(MOST_LEVERAGE)),
    needs: { isBlank: blankOf("IsolatedLeverage"), advice: "enter the leverage to check this." },
  },
  {
    check: "Maintenance below margin",
    advice: "the maintenance rate eats up all of the margin: liquidated at once. Is 0.5 % entered as 0.5?",
    applies: isIsolated,
    isOpen: (s, { IsolatedLeverage, MaintenanceRate }) =>
      s.isAtLeast(s.times(s.orZero(IsolatedLeverage), s.orZero(MaintenanceRate)), s.number(1)),
    needs: {
      isBlank: (s, { IsolatedLeverage, MaintenanceRate }) =>
        s.any([s.isAtMost(s.orZero(IsolatedLeverage), s.number(0)), s.not(s.isKnown(MaintenanceRate))]),
      advice: "enter the leverage and the maintenance rate to check this.",
    },
  },
  {
    check: "Not expired",
    advice: "the contract has expired on the as-of date. Enter the next expiry and its price.",
    applies: isDated,
    isOpen: (s, { ExpiryDate }, { AsOfDate }) => {
      const expiry = s.orZero(ExpiryDate);
      return s.all([s.isAbove(expiry, s.number(0)), s.isBelow(expiry, AsOfDate)]);
    },
    needs: { isBlank: blankOf("ExpiryDate"), advice: "enter the expiry to check this." },
  },
  {
    // Most exchanges publish no roll date: there the last day to roll is the expiry.
    check: "Roll not due",
    advice:
      "the roll date, or the expiry where there is none, is within 7 days or past. " +
      "Plan the roll into the next contract.",
    applies: isDated,
    isOpen: (s, of, { AsOfDate }) => {
      const [roll, expiry] = [s.orZero(of.RollDate), s.orZero(of.ExpiryDate)];
      const last = s.either(s.isAbove(roll, s.number(0)), roll, expiry);
      return s.all([
        s.isAbove(s.greatest(roll, expiry), s.number(0)),
        s.isAtMost(s.minus(last, AsOfDate), s.number(DAYS_BEFORE_ROLL)),
      ]);
    },
    needs: {
      isBlank: (s, { RollDate, ExpiryDate }) =>
        s.isAtMost(s.greatest(s.orZero(RollDate), s.orZero(ExpiryDate)), s.number(0)),
      advice: "enter the roll date or the expiry to check this.",
    },
  },
  {
    check: "Margins fresh",
    advice: "the margin's date and the as-of date are too far apart. Ask your broker for today's margin.",
    applies: isMarginedByAmount,
    isOpen: (s, of, { AsOfDate, StaleDays }) => {
      const [margin, date] = [s.orZero(of.InitialMargin), s.orZero(of.MarginDate)];
      return s.all([
        s.isAbove(margin, s.number(0)),
        s.isAbove(date, s.number(0)),
        s.isAbove(s.abs(s.minus(AsOfDate, date)), asNumber(s, StaleDays)),
      ]);
    },
    needs: {
      isBlank: blankOf("InitialMargin", "MarginDate"),
      advice: "enter the initial margin and its date to check this.",
    },
  },
  {
    // A coin's contract has a beta to Bitcoin, as its coin has: see "Betas are to the contract".
    check: "Same underlying",
    advice:
      "the futures beta is not 1, so the betas are to another index. " +
      "Basis risk remains; betas to its own index are better.",
    applies: (group) => !isOnCoin(group),
    isOpen: (s, { FuturesBeta }) => s.isOther(FuturesBeta, s.number(1)),
  },
];

/** Value of holdings (or cash), made up like these, whose exact hedge would be the smallest order of the contract. */
export function smallestUseful<N, B, T>(s: Spelling<N, B, T>, of: ContractOf<N, T>, hedge: HedgeOf<N, T>): N {
  const { small, LotSize, ContractMultiplier, ExactContracts } = of;
  const one =
    small === null ? LotSize : s.over(s.times(small.LotSize, small.ContractMultiplier), ContractMultiplier);
  return s.times(s.abs(s.over(hedgedAmount(s, of, hedge), ExactContracts)), one);
}

/** What the hedge is for: the holdings, or cash to come. */
function hedgedAmount<N, B, T>(s: Spelling<N, B, T>, of: ContractOf<N, T>, hedge: HedgeOf<N, T>): N {
  return aimKind(hedge.plan.aim.kind).purchase?.(s, hedge).amount ?? of.GroupValue;
}

function isPurchase({ plan }: Pick<HedgeOf<unknown, unknown>, "plan">): boolean {
  return aimKind(plan.aim.kind).purchase !== undefined;
}

function codesOf({ choice: { code, smaller } }: Group): readonly string[] {
  return smaller === null ? [code] : [code, smaller.code];
}

/** Excel takes every text for more than any number: added to, it is an error, and the check is open. */
function asNumber<N, B, T>(s: Spelling<N, B, T>, a: N): N {
  return s.plus(a, s.number(0));
}

/** A share of the exposure, and never less than a computer's noise in contracts. */
function tolerated<N, B, T>(
  s: Spelling<N, B, T>,
  { GroupExposure, AimExposure, ContractValue }: ContractOf<N, T>,
  { ResidualTolerance }: HedgeOf<N, T>,
): N {
  const largest = s.greatest(s.abs(GroupExposure), s.abs(AimExposure));
  return s.greatest(s.times(ResidualTolerance, largest), s.times(s.number(NOISE), ContractValue));
}

/** Whether contracts held are no multiple of the lot, by more than a computer's noise. */
function isBrokenLot<N, B, T>(
  s: Spelling<N, B, T>,
  { HeldContracts, LotSize }: Pick<SmallOf<N, T>, "HeldContracts" | "LotSize">,
): B {
  const lots = s.abs(s.over(s.orZero(HeldContracts), LotSize));
  const miss = s.abs(s.minus(lots, s.round(lots, s.number(0))));
  return exceeds(s, miss, s.times(s.number(NOISE), s.greatest(s.number(1), lots)));
}

/** Whether the initial margin of one contract is above a share of its value, both in the book's currency. */
function isMarginAbove<N, B, T>(
  s: Spelling<N, B, T>,
  { InitialMargin, FxRate, ContractValue }: ContractOf<N, T>,
  share: number,
): B {
  return exceeds(s, s.times(s.orZero(InitialMargin), FxRate), s.times(s.number(share), ContractValue));
}

function isOnShareIndex({ choice }: Group): boolean {
  const rule = findContract(choice.code)?.expiryRule ?? null;
  return rule !== null && rule !== "cme-crypto" && rule !== "cme-friday";
}
