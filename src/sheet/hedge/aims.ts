import type { Spelling } from "../../calc/spelling";
import type { ContractSpelling, HedgeOf } from "../plan/figures";
import type { BookInputName } from "../plan/inputs";
import type { Aim, HedgePlan } from "../plan/plan";
import { moneyInWords, percentInWords, ratioInWords } from "./words";
import { isZeroBut } from "./noise";

/** What an aim is about. */
interface AimSpelling {
  /** The exposure that a contract's holdings shall have with the hedge on. */
  readonly exposure: ContractSpelling;
  /** Exposure that a purchase to come will add. */
  readonly purchase?: <N, B, T>(s: Spelling<N, B, T>, hedge: HedgeOf<N, T>) => N;
  /** What the orders come to, for the headline; `without` says that futures are held already. */
  readonly outcome: <N, B, T>(s: Spelling<N, B, T>, hedge: HedgeOf<N, T>, without: T) => T;
}

const betas: AimSpelling["outcome"] = (s, { PortfolioBeta, EffectiveBeta }, without) =>
  s.join([
    s.text("beta "),
    ratioInWords(s, PortfolioBeta),
    without,
    s.text(" → "),
    ratioInWords(s, EffectiveBeta),
  ]);

export const AIM_SPELLINGS: Readonly<Record<Aim["kind"], AimSpelling>> = {
  targetBeta: {
    exposure: (s, { GroupValue }, { TargetBeta }) => s.times(TargetBeta, GroupValue),
    outcome: betas,
  },
  hedgeShare: {
    exposure: (s, { GroupExposure }, { HedgeShare }) =>
      s.times(s.minus(s.number(1), HedgeShare), GroupExposure),
    outcome: betas,
  },
  targetWeight: {
    /** Several contracts share a target weight in proportion to their exposures. */
    exposure: (s, { GroupExposure }, { TargetWeight, PortfolioValue, contracts }) => {
      const aim = s.times(TargetWeight, PortfolioValue);
      if (contracts.length === 1) return aim;
      const sum = s.sum(contracts.map((each) => each.GroupExposure));
      const size = s.sum(contracts.map((each) => s.abs(each.GroupExposure)));
      const even = s.over(s.number(1), s.number(contracts.length));
      return s.times(aim, s.either(isZeroBut(s, sum, size), even, s.over(GroupExposure, sum)));
    },
    outcome: (s, { WeightNow, WeightOn }, without) =>
      s.join([
        s.text("weight "),
        percentInWords(s, WeightNow),
        without,
        s.text(" → "),
        percentInWords(s, WeightOn),
      ]),
  },
  targetVolatility: {
    exposure: (s, { GroupExposure }, { ExposureScale }) => s.times(ExposureScale, GroupExposure),
    outcome: betas,
  },
  cashToCome: {
    exposure: (s, { GroupExposure, isFirst }, { CashToCome, CashBeta }) =>
      isFirst ? s.plus(GroupExposure, s.times(CashToCome, CashBeta)) : GroupExposure,
    purchase: (s, { CashToCome, CashBeta }) => s.times(CashToCome, CashBeta),
    outcome: (s, { CashToCome }) =>
      s.join([s.text("locks in today's price for "), moneyInWords(s, CashToCome), s.text(" to come")]),
  },
};

/** The formula of each aim, in words. */
export const AIM_NOTE: Record<Aim["kind"], string> = {
  targetBeta: "target beta × value",
  hedgeShare: "(1 − hedge share) × exposure",
  targetWeight: "target weight × portfolio value × its share of the exposure",
  targetVolatility: "exposure kept × exposure",
  cashToCome: "exposure + cash to come × its beta",
};

/** Names of each aim's inputs. */
export const AIM_INPUTS = {
  targetBeta: ["TargetBeta"],
  hedgeShare: ["HedgeShare"],
  targetWeight: ["TargetWeight"],
  targetVolatility: ["TargetVolatility", "RealisedVolatility"],
  cashToCome: ["CashToCome", "CashBeta"],
} as const satisfies Record<Aim["kind"], readonly BookInputName[]>;

export function aimOf({ aim }: HedgePlan): AimSpelling {
  return AIM_SPELLINGS[aim.kind];
}
