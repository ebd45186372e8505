import { cellAddress } from "./cell-address";
import { cellContent, columnContent, isPriced } from "./column-content";
import { saysPerUnit, saysTotal } from "./column-words";
import { missingChoice, type ColumnChoice } from "./detect-columns";
import {
  COLUMN_ROLES,
  HoldingsProblem,
  type ColumnMap,
  type ColumnRole,
  type Holding,
  type Holdings,
  type SelectedCells,
} from "./holdings";

/** Rows are named in a note up to this many; the rest is counted. */
const ROWS_NAMED = 8;

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
  const lastOfTable = cells.values.length - 1;
  const below = rowsWithText(table, last + 1, lastOfTable);
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

/** The selection seen through the chosen columns. */
class Table {
  constructor(
    readonly cells: SelectedCells,
    readonly columns: ColumnMap,
  ) {}

  sheetRow(row: number): number {
    return this.cells.row + row;
  }

  sheetColumns(): ColumnMap {
    const entries = COLUMN_ROLES.flatMap((role) => {
      const column = this.columns[role];
      return column === undefined ? [] : [[role, this.cells.column + column] as const];
    });
    return Object.fromEntries(entries);
  }

  has(role: ColumnRole): boolean {
    return this.columns[role] !== undefined;
  }

  content(row: number, role: ColumnRole) {
    const column = this.columns[role];
    return column === undefined ? "blank" : cellContent(this.cells, row, column);
  }

  text(row: number, role: ColumnRole): string {
    return this.cellText(row, role).trim();
  }

  /** The same with its blanks: the worksheet's formulas compare what the cell holds. */
  cellText(row: number, role: ColumnRole): string {
    const column = this.columns[role];
    return column === undefined ? "" : String(this.cells.values[row]?.[column] ?? "");
  }

  /** The cell's number; null where it is blank, or where the column was not chosen. */
  number(row: number, role: ColumnRole): number | null {
    const column = this.columns[role];
    if (column === undefined) return null;
    const content = cellContent(this.cells, row, column);
    if (content === "number") return Number(this.cells.values[row]?.[column]);
    if (content === "blank") return null;
    throw this.unreadable(row, role);
  }

  address(row: number, role: ColumnRole): string {
    return cellAddress(this.sheetRow(row), this.cells.column + (this.columns[role] ?? 0));
  }

  /** Why a cell cannot be used in its role, with what to do. */
  unreadable(row: number, role: ColumnRole): HoldingsProblem {
    const cell = this.address(row, role);
    const shown = shortened(this.text(row, role));
    const where = `Cell ${cell} (row ${this.sheetRow(row) + 1}, ${role === "hedgeWith" ? "hedge with" : role})`;
    switch (this.content(row, role)) {
      case "error":
        return new HoldingsProblem(
          `${where} shows the error ${shown}.`,
          "Correct the cell, or select the holdings without this row.",
          cell,
        );
      case "data type":
        return new HoldingsProblem(
          `${where} holds a data type (such as a stock), not a number.`,
          `Take a field of it in another column, for example =${cell}.Price, and choose that column.`,
          cell,
        );
      default:
        return new HoldingsProblem(
          `${where} holds the text “${shown}”, but a number is expected.`,
          "Type the number into the cell (Data → Text to Columns converts a whole column), or choose another column.",
          cell,
        );
    }
  }
}

/** The last row that holds a number (or what should be one) in the columns that decide the value. */
function lastRowWithNumbers(table: Table, first: number): number {
  for (let row = table.cells.values.length - 1; row >= first; row--) {
    const kinds = deciding(table).map((role) => table.content(row, role));
    if (kinds.some((kind) => kind === "number" || kind === "error" || kind === "data type")) return row;
    // Text in the value column of a row with a name is a holding with a faulty value, not a footnote.
    if (kinds.includes("text") && table.content(row, "name") !== "blank") return row;
  }
  return first - 1;
}

function deciding(table: Table): readonly ("value" | "quantity" | "price")[] {
  return table.has("value") ? ["value"] : ["quantity", "price"];
}

