import type { HedgePlan } from "../../../src/sheet/plan/plan";
import { contractChoice, defaultPlan, smallerChoice } from "../../../src/sheet/plan/contract-choice";
import { hedgeInDecimals, type DecimalHedge } from "../../../src/sheet/hedge/hedge-in-decimals";
import { previewHedge } from "../../../src/sheet/hedge/preview-hedge";
import { bookOf } from "../books";

/** 21 November 2026. */
const TODAY = 46_347;

/** 6,000,000 × 1.1 + 4,000,000 × 1.6 = 13,000,000 of exposure in 10,000,000: a beta of 1.3. */
const BOOK = [
  { name: "Apple", value: 6_000_000, beta: 1.1 },
  { name: "Nvidia", value: 4_000_000, beta: 1.6 },
];

/** A plan with one contract or several; the aim is a beta of 0.5 unless it says otherwise. */
function planOf(
  contracts: HedgePlan["contracts"],
  choices: Partial<HedgePlan> = {},
  rows: Parameters<typeof bookOf>[0] = BOOK,
  columns?: HedgePlan["holdings"]["columns"],
): HedgePlan {
  const { holdings } = bookOf(rows, "Book 1", columns);
  const [first = ES] = contracts;
  const plan = defaultPlan(holdings, first, TODAY);
  return { ...plan, contracts, aim: { kind: "targetBeta", targetBeta: 0.5 }, ...choices };
}

const ES = contractChoice("ES", { price: 5000 });

/** Figures by name as plain numbers, of the first contract, its smaller one and the whole hedge; NaN: not known. */
function figuresOf(plan: HedgePlan) {
  const hedge = hedgeInDecimals(plan);
  const [first] = hedge.contracts;
  if (first === undefined) throw new Error("a hedge has a contract");
  const of = (name: string): number => Number(Reflect.get(first, name) ?? Reflect.get(hedge, name));
  const small = (name: string): number => Number(Reflect.get(first.small ?? {}, name));
  return { hedge, of, small };
}

