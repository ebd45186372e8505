import fc from "fast-check";
import { DomainError } from "../../../src/calc/errors";
import { HoldingsProblem } from "../../../src/sheet/book/holdings";
import { previewHedge } from "../../../src/sheet/hedge/preview-hedge";
import { buildWorksheet } from "../../../src/sheet/page/build-worksheet";
import { contractChoice, defaultPlan, smallerChoice } from "../../../src/sheet/plan/contract-choice";
import type { HedgePlan } from "../../../src/sheet/plan/plan";
import type { Inputs } from "../../../src/sheet/plan/read-plan";
import { bookFromRecord, planFromRecord, recordOf } from "../../../src/sheet/plan/record";
import { textHash } from "../../../src/sheet/text-hash";
import { KINDS } from "../../golden/kinds";
import { numRuns } from "../../runs";
import { bookOf } from "../books";
import { randomHedge } from "../random-plans";
import { cellsOf } from "./cells-of";
import firstRecord from "./records/1-one-contract.json";

const { holdings } = bookOf(
  [
    { name: "AAPL", value: 6_000_000, beta: 1.1 },
    { name: "NVDA", value: 4_000_000, beta: 1.6 },
  ],
  "O'Brien's",
);
const es = contractChoice("ES", { price: 5000, smaller: smallerChoice("ES") });
const plan: HedgePlan = {
  ...defaultPlan(holdings, es, 46_000),
  aim: { kind: "targetBeta", targetBeta: 0.5 },
  cash: 250_000,
};
const record = recordOf(plan);
const cells = cellsOf(plan);

/** The record with another text in it and the check that Hedgesheet would write. */
function rewritten(from: string, to: string, text = record): string {
  const rest = { ...(JSON.parse(text.replace(from, to)) as object), check: undefined };
  return JSON.stringify({ ...rest, check: textHash(JSON.stringify(rest)) });
}

/** What stands in the way of opening; null: nothing. */
function refusalOf(open: () => unknown): HoldingsProblem | DomainError | null {
  try {
    open();
    return null;
  } catch (error) {
    if (error instanceof HoldingsProblem || error instanceof DomainError) return error;
    throw error;
  }
}

/** Everything that is left of a JSON value when one member of it is taken out, at any depth. */
function withoutOne(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    const items = value as unknown[];
    return items.flatMap((item, at) => [
      items.toSpliced(at, 1),
      ...withoutOne(item).map((rest) => items.with(at, rest)),
    ]);
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, member]) => [
    { ...value, [key]: undefined },
    ...withoutOne(member).map((rest) => ({ ...value, [key]: rest })),
  ]);
}

describe("the record of a hedge sheet", () => {
  it("gives back the plan with the cells of the sheet", () => {
    expect(planFromRecord(record, cells, holdings)).toEqual(plan);
    expect(bookFromRecord(record)).toEqual({
      sheet: "O'Brien's",
      firstRow: 1,
      lastRow: 2,
      columns: holdings.columns,
    });
  });

  it.each(Object.entries(KINDS))("makes the same sheet again: %s", (_, kind) => {
    const again = planFromRecord(recordOf(kind.plan), cellsOf(kind.plan), kind.plan.holdings);
    const about = { version: "1.0.0", today: 46_000 };
    expect(buildWorksheet(again, about)).toEqual(buildWorksheet(kind.plan, about));
  });

  it("makes the same sheet again of any plan", () => {
    fc.assert(
      fc.property(randomHedge, ({ plan: random }) => {
        const about = { version: "1.0.0", today: 46_000 };
        const sheet = refusalOf(() => buildWorksheet(random, about)) ?? buildWorksheet(random, about);
        fc.pre(!(sheet instanceof Error));
        const again = planFromRecord(recordOf(random), cellsOf(random), random.holdings);
        expect(buildWorksheet(again, about)).toEqual(sheet);
      }),
      { numRuns },
    );
  });

  it("carries no number, name or amount of the user's", () => {
    const rich = { ...plan, assetContracts: { AAPL: "none" }, cash: 987_654.25 };
    for (const secret of ["987654", "AAPL", "5000", "0.5", "46000"]) {
      expect(recordOf(rich)).not.toContain(secret);
    }
  });

  // A table of own contracts need not say the currency.
  it("gives back a contract of the user's own without a currency", () => {
    const own = { ...contractChoice("ES", { price: 5000 }), code: "MINE", currency: "" };
    const mine = { ...plan, contracts: [own] };
    expect(planFromRecord(recordOf(mine), cellsOf(mine), holdings)).toEqual(mine);
    const units = buildWorksheet(mine, { version: "1.0.0", today: 46_000 }).rows.flatMap((row) =>
      row.filter((cell) => cell?.style === "unit").map((cell) => cell?.content),
    );
    expect(units).toContain("book's currency");
    expect(units).not.toContain("");
  });
});

