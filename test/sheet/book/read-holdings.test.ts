import fc from "fast-check";
import { detectColumns } from "../../../src/sheet/book/detect-columns";
import {
  HoldingsProblem,
  type Cell,
  type Holdings,
  type SelectedCells,
} from "../../../src/sheet/book/holdings";
import { readHoldings } from "../../../src/sheet/book/read-holdings";
import { anySelection } from "./any-selection";
import { selected } from "./selected-cells";

const HEADERS = ["Ticker", "Shares", "Price", "Market value", "Beta"];
const AAPL = ["AAPL", 100, 200, 20000, 1.2];
const NVDA = ["NVDA", 10, 150, 1500, 1.8];
const MSFT = ["MSFT", 5, 400, 2000, 0.9];

function read(cells: SelectedCells): Holdings {
  return readHoldings(cells, detectColumns(cells).choice);
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
    });

    it("says that a totals row is not the sum", () => {
      const holdings = read(selected([HEADERS, AAPL, NVDA, ["Grand total", "", "", 30000, ""]]));
      expect(holdings.notes).toEqual([
        "Row 6 is a totals row and is left out, although it is not the sum of the rows above.",
      ]);
    });

    it("keeps a last holding that happens to equal the sum of the others", () => {
      const holdings = read(selected([HEADERS, AAPL, ["SPY", 40, 500, 20000, 1]]));
      expect(holdings.rows).toHaveLength(2);
    });

    it("keeps shares of Total: they have a quantity and a price", () => {
      const holdings = read(selected([HEADERS, AAPL, ["Total", 100, 60, 6000, 0.8]]));
      expect(holdings.rows).toHaveLength(2);
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

  it("says what to choose where the value is not known", () => {
    const problem = problemOf(
      selected([
        ["Ticker", "Qty"],
        ["AAPL", "x"],
      ]),
    );
    expect(problem.nextStep).toBe("Choose the price column, or a column with the value.");
  });

  it("refuses a table without numbers, and sums beyond all numbers", () => {
    expect(problemOf(selected([HEADERS, ["", "", "", "", ""]])).message).toContain("No holdings were found");
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
      { numRuns: 500 },
    );
  });

  it("reads 100,000 rows as it reads two", () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => [`S${i}`, 10, 20, 200, 1]);
    const holdings = read(selected([HEADERS, ...rows]));
    expect(holdings.rows).toHaveLength(100_000);
    expect(holdings.notes).toEqual([]);
  });
});
