import { buildWorksheet } from "../../../src/sheet/page/build-worksheet";
import { contractChoice, defaultPlan, smallerChoice } from "../../../src/sheet/plan/contract-choice";
import { bookFromRecord, planFromRecord, recordOf } from "../../../src/sheet/plan/record";
import { bookOf } from "../books";

const { holdings } = bookOf(
  [
    { value: 6_000_000, beta: 1.1 },
    { value: 4_000_000, beta: 1.6 },
  ],
  "O'Brien's",
);
const plan = defaultPlan(
  holdings,
  contractChoice("ES", { price: 5000, smaller: smallerChoice("ES") }),
  46_000,
);

describe("the record of a hedge sheet", () => {
  it("gives back the plan", () => {
    expect(planFromRecord(recordOf(plan), {}, holdings)).toEqual(plan);
    expect(bookFromRecord(recordOf(plan))).toEqual({
      sheet: "O'Brien's",
      firstRow: 1,
      lastRow: 2,
      columns: holdings.columns,
    });
  });

  // A table of own contracts need not say the currency.
  it("gives back a contract of the user's own without a currency", () => {
    const own = { ...contractChoice("ES", { price: 5000 }), code: "MINE", currency: "" };
    const mine = { ...plan, contracts: [own] };
    expect(planFromRecord(recordOf(mine), {}, holdings)).toEqual(mine);
    const units = buildWorksheet(mine, { version: "1.0.0", today: 46_000 }).rows.flatMap((cells) =>
      cells.filter((cell) => cell?.style === "unit").map((cell) => cell?.content),
    );
    expect(units).toContain("book's currency");
    expect(units).not.toContain("");
  });

  it("takes what the input cells hold now, and leaves what they do not hold", () => {
    const inputs = {
      TargetBeta: 0.5,
      FuturesPrice_ES: 5100,
      HeldContracts_MES: -3,
      MarketShock: "",
      RoundingMode: "down",
      InitialMargin_ES: 12_320,
    };
    const again = planFromRecord(recordOf(plan), inputs, holdings);
    expect(again?.aim).toEqual({ kind: "targetBeta", targetBeta: 0.5 });
    expect(again?.rounding).toBe("down");
    expect(again?.shock).toBe(-0.05);
    expect(again?.contracts[0]).toMatchObject({ price: 5100, heldSmaller: -3, initialMargin: 12_320 });
  });

  it.each([
    ["nothing", ""],
    ["no JSON", "=cmd()"],
    ["a list", "[]"],
    ["a later version", recordOf(plan).replace('"hedgesheet":1', '"hedgesheet":2')],
    ["an unknown aim", recordOf(plan).replace("targetBeta", "moon")],
    ["text for a price", recordOf(plan).replace('"price":5000', '"price":"5000"')],
    ["a payoff of neither kind", recordOf(plan).replace("linear", "sideways")],
    ["a currency that is a formula", recordOf(plan).replace('"currency":"USD"', '"currency":"=1+1"')],
    ["a code that is a formula", recordOf(plan).replace('"code":"ES"', '"code":"=1+1"')],
  ])("is no plan if it holds %s", (_, record) => {
    expect(planFromRecord(record, {}, holdings)).toBeNull();
  });

  it.each([
    ["rows in the wrong order", recordOf(plan).replace('"lastRow":2', '"lastRow":0')],
    ["a column beyond the sheet", recordOf(plan).replace('"value":3', '"value":99999')],
  ])("names no book if it holds %s", (_, record) => {
    expect(bookFromRecord(record)).toBeNull();
  });
});