describe("the cells of a hedge sheet", () => {
  const opened = (typed: Inputs): HedgePlan => planFromRecord(record, { ...cells, ...typed }, holdings);
  const without = (name: string): HedgePlan =>
    planFromRecord(
      record,
      Object.fromEntries(Object.entries(cells).filter(([other]) => other !== name)),
      holdings,
    );

  it("are the truth: what was typed there is in the plan", () => {
    const typed = opened({
      TargetBeta: 0.25,
      RoundingMode: "Down",
      MarketShock: -0.1,
      StaleDays: 30,
      ResidualTolerance: 0.1,
      MarginFactor: 1,
      CfdFinancing: 0.061,
      CfdSpread: 0.001,
      FuturesFee: 4.5,
      AdverseMove_3: 0.05,
      ScenarioMove_7: 0.4,
      FuturesPrice_ES: 5100,
      PriceDate_ES: 45_995,
      HeldContracts_MES: -3,
      InitialMargin_ES: 12_320,
      CashAvailable: "",
    });
    expect(typed).toMatchObject({
      aim: { kind: "targetBeta", targetBeta: 0.25 },
      rounding: "down",
      shock: -0.1,
      staleDays: 30,
      tolerance: 0.1,
      marginFactor: 1,
      cfdFinancing: 0.061,
      cfdSpread: 0.001,
      futuresFee: 4.5,
      adverseMoves: [0.02, 0.02, 0.05, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02],
      scenarioMoves: [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.4],
      cash: null,
    });
    expect(typed.contracts[0]).toMatchObject({
      price: 5100,
      priceDate: 45_995,
      heldSmaller: -3,
      initialMargin: 12_320,
    });
  });

  it("say the as-of date where the price has no date of its own", () => {
    expect(cells).toMatchObject({ AsOfDate: 46_000, PriceDate_ES: 46_000 });
    expect(opened({}).contracts[0]?.priceDate).toBeNull();
    expect(opened({ AsOfDate: 46_001 }).contracts[0]?.priceDate).toBe(46_000);
  });

  it("are not known where what may be blank is gone, blank or no number", () => {
    for (const plan of [
      without("CashAvailable"),
      opened({ CashAvailable: "" }),
      opened({ CashAvailable: "ask Ann" }),
    ])
      expect(plan.cash).toBeNull();
  });

  // The sheet computes with 0 where a cell is blank, and not at all with a text.
  it.each([
    ["MarketShock", "Market shock", { shock: -0.05 }, { shock: 0 }],
    ["StaleDays", "Inputs are stale after", { staleDays: 5 }, { staleDays: 0 }],
    ["ResidualTolerance", "Tolerance", { tolerance: 0.05 }, { tolerance: 0 }],
    [
      "AdverseMove_2",
      "Move against hedge",
      { adverseMoves: Array.from({ length: 10 }, () => 0.02) },
      { adverseMoves: [0.02, 0, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02] },
    ],
  ])("count as on the sheet where %s is gone, blank or no number", (name, label, usual, blank) => {
    expect(without(name)).toMatchObject(usual);
    expect(opened({ [name]: "" })).toMatchObject(blank);
    expect(refusalOf(() => opened({ [name]: "ask Ann" }))?.message).toBe(
      `the cell for “${label}” on the hedge sheet holds “ask Ann”, which is no number: type the number there, ` +
        "then open the sheet again",
    );
  });

  it.each([
    ["HorizonDays", "Horizon"],
    ["MarginFactor", "Initial / maintenance margin"],
    ["PriceDate_ES", "Price date of ES"],
  ])("are asked for where %s is blank, which is no 0", (name, label) => {
    expect(refusalOf(() => opened({ [name]: "" }))?.message).toBe(
      `the cell for “${label}” on the hedge sheet is blank: fill it in, then open the sheet again`,
    );
  });

  // The sheet hedges such an asset with none of its contracts, and says so in its checks.
  it("are asked for where an asset names no contract of the sheet", () => {
    expect(refusalOf(() => opened({ HedgeWith_APPLE: "NQ " }))?.message).toContain(
      "holds “NQ ”, which is none of",
    );
    expect(opened({ HedgeWith_APPLE: "" }).assetContracts).toMatchObject({ APPLE: "ES" });
  });

  it.each([
    ["TargetBeta", "Target beta"],
    ["DefaultBeta", "Beta where the book has none"],
    ["AsOfDate", "As-of date"],
    ["RoundingMode", "Rounding"],
    ["FuturesPrice_ES", "Futures price of ES"],
    ["ContractMultiplier_ES", "Multiplier of ES"],
    ["LotSize_MES", "Lot (smaller) of MES"],
    ["FxRate_ES", "FX rate of ES"],
    ["FuturesBeta_ES", "Futures beta of ES"],
    ["HeldContracts_ES", "Contracts held now of ES"],
    ["HeldContracts_MES", "Contracts held now (smaller) of MES"],
  ])("are asked for where %s decides the hedge and is gone, blank or no number", (name, label) => {
    const gone = refusalOf(() => without(name));
    expect(gone?.message).toBe(
      `the hedge sheet has no cell for “${label}” any more: undo what removed its row, or select the holdings, ` +
        "choose Use selection, and build on a new sheet",
    );
    expect(gone).toMatchObject({ kind: "missing" });
    expect(refusalOf(() => opened({ [name]: "" }))?.message).toBe(
      `the cell for “${label}” on the hedge sheet is blank: fill it in, then open the sheet again`,
    );
    expect(refusalOf(() => opened({ [name]: "ask Ann" }))?.message).toContain(
      `the cell for “${label}” on the hedge sheet holds “ask Ann”, which is `,
    );
  });

  it("are not opened with the record of fewer contracts", () => {
    const nq = contractChoice("NQ", { price: 20_000 });
    const two = cellsOf({ ...plan, contracts: [es, nq] });
    expect(refusalOf(() => planFromRecord(record, two, holdings))?.message).toBe(
      "The record at the foot of this hedge sheet is damaged: the contract of the cell FuturesPrice_NQ is missing.",
    );
  });
});

