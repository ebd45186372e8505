import { buildHedgeSheet } from "../../src/excel/build-hedge-sheet";
import { readSelection } from "../../src/excel/read-selection";
import { detectColumns } from "../../src/sheet/book/detect-columns";
import { readHoldings } from "../../src/sheet/book/read-holdings";
import type { CellInput } from "../../src/workbench/engine/engine";
import type { OpenOffice } from "../protocol/office";
import { modelOfBook, openBook, usersPart, valueOf } from "./book";

const ASK = { into: null, changedFormulas: "ask" } as const;

let office: OpenOffice;
afterEach(() => office.close());

/** Opens the book, merges cells of its headers, and hides rows as a filter does; rows and columns from 0. */
async function open(
  cells: readonly (readonly CellInput[])[],
  { merged = [], filteredOut = [] }: { merged?: Area[]; filteredOut?: number[] },
): Promise<string> {
  office = await openBook(cells);
  const sheet = office.engine.sheets()[0]?.id ?? "";
  for (const [row, column, rows, columns] of merged)
    office.engine.merge({ sheet, row, column, rows, columns });
  for (const row of filteredOut) office.engine.setRowHidden(sheet, row, 1, true);
  await office.engine.settle();
  return sheet;
}
type Area = readonly [row: number, column: number, rows: number, columns: number];

async function notes(): Promise<readonly string[]> {
  const cells = await readSelection();
  return readHoldings(cells, detectColumns(cells).choice).notes;
}

describe("a book with merged headers and a filter", () => {
  // 6,000,000 × 1.1 + 4,000,000 × 1.6 − 1,000,000 × 1 = 12,000,000 of exposure on 9,000,000, half of it to be kept:
  // (0.5 × 9,000,000 − 12,000,000) ÷ (5,000 × 50) = −30
  const BOOK = [
    ["Depot 4711", "", "", "", ""],
    ["Asset", "Position", "", "", "Beta"],
    ["", "Shares", "Price", "Market value", ""],
    ["AAPL", 30_000, 200, 6_000_000, 1.1],
    ["NVDA", 25_000, 160, 4_000_000, 1.6],
    ["SPY", -2_000, 500, -1_000_000, 1],
    ["Total", "", "", 9_000_000, ""],
  ];
  const merged: Area[] = [
    [0, 0, 1, 5],
    [1, 0, 2, 1],
    [1, 1, 1, 3],
    [1, 4, 2, 1],
  ];

  it("is read with the holdings that the filter hides, and says so", async () => {
    await open(BOOK, { merged, filteredOut: [4] });
    expect(await notes()).toEqual([
      "Row 7 is a totals row and is left out.",
      "1 short position (negative value) is kept: row 6.",
      "1 hidden or filtered row is counted too: row 5.",
    ]);
  });

  it("is hedged whole, and stays as it was: cells, merges and filter", async () => {
    const sheet = await open(BOOK, { merged, filteredOut: [4] });
    const before = await usersPart(office, []);
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    expect(await valueOf(office, id, "PortfolioValue")).toBe(9_000_000);
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-30);
    expect(await usersPart(office, [id])).toEqual(before);
    expect(office.engine.merges(sheet)).toHaveLength(4);
  });

  it("is hedged the same when the filter is lifted or hides every holding", async () => {
    const sheet = await open(BOOK, { merged });
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-30);
    office.engine.setRowHidden(sheet, 3, 3, true);
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-30);
    await buildHedgeSheet(await modelOfBook(office), { ...ASK, into: id });
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-30);
  });
});

describe("a book that adds up to nothing", () => {
  it("is read with a note, and its exposure is hedged all the same", async () => {
    await open(
      [
        ["Asset", "Market value", "Beta"],
        ["AAPL", 5_000_000, 1.5],
        ["SPY", -5_000_000, 1],
      ],
      {},
    );
    expect(await notes()).toContain("The values add up to 0, so the book has no beta of its own.");
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    // 5,000,000 × 1.5 − 5,000,000 × 1 = 2,500,000, and ten contracts of 250,000 take it away.
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-10);
  });
});

describe("a book with a ticker twice, and values from 1e-15 to 1e15", () => {
  it("counts every row, and says which ticker is there twice", async () => {
    await open(
      [
        ["Asset", "Market value", "Beta"],
        ["AAPL", 5_000_000, 1.5],
        ["AAPL", 5_000_000, 1.5],
        ["DUST", 1e-15, 1],
      ],
      {},
    );
    expect((await notes()).join(" ")).toContain("AAPL");
    const { id } = await buildHedgeSheet(await modelOfBook(office), ASK);
    // (0.5 − 1.5) × 10,000,000 ÷ 250,000
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-40);
    const [book] = office.engine.sheets();
    office.engine.write({ sheet: book?.id ?? "", row: 3, column: 1, rows: 1, columns: 1 }, [[1e15]]);
    // (0.5 × (1e15 + 1e7) − (1e15 + 1.5e7)) ÷ 250,000 = −(5e14 + 1e7) ÷ 250,000
    expect(await valueOf(office, id, "ContractsToTrade_ES")).toBe(-2_000_000_040);
  });
});
