import fc from "fast-check";
import { DomainError } from "../../src/calc/errors";
import { previewHedge } from "../../src/sheet/hedge/preview-hedge";
import { buildWorksheet } from "../../src/sheet/page/build-worksheet";
import type { HedgePlan } from "../../src/sheet/plan/plan";
import type { Inputs } from "../../src/sheet/plan/read-plan";
import { planFromRecord, recordOf } from "../../src/sheet/plan/record";
import { contractFacts, contractTraits } from "../../src/taskpane/contract-options";
import {
  contractForm,
  formOf,
  inSeveralCurrencies,
  keepTyped,
  withPrice,
  type HedgeForm,
} from "../../src/taskpane/hedge-form";
import { previewOf } from "../../src/taskpane/preview-state";
import { readForm } from "../../src/taskpane/read-form";
import { KINDS } from "../golden/kinds";
import { numRuns } from "../runs";
import { cellsOf } from "../sheet/plan/cells-of";
import { randomHedge } from "../sheet/random-plans";
import { EQUITY, proposedForm, TODAY, typed } from "./equity-book";

function planOf(form: HedgeForm) {
  const reading = readForm(form, EQUITY);
  if (!reading.ok) throw new Error([...reading.problems.values()].join(" "));
  return reading.plan;
}

function problemsOf(form: HedgeForm) {
  const reading = readForm(form, EQUITY);
  return reading.ok ? [] : [...reading.problems];
}

describe("the form", () => {
  // (0.50 − 1.30) × 10,000,000 ÷ (5,000 × $50) = −32; at −5 % the book loses 650,000, the futures win 400,000.
  it("comes to the hedge that was typed", () => {
    const preview = previewHedge(planOf(typed(proposedForm(), { targetBeta: "0.5" }, { price: "5000" })));
    expect(preview.groups[0]?.trade).toBe(-32);
    expect(preview.effectiveBeta).toBeCloseTo(0.5, 12);
    expect(preview.atShock.hedged).toBeCloseTo(-250_000, 6);
  });

  it("takes a picked price, digit for digit", () => {
    expect(planOf(withPrice(proposedForm(), 0, 6850.25)).contracts[0]?.price).toBe(6850.25);
  });

  it("does not hedge before there is a price", () => {
    expect(problemsOf(proposedForm())).toEqual([["contract 0 price", "Type the price of ES."]]);
  });

  it("refuses an empty target instead of hedging to 0", () => {
    expect(problemsOf(typed(proposedForm(), { targetBeta: "" }, { price: "5000" }))).toEqual([
      ["aim targetBeta", "Type the target beta."],
    ]);
  });

  it("names every box that cannot be read, with its contract", () => {
    const form = typed(proposedForm(), { targetBeta: "half" }, { price: "5,000", initialMargin: "-1" });
    expect(problemsOf(form).map(([box]) => box)).toEqual([
      "aim targetBeta",
      "contract 0 price",
      "contract 0 initialMargin",
    ]);
    expect(problemsOf(form)[2]?.[1]).toBe("The initial margin of ES must be greater than 0, but is -1.");
  });

  it("asks only for the boxes of the chosen aim", () => {
    const rubbish = typed(proposedForm(), { targetBeta: "rubbish" }, { price: "5000" });
    const form = typed({ ...rubbish, aim: "hedgeShare" }, { share: "57.6" }, {});
    expect(planOf(form).aim).toEqual({ kind: "hedgeShare", share: 0.576 });
  });

  it("asks for the boxes of a put only where there is one", () => {
    const form = typed(proposedForm(), {}, { price: "5000" });
    const put = { strike: "4750", volatility: "-1", days: "1.5", rate: "", yield: "0" };
    expect(planOf({ ...form, put }).put).toBeNull();
    expect(problemsOf({ ...form, put, withPut: true })).toEqual([
      ["put volatility", "The volatility cannot be negative, but is -1."],
      ["put days", "The days to expiry must be a whole number, but is 1.5."],
      ["put rate", "Type the interest rate."],
    ]);
  });

  it("calls the box of a smaller contract by that contract", () => {
    const form = typed(proposedForm(), {}, { price: "5000", heldSmaller: "" });
    const withMicros = { ...form, contracts: form.contracts.map((each) => ({ ...each, useSmaller: true })) };
    expect(problemsOf(withMicros)).toEqual([
      ["contract 0 heldSmaller", "Type the contracts held now of MES."],
    ]);
  });

  it("wants a date for the prices", () => {
    const form = typed(proposedForm(), {}, { price: "5000" });
    expect(problemsOf({ ...form, book: { ...form.book, asOf: "" } })).toEqual([
      ["asOf", "Give the date of the prices: the box is empty."],
    ]);
  });

  it("takes a blank margin, cash or spot as not known", () => {
    const plan = planOf(typed(proposedForm(), {}, { price: "5000" }));
    expect(plan.cash).toBeNull();
    expect(plan.contracts[0]).toMatchObject({ initialMargin: null, maintenanceMargin: null, spot: null });
  });

  it("uses the smaller contract only where it is wanted", () => {
    const form = typed(proposedForm(), {}, { price: "5000", heldSmaller: "7" });
    const withMicros = { ...form, contracts: form.contracts.map((each) => ({ ...each, useSmaller: true })) };
    expect(planOf(form).contracts[0]).toMatchObject({ smaller: null, heldSmaller: 0 });
    expect(planOf(withMicros).contracts[0]).toMatchObject({ smaller: { code: "MES" }, heldSmaller: 7 });
  });

  it("keeps funding from a dated contract and dates from a perpetual", () => {
    const boxes = { price: "60000", fundingRate: "0.01", expiry: "2026-12-18" };
    expect(planOf(typed(proposedForm("ES"), {}, boxes)).contracts[0]?.fundingRate).toBeNull();
    expect(planOf(typed(proposedForm("BTCUSDT"), {}, boxes)).contracts[0]).toMatchObject({
      fundingRate: 0.0001,
      expiry: null,
    });
  });

  it("shows a plan and reads the same plan back", () => {
    const plan = {
      ...planOf(
        typed(proposedForm(), { targetBeta: "0.5" }, { price: "6850.25", initialMargin: "0.0000001" }),
      ),
      cash: 1_000_000,
      put: { strike: 4750, volatility: 0.18, days: 90, rate: 0.07, yield: 0.013 },
      shock: -0.07,
      aim: { kind: "targetVolatility", target: 0.1, realised: 0.29 } as const,
    };
    expect(planOf(formOf(plan, contractTraits))).toEqual(plan);
  });
});