// Everything below is worked by hand from docs/method.md; the method is Hull's (Options, Futures, and Other
// Derivatives, ch. 3), the contracts' sizes are CME's: 50 dollars × index for ES, 5 for MES, 5 BTC for BTC.
describe("the figures of a hedge", () => {
  it("are those of the book's example: −32 E-minis", () => {
    const { of, hedge } = figuresOf(planOf([ES]));
    const figures = {
      PortfolioValue: 10_000_000,
      GrossValue: 10_000_000,
      PortfolioExposure: 13_000_000,
      PortfolioBeta: 1.3,
      GroupBeta: 1.3,
      // 0.5 × 10,000,000, and 8,000,000 less than there is.
      AimExposure: 5_000_000,
      ExposureToAdd: -8_000_000,
      ContractValue: 250_000,
      ExactContracts: -32,
      ContractsToHold: -32,
      ContractsToTrade: -32,
      RoundingDifference: 0,
      HedgeNotional: -8_000_000,
      ExposureAfter: 5_000_000,
      ResidualExposure: 0,
      FuturesExposure: -8_000_000,
      NetExposure: 5_000_000,
      ExposureAtRisk: 13_000_000,
      // 10 + 8 millions on 10.
      GrossLeverage: 1.8,
      MarginTotal: NaN,
      MaintenanceTotal: NaN,
      MarginLeverage: NaN,
      TotalMargin: NaN,
      LowestCash: NaN,
    };
    for (const [name, value] of Object.entries(figures)) expect([name, of(name)]).toEqual([name, value]);
    expect(of("ShareHedged")).toBeCloseTo(8 / 13, 15);
    expect(Number(hedge.EffectiveBeta)).toBe(0.5);
    expect(hedge.OrderList).toBe("sell 32 ES");
    expect(hedge.HedgeHeadline).toBe("Sell 32 ES: beta 1.30 → 0.50");
  });

  // 13,000,000 × 0.9 is 11,700,000 away; one ES is 5,100 × 50 × 0.9 = 229,500, moved by 0.95: 218,025.
  it("take exchange rate, futures beta, lot and what is held into account", () => {
    const choice = contractChoice("ES", { price: 5100, fx: 0.9, futuresBeta: 0.95, held: -20 });
    const { of, hedge } = figuresOf(planOf([choice], { aim: { kind: "hedgeShare", share: 0.9 } }));
    expect(of("AimExposure")).toBeCloseTo(1_300_000, 6);
    expect(of("ContractValue")).toBe(229_500);
    expect(of("ExactContracts")).toBeCloseTo(-11_700_000 / 218_025, 12); // −53.6636
    expect(of("ContractsToHold")).toBe(-54);
    expect(of("ContractsToTrade")).toBe(-34);
    expect(of("RoundingDifference")).toBeCloseTo(-54 + 11_700_000 / 218_025, 12);
    expect(of("HedgeNotional")).toBe(-54 * 229_500);
    expect(of("ExposureAfter")).toBe(13_000_000 - 54 * 218_025);
    expect(of("ResidualExposure")).toBeCloseTo(13_000_000 - 54 * 218_025 - 1_300_000, 6);
    // 1,226,650 ÷ 10,000,000.
    expect(hedge.HedgeHeadline).toBe("Sell 34 ES: beta 1.30 without futures → 0.12");
  });

  // 8,240,000 ÷ 250,000 = 32.96 ES = 329.6 MES: 330 of them are 33 ES and nothing else.
  it.each([
    { aim: 0.476, rounding: "nearest", large: -33, small: 0, list: "sell 33 ES, sell 3 MES" },
    // "down" never exceeds the aim: 329 MES are 32 ES and 9 MES.
    { aim: 0.476, rounding: "down", large: -32, small: -9, list: "sell 32 ES, sell 12 MES" },
    { aim: 0.476, rounding: "none", large: -32.96, small: 0, list: "sell 32.9600 ES, sell 3 MES" },
    // 13,000,000 away and 2,000,000 short: 60 ES exactly.
    { aim: -0.2, rounding: "nearest", large: -60, small: 0, list: "sell 60 ES, sell 3 MES" },
    // More beta: 2,010,000 ÷ 250,000 = 8.04 ES = 80.4 MES.
    { aim: 1.501, rounding: "nearest", large: 8, small: 0, list: "buy 8 ES, sell 3 MES" },
    { aim: 1.501, rounding: "up", large: 8, small: 1, list: "buy 8 ES, sell 2 MES" },
  ] as const)(
    "split $aim, rounded $rounding, into large and small",
    ({ aim, rounding, large, small, list }) => {
      const choice = contractChoice("ES", { price: 5000, smaller: smallerChoice("ES"), heldSmaller: 3 });
      const plan = planOf([choice], { aim: { kind: "targetBeta", targetBeta: aim }, rounding });
      const { of, small: ofSmall, hedge } = figuresOf(plan);
      expect([of("ContractsToHold"), ofSmall("ContractsToHold")]).toEqual([large, small + 0]);
      expect(ofSmall("ContractsToTrade")).toBe(small - 3);
      expect(ofSmall("ContractValue")).toBe(25_000);
      expect(of("SizeRatio")).toBe(10);
      expect(of("HedgeNotional")).toBe(large * 250_000 + small * 25_000);
      expect(of("RoundingDifference")).toBeCloseTo(large + small / 10 - (aim - 1.3) * 40, 9);
      expect(hedge.OrderList).toBe(list);
    },
  );

  // Two lots of 5 in one of 20: a large lot is four small ones. −7.3 × 20 small units… of a contract of the user's own.
  it("split in whole lots of both sizes", () => {
    const smaller = { code: "MINE5", multiplier: 5, lot: 2 };
    const own = { ...ES, code: "MINE", multiplier: 50, lot: 3, smaller, price: 100 };
    // 8,000,000 ÷ 5,000 = 1,600 of 50, or 16,000 of 5: 533 lots of 3 are 1,599; the one that is left is 10 of 5.
    const { of, small } = figuresOf(planOf([own]));
    expect([of("ContractsToHold"), small("ContractsToHold")]).toEqual([-1599, -10]);
  });

  // Margin 13,200 and maintenance 12,000 a contract, at 0.9: 32 × 13,200 × 0.9 = 380,160 and 345,600.
  it("know the margin of what is held, large and small", () => {
    const margins = { initialMargin: 13_200, maintenanceMargin: 12_000, fx: 1 };
    const one = figuresOf(planOf([contractChoice("ES", { price: 5000, ...margins })], { cash: 1_000_000 }));
    expect(one.of("MarginTotal")).toBe(32 * 13_200);
    expect(one.of("MaintenanceTotal")).toBe(32 * 12_000);
    expect(one.of("MarginLeverage")).toBeCloseTo(8_000_000 / 422_400, 12);
    expect(one.of("TotalMargin")).toBe(422_400);
    const mixed = contractChoice("ES", { price: 5000, smaller: smallerChoice("ES"), ...margins });
    // 32 ES and 9 MES: 32.9 large ones.
    const plan = planOf([mixed], { aim: { kind: "targetBeta", targetBeta: 0.476 }, rounding: "down" });
    expect(figuresOf(plan).of("MarginTotal")).toBeCloseTo(32.9 * 13_200, 6);
    // In euros, 0.9 of each dollar: −8,000,000 ÷ 225,000 = −35.56 → −36.
    const euros = figuresOf(planOf([contractChoice("ES", { price: 5000, ...margins, fx: 0.9 })]));
    expect(euros.of("MarginTotal")).toBeCloseTo(36 * 13_200 * 0.9, 6);
    expect(euros.of("MaintenanceTotal")).toBeCloseTo(36 * 12_000 * 0.9, 6);
  });

  // Where the maintenance margin is blank it is the initial margin over the usual factor, as it stands in the inputs.
  it.each([
    [1.1, 12_000],
    [1.32, 10_000],
  ])("take a factor of %d for a maintenance margin of %d", (marginFactor, each) => {
    const choice = contractChoice("ES", { price: 5000, initialMargin: 13_200 });
    expect(figuresOf(planOf([choice], { marginFactor })).of("MaintenanceTotal")).toBeCloseTo(32 * each, 6);
  });

  // 133.333… BTC at 60,000: in steps of 0.001 that is 133.333, worth 7,999,980; twice leveraged, 0.5 % maintenance.
  it("know an isolated position's margin", () => {
    const btc = contractChoice("BTCUSDT", { price: 60_000, leverage: 2, maintenanceRate: 0.005 });
    const { of, hedge } = figuresOf(planOf([btc]));
    expect(of("ContractsToHold")).toBe(-133.333);
    expect(of("MarginTotal")).toBe(3_999_990);
    expect(of("MaintenanceTotal")).toBeCloseTo(39_999.9, 6);
    expect(of("MarginLeverage")).toBe(2);
    expect(hedge.OrderList).toBe("sell 133.333 BTCUSDT");
    const unknown = figuresOf(planOf([{ ...btc, maintenanceRate: null }]));
    expect(unknown.of("MaintenanceTotal")).toBeNaN();
    expect(unknown.of("MarginTotal")).toBe(3_999_990);
    expect(figuresOf(planOf([{ ...btc, leverage: null }])).of("MaintenanceTotal")).toBeNaN();
  });

  // An inverse contract is worth 100 dollars whatever the price: 80,000 of them.
  it("value an inverse contract at its fixed amount", () => {
    const { of } = figuresOf(planOf([contractChoice("BTCUSD_PERP", { price: 60_000 })]));
    expect([of("ContractValue"), of("ContractsToHold")]).toEqual([100, -80_000]);
  });

  it.each([
    // 75 % of 10,000,000.
    { aim: { kind: "targetWeight", weight: 0.75 }, exposure: 7_500_000, says: "weight 130.0% → 75.0%" },
    // 0.1 ÷ 0.2: half of the exposure is kept.
    {
      aim: { kind: "targetVolatility", target: 0.1, realised: 0.2 },
      exposure: 6_500_000,
      says: "beta 1.30 → 0.65",
    },
    // Never above what is held, never below nothing.
    {
      aim: { kind: "targetVolatility", target: 0.3, realised: 0.2 },
      exposure: 13_000_000,
      says: "beta 1.30 → 1.30",
    },
    { aim: { kind: "targetVolatility", target: -0.1, realised: 0.2 }, exposure: 0, says: "beta 1.30 → 0.00" },
    // 2,000,000 to come for shares with a beta of 1.25.
    {
      aim: { kind: "cashToCome", amount: 2_000_000, beta: 1.25 },
      exposure: 15_500_000,
      says: "locks in today's price for 2,000,000 to come",
    },
  ] as const)("aim at $exposure with $aim.kind", ({ aim, exposure, says }) => {
    const { of, hedge } = figuresOf(planOf([ES], { aim }));
    expect(of("AimExposure")).toBeCloseTo(exposure, 6);
    expect(hedge.HedgeHeadline.split(": ")[1]).toBe(says);
  });

  it("count a purchase to come as made today", () => {
    const aim = { kind: "cashToCome", amount: 2_000_000, beta: 1.25 } as const;
    const { of, hedge } = figuresOf(planOf([ES], { aim }));
    // 10 ES are bought: all of the purchase; what is at risk is the book less it.
    expect([of("ContractsToHold"), of("ShareHedged"), of("ExposureAtRisk")]).toEqual([10, 1, 10_500_000]);
    expect(hedge.OrderList).toBe("buy 10 ES");
    // Nothing to come, nothing hedged.
    expect(figuresOf(planOf([ES], { aim: { ...aim, amount: 0 } })).of("ShareHedged")).toBe(0);
  });

  // Apple with ES: 6,600,000; Nvidia with NQ at 18,000 × 20 = 360,000: 6,400,000.
  it("share a target weight between contracts by their exposure", () => {
    const NQ = contractChoice("NQ", { price: 18_000 });
    const rows = BOOK.map((row, n) => ({ ...row, hedgeWith: n === 0 ? "ES" : "nq" }));
    const columns = { name: 0, value: 3, beta: 4, hedgeWith: 5 };
    const plan = planOf([ES, NQ], { aim: { kind: "targetWeight", weight: 0.65 } }, rows, columns);
    const { contracts } = hedgeInDecimals(plan);
    // Half of 13,000,000: half of each.
    expect(contracts.map(({ AimExposure }) => AimExposure.toNumber())).toEqual([3_300_000, 3_200_000]);
    expect(contracts.map(({ ContractsToHold }) => ContractsToHold.toNumber())).toEqual([-13, -9]);
    // As much short as long: there is no share to speak of, so each takes half.
    const neutral = rows.map((row, n) => ({ ...row, value: n === 0 ? 1_600_000 : -1_100_000 }));
    const even = hedgeInDecimals(planOf([ES, NQ], { aim: plan.aim }, neutral, columns));
    const aims = even.contracts.map(({ AimExposure }) => AimExposure.toNumber());
    expect(aims).toEqual([0.65 * 250_000, 0.65 * 250_000]);
  });

  it("see nothing to do where aim and exposure differ by noise", () => {
    const rows = [
      { value: 0.1, beta: 1 },
      { value: 0.2, beta: 1 },
      { value: -0.3, beta: 1.0000000000000002 },
    ];
    const { of, hedge } = figuresOf(planOf([ES], { aim: { kind: "targetBeta", targetBeta: 1 } }, rows));
    expect([of("ExposureToAdd"), of("ExactContracts"), of("GroupBeta"), of("GrossLeverage")]).toEqual([
      0, 0, 0, 0,
    ]);
    expect(hedge.OrderList).toBe("nothing to trade");
  });

  // The put's index is the spot; the futures price where that is blank.
  it("take the futures price for a spot that is not known", () => {
    expect(figuresOf(planOf([{ ...ES, spot: 4980 }])).of("PutSpot")).toBe(4980);
    expect(figuresOf(planOf([{ ...ES, spot: 0 }])).of("PutSpot")).toBe(5000);
    expect(figuresOf(planOf([ES])).of("PutSpot")).toBe(5000);
  });
});

