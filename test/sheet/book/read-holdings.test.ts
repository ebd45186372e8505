import fc from "fast-check";
import { detectColumns } from "../../../src/sheet/book/detect-columns";
import {
  HoldingsProblem,
  type Cell,
  type Holdings,
  type SelectedCells,
} from "../../../src/sheet/book/holdings";
import { readHoldings } from "../../../src/sheet/book/read-holdings";
import { numRuns } from "../../runs";
import { anySelection } from "./any-selection";
import { selected } from "./selected-cells";

const HEADERS = ["Ticker", "Shares", "Price", "Market value", "Beta"];
const AAPL = ["AAPL", 100, 200, 20000, 1.2];
const NVDA = ["NVDA", 10, 150, 1500, 1.8];
const MSFT = ["MSFT", 5, 400, 2000, 0.9];

function read(cells: SelectedCells): Holdings {
  return readHoldings(cells, detectColumns(cells).choice);
}

function names(values: readonly (readonly Cell[])[]): readonly string[] {
  return read(selected(values)).rows.map(({ name }) => name);
}

function valuesOf(values: readonly (readonly Cell[])[]): readonly number[] {
  return read(selected(values)).rows.map(({ value }) => value);
}

function problemOf(cells: SelectedCells): HoldingsProblem {
  try {
    read(cells);
  } catch (error) {
    if (error instanceof HoldingsProblem) return error;
    throw error;
  }
  throw new Error("No problem was found.");
}

