import { buildWorksheet } from "../../../src/sheet/page/build-worksheet";
import {
  contractChoice,
  defaultPlan,
  smallerChoice,
  type Market,
} from "../../../src/sheet/plan/contract-choice";
import { hedgeInDecimals } from "../../../src/sheet/hedge/hedge-in-decimals";
import type { HedgePlan } from "../../../src/sheet/plan/plan";
import { bookOf } from "../books";
import { calculate, type Calculated } from "../evaluate";

const TODAY = 46_347;

type Rows = Parameters<typeof bookOf>[0];

/** A hedge of a million at a beta of 1 with four E-minis of 250,000, unless it says otherwise. */
function hedge(
  market: Partial<Market>,
  choices: Partial<HedgePlan> = {},
  rows: Rows = [{ value: 1_000_000, beta: 1 }],
) {
  const { holdings, book } = bookOf(rows, "Book 1", { name: 0, value: 3, beta: 4, hedgeWith: 5 });
  const choice = contractChoice(market.code ?? "ES", { price: 5000, ...market });
  return { book, plan: { ...defaultPlan(holdings, choice, TODAY), ...choices } };
}

function onSheet<T>({ plan, book }: ReturnType<typeof hedge>, read: (sheet: Calculated) => T): T {
  const sheet = calculate(book, buildWorksheet(plan, { version: "1.0.0", today: TODAY }));
  try {
    return read(sheet);
  } finally {
    sheet.close();
  }
}

const lowest = ({ plan }: ReturnType<typeof hedge>): number => hedgeInDecimals(plan).LowestCash.toNumber();

/** What a short loses of each unit in ten days of 2 % up, and a long in ten days of 2 % down. */
const UP = 0.21899441999475713; // 1.02 ^ 10 − 1
const DOWN = 0.1829271931124531; // 1 − 0.98 ^ 10

