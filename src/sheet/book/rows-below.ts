import { cellContent, columnContent } from "./column-content";
import { ROLES } from "./column-roles";
import type { ColumnChoice } from "./detect-columns";
import type { Holdings, SelectedCells } from "./holdings";
import { deciding, Table } from "./table";
import { isTotals, type Amount } from "./totals-row";

/** Rows below a selection, in its columns. */
export type RowsBelow = Pick<SelectedCells, "values" | "types" | "numberFormats">;

/** A row that reads as a holding and counts as none: it stands below the selection, or is its last and has no value. */
export interface HoldingBelow {
  /** Row of the sheet, from 0. */
  readonly row: number;
  readonly name: string;
  /** false: it has a quantity and a price, but nothing in the value column yet, so that selecting it would not help. */
  readonly hasValue: boolean;
}

/** The rows down to the first blank one, which ends a table. */
export function beforeBlankRow({ values, types, numberFormats }: RowsBelow): RowsBelow {
  const blank = values.findIndex((row) => row.every((cell) => String(cell).trim() === ""));
  const end = blank < 0 ? values.length : blank;
  return {
    values: values.slice(0, end),
    types: types.slice(0, end),
    numberFormats: numberFormats.slice(0, end),
  };
}

/**
 * The rows right below the holdings that would be holdings if they had been selected: they have an amount that is not
 * 0, or will have one. A blank row, a totals row or another table's header row ends the search; group headings and foot
 * notes do not count.
 */
export function holdingsBelow(
  cells: SelectedCells & { readonly below: RowsBelow },
  { columns }: ColumnChoice,
  holdings: Holdings,
): readonly HoldingBelow[] {
  const from = holdings.lastRow + 1 - cells.row;
  const following = beforeBlankRow({
    values: [...cells.values.slice(from), ...cells.below.values],
    types: [...cells.types.slice(from), ...cells.below.types],
    numberFormats: [...cells.numberFormats.slice(from), ...cells.below.numberFormats],
  });
  const table = new Table({ ...cells, ...following, row: holdings.lastRow + 1 }, columns);
  const found: HoldingBelow[] = [];
  const above: Pick<Amount, "value">[] = [...holdings.rows];
  for (let row = 0; row < following.values.length; row++) {
    const amount = amountIn(table, row);
    // A sum may have been made before the rows above it were put there.
    if (isTotals(table, holdings.rows, amount) || isTotals(table, above, amount)) break;
    if (deciding(table).some((role) => table.content(row, role) === "text")) break;
    above.push(amount);
    const hasValue = amount.value !== 0;
    if (hasValue || lacksValue(table, row, amount)) {
      found.push({ row: table.sheetRow(row), name: amount.name, hasValue });
    }
  }
  return found;
}

/** The row's amount by what its cells hold; 0 where they hold none. */
function amountIn(table: Table, row: number): Amount {
  const quantity = numberIn(table, row, "quantity");
  const price = numberIn(table, row, "price");
  const value = table.has("value") ? numberIn(table, row, "value") : (quantity ?? 0) * (price ?? 0);
  return { name: table.text(row, "name"), quantity, price, value: value ?? 0 };
}

function lacksValue(table: Table, row: number, { quantity, price }: Amount): boolean {
  return table.content(row, "value") === "blank" && (quantity ?? 0) * (price ?? 0) !== 0;
}

/** A number that is no date, and no percentage where money or pieces are meant. */
function numberIn(table: Table, row: number, role: "value" | "quantity" | "price"): number | null {
  const column = table.columns[role];
  if (column === undefined || cellContent(table.cells, row, column) !== "number") return null;
  const content = columnContent(table.cells, column, row, row);
  return ROLES[role].holds.includes(content) ? table.number(row, role) : null;
}
