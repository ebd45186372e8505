import type { CellArea } from "../cell-address";
import type { ExcelContract, ExcelHedge } from "../hedge/hedge-in-excel";
import { contractCell, contractCells, type ContractCell } from "../plan/cell-names";
import type { ContractFigure } from "../plan/figure-names";
import { asTotal, contractFigure, formula, text } from "./sheet-cells";
import type { Group } from "../plan/groups";
import type { CellStyle, SheetCell, SheetChart, SheetConditionalFormat } from "./worksheet";

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

/** A row of headings with the code of each contract above its column. */
export function addContractHeads(draft: Draft, head: string, groups: readonly Group[]): void {
  addRow(draft, text(head, "columnHead"), ...groups.map(({ choice }) => text(choice.code, "columnHead")));
}

/**
 * One line: label, a value or a value per contract, unit, note. A note is a formula where it hangs on what is entered.
 */
export function addLine(
  draft: Draft,
  label: string,
  values: SheetCell | readonly (SheetCell | null)[],
  unit = "",
  note: string | SheetCell = "",
): void {
  const cells = "content" in values ? [values] : values;
  const gap = Array.from({ length: Math.max(0, draft.valueColumns - cells.length) }, () => null);
  const noteCell = typeof note === "string" ? textOrNone(note, "note") : note;
  addRow(draft, text(label, "label"), ...cells, ...gap, textOrNone(unit, "unit"), noteCell);
}

function textOrNone(content: string, style: CellStyle): SheetCell | null {
  return content === "" ? null : text(content, style);
}

/** Adds lines with a value for each contract that `has` picks; a line that concerns none is left out. */
export function contractLines(
  draft: Draft,
  groups: readonly Group[],
  has: (group: Group) => boolean = () => true,
): (label: string, unit: string, cell: (group: Group, index: number) => SheetCell, note?: string) => void {
  return (label, unit, cell, note) => {
    if (!groups.some(has)) return;
    const cells = groups.map((group, index) => (has(group) ? cell(group, index) : null));
    addLine(draft, label, cells, unit, note);
  };
}

/** A line with a figure of each contract. */
interface ContractLine<Name extends ContractCell> {
  readonly label: string;
  readonly unit: string;
  readonly name: Name;
  readonly format: string | ((group: Group) => string);
  readonly note?: string;
}

interface FigureLine extends ContractLine<ContractFigure> {
  /** A result that the eye should find. */
  readonly isTotal?: true;
}

/**
 * Adds lines with a figure of each contract that `has` picks, as it is spelt; a line that concerns none is left out.
 */
export function figureLines(
  draft: Draft,
  hedge: ExcelHedge,
  has?: (group: Group) => boolean,
): (figure: FigureLine) => void {
  return (line) => {
    addContractLine(draft, hedge, has, line, (of, numberFormat) => {
      const cell = contractFigure(hedge, of, line.name, numberFormat);
      return line.isTotal === true ? asTotal(cell) : cell;
    });
  };
}

/** Names of a contract's cells, by what they hold. */
export type ContractCells = ReturnType<typeof contractCells>;

/** The same for figures that only the sheet has: each is a formula of names, most of them of the contract's cells. */
export function formulaLines(
  draft: Draft,
  hedge: ExcelHedge,
  has?: (group: Group) => boolean,
): (
  line: ContractLine<ContractCell>,
  expression: (cells: ContractCells, of: ExcelContract) => string,
) => void {
  return (line, expression) => {
    addContractLine(draft, hedge, has, line, (of, numberFormat) => {
      const { suffix } = of.group;
      return formula(expression(contractCells(suffix), of), numberFormat, contractCell(line.name, suffix));
    });
  };
}

function addContractLine(
  draft: Draft,
  { contracts }: ExcelHedge,
  has: (group: Group) => boolean = () => true,
  { label, unit, format, note }: ContractLine<ContractCell>,
  cell: (of: ExcelContract, numberFormat: string) => SheetCell,
): void {
  if (!contracts.some(({ group }) => has(group))) return;
  const cells = contracts.map((of) =>
    has(of.group) ? cell(of, typeof format === "string" ? format : format(of.group)) : null,
  );
  addLine(draft, label, cells, unit, note);
}

/** The cells of `rows` rows from `row` on, in one column. */
export function columnArea(row: number, column: number, rows: number): CellArea {
  return { row, column, rows, columns: 1 };
}