describe("the cash ladder", () => {
  it.each([
    {
      // Each day's loss of 20,000 and more takes the account below 4 × 12,000, so cash pays all of it.
      kind: "a margin call each day",
      hedge: hedge({ initialMargin: 13_200, maintenanceMargin: 12_000 }, { cash: 300_000 }),
      left: 300_000 - 4 * 13_200 - 1_000_000 * UP,
    },
    {
      kind: "no maintenance margin given: the initial margin / 1.1",
      hedge: hedge({ initialMargin: 13_200 }, { cash: 300_000 }),
      left: 300_000 - 4 * 13_200 - 1_000_000 * UP,
    },
    {
      kind: "no margin given: nothing is put up, and cash pays each loss",
      hedge: hedge({}, { cash: 100_000 }),
      left: 100_000 - 1_000_000 * UP,
    },
    {
      // 250,000 of margin bear all of the 218,994: 31,006 remain, above 4 × 7,000.
      kind: "a margin that bears it all",
      hedge: hedge({ initialMargin: 62_500, maintenanceMargin: 7000 }, { cash: 300_000 }),
      left: 50_000,
    },
    {
      // With 8,000 each to keep, the tenth day calls once for all that was lost.
      kind: "one margin call, on the last day",
      hedge: hedge({ initialMargin: 62_500, maintenanceMargin: 8000 }, { cash: 300_000 }),
      left: 50_000 - 1_000_000 * UP,
    },
    {
      kind: "a long that loses as the market falls",
      hedge: hedge({ initialMargin: 13_200 }, { cash: 300_000, aim: { kind: "targetBeta", targetBeta: 2 } }),
      left: 300_000 - 4 * 13_200 - 1_000_000 * DOWN,
    },
    {
      kind: "another currency",
      hedge: hedge({ initialMargin: 13_200, fx: 0.8 }, { cash: 300_000 }),
      left: 300_000 - 5 * 13_200 * 0.8 - 1_000_000 * UP,
    },
    {
      // 2 E-minis and 5 Micros of 34,250: 856,250, and two and a half margins.
      kind: "a smaller contract for the remainder",
      hedge: hedge(
        { price: 6850, smaller: smallerChoice("ES"), initialMargin: 13_200 },
        { cash: 300_000, aim: { kind: "targetBeta", targetBeta: 0.5 } },
        [{ value: 1_248_300, beta: 1.18 }],
      ),
      left: 300_000 - 2.5 * 13_200 - 856_250 * UP,
    },
    {
      // 300,000 / 2 is put up, and bears 65,698 with more than 0.5 % of the position left.
      kind: "an inverse perpetual with a leverage of 2",
      hedge: hedge(
        { code: "BTCUSD_PERP", price: 60_000, leverage: 2, maintenanceRate: 0.005 },
        { cash: 200_000 },
        [{ value: 300_000, beta: 1 }],
      ),
      left: 50_000,
    },
    {
      // Coins worth 60,000 for a short of 300,000: ten days up they are worth 60,000 × 1.219 and 300,000 × 0.219 is
      // lost. What remains, 7,441, is above 0.5 %: the liquidation price, 60,000 × 0.995 / 0.8, is 24.4 % up, and
      // 21.9 % are not.
      kind: "a short inverse perpetual, whose margin rises with the coin",
      hedge: hedge(
        { code: "BTCUSD_PERP", price: 60_000, leverage: 5, maintenanceRate: 0.005 },
        { cash: 200_000 },
        [{ value: 300_000, beta: 1 }],
      ),
      left: 140_000,
    },
    {
      // Long 300,000 with coins worth 60,000: it is liquidated at 60,000 × 1.005 / 1.2 = 50,250, 16.25 % down. On the
      // ninth day, 16.62 % down, 60,000 × 0.98 ^ 9 − 300,000 × (1 − 0.98 ^ 9) = 149 are left, and the rest is put up
      // again.
      kind: "a long inverse perpetual, whose margin falls with the coin",
      hedge: hedge(
        { code: "BTCUSD_PERP", price: 60_000, leverage: 5, maintenanceRate: 0.005 },
        { cash: 200_000, aim: { kind: "targetBeta", targetBeta: 2 } },
        [{ value: 300_000, beta: 1 }],
      ),
      left: 140_000 - (60_000 - (60_000 * 0.98 ** 9 - 300_000 * (1 - 0.98 ** 9))),
    },
    {
      // Bitcoin: coins worth all of a short gain what it loses. Ether moves by 1.3 times the market,
      // P = 1 + 1.3 × (level − 1): a short of 100,000 over coins worth 10,000. Counted in coins, each day loses
      // 100,000 × (1 / P before − 1 / P); what is left is worth less than 500 on day 4 (9,644.56 are put up) and on
      // day 9 (11,905.46).
      kind: "two inverse positions, each with its own coins",
      hedge: hedge(
        { code: "BTCUSD_PERP" },
        {
          cash: 500_000,
          contracts: [
            contractChoice("BTCUSD_PERP", { price: 60_000, leverage: 1, maintenanceRate: 0.005 }),
            contractChoice("ETHUSD_PERP", {
              price: 3000,
              leverage: 10,
              maintenanceRate: 0.005,
              futuresBeta: 1.3,
            }),
          ],
        },
        [
          { value: 300_000, beta: 1, hedgeWith: "BTCUSD_PERP" },
          { value: 100_000, beta: 1.3, hedgeWith: "ETHUSD_PERP" },
        ],
      ),
      left: 190_000 - 9644.56272 - 11_905.4574621,
    },
    {
      // 30,000 are put up; the fifth day's loss takes them below 1,500 and is called for together with those before.
      kind: "a linear perpetual with a leverage of 10",
      hedge: hedge(
        { code: "BTCUSDT", price: 60_000, leverage: 10, maintenanceRate: 0.005 },
        { cash: 200_000 },
        [{ value: 300_000, beta: 1 }],
      ),
      left: 170_000 - 300_000 * UP,
    },
    {
      kind: "two contracts, of which one margin is not known",
      hedge: hedge(
        { initialMargin: 13_200 },
        {
          cash: 900_000,
          contracts: [
            contractChoice("ES", { price: 5000, initialMargin: 13_200 }),
            contractChoice("NQ", { price: 18_000 }),
          ],
        },
        [
          { value: 1_000_000, beta: 1, hedgeWith: "ES" },
          { value: 720_000, beta: 1, hedgeWith: "NQ" },
        ],
      ),
      left: 900_000 - 4 * 13_200 - 1_720_000 * UP,
    },
    {
      // Each day takes the broker's 52,800 below 48,000. The 500,000 of an isolated short of a million bear its own
      // 218,994, and none of the broker's.
      kind: "an isolated position beside a broker's account",
      hedge: hedge(
        { initialMargin: 13_200 },
        {
          cash: 900_000,
          contracts: [
            contractChoice("ES", { price: 5000, initialMargin: 13_200 }),
            contractChoice("BTCUSDT", { price: 50_000, leverage: 2, maintenanceRate: 0.005 }),
          ],
        },
        [
          { value: 1_000_000, beta: 1, hedgeWith: "ES" },
          { value: 1_000_000, beta: 1, hedgeWith: "BTCUSDT" },
        ],
      ),
      left: 900_000 - 4 * 13_200 - 500_000 - 1_000_000 * UP,
    },
    {
      // A leverage of 20 puts up 5,000 for 100,000. The days lose 2,000, 2,040, 2,081, 2,122, …: on days 3, 6, 8 and 10
      // less than 500 remain, and what was lost is put up again. The 400,000 of the other position do not help.
      kind: "two isolated positions",
      hedge: hedge(
        { code: "BTCUSDT" },
        {
          cash: 500_000,
          contracts: [
            contractChoice("BTCUSDT", { price: 50_000, leverage: 1, maintenanceRate: 0.005 }),
            contractChoice("ETHUSDT", { price: 4000, leverage: 20, maintenanceRate: 0.005 }),
          ],
        },
        [
          { value: 400_000, beta: 1, hedgeWith: "BTCUSDT" },
          { value: 100_000, beta: 1, hedgeWith: "ETHUSDT" },
        ],
      ),
      left: 500_000 - 400_000 - 5000 - 100_000 * UP,
    },
  ])("leaves the same in the preview and on the sheet: $kind", ({ hedge: each, left }) => {
    expect(lowest(each)).toBeCloseTo(left, 4);
    expect(onSheet(each, (sheet) => sheet.value("LowestCash"))).toBeCloseTo(left, 4);
  });

  it("has nothing to say without cash", () => {
    expect(onSheet(hedge({ initialMargin: 13_200 }), (sheet) => sheet.value("LowestCash"))).toBe("–");
  });

  it("runs against the hedge on whichever side the user turns it", () => {
    const short = hedge({ initialMargin: 13_200 }, { cash: 100_000 });
    onSheet(short, (sheet) => {
      // 47,200 beyond the margin: 20,000 and 20,400 are paid, 20,808 is too much.
      expect(sheet.value("CashRunsOut")).toBe("on day 3");
      sheet.type("TargetBeta", 2);
      // 20,000 and 19,600 are paid, 19,208 is too much.
      expect(sheet.value("CashRunsOut")).toBe("on day 3");
      expect(Number(sheet.value("LowestCash"))).toBeCloseTo(47_200 - 1_000_000 * DOWN, 4);
      sheet.type("AdverseMove_3", 0);
      expect(sheet.value("CashRunsOut")).toBe("on day 4");
      sheet.type("TargetBeta", 1);
      expect(sheet.value("CashRunsOut")).toBe("not in these days");
      expect(sheet.value("LowestCash")).toBe(100_000);
    });
  });

  // A day's 2 % of 250,000 takes a margin of 25,000 to 20,000: (1.02 − 1) × 250,000 is 5,000.000000000005 to a double.
  it("calls for no margin that stands exactly at maintenance", () => {
    const round = hedge({ initialMargin: 25_000, maintenanceMargin: 20_000 }, { cash: 100_000 });
    onSheet(round, (sheet) => {
      for (let day = 2; day <= 10; day++) sheet.type(`AdverseMove_${String(day)}`, 0);
      expect(sheet.value("LowestCash")).toBe(0);
      expect(sheet.value("CashRunsOut")).toBe("not in these days");
    });
  });

  // A beta of 1 for all is four E-minis sold and ten Nasdaq minis bought: on the ladder what one loses the other gains.
  it("says that long and short futures offset each other on it", () => {
    const contracts = [contractChoice("ES", { price: 5000 }), contractChoice("NQ", { price: 18_000 })];
    const rows = [
      { value: 1_000_000, beta: 2, hedgeWith: "ES" },
      { value: 3_600_000, beta: 0, hedgeWith: "NQ" },
    ];
    onSheet(hedge({}, { contracts, aim: { kind: "targetBeta", targetBeta: 1 } }, rows), (sheet) => {
      const says = (): boolean =>
        sheet.cells().some(({ value }) => String(value).startsWith("Long and short futures offset"));
      expect(says()).toBe(true);
      sheet.type("TargetBeta", 0);
      expect(says()).toBe(false);
    });
  });

  // Binance, Bybit, OKX: an isolated position is liquidated at its maintenance margin; nobody asks for more.
  it("does not promise a margin call where the exchange liquidates", () => {
    const warns = (market: Partial<Market>): boolean =>
      onSheet(hedge(market), (sheet) =>
        sheet.cells().some(({ value }) => String(value).startsWith("Isolated margin is not called")),
      );
    expect([warns({ code: "BTCUSDT", leverage: 10 }), warns({ initialMargin: 13_200 })]).toEqual([
      true,
      false,
    ]);
  });
});
