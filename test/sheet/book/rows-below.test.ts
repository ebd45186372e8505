import { detectColumns } from "../../../src/sheet/book/detect-columns";
import type { Cell } from "../../../src/sheet/book/holdings";
import { readHoldings } from "../../../src/sheet/book/read-holdings";
import { beforeBlankRow, holdingsBelow } from "../../../src/sheet/book/rows-below";
import { selected } from "./selected-cells";

type Rows = readonly (readonly Cell[])[];

const HEADERS = ["Ticker", "Shares", "Price", "Market value", "Beta"];
const AAPL = ["AAPL", 100, 200, 20000, 1.2];
const NVDA = ["NVDA", 10, 150, 1500, 1.8];
const NEWCO = ["NEWCO", 50, 100, 5000, 1];
const OTHER = ["OTHER", 5, 400, 2000, 0.9];
const BLANK = ["", "", "", "", ""];
const BOOK = [HEADERS, AAPL, NVDA];

/** The names of the rows below a selection at B3 that are holdings; "" for one without a name. */
function namesBelow(book: Rows, rows: Rows, formats?: Rows): string[] {
  return found(book, rows, formats).map(({ name }) => name);
}

function found(book: Rows, rows: Rows, formats?: Rows) {
  const { values, types, numberFormats } = selected(
    rows,
    formats ? { numberFormats: formats.map((row) => row.map(String)) } : {},
  );
  const cells = { ...selected(book), below: { values, types, numberFormats } };
  const { choice } = detectColumns(cells);
  return holdingsBelow(cells, choice, readHoldings(cells, choice));
}

describe("holdings right below the selection", () => {
  it("are found, with their rows on the sheet", () => {
    // Headers in row 3 of the sheet (2 from 0), holdings in rows 4 and 5.
    expect(found(BOOK, [NEWCO, OTHER])).toEqual([
      { row: 5, name: "NEWCO", hasValue: true },
      { row: 6, name: "OTHER", hasValue: true },
    ]);
  });

  it.each<{ what: string; rows: Rows; names: string[] }>([
    { what: "one that is only named so far", rows: [["NEWCO", "", "", "", ""]], names: [] },
    { what: "one with a quantity so far", rows: [["NEWCO", 50, "", "", ""]], names: [] },
    { what: "one with a value only", rows: [["NEWCO", "", "", 5000, ""]], names: ["NEWCO"] },
    { what: "a short one", rows: [["NEWCO", -50, 100, -5000, 1]], names: ["NEWCO"] },
    { what: "one without a name", rows: [["", "", "", 5000, 1]], names: [""] },
    { what: "rows prepared with a formula that gives 0", rows: [["", "", "", 0, ""]], names: [] },
    {
      what: "one whose value is an error",
      rows: [["NEWCO", 50, "#N/A", "#N/A", 1], OTHER],
      names: ["OTHER"],
    },
    { what: "one whose price is text", rows: [["NEWCO", 50, "n/a", 5000, 1]], names: ["NEWCO"] },
    { what: "one below a group's heading", rows: [["Energy", "", "", "", ""], NEWCO], names: ["NEWCO"] },
    { what: "a foot note", rows: [["Source: the custodian", "", "", "", ""]], names: [] },
    { what: "a foot note in the value column", rows: [["", "", "", "in USD", ""]], names: [] },
    { what: "another table's headers and rows", rows: [HEADERS, NEWCO], names: [] },
    { what: "another table after a blank row", rows: [BLANK, NEWCO], names: [] },
    { what: "another table after a row of spaces", rows: [[" ", "", "", "", ""], NEWCO], names: [] },
    { what: "a totals row", rows: [["Total", "", "", 21500, 1.24]], names: [] },
    { what: "a totals row after a blank row", rows: [BLANK, ["Total", "", "", 21500, 1.24]], names: [] },
    { what: "a totals row that is not the sum", rows: [["Total", "", "", 9, 1.24], NEWCO], names: [] },
    { what: "an unnamed totals row", rows: [["", "", "", 21500, 1.24]], names: [] },
    { what: "shares of Total, which are no total", rows: [["Total", 100, 60, 6000, 0.8]], names: ["Total"] },
    { what: "one above a totals row without it", rows: [NEWCO, ["", "", "", 21500, ""]], names: ["NEWCO"] },
    { what: "one above a totals row with it", rows: [NEWCO, ["", "", "", 26500, ""]], names: ["NEWCO"] },
    { what: "nothing", rows: [], names: [] },
  ])("$what: $names", ({ rows, names }) => {
    expect(namesBelow(BOOK, rows)).toEqual(names);
  });

  it("are told apart from those that lack their value", () => {
    expect(found(BOOK, [["NEWCO", 50, 100, "", ""], OTHER])).toEqual([
      { row: 5, name: "NEWCO", hasValue: false },
      { row: 6, name: "OTHER", hasValue: true },
    ]);
    expect(found([...BOOK, ["NEWCO", 50, 100, "", ""]], [OTHER])).toEqual([
      { row: 5, name: "NEWCO", hasValue: false },
      { row: 6, name: "OTHER", hasValue: true },
    ]);
    // Not those that have a value of 0, or one that cannot be read.
    expect(found(BOOK, [["NEWCO", 50, 100, 0, ""]])).toEqual([]);
    expect(found(BOOK, [["NEWCO", 50, 100, "#N/A", ""]])).toEqual([]);
  });

  it.each([
    { what: "a date", format: "yyyy-mm-dd" },
    { what: "a percentage", format: "0.0%" },
  ])("$what in the value column is no amount", ({ format }) => {
    const general = "General";
    const formats = [[general, general, general, format, general]];
    expect(namesBelow(BOOK, [["As of", "", "", 0.5, ""]], formats)).toEqual([]);
  });

  it("are told by quantity and price where the values are worked out from them", () => {
    const book = [
      ["Coin", "Quantity", "Price"],
      ["BTC", 5, 60000],
      ["ETH", 50, 4000],
    ];
    expect(
      namesBelow(book, [
        ["SOL", 400, ""],
        ["XRP", 1000, 2],
      ]),
    ).toEqual(["XRP"]);
    expect(
      namesBelow(book, [
        ["Total", "", ""],
        ["XRP", 1000, 2],
      ]),
    ).toEqual([]);
  });

  it("are not looked for behind a totals row or a blank row of the selection", () => {
    expect(namesBelow([...BOOK, ["Total", "", "", 21500, ""]], [NEWCO])).toEqual([]);
    expect(namesBelow([...BOOK, BLANK], [NEWCO])).toEqual([]);
    expect(namesBelow([...BOOK, ["Energy", "", "", "", ""]], [NEWCO])).toEqual(["NEWCO"]);
  });
});

describe("beforeBlankRow", () => {
  it("ends at the first blank row", () => {
    const { values, types, numberFormats } = beforeBlankRow(selected([NEWCO, ["", " ", "", "", ""], OTHER]));
    expect(values).toEqual([NEWCO]);
    expect([types.length, numberFormats.length]).toEqual([1, 1]);
    expect(beforeBlankRow(selected([NEWCO, OTHER])).values).toEqual([NEWCO, OTHER]);
  });
});