describe("what is not known", () => {
  const held = (hedge: DecimalHedge) => [hedge.MarginGap, hedge.MaintenanceGap];
  const columns = { name: 0, value: 3, beta: 4, hedgeWith: 5 };
  const rows = BOOK.map((row, n) => ({ ...row, hedgeWith: n === 0 ? "ES" : "BTCUSDT" }));

  it("is said of each contract that is held", () => {
    const btc = contractChoice("BTCUSDT", { price: 60_000, leverage: 2 });
    expect(held(hedgeInDecimals(planOf([ES, btc], {}, rows, columns)))).toEqual([
      "ES: margin not known",
      "ES: maintenance margin not known; BTCUSDT: maintenance margin not known",
    ]);
    const margined = { ...ES, initialMargin: 13_200 };
    const complete = planOf([margined, { ...btc, maintenanceRate: 0 }], {}, rows, columns);
    expect(held(hedgeInDecimals(complete))).toEqual(["", ""]);
    // 6,600,000 is to become 3,000,000: 14.4 → 14 ES. 6,400,000 → 2,000,000: 73.333 BTC at 60,000, half as margin.
    expect(hedgeInDecimals(complete).TotalMargin.toNumber()).toBe(14 * 13_200 + (73.333 * 60_000) / 2);
    expect(hedgeInDecimals(complete).TotalMaintenance.toNumber()).toBeCloseTo(14 * 12_000, 6);
  });

  it("counts as 0 in a total of which a part is known, and is nothing where none is held", () => {
    const btc = contractChoice("BTCUSDT", { price: 60_000, leverage: 2 });
    const part = hedgeInDecimals(planOf([ES, btc], {}, rows, columns));
    expect(part.TotalMargin.toNumber()).toBe((73.333 * 60_000) / 2);
    expect(part.TotalMaintenance.isNaN()).toBe(true);
    const none = planOf([ES], { aim: { kind: "hedgeShare", share: 0 } });
    expect(held(hedgeInDecimals(none))).toEqual(["", ""]);
  });
});

