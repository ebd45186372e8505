import { assetKey } from "../../../src/sheet/book/assets";
import { buildWorksheet } from "../../../src/sheet/page/build-worksheet";
import { contractChoice, defaultPlan } from "../../../src/sheet/plan/contract-choice";
import type { HedgePlan } from "../../../src/sheet/plan/plan";
import { previewHedge } from "../../../src/sheet/hedge/preview-hedge";
import { bookOf } from "../books";
import { calculate, type Calculated } from "../evaluate";

const TODAY = 46_347;

function onSheet(
  plan: HedgePlan,
  book: Parameters<typeof calculate>[0],
  read: (sheet: Calculated) => void,
): void {
  const sheet = calculate(book, buildWorksheet(plan, { version: "1.0.0", today: TODAY }));
  try {
    read(sheet);
  } finally {
    sheet.close();
  }
}

const btc = contractChoice("BTCUSDT", { price: 50_000 });

describe("weights of a hedge to a target weight", () => {
  // 85,000 of coins beside 15,000 of USDC that is not hedged: 85 % of 100,000, and 0.2 Bitcoin at 50,000 make it 75 %.
  it("are those of the hedged holdings: cash that is left alone is none of them", () => {
    const { holdings, book } = bookOf(
      [
        { name: "Bitcoin", value: 60_000 },
        { name: "Ether", value: 25_000 },
        { name: "USDC", value: 15_000 },
      ],
      "Book 1",
      { name: 0, value: 3 },
    );
    const plan: HedgePlan = {
      ...defaultPlan(holdings, btc, TODAY),
      aim: { kind: "targetWeight", weight: 0.75 },
      assetContracts: { [assetKey("USDC")]: "none" },
    };
    expect(previewHedge(plan).headline).toBe("Sell 0.200 BTCUSDT: weight 85.0% → 75.0%");
    onSheet(plan, book, (sheet) => {
      expect(sheet.value("HedgeHeadline")).toBe(previewHedge(plan).headline);
      expect([sheet.value("WeightNow"), sheet.value("WeightOn")]).toEqual([0.85, 0.75]);
    });
  });

  // 85,000 of coins of 100,000, target 75 %: 100 inverse contracts of 100 dollars are sold. After a fall of 20 % they
  // gain 2,000 and still are 10,000 dollars (Binance, BitMEX: an inverse contract's value in dollars is fixed), so
  // 68,000 − 10,000 of 85,000 remain; closed it is 68,000.
  it("know that an inverse position stays the same amount of money", () => {
    const { holdings, book } = bookOf([
      { value: 85_000, beta: 1 },
      { value: 15_000, beta: 0 },
    ]);
    const plan: HedgePlan = {
      ...defaultPlan(holdings, contractChoice("BTCUSD_PERP", { price: 50_000 }), TODAY),
      aim: { kind: "targetWeight", weight: 0.75 },
      shock: -0.2,
    };
    onSheet(plan, book, (sheet) => {
      expect(sheet.value("ContractsToHold_BTCUSD_PERP")).toBe(-100);
      expect(sheet.value("FuturesAfterShock")).toBe(-10_000);
      expect(sheet.value("WeightShockOn")).toBeCloseTo(58_000 / 85_000, 12);
      expect(sheet.value("WeightShockClosed")).toBeCloseTo(0.8, 12);
    });
  });

  // 50,000 of Ether at a beta of 1.5 beside 50,000 of cash; half of it is the aim, so 25,000 of exposure is sold. The
  // market falls by 20 %: Ether by 30 %, to 35,000, an exposure of 52,500; the futures gain 5,000; 90,000 in all.
  //   futures beta 1: 25,000 sold at first are 20,000 now, and the net weight (52,500 − 20,000) / 90,000
  //   futures beta 1.5: 16,667 sold, which fall by 30 % to 11,667, an exposure of 17,500
  it.each([
    { futuresBeta: 1, net: 32_500 },
    { futuresBeta: 1.5, net: 35_000 },
  ])(
    "move with each holding's own beta, and with the futures' beta of $futuresBeta",
    ({ futuresBeta, net }) => {
      const rows = [
        { name: "Ether", value: 50_000, beta: 1.5 },
        { name: "Cash", value: 50_000, beta: 0 },
      ];
      const aim = { kind: "targetWeight", weight: 0.5 } as const;
      const choice = { ...btc, futuresBeta };
      const one = bookOf(rows);
      const byColumn = bookOf(
        rows.map((row) => ({ ...row, hedgeWith: "btcusdt" })),
        "Book 1",
        { name: 0, value: 3, beta: 4, hedgeWith: 5 },
      );
      for (const { holdings, book } of [one, byColumn]) {
        const plan: HedgePlan = {
          ...defaultPlan(holdings, choice, TODAY),
          aim,
          rounding: "none",
          shock: -0.2,
        };
        const listed = { ...plan, contracts: [choice, contractChoice("ETHUSDT", { price: 2500 })] };
        for (const each of [plan, listed]) {
          onSheet(each, book, (sheet) => {
            expect(sheet.value("ValueAfterShock")).toBeCloseTo(90_000, 8);
            expect(sheet.value("WeightShockOn")).toBeCloseTo(net / 90_000, 12);
            expect(sheet.value("WeightShockClosed")).toBeCloseTo(52_500 / 90_000, 12);
            expect(sheet.value("StillToSell")).toBeCloseTo(52_500 - 45_000, 8);
          });
        }
      }
    },
  );

  // Exposures that cancel out leave 5.8e-11 to a computer: futures of 750,000 are no share of that.
  it("are no share of an exposure that is none", () => {
    const { holdings, book } = bookOf([
      { value: 100_000.1, beta: 1 },
      { value: 200_000.2, beta: 1 },
      { value: -300_000.3, beta: 1 },
      { value: 1_000_000, beta: 0 },
    ]);
    const plan: HedgePlan = {
      ...defaultPlan(holdings, btc, TODAY),
      aim: { kind: "targetWeight", weight: 0.75 },
    };
    onSheet(plan, book, (sheet) => {
      expect(sheet.value("ContractsToTrade_BTCUSDT")).toBe(15);
      expect(sheet.value("ShareHedged_BTCUSDT")).toBe(0);
    });
  });

  // A beta that the book does not have is that of the inputs: 80,000 at 0.5, of which a fall of 10 % leaves 76,000.
  it("count a holding without a beta with that of the inputs", () => {
    const { holdings, book } = bookOf([
      { name: "A", value: 80_000, betaText: "n/a" },
      { name: "B", value: 20_000, beta: 0 },
    ]);
    const plan: HedgePlan = {
      ...defaultPlan(holdings, btc, TODAY),
      aim: { kind: "targetWeight", weight: 0.4 },
      defaultBeta: 0.5,
      shock: -0.1,
    };
    onSheet(plan, book, (sheet) => {
      expect(sheet.value("ValueAfterShock")).toBeCloseTo(96_000, 8);
      expect(sheet.value("WeightShockClosed")).toBeCloseTo(38_000 / 96_000, 12);
    });
  });
});
