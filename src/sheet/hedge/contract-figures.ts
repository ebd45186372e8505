import { largeOf, smallOf } from "../../calc/mix";
import type { Spelling } from "../../calc/spelling";
import type { ContractFigure, SmallFigure } from "../plan/figure-names";
import { sizesOf, type ContractOf, type ContractSpelling, type HedgeOf, type SmallOf } from "../plan/figures";
import { isInverse, isIsolated } from "../plan/groups";
import { aimKind } from "../plan/aims";
import { isZeroBut, ratio } from "../noise";

/** From exposures to orders, and what they leave: each figure of a contract, once. Money is in the book's currency. */
export const FIGURES_OF_CONTRACT: Readonly<Record<ContractFigure, ContractSpelling>> = {
  /** Value-weighted; 0 where the values add up to 0. */
  GroupBeta: (s, { GroupExposure, GroupValue, GroupGross }) =>
    ratio(s, GroupExposure, GroupValue, GroupGross),
  /** The exposure that the contract's holdings shall have with the hedge on. */
  AimExposure: (s, of, hedge) => aimKind(hedge.plan.aim.kind).exposure(s, of, hedge, hedge),
  /** Nothing where aim and exposure differ by a computer's noise only. */
  ExposureToAdd: (s, { AimExposure, GroupExposure, GroupGross }) => {
    const change = s.minus(AimExposure, GroupExposure);
    return s.either(isZeroBut(s, change, s.plus(s.abs(AimExposure), GroupGross)), s.number(0), change);
  },
  ContractValue: (s, of) => valueOfOne(s, of, of.ContractMultiplier),
  /** Contracts that nobody can trade yet: exposure to add / (futures beta × value of one contract). */
  ExactContracts: (s, { ExposureToAdd, FuturesBeta, ContractValue }) => {
    const one = s.times(FuturesBeta, ContractValue);
    return s.either(s.isEqual(one, s.number(0)), s.number(0), s.over(ExposureToAdd, one));
  },
  /** Small contracts in a large one. */
  SizeRatio: (s, { ContractMultiplier, small }) =>
    small === null
      ? s.unknown
      : s.either(
          s.isEqual(small.ContractMultiplier, s.number(0)),
          s.number(0),
          s.over(ContractMultiplier, small.ContractMultiplier),
        ),
  ExactSmall: (s, { ExactContracts, SizeRatio }) => s.times(ExactContracts, SizeRatio),
  /** The hedge rounded to the small contract's lot, before it is split into large and small. */
  SmallUnits: (s, { ExactSmall, small }, { RoundingMode }) =>
    small === null
      ? s.unknown
      : s.toLot({ contracts: ExactSmall, lot: small.LotSize, rounding: RoundingMode }),
  ContractsToHold: (s, of, { RoundingMode }) => {
    const { ExactContracts, LotSize, SizeRatio, SmallUnits, small } = of;
    if (small === null) return s.toLot({ contracts: ExactContracts, lot: LotSize, rounding: RoundingMode });
    const large = largeOf(s, { units: SmallUnits, ratio: SizeRatio, lot: LotSize });
    const whole = s.either(s.isEqual(SizeRatio, s.number(0)), s.number(0), large);
    return s.either(s.isText(RoundingMode, "none"), ExactContracts, whole);
  },
  ContractsToTrade: (s, { ContractsToHold, HeldContracts }) => s.minus(ContractsToHold, HeldContracts),
  RoundingDifference: (s, { ContractsToHold, ExactContracts, SizeRatio, small }) => {
    const held = small === null ? [] : [s.over(small.ContractsToHold, SizeRatio)];
    return s.minus(s.sum([ContractsToHold, ...held]), ExactContracts);
  },
  HedgeNotional: (s, of) =>
    s.sum(sizesOf(of).map(({ ContractsToHold, ContractValue }) => s.times(ContractsToHold, ContractValue))),
  ExposureAfter: (s, of) => s.plus(of.GroupExposure, futuresExposure(s, of)),
  EffectiveBeta: (s, { ExposureAfter, GroupValue, GroupGross }) =>
    ratio(s, ExposureAfter, GroupValue, GroupGross),
  /** What rounding leaves. */
  ResidualExposure: (s, { ExposureAfter, AimExposure }) => s.minus(ExposureAfter, AimExposure),
  /** Of the exposure, or of the purchase to come. */
  ShareHedged: (s, of, hedge) => {
    const purchase = aimKind(hedge.plan.aim.kind).purchase?.(s, hedge).exposure;
    const hedged = purchase ?? s.negative(of.GroupExposure);
    const isNothing =
      purchase === undefined
        ? isZeroBut(s, of.GroupExposure, of.GroupGross)
        : s.isEqual(purchase, s.number(0));
    return s.either(isNothing, s.number(0), s.over(futuresExposure(s, of), hedged));
  },
  MarginTotal: (s, of) => {
    const { group, IsolatedLeverage, InitialMargin, FxRate } = of;
    if (isIsolated(group))
      return unlessZero(s, IsolatedLeverage, s.over(s.abs(of.HedgeNotional), IsolatedLeverage));
    return unlessZero(s, InitialMargin, s.times(s.times(largeUnits(s, of), InitialMargin), FxRate));
  },
  MaintenanceTotal: (s, of, hedge) => {
    const { group, IsolatedLeverage, MaintenanceRate, InitialMargin, FxRate } = of;
    if (!isIsolated(group)) {
      const margin = s.times(s.times(largeUnits(s, of), maintenanceOfOne(s, of, hedge)), FxRate);
      return unlessZero(s, InitialMargin, margin);
    }
    const isMissing = s.any([
      s.isEqual(s.orZero(IsolatedLeverage), s.number(0)),
      s.not(s.isKnown(MaintenanceRate)),
    ]);
    return s.either(isMissing, s.unknown, s.times(s.abs(of.HedgeNotional), MaintenanceRate));
  },
  /** Notional / margin. */
  MarginLeverage: (s, { MarginTotal, HedgeNotional }) =>
    unlessZero(s, MarginTotal, s.over(s.abs(HedgeNotional), MarginTotal)),
};

