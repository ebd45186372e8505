import type { CellArea } from "../cell-address";
import type { CellName } from "../plan/cell-names";
import type { SheetValidation } from "../plan/validations";

/** A worksheet as data: what `src/excel` writes, without deciding anything. Rows and columns count from 0. */
export interface WorksheetModel {
  /** Suggested name; a number is added if it is taken by another sheet. */
  readonly name: string;
  /** One entry per row, one per column; null leaves the cell empty. */
  readonly rows: readonly (readonly (SheetCell | null)[])[];
  /** Characters of the default font. */
  readonly columnWidths: readonly number[];
  readonly frozenRows: number;
  readonly charts: readonly SheetChart[];
  readonly conditionalFormats: readonly SheetConditionalFormat[];
  /** A1 address on the sheet. */
  readonly printArea: string;
  /** Rows that start a page. */
  readonly pageBreaks: readonly number[];
}

export interface SheetCell {
  /** A value, or a native formula that starts with "=". Other text never starts with "=", but for `isText`. */
  readonly content: number | string | boolean;
  /** The content is a text of the user's, whatever it looks like: it may start with "=" and is no formula. */
  readonly isText?: true;
  readonly style: CellStyle;
  readonly numberFormat?: string;
  /** Sheet-local name, two words at least: TargetBeta. */
  readonly name?: CellName;
  /** A user's input: kept when the sheet is built again. */
  readonly input?: boolean;
  readonly validation?: SheetValidation;
  /** Says when and by what the sheet was built: another build says something else, and nobody has changed it. */
  readonly stamp?: true;
}

/** Looks, by meaning. The excel folder gives each its colours. */
export type CellStyle =
  | "title"
  | "headline"
  | "sectionHead"
  | "columnHead"
  | "label"
  | "unit"
  | "note"
  | "input"
  | "formula"
  | "link"
  | "total"
  | "word"
  | "check"
  | "text"
  | "record";

export interface SheetChart {
  readonly name: string;
  readonly title: string;
  readonly kind: "line" | "column";
  readonly categories: CellArea;
  readonly series: readonly { readonly name: string; readonly values: CellArea; readonly color: string }[];
  readonly categoryTitle: string;
  readonly valueTitle: string;
  readonly categoryFormat: string;
  readonly valueFormat: string;
  /** Top left and bottom right cell that it covers. */
  readonly covers: CellArea;
}

export interface SheetConditionalFormat {
  readonly area: CellArea;
  /** TRUE where it applies, relative to the area's first cell, without "=". */
  readonly formula: string;
  readonly look: "bad" | "good" | "warn";
}
