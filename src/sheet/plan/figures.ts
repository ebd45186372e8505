import type { Spelling } from "../../calc/spelling";
import type {
  BookFigure,
  BookInputName,
  BookSum,
  BookText,
  ContractFigure,
  ContractInputName,
  ContractSum,
  ContractText,
  SmallFigure,
} from "./cell-names";
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

/** One spelling of what the orders come to; `without` says that futures are held already. */
export type OutcomeSpelling = <N, B, T>(s: Spelling<N, B, T>, hedge: HedgeOf<N, T>, without: T) => T;

/** What an aim may spell its exposure from: a contract's sums … */
export type AimContractOf<N> = Numbers<ContractSum, N> & { readonly isFirst: boolean };

/** … and figures of the whole hedge with the aim's own inputs. */
export type AimHedgeOf<N, Input extends string> = Numbers<BookSum | BookFigure | Input, N> & {
  readonly contracts: readonly AimContractOf<N>[];
};
