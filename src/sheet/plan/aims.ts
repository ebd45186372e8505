import { entriesOf, numbersOf, type Input, type InputTable, type NumbersOf } from "./input";
import { format } from "./number-formats";
import { ANY_NUMBER, bounds } from "./validations";

/** What a hedge can aim at. */
interface AimKind {
  readonly kind: string;
  /** Its name in the pane's list. */
  readonly label: string;
  /** What it means, in a sentence. */
  readonly meaning: string;
  /** What it asks for; the member of an input is one of the aim. */
  readonly inputs: InputTable<{ readonly currency: string }>;
}

/** Beta after the hedge, per contract group. */
const TARGET_BETA = {
  kind: "targetBeta",
  label: "Target beta",
  meaning: "Beta of the portfolio after the hedge; 0 removes all market exposure.",
  inputs: {
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
} as const satisfies AimKind;

/** Share of the exposure hedged away: 1 = all. */
const HEDGE_SHARE = {
  kind: "hedgeShare",
  label: "Hedge share",
  meaning: "Part of the beta-adjusted exposure to hedge away; 100 removes all.",
  inputs: {
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
} as const satisfies AimKind;

/** Weight of the group in the whole portfolio while the overlay is on (85/15 → 75/25: 0.75). */
const TARGET_WEIGHT = {
  kind: "targetWeight",
  label: "Target weight",
  meaning: "Exposure as a part of the whole portfolio while the futures are on: rebalancing without selling.",
  inputs: {
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
} as const satisfies AimKind;

/** Scale exposure by target / realised volatility, clamped to 0 … 1. */
const TARGET_VOLATILITY = {
  kind: "targetVolatility",
  label: "Target volatility",
  meaning: "Exposure is scaled by target ÷ realised volatility, never above what you hold.",
  inputs: {
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
} as const satisfies AimKind;

/** Anticipatory long hedge: cash to be invested later, its entry price locked in now. */
const CASH_TO_COME = {
  kind: "cashToCome",
  label: "Cash to come",
  meaning: "Buys futures now for money that comes later: locks in today's price.",
  inputs: {
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
} as const satisfies AimKind;

/** In the order of the pane's list. */
export const AIMS = [TARGET_BETA, HEDGE_SHARE, TARGET_WEIGHT, TARGET_VOLATILITY, CASH_TO_COME] as const;

/** An aim of a plan: its kind, and a number for each of its inputs. */
export type Aim = AimOf<(typeof AIMS)[number]>;

type AimOf<Kind extends AimKind> = Kind extends AimKind
  ? { readonly kind: Kind["kind"] } & NumbersOf<Kind["inputs"]>
  : never;

/** Names of the cells of all aims' inputs. */
export type AimInputName = InputName<(typeof AIMS)[number]>;
type InputName<Kind extends AimKind> = Kind extends AimKind ? keyof Kind["inputs"] & string : never;

export function aimKind(kind: Aim["kind"]): AimKind {
  const found = AIMS.find((aim) => aim.kind === kind);
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
