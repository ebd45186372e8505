import { buildWorksheet } from "../../../src/sheet/page/build-worksheet";
import { contractChoice, defaultPlan } from "../../../src/sheet/plan/contract-choice";
import { previewHedge } from "../../../src/sheet/hedge/preview-hedge";
import { bookOf } from "../books";
import { calculate, type Calculated } from "../evaluate";

// A book of 10,000,000 with beta 1.30, E-mini S&P 500 at 5,000: 32 sold bring its beta to 0.50, 52 to 0
// (CFA Institute, Risk Management Applications of Forward and Futures Strategies: adjusting the beta).
describe("an equity book of 10,000,000 with beta 1.30, hedged with ES at 5,000", () => {
  const { holdings, book } = bookOf([
    { value: 4_000_000, beta: 1.6 },
    { value: 3_000_000, beta: 1.2 },
    { value: 3_000_000, beta: 1.0 },
  ]);
  const plan = {
    ...defaultPlan(holdings, contractChoice("ES", { price: 5000 }), 46_000),
    aim: { kind: "targetBeta", targetBeta: 0.5 } as const,
  };
  let sheet: Calculated;
  beforeEach(() => {
    sheet = calculate(book, buildWorksheet(plan, { version: "1.0.0", today: 46_000 }));
  });
  afterEach(() => {
    sheet.close();
  });

  it("previews a sale of 32", () => {
    const preview = previewHedge(plan);
    expect(preview.groups[0]?.trade).toBe(-32);
    expect(preview.headline).toBe("Sell 32 ES: beta 1.30 → 0.50");
    expect(preview.atShock).toEqual({ move: -0.05, unhedged: -650_000, futures: 400_000, hedged: -250_000 });
  });

  it("says the same on the sheet", () => {
    expect(sheet.value("PortfolioBeta")).toBeCloseTo(1.3, 12);
    expect(sheet.value("ContractsToTrade_ES")).toBe(-32);
    expect(sheet.value("HedgeHeadline")).toBe("Sell 32 ES: beta 1.30 → 0.50");
    expect(
      ["UnhedgedAt_Shock", "FuturesAt_Shock", "HedgedAt_Shock"].map((name) => sheet.value(name)),
    ).toEqual([-650_000, 400_000, -250_000]);
  });

  it("answers a target of 0 on the sheet with 52", () => {
    sheet.type("TargetBeta", 0);
    expect(sheet.value("ContractsToTrade_ES")).toBe(-52);
    expect(sheet.value("HedgeHeadline")).toBe("Sell 52 ES: beta 1.30 → 0.00");
  });

  it("follows the user's own cells", () => {
    sheet.typeInto("Book 1", 1, 3, 8_000_000);
    expect(sheet.value("PortfolioValue")).toBeCloseTo(14_000_000, 6);
    // (0.5 × 14,000,000 − 19,400,000) ÷ 250,000 = −49.6
    expect(sheet.value("ContractsToTrade_ES")).toBe(-50);
  });

  it("has no error in any cell", () => {
    const errors = sheet.cells().filter(({ value }) => typeof value === "string" && /^#|^Err:/.test(value));
    expect(errors).toEqual([]);
  });
});