type SmallSpelling = <N, B, T>(
  s: Spelling<N, B, T>,
  small: SmallOf<N, T>,
  of: ContractOf<N, T>,
  hedge: HedgeOf<N, T>,
) => N;

/** The same for the smaller contract that takes the remainder. */
export const FIGURES_OF_SMALL: Readonly<Record<SmallFigure, SmallSpelling>> = {
  ContractValue: (s, { ContractMultiplier }, of) => valueOfOne(s, of, ContractMultiplier),
  ContractsToHold: (s, _, { SmallUnits, SizeRatio, ContractsToHold }, { RoundingMode }) => {
    const rest = smallOf(s, { units: SmallUnits, ratio: SizeRatio, large: ContractsToHold });
    return s.either(s.isText(RoundingMode, "none"), s.number(0), rest);
  },
  ContractsToTrade: (s, { ContractsToHold, HeldContracts }) => s.minus(ContractsToHold, HeldContracts),
};

/** Beta-adjusted exposure of the contracts to hold. */
export function futuresExposure<N, B, T>(s: Spelling<N, B, T>, of: ContractOf<N, T>): N {
  return s.times(of.HedgeNotional, of.FuturesBeta);
}

/** Maintenance margin of one contract: as typed, else the initial margin over the usual factor. */
export function maintenanceOfOne<N, B, T>(
  s: Spelling<N, B, T>,
  { MaintenanceMargin, InitialMargin }: ContractOf<N, T>,
  { MarginFactor }: HedgeOf<N, T>,
): N {
  const isBlank = s.isEqual(s.orZero(MaintenanceMargin), s.number(0));
  return s.either(isBlank, s.over(InitialMargin, MarginFactor), MaintenanceMargin);
}

/** An inverse contract is worth a fixed amount, whatever its price. */
function valueOfOne<N, B, T>(
  s: Spelling<N, B, T>,
  { group, FuturesPrice, FxRate }: ContractOf<N, T>,
  multiplier: N,
): N {
  return s.times(isInverse(group) ? multiplier : s.times(FuturesPrice, multiplier), FxRate);
}

/** Contracts as a number of large ones: the small contract's margin is in proportion to its size. */
function largeUnits<N, B, T>(
  s: Spelling<N, B, T>,
  { ContractsToHold, SizeRatio, small }: ContractOf<N, T>,
): N {
  if (small === null) return s.abs(ContractsToHold);
  const units = s.over(s.abs(small.ContractsToHold), SizeRatio);
  return s.plus(s.abs(ContractsToHold), s.either(s.isEqual(SizeRatio, s.number(0)), s.number(0), units));
}

/** The figure where what it needs is known and not 0. */
function unlessZero<N, B, T>(s: Spelling<N, B, T>, needed: N, figure: N): N {
  return s.either(s.isEqual(s.orZero(needed), s.number(0)), s.unknown, figure);
}
