import { cellContent } from "./column-content";
import { headerScores } from "./column-words";
import type { SelectedCells } from "./holdings";

/** Titles, dates and notes may stand above the headers; further down than this they are looked for in vain. */
const HEADER_SEARCH_ROWS = 12;

/**
 * The row whose texts name the most roles, the lower one where headers take two rows; else a first row of texts over
 * numbers; null: there is no header row.
 */
export function findHeaderRow(cells: SelectedCells): number | null {
  const rows = Math.min(HEADER_SEARCH_ROWS, cells.values.length - 1);
  let best: { row: number; score: number } | null = null;
  for (let row = 0; row < rows; row++) {
    const kinds = (cells.values[row] ?? []).map((_, column) => cellContent(cells, row, column));
    if (kinds.includes("number")) continue;
    const isSecond = best?.row === row - 1 && isUnderMergedHeaders(cells, row);
    const score = kinds
      .map((kind, column) => {
        if (isSecond) return bestScore(headerText(cells, row, column));
        return kind === "text" ? bestScore(String(cells.values[row]?.[column])) : 0;
      })
      .filter((value) => value >= 0.5)
      .reduce((sum, value) => sum + value, 0);
    const known: number = best?.score ?? 0.9;
    if (score > known || (isSecond && score === known)) best = { row, score };
  }
  if (best !== null) return best.row;
  const firstRow = (cells.values[0] ?? []).map((_, column) => cellContent(cells, 0, column));
  const numbersBelow = firstRow.some(
    (kind, column) => kind === "text" && cellContent(cells, 1, column) === "number",
  );
  return numbersBelow && !firstRow.includes("number") ? 0 : null;
}

/** Whether a row has texts, each of them below a blank cell or below a header merged over several columns. */
function isUnderMergedHeaders(cells: SelectedCells, row: number): boolean {
  const above = cells.values[row - 1] ?? [];
  const columns = (cells.values[row] ?? []).flatMap((cell, column) => (cell === "" ? [] : [column]));
  return columns.length > 0 && columns.every((column) => above[column] === "" || above[column + 1] === "");
}

function bestScore(header: string): number {
  return header.length > 60 ? 0 : Math.max(...Object.values(headerScores(header)));
}

/** The header's text; where a merge leaves the cell blank, that of the cell above. */
export function headerText(cells: SelectedCells, headerRow: number, column: number): string {
  const text = String(cells.values[headerRow]?.[column] ?? "").trim();
  return text !== "" ? text : String(cells.values[headerRow - 1]?.[column] ?? "").trim();
}