describe("a plan that cannot be hedged", () => {
  const refused = (plan: HedgePlan) => () => previewHedge(plan);

  it.each([
    [{ price: 0 }, "ES price must be greater than 0, but is 0"],
    [{ price: NaN }, "ES price must be greater than 0, but is NaN"],
    [{ price: Infinity }, "ES price must be greater than 0, but is Infinity"],
    [{ fx: -1 }, "ES FX rate must be greater than 0, but is -1"],
    [{ multiplier: 0 }, "ES multiplier must be greater than 0, but is 0"],
    [{ lot: 0 }, "ES lot must be greater than 0, but is 0"],
    [{ futuresBeta: 0 }, "ES: futures beta must not be 0"],
    [{ futuresBeta: NaN }, "ES futures beta must be a number"],
    [{ held: Infinity }, "held contracts must be a number"],
    [{ smaller: { code: "MES", multiplier: 0, lot: 1 } }, "MES multiplier must be greater than 0, but is 0"],
    [{ smaller: { code: "MES", multiplier: 5, lot: 0 } }, "MES lot must be greater than 0, but is 0"],
    [
      { smaller: { code: "MES", multiplier: 5, lot: 1 }, heldSmaller: NaN },
      "held contracts must be a number",
    ],
    [
      { smaller: { code: "MES", multiplier: 15, lot: 1 } },
      "MES must divide ES evenly to take its remainder, but 3.33333 make one ES",
    ],
    [
      { smaller: { code: "MES", multiplier: 50, lot: 1 } },
      "MES must divide ES evenly to take its remainder, but 1.00000 make one ES",
    ],
  ])("says why: %j", (wrong, message) => {
    expect(refused(planOf([{ ...ES, ...wrong }]))).toThrow(message);
  });

  it.each([
    [{ defaultBeta: NaN }, "default beta must be a number"],
    [{ aim: { kind: "targetBeta", targetBeta: NaN } }, "target beta must be a number"],
    [
      { aim: { kind: "targetVolatility", target: 0.1, realised: 0 } },
      "realised volatility must be greater than 0",
    ],
    [{ aim: { kind: "cashToCome", amount: Infinity, beta: 1 } }, "cash to come must be a number"],
  ] as const)("says what is wrong with the aim: %j", (wrong, message) => {
    expect(refused(planOf([ES], wrong))).toThrow(message);
  });

  it.each([
    [
      { value: 1.1e18, beta: 1 },
      "the value in row 2 of the book must be a plausible amount, but is 1100000000000000000",
    ],
    [{ value: NaN, beta: 1 }, "the value in row 2 of the book must be a plausible amount, but is NaN"],
    [
      { value: 1, beta: -1_000_001 },
      "the beta in row 2 of the book must be a plausible ratio, but is -1000001",
    ],
  ])("says which holding cannot be: %j", (row, message) => {
    expect(refused(planOf([ES], {}, [row]))).toThrow(message);
  });

  it("takes what is just plausible", () => {
    expect(refused(planOf([ES], {}, [{ value: -1e18, beta: 1e6 }]))).not.toThrow();
  });
});

