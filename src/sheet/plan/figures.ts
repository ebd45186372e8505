import type { Spelling } from "../../calc/spelling";
import type { BookInputName, ContractInputName } from "./cell-names";
import type {
  BookFigure,
  BookSum,
  BookText,
  ContractFigure,
  ContractSum,
  ContractText,
  SmallFigure,
} from "./figure-names";
import type { Group } from "./groups";
import type { HedgePlan } from "./plan";

type Numbers<Names extends string, N> = Readonly<Record<Names, N>>;

/** What figures of a smaller contract are spelt from; its price, FX rate and futures beta are the large one's. */
export type SmallOf<N, T> = Numbers<SmallFigure | "ContractMultiplier" | "LotSize" | "HeldContracts", N> &
  Numbers<ContractText, T>;

/**
 * What checks ask of the book's columns beside its sums: the highest, the lowest and the number of its betas, long +
 * short value without a beta, left alone by choice, and not in the list of assets; listed assets that the book lacks.
 */
type BookFact =
  | "HighestBeta"
  | "LowestBeta"
  | "KnownBetas"
  | "GrossWithoutBeta"
  | "GrossNotHedged"
  | "GrossNotListed"
  | "AssetsMissing";

/**
 * What figures of a contract are spelt from: sums over its holdings, its inputs, and its other figures; and of its own
 * coin's holdings those with another beta than the contract.
 */
export type ContractOf<N, T> = Numbers<ContractSum | ContractFigure | ContractInputName | "ForeignBetas", N> &
  Numbers<ContractText, T> & {
    readonly group: Group;
    /** The first contract hedges what names none. */
    readonly isFirst: boolean;
    readonly small: SmallOf<N, T> | null;
  };

/** The contract, and its smaller one where it has one. */
export function sizesOf<N, T>(of: ContractOf<N, T>): readonly SmallOf<N, T>[] {
  return of.small === null ? [of] : [of, of.small];
}

/** What figures of the whole hedge are spelt from. */
export type HedgeOf<N, T> = Numbers<
  BookSum | BookFact | BookFigure | Exclude<BookInputName, "RoundingMode">,
  N
> &
  Numbers<BookText | "RoundingMode", T> & {
    readonly plan: HedgePlan;
    readonly contracts: readonly ContractOf<N, T>[];
  };

/** One spelling of a figure of a contract. */
export type ContractSpelling = <N, B, T>(
  s: Spelling<N, B, T>,
  of: ContractOf<N, T>,
  hedge: HedgeOf<N, T>,
) => N;

/** One spelling of a figure of the whole hedge. */
export type HedgeSpelling = <N, B, T>(s: Spelling<N, B, T>, hedge: HedgeOf<N, T>) => N;
