import type { Spelling } from "../../calc/spelling";
import { isZeroBut } from "../noise";
import { moneyInWords, percentInWords, ratioInWords } from "../words";
import type { BookFigure, BookSum, ContractSum, FiguresShown } from "./figure-names";
import { entriesOf, numbersOf, type Input, type InputTable, type NumbersOf } from "./input";
import { format } from "./number-formats";
import { ANY_NUMBER, bounds } from "./validations";

/** Inputs of an aim; the member of an input is one of the aim. */
type AimInputs = InputTable<{ readonly currency: string }>;

/** What a hedge can aim at, in words and in figures. */
interface AimWords {
  /** Its name in the pane's list. */
  readonly label: string;
  /** What it means, in a sentence. */
  readonly meaning: string;
  /** The exposure that it aims at, as a formula in words. */
  readonly note: string;
}

/** What the sheet shows beside the betas: weights, also after the shock, or how a volatility scales the exposure. */
type Shows = "weights" | "volatility" | null;

/** Figures that an aim may spell its own from: those that every sheet has, and those that it shows. */
type FigureFor<Shown extends Shows> =
  | Exclude<BookFigure, FiguresShown[keyof FiguresShown]>
  | (Shown extends keyof FiguresShown ? FiguresShown[Shown] : never);

type Numbers<Names extends string, N> = Readonly<Record<Names, N>>;

/** What an aim may spell its exposure from: a contract's sums … */
type ContractFor<N> = Numbers<ContractSum, N> & { readonly isFirst: boolean };

/** … and figures of the whole hedge. */
type HedgeFor<N, Shown extends Shows> = Numbers<BookSum | FigureFor<Shown>, N> & {
  readonly contracts: readonly ContractFor<N>[];
};

/** How an aim's figures are spelt, from its inputs by the names of their cells. */
interface AimSpelling<Name extends string, Shown extends Shows> {
  readonly shows: Shown;
  /** The exposure that a contract's holdings shall have with the hedge on. */
  readonly exposure: <N, B, T>(
    s: Spelling<N, B, T>,
    of: ContractFor<N>,
    inputs: Numbers<Name, N>,
    hedge: HedgeFor<N, Shown>,
  ) => N;
  /** Amount of a purchase to come, and the exposure that it will add; absent: the aim is about what is held. */
  readonly purchase?: <N, B, T>(
    s: Spelling<N, B, T>,
    inputs: Numbers<Name, N>,
  ) => { readonly amount: N; readonly exposure: N };
  /** What the orders come to, for the headline; `without` says that futures are held already. */
  readonly outcome: <N, B, T>(
    s: Spelling<N, B, T>,
    hedge: HedgeFor<N, Shown>,
    without: T,
    inputs: Numbers<Name, N>,
  ) => T;
}

function defineAim<const Kind extends string, const Inputs extends AimInputs, const Shown extends Shows>(
  kind: Kind,
  inputs: Inputs,
  definition: AimWords & AimSpelling<keyof Inputs & string, Shown>,
) {
  return { kind, inputs, ...definition };
}

const betas: AimSpelling<never, null>["outcome"] = (s, { PortfolioBeta, EffectiveBeta }, without) =>
  s.join([
    s.text("beta "),
    ratioInWords(s, PortfolioBeta),
    without,
    s.text(" → "),
    ratioInWords(s, EffectiveBeta),
  ]);

/** Beta after the hedge, per contract group. */
const TARGET_BETA = defineAim(
  "targetBeta",
  {
    TargetBeta: {
      member: "targetBeta",
      label: "Target beta",
      unit: "ratio",
      format: format.beta,
      validation: ANY_NUMBER,
      note: "0 removes all market exposure",
      box: { label: "target beta", place: "sight" },
    },
  },
  {
    label: "Target beta",
    meaning: "Beta of the portfolio after the hedge; 0 removes all market exposure.",
    note: "target beta × value",
    shows: null,
    exposure: (s, { GroupValue }, { TargetBeta }) => s.times(TargetBeta, GroupValue),
    outcome: betas,
  },
);

/** Share of the exposure hedged away: 1 = all. */
const HEDGE_SHARE = defineAim(
  "hedgeShare",
  {
    HedgeShare: {
      member: "share",
      label: "Hedge share",
      unit: "% of exposure",
      format: format.percent,
      validation: bounds(-10, 10, "Enter a percentage; 100% hedges all."),
      note: "share of the exposure that is hedged away",
      box: { label: "share to hedge", unit: "percent", place: "sight" },
    },
  },
  {
    label: "Hedge share",
    meaning: "Part of the beta-adjusted exposure to hedge away; 100 removes all.",
    note: "(1 − hedge share) × exposure",
    shows: null,
    exposure: (s, { GroupExposure }, { HedgeShare }) =>
      s.times(s.minus(s.number(1), HedgeShare), GroupExposure),
    outcome: betas,
  },
);