describe("readHoldings", () => {
  it("reads rows, values and betas, with their places on the sheet", () => {
    const holdings = read(selected([HEADERS, AAPL, NVDA]));
    expect(holdings).toEqual({
      sheet: "Book",
      firstRow: 3,
      lastRow: 4,
      columns: { name: 1, quantity: 2, price: 3, value: 4, beta: 5 },
      rows: [
        {
          row: 3,
          name: "AAPL",
          value: 20000,
          beta: 1.2,
          nameText: "AAPL",
          hedgeWith: "",
          quantity: 100,
          price: 200,
          cost: null,
        },
        {
          row: 4,
          name: "NVDA",
          nameText: "NVDA",
          value: 1500,
          beta: 1.8,
          hedgeWith: "",
          quantity: 10,
          price: 150,
          cost: null,
        },
      ],
      notes: [],
    });
  });

  it("computes the value as quantity × price where there is no value column", () => {
    const holdings = read(
      selected([
        ["Coin", "Amount held", "Price"],
        ["BTC", 5, 60000],
        ["ETH", 20, 4000],
      ]),
    );
    expect(holdings.rows.map(({ value }) => value)).toEqual([300000, 80000]);
  });

  describe("totals", () => {
    it("leaves out a totals row, and says so", () => {
      const holdings = read(selected([HEADERS, AAPL, NVDA, ["Total", "", "", 21500, ""]]));
      expect(holdings.lastRow).toBe(4);
      expect(holdings.notes).toEqual(["Row 6 is a totals row and is left out."]);
    });

    it("leaves out an unnamed last row that is the sum", () => {
      const holdings = read(selected([HEADERS, AAPL, NVDA, MSFT, ["", "", "", 23500, ""]]));
      expect(holdings.rows).toHaveLength(3);
      // Rows 4 to 6 of the sheet.
      expect([holdings.firstRow, holdings.lastRow]).toEqual([3, 5]);
    });

    it("says that a totals row is not the sum", () => {
      const holdings = read(selected([HEADERS, AAPL, NVDA, ["Grand total", "", "", 30000, ""]]));
      expect(holdings.notes).toEqual([
        "Row 6 is a totals row and is left out, although it is not the sum of the rows above.",
      ]);
    });

    // Longs and shorts of the same size: the total is 0.
    it.each([
      ["alone", ["Total", "", "", 0, ""]],
      ["beside the sum of the shares", ["Total", 50, "", 0, ""]],
      ["beside the average price", ["Total", "", 300, 0, ""]],
    ])("leaves out a total of 0, %s", (_, total) => {
      const short = ["NVDA", -50, 400, -20000, 1.8];
      expect(names([HEADERS, AAPL, short, total])).toEqual(["AAPL", "NVDA"]);
      // Without its name the row may be one prepared for a holding.
      expect(names([HEADERS, AAPL, short, ["", ...total.slice(1)]])).toEqual(["AAPL", "NVDA", ""]);
    });

    it("keeps a last holding that happens to equal the sum of the others", () => {
      expect(names([HEADERS, AAPL, NVDA, ["SPY", 43, 500, 21500, 1]])).toEqual(["AAPL", "NVDA", "SPY"]);
      const holdings = read(selected([HEADERS, AAPL, ["SPY", 40, 500, 20000, 1]]));
      expect(holdings.rows).toHaveLength(2);
    });

    it("keeps shares of Total: they have a quantity and a price", () => {
      const holdings = read(selected([HEADERS, AAPL, ["Total", 100, 60, 6000, 0.8]]));
      expect(holdings.rows).toHaveLength(2);
    });

    it("leaves out a totals row that adds up shares and averages prices", () => {
      // 110 shares at an average of 175 would be 19,250; the row says 21,500, the sum.
      expect(names([HEADERS, AAPL, NVDA, ["Total", 110, 175, 21500, 1.24]])).toEqual(["AAPL", "NVDA"]);
    });

    it("leaves out the totals row of a table without names, by its blank price", () => {
      const unnamed = [
        ["Shares", "Price", "Market value"],
        [100, 200, 20000],
        [10, 150, 1500],
      ];
      expect(valuesOf([...unnamed, ["", "", 21500]])).toEqual([20000, 1500]);
      expect(valuesOf([...unnamed, [43, 500, 21500]])).toEqual([20000, 1500, 21500]);
    });

    it("keeps a last value that is the sum where nothing tells a total from a holding", () => {
      expect(valuesOf([["Market value"], [20000], [1500], [21500]])).toEqual([20000, 1500, 21500]);
    });

    it("leaves out a total where the values come from quantity × price", () => {
      const coins = [
        ["Coin", "Amount held", "Price"],
        ["BTC", 5, 60000],
        ["ETH", 20, 4000],
      ];
      const holdings = read(selected([...coins, ["Total", 1, 380000]]));
      expect(holdings.rows.map(({ name }) => name)).toEqual(["BTC", "ETH"]);
      expect(holdings.notes).toEqual(["Row 6 is a totals row and is left out."]);
    });

    it.each(["Total", "Sum"])("leaves out the %s of the quantities, which has no price", (name) => {
      const rows = [
        ["Coin", "Amount held", "Price"],
        ["BTC", 5, 60000],
        ["ETH", 20, 4000],
      ];
      const holdings = read(selected([...rows, [name, 25, ""]]));
      expect(holdings.rows.map(({ value }) => value)).toEqual([300000, 80000]);
      expect(holdings.notes).toEqual(["Row 6 below the table is left out."]);
      // Further up it may be shares of Total, whose price is still to come.
      expect(problemOf(selected([...rows.slice(0, 2), [name, 25, ""], ["ETH", 20, 4000]])).cell).toBe("D5");
    });

    it("keeps two holdings of which the second has no name and is worth as much as the first", () => {
      expect(valuesOf([HEADERS, AAPL, ["", "", "", 20000, ""]])).toEqual([20000, 20000]);
    });

    // 20,000 + 1,500 + 18,500 = 40,000, of which 0.5 % are 200.
    it.each([
      [40200, 3],
      [39800, 3],
      [40201, 4],
      [39799, 4],
    ])(
      "takes an unnamed %d below 40,000 for a total rounded to within 0.5 %%: %d holdings",
      (last, count) => {
        const third = ["MSFT", 50, 370, 18500, 0.9];
        expect(valuesOf([HEADERS, AAPL, NVDA, third, ["", "", "", last, ""]])).toHaveLength(count);
      },
    );

    it("leaves out the total of short positions", () => {
      const shorts = [
        ["AAPL", -20000],
        ["NVDA", -1500],
      ];
      const cells = selected([["Ticker", "Market value"], ...shorts, ["", -21500]]);
      expect(read(cells).notes[0]).toBe("Row 6 is a totals row and is left out.");
    });

    it("refuses a table that is nothing but its total", () => {
      const problem = problemOf(selected([HEADERS, ["Total", "", "", 21500, ""]]));
      expect(problem.message).toBe("No holdings were found above the totals row.");
      expect(problem.nextStep).toBe("Select the rows of the holdings as well.");
      expect(problem.cell).toBe("B4");
    });

    const TECHNOLOGY = ["Technology", "", "", "", ""];
    const ENERGY = ["Energy", "", "", "", ""];
    const XOM = ["XOM", 30, 100, 3000, 0.8];
    const CVX = ["CVX", 50, 100, 5000, 0.9];
    const CASH = ["Cash", "", "", 700, 0];

    it("refuses the subtotal of a second group, which is the sum of that group alone", () => {
      const energy = [ENERGY, XOM, CVX, ["Subtotal", "", "", 8000, ""]];
      const problem = problemOf(selected([HEADERS, TECHNOLOGY, AAPL, NVDA, ...energy, CASH]));
      // Headers in row 3 of the sheet.
      expect(problem.message).toBe(
        "Row 10 (“Subtotal”) is the sum of the rows above it: its value would count twice.",
      );
      expect(problem.cell).toBe("B10");
    });

    it.each([
      ["a holding that is worth nothing now", ["LEHM", 10, 0, 0, 1]],
      ["a row prepared for a holding", ["", "", "", 0, ""]],
    ])("refuses a subtotal with %s among its rows", (_, row) => {
      const problem = problemOf(selected([HEADERS, AAPL, row, NVDA, ["Subtotal", "", "", 21500, ""], CASH]));
      expect(problem.cell).toBe("B7");
    });

    it("refuses subtotals where the table has nothing but names and values", () => {
      const problem = problemOf(
        selected([
          ["Ticker", "Value"],
          ["AAPL", 20000],
          ["NVDA", 1500],
          ["Subtotal", 21500],
          ["Cash", 700],
        ]),
      );
      expect(problem.cell).toBe("B6");
    });

    it.each(["Subtotal Technology", "Technology (total)", "Zwischensumme Technologie", ""])(
      "refuses the sum of a group that is named “%s”",
      (name) => {
        const problem = problemOf(
          selected([HEADERS, TECHNOLOGY, AAPL, NVDA, [name, "", "", 21500, ""], XOM, CASH]),
        );
        expect(problem.cell).toBe("B7");
        expect(problem.message).toMatch(/^Row 7( \(“.+”\))? is the sum of the rows above it/);
      },
    );

    it("takes the sum of all off the end, whatever else its name says", () => {
      const rows = [HEADERS, AAPL, NVDA, ["Total of Alster Fund", "", "", 21500, ""]];
      expect(read(selected(rows)).notes[0]).toBe("Row 6 is a totals row and is left out.");
    });

    it("keeps shares of Total SA that are worth as much as the two above", () => {
      const total = ["Total SA", 430, 50, 21500, 0.9];
      expect(names([HEADERS, AAPL, NVDA, total, MSFT])).toEqual(["AAPL", "NVDA", "Total SA", "MSFT"]);
      expect(names([HEADERS, AAPL, NVDA, total])).toEqual(["AAPL", "NVDA", "Total SA"]);
    });

    it("keeps a sold position in Total as the first row of the table or of a group", () => {
      const group = [TECHNOLOGY, ["Total", 0, 60, 0, 0.8], AAPL, NVDA];
      expect(names([HEADERS, ...group])).toEqual(["Technology", "Total", "AAPL", "NVDA"]);
      expect(names([HEADERS, ["Total", 0, 60, 0, 0.8], AAPL, NVDA])).toEqual(["Total", "AAPL", "NVDA"]);
    });

    it("keeps shares of Total between others: they are not the sum of those above", () => {
      expect(names([HEADERS, AAPL, ["Total", 100, 60, 6000, 0.8], NVDA])).toEqual(["AAPL", "Total", "NVDA"]);
    });

    it("keeps a holding between others that happens to equal the sum of those above", () => {
      const spy = ["SPY", 43, 500, 21500, 1];
      expect(names([HEADERS, AAPL, NVDA, spy, MSFT])).toEqual(["AAPL", "NVDA", "SPY", "MSFT"]);
    });

    it("refuses subtotals further up: they would count twice", () => {
      const problem = problemOf(
        selected([HEADERS, AAPL, NVDA, ["Subtotal", "", "", 21500, ""], MSFT, ["Total", "", "", 23500, ""]]),
      );
      expect(problem.message).toContain("Row 6 (“Subtotal”)");
      expect(problem.nextStep).toContain("subtotals");
    });
  });

  it.each<[string, Cell[], string, string]>([
    ["an error in the value", ["X", 1, 1, "#N/A", 1], "E4", "shows the error #N/A"],
    ["an error in the beta", ["X", 1, 1, 1, "#DIV/0!"], "F4", "shows the error #DIV/0!"],
    ["an error in the name", ["#REF!", 1, 1, 1, 1], "B4", "shows the error #REF!"],
    ["an error in the quantity", ["X", "#VALUE!", 1, 1, 1], "C4", "shows the error"],
    ["text in the value", ["X", 1, 1, "1,234", 1], "E4", "holds the text “1,234”"],
    ["a bracketed text number", ["X", 1, 1, "(500)", 1], "E4", "holds the text “(500)”"],
    ["text in the price", ["X", 1, "n/a", 1, 1], "D4", "holds the text “n/a”"],
    ["TRUE in the value", ["X", 1, 1, true, 1], "E4", "holds the text “true”"],
  ])("names the cell of %s and the next step", (_, row, cell, message) => {
    const problem = problemOf(selected([HEADERS, row, AAPL, NVDA, MSFT]));
    expect(problem.cell).toBe(cell);
    expect(problem.message).toContain(message);
    expect(problem.nextStep).toMatch(/^[A-Z].*\.$/);
  });

  it("names the cell of a data type", () => {
    const cells = selected([HEADERS, AAPL, NVDA]);
    const types = cells.types.map((row, r) =>
      row.map((type, c) => (r === 1 && c === 2 ? "RichValue" : type)),
    );
    const problem = problemOf({ ...cells, types });
    expect(problem.cell).toBe("D4");
    expect(problem.nextStep).toContain("=D4.Price");
  });

  it("says what a quantity without a price lacks", () => {
    const problem = problemOf(
      selected([
        ["Coin", "Qty", "Price"],
        ["BTC", 5, 60000],
        ["ETH", 20, ""],
      ]),
    );
    expect(problem.message).toBe("Row 5 has a quantity but no price.");
    expect(problem.cell).toBe("D5");
  });

  it.each([
    ["dates", "dd/mm/yyyy"],
    ["percentages", "0.00%"],
  ])("refuses %s as values", (what, format) => {
    const values = [
      ["Ticker", "Value"],
      ["AAPL", 0.4],
      ["NVDA", 0.6],
    ];
    const cells = selected(values, { numberFormats: values.map(() => ["General", format]) });
    expect(() => readHoldings(cells, { headerRow: 0, columns: { name: 0, value: 1 } })).toThrow(
      `The value column holds ${what}, not amounts of money.`,
    );
  });

  it.each<[string, Cell[], string]>([
    ["an error in the value", ["LAST", 1, 1, "#N/A", 1], "E6"],
    ["text in the value", ["LAST", 1, 1, "n/a", 1], "E6"],
    ["an error in the price of a valued row", ["LAST", 1, "#REF!", 1, 1], "D6"],
  ])("names the cell of %s in the last row, too", (_, row, cell) => {
    expect(problemOf(selected([HEADERS, AAPL, NVDA, row])).cell).toBe(cell);
  });

  it("names the cell of a data type in the last row, too", () => {
    const cells = selected([HEADERS, AAPL, NVDA]);
    const types = cells.types.map((row, r) =>
      row.map((type, c) => (r === 2 && c === 3 ? "RichValue" : type)),
    );
    expect(problemOf({ ...cells, types }).cell).toBe("E5");
  });

  it("takes text in the value column of a last row without a name for a foot note", () => {
    const holdings = read(selected([HEADERS, AAPL, NVDA, ["", "", "", "in USD", ""]]));
    expect(holdings.rows).toHaveLength(2);
    expect(holdings.notes).toEqual(["Row 6 below the table is left out."]);
  });

  it("names the cell of an error in the contract", () => {
    const problem = problemOf(
      selected([
        ["Ticker", "Value", "Hedge with"],
        ["AAPL", 20000, "#N/A"],
        ["NVDA", 1500, "ES"],
        ["MSFT", 1500, "ES"],
      ]),
    );
    expect(problem.message).toBe("Cell D4 (row 4, hedge with) shows the error #N/A.");
  });

  it("reads what hedges each holding, with its blanks: the worksheet compares it", () => {
    const holdings = read(
      selected([
        ["Ticker", "Value", "Hedge with"],
        ["AAPL", 20000, "ES "],
        ["NVDA", 1500, ""],
      ]),
    );
    expect(holdings.rows.map(({ hedgeWith }) => hedgeWith)).toEqual(["ES ", ""]);
  });

  // Shanghai's tickers are numbers: 600519 is Kweichow Moutai. 1.5 is "1,5" in a German Excel, TRUE is "WAHR".
  it("compares names that read the same in every language", () => {
    const rows = [[600519], [1.5], [true], [" AAPL"]].map(([name = ""]) => [name, 100]);
    const holdings = read(selected([["Ticker", "Value"], ["NVDA", 5], ["MSFT", 5], ["KO", 5], ...rows]));
    expect(holdings.rows.slice(3).map(({ name, nameText }) => [name, nameText])).toEqual([
      ["600519", "600519"],
      ["1.5", ""],
      ["true", ""],
      ["AAPL", " AAPL"],
    ]);
  });

  it("reads a table without names or headers as it is chosen", () => {
    const cells = selected([
      [20000, 1.2],
      [1500, 1.8],
    ]);
    const { rows, firstRow } = readHoldings(cells, { headerRow: null, columns: { value: 0, beta: 1 } });
    expect(firstRow).toBe(2);
    expect(rows.map(({ name, nameText, value, beta }) => [name, nameText, value, beta])).toEqual([
      ["", "", 20000, 1.2],
      ["", "", 1500, 1.8],
    ]);
  });

  it.each<[string, Cell[], number]>([
    ["a value without a name", ["", "", "", 700, ""], 3],
    ["a quantity so far", ["", 5, "", "", ""], 3],
    ["a price so far", ["", "", 30, "", ""], 3],
    ["a beta filled down", ["", "", "", "", 1], 2],
  ])("reads a row between holdings with %s", (_, row, count) => {
    expect(valuesOf([HEADERS, AAPL, row, NVDA])).toHaveLength(count);
  });

  it("lets the heading of a group stand in any column", () => {
    const headers = [...HEADERS, "Cost basis"];
    const holdings = read(
      selected([
        headers,
        [...AAPL, 15000],
        ["", "Energy", "", "", "", ""],
        ["", "", "Mining", "", "", ""],
        ["Other", "", "", "", "", "various"],
        [...NVDA, 1000],
      ]),
    );
    expect(holdings.rows.map(({ quantity, price, value, cost }) => [quantity, price, value, cost])).toEqual([
      [100, 200, 20000, 15000],
      [null, null, 0, null],
      [null, null, 0, null],
      [null, null, 0, null],
      [10, 150, 1500, 1000],
    ]);
  });

  describe("without a value column", () => {
    const coins = (...rows: Cell[][]) =>
      selected([["Coin", "Amount held", "Price"], ["BTC", 5, 60000], ...rows]);

    it("counts nothing where nothing is held, and needs no price for it", () => {
      const holdings = read(coins(["ETH", 0, ""], ["SOL", "", 150], ["Others", "", ""], ["XRP", 1000, 2]));
      expect(holdings.rows.map(({ value }) => value)).toEqual([300000, 0, 0, 0, 2000]);
      expect(holdings.notes).toEqual(["Row 7 has no value: 0 counts."]);
    });

    it("says what to do about a price that is missing", () => {
      const { message, nextStep, cell } = problemOf(coins(["ETH", 20, ""], ["SOL", 1, 150]));
      expect({ message, nextStep, cell }).toEqual({
        message: "Row 5 has a quantity but no price.",
        nextStep: "Type the price into cell D5.",
        cell: "D5",
      });
    });

    it("refuses what is too large for a computer's numbers", () => {
      const { message, nextStep, cell } = problemOf(coins(["ETH", 1e200, 1e200]));
      expect({ message, nextStep, cell }).toEqual({
        message: "Quantity × price in row 5 is too large to compute with.",
        nextStep: "Check both numbers.",
        cell: "C5",
      });
    });
  });

  describe("columns of another kind", () => {
    const rows = (format: string, ...headers: string[]) =>
      selected([headers, ["AAPL", 0.4, 0.5, 0.2], ["NVDA", 0.6, 0.5, 0.3]], {
        numberFormats: [1, 2, 3].map(() => ["General", format, "General", "General"]),
      });

    it.each([
      ["value", { value: 1 }, "0%", "The value column holds percentages, not amounts of money."],
      ["value", { value: 1 }, "yyyy-mm-dd", "The value column holds dates, not amounts of money."],
      ["quantity", { quantity: 1, price: 2 }, "0%", "The quantity column holds percentages, not numbers."],
      ["quantity", { quantity: 1, price: 2 }, "d.m.yy", "The quantity column holds dates, not numbers."],
      ["price", { quantity: 2, price: 1 }, "yyyy", "The price column holds dates, not numbers."],
      ["beta", { value: 2, beta: 1 }, "yyyy", "The beta column holds dates, not numbers."],
    ])("are refused for the %s: %j %s", (role, columns, format, message) => {
      const cells = rows(format, "A", "B", "C", "D");
      const reading = () => readHoldings(cells, { headerRow: 0, columns });
      expect(reading).toThrow(message);
      expect(reading).toThrow(
        expect.objectContaining({
          nextStep: `Choose another ${role} column, or change the number format of its cells.`,
          cell: "C4",
        }) as Error,
      );
    });

    // Bonds are quoted in percent of par, and a beta of 0.9 may be shown as 90 %.
    it.each([
      { quantity: 2, price: 1 },
      { value: 2, beta: 1 },
    ])("may be percentages: %j", (columns) => {
      expect(readHoldings(rows("0%", "A", "B", "C", "D"), { headerRow: 0, columns }).rows).toHaveLength(2);
    });
  });

  it("keeps short positions and says so", () => {
    const holdings = read(selected([HEADERS, AAPL, ["TSLA", -10, 250, -2500, 2]]));
    expect(holdings.rows[1]?.value).toBe(-2500);
    expect(holdings.notes).toEqual(["1 short position (negative value) is kept: row 5."]);
  });

  it("names the rows without a beta, blank or text", () => {
    const holdings = read(selected([HEADERS, AAPL, ["X", 1, 10, 10, ""], NVDA, ["Y", 1, 10, 10, "n/a"]]));
    expect(holdings.rows.map(({ beta }) => beta)).toEqual([1.2, null, 1.8, null]);
    expect(holdings.notes).toEqual(["2 holdings have no beta: the default beta counts (rows 5, 7)."]);
  });

  it("counts hidden rows and names them", () => {
    const holdings = read(selected([HEADERS, AAPL, NVDA, MSFT], { hiddenRows: [4, 99] }));
    expect(holdings.rows).toHaveLength(3);
    expect(holdings.notes).toEqual(["1 hidden or filtered row is counted too: row 5."]);
  });

  it("names duplicates; each counts", () => {
    const holdings = read(selected([HEADERS, AAPL, NVDA, ["aapl", 1, 200, 200, 1.2]]));
    expect(holdings.rows).toHaveLength(3);
    expect(holdings.notes).toEqual([
      "The same name stands in several rows, and each counts: “AAPL” (rows 4, 6).",
    ]);
  });

  it("warns of several currencies, and refuses to add prices in several", () => {
    const withValue = read(
      selected([
        ["Ticker", "Value", "Currency"],
        ["AAPL", 1, "USD"],
        ["SAP", 2, "EUR"],
      ]),
    );
    expect(withValue.notes[0]).toContain("several currencies (USD, EUR)");
    const problem = problemOf(
      selected([
        ["Ticker", "Qty", "Price", "Ccy"],
        ["AAPL", 1, 200, "USD"],
        ["SAP", 2, 150, "EUR"],
      ]),
    );
    expect(problem.message).toContain("several currencies");
  });

  it("leaves out footnotes below the table and blank rows inside it", () => {
    const holdings = read(
      selected([HEADERS, AAPL, ["", "", "", "", ""], NVDA, ["Source: broker", "", "", "", ""]]),
    );
    expect(holdings.rows.map(({ row }) => row)).toEqual([3, 5]);
    expect(holdings.lastRow).toBe(5);
    expect(holdings.notes).toEqual(["Row 7 below the table is left out."]);
  });

  it("names no blank rows among those left out below the table, and tells how the selection was read", () => {
    const blank = ["", "", "", "", ""];
    const note = "Whole columns: read down to the last used row.";
    const cells = selected([HEADERS, AAPL, NVDA, blank, ["Source: broker", "", "", "", ""], blank], {
      notes: [note],
    });
    expect(read(cells).notes).toEqual([note, "Row 7 below the table is left out."]);
  });

  it("keeps a heading between holdings as a row that counts nothing", () => {
    const holdings = read(
      selected([HEADERS, ["Technology", "", "", "", ""], AAPL, ["Energy", "", "", "", ""], NVDA]),
    );
    expect(holdings.rows.map(({ value }) => value)).toEqual([0, 20000, 0, 1500]);
    expect(holdings.notes).toEqual(["Rows 4, 6 have no value: 0 counts."]);
  });

  it.each([
    ["Avg price", 150, true],
    ["Cost basis", 15000, undefined],
    ["Cost", 160, true],
    ["Cost", 16000, undefined],
  ])("tells by the numbers whether “%s” of %d is per unit", (header, cost, perUnit) => {
    const holdings = read(
      selected([
        [...HEADERS, header],
        [...AAPL, cost],
      ]),
    );
    expect(holdings.rows[0]?.cost).toBe(cost);
    expect(holdings.costIsPerUnit).toBe(perUnit);
  });

  describe("the cost of one unit or of the position", () => {
    it("is told by most rows", () => {
      const holdings = read(
        selected([
          [...HEADERS, "Cost"],
          [...AAPL, 190],
          [...NVDA, 140],
          // 5 at 400: whoever typed 1,990 meant the position.
          [...MSFT, 1990],
        ]),
      );
      expect(holdings.costIsPerUnit).toBe(true);
    });

    it("is told by a row alone where other rows have no cost, price or value", () => {
      const rows = [
        [...AAPL, 15000],
        ["GIFT", 10, 20, 200, 1, 0],
        ["BANKRUPT", 10, 0, 0, 1, 50],
        ["BOND", 10, "", 1000, 1, 900],
        ["SOLD", 0, 20, 0, 1, 19],
        ["NEW", 10, 20, 200, 1, ""],
      ];
      expect(read(selected([[...HEADERS, "Entry"], ...rows])).costIsPerUnit).toBeUndefined();
      const noQuote = ["UNQUOTED", 10, 0, 200, 1, 15];
      expect(read(selected([[...HEADERS, "Cost"], [...AAPL, 150], noQuote])).costIsPerUnit).toBe(true);
    });

    it("is told of short positions as of long ones", () => {
      const short = ["TSLA", -10, 250, -2500, 2];
      expect(
        read(
          selected([
            [...HEADERS, "Cost"],
            [...short, -2600],
          ]),
        ).costIsPerUnit,
      ).toBeUndefined();
      expect(
        read(
          selected([
            [...HEADERS, "Cost"],
            [...short, 260],
          ]),
        ).costIsPerUnit,
      ).toBe(true);
    });

    // One share: the cost of one is the cost of the position, and the header must say what is meant for the next.
    it.each([
      ["Avg cost", true],
      ["Total cost", undefined],
    ])("is told by the header “%s” where one unit is held, or there is no price", (header, perUnit) => {
      const one = ["BRK.A", 1, 600000, 600000, 0.9, 500000];
      expect(read(selected([[...HEADERS, header], one])).costIsPerUnit).toBe(perUnit);
      const noPrice = [
        ["Ticker", "Market value", header],
        ["AAPL", 20000, 150],
      ];
      expect(read(selected(noPrice)).costIsPerUnit).toBe(perUnit);
    });

    it("is told by a header of two rows, too", () => {
      const cells = selected([
        ["Ticker", "Market value", "Avg cost"],
        ["", "(USD)", ""],
        ["AAPL", 20000, 150],
      ]);
      const columns = { name: 0, value: 1, cost: 2 };
      expect(readHoldings(cells, { headerRow: 1, columns }).costIsPerUnit).toBe(true);
    });

    it("is the position's where there is no header to tell", () => {
      const cells = selected([["AAPL", 20000, 150]]);
      const holdings = readHoldings(cells, { headerRow: null, columns: { name: 0, value: 1, cost: 2 } });
      expect(holdings.rows[0]?.cost).toBe(150);
      expect(holdings.costIsPerUnit).toBeUndefined();
    });
  });

  it("says what to choose where the value is not known", () => {
    const problem = problemOf(
      selected([
        ["Ticker", "Qty"],
        ["AAPL", "x"],
      ]),
    );
    expect(problem.message).toBe("The value of the holdings is not known yet.");
    expect(problem.nextStep).toBe("Choose the price column, or a column with the value.");
  });

  it("refuses a table without numbers, and sums beyond all numbers", () => {
    const empty = problemOf(selected([HEADERS, ["", "", "", "", ""]]));
    expect(empty.message).toBe("No holdings were found: there are no numbers below the headers.");
    expect(empty.nextStep).toBe("Select the table with its header row, or choose other columns.");
    const huge = selected([
      ["Ticker", "Value"],
      ["A", 1.7e308],
      ["B", 1.7e308],
    ]);
    expect(problemOf(huge).message).toContain("more than can be computed with");
  });

  it("says that values add up to 0", () => {
    const holdings = read(
      selected([
        ["Ticker", "Value"],
        ["A", 500],
        ["B", -500],
      ]),
    );
    expect(holdings.notes).toContain("The values add up to 0, so the book has no beta of its own.");
  });

  it("reads any selection or names a problem with a next step: nothing else is ever thrown", () => {
    fc.assert(
      fc.property(
        anySelection(),
        fc.boolean(),
        fc.array(fc.nat({ max: 8 }), { maxLength: 5 }),
        (cells, detected, offsets) => {
          const [name, quantity, price, value, beta] = offsets;
          const columns = Object.fromEntries(
            Object.entries({ name, quantity, price, value, beta }).filter(
              ([, offset]) => offset !== undefined,
            ),
          );
          const choice = detected ? detectColumns(cells).choice : { headerRow: null, columns };
          try {
            const { rows, firstRow, lastRow, notes } = readHoldings(cells, choice);
            expect(rows.length).toBeGreaterThan(0);
            for (const holding of rows) {
              expect(holding.row).toBeGreaterThanOrEqual(firstRow);
              expect(holding.row).toBeLessThanOrEqual(lastRow);
              expect(Number.isFinite(holding.value)).toBe(true);
              expect(holding.beta === null || Number.isFinite(holding.beta)).toBe(true);
            }
            expect(Number.isFinite(rows.reduce((sum, holding) => sum + holding.value, 0))).toBe(true);
            for (const note of notes) expect(note).toMatch(/\.$/);
          } catch (error) {
            if (!(error instanceof HoldingsProblem)) throw error;
            expect(error.nextStep).toMatch(/^[A-Z].*\.$/s);
          }
        },
      ),
      { numRuns: numRuns * 2 },
    );
  });
});
