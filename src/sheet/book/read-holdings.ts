import { cellAddress } from "../cell-address";
import { cellContent, columnContent } from "./column-content";
import { ROLES } from "./column-roles";
import { saysPerUnit, saysTotal } from "./column-words";
import { missingChoice, type ColumnChoice } from "./detect-columns";
import { headerText } from "./header-row";
import {
  HoldingsProblem,
  type ColumnRole,
  type Holding,
  type Holdings,
  type SelectedCells,
} from "./holdings";
import { notesOn } from "./holdings-notes";
import { isAre, rowsNamed } from "./rows-in-words";
import { deciding, Table } from "./table";
import { withoutTotals } from "./totals-row";

/**
 * The holdings in a selection, read as the choice says.
 *
 * Values are as on the sheet: negative ones are short positions and stay. A totals row at the end is left out, and the
 * notes say so. Blank values count as 0, blank or text betas as null.
 *
 * @throws {HoldingsProblem} a cell cannot be read as what its column should hold, or there are no holdings
 */
export function readHoldings(cells: SelectedCells, choice: ColumnChoice): Holdings {
  const missing = missingChoice(choice.columns);
  if (missing !== null) throw new HoldingsProblem("The value of the holdings is not known yet.", missing);
  const table = new Table(cells, choice.columns);
  const first = choice.headerRow === null ? 0 : choice.headerRow + 1;
  const last = lastRowWithNumbers(table, first);
  if (last < first) {
    throw new HoldingsProblem(
      "No holdings were found: there are no numbers below the headers.",
      "Select the table with its header row, or choose other columns.",
    );
  }
  requireNumberColumns(table, first, last);

  const notes = [...cells.notes];
  const read = readRows(table, first, last);
  const holdings = withoutTotals(table, read, notes);
  if (holdings.length === 0) {
    throw new HoldingsProblem(
      "No holdings were found above the totals row.",
      "Select the rows of the holdings as well.",
      cellAddress(table.sheetRow(last), cells.column),
    );
  }
  const below = rowsWithText(table, last + 1);
  if (below.length > 0) notes.push(`${rowsNamed(below)} below the table ${isAre(below)} left out.`);
  notes.push(...notesOn(table, holdings, cells));
  return {
    sheet: cells.sheet,
    firstRow: holdings[0]?.row ?? 0,
    lastRow: holdings.at(-1)?.row ?? 0,
    columns: table.sheetColumns(),
    rows: holdings,
    ...(costIsPerUnit(table, choice, holdings) ? { costIsPerUnit: true } : {}),
    notes,
  };
}

/** The last row that holds a number (or what should be one) in the columns that decide the value. */
function lastRowWithNumbers(table: Table, first: number): number {
  for (let row = table.cells.values.length - 1; row >= first; row--) {
    if (isTotalOfQuantities(table, row)) continue;
    const kinds = deciding(table).map((role) => table.content(row, role));
    if (kinds.some((kind) => kind === "number" || kind === "error" || kind === "data type")) return row;
    // Text in the value column of a row with a name is a holding with a faulty value, not a footnote.
    if (kinds.includes("text") && table.content(row, "name") !== "blank") return row;
  }
  return first - 1;
}

/** Without a value column a total can add up quantities alone; as a holding it would lack its price. */
function isTotalOfQuantities(table: Table, row: number): boolean {
  return !table.has("value") && table.content(row, "price") === "blank" && saysTotal(table.text(row, "name"));
}

/** Refuses a value column of dates or percentages: hedging weights instead of money rounds to nothing. */
function requireNumberColumns(table: Table, first: number, last: number): void {
  for (const role of ["value", "quantity", "price", "beta"] as const) {
    const column = table.columns[role];
    if (column === undefined) continue;
    const content = columnContent(table.cells, column, first, last);
    if ((content !== "date" && content !== "percent") || ROLES[role].holds.includes(content)) continue;
    const wanted = role === "value" ? "amounts of money" : "numbers";
    throw new HoldingsProblem(
      `The ${role} column holds ${content === "date" ? "dates" : "percentages"}, not ${wanted}.`,
      `Choose another ${role} column, or change the number format of its cells.`,
      table.address(first, role),
    );
  }
}

function readRows(table: Table, first: number, last: number): Holding[] {
  const holdings: Holding[] = [];
  for (let row = first; row <= last; row++) {
    const used = (["name", "value", "quantity", "price"] as const).some(
      (role) => table.content(row, role) !== "blank",
    );
    if (used) holdings.push(readRow(table, row));
  }
  return holdings;
}

function readRow(table: Table, row: number): Holding {
  for (const role of ["name", "hedgeWith"] as const) {
    if (table.content(row, role) === "error") throw table.unreadable(row, role);
  }
  if (table.content(row, "beta") === "error") throw table.unreadable(row, "beta");
  const heading = deciding(table).every((role) => table.content(row, role) === "blank");
  // Headings between groups of holdings may stand in any column of theirs.
  const optional = (role: ColumnRole) => (heading ? null : table.number(row, role));
  const quantity = optional("quantity");
  const price = optional("price");
  return {
    row: table.sheetRow(row),
    name: table.text(row, "name"),
    nameText: comparable(table, row),
    value: table.has("value") ? (table.number(row, "value") ?? 0) : pricedValue(table, row, quantity, price),
    beta: table.content(row, "beta") === "number" ? table.number(row, "beta") : null,
    hedgeWith: table.cellText(row, "hedgeWith"),
    quantity,
    price,
    cost: optional("cost"),
  };
}

/** A name that reads the same in every language of Excel. */
function comparable(table: Table, row: number): string {
  const { name } = table.columns;
  const value = name === undefined ? "" : table.cells.values[row]?.[name];
  return typeof value === "string" || Number.isSafeInteger(value) ? String(value) : "";
}

function pricedValue(table: Table, row: number, quantity: number | null, price: number | null): number {
  if (quantity !== null && quantity !== 0 && price === null) {
    const cell = table.address(row, "price");
    throw new HoldingsProblem(
      `Row ${table.sheetRow(row) + 1} has a quantity but no price.`,
      `Type the price into cell ${cell}.`,
      cell,
    );
  }
  const value = (quantity ?? 0) * (price ?? 0);
  if (Number.isFinite(value)) return value;
  throw new HoldingsProblem(
    `Quantity × price in row ${table.sheetRow(row) + 1} is too large to compute with.`,
    "Check both numbers.",
    table.address(row, "quantity"),
  );
}

/** Whether the cost column holds the cost of one unit: it is nearer to price than to value, or its header says so. */
function costIsPerUnit(table: Table, choice: ColumnChoice, holdings: readonly Holding[]): boolean {
  const column = choice.columns.cost;
  if (column === undefined) return false;
  const distances = holdings.flatMap(({ cost, price, value }) =>
    cost === null || price === null || cost * price * value === 0
      ? []
      : [Math.abs(Math.log(Math.abs(cost / price))) - Math.abs(Math.log(Math.abs(cost / value)))],
  );
  const nearerToPrice = distances.filter((distance) => distance < 0).length;
  const nearerToValue = distances.filter((distance) => distance > 0).length;
  if (nearerToPrice !== nearerToValue) return nearerToPrice > nearerToValue;
  return choice.headerRow !== null && saysPerUnit(headerText(table.cells, choice.headerRow, column));
}

/** Rows of the sheet from this one of the selection on that hold anything. */
function rowsWithText({ cells }: Table, first: number): number[] {
  return cells.values.flatMap((line, row) => {
    const hasText = line.some((_, column) => cellContent(cells, row, column) !== "blank");
    return row >= first && hasText ? [cells.row + row] : [];
  });
}