describe("the preview", () => {
  it("gives the profit of each move, and of the shock", () => {
    const { scenarios, atShock } = previewHedge(planOf([ES], { scenarioMoves: [-0.2, 0.1], shock: -0.05 }));
    // 13,000,000 × −0.2 and −8,000,000 × −0.2.
    expect(scenarios).toEqual([
      { move: -0.2, unhedged: -2_600_000, futures: 1_600_000, hedged: -1_000_000 },
      { move: 0.1, unhedged: 1_300_000, futures: -800_000, hedged: 500_000 },
    ]);
    expect(atShock).toEqual({ move: -0.05, unhedged: -650_000, futures: 400_000, hedged: -250_000 });
  });

  it("gives each contract's figures, and nothing for what is not known", () => {
    const [group] = previewHedge(planOf([{ ...ES, held: 8 }])).groups;
    expect(group).toEqual({
      code: "ES",
      smallerCode: null,
      value: 10_000_000,
      beta: 1.3,
      exposure: 13_000_000,
      exact: -32,
      contracts: -32,
      contractsSmaller: 0,
      trade: -40,
      tradeSmaller: 0,
      orders: ["sell 40 ES"],
      notional: -8_000_000,
      contractValue: 250_000,
      effectiveBeta: 0.5,
      residualExposure: 0,
      margin: null,
      leverage: null,
      smallestUseful: null,
    });
  });

  // A hundredth of the book wants 0.32 of an ES: 100,000 × 1 ÷ 0.32 would want a whole one; of MES, a tenth of that.
  it("says how large a book one contract would hedge, where the hedge rounds to nothing", () => {
    const rows = BOOK.map((row) => ({ ...row, value: row.value / 100 }));
    const [large] = previewHedge(planOf([ES], {}, rows)).groups;
    expect(large?.smallestUseful).toBe(312_500);
    const smaller = contractChoice("ES", { price: 5000, smaller: smallerChoice("ES") });
    const [small] = previewHedge(
      planOf(
        [smaller],
        { rounding: "down" },
        rows.map((row) => ({ ...row, value: row.value / 10 })),
      ),
    ).groups;
    expect(small?.smallestUseful).toBeCloseTo(31_250, 9);
    expect(previewHedge(planOf([ES])).groups[0]?.smallestUseful).toBeNull();
    // 100,000 to come buy 0.4 of an ES: it takes 250,000 of cash, whatever the book is worth.
    const aim = { kind: "cashToCome", amount: 100_000, beta: 1 } as const;
    const [cash] = previewHedge(planOf([ES], { aim, rounding: "down" })).groups;
    expect(cash?.smallestUseful).toBe(250_000);
  });
});
