import type { Blueprint } from "../blueprint";
import { areaAddress, cellAddress, quotedSheetName } from "../../cell-address";
import { formula, link, text, total } from "../sheet-cells";
import { addHeads, addRow, addSection, columnArea, type Draft } from "../draft";
import type { ColumnRole, Holding, Holdings } from "../../book/holdings";
import { isZeroBut, UNKNOWN } from "../../hedge/dashes";
import { BOOK_CELLS } from "../../plan/cell-names";
import type { SheetCell } from "../worksheet";
import { format } from "../../plan/number-formats";

/** Above this the table would be longer than it is useful; nothing that decides the hedge depends on it. */
const MOST_ROWS = 500;
const LARGEST = 50;

/** The holdings row by row, linked to the user's cells. The hedge is not computed from here: this is to look at. */
export function addHoldingsTable(draft: Draft, blueprint: Blueprint): void {
  const { holdings } = blueprint.plan;
  const count = holdings.lastRow - holdings.firstRow + 1;
  if (count > MOST_ROWS) addLargest(draft, blueprint, count);
  else addRows(draft, blueprint, count);
}

/** A row of the user's book: its cell of a role, and its number. */
interface BookRow {
  readonly user: (role: ColumnRole) => string | undefined;
  readonly number: string;
}

interface Column {
  readonly head: string;
  /** @param row the row of our sheet that the cell stands in, from 0 */
  readonly cell: (row: number, book: BookRow) => SheetCell | null;
  /** What stands below the rows, as a formula of their cells. */
  readonly sum?: (cells: string) => string;
}

const sumOf = (cells: string): string => `SUM(${cells})`;

function columnsOf(blueprint: Blueprint): readonly Column[] {
  const { holdings } = blueprint.plan;
  const names = linked(holdings, "Asset", "name", "General");
  const columns = [
    ...(names.length > 0 ? names : [numbered()]),
    ...valueColumns(blueprint),
    ...linked(holdings, "Hedge with", "hedgeWith", "General"),
    ...linked(holdings, "Quantity", "quantity", quantityFormat(holdings)),
    ...linked(holdings, "Price", "price", format.price),
  ];
  return [...columns, ...costColumns(blueprint, columns.length)];
}

/** The user's column; none where the book has no such. */
function linked({ columns }: Holdings, head: string, role: ColumnRole, numberFormat: string): Column[] {
  if (columns[role] === undefined) return [];
  return [
    {
      head,
      cell: (_, { user }) => {
        const cell = user(role);
        // A plain link shows a blank as 0.
        return cell === undefined ? null : link(`IF(${cell}="","",${cell})`, numberFormat);
      },
    },
  ];
}

/** For a book without names. */
function numbered(): Column {
  return { head: "Asset", cell: (_, { number }) => link(`"Row "&${number}`) };
}

/** Of a row of our sheet: its value stands in column 1, its beta in column 3. */
const valueAt = (row: number): string => cellAddress(row, 1);
const betaAt = (row: number): string => cellAddress(row, 3);

function valueColumns({ money }: Blueprint): Column[] {
  const { PortfolioValue, GrossValue, DefaultBeta } = BOOK_CELLS;
  const isNothing = isZeroBut(PortfolioValue, GrossValue);
  return [
    {
      head: "Value",
      sum: sumOf,
      cell: (_, { user }) => {
        const value = user("value");
        const priced = `N(${user("quantity") ?? ""})*N(${user("price") ?? ""})`;
        return link(value === undefined ? priced : `N(${value})`, money);
      },
    },
    {
      head: "Weight",
      cell: (row) => formula(`IF(${isNothing},0,${valueAt(row)}/${PortfolioValue})`, format.percent),
    },
    {
      head: "Beta",
      cell: (_, { user }) => {
        const beta = user("beta");
        return beta === undefined
          ? formula(DefaultBeta, format.beta)
          : link(`IF(ISNUMBER(${beta}),${beta},${DefaultBeta})`, format.beta);
      },
    },
    {
      head: "Exposure",
      sum: sumOf,
      cell: (row) => formula(`${valueAt(row)}*${betaAt(row)}`, money),
    },
  ];
}