/** Weight of the group in the whole portfolio while the overlay is on (85/15 → 75/25: 0.75). */
const TARGET_WEIGHT = defineAim(
  "targetWeight",
  {
    TargetWeight: {
      member: "weight",
      label: "Target weight",
      unit: "% of portfolio",
      format: format.percent,
      validation: bounds(-10, 10, "Enter a percentage of the portfolio."),
      note: "weight of the hedged holdings in the whole portfolio while the hedge is on",
      box: { label: "target weight", unit: "percent", place: "sight" },
    },
  },
  {
    label: "Target weight",
    meaning:
      "Exposure as a part of the whole portfolio while the futures are on: rebalancing without selling.",
    note: "target weight × portfolio value × its share of the exposure",
    shows: "weights",
    /** Several contracts share a target weight in proportion to their exposures. */
    exposure: (s, { GroupExposure }, { TargetWeight }, { PortfolioValue, contracts }) => {
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
);

/** Scale exposure by target / realised volatility, clamped to 0 … 1. */
const TARGET_VOLATILITY = defineAim(
  "targetVolatility",
  {
    TargetVolatility: {
      member: "target",
      label: "Target volatility",
      unit: "% a year",
      format: format.percent,
      validation: bounds(0, 10, "Enter a yearly percentage."),
      box: { label: "target volatility", unit: "percent", place: "sight" },
    },
    RealisedVolatility: {
      member: "realised",
      label: "Realised volatility",
      unit: "% a year",
      format: format.percent,
      validation: bounds(1e-6, 10, "Enter a yearly percentage above 0."),
      note: "exposure is scaled by target / realised, between 0 and 1",
      box: { label: "realised volatility", unit: "percent", place: "sight" },
    },
  },
  {
    label: "Target volatility",
    meaning: "Exposure is scaled by target ÷ realised volatility, never above what you hold.",
    note: "exposure kept × exposure",
    shows: "volatility",
    exposure: (s, { GroupExposure }, _, { ExposureScale }) => s.times(ExposureScale, GroupExposure),
    outcome: betas,
  },
);

/** Anticipatory long hedge: cash to be invested later, its entry price locked in now. */
const CASH_TO_COME = defineAim(
  "cashToCome",
  {
    CashToCome: {
      member: "amount",
      label: "Cash to come",
      unit: ({ currency }) => currency,
      format: format.money,
      validation: ANY_NUMBER,
      note: "to be invested later; futures are bought now",
      box: { label: "cash to come", place: "sight" },
    },
    CashBeta: {
      member: "beta",
      label: "Beta of what it will buy",
      unit: "ratio",
      format: format.beta,
      validation: ANY_NUMBER,
      default: 1,
      needed: true,
      box: { label: "beta wanted for it", place: "sight" },
    },
  },
  {
    label: "Cash to come",
    meaning: "Buys futures now for money that comes later: locks in today's price.",
    note: "exposure + cash to come × its beta",
    shows: null,
    exposure: (s, { GroupExposure, isFirst }, { CashToCome, CashBeta }) =>
      isFirst ? s.plus(GroupExposure, s.times(CashToCome, CashBeta)) : GroupExposure,
    purchase: (s, { CashToCome, CashBeta }) => ({
      amount: CashToCome,
      exposure: s.times(CashToCome, CashBeta),
    }),
    outcome: (s, _, __, { CashToCome }) =>
      s.join([s.text("locks in today's price for "), moneyInWords(s, CashToCome), s.text(" to come")]),
  },
);

/** In the order of the pane's list. */
export const AIMS = [TARGET_BETA, HEDGE_SHARE, TARGET_WEIGHT, TARGET_VOLATILITY, CASH_TO_COME] as const;

/** An aim of a plan: its kind, and a number for each of its inputs. */
export type Aim = AimOf<(typeof AIMS)[number]>;

type AnyAim = (typeof AIMS)[number];
type AimOf<Kind extends AnyAim> = Kind extends AnyAim
  ? { readonly kind: Kind["kind"] } & NumbersOf<Kind["inputs"]>
  : never;

/** Names of the cells of all aims' inputs. */
export type AimInputName = InputName<(typeof AIMS)[number]>;
type InputName<Kind extends AnyAim> = Kind extends AnyAim ? keyof Kind["inputs"] & string : never;
export const AIM_INPUT_NAMES = AIMS.flatMap(({ inputs }) => Object.keys(inputs)) as readonly AimInputName[];

/** A kind of aim, for whoever need not know which. */
export type AimKind = AimWords &
  Omit<AimSpelling<AimInputName, "weights" | "volatility">, "shows"> & {
    readonly kind: Aim["kind"];
    readonly inputs: AimInputs;
    readonly shows: Shows;
  };

export function aimKind(kind: Aim["kind"]): AimKind {
  const found: AimKind | undefined = AIMS.find((aim) => aim.kind === kind);
  if (found === undefined) throw new Error(`AIMS lacks ${kind}`);
  return found;
}

/** The inputs of an aim with the names of their cells. */
export function aimInputs(
  kind: Aim["kind"],
): readonly (readonly [AimInputName, AimKind["inputs"][string]])[] {
  return entriesOf(aimKind(kind).inputs) as [AimInputName, AimKind["inputs"][string]][];
}

/** The kind of aim that a text names; null: none. */
export function aimNamed(text: unknown): Aim["kind"] | null {
  return AIMS.find(({ kind }) => kind === text)?.kind ?? null;
}

/** An aim with its numbers, each found by its input and the name of its cell. */
export function aimWith(kind: Aim["kind"], numberOf: (input: Input, name: string) => number | null): Aim {
  return { kind, ...numbersOf(aimKind(kind).inputs, numberOf) } as Aim;
}
