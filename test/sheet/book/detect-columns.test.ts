import fc from "fast-check";
import { detectColumns, missingChoice } from "../../../src/sheet/book/detect-columns";
import { COLUMN_ROLES, type Cell } from "../../../src/sheet/book/holdings";
import { anySelection } from "./any-selection";
import { selected } from "./selected-cells";

/** The headers over two ordinary rows: 100 × 200 = 20,000 and 10 × 150 = 1,500. */
function underHeaders(...headers: string[]) {
  const rows: Record<string, [Cell, Cell]> = {
    name: ["AAPL", "NVDA"],
    quantity: [100, 10],
    price: [200, 150],
    value: [20000, 1500],
    beta: [1.2, 1.8],
  };
  const data = Object.values(rows).slice(0, headers.length);
  return selected([headers, data.map(([first]) => first), data.map(([, second]) => second)]);
}

describe("detectColumns", () => {
  it("finds the columns of a plain holdings table and is sure of them", () => {
    const { choice, roles, missing } = detectColumns(
      selected([
        ["Ticker", "Shares", "Price", "Market value", "Beta", "Hedge with"],
        ["AAPL", 100, 200, 20000, 1.2, "ES"],
        ["NVDA", 10, 150, 1500, 1.8, "NQ"],
      ]),
    );
    expect(choice).toEqual({
      headerRow: 0,
      columns: { name: 0, quantity: 1, price: 2, value: 3, beta: 4, hedgeWith: 5 },
    });
    expect(COLUMN_ROLES.filter((role) => roles[role].certainty === "sure")).toHaveLength(6);
    expect(missing).toBeNull();
  });

  it.each([
    ["Symbol", "Qty", "Last", "Mkt Val", "β"],
    ["SECURITY NAME", "Units", "Closing Price", "MV (USD)", "Adj. Beta"],
    ["Instrument", "Number of shares", "Px_Last", "MarketValue", "Beta to SPX"],
    ["Coin", "Amount held", "Mark price", "USD value", "beta"],
    ["Wertpapier", "Stück", "Kurs", "Marktwert", "Beta"],
    ["isin", "position", "Current Price", "Position Value", "Raw beta"],
  ])("knows the headers %s, %s, %s, %s, %s", (...headers) => {
    expect(detectColumns(underHeaders(...headers)).choice.columns).toEqual({
      name: 0,
      quantity: 1,
      price: 2,
      value: 3,
      beta: 4,
    });
  });

  it("does not mistake cost, change, target or beta-adjusted columns for price, value or beta", () => {
    const { choice } = detectColumns(
      selected([
        [
          "Ticker",
          "Avg price",
          "Target price",
          "Price change",
          "Market value",
          "Beta-adjusted value",
          "Beta",
        ],
        ["AAPL", 150, 250, 0.5, 20000, 24000, 1.2],
        ["NVDA", 100, 200, -0.5, 1500, 2700, 1.8],
      ]),
    );
    expect(choice.columns).toEqual({ name: 0, cost: 1, value: 4, beta: 6 });
  });

  it("asks between two value columns that fit as well", () => {
    const { roles, missing, choice } = detectColumns(
      selected([
        ["Ticker", "Value (USD)", "Value (EUR)"],
        ["AAPL", 20000, 18000],
        ["NVDA", 1500, 1350],
      ]),
    );
    expect(roles.value).toMatchObject({ certainty: "ask", column: null, candidates: [1, 2] });
    expect(missing).toBe("Choose the value column: “Value (USD)” and “Value (EUR)” fit as well.");
    expect(choice.columns.value).toBeUndefined();
  });

  it("lets quantity × price = value decide between them", () => {
    const { roles, missing } = detectColumns(
      selected([
        ["Ticker", "Value (EUR)", "Value (USD)", "Qty", "Price"],
        ["AAPL", 18000, 20000, 100, 200],
        ["NVDA", 1350, 1500, 10, 150],
      ]),
    );
    expect(roles.value).toMatchObject({ certainty: "sure", column: 2 });
    expect(missing).toBeNull();
  });

  it("marks the value “check” where quantity × price says otherwise", () => {
    const { roles } = detectColumns(
      selected([
        ["Ticker", "Qty", "Price", "Market value"],
        ["AAPL", 100, 200, 21000],
        ["NVDA", 10, 150, 1700],
      ]),
    );
    expect(roles.value).toMatchObject({ certainty: "check", column: 3 });
  });

  it.each([
    [0.004, "sure"],
    [0.006, "check"],
  ])("takes a difference of %d for %s: the limit is 0.5 %%", (difference, certainty) => {
    const { roles } = detectColumns(
      selected([
        ["Ticker", "Qty", "Price", "Value"],
        ["AAPL", 100, 200, 20000 / (1 + difference)],
        ["NVDA", 10, 150, 1500 / (1 + difference)],
      ]),
    );
    expect(roles.value.certainty).toBe(certainty);
  });

  it("finds the headers below a title, a date and a merged group row", () => {
    const { choice } = detectColumns(
      selected([
        ["Portfolio of the pension fund", "", "", "", ""],
        ["as of", "30 June", "", "", ""],
        ["", "", "", "", ""],
        ["Ticker", "Position", "", "", "Risk"],
        ["", "Shares", "Price", "Value", "Beta"],
        ["AAPL", 100, 200, 20000, 1.2],
        ["NVDA", 10, 150, 1500, 1.8],
      ]),
    );
    expect(choice).toEqual({ headerRow: 4, columns: { name: 0, quantity: 1, price: 2, value: 3, beta: 4 } });
  });

  it.each([
    ["one heading over the figures", ["Asset", "Position", "", "Beta"], ["", "Market value", "", ""]],
    ["two headings", ["Asset", "Position", "", "Risk"], ["", "Market value", "Currency", "Beta"]],
    ["headers over two rows each", ["Asset", "Market value", "", "Beta"], ["", "", "", ""]],
  ])("reads headers of two rows, merged as in a bank's statement: %s", (_, upper, lower) => {
    const rows = [
      ["AAPL", 6000000, "USD", 1.1],
      ["NVDA", 4000000, "USD", 1.6],
    ];
    const { choice, missing } = detectColumns(selected([upper, lower, ...rows]));
    expect(choice.columns).toMatchObject({ name: 0, value: 1, beta: 3 });
    expect(choice.columns.quantity).toBeUndefined();
    expect(missing).toBeNull();
  });

  it("takes a heading between holdings for no header", () => {
    const { choice } = detectColumns(
      selected([
        ["Asset", "Market value", "Beta"],
        ["Stocks", "", ""],
        ["AAPL", 6000000, 1.1],
      ]),
    );
    expect(choice.headerRow).toBe(0);
  });

  it("offers letters where there is no header row, and guesses by quantity × price = value", () => {
    const { choice, columns, roles } = detectColumns(
      selected([
        ["AAPL", 100, 200, 20000, 1.2],
        ["NVDA", 10, 150, 1500, 1.8],
        ["MSFT", 7, 300, 2100, 0.9],
      ]),
    );
    expect(columns.map(({ label }) => label)).toEqual([
      "Column B",
      "Column C",
      "Column D",
      "Column E",
      "Column F",
    ]);
    expect(choice).toEqual({
      headerRow: null,
      columns: { name: 0, quantity: 1, price: 2, value: 3, beta: 4 },
    });
    expect(new Set(Object.values(roles).map(({ certainty }) => certainty))).toEqual(
      new Set(["check", "none"]),
    );
  });

  it("asks for the value where numbers have no headers and nothing tells them apart", () => {
    const { missing, roles } = detectColumns(
      selected([
        ["AAPL", 17, 20000],
        ["NVDA", 29, 1500],
      ]),
    );
    expect(roles.value).toMatchObject({ certainty: "ask", candidates: [1, 2] });
    expect(missing).toContain("“Column C” and “Column D”");
  });

  it("takes a percentage for the weight, not for the value, and leaves dates alone", () => {
    const values = [
      ["Ticker", "Value date", "Value %", "Value"],
      ["AAPL", 46000, 0.9, 20000],
      ["NVDA", 46000, 0.1, 1500],
    ];
    const formats = values.map(() => ["General", "dd/mm/yyyy", "0.0%", "#,##0.00"]);
    const { choice } = detectColumns(selected(values, { numberFormats: formats }));
    expect(choice.columns.value).toBe(3);
    expect(Object.values(choice.columns)).not.toContain(1);
  });

  it("takes a header that says “Value” over texts, to be checked, so that the texts can be named", () => {
    const { roles } = detectColumns(
      selected([
        ["Ticker", "Value"],
        ["AAPL", "20,000"],
        ["NVDA", "1,500"],
      ]),
    );
    expect(roles.value).toMatchObject({ certainty: "check", column: 1 });
  });

  it("takes one column for one role only, and only columns of the selection, whatever is selected", () => {
    fc.assert(
      fc.property(anySelection(), (cells) => {
        const { choice, columns, roles, missing } = detectColumns(cells);
        const chosen = Object.values(choice.columns);
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(chosen.every((column) => columns[column] !== undefined)).toBe(true);
        for (const role of COLUMN_ROLES) {
          const { certainty, column, candidates } = roles[role];
          expect(column === null).toBe(certainty === "none" || certainty === "ask");
          if (certainty === "ask") expect(candidates.length).toBeGreaterThan(1);
        }
        if (missing === null) expect(missingChoice(choice.columns)).toBeNull();
      }),
    );
  });

  it("finds the same columns however they are ordered", () => {
    const headers = ["Ticker", "Shares", "Price", "Market value", "Beta", "Sector", "Currency", "Cost basis"];
    const rows: Cell[][] = [
      ["AAPL", 100, 200, 20000, 1.2, "Tech", "USD", 15000],
      ["XOM", 10, 150, 1500, 0.8, "Energy", "USD", 900],
    ];
    const roleOf = ["name", "quantity", "price", "value", "beta", "sector", "currency", "cost"];
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }), (order) => {
        const shuffled = [headers, ...rows].map((row) => order.map((column) => row[column] ?? ""));
        const { columns } = detectColumns(selected(shuffled)).choice;
        expect(columns).toEqual(
          Object.fromEntries(roleOf.map((role, column) => [role, order.indexOf(column)])),
        );
      }),
    );
  });
});
