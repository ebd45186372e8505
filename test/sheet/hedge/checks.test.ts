import { BOOK_CHECKS, FIRST_CHECKS } from "../../../src/sheet/hedge/book-checks";
import { buildWorksheet } from "../../../src/sheet/page/build-worksheet";
import { CONTRACT_CHECKS } from "../../../src/sheet/hedge/contract-checks";
import {
  contractChoice,
  defaultPlan,
  smallerChoice,
  type Market,
} from "../../../src/sheet/plan/contract-choice";
import type { Holding } from "../../../src/sheet/book/holdings";
import type { ContractChoice, HedgePlan } from "../../../src/sheet/plan/plan";
import { previewHedge } from "../../../src/sheet/hedge/preview-hedge";
import { bookOf } from "../books";
import { calculate, type Calculated, type UserSheet } from "../evaluate";
import { notChecked } from "./not-checked";

/** 21 November 2026. */
const TODAY = 46_347;
const ABOUT = { version: "1.0.0", today: TODAY };

interface Hedge {
  readonly plan: HedgePlan;
  readonly book: UserSheet;
}

type Row = Partial<Holding & { betaText: string }>;

/** A hedge of a book with one contract or several; the book is a million at a beta of 1 unless it says otherwise. */
function hedge(
  contracts: ContractChoice | readonly ContractChoice[],
  rows: readonly Row[] = [{ value: 1_000_000, beta: 1 }],
  choices: Partial<HedgePlan> = {},
  columns?: HedgePlan["holdings"]["columns"],
): Hedge {
  const { holdings, book } = bookOf(rows, "Book 1", columns);
  const [first, ...others] = [contracts].flat() as [ContractChoice, ...ContractChoice[]];
  const plan = defaultPlan(holdings, first, TODAY);
  return { book, plan: { ...plan, contracts: [...plan.contracts, ...others], ...choices } };
}

/** An E-mini S&P 500 is 5,000 × 50 = 250,000: four of them hedge the million. */
const es = (market: Partial<Market> = {}) => contractChoice("ES", { price: 5000, ...market });
const btc = (market: Partial<Market> = {}) => contractChoice("BTCUSDT", { price: 60_000, ...market });
const nq = (price: number) => contractChoice("NQ", { price });
const byColumn = { name: 0, value: 3, beta: 4, hedgeWith: 5 };
const put = (strike: number) => ({ strike, volatility: 0.2, days: 90, rate: 0.04, yield: 0.01 });

/** Holdings of 100 SOL at 150 and of Bitcoin, each hedged with what it says. */
function coins(solBeta: Row, hedgeWith: string, futuresBeta = 1): Hedge {
  const rows = [
    { name: "sol", value: 15_000, hedgeWith, ...solBeta },
    { name: "BTC", value: 60_000, beta: 1, hedgeWith: "BTCUSDT" },
    { name: "Cash", value: 5000, betaText: "none", hedgeWith: "" },
  ];
  const sol = contractChoice("SOLUSDT", { price: 150, futuresBeta });
  return hedge([btc(), sol], rows, {}, byColumn);
}

