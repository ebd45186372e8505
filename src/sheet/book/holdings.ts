import { ROLES } from "./column-roles";

/** A cell's value as Office.js gives it: "" is blank; an error is its text, marked in `types`. */
export type Cell = number | string | boolean;
export type CellType =
  "Empty" | "Double" | "Integer" | "String" | "Boolean" | "Error" | "RichValue" | "Unknown";

/** A rectangle of the user's cells, as read. Rows and columns count from 0. */
export interface SelectedCells {
  /** Worksheet name. */
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly Cell[])[];
  readonly types: readonly (readonly CellType[])[];
  readonly numberFormats: readonly (readonly string[])[];
  /** Rows (of the sheet, from 0) that are hidden or filtered out. */
  readonly hiddenRows: readonly number[];
  /** How the selection was changed before reading, in words for the user: columns cut to the used range, … */
  readonly notes: readonly string[];
}

/** What a column of a holdings table can be: see {@link ROLES}. */
export type ColumnRole = keyof typeof ROLES;
export const COLUMN_ROLES = Object.keys(ROLES) as readonly ColumnRole[];

/** Which column (offset in the selection, from 0) plays which role. */
export type ColumnMap = Readonly<Partial<Record<ColumnRole, number>>>;

/** The holdings table inside a selection: where it is, row by row, and what was noticed. */
export interface Holdings {
  readonly sheet: string;
  /** First and last row of the holdings (of the sheet, from 0), without header and totals row. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** Column of the sheet (from 0) for each role that was found or chosen. */
  readonly columns: ColumnMap;
  readonly rows: readonly Holding[];
  /** The cost column holds the cost of one unit; else, or absent, the position's. */
  readonly costIsPerUnit?: boolean;
  /** Sentences for the user: totals row left out, short positions kept, betas missing, hidden rows counted, … */
  readonly notes: readonly string[];
}

export interface Holding {
  /** Row of the sheet, from 0. */
  readonly row: number;
  readonly name: string;
  /** The name with its blanks, as the worksheet compares it; "" where it is no text and no whole number. */
  readonly nameText: string;
  readonly value: number;
  /** null: blank or text; the default beta counts. */
  readonly beta: number | null;
  /** The cell's text with its blanks, as the worksheet compares it; "" where the column is absent or blank. */
  readonly hedgeWith: string;
  readonly quantity: number | null;
  readonly price: number | null;
  /** Total cost of the position. */
  readonly cost: number | null;
}

/** A reason why a selection is no holdings table, with the next step and the cell to look at. */
export class HoldingsProblem extends Error {
  override readonly name = "HoldingsProblem";

  constructor(
    message: string,
    /** What to do next: a full sentence. */
    readonly nextStep: string,
    /** A1 address of the cell to look at, on the selection's sheet. */
    readonly cell?: string,
  ) {
    super(message);
  }
}
