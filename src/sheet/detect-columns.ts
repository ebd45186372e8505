import type { ColumnMap, ColumnRole, SelectedCells } from "./holdings";

/** How the user's columns are to be read: found by {@link detectColumns}, or corrected in the pane. */
export interface ColumnChoice {
  /** Offset (in the selection, from 0) of the row that holds the headers; null: there is none. */
  readonly headerRow: number | null;
  /** Offset of the column for each role. */
  readonly columns: ColumnMap;
}

/** A column of the selection, as offered in a list. */
export interface SelectionColumn {
  readonly offset: number;
  /** Letter on the sheet: "D". */
  readonly letter: string;
  /** The header's text; "Column D" where there is none. */
  readonly label: string;
  readonly content: "number" | "percent" | "date" | "text" | "blank";
}

/**
 * How sure a column is:
 *
 *   sure   fill it in
 *   check  fill it in and ask the user to look
 *   ask    several columns fit as well: the user must choose among `candidates`
 *   none   nothing fits
 */
export interface FoundRole {
  readonly certainty: "sure" | "check" | "ask" | "none";
  /** Offset of the column; null for "ask" and "none". */
  readonly column: number | null;
  readonly candidates: readonly number[];
  /** Why, in a sentence. */
  readonly reason: string;
}

export interface ColumnDetection {
  /** What was found, ready for `readHoldings`; roles that need a choice are left out. */
  readonly choice: ColumnChoice;
  readonly columns: readonly SelectionColumn[];
  readonly roles: Readonly<Record<ColumnRole, FoundRole>>;
  /** What must still be chosen before the holdings can be read, in a sentence; null: nothing. */
  readonly missing: string | null;
}

/** Finds which column of a selection plays which role: by header, by what the column holds, by quantity × price = value. */
export function detectColumns(cells: SelectedCells): ColumnDetection {
  throw new Error(`not yet: ${cells.sheet}`);
}