/** Refuses a value column of dates or percentages: hedging weights instead of money rounds to nothing. */
function requireNumberColumns(table: Table, first: number, last: number): void {
  for (const role of ["value", "quantity", "price", "beta"] as const) {
    const column = table.columns[role];
    if (column === undefined) continue;
    const content = columnContent(table.cells, column, first, last);
    const isWrong =
      content === "date" || (content === "percent" && (role === "value" || role === "quantity"));
    if (!isWrong) continue;
    throw new HoldingsProblem(
      `The ${role} column holds ${content === "date" ? "dates" : "percentages"}, not ${role === "value" ? "amounts of money" : "numbers"}.`,
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

/** Takes a totals row off the end, with a note; refuses subtotals further up, which would count twice. */
function withoutTotals(table: Table, holdings: readonly Holding[], notes: string[]): readonly Holding[] {
  let blockStart = 0;
  let block = 0;
  for (const [index, holding] of holdings.slice(0, -1).entries()) {
    if (index > blockStart && saysTotal(holding.name) && isSum(holding.value, block)) {
      const cell = cellAddress(holding.row, table.cells.column);
      throw new HoldingsProblem(
        `Row ${holding.row + 1} (“${shortened(holding.name)}”) is the sum of the rows above it: its value would count twice.`,
        "Select the holdings without subtotals: one block at a time, or delete those rows.",
        cell,
      );
    }
    block += holding.value;
    if (holding.name !== "" && holding.value === 0 && holding.quantity === null)
      [blockStart, block] = [index + 1, 0];
  }
  const last = holdings.at(-1);
  if (last === undefined || !isTotals(table, holdings.slice(0, -1), last)) return holdings;
  const above = sumOf(holdings.slice(0, -1));
  const differs = isSum(last.value, above) ? "" : ", although it is not the sum of the rows above";
  notes.push(`Row ${last.row + 1} is a totals row and is left out${differs}.`);
  return holdings.slice(0, -1);
}

function isTotals(table: Table, above: readonly Holding[], last: Holding): boolean {
  const isPosition =
    last.quantity !== null && last.price !== null && isPriced(last.quantity, last.price, last.value);
  if (saysTotal(last.name)) return !isPosition || !table.has("value");
  const isUnnamed = table.has("name") ? last.name === "" : table.has("price") && last.price === null;
  return isUnnamed && above.length >= 2 && last.value !== 0 && isSum(last.value, sumOf(above));
}

function sumOf(holdings: readonly Holding[]): number {
  return holdings.reduce((sum, { value }) => sum + value, 0);
}

/** Equal to within 0.5 %, for totals that were rounded or typed. */
function isSum(value: number, sum: number): boolean {
  return Math.abs(value - sum) <= 0.005 * Math.abs(sum);
}

/** Whether the cost column holds the cost of one unit: by its header, else by whether it is nearer to price than to value. */
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
  const header =
    choice.headerRow === null ? "" : String(table.cells.values[choice.headerRow]?.[column] ?? "");
  return saysPerUnit(header);
}

/** What the user should know about the holdings as read. */
function notesOn(table: Table, holdings: readonly Holding[], cells: SelectedCells): string[] {
  const notes: string[] = [];
  const rowsWhere = (test: (holding: Holding) => boolean) => holdings.filter(test).map(({ row }) => row);

  const short = rowsWhere(({ value }) => value < 0);
  if (short.length > 0) {
    notes.push(
      `${counted(short.length, "short position")} (negative value) ${isAre(short)} kept: ${named(short)}.`,
    );
  }
  const empty = rowsWhere(({ row }) =>
    deciding(table).every((role) => table.content(row - cells.row, role) === "blank"),
  );
  if (empty.length > 0)
    notes.push(`${rowsNamed(empty)} ${empty.length === 1 ? "has" : "have"} no value: 0 counts.`);
  if (table.has("beta")) {
    const missing = rowsWhere(({ beta, value }) => beta === null && value !== 0);
    if (missing.length > 0) {
      notes.push(
        `${counted(missing.length, "holding")} ${missing.length === 1 ? "has" : "have"} no beta: the default beta counts (${named(missing)}).`,
      );
    }
  }
  if (table.has("value") && table.has("quantity") && table.has("price")) {
    const unequal = rowsWhere(
      ({ quantity, price, value }) =>
        quantity !== null && price !== null && value !== 0 && !isPriced(quantity, price, value),
    );
    if (unequal.length > 0) {
      notes.push(`Quantity × price is not the value in ${named(unequal)}; the value column counts.`);
    }
  }
  notes.push(
    ...hiddenNote(holdings, cells),
    ...duplicatesNote(holdings),
    ...currencyNote(table, holdings, cells),
  );
  const total = sumOf(holdings);
  if (!Number.isFinite(total)) {
    throw new HoldingsProblem(
      "The values add up to more than can be computed with.",
      "Check the value column.",
    );
  }
  if (total === 0) notes.push("The values add up to 0, so the book has no beta of its own.");
  return notes;
}

function hiddenNote(holdings: readonly Holding[], cells: SelectedCells): string[] {
  const hidden = new Set(cells.hiddenRows);
  const rows = holdings.map(({ row }) => row).filter((row) => hidden.has(row));
  if (rows.length === 0) return [];
  return [`${counted(rows.length, "hidden or filtered row")} ${isAre(rows)} counted too: ${named(rows)}.`];
}

function duplicatesNote(holdings: readonly Holding[]): string[] {
  const rowsByName = new Map<string, number[]>();
  for (const { name, row } of holdings) {
    if (name === "") continue;
    const key = name.toLowerCase();
    rowsByName.set(key, [...(rowsByName.get(key) ?? []), row]);
  }
  const repeated = [...rowsByName.values()].filter((rows) => rows.length > 1);
  if (repeated.length === 0) return [];
  const shown = repeated.slice(0, 3).map((rows) => {
    const name = holdings.find(({ row }) => row === rows[0])?.name ?? "";
    return `“${shortened(name)}” (${named(rows)})`;
  });
  const more = repeated.length > 3 ? ` and ${repeated.length - 3} more` : "";
  return [`The same name stands in several rows, and each counts: ${shown.join(", ")}${more}.`];
}

/** Amounts in several currencies cannot be added; a value column may already be in one. */
function currencyNote(table: Table, holdings: readonly Holding[], cells: SelectedCells): string[] {
  if (!table.has("currency")) return [];
  const currencies = new Set(
    holdings
      .map(({ row }) => table.text(row - cells.row, "currency").toUpperCase())
      .filter((text) => text !== ""),
  );
  if (currencies.size < 2) return [];
  const list = [...currencies].slice(0, 4).map(shortened).join(", ");
  if (!table.has("value")) {
    throw new HoldingsProblem(
      `The prices are in several currencies (${list}), so quantity × price cannot be added up.`,
      "Add a column with each value in one currency and choose it as the value.",
      table.address((holdings[0]?.row ?? 0) - cells.row, "currency"),
    );
  }
  return [
    `The holdings are in several currencies (${list}): the value column must be in one of them. Check it.`,
  ];
}

function rowsWithText(table: Table, first: number, last: number): number[] {
  const rows: number[] = [];
  for (let row = first; row <= last; row++) {
    if (
      (table.cells.values[row] ?? []).some((_, column) => cellContent(table.cells, row, column) !== "blank")
    ) {
      rows.push(table.sheetRow(row));
    }
  }
  return rows;
}

/** "row 9", "rows 9, 14", "rows 2, 3, … and 40 more". Rows count from 0 here and from 1 for the user. */
function named(rows: readonly number[]): string {
  const shown = rows.slice(0, ROWS_NAMED).map((row) => String(row + 1));
  const more = rows.length > ROWS_NAMED ? ` and ${rows.length - ROWS_NAMED} more` : "";
  return `${rows.length === 1 ? "row" : "rows"} ${shown.join(", ")}${more}`;
}

function rowsNamed(rows: readonly number[]): string {
  return named(rows).replace("r", "R");
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function isAre(rows: readonly number[]): string {
  return rows.length === 1 ? "is" : "are";
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