describe("a record that is damaged", () => {
  // (0.5 − 1.3) × 10,000,000 ÷ (5,000 × $50) = −32. With a proposal in its place it would be −52.
  const trade = (opened: HedgePlan): number | undefined => previewHedge(opened).groups[0]?.trade;
  const one = { ...plan, contracts: [{ ...es, smaller: null }] };

  it("is refused, whichever member is lost", () => {
    const lost = withoutOne(JSON.parse(recordOf(one)));
    expect(lost.length).toBeGreaterThan(15);
    for (const rest of lost) {
      const text = JSON.stringify(rest);
      expect(refusalOf(() => bookFromRecord(text))).toBeInstanceOf(HoldingsProblem);
      expect(refusalOf(() => planFromRecord(text, cellsOf(one), holdings))).toBeInstanceOf(HoldingsProblem);
    }
  });

  it("of the first version is refused, or opens as the cells say, whichever member is lost", () => {
    const old = { ...firstRecord.record, book: undefined };
    const now = cellsOf(one);
    const lost = withoutOne(old);
    expect(lost.length).toBeGreaterThan(25);
    let opened = 0;
    for (const rest of lost) {
      try {
        const again = planFromRecord(JSON.stringify(rest), now, holdings);
        expect(again).toEqual(one);
        expect(trade(again)).toBe(-32);
        opened++;
      } catch (error) {
        expect(error).toBeInstanceOf(HoldingsProblem);
      }
    }
    // Each number is in a cell.
    expect(opened).toBeGreaterThan(20);
  });

  it("of the first version is refused where neither it nor a cell has the price", () => {
    const unpriced = { ...firstRecord.record.plan.contracts[0], price: undefined };
    const { plan: old, ...rest } = firstRecord.record;
    const text = JSON.stringify({ ...rest, plan: { ...old, contracts: [unpriced] } });
    expect(refusalOf(() => planFromRecord(text, {}, holdings))?.message).toContain("“Futures price of ES”");
  });

  it("says that it comes from a later version, and what to do", () => {
    const later = refusalOf(() =>
      planFromRecord(rewritten('"hedgesheet":2', '"hedgesheet":3'), cells, holdings),
    );
    expect(later).toEqual(
      new HoldingsProblem(
        "This hedge sheet was built by a later version of Hedgesheet, which keeps more than this one can read.",
        "Update Hedgesheet and open the sheet again; " +
          "or select the holdings, choose Use selection, and build on a new sheet.",
      ),
    );
    expect(
      refusalOf(() => bookFromRecord(record.replace('"hedgesheet":2', '"hedgesheet":99')))?.message,
    ).toContain("a later version");
  });

  it.each([
    ["nothing", "", "it is empty"],
    ["no JSON", "=cmd()", "it is no record"],
    ["a list", "[]", "its “text” cannot be read"],
    ["no version", rewritten('"hedgesheet":2,', ""), "it does not say its version"],
    [
      "a version that is none",
      rewritten('"hedgesheet":2', '"hedgesheet":1.5'),
      "it does not say its version",
    ],
    [
      "a text that somebody changed",
      record.replace('"put":false', '"put":true'),
      "its text is not as Hedgesheet wrote it",
    ],
    ["an unknown aim", rewritten('"targetBeta"', '"moon"'), "its “aim” cannot be read"],
    ["no aim", rewritten('"aim":"targetBeta",', ""), "its “aim” is missing"],
    ["an aim of every object's", rewritten('"targetBeta"', '"constructor"'), "its “aim” cannot be read"],
    ["a put that is no yes or no", rewritten('"put":false', '"put":"no"'), "its “put” cannot be read"],
    ["a payoff of neither kind", rewritten("linear", "sideways"), "its “payoff” cannot be read"],
    ["a currency that is a formula", rewritten('"USD"', '"=1+1"'), "its “currency” cannot be read"],
    ["a code that is a formula", rewritten('"ES"', '"=1+1"'), "its “code” cannot be read"],
    ["a code of markup", rewritten('"ES"', '"<img src=x>"'), "its “code” cannot be read"],
    [
      "a smaller code that is a formula",
      rewritten('"MES"', '"@A1"'),
      "its “smaller contract” cannot be read",
    ],
    ["one code twice", rewritten('"MES"', '"es"'), "es is listed twice: list each contract once"],
    [
      "a contract that is none",
      rewritten('"ES"', '"None"'),
      'a contract cannot have the code None: it says "not hedged"; give it another',
    ],
    [
      "no contracts",
      rewritten(/"contracts":\[.*\]/.exec(record)?.[0] ?? "", '"contracts":[]'),
      "choose at least one contract to hedge with",
    ],
    [
      "contracts that are no list",
      rewritten(/\[.*\]/.exec(record)?.[0] ?? "", "7"),
      "its “contracts” cannot be read",
    ],
    [
      "a contract that is no object",
      rewritten(/\[.*\]/.exec(record)?.[0] ?? "", "[null]"),
      "its “contract” cannot be read",
    ],
    [
      "more contracts than a sheet has",
      rewritten(/\[.*\]/.exec(record)?.[0] ?? "", JSON.stringify(Array.from({ length: 51 }, () => 0))),
      "its “contracts” cannot be read",
    ],
  ])("is refused if it holds %s", (_, text, reason) => {
    const refusal = refusalOf(() => planFromRecord(text, cells, holdings));
    expect(refusal).toBeInstanceOf(HoldingsProblem);
    expect(refusal?.message).toBe(`The record at the foot of this hedge sheet is damaged: ${reason}.`);
    expect((refusal as HoldingsProblem).nextStep).toBe(
      "Undo the change if there was one; or select the holdings, choose Use selection, and build on a new sheet.",
    );
  });

  it.each([
    ["rows in the wrong order", rewritten('"lastRow":2', '"lastRow":0'), "its rows cannot be read"],
    ["a row that is none", rewritten('"lastRow":2', '"lastRow":2.5'), "its “lastRow” cannot be read"],
    ["a column beyond the sheet", rewritten('"value":3', '"value":99999'), "its “columns” cannot be read"],
    ["no columns", rewritten('{"name":0,"value":3,"beta":4}', "{}"), "its “columns” are missing"],
    ["a sheet without a name", rewritten("O'Brien's", ""), "its “sheet” cannot be read"],
    ["a name longer than a sheet's", rewritten("O'Brien's", "x".repeat(32)), "its “sheet” cannot be read"],
    ["no book", rewritten('"book":', '"brook":'), "its “book” is missing"],
  ])("names no book if it holds %s", (_, text, reason) => {
    expect(refusalOf(() => bookFromRecord(text))?.message).toBe(
      `The record at the foot of this hedge sheet is damaged: ${reason}.`,
    );
  });
});
