import { detectColumns } from "../../src/sheet/book/detect-columns";
import type { ReadCells } from "../../src/excel/read-selection";
import type { Cell } from "../../src/sheet/book/holdings";
import { tableAgain } from "../../src/taskpane/table-again";

const HEADER = ["Ticker", "Quantity", "Price", "Market value", "Beta"];
const AAPL = ["AAPL", 10, 200, 2000, 1.1];
const NVDA = ["NVDA", 20, 100, 2000, 1.6];

function cellsOf(values: readonly (readonly Cell[])[], row = 0): ReadCells {
  return {
    range: { sheet: "Book", address: "A1" },
    below: { values: [], types: [], numberFormats: [] },
    sheet: "Book",
    row,
    column: 0,
    values,
    types: values.map((line) =>
      line.map((cell) => (typeof cell === "number" ? "Double" : cell === "" ? "Empty" : "String")),
    ),
    numberFormats: values.map((line) => line.map(() => "General")),
    hiddenRows: [],
    notes: [],
  };
}

function tableOf(values: readonly (readonly Cell[])[]) {
  const cells = cellsOf(values);
  const found = detectColumns(cells);
  return { cells, found, choice: found.choice };
}

describe("the table for cells that were read again", () => {
  it("keeps the columns that the user has chosen", () => {
    const table = tableOf([HEADER, AAPL, NVDA]);
    const chosen = { ...table, choice: { ...table.choice, columns: { name: 0, value: 3 } } };
    const cells = cellsOf([HEADER, AAPL, ["NVDA", 40, 100, 4000, 1.6]]);
    expect(tableAgain(chosen, cells, detectColumns)).toEqual({ ...chosen, cells });
  });

  it("finds the header row again below rows that were put above it", () => {
    const blank = ["", "", "", "", ""];
    const table = tableOf([["My book", "", "", "", ""], HEADER, AAPL, NVDA]);
    expect(table.choice.headerRow).toBe(1);
    const cells = cellsOf([["My book", "", "", "", ""], blank, blank, HEADER, AAPL, NVDA]);
    expect(tableAgain(table, cells, detectColumns).choice).toEqual({ ...table.choice, headerRow: 3 });
  });

  it("leaves a header where it is when it is renamed", () => {
    const table = tableOf([HEADER, AAPL, NVDA]);
    const cells = cellsOf([["Ticker", "Shares", "Price", "Market value", "Beta"], AAPL, NVDA]);
    expect(tableAgain(table, cells, detectColumns).choice).toEqual(table.choice);
  });

  it("looks for the columns anew when there are more of them", () => {
    const table = tableOf([HEADER, AAPL, NVDA]);
    const wider = [HEADER, AAPL, NVDA].map(([name = "", ...others], row) => [
      name,
      row === 0 ? "Note" : "x",
      ...others,
    ]);
    const { choice } = tableAgain(table, cellsOf(wider), detectColumns);
    expect(choice.columns).toMatchObject({ name: 0, quantity: 2, price: 3, value: 4, beta: 5 });
  });
});
