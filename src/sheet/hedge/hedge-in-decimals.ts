import { Decimal, fromCell } from "../../calc/decimal";
import { IN_DECIMALS } from "../../calc/in-decimals";
import { NOT_HEDGED } from "../book/assets";
import type { Holding } from "../book/holdings";
import { BOOK_FIGURES, BOOK_TEXTS, CONTRACT_FIGURES, SMALL_FIGURES } from "../plan/figure-names";
import type { ContractOf, HedgeOf, SmallOf } from "../plan/figures";
import { groupsOf, type Group } from "../plan/groups";
import { hasAssetList, hedgeWithOf } from "../plan/hedged-with";
import { BOOK_INPUTS, PUT_INPUTS } from "../plan/book-inputs";
import { CONTRACT_INPUTS, SMALLER_INPUTS } from "../plan/contract-inputs";
import { aimKind, AIM_INPUT_NAMES } from "../plan/aims";
import { entriesOf, valueFor, type InputTable } from "../plan/input";
import type { HedgePlan } from "../plan/plan";
import { FIGURES_OF_BOOK } from "./book-figures";
import { sumsOver, type Sums } from "./book-sums";
import { lowestCash } from "./cash-ladder";
import { FIGURES_OF_CONTRACT, FIGURES_OF_SMALL } from "./contract-figures";
import { isZeroBut } from "../noise";
import { orderText, TEXTS_OF_BOOK } from "./orders";
import { foreignBetas } from "./coin-betas";
import { requireSound } from "./require-sound";

/** Figures in exact decimals; NaN is what is not known. */
export type DecimalHedge = HedgeOf<Decimal, string>;
export type DecimalContract = ContractOf<Decimal, string>;

const s = IN_DECIMALS;

/**
 * The hedge of a plan in exact decimals, each figure computed when it is first asked for.
 *
 * @throws {DomainError} `argument` naming the input that makes a hedge impossible
 */
export function hedgeInDecimals(plan: HedgePlan): DecimalHedge {
  const groups = groupsOf(plan);
  requireSound(plan);
  const sums = sumsOver(fromCell(plan.defaultBeta));
  const book = sums(plan.holdings.rows);
  const contracts: DecimalContract[] = [];
  const hedge: DecimalHedge = withLazy<DecimalHedge>(
    {
      plan,
      contracts,
      ...unknown(AIM_INPUT_NAMES),
      ...inputs(aimKind(plan.aim.kind).inputs, plan.aim, plan),
      ...inputs(BOOK_INPUTS, plan, plan),
      ...inputs(PUT_INPUTS, plan.put ?? {}, plan),
      RoundingMode: plan.rounding,
      PortfolioValue: book.value,
      GrossValue: book.gross,
      PortfolioExposure: book.exposure,
    },
    {
      ...each(BOOK_FIGURES, (name) =>
        name === "LowestCash" ? lowestCash(hedge) : FIGURES_OF_BOOK[name](s, hedge),
      ),
      ...each(BOOK_TEXTS, (name) => TEXTS_OF_BOOK[name](s, hedge)),
      ...factsOf(plan, sums, book),
    },
  );
  // A book that one contract hedges as a whole is added up once.
  const sumsOf = ({ holdings }: Group): Sums =>
    holdings.length === plan.holdings.rows.length ? book : sums(holdings);
  for (const group of groups) contracts.push(contractOf(group, hedge, sumsOf(group), contracts.length === 0));
  return hedge;
}

function contractOf(group: Group, hedge: DecimalHedge, sums: Sums, isFirst: boolean): DecimalContract {
  const { choice } = group;
  const of: DecimalContract = withLazy<DecimalContract>(
    {
      group,
      isFirst,
      ContractCode: choice.code,
      ...inputs(CONTRACT_INPUTS, choice, hedge.plan),
      GroupValue: sums.value,
      GroupGross: sums.gross,
      GroupExposure: sums.exposure,
    },
    {
      ...each(CONTRACT_FIGURES, (name) => FIGURES_OF_CONTRACT[name](s, of, hedge)),
      OrderText: () => orderText(s, of, hedge, choice.lot),
      ForeignBetas: () => new Decimal(foreignBetas(group, hedge.plan.tolerance)),
      small: () => smallOf(of, hedge),
    },
  );
  return of;
}

