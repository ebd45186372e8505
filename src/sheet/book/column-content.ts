import type { ColumnContent } from "./column-roles";
import type { Cell, CellType, SelectedCells } from "./holdings";

/** What a cell is, for reading a table: text of spaces is blank, TRUE is text. */
export function cellContent(cells: SelectedCells, row: number, column: number): CellContentKind {
  const value: Cell = cells.values[row]?.[column] ?? "";
  const type: CellType = cells.types[row]?.[column] ?? "Unknown";
  if (type === "Error") return "error";
  if (type === "RichValue") return "data type";
  if (typeof value === "number") return Number.isFinite(value) ? "number" : "error";
  if (typeof value === "string" && value.trim() === "") return "blank";
  return "text";
}
export type CellContentKind = "number" | "text" | "blank" | "error" | "data type";

/** What most of a column's cells between two rows (both included) hold. */
export function columnContent(
  cells: SelectedCells,
  column: number,
  first: number,
  last: number,
): ColumnContent {
  const counts: Record<ColumnContent, number> = { number: 0, percent: 0, date: 0, text: 0, blank: 0 };
  for (let row = first; row <= last; row++) {
    const kind = cellContent(cells, row, column);
    if (kind === "number") counts[numberKind(cells.numberFormats[row]?.[column] ?? "General")]++;
    else if (kind === "text" || kind === "data type") counts.text++;
  }
  const filled = counts.number + counts.percent + counts.date + counts.text;
  if (filled === 0) return "blank";
  if (counts.text * 2 > filled) return "text";
  if (counts.date > counts.number + counts.percent) return "date";
  return counts.percent > counts.number ? "percent" : "number";
}

/** Whether a number format shows a number, a percentage or a date, judged by its first section without literals. */
function numberKind(format: string): "number" | "percent" | "date" {
  const pattern = (format.split(";")[0] ?? "")
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  if (pattern.includes("%")) return "percent";
  return !/general|[0#?]\s*$/i.test(pattern) && /[ymdhs]/i.test(pattern) ? "date" : "number";
}

/** Share of the rows, among those that have all three numbers, where quantity × price is the value to within 0.5 %. */
export function shareWherePriced(
  cells: SelectedCells,
  columns: { readonly quantity: number; readonly price: number; readonly value: number },
  first: number,
  last: number,
): number {
  let rows = 0;
  let equal = 0;
  for (let row = first; row <= last; row++) {
    const [quantity, price, value] = [columns.quantity, columns.price, columns.value].map((column) =>
      cellContent(cells, row, column) === "number" ? Number(cells.values[row]?.[column]) : null,
    );
    if (quantity == null || price == null || value == null || value === 0) continue;
    rows++;
    if (isPriced(quantity, price, value)) equal++;
  }
  return rows === 0 ? 0 : equal / rows;
}

/** |quantity × price − value| ≤ 0.5 % of the value. */
export function isPriced(quantity: number, price: number, value: number): boolean {
  return Math.abs(quantity * price - value) <= 0.005 * Math.abs(value);
}
