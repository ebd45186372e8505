import { buildWorksheet } from "../../../src/sheet/page/build-worksheet";
import { contractChoice, defaultPlan, smallerChoice } from "../../../src/sheet/plan/contract-choice";
import type { HedgePlan } from "../../../src/sheet/plan/plan";
import { previewHedge } from "../../../src/sheet/hedge/preview-hedge";
import { bookOf } from "../books";
import { calculate, type Calculated, type UserSheet } from "../evaluate";

const ABOUT = { version: "1.0.0", today: 46_347 };

function onSheet<T>(book: UserSheet, plan: HedgePlan, read: (sheet: Calculated) => T): T {
  const sheet = calculate(book, buildWorksheet(plan, ABOUT));
  try {
    return read(sheet);
  } finally {
    sheet.close();
  }
}

describe("kinds of hedge", () => {
  // 0.68 × 1,248,300 = 848,844: 2.478 contracts of 342,500, that is 2 and 4.78 micros.
  it("splits a hedge into E-minis and Micros", () => {
    const { holdings, book } = bookOf([{ value: 1_248_300, beta: 1.18 }]);
    const choice = contractChoice("ES", { price: 6850, smaller: smallerChoice("ES") });
    const plan: HedgePlan = {
      ...defaultPlan(holdings, choice, 46_347),
      aim: { kind: "targetBeta", targetBeta: 0.5 },
    };
    const { groups, headline } = previewHedge(plan);
    expect(groups[0]).toMatchObject({ contracts: -2, contractsSmaller: -5, notional: -856_250 });
    expect(headline).toBe("Sell 2 ES, sell 5 MES: beta 1.18 → 0.49");
    expect(onSheet(book, plan, (sheet) => sheet.value("HedgeHeadline"))).toBe(headline);
  });

  // 0.48 of an E-mini are 5 Micros, each with a tenth of the margin and of the multiplier: 300 of its cushion are lost
  // 60 points up, as 3,000 of an E-mini's are.
  it("says where a hedge of Micros alone is called", () => {
    const { holdings, book } = bookOf([{ value: 120_000, beta: 1 }]);
    const margins = { initialMargin: 15_000, maintenanceMargin: 12_000 };
    const choice = contractChoice("ES", { price: 5000, smaller: smallerChoice("ES"), ...margins });
    onSheet(book, defaultPlan(holdings, choice, 46_347), (sheet) => {
      expect([sheet.value("ContractsToHold_ES"), sheet.value("ContractsToHold_MES")]).toEqual([0, -5]);
      expect(sheet.value("MarginCallPrice_ES")).toBe(5060);
      expect(sheet.value("CallDistance_ES")).toBeCloseTo(0.012, 12);
    });
  });

  // Half of an exposure of −3,000,000 is aimed at: (−1,500,000 + 3,000,000) / 250,000.
  it("says how the number of contracts comes about, with a sign before each amount", () => {
    const { holdings, book } = bookOf([{ value: -3_000_000, beta: 1 }]);
    const plan = defaultPlan(holdings, contractChoice("ES", { price: 5000 }), 46_347);
    onSheet(book, { ...plan, aim: { kind: "hedgeShare", share: 0.5 } }, (sheet) => {
      const lines = sheet.cells().map(({ value }) => value);
      expect(lines).toContain(
        "ES: (−1,500,000 + 3,000,000) / (1.00 × 250,000.00) = 6.0000, rounding: nearest",
      );
    });
  });

  it("spells an order of whole contracts without decimals, which some read as thousands", () => {
    const { holdings, book } = bookOf([{ name: "Bitcoin", value: 300_000, beta: 1 }]);
    const ordersAt = (price: number) => {
      const plan = defaultPlan(holdings, contractChoice("BTCUSDT", { price }), 46_347);
      const { headline } = previewHedge(plan);
      expect(onSheet(book, plan, (sheet) => sheet.value("HedgeHeadline"))).toBe(headline);
      return headline.replace(/:.*/, "");
    };
    expect(ordersAt(100)).toBe("Sell 3,000 BTCUSDT");
    // 300,000 / 64,000 = 4.6875
    expect(ordersAt(64_000)).toBe("Sell 4.688 BTCUSDT");
    // 300,000 / 60,003 = 4.99975 is 5.000 in lots of 0.001
    expect(ordersAt(60_003)).toBe("Sell 5 BTCUSDT");
  });

  it("calls the price of a coin money, in whatever currencies, and that of an index points", () => {
    const { holdings } = bookOf([{ name: "Bitcoin", value: 100_000, beta: 1 }]);
    const unitWith = (...codes: [string, ...string[]]) => {
      const contracts = codes.map((code) => contractChoice(code, { price: 5000 }));
      const [first = contractChoice("ES", { price: 5000 })] = contracts;
      const plan = { ...defaultPlan(holdings, first, 46_347), contracts };
      const line = buildWorksheet(plan, ABOUT).rows.find(([label]) => label?.content === "Futures price");
      return line?.[1 + codes.length]?.content;
    };
    expect(unitWith("ES")).toBe("points");
    expect(unitWith("BTCUSDT")).toBe("USDT");
    expect(unitWith("BTCUSD_PERP", "ETHUSDT")).toBe("USD, USDT");
    expect(unitWith("ES", "BTCUSDT")).toBe("points");
  });

  // 1,300,000 are five E-minis of 250,000 and two Micros of 25,000. With all of them held there is nothing to trade,
  // and yet the beta is 0: it does not come from the order alone.
  it("does not say that the order changes the beta where futures are held already", () => {
    const { holdings, book } = bookOf([{ value: 1_000_000, beta: 1.3 }]);
    const choice = contractChoice("ES", {
      price: 5000,
      held: -5,
      heldSmaller: -2,
      smaller: smallerChoice("ES"),
    });
    const plan = defaultPlan(holdings, choice, 46_347);
    expect(previewHedge(plan).headline).toBe("Nothing to trade: beta 1.30 without futures → 0.00");
    onSheet(book, plan, (sheet) => {
      expect(sheet.value("HedgeHeadline")).toBe("Nothing to trade: beta 1.30 without futures → 0.00");
      sheet.type("HeldContracts_ES", 0);
      expect(sheet.value("HedgeHeadline")).toBe("Sell 5 ES: beta 1.30 without futures → 0.00");
      sheet.type("HeldContracts_MES", 0);
      expect(sheet.value("HedgeHeadline")).toBe("Sell 5 ES, sell 2 MES: beta 1.30 → 0.00");
    });
  });

  // 85 % coins of 100,000, target 75 %, fall of 5 %: the holdings lose 4,250, the futures gain 500. With the hedge on
  // the weight is 76,000 / 96,250; … closed it is 80,750 / 96,250, and 8,562.50 remain to be sold.
  it("holds a weight by futures, and says that closing them gives it back", () => {
    const { holdings, book } = bookOf([
      { value: 85_000, beta: 1 },
      { value: 15_000, beta: 0 },
    ]);
    const choice = contractChoice("BTCUSDT", { price: 50_000 });
    const plan: HedgePlan = {
      ...defaultPlan(holdings, choice, 46_347),
      aim: { kind: "targetWeight", weight: 0.75 },
    };
    expect(previewHedge(plan).atShock).toEqual({ move: -0.05, unhedged: -4250, futures: 500, hedged: -3750 });
    onSheet(book, plan, (sheet) => {
      expect(sheet.value("WeightOn")).toBeCloseTo(0.75, 12);
      expect(sheet.value("WeightShockOn")).toBeCloseTo(71_250 / 96_250, 12);
      expect(sheet.value("WeightShockClosed")).toBeCloseTo(80_750 / 96_250, 12);
      expect(sheet.value("StillToSell")).toBeCloseTo(8562.5, 8);
    });
  });

  // To a computer 100,000.1 + 200,000.2 − 300,000.3 is 5.8e-11, of which each holding would be a quadrillion.
  it("has no weights where longs and shorts cancel out, though a computer leaves a rest", () => {
    const { holdings, book } = bookOf([
      { value: 100_000.1, beta: 1 },
      { value: 200_000.2, beta: 1 },
      { value: -300_000.3, beta: 0.5 },
    ]);
    const plan: HedgePlan = {
      ...defaultPlan(holdings, contractChoice("BTCUSDT", { price: 50_000 }), 46_347),
      aim: { kind: "targetWeight", weight: 0.75 },
    };
    expect(previewHedge(plan).headline).toMatch(/: weight 0\.0% → 0\.0%$/);
    onSheet(book, plan, (sheet) => {
      expect(sheet.value("PortfolioValue")).not.toBe(0);
      expect(sheet.value("HedgeHeadline")).toBe(previewHedge(plan).headline);
      const head = sheet.cells().find(({ value }) => value === "Weight");
      const weights = sheet.cells().filter(({ row, column }) => column === head?.column && row > head.row);
      expect([
        ...weights.map(({ value }) => value),
        sheet.value("WeightNow"),
        sheet.value("WeightOn"),
      ]).toEqual([0, 0, 0, 0, 0]);
    });
  });

  // A fund that is long 1,150 and short 1,050 at a beta of 0.02: 1,129 of 100. Its futures leave −0.002 %.
  it.each([
    { weight: 0, says: "weight 1,129.0% → 0.0%" },
    { weight: 0.5, says: "weight 1,129.0% → 50.0%" },
    { weight: -12, says: "weight 1,129.0% → -1,200.0%" },
  ])("says a weight in the preview as on the sheet: $says", ({ weight, says }) => {
    const { holdings, book } = bookOf([
      { value: 1150, beta: 1 },
      { value: -1050, beta: 0.02 },
    ]);
    const plan: HedgePlan = {
      ...defaultPlan(holdings, contractChoice("BTCUSDT", { price: 40.01 }), 46_347),
      aim: { kind: "targetWeight", weight },
    };
    expect(previewHedge(plan).headline).toContain(says);
    expect(onSheet(book, plan, (sheet) => sheet.value("HedgeHeadline"))).toBe(previewHedge(plan).headline);
  });

  it("hedges coins with an inverse perpetual, whose price does not enter", () => {
    const { holdings, book } = bookOf([{ value: 300_000, beta: 1 }]);
    const choice = contractChoice("BTCUSD_PERP", {
      price: 60_000,
      leverage: 2,
      maintenanceRate: 0.005,
      fundingRate: 0.0001,
    });
    const plan = defaultPlan(holdings, choice, 46_347);
    expect(previewHedge(plan).groups[0]?.trade).toBe(-3000);
    onSheet(book, plan, (sheet) => {
      expect(sheet.value("ContractsToTrade_BTCUSD_PERP")).toBe(-3000);
      // E (1 + s u) / (1 + s / L) with s = −1: 60,000 × 0.995 / 0.5
      expect(sheet.value("LiquidationPrice_BTCUSD_PERP")).toBeCloseTo(119_400, 6);
      // A positive rate: longs pay shorts, 300,000 × 0.01 %.
      expect(sheet.value("FundingInterval_BTCUSD_PERP")).toBeCloseTo(30, 9);
      sheet.type("IsolatedLeverage_BTCUSD_PERP", 1);
      expect(sheet.value("LiquidationPrice_BTCUSD_PERP")).toBe("none");
    });
  });

  // A short of 10 × leverage is liquidated some 10 % up (Binance), but the scenarios go on to 30 %.
  it.each([
    { code: "BTCUSDT", says: true },
    { code: "ES", says: false },
  ])(
    "says that the scenarios do not end at a liquidation, where there can be one: $code",
    ({ code, says }) => {
      const { holdings, book } = bookOf([{ value: 900_000, beta: 1 }]);
      onSheet(book, defaultPlan(holdings, contractChoice(code, { price: 6000 }), 46_347), (sheet) => {
        const notes = sheet.cells().filter(({ value }) => /^Isolated positions count as/.test(String(value)));
        expect(notes).toHaveLength(says ? 1 : 0);
      });
    },
  );

  // 900,000 euros are a million dollars at 0.90, so 200 units of an index at 5,000. Without time a put at 5,000 costs
  // nothing and pays 500 dollars a unit after a fall of 10 %: 100,000 dollars, 90,000 euros.
  it("counts puts in units of the index, and their money in the book's currency", () => {
    const { holdings, book } = bookOf([{ value: 900_000, beta: 1 }]);
    const plan: HedgePlan = {
      ...defaultPlan(holdings, contractChoice("ES", { price: 5000, fx: 0.9 }), 46_347),
      put: { strike: 5000, volatility: 0.2, days: 0, rate: 0, yield: 0 },
    };
    onSheet(book, plan, (sheet) => {
      expect(Number(sheet.value("PutUnits"))).toBeCloseTo(200, 9);
      const cells = sheet.cells();
      const head = cells.find(({ value }) => value === "Put less cost");
      const fall = cells.find(({ cell }) => cell.name === "ScenarioMove_3");
      const pays = cells.find(({ row, column }) => row === fall?.row && column === head?.column)?.value;
      expect(Number(pays)).toBeCloseTo(90_000, 6);
      sheet.type("PutDays", 365);
      expect(Number(sheet.value("PutCost"))).toBeCloseTo(200 * Number(sheet.value("PutPrice")) * 0.9, 6);
    });
  });

  it("hedges each holding with its own contract, and leaves what names another", () => {
    const { holdings, book } = bookOf(
      [
        { value: 5_000_000, beta: 1, hedgeWith: "ES" },
        { value: 3_600_000, beta: 1, hedgeWith: "nq" },
        { value: 1_000_000, beta: 1, hedgeWith: "" },
        { value: 400_000, beta: 0, hedgeWith: "cash" },
      ],
      "Book 1",
      { name: 0, value: 3, beta: 4, hedgeWith: 5 },
    );
    const [es, nq] = [contractChoice("ES", { price: 5000 }), contractChoice("NQ", { price: 18_000 })];
    const plan = { ...defaultPlan(holdings, es, 46_347), contracts: [es, nq] };
    expect(previewHedge(plan).groups.map(({ trade }) => trade)).toEqual([-24, -10]);
    expect(previewHedge(plan).headline).toBe("Sell 24 ES, sell 10 NQ: beta 0.96 → 0.00");
    expect(
      onSheet(book, plan, (sheet) =>
        ["ContractsToTrade_ES", "ContractsToTrade_NQ"].map((name) => sheet.value(name)),
      ),
    ).toEqual([-24, -10]);
    expect(previewHedge(plan).warnings.map(({ check }) => check)).toContain("All holdings hedged");
  });

  // Too long a book to choose asset by asset, and no column that says it: four E-minis hedge the million, and nothing
  // is left for the Nasdaq's.
  it("hedges all with the first contract where nothing says what goes with the second", () => {
    const { holdings, book } = bookOf(Array.from({ length: 250 }, () => ({ value: 4000, beta: 1 })));
    const [es, nq] = [contractChoice("ES", { price: 5000 }), contractChoice("NQ", { price: 18_000 })];
    const plan = { ...defaultPlan(holdings, es, 46_347), contracts: [es, nq] };
    expect(previewHedge(plan).groups.map(({ trade }) => trade)).toEqual([-4, 0]);
    expect(
      onSheet(book, plan, (sheet) =>
        ["ContractsToTrade_ES", "ContractsToTrade_NQ"].map((name) => sheet.value(name)),
      ),
    ).toEqual([-4, 0]);
  });

  it("locks in a price for cash to come, and nets what is held", () => {
    const { holdings, book } = bookOf([{ value: 1_000_000, beta: 1 }]);
    const plan: HedgePlan = {
      ...defaultPlan(holdings, contractChoice("ES", { price: 5000, held: 4 }), 46_347),
      aim: { kind: "cashToCome", amount: 5_000_000, beta: 1 },
    };
    expect(previewHedge(plan).groups[0]).toMatchObject({ contracts: 20, trade: 16 });
    expect(onSheet(book, plan, (sheet) => sheet.value("HedgeHeadline"))).toBe(
      "Buy 16 ES: locks in today's price for 5,000,000 to come",
    );
    // The futures make up for the whole purchase; what still moves is the 1,000,000 that is held, whatever the move.
    onSheet(book, plan, (sheet) => {
      expect(sheet.value("ShareHedged_ES")).toBe(1);
      const rows = sheet.cells().filter(({ value }) => /^Scenario \d$/.test(String(value)));
      const betas = sheet
        .cells()
        .filter(({ row, column }) => column === 5 && rows.some((one) => one.row === row));
      expect(betas.map(({ value }) => value)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    });
  });

  it("scales the hedge by volatility, and turns a contract's currency into the book's", () => {
    const { holdings, book } = bookOf([{ value: 1_100_000, beta: 1 }]);
    const plan: HedgePlan = {
      ...defaultPlan(holdings, contractChoice("ES", { price: 5000, fx: 1.1 }), 46_347),
      aim: { kind: "targetVolatility", target: 0.1, realised: 0.2 },
    };
    // Half of 1,100,000 by contracts of 250,000 × 1.1
    expect(previewHedge(plan).groups[0]?.trade).toBe(-2);
    expect(onSheet(book, plan, (sheet) => sheet.value("VolatilityAfter"))).toBe(0.1);
  });
});

describe("a book as it is", () => {
  it("shows no 0 where a holding has no name", () => {
    const rows = [
      { value: 1_000_000, beta: 1 },
      { name: "", value: 0 },
      { name: "", value: 500_000, beta: 1 },
    ];
    const { holdings, book } = bookOf(rows);
    const plan = defaultPlan(holdings, contractChoice("ES", { price: 5000 }), 46_347);
    onSheet(book, plan, (sheet) => {
      const head = sheet.cells().find(({ value }) => value === "Asset");
      const names = sheet.cells().filter(({ row, column }) => column === 0 && row > (head?.row ?? Infinity));
      expect(names.map(({ value }) => value)).toEqual(["Asset 1", "", "", "Total of these rows"]);
    });
  });

  // Crude oil was at −37.63 on 20 April 2020: 1,000 at −10 are short 10,000, beside 20,000 long. 30,000 in all.
  it("takes a long at a negative price for a short", () => {
    const rows = [
      { value: -10_000, quantity: 1000, price: -10, beta: 1 },
      { value: 20_000, quantity: 2000, price: 10, beta: 1 },
    ];
    const { holdings, book } = bookOf(rows, "Book 1", { name: 0, quantity: 1, price: 2, beta: 4 });
    const plan = defaultPlan(holdings, contractChoice("MES", { price: 2000 }), 46_347);
    onSheet(book, plan, (sheet) => {
      expect([sheet.value("PortfolioValue"), sheet.value("GrossValue")]).toEqual([10_000, 30_000]);
    });
  });

  // In a cell "225" is the number 225, whether typed or chosen from a list, and no text equals it.
  it("is hedged with no contract whose code is a number", () => {
    const { holdings } = bookOf([{ value: 1_000_000, beta: 1 }]);
    const choice = { ...contractChoice("ES", { price: 5000 }), code: "225" };
    expect(() => previewHedge(defaultPlan(holdings, choice, 46_347))).toThrow(/with a letter, but is "225"/);
  });
});

describe("checks", () => {
  const sentenceOf = (sheet: Calculated, check: string): string => {
    const cells = sheet.cells();
    const row = cells.find(({ value, column }) => column === 0 && value === check)?.row;
    return String(cells.find((cell) => cell.row === row && cell.column === 2)?.value);
  };
  const says = (plan: HedgePlan, book: UserSheet, check: string, sentence: RegExp): void => {
    expect(previewHedge(plan).warnings).toContainEqual({
      check,
      message: expect.stringMatching(sentence) as string,
    });
    const message = onSheet(book, plan, (sheet) => sentenceOf(sheet, check));
    expect(previewHedge(plan).warnings).toContainEqual({ check, message });
  };

  // 100,000 at a beta of 1.2 is 0.48 of a contract of 250,000: 208,333 would be one; of a micro, 20,833.
  it("name the smallest holdings that a contract hedges", () => {
    const { holdings, book } = bookOf([{ value: 100_000, beta: 1.2 }]);
    const plan = defaultPlan(holdings, contractChoice("ES", { price: 5000 }), 46_347);
    says(
      plan,
      book,
      "Hedge large enough",
      /^ES \(smallest order: for holdings of 208,333\): the hedge is too small/,
    );
    const small = bookOf([{ value: 10_000, beta: 1.2 }]);
    const mix = contractChoice("ES", { price: 5000, smaller: smallerChoice("ES") });
    const mixed = defaultPlan(small.holdings, mix, 46_347);
    says(mixed, small.book, "Hedge large enough", /for holdings of 20,833/);
  });

  // A Micro Nasdaq costs 2 × 24,000 = 48,000; at the S&P's 6,000 it is 12,000, and a margin of 3,400 is 28 % of it.
  it("find the price of another index by the margin, the strike, or the same index's other contract", () => {
    const { holdings, book } = bookOf([{ value: 1_000_000, beta: 1 }]);
    const micro = (price: number) => contractChoice("MNQ", { price, initialMargin: 3400 });
    const right = defaultPlan(holdings, micro(24_000), 46_347);
    const wrong = defaultPlan(holdings, micro(6000), 46_347);
    const put = { strike: 23_000, volatility: 0.2, days: 90, rate: 0.04, yield: 0.01 };
    const checks = (plan: HedgePlan) => previewHedge(plan).warnings.map(({ check }) => check);
    expect(checks({ ...right, put })).not.toContain("Strike near the index");
    expect(checks(right)).not.toContain("Price fits the margin");
    says(wrong, book, "Price fits the margin", /^MNQ: .*Is the price another contract's\?$/);
    says({ ...wrong, put }, book, "Strike near the index", /another index's/);
    const [nq, mnq] = [contractChoice("NQ", { price: 24_000 }), contractChoice("MNQ", { price: 6000 })];
    says({ ...wrong, contracts: [nq, mnq] }, book, "Prices agree", /another index's/);
    const same = { ...right, contracts: [nq, { ...mnq, price: 24_000 }] };
    expect(checks(same)).not.toContain("Prices agree");
    expect(checks(same)).not.toContain("Prices differ");
  });
});

describe("the size of the sheet", () => {
  const cellsFor = (count: number): number => {
    const rows = Array.from({ length: count }, (_, n) => ({ value: 1000 + n, beta: 1 }));
    const { holdings } = bookOf(rows);
    const model = buildWorksheet(defaultPlan(holdings, contractChoice("ES", { price: 5000 }), 46_347), ABOUT);
    return model.rows.flat().filter((cell) => cell !== null).length;
  };

  it("ends where Excel's formulas end: at 8,192 characters", () => {
    const contracts = Array.from({ length: 40 }, (_, n) => ({
      ...contractChoice("ES", { price: 5000 + n }),
      code: `MY LONG CONTRACT CODE ${String(n)}`,
    }));
    const { holdings } = bookOf([{ name: "AAPL", value: 1_000_000, beta: 1 }]);
    const plan = defaultPlan(holdings, contractChoice("ES", { price: 5000 }), 46_347);
    expect(() => buildWorksheet({ ...plan, contracts: contracts.slice(0, 5) }, ABOUT)).not.toThrow();
    expect(() => buildWorksheet({ ...plan, contracts }, ABOUT)).toThrow(/too many for one worksheet/);
  });

  it("does not grow with the book", () => {
    expect(cellsFor(10_000)).toBe(cellsFor(600));
  });

  // Row n holds n + 1 units at 10, the last but one is short at a beta of 3: twice the exposure of any other and more.
  it("lists the largest exposures of a book of quantities and prices, long or short, each once", () => {
    const rows = Array.from({ length: 600 }, (_, n) => ({
      name: `Asset ${String(n)}`,
      quantity: n === 598 ? -599 : n + 1,
      price: 10,
      value: 10 * (n === 598 ? -599 : n + 1),
      beta: n === 598 ? 3 : 1,
    }));
    const { holdings, book } = bookOf(rows, "Book 1", { name: 0, quantity: 1, price: 2, beta: 4 });
    const plan = defaultPlan(holdings, contractChoice("ES", { price: 5000 }), 46_347);
    const listed = onSheet(book, plan, (sheet) => {
      const cells = sheet.cells();
      const title = cells.find(({ value }) => String(value).startsWith("Holdings: the 50 largest"));
      const first = (title?.row ?? 0) + 3;
      return cells.filter(({ row, column }) => column === 0 && row >= first && row < first + 50);
    });
    const expected = [598, 599, ...Array.from({ length: 48 }, (_, n) => 597 - n)];
    expect(listed.map(({ value }) => value)).toEqual(expected.map((n) => `Asset ${String(n)}`));
  });
});
