import type { Blueprint } from "../blueprint";
import { absoluteAddress, cellAddress, quotedSheetName } from "../cell-address";
import { format, formula, link, text, total } from "../cells";
import { addHeads, addRow, addSection, type Draft } from "../draft";
import type { ColumnRole } from "../holdings";
import type { SheetCell } from "../worksheet";

/** Above this the table would be longer than it is useful; nothing that decides the hedge depends on it. */
const MOST_ROWS = 500;
const LARGEST_LONG = 40;
const LARGEST_SHORT = 10;

/** The holdings row by row, linked to the user's cells. The hedge is not computed from here: this is to look at. */
export function addHoldingsTable(draft: Draft, blueprint: Blueprint): void {
  const { holdings } = blueprint.plan;
  const count = holdings.lastRow - holdings.firstRow + 1;
  if (count > MOST_ROWS && blueprint.ranges.value.length === 1) addLargest(draft, blueprint);
  else addRows(draft, blueprint, count);
}

interface Column {
  readonly head: string;
  readonly cell: (row: number, user: (role: ColumnRole) => string | undefined) => SheetCell | null;
  readonly sum?: boolean;
}

function columnsOf({ plan, ranges, money }: Blueprint): readonly Column[] {
  const has = (role: ColumnRole): boolean => plan.holdings.columns[role] !== undefined;
  const at = (row: number, column: number): string => cellAddress(row, column);
  const linked = (head: string, role: ColumnRole, numberFormat: string): Column[] =>
    has(role)
      ? [
          {
            head,
            cell: (_, user) => {
              const cell = user(role);
              if (cell === undefined) return null;
              // A plain link shows a blank as 0; only names are never blank.
              return link(role === "name" ? cell : `IF(${cell}="","",${cell})`, numberFormat);
            },
          },
        ]
      : [];
  const valueOf = (user: (role: ColumnRole) => string | undefined): string => {
    const value = user("value");
    return value === undefined ? `N(${user("quantity") ?? ""})*N(${user("price") ?? ""})` : `N(${value})`;
  };
  const columns: Column[] = [
    ...(has("name")
      ? linked("Asset", "name", "General")
      : [{ head: "Asset", cell: (row: number) => text(`Row ${String(row)}`, "label") }]),
    { head: "Value", sum: true, cell: (_, user) => link(valueOf(user), money) },
  ];
  const value = (row: number): string => at(row, 1);
  columns.push({
    head: "Weight",
    cell: (row) => formula(`IF(PortfolioValue=0,0,${value(row)}/PortfolioValue)`, format.percent),
  });
  columns.push({
    head: "Beta",
    cell: (_, user) => {
      const beta = user("beta");
      return ranges.beta === undefined || beta === undefined
        ? formula("DefaultBeta", format.beta)
        : link(`IF(ISNUMBER(${beta}),${beta},DefaultBeta)`, format.beta);
    },
  });
  columns.push({
    head: "Exposure",
    sum: true,
    cell: (row) => formula(`${value(row)}*${at(row, 3)}`, money),
  });
  columns.push(...linked("Hedge with", "hedgeWith", "General"));
  columns.push(...linked("Quantity", "quantity", format.number));
  columns.push(...linked("Price", "price", format.price));
  if (has("cost")) {
    const cost = columns.length;
    columns.push(...linked("Cost", "cost", money));
    columns.push({
      head: "Unrealised P&L",
      sum: true,
      cell: (row) => formula(`IF(ISNUMBER(${at(row, cost)}),${value(row)}-${at(row, cost)},0)`, money),
    });
  }
  return columns;
}

function addRows(draft: Draft, blueprint: Blueprint, count: number): void {
  const { holdings } = blueprint.plan;
  const shown = Math.min(count, MOST_ROWS);
  addSection(draft, shown < count ? `Holdings, the first ${String(shown)} rows` : "Holdings, row by row");
  const columns = columnsOf(blueprint);
  const first = 1 + addHeads(draft, ...columns.map(({ head }) => head));
  for (let n = 0; n < shown; n++) {
    const row = first + n;
    const user = (role: ColumnRole): string | undefined => {
      const column = holdings.columns[role];
      if (column === undefined) return undefined;
      return `${quotedSheetName(holdings.sheet)}!${cellAddress(holdings.firstRow + n, column)}`;
    };
    addRow(draft, ...columns.map(({ cell }) => cell(row, user)));
  }
  addTotals(draft, columns, first, shown, blueprint.money);
}

/**
 * The largest longs and shorts of a large book. LARGE finds the value, MATCH its row; of equal values each
 * takes the next row below the one before.
 */
function addLargest(draft: Draft, blueprint: Blueprint): void {
  const { holdings } = blueprint.plan;
  const [values = ""] = blueprint.ranges.value;
  const size = holdings.lastRow - holdings.firstRow + 1;
  addSection(
    draft,
    `Holdings: the ${String(LARGEST_LONG)} largest and the ${String(LARGEST_SHORT)} smallest values of ${String(size)}`,
  );
  const columns = columnsOf(blueprint);
  const rowColumn = columns.length;
  const first = 1 + addHeads(draft, ...columns.map(({ head }) => head), "Row in the book");
  const count = LARGEST_LONG + LARGEST_SHORT;
  for (let n = 0; n < count; n++) {
    const row = first + n;
    const place = cellAddress(row, rowColumn);
    const [rank, find] = n < LARGEST_LONG ? [n + 1, "LARGE"] : [n - LARGEST_LONG + 1, "SMALL"];
    const found = `${find}(${values},${String(rank)})`;
    const startsBlock = rank === 1;
    const before = cellAddress(row - 1, rowColumn);
    const anywhere = `MATCH(${found},${values},0)`;
    const below = `INDEX(${values},${before}+1):INDEX(${values},${String(size)})`;
    const position = startsBlock
      ? anywhere
      : `IF(${found}=${find}(${values},${String(rank - 1)}),IFERROR(${before}+MATCH(${found},${below},0),${anywhere}),${anywhere})`;
    const user = (role: ColumnRole): string | undefined => {
      const column = holdings.columns[role];
      if (column === undefined) return undefined;
      const area = { row: holdings.firstRow, column, rows: size, columns: 1 };
      return `INDEX(${quotedSheetName(holdings.sheet)}!${absoluteAddress(area)},${place})`;
    };
    addRow(
      draft,
      ...columns.map(({ cell }) => cell(row, user)),
      formula(`IF(COUNT(${values})<${String(rank)},1,${position})`, format.days),
    );
  }
  addTotals(draft, columns, first, count, blueprint.money);
}

function addTotals(
  draft: Draft,
  columns: readonly Column[],
  first: number,
  rows: number,
  money: string,
): void {
  const sums = columns.map(({ sum }, column) => {
    if (sum !== true) return null;
    return total(`SUM(${cellAddress(first, column)}:${cellAddress(first + rows - 1, column)})`, money);
  });
  addRow(draft, text("Total of these rows", "label"), ...sums.slice(1));
}