function smallOf(of: DecimalContract, hedge: DecimalHedge): SmallOf<Decimal, string> | null {
  const { smaller } = of.group.choice;
  if (smaller === null) return null;
  const small: SmallOf<Decimal, string> = withLazy<SmallOf<Decimal, string>>(
    {
      ContractCode: smaller.code,
      ...inputs(SMALLER_INPUTS, { ...smaller, heldSmaller: of.group.choice.heldSmaller }, hedge.plan),
    },
    {
      ...each(SMALL_FIGURES, (name) => FIGURES_OF_SMALL[name](s, small, of, hedge)),
      OrderText: () => orderText(s, small, hedge, smaller.lot),
    },
  );
  return small;
}

/** What checks ask of the book's columns: see plan/figures.ts. */
function factsOf(plan: HedgePlan, sums: (holdings: readonly Holding[]) => Sums, book: Sums) {
  const { rows, columns } = plan.holdings;
  const betas = () => rows.flatMap(({ beta }) => (beta === null ? [] : [beta]));
  const extreme = (most: (a: number, b: number) => number) => () =>
    new Decimal(betas().reduce((a, b) => most(a, b), betas()[0] ?? 0));
  const grossOf = (holdings: readonly Holding[]) => sums(holdings).gross;
  return {
    HighestBeta: extreme((a, b) => Math.max(a, b)),
    LowestBeta: extreme((a, b) => Math.min(a, b)),
    KnownBetas: () => new Decimal(betas().length),
    GrossWithoutBeta: () =>
      columns.beta === undefined ? book.gross : grossOf(rows.filter(({ beta }) => beta === null)),
    GrossNotHedged: () =>
      grossOf(rows.filter((row) => hedgeWithOf(plan, row).toUpperCase() === NOT_HEDGED.toUpperCase())),
    // A list made from the plan lacks no asset, but rows without a name cannot be in it.
    GrossNotListed: () => {
      const gross = grossOf(hasAssetList(plan) ? rows.filter(({ nameText }) => nameText === "") : []);
      return isZeroBut(s, gross, book.gross) ? new Decimal(0) : gross;
    },
    AssetsMissing: () => new Decimal(0),
  };
}

/** The inputs of a table by the names of their cells: what an object has for each, or not known. */
function inputs<Table extends InputTable>(table: Table, values: object, { asOf }: HedgePlan) {
  const entries = entriesOf(table).map(([name, input]) => {
    const value = valueFor(input, values) ?? (input.nullIs === "asOf" ? asOf : null);
    return [name, value === null ? s.unknown : fromCell(value)] as const;
  });
  return Object.fromEntries(entries) as Record<keyof Table & string, Decimal>;
}

function unknown<Name extends string>(names: readonly Name[]): Record<Name, Decimal> {
  return Object.fromEntries(names.map((name) => [name, s.unknown])) as Record<Name, Decimal>;
}

type Lazy<Whole> = { readonly [K in keyof Whole]?: () => Whole[K] };

/** An object of values and of members that are computed once, when they are first asked for. */
function withLazy<Whole extends object>(values: Partial<Whole>, lazy: Lazy<Whole>): Whole {
  const whole = { ...values };
  for (const [name, compute] of Object.entries(lazy) as [string, () => unknown][]) {
    Object.defineProperty(whole, name, {
      configurable: true,
      enumerable: true,
      get: () => {
        const value = compute();
        Object.defineProperty(whole, name, { value, enumerable: true });
        return value;
      },
    });
  }
  return whole as Whole;
}

function each<K extends string, V>(names: readonly K[], compute: (name: K) => V): Record<K, () => V> {
  return Object.fromEntries(names.map((name) => [name, () => compute(name)])) as Record<K, () => V>;
}
