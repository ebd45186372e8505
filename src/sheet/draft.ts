import { cellsFor } from "./blueprint";
import { text } from "./cells";
import type { Group } from "./groups";
import type { CellArea, SheetCell, SheetChart, SheetConditionalFormat } from "./worksheet";

/** A worksheet while its sections write it, top to bottom. */
export interface Draft {
  readonly rows: (readonly (SheetCell | null)[])[];
  readonly charts: SheetChart[];
  readonly conditionalFormats: SheetConditionalFormat[];
  /** Columns of values between the label and the unit: one per futures contract of the plan. */
  readonly valueColumns: number;
}

export function newDraft(valueColumns: number): Draft {
  return { rows: [], charts: [], conditionalFormats: [], valueColumns };
}

/** Adds a row; returns its number, from 0. */
export function addRow(draft: Draft, ...cells: readonly (SheetCell | null)[]): number {
  return draft.rows.push(cells) - 1;
}

/** A blank row and the section's title; see {@link spanned}. */
export function addSection(draft: Draft, title: string): void {
  addRow(draft);
  addRow(draft, text(title, "sectionHead"));
}

/** The rows with each section's title as a band over all columns. */
export function spanned(rows: Draft["rows"], columns: number): Draft["rows"] {
  const band = Array.from({ length: columns - 1 }, () => text("", "sectionHead"));
  return rows.map((cells) => (cells[0]?.style === "sectionHead" ? [cells[0], ...band] : cells));
}

/** The rows with each head above numbers ending where they end: the width of a closing parenthesis stays free. */
export function headedRight(rows: Draft["rows"]): Draft["rows"] {
  return rows.map((cells, row) =>
    cells.map((cell, column) => {
      // A table may start with a row that leaves the column empty.
      const below = rows[row + 1]?.[column] ?? rows[row + 2]?.[column];
      const isHead = cell?.style === "columnHead" && column > 0 && below != null;
      return isHead && isRight(below) ? { ...cell, numberFormat: "@_)" } : cell;
    }),
  );
}

function isRight({ style, numberFormat = "General" }: SheetCell): boolean {
  return style === "input" || style === "word" || numberFormat !== "General";
}

/** The row of column headings of a table. */
export function addHeads(draft: Draft, ...heads: readonly string[]): number {
  return addRow(draft, ...heads.map((head) => (head === "" ? null : text(head, "columnHead"))));
}

/** One line: label, a value or a value per contract, unit, note. */
export function addLine(
  draft: Draft,
  line: {
    readonly label: string;
    readonly values: readonly (SheetCell | null)[];
    readonly unit?: string;
    /** A formula where it depends on what is entered. */
    readonly note?: string | SheetCell;
  },
): number {
  const { label, values, unit = "", note = "" } = line;
  const gap = Array.from({ length: Math.max(0, draft.valueColumns - values.length) }, () => null);
  return addRow(
    draft,
    text(label, "label"),
    ...values,
    ...gap,
    unit === "" ? null : text(unit, "unit"),
    noteCell(note),
  );
}

function noteCell(note: string | SheetCell): SheetCell | null {
  if (typeof note !== "string") return note;
  return note === "" ? null : text(note, "note");
}

/** Adds lines with a value for each contract that `has` picks; a line that concerns none is left out. */
export function contractLines(
  draft: Draft,
  groups: readonly Group[],
): (
  label: string,
  unit: string,
  has: (group: Group) => boolean,
  cell: (group: Group) => SheetCell,
  note?: string,
) => void {
  return (label, unit, has, cell, note = "") => {
    if (groups.some(has)) addLine(draft, { label, values: cellsFor(groups, has, cell), unit, note });
  };
}

/** The cells of `rows` rows from `row` on, in one column. */
export function columnArea(row: number, column: number, rows: number): CellArea {
  return { row, column, rows, columns: 1 };
}
