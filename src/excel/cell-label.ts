import { isoOfSerial } from "../contracts/calendar/excel-date";
import { cellAddress } from "../sheet/cell-address";
import type { WorksheetModel } from "../sheet/page/worksheet";
import type { CellContent } from "./cell-text";
import type { ExistingSheet } from "./existing-sheet";
import { isFormula } from "./write-worksheet";

/** A cell as far as its label needs it: what it says, and whether that is a number or a choice, no words of ours. */
interface Labelled {
  readonly text: string;
  readonly isValue: boolean;
}

type LabelledCells = readonly (readonly Labelled[])[];

/**
 * What a cell of a hedge sheet is called on it: the label of its row, "Target beta"; where the row has several values,
 * with the head of its column: "ES: Futures price", "Hedge with: Apple".
 *
 * @returns "" for a cell that no label says anything about, such as the labels themselves
 */
function labelOf(cells: LabelledCells, row: number, column: number): string {
  const [label, ...values] = cells[row] ?? [];
  if (label === undefined || column === 0) return "";
  if (values.filter(({ isValue }) => isValue).length < 2) return label.text;
  const head = headAbove(cells, row, column);
  return [head, label.text].filter((words) => words !== "").join(": ");
}

/** The nearest words above, in the same table: it starts below a row that holds nothing, or a title only. */
function headAbove(cells: LabelledCells, row: number, column: number): string {
  for (let above = row - 1; above >= 0; above--) {
    const [, ...others] = cells[above] ?? [];
    if (others.every(({ text, isValue }) => text === "" && !isValue)) return "";
    const cell = others[column - 1];
    if (cell !== undefined && cell.text !== "" && !cell.isValue) return cell.text;
  }
  return "";
}

/** Labels of the cells of a worksheet that is to be built. */
export function labelsInModel(model: WorksheetModel): (row: number, column: number) => string {
  const cells = model.rows.map((line) =>
    line.map((cell) => {
      if (cell === null) return { text: "", isValue: false };
      const isValue = cell.input === true || isFormula(cell) || typeof cell.content !== "string";
      return { text: String(cell.content), isValue };
    }),
  );
  return (row, column) => labelOf(cells, row, column);
}

/** Labels of the cells of a sheet as it is: the user's own labels too. */
export function labelsOnSheet({
  formulas,
  values,
  names,
  baseline,
}: ExistingSheet): (row: number, column: number) => string {
  const inputs = new Set(Object.keys(baseline?.inputs ?? {}).map((name) => names.get(name)));
  const cells = values.map((line, row) =>
    line.map((value, column) => {
      const isComputed = String(formulas[row]?.[column] ?? "").startsWith("=");
      const isInput = inputs.has(cellAddress(row, column));
      return { text: String(value), isValue: isComputed || isInput || typeof value !== "string" };
    }),
  );
  return (row, column) => labelOf(cells, row, column);
}

/** A cell's content as the sheet shows it: "6.1%", "2026-12-18", "blank". Formulas are as they are. */
export function contentInWords(content: CellContent, numberFormat = "General"): string {
  if (content === "") return "blank";
  if (typeof content !== "number") return String(content);
  const date = numberFormat.includes("yyyy") ? isoOfSerial(content) : null;
  if (date !== null) return date;
  // 15 digits: what a cell shows; 0.07 × 100 is 7.000000000000001 in doubles.
  const digits = numberFormat.includes("%")
    ? `${Number((content * 100).toPrecision(15))}%`
    : numberFormat.startsWith("#,##0")
      ? content.toLocaleString("en-US", { maximumSignificantDigits: 15 })
      : String(content);
  return digits.replace(/^-/, "−");
}