describe("a hedge sheet in the pane", () => {
  const opened = (plan: HedgePlan, typed: Inputs = {}): HedgePlan =>
    planFromRecord(recordOf(plan), { ...cellsOf(plan), ...typed }, plan.holdings);
  const throughPane = (plan: HedgePlan): HedgePlan => {
    const reading = readForm(formOf(plan, contractTraits), plan.holdings);
    if (!reading.ok) throw new Error([...reading.problems].join());
    return reading.plan;
  };
  const about = { version: "1.0.0", today: 46_000 };

  it("keeps what was typed on the sheet, limits and moves included", () => {
    const onSheet = opened(planOf(typed(proposedForm(), { targetBeta: "0.5" }, { price: "5000" })), {
      StaleDays: 30,
      ResidualTolerance: 0.1,
      MarginFactor: 1,
      CfdFinancing: 0.061,
      CfdSpread: 0.0012,
      FuturesFee: 4.5,
      AdverseMove_1: 0.07,
      ScenarioMove_1: -0.4,
      PriceDate_ES: TODAY - 3,
      ContractMultiplier_ES: 5,
      LotSize_ES: 2,
      FuturesBeta_ES: -1,
      CashAvailable: 250_000,
    });
    expect(onSheet).toMatchObject({ staleDays: 30, tolerance: 0.1, cfdFinancing: 0.061, cash: 250_000 });
    expect(throughPane(onSheet)).toEqual(onSheet);
  });

  it.each(Object.entries(KINDS))("is built again just as it is: %s", (_, { plan }) => {
    const onSheet = opened(plan);
    expect(throughPane(onSheet)).toEqual(onSheet);
    expect(buildWorksheet(throughPane(onSheet), about)).toEqual(buildWorksheet(plan, about));
  });

  it("is built again just as it is, whatever the hedge", () => {
    fc.assert(
      fc.property(randomHedge, ({ plan }) => {
        fc.pre(isHedge(plan));
        expect(buildWorksheet(throughPane(opened(plan)), about)).toEqual(buildWorksheet(plan, about));
      }),
      { numRuns },
    );
  });

  it("has every number digit for digit, whatever it is", () => {
    const plan = planOf(typed(proposedForm(), {}, { price: "5000" }));
    const number = fc.double({ min: 1e-9, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(number, number, (some, other) => {
        const [contract] = plan.contracts;
        if (contract === undefined) throw new Error("no contract");
        const contracts = [{ ...contract, price: some, fx: other, held: -some, initialMargin: other }];
        const exact: HedgePlan = {
          ...plan,
          aim: { kind: "hedgeShare", share: -some },
          shock: other,
          cash: some,
          tolerance: other,
          put: { strike: some, volatility: other, days: 30, rate: -some, yield: 0 },
          contracts,
        };
        expect(throughPane(exact)).toEqual(exact);
      }),
      { numRuns },
    );
  });

  /** Whether a sheet can be made from the plan. */
  function isHedge(plan: HedgePlan): boolean {
    try {
      buildWorksheet(plan, about);
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }
});

describe("keepTyped", () => {
  it("keeps the target and the price when other cells are chosen", () => {
    const before = typed(proposedForm(), { targetBeta: "0.5" }, { price: "5000" });
    const after = keepTyped(before, proposedForm(), EQUITY);
    expect(after.aims.targetBeta["targetBeta"]).toBe("0.5");
    expect(after.contracts[0]?.boxes.price).toBe("5000");
  });

  it("does not give one contract's price to another", () => {
    const before = typed(proposedForm("ES"), {}, { price: "5000" });
    expect(
      keepTyped(before, proposedForm("NQ"), EQUITY).contracts.map(({ facts, boxes }) => [
        facts.code,
        boxes.price,
      ]),
    ).toEqual([["NQ", ""]]);
  });
});

describe("inSeveralCurrencies", () => {
  const inHedge = (...codes: string[]) =>
    inSeveralCurrencies({ contracts: codes.flatMap((code) => proposedForm(code).contracts) });

  // Eurex: EURO STOXX 50 futures are in EUR; CME: the E-mini S&P 500 is in USD.
  it.each([
    { codes: ["ES", "NQ"], several: false },
    { codes: ["FESX"], several: false },
    { codes: ["BTCUSDT", "BTCUSD_PERP"], several: false },
    { codes: ["FESX", "ES"], several: true },
  ])("says $several of $codes", ({ codes, several }) => expect(inHedge(...codes)).toBe(several));
});

describe("contractForm", () => {
  it("leaves the price blank until somebody gives one", () => {
    const form = contractForm(contractFacts("ES", [], TODAY), contractTraits("ES"));
    expect(form.boxes.price).toBe("");
    // CME: the E-mini S&P 500 of December 2026 stops trading on the third Friday, the 18th; the Monday before is the
    // roll.
    expect(form.boxes).toMatchObject({ expiry: "2026-12-18", roll: "2026-12-14" });
  });
});

describe("previewOf", () => {
  const troubleOf = (error: unknown) => ({
    problem: { title: "No hedge", detail: String(error), nextStep: "Correct that input.", code: "Input" },
    details: "",
  });

  it("says the first thing to do while something is missing", () => {
    const shown = previewOf(readForm(proposedForm(), EQUITY), { preview: previewHedge }, troubleOf);
    expect(shown).toEqual({ kind: "waiting", text: "Type the price of ES." });
  });

  it("shows the hedge with the plan it belongs to", () => {
    const reading = readForm(typed(proposedForm(), { targetBeta: "0.5" }, { price: "5000" }), EQUITY);
    const shown = previewOf(reading, { preview: previewHedge }, troubleOf);
    expect(shown.kind === "preview" && shown.preview.headline).toBe("Sell 32 ES: beta 1.30 → 0.50");
  });

  it("says what is wrong where there is no such hedge", () => {
    const reading = readForm(typed(proposedForm(), {}, { price: "5000" }), { ...EQUITY, rows: [] });
    const shown = previewOf(
      reading,
      {
        preview: () => {
          throw new RangeError("no holdings");
        },
      },
      troubleOf,
    );
    expect(shown).toEqual({ kind: "waiting", text: "RangeError: no holdings Correct that input." });
  });
});
