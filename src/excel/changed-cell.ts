import type { CellContent } from "./cell-text";

/** A cell of the hedge sheet that no longer holds what was built. */
export interface ChangedCell {
  /** A1 address on the sheet, before building. */
  readonly address: string;
  /** Where the same cell is on the sheet as built; null: it has no such cell. */
  readonly newAddress: string | null;
  readonly name: string | null;
  /** What it is called on the sheet: "NQ: Contracts, exact"; "" where no label says. */
  readonly label: string;
  /** What the user made of it. */
  readonly yours: CellContent;
  /** What the sheet will hold instead; "" for nothing. */
  readonly ours: CellContent;
  readonly kept: boolean;
  /** Why it cannot be kept; null: it can. */
  readonly obstacle: string | null;
  /** Only the value is kept: the formula leaves the workbook, and the cell has to move. */
  readonly asValue: boolean;
}

/** Row and column, from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}