/** What is wrong, with a hedge that has it wrong, and one beside it that has not. */
const CASES: readonly [check: string, what: string, wrong: Hedge, right: Hedge][] = [
  [
    "Hedge large enough",
    "120,000 of exposure is 0.48 of a contract; 130,000 is 0.52",
    hedge(es(), [{ value: 100_000, beta: 1.2 }]),
    hedge(es(), [{ value: 100_000, beta: 1.3 }]),
  ],
  [
    "Hedge large enough",
    "cash of 100,000 to come is 0.4 of a contract, of which the Micro takes 4",
    hedge(es(), undefined, { aim: { kind: "cashToCome", amount: 100_000, beta: 1 } }),
    hedge(es({ smaller: smallerChoice("ES") }), undefined, {
      aim: { kind: "cashToCome", amount: 100_000, beta: 1 },
    }),
  ],
  [
    "Not over-hedged",
    "a contract for 150,000 leaves −100,000; for 245,000 it leaves −5,000, within 5 %",
    hedge(es(), [{ value: 150_000, beta: 1 }]),
    hedge(es(), [{ value: 245_000, beta: 1 }]),
  ],
  [
    "Rounding within tolerance",
    "1.4 contracts become 1, which misses by 100,000 of 350,000; 0.96 become 1, which misses by 10,000 of 240,000",
    hedge(es(), [{ value: 350_000, beta: 1 }]),
    hedge(es(), [{ value: 240_000, beta: 1 }]),
  ],
  [
    // 2.5 held and 4 to hold would be an order of 6.5.
    "Held in whole lots",
    "half an E-mini; a thousandth of a Bitcoin is a lot",
    hedge(es({ held: 2.5 })),
    hedge(btc({ held: -1.234 })),
  ],
  [
    "Held in whole lots",
    "a third of a Micro; the exact number, which is not rounded to lots",
    hedge(es({ smaller: smallerChoice("ES"), heldSmaller: 0.3 })),
    hedge(es({ held: 2.5 }), undefined, { rounding: "none" }),
  ],
  [
    "Multiplier as in the catalogue",
    "an E-mini with the Micro's 5",
    hedge(es({ multiplier: 5 })),
    hedge(es()),
  ],
  [
    "Multiplier as in the catalogue",
    "a Micro of 10 beside the E-mini",
    hedge(es({ smaller: { code: "MES", multiplier: 10, lot: 1 } })),
    hedge(es({ smaller: smallerChoice("ES") })),
  ],
  [
    "Price near spot",
    "500 from a spot of 4,500 or 5,500",
    hedge(es({ spot: 4500 })),
    hedge(es({ spot: 5500 })),
  ],
  [
    "Price near spot",
    "2,418.9 is 10 % from 2,199 and no more, though a computer makes it 219.90000000000009",
    hedge(es({ price: 2419, spot: 2199 })),
    hedge(es({ price: 2418.9, spot: 2199 })),
  ],
  [
    "Margin is not the notional",
    "250,000 is what a contract is worth",
    hedge(es({ initialMargin: 250_000 })),
    hedge(es({ initialMargin: 13_200 })),
  ],
  [
    "Price fits the margin",
    "a Micro Nasdaq-100 at the S&P's 6,000 is worth 12,000, of which a margin of 3,400 is 28 %",
    hedge(contractChoice("MNQ", { price: 6000, initialMargin: 3400 })),
    hedge(contractChoice("MNQ", { price: 24_000, initialMargin: 3400 })),
  ],
  [
    "Initial above maintenance",
    "the two swapped",
    hedge(es({ initialMargin: 12_000, maintenanceMargin: 13_200 })),
    hedge(es({ initialMargin: 13_200, maintenanceMargin: 12_000 })),
  ],
  [
    "Margins fit together",
    "a maintenance of 1,848 is the Micro's initial margin; the E-mini's is 18,480 / 1.1",
    hedge(contractChoice("NQ", { price: 15_000, initialMargin: 18_480, maintenanceMargin: 1848 })),
    hedge(contractChoice("NQ", { price: 15_000, initialMargin: 18_480, maintenanceMargin: 16_800 })),
  ],
  [
    "Margins fit together",
    "hedgers may post no more than maintenance; 1.1 × 10,000 is 11,000.000000000002 to a computer",
    hedge(es({ initialMargin: 9999, maintenanceMargin: 10_000 })),
    hedge(es({ initialMargin: 10_000, maintenanceMargin: 10_000 })),
  ],
  ["Leverage moderate", "5 and 3", hedge(btc({ leverage: 5 })), hedge(btc({ leverage: 3 }))],
  [
    "Maintenance below margin",
    "0.5 % as 0.5: half of the position, which is all the margin at a leverage of 2",
    hedge(btc({ leverage: 2, maintenanceRate: 0.5 })),
    hedge(btc({ leverage: 2, maintenanceRate: 0.005 })),
  ],
  ["Not expired", "yesterday and today", hedge(es({ expiry: TODAY - 1 })), hedge(es({ expiry: TODAY }))],
  ["Roll not due", "in 7 and in 8 days", hedge(es({ roll: TODAY + 7 })), hedge(es({ roll: TODAY + 8 }))],
  [
    "Roll not due",
    "no roll date is published for Micro Bitcoin: it expires in 7 and in 8 days",
    hedge(contractChoice("MBT", { price: 60_000, expiry: TODAY + 7 })),
    hedge(contractChoice("MBT", { price: 60_000, expiry: TODAY + 8 })),
  ],
  [
    "Margins fresh",
    "six and five days old",
    hedge(es({ initialMargin: 13_200, marginDate: TODAY - 6 })),
    hedge(es({ initialMargin: 13_200, marginDate: TODAY - 5 })),
  ],
  [
    "Margins fresh",
    "a year that is yet to come",
    hedge(es({ initialMargin: 13_200, marginDate: TODAY + 365 })),
    hedge(es({ initialMargin: 13_200, marginDate: TODAY })),
  ],
  [
    "Prices fresh",
    "six and five days old",
    hedge(es({ priceDate: TODAY - 6 })),
    hedge(es({ priceDate: TODAY - 5 })),
  ],
  [
    "Prices fresh",
    "six days old, where so many are stale, and where 30 may pass",
    hedge(es({ priceDate: TODAY - 6 })),
    hedge(es({ priceDate: TODAY - 6 }), undefined, { staleDays: 30 }),
  ],
  [
    "Margins fresh",
    "20 days old, where so many are stale, and where 30 may pass",
    hedge(es({ initialMargin: 13_200, marginDate: TODAY - 20 })),
    hedge(es({ initialMargin: 13_200, marginDate: TODAY - 20 }), undefined, { staleDays: 30 }),
  ],
  ["Same underlying", "0.9 and 1", hedge(es({ futuresBeta: 0.9 })), hedge(es())],
  [
    "Values add up",
    "as much short as long",
    hedge(es(), [
      { value: 500_000, beta: 1 },
      { value: -500_000, beta: 0.5 },
    ]),
    hedge(es(), [
      { value: 500_000, beta: 1 },
      { value: -400_000, beta: 0.5 },
    ]),
  ],
  [
    "Betas complete",
    "a beta of n/a; text in a row without a value is no holding's",
    hedge(es(), [{ value: 1_000_000, betaText: "n/a" }]),
    hedge(es(), [
      { value: 1_000_000, beta: 1 },
      { value: 0, betaText: "n/a" },
    ]),
  ],
  [
    "Betas complete",
    "a long and a short without betas, whose values add up to 0",
    hedge(es(), [{ value: 1_000_000, beta: 1 }, { value: 100_000 }, { value: -100_000 }]),
    hedge(es(), [
      { value: 1_000_000, beta: 1 },
      { value: 100_000, beta: 1 },
      { value: -100_000, beta: 1 },
    ]),
  ],
  [
    "Betas plausible",
    "13 for 1.3",
    hedge(es(), [{ value: 100_000, beta: 13 }]),
    hedge(es(), [{ value: 100_000, beta: 3 }]),
  ],
  [
    "Betas plausible",
    "−1.3 and −1",
    hedge(es(), [{ value: 100_000, beta: -1.3 }]),
    hedge(es(), [{ value: 100_000, beta: -1 }]),
  ],
  [
    "Betas are to the contract",
    "100 SOL with their beta of 1.4 to Bitcoin: 140 of their own perpetual would be sold, and 100 at a beta of 1",
    coins({ beta: 1.4 }, "SOLUSDT"),
    coins({ beta: 1 }, "SOLUSDT"),
  ],
  [
    "Betas are to the contract",
    "the same SOL hedged with Bitcoin's, where 1.4 is right",
    coins({ beta: 1.4 }, "solusdt"),
    coins({ beta: 1.4 }, "BTCUSDT"),
  ],
  [
    "Betas are to the contract",
    "both to Bitcoin, the coin and its perpetual: 15,000 × 1.4 / (1.4 × 150) is 100",
    coins({ beta: 1 }, "SOLUSDT", 1.4),
    coins({ beta: 1.4 }, "SOLUSDT", 1.4),
  ],
  [
    "Betas are to the contract",
    "text is no beta",
    coins({ beta: 0 }, "SOLUSDT"),
    coins({ betaText: "1.4" }, "SOLUSDT"),
  ],
  [
    "Betas are to the contract",
    "one contract for all: Ether is its own, Cardano is not",
    hedge(contractChoice("ETHUSDT", { price: 3000 }), [{ name: "Ether", value: 90_000, beta: 1.2 }]),
    hedge(contractChoice("ETHUSDT", { price: 3000 }), [{ name: "Cardano", value: 90_000, beta: 1.2 }]),
  ],
  [
    "Betas are to the contract",
    "contracts chosen asset by asset",
    hedge([btc(), contractChoice("SOLUSDT", { price: 150 })], [{ name: "SOL", value: 15_000, beta: 1.4 }], {
      assetContracts: { SOL: "SOLUSDT" },
    }),
    hedge([btc(), contractChoice("SOLUSDT", { price: 150 })], [{ name: "SOL", value: 15_000, beta: 1.4 }]),
  ],
  [
    "All holdings hedged",
    "gold has no contract here",
    hedge(es(), [{ value: 1_000_000, beta: 1, hedgeWith: "GOLD" }], {}, byColumn),
    hedge(es(), [{ value: 1_000_000, beta: 1, hedgeWith: "es" }], {}, byColumn),
  ],
  [
    "Assets listed",
    "a holding without a name beside the list",
    hedge(
      [es(), nq(18_000)],
      [
        { value: 1_000_000, beta: 1 },
        { name: "", value: 500_000, beta: 1 },
      ],
    ),
    hedge(
      [es(), nq(18_000)],
      [
        { value: 1_000_000, beta: 1 },
        { name: "Fund", value: 500_000, beta: 1 },
      ],
    ),
  ],
  [
    "Prices differ",
    "the Nasdaq-100 at the S&P's price",
    hedge([es(), nq(5000)], undefined, {}, byColumn),
    hedge([es(), nq(18_000)], undefined, {}, byColumn),
  ],
  [
    "Prices agree",
    "the Micro at another index's price",
    hedge([nq(18_000), contractChoice("MNQ", { price: 5000 })], undefined, {}, byColumn),
    hedge([nq(18_000), contractChoice("MNQ", { price: 18_010 })], undefined, {}, byColumn),
  ],
  [
    "FX rates differ",
    "the DAX's euro at the dollar's 1; a tether is a dollar",
    hedge([es(), contractChoice("FDAX", { price: 24_000 })], undefined, {}, byColumn),
    hedge([es(), btc(), contractChoice("FDAX", { price: 24_000, fx: 1.16 })], undefined, {}, byColumn),
  ],
  [
    "Strike near the index",
    "18,000 and 4,800",
    hedge(es(), undefined, { put: put(18_000) }),
    hedge(es(), undefined, { put: put(4800) }),
  ],
  [
    "Hedge share plausible",
    "exposure / futures for futures / exposure: 2 for a half",
    hedge(es(), undefined, { aim: { kind: "hedgeShare", share: 2 } }),
    hedge(es(), undefined, { aim: { kind: "hedgeShare", share: 0.5 } }),
  ],
  [
    "Gross leverage moderate",
    "futures of 2,250,000 beside the million, or of 2,000,000",
    hedge(es(), [{ value: 1_000_000, beta: 2.25 }]),
    hedge(es(), [{ value: 1_000_000, beta: 2 }]),
  ],
  [
    "Cash covers the margin",
    "4 × 13,200",
    hedge(es({ initialMargin: 13_200 }), undefined, { cash: 52_799 }),
    hedge(es({ initialMargin: 13_200 }), undefined, { cash: 52_800 }),
  ],
  [
    "Cash lasts",
    "4 × 13,200, and 1,000,000 × (1.02 ^ 10 − 1) = 218,994.42 of losses",
    hedge(es({ initialMargin: 13_200 }), undefined, { cash: 271_794 }),
    hedge(es({ initialMargin: 13_200 }), undefined, { cash: 271_795 }),
  ],
];