/** @param at the column that the cost is to stand in */
function costColumns({ plan: { holdings }, money }: Blueprint, at: number): Column[] {
  const { columns, costIsPerUnit = false } = holdings;
  const head = costIsPerUnit ? "Cost of one" : "Cost";
  const cost = linked(holdings, head, "cost", costIsPerUnit ? format.price : money);
  // What one unit cost says nothing of the position where the book has no quantities.
  if (cost.length === 0 || (costIsPerUnit && columns.quantity === undefined)) return cost;
  const profit: Column = {
    head: "Unrealised P&L",
    sum: (cells) => `IF(COUNT(${cells})=0,${UNKNOWN},SUM(${cells}))`,
    cell: (row, { user }) => {
      const paid = cellAddress(row, at);
      const units = costIsPerUnit ? `*N(${user("quantity") ?? ""})` : "";
      return formula(`IF(ISNUMBER(${paid}),${valueAt(row)}-${paid}${units},${UNKNOWN})`, money);
    },
  };
  return [...cost, profit];
}

/** Thousands apart; a fraction's digits only where the book has fractions. */
function quantityFormat({ rows }: Holdings): string {
  return rows.every(({ quantity }) => quantity === null || Number.isInteger(quantity))
    ? format.contracts
    : format.fraction;
}

function addRows(draft: Draft, blueprint: Blueprint, count: number): void {
  const { holdings } = blueprint.plan;
  addSection(draft, `Holdings, row by row, in ${blueprint.currency}`);
  const columns = columnsOf(blueprint);
  const first = 1 + addHeads(draft, ...columns.map(({ head }) => head));
  for (let n = 0; n < count; n++) {
    addRow(draft, ...columns.map(({ cell }) => cell(first + n, bookRow(holdings, holdings.firstRow + n))));
  }
  addTotals(draft, columns, first, count, blueprint.money);
}

/** The rows that move the hedge most, picked here: formulas that rank a large book would slow every change down. */
function addLargest(draft: Draft, blueprint: Blueprint, count: number): void {
  const { holdings, defaultBeta } = blueprint.plan;
  const largest = largestExposures(holdings, defaultBeta);
  const shown = String(largest.length);
  addSection(
    draft,
    `Holdings: the ${shown} largest exposures of ${String(count)} rows, in ${blueprint.currency}`,
  );
  const asBuilt =
    `These were the ${shown} largest exposures, long or short, when the sheet was built. ` +
    "Update picks them anew; the hedge counts every row.";
  addRow(draft, text(asBuilt, "note"));
  const columns = columnsOf(blueprint);
  const heads = columns.map(({ head }) => head);
  const first = 1 + addHeads(draft, ...heads, "Row in the book");
  largest.forEach(({ row }, index) => {
    const book = bookRow(holdings, row);
    addRow(draft, ...columns.map(({ cell }) => cell(first + index, book)), link(book.number, format.count));
  });
  addTotals(draft, columns, first, largest.length, blueprint.money);
}

/** By size of value × beta; of equal ones those higher up in the book. */
function largestExposures({ rows }: Holdings, defaultBeta: number): readonly Holding[] {
  const size = ({ value, beta }: Holding): number => Math.abs(value * (beta ?? defaultBeta));
  return [...rows].sort((a, b) => size(b) - size(a)).slice(0, LARGEST);
}

function bookRow({ sheet, columns }: Holdings, row: number): BookRow {
  const at = (column: number): string => `${quotedSheetName(sheet)}!${cellAddress(row, column)}`;
  const first = Math.min(...Object.values(columns));
  return {
    user: (role) => (columns[role] === undefined ? undefined : at(columns[role])),
    number: `ROW(${at(first)})`,
  };
}

function addTotals(
  draft: Draft,
  columns: readonly Column[],
  first: number,
  rows: number,
  money: string,
): void {
  const sums = columns.map(({ sum }, column) => {
    return sum === undefined ? null : total(sum(areaAddress(columnArea(first, column, rows))), money);
  });
  addRow(draft, text("Total of these rows", "label"), ...sums.slice(1));
}
