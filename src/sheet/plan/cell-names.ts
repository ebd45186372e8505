import { AIM_INPUT_NAMES, type AimInputName } from "./aims";
import { BOOK_INPUTS, PUT_INPUTS, type MoveName } from "./book-inputs";
import { CONTRACT_INPUTS, type SMALLER_INPUTS } from "./contract-inputs";
import {
  BOOK_FIGURES,
  BOOK_SUMS,
  BOOK_TEXTS,
  CONTRACT_FIGURES,
  CONTRACT_SHEET_FIGURES,
  CONTRACT_SUMS,
  CONTRACT_TEXTS,
  SHEET_FIGURES,
  type BookFigure,
  type BookSum,
  type BookText,
  type ContractFigure,
  type ContractSum,
  type ContractText,
} from "./figure-names";

/** Numbers that the user may change, of the whole hedge and of a contract. */
export type BookInputName =
  AimInputName | keyof typeof BOOK_INPUTS | keyof typeof PUT_INPUTS | "RoundingMode";
export type ContractInputName = keyof typeof CONTRACT_INPUTS | keyof typeof SMALLER_INPUTS;
export const BOOK_INPUT_NAMES = [
  ...AIM_INPUT_NAMES,
  ...(Object.keys({ ...BOOK_INPUTS, ...PUT_INPUTS }) as (
    keyof typeof BOOK_INPUTS | keyof typeof PUT_INPUTS
  )[]),
  "RoundingMode",
] as const satisfies readonly BookInputName[];
export const CONTRACT_INPUT_NAMES = Object.keys(CONTRACT_INPUTS) as readonly ContractInputName[];

/** A cell of a contract, before its code. */
export type ContractCell =
  ContractSum | ContractFigure | ContractText | (typeof CONTRACT_SHEET_FIGURES)[number] | ContractInputName;

/** A cell of the whole hedge. */
export type BookCell = BookSum | BookFigure | BookText | (typeof SHEET_FIGURES)[number] | BookInputName;

type AtMove = "Move" | "UnhedgedAt" | "FuturesAt" | "HedgedAt";

/** Cells in which the sheet carries what the add-in has to know of it; long texts go on in numbered ones. */
export type CarryingName = "HedgeRecord" | "HedgeBaseline" | "HedgePending" | "HedgeId";

/** Sheet-local name of a cell that something refers to: two words at least, so that no cell address is one. */
export type CellName =
  | BookCell
  | `${ContractCell}_${string}`
  | `${AtMove}_${"Shock" | "Opposite"}`
  /** Numbered from 1. */
  | `${MoveName}_${number}`
  /** What an asset is hedged with, by its key. */
  | `HedgeWith_${string}`
  | CarryingName
  | `${"HedgeBaseline" | "HedgePending"}_${number}`;

/** Name of a contract's cell: `ExpiryDate` of "ES" is "ExpiryDate_ES". */
export function contractCell<Cell extends ContractCell>(cell: Cell, suffix: string): `${Cell}_${string}` {
  return `${cell}_${suffix}`;
}

/** Names of all of a contract's cells, for formulas that only the sheet has: { SpotPrice: "SpotPrice_ES", … }. */
export function contractCells(suffix: string): Readonly<Record<ContractCell, string>> {
  const cells: readonly ContractCell[] = [
    ...[...CONTRACT_SUMS, ...CONTRACT_FIGURES, ...CONTRACT_TEXTS],
    ...[...CONTRACT_SHEET_FIGURES, ...CONTRACT_INPUT_NAMES],
  ];
  return Object.fromEntries(cells.map((name) => [name, contractCell(name, suffix)])) as Record<
    ContractCell,
    string
  >;
}

/** The same of the whole hedge: a name that is misspelt here does not compile. */
export const BOOK_CELLS = Object.fromEntries(
  [...BOOK_SUMS, ...BOOK_FIGURES, ...BOOK_TEXTS, ...SHEET_FIGURES, ...BOOK_INPUT_NAMES].map((name) => [
    name,
    name,
  ]),
) as Readonly<Record<BookCell, string>>;