function onSheet<T>({ book, plan }: Hedge, read: (sheet: Calculated) => T): T {
  const sheet = calculate(book, buildWorksheet(plan, ABOUT));
  try {
    return read(sheet);
  } finally {
    sheet.close();
  }
}

/** What the sheet says of a check: its status and its sentence; null where it has no such check. */
function saidOnSheet(sheet: Calculated, check: string): { status: string; message: string } | null {
  const cells = sheet.cells();
  const at = (row: number, column: number): string =>
    String(cells.find((cell) => cell.row === row && cell.column === column)?.value);
  const labels = cells.filter(({ value, column }) => column === 0 && value === check);
  const row = labels.find((label) => ["OK", "CHECK", "–"].includes(at(label.row, 1)))?.row;
  return row === undefined ? null : { status: at(row, 1), message: at(row, 2) };
}

function saidInPane({ plan }: Hedge, check: string): string | null {
  return previewHedge(plan).warnings.find((warning) => warning.check === check)?.message ?? null;
}

/** A hedge with all that some checks need, what to leave blank on its sheet, and what they say then. */
const BLANKS: readonly {
  readonly checks: readonly string[];
  readonly complete: Hedge;
  readonly blank: readonly string[];
  readonly says: string;
}[] = [
  {
    checks: ["Price near spot"],
    complete: hedge(es({ spot: 4990 })),
    blank: ["SpotPrice_ES"],
    says: "ES: enter the spot or index level to check this.",
  },
  {
    checks: ["Margin is not the notional", "Price fits the margin"],
    complete: hedge(es({ initialMargin: 13_200 })),
    blank: ["InitialMargin_ES"],
    says: "ES: enter the initial margin to check this.",
  },
  {
    checks: ["Initial above maintenance", "Margins fit together"],
    complete: hedge(es({ initialMargin: 13_200, maintenanceMargin: 12_000 })),
    blank: ["InitialMargin_ES", "MaintenanceMargin_ES"],
    says: "ES: enter the initial and the maintenance margin to check this.",
  },
  {
    checks: ["Margins fresh"],
    complete: hedge(es({ initialMargin: 13_200, marginDate: TODAY })),
    blank: ["InitialMargin_ES", "MarginDate_ES"],
    says: "ES: enter the initial margin and its date to check this.",
  },
  {
    checks: ["Leverage moderate"],
    complete: hedge(btc({ leverage: 2 })),
    blank: ["IsolatedLeverage_BTCUSDT"],
    says: "BTCUSDT: enter the leverage to check this.",
  },
  {
    // A rate of 0 is a rate.
    checks: ["Maintenance below margin"],
    complete: hedge(btc({ leverage: 2, maintenanceRate: 0 })),
    blank: ["IsolatedLeverage_BTCUSDT", "MaintenanceRate_BTCUSDT"],
    says: "BTCUSDT: enter the leverage and the maintenance rate to check this.",
  },
  {
    checks: ["Not expired"],
    complete: hedge(es({ expiry: TODAY + 8 })),
    blank: ["ExpiryDate_ES"],
    says: "ES: enter the expiry to check this.",
  },
  {
    checks: ["Roll not due"],
    // Hong Kong's last trading days are not held.
    complete: hedge(contractChoice("HSI", { price: 25_000, roll: TODAY + 8 })),
    blank: ["RollDate_HSI"],
    says: "HSI: enter the roll date or the expiry to check this.",
  },
  {
    checks: ["Cash covers the margin"],
    complete: hedge(es({ initialMargin: 13_200 }), undefined, { cash: 900_000 }),
    blank: ["CashAvailable", "InitialMargin_ES"],
    says: "Enter the cash and all margins (or leverage) to check this.",
  },
  {
    checks: ["Cash lasts"],
    complete: hedge(btc({ leverage: 2, maintenanceRate: 0.005 }), undefined, { cash: 900_000 }),
    blank: ["CashAvailable", "IsolatedLeverage_BTCUSDT", "MaintenanceRate_BTCUSDT"],
    says: "Enter the cash and all margins (or leverage and maintenance rate) to check this.",
  },
];

