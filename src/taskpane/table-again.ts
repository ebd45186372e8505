import type { ReadCells } from "../excel/read-selection";
import type { ColumnDetection } from "../sheet/book/detect-columns";
import type { SelectedCells } from "../sheet/book/holdings";
import type { Table } from "./state";

/**
 * The table for cells that were read again: the columns stay as found and chosen before, as long as there are as many.
 * The header row is where its texts are now; a header that was only renamed stays where it was.
 */
export function tableAgain(
  { cells: before, found, choice }: Table,
  cells: ReadCells,
  detectColumns: (cells: SelectedCells) => ColumnDetection,
): Table {
  const same = widthOf(cells) === widthOf(before) && cells.column === before.column;
  if (!same) {
    const foundNow = detectColumns(cells);
    return { cells, found: foundNow, choice: foundNow.choice };
  }
  if (choice.headerRow === null) return { cells, found, choice };
  const header = JSON.stringify(before.values[choice.headerRow]);
  const at = cells.values.findIndex((row) => JSON.stringify(row) === header);
  return { cells, found, choice: at < 0 ? choice : { ...choice, headerRow: at } };
}

function widthOf({ values }: SelectedCells): number {
  return values[0]?.length ?? 0;
}
