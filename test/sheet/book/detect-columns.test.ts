import fc from "fast-check";
import { detectColumns, missingChoice } from "../../../src/sheet/book/detect-columns";
import { COLUMN_ROLES, type Cell } from "../../../src/sheet/book/holdings";
import { numRuns } from "../../runs";
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

  describe("says why, in words for the user", () => {
    const reasonsOf = (values: readonly (readonly Cell[])[]) => {
      const { roles } = detectColumns(selected(values));
      return Object.fromEntries(
        COLUMN_ROLES.filter((role) => roles[role].certainty !== "none").map((role) => [
          role,
          `${roles[role].certainty}: ${roles[role].reason}`,
        ]),
      );
    };

    it("where headers tell", () => {
      const rows = [
        ["AAPL", 20000, "USD"],
        ["NVDA", 1500, "USD"],
      ];
      expect(reasonsOf([["Ticker", "Exposure", "Currency"], ...rows])).toEqual({
        name: "sure: The header is “Ticker”.",
        // An exposure may be beta-adjusted already.
        value: "check: The header is “Exposure”.",
        currency: "sure: The header is “Currency”.",
      });
      expect(reasonsOf([["Ticker", "Currency", "Value"], ...rows])).toMatchObject({
        value: "check: The header is “Value”, but the cells below hold something else.",
      });
    });

    it("where several columns fit", () => {
      const reasons = reasonsOf([
        ["Ticker", "Value (USD)", "Value (EUR)", "Value (GBP)"],
        ["AAPL", 20000, 18000, 15000],
        ["NVDA", 1500, 1350, 1125],
      ]);
      expect(reasons).toMatchObject({
        value: "ask: “Value (USD)”, “Value (EUR)” and “Value (GBP)” fit as well.",
      });
    });

    it("where the numbers tell", () => {
      const rows = [
        ["AAPL", 100, 200, 20000],
        ["NVDA", 10, 150, 1500],
      ];
      const priced = "quantity × price = value in most rows.";
      // A position may be a number of shares or an amount, a rate a price or an interest, an exposure adjusted.
      expect(reasonsOf([["Ticker", "Position", "Rate", "Exposure"], ...rows])).toMatchObject({
        quantity: `sure: “Position”: ${priced}`,
        price: `sure: “Rate”: ${priced}`,
        value: `sure: “Exposure”: ${priced}`,
      });
      const half = [...rows, ["MSFT", 5, 400, 1000], ["KO", 10, 60, 300]];
      const differs = "Quantity × price differs from it by more than 0.5 % in most rows.";
      expect(reasonsOf([["Ticker", "Shares", "Price", "Value"], ...half])).toMatchObject({
        quantity: "sure: The header is “Shares”.",
        value: `check: ${differs}`,
      });
    });

    it("where there is nothing but numbers and texts", () => {
      expect(
        reasonsOf([
          ["AAPL", 100, 200, 20000],
          ["NVDA", 10, 150, 1500],
        ]),
      ).toEqual({
        name: "check: It is the first column of text.",
        quantity: "check: Quantity × price = value in most rows.",
        price: "check: Quantity × price = value in most rows.",
        value: "check: Quantity × price = value in most rows.",
      });
      expect(
        reasonsOf([
          ["AAPL", "Apple", 20000, 1.2],
          ["NVDA", "Nvidia", 1500, 1.8],
        ]),
      ).toEqual({
        name: "check: It is the first column of text.",
        value: "check: It is the only column of numbers.",
        beta: "check: Its numbers look like betas.",
      });
      expect(
        reasonsOf([
          ["AAPL", 17, 20000],
          ["NVDA", 29, 1500],
        ]),
      ).toMatchObject({ value: "ask: Several columns hold numbers." });
    });

    it("and where nothing does", () => {
      const { roles } = detectColumns(underHeaders("Ticker", "Shares", "Price"));
      expect(roles.cost).toEqual({
        certainty: "none",
        column: null,
        candidates: [],
        reason: "No column is called that.",
      });
    });
  });

  it("lists the columns with letters, headers and what most cells below hold", () => {
    const values = [
      ["Holdings on 30 June", "", "", "", ""],
      ["Ticker", "Bought on", "", "Share", "Value"],
      ["AAPL", 45000, "", 0.9, 20000],
      ["NVDA", 45100, "", 0.1, "n/a"],
      ["MSFT", "gift", "", 0.1, 2000],
    ];
    const formats = values.map(() => ["General", "yyyy-mm-dd", "General", "0 %", "#,##0"]);
    expect(detectColumns(selected(values, { numberFormats: formats })).columns).toEqual([
      { offset: 0, letter: "B", label: "Ticker", content: "text" },
      { offset: 1, letter: "C", label: "Bought on", content: "date" },
      { offset: 2, letter: "D", label: "Column D", content: "blank" },
      { offset: 3, letter: "E", label: "Share", content: "percent" },
      { offset: 4, letter: "F", label: "Value", content: "number" },
    ]);
  });

  it("finds a column that is prepared and not filled in", () => {
    const { roles } = detectColumns(
      selected([
        ["Ticker", "Value", "Beta"],
        ["AAPL", 20000, ""],
        ["NVDA", 1500, ""],
      ]),
    );
    expect(roles.beta).toMatchObject({ certainty: "sure", column: 2 });
  });

  it("does not ask between a ticker and a name, nor between groupings, and takes no grouping for the name", () => {
    const twice = (...headers: string[]) => {
      const rows = [
        ["Software", "Games", 20000],
        ["Energy", "Gas", 1500],
      ];
      const { choice, missing } = detectColumns(selected([headers, ...rows]));
      return { ...choice.columns, missing };
    };
    expect(twice("Ticker", "Name", "Value")).toEqual({ name: 0, value: 2, missing: null });
    expect(twice("Sector", "Industry", "Value")).toEqual({ sector: 0, value: 2, missing: null });
  });

  it("judges a long column by its first rows: 500 amounts, whatever 600 notes stand below", () => {
    const amounts = Array.from({ length: 500 }, (_, i) => [`S${i}`, 100 + i]);
    const notes = Array.from({ length: 600 }, () => ["", "see below"]);
    const { columns } = detectColumns(selected([["Ticker", "Value"], ...amounts, ...notes]));
    expect(columns[1]?.content).toBe("number");
  });

  it("is sure of a header that says little else", () => {
    const { roles } = detectColumns(
      selected([
        ["Ticker", "Number of shares held", "Price"],
        ["AAPL", 100, 200],
        ["NVDA", 10, 150],
      ]),
    );
    expect(roles.quantity).toMatchObject({ certainty: "sure", column: 1 });
    // There is no value to compare quantity × price with.
    expect(roles.value.certainty).toBe("none");
  });

  it.each([
    ["Shares", "Market value"],
    ["Price", "Market value"],
  ])("is sure of a value beside %s alone: there is nothing to compare it with", (...headers) => {
    const { roles } = detectColumns(
      selected([
        ["Ticker", ...headers],
        ["AAPL", 100, 20000],
        ["NVDA", 10, 1500],
      ]),
    );
    expect(roles.value).toMatchObject({ certainty: "sure", column: 2 });
  });

  it("asks of a column once: whether an amount is a number of shares or money, both are not asked", () => {
    const { roles } = detectColumns(
      selected([
        ["Ticker", "Amount", "Amount", "Price"],
        ["AAPL", 100, 17, 200],
        ["NVDA", 10, 29, 150],
      ]),
    );
    expect(roles.quantity).toMatchObject({ certainty: "ask", candidates: [1, 2] });
    expect(roles.value.certainty).toBe("none");
  });

  it("leaves open which of two equal columns is the quantity", () => {
    const { roles, missing } = detectColumns(
      selected([
        ["Ticker", "Shares", "Units", "Price", "Value"],
        ["AAPL", 100, 100, 200, 20000],
        ["NVDA", 10, 10, 150, 1500],
      ]),
    );
    expect(roles.quantity).toMatchObject({ certainty: "ask", candidates: [1, 2] });
    expect(missing).toBeNull();
  });

  it("takes no price for a beta, however near to 1 it is", () => {
    const { choice } = detectColumns(
      selected([
        ["Ticker", "Shares", "Price", "Value"],
        ["Penny", 100, 1.25, 125],
        ["Dime", 10, 1.5, 15],
      ]),
    );
    expect(choice.columns).toEqual({ name: 0, quantity: 1, price: 2, value: 3 });
  });

  it("prefers the header that says it exactly", () => {
    const { roles } = detectColumns(
      selected([
        ["Ticker", "Value of the lot at the close", "Market value"],
        ["AAPL", 100, 20000],
        ["NVDA", 300, 1500],
      ]),
    );
    expect(roles.value).toMatchObject({ certainty: "sure", column: 2, candidates: [2] });
  });

  describe("what is still to be chosen", () => {
    const fit = "fit as well.";
    const numbers = (headers: string[]) => {
      const row = (factor: number) => ["AAPL", ...headers.slice(1).map((_, i) => factor * 10 ** (i + 1) + 7)];
      return detectColumns(selected([headers, row(1), row(3)])).missing;
    };

    it.each<[string[], string | null]>([
      [["Ticker", "Market value", "Beta", "Beta"], `Choose the beta column: “Beta” and “Beta” ${fit}`],
      [["Ticker", "Shares", "Units", "Price"], `Choose the quantity column: “Shares” and “Units” ${fit}`],
      [["Ticker", "Shares", "Price", "Last"], `Choose the price column: “Price” and “Last” ${fit}`],
      // The value is there: which of the quantities is right does not matter.
      [["Ticker", "Shares", "Units", "Value"], null],
      [["Ticker", "Cost", "Total cost", "Value"], null],
      // Quantity × price is neither of the values.
      [
        ["Ticker", "Shares", "Price", "Value (EUR)", "Value (USD)"],
        `Choose the value column: “Value (EUR)” and “Value (USD)” ${fit}`,
      ],
      [["Ticker", "Shares", "Price"], null],
    ])("of the headers %j", (headers, missing) => {
      expect(numbers(headers)).toBe(missing);
    });

    it.each([
      [{}, "Choose the column with the value of each holding, or quantity and price."],
      [{ price: 1 }, "Choose the column with the value of each holding, or quantity and price."],
      [{ quantity: 1 }, "Choose the price column, or a column with the value."],
      [{ quantity: 1, price: 2 }, null],
      [{ value: 1 }, null],
      [{ value: 0, quantity: 1 }, null],
    ])("of the columns %j", (columns, missing) => {
      expect(missingChoice(columns)).toBe(missing);
    });
  });

  describe("without telling headers", () => {
    const columnsOf = (...values: Cell[][]) => detectColumns(selected(values)).choice.columns;

    it("tells quantity, price and value by their products, wherever they stand", () => {
      expect(columnsOf([20000, 100, 200], [1500, 10, 150])).toEqual({ value: 0, quantity: 1, price: 2 });
      expect(columnsOf([100, 20000, 200], [10, 1500, 150])).toEqual({ quantity: 0, value: 1, price: 2 });
    });

    it("tells none where the products can be read in two ways", () => {
      // 1 × 400 = 400 twice: either 400 may be the price.
      expect(columnsOf(["A", 1, 400, 400], ["B", 1, 700, 700])).toEqual({ name: 0 });
    });

    // Stablecoins at 1, and one of each: the second number is no value of its own.
    it.each([
      [
        [100, 1],
        [50, 1],
      ],
      [
        [1, 400],
        [1, 700],
      ],
    ])("reads no column twice: %j over %j", (upper, lower) => {
      const { choice, roles } = detectColumns(
        selected([
          ["A", ...upper],
          ["B", ...lower],
        ]),
      );
      expect(choice.columns).toEqual({ name: 0 });
      expect(roles.value).toMatchObject({ certainty: "ask", candidates: [1, 2] });
    });

    it.each(["Shares", "Price", "Market value"] as const)("guesses no products beside “%s”", (told) => {
      const role = ({ Shares: "quantity", Price: "price", "Market value": "value" } as const)[told];
      const { roles } = detectColumns(
        selected([
          ["Ticker", told, "Foo", "Bar", "Baz"],
          ["AAPL", 31, 100, 200, 20000],
          ["NVDA", 37, 10, 150, 1500],
        ]),
      );
      expect(roles[role]).toMatchObject({ certainty: "sure", column: 1 });
      const others = (["quantity", "price", "value"] as const).filter((other) => other !== role);
      for (const other of others) expect(roles[other].column).toBeNull();
    });

    it("leaves headers that tell something alone", () => {
      const { choice, roles } = detectColumns(
        selected([
          ["Ticker", "Price", "Foo", "Bar"],
          ["AAPL", 200, 100, 20000],
          ["NVDA", 150, 10, 1500],
        ]),
      );
      expect(choice.columns).toEqual({ name: 0, price: 1 });
      expect(roles.value).toMatchObject({ certainty: "ask", candidates: [2, 3] });
    });

    it("takes no other number for the value where quantity and price are known", () => {
      const rows = [
        ["AAPL", 100, 200, 777],
        ["NVDA", 10, 150, 888],
      ];
      const columns = columnsOf(["Ticker", "Shares", "Price", "Lot no"], ...rows);
      expect(columns).toEqual({ name: 0, quantity: 1, price: 2 });
    });

    it("takes the only other number for the value where one of both is missing", () => {
      expect(columnsOf(["Ticker", "Shares", "Foo"], ["AAPL", 100, 777], ["NVDA", 10, 888])).toEqual({
        name: 0,
        quantity: 1,
        value: 2,
      });
    });

    // What a person would take for betas, beside 20,000 and 1,500 of something.
    it.each<[string, Cell[], boolean]>([
      ["1.2 and 1.8", [1.2, 1.8], true],
      ["−1.5 and 1.5, one of a short fund", [-1.5, 1.5], true],
      ["an extreme 5 among others", [0.5, 5, 0.5], true],
      ["5.1, which is no beta", [0.5, 5.1, 0.5], false],
      ["−5.1, which is no beta", [0.5, -5.1, 0.5], false],
      ["ratings from 1 to 5", [1, 2], false],
      ["shares of the book, near 0", [0.1, 0.2], false],
      ["numbers that average above 2.5", [3.1, 4.2], false],
      ["0.3 throughout, which is too low", [0.3, 0.3], false],
      ["2.5 throughout, which is too high", [2.5, 2.5], false],
      ["one number alone", [1.2, ""], false],
    ])("%s", (_, betas, are) => {
      const rows = betas.map((beta, i) => [`S${i}`, [20000, 1500, 700][i] ?? 0, beta]);
      expect(columnsOf(...rows).beta).toBe(are ? 2 : undefined);
    });

    it("takes none of two columns that could both be betas", () => {
      expect(columnsOf(["A", 20000, 1.2, 1.1], ["B", 1500, 1.8, 1.7]).beta).toBeUndefined();
    });
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
      { numRuns },
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
      { numRuns: Math.min(numRuns, 100) },
    );
  });
});