/** Books that leave a check nothing to compare. */
const EMPTY_BOOKS: readonly [check: string, what: string, hedge: Hedge, says: string][] = [
  [
    "Betas plausible",
    "a column of betas without one",
    hedge(es(), [{ value: 1_000_000, betaText: "13" }]),
    "Enter betas in the book to check this.",
  ],
  [
    "Betas are to the contract",
    "a coin without a beta",
    hedge(btc(), [{ name: "BTC", value: 60_000 }]),
    "Enter betas in the book to check this.",
  ],
  [
    "Gross leverage moderate",
    "as much short as long",
    hedge(es(), [
      { value: 5_000_000, beta: 1 },
      { value: -5_000_000, beta: 0.5 },
    ]),
    "The values add up to 0: there is no value to compare with.",
  ],
];

describe("a check", () => {
  it.each(CASES)("%s: %s", (check, _, wrong, right) => {
    const message = saidInPane(wrong, check);
    expect(message).not.toBeNull();
    expect(onSheet(wrong, (sheet) => saidOnSheet(sheet, check))).toEqual({ status: "CHECK", message });
    expect(saidInPane(right, check)).toBeNull();
    const passed = onSheet(right, (sheet) => saidOnSheet(sheet, check));
    expect(passed ?? { status: "OK", message: "" }).toEqual({ status: "OK", message: "" });
  });

  it.each(
    BLANKS.flatMap(({ checks, blank, ...each }) =>
      checks.flatMap((check) => blank.map((input) => ({ check, input, ...each }))),
    ),
  )("$check: not checked without $input", ({ check, input, complete, says }) => {
    onSheet(complete, (sheet) => {
      const before = sheet.value(input);
      const open = sheet.value("OpenChecks");
      expect(saidOnSheet(sheet, check)).toEqual({ status: "OK", message: "" });
      for (const content of ["", "n/a"]) {
        sheet.type(input, content);
        expect(saidOnSheet(sheet, check)).toEqual({ status: "–", message: says });
        expect(sheet.value("OpenChecks")).toBe(open);
      }
      sheet.type(input, before);
      expect(saidOnSheet(sheet, check)).toEqual({ status: "OK", message: "" });
    });
  });

  it.each(EMPTY_BOOKS)("%s: not checked for %s", (check, _, each, says) => {
    expect(saidInPane(each, check)).toBeNull();
    expect(onSheet(each, (sheet) => saidOnSheet(sheet, check))).toEqual({ status: "–", message: says });
  });

  it("names the contracts that it could not check, unless another is wrong", () => {
    const [ym, rty] = [contractChoice("YM", { price: 39_000 }), contractChoice("RTY", { price: 2100 })];
    onSheet(hedge([es({ spot: 4990 }), ym, rty], undefined, {}, byColumn), (sheet) => {
      const message = "YM, RTY: enter the spot or index level to check this.";
      expect(saidOnSheet(sheet, "Price near spot")).toEqual({ status: "–", message });
      sheet.type("SpotPrice_YM", 2100);
      expect(saidOnSheet(sheet, "Price near spot")).toMatchObject({
        status: "CHECK",
        message: expect.stringMatching(/^YM: the futures price/) as string,
      });
      sheet.type("SpotPrice_YM", 39_000);
      sheet.type("SpotPrice_RTY", 2100);
      expect(saidOnSheet(sheet, "Price near spot")).toEqual({ status: "OK", message: "" });
    });
  });

  it("needs no margin of a contract of which none is held", () => {
    const nothing = hedge(
      [es({ initialMargin: 13_200 }), nq(18_000)],
      [{ value: 1_000_000, beta: 1, hedgeWith: "ES" }],
      { cash: 900_000 },
      byColumn,
    );
    onSheet(nothing, (sheet) => {
      expect(saidOnSheet(sheet, "Cash covers the margin")).toEqual({ status: "OK", message: "" });
      expect(saidOnSheet(sheet, "Cash lasts")).toEqual({ status: "OK", message: "" });
    });
  });

  it("that says nothing is no open check", () => {
    const each = hedge(es());
    // Spot, margins and cash are blank.
    expect(notChecked(each.plan)).toHaveLength(8);
    onSheet(each, (sheet) => {
      expect(sheet.value("OpenChecks")).toBe(0);
      expect(sheet.value("SheetStatus")).toBe("OK: no open check; 8 not checked");
    });
  });

  it("has a case here for what it needs", () => {
    const all = [...CONTRACT_CHECKS, ...BOOK_CHECKS, ...FIRST_CHECKS];
    const needing = all.filter(({ needs }) => needs !== undefined).map(({ check }) => check);
    const covered = [...BLANKS.flatMap(({ checks }) => checks), ...EMPTY_BOOKS.map(([check]) => check)];
    expect(covered.toSorted()).toEqual(needing.toSorted());
  });

  it("has a case here", () => {
    // A plan with a number missing is refused by the pane: only the sheet can have it, see below.
    const ofPlans = CONTRACT_CHECKS.filter(({ check }) => check !== "Inputs complete");
    const all = [...ofPlans, ...BOOK_CHECKS].map(({ check }) => check);
    expect(all.filter((check) => !CASES.some(([covered]) => covered === check))).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });

  it("tells what to do in one line of the sheet", () => {
    for (const { advice, needs } of [...FIRST_CHECKS, ...CONTRACT_CHECKS, ...BOOK_CHECKS]) {
      for (const sentence of [advice, needs?.advice ?? "."])
        expect(sentence).toMatch(/[.?] [A-Z].*[.?]$|[.?]$/);
      expect(advice.length).toBeLessThanOrEqual(125);
      expect(needs?.advice.length ?? 0).toBeLessThanOrEqual(80);
    }
  });
});

describe("a check of the sheet alone", () => {
  const status = (sheet: Calculated, check: string) => saidOnSheet(sheet, check)?.status;

  // Excel takes a text for more than any number, so that nothing would ever be stale.
  it("is open where a text stands for the days after which prices are stale", () => {
    onSheet(hedge(es({ priceDate: TODAY - 600 }), undefined, { staleDays: 700 }), (sheet) => {
      expect(status(sheet, "Prices fresh")).toBe("OK");
      sheet.type("StaleDays", "a week");
      expect(status(sheet, "Prices fresh")).toBe("CHECK");
    });
  });

  it.each([
    "FuturesPrice_ES",
    "ContractMultiplier_ES",
    "FxRate_ES",
    "LotSize_ES",
    "FuturesBeta_ES",
    "ContractMultiplier_MES",
    "LotSize_MES",
  ])("misses %s", (input) => {
    onSheet(hedge(es({ smaller: smallerChoice("ES") })), (sheet) => {
      expect(status(sheet, "Inputs complete")).toBe("OK");
      for (const content of ["", "50 points"]) {
        sheet.type(input, content);
        expect(status(sheet, "Inputs complete")).toBe("CHECK");
      }
    });
  });

  it.each<[string, HedgePlan["aim"]]>([
    ["TargetBeta", { kind: "targetBeta", targetBeta: 0.5 }],
    ["HedgeShare", { kind: "hedgeShare", share: 0.5 }],
    ["TargetWeight", { kind: "targetWeight", weight: 0.5 }],
    ["TargetVolatility", { kind: "targetVolatility", target: 0.1, realised: 0.2 }],
    ["RealisedVolatility", { kind: "targetVolatility", target: 0.1, realised: 0.2 }],
    ["CashToCome", { kind: "cashToCome", amount: 1_000_000, beta: 1 }],
    ["CashBeta", { kind: "cashToCome", amount: 1_000_000, beta: 1 }],
    ["DefaultBeta", { kind: "targetBeta", targetBeta: 0.5 }],
    ["AsOfDate", { kind: "targetBeta", targetBeta: 0.5 }],
  ])("does not let %s count as 0 in silence", (input, aim) => {
    onSheet(hedge(es(), undefined, { aim }), (sheet) => {
      expect(status(sheet, "Aim complete")).toBe("OK");
      sheet.type(input, "");
      expect(status(sheet, "Aim complete")).toBe("CHECK");
    });
  });

  it("sees that there is no hedge to speak of, whichever input is text", () => {
    const each = hedge(es({ smaller: smallerChoice("ES"), initialMargin: 13_200 }), undefined, {
      cash: 300_000,
    });
    const model = buildWorksheet(each.plan, ABOUT);
    const inputs = model.rows
      .flat()
      .flatMap((cell) => (cell?.input === true && cell.name !== undefined ? [cell.name] : []));
    expect(inputs).toContain("HeldContracts_MES");
    let broken = 0;
    onSheet(each, (sheet) => {
      for (const input of inputs) {
        const before = sheet.value(input);
        sheet.type(input, "n/a");
        const isBroken = ["HedgeHeadline", "HedgedAt_Shock", "LowestCash"].some((name) =>
          /^#/.test(String(sheet.value(name))),
        );
        if (isBroken) broken++;
        expect([input, isBroken && sheet.value("OpenChecks") === 0]).toEqual([input, false]);
        sheet.type(input, before);
      }
      expect(sheet.value("OpenChecks")).toBe(0);
    });
    expect(broken).toBeGreaterThan(10);
  });

  it.each(["price", "multiplier", "fx", "futuresBeta"])(
    "has nothing to find in a plan: %s is required",
    (input) => {
      expect(() => previewHedge(hedge(es({ [input]: 0 })).plan)).toThrow(/must (not be|be greater than) 0/);
    },
  );

  it("sees prices grow old, and an as-of date that was left behind", () => {
    onSheet(hedge(es()), (sheet) => {
      expect(status(sheet, "Prices fresh")).toBe("OK");
      sheet.type("AsOfDate", TODAY + 5);
      expect(status(sheet, "Prices fresh")).toBe("OK");
      sheet.type("AsOfDate", TODAY + 6);
      expect(status(sheet, "Prices fresh")).toBe("CHECK");
      sheet.type("PriceDate_ES", TODAY + 6);
      expect(status(sheet, "Prices fresh")).toBe("OK");
      sheet.type("AsOfDate", TODAY);
      expect(status(sheet, "Prices fresh")).toBe("CHECK");
    });
  });
});
