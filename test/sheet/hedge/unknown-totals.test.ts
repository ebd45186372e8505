import { buildWorksheet } from "../../../src/sheet/page/build-worksheet";
import { contractChoice, defaultPlan } from "../../../src/sheet/plan/contract-choice";
import type { ContractChoice } from "../../../src/sheet/plan/plan";
import { bookOf } from "../books";
import { hedgedEach, TODAY } from "../page/hedged-each";
import { calculate, type Calculated } from "../evaluate";

/** A hedge of 1,000,000 with each contract: four E-minis of 250,000, a hundred of BTCUSDT's at 10,000. */
const onSheet = (contracts: readonly ContractChoice[], read: (sheet: Calculated) => void): void =>
  hedgedEach(contracts, { cash: 90_000 }, read);

const es = (market: Partial<ContractChoice> = {}) => contractChoice("ES", { price: 5000, ...market });
const btc = (market: Partial<ContractChoice> = {}) => contractChoice("BTCUSDT", { price: 10_000, ...market });
const values = (sheet: Calculated, ...names: string[]) => names.map((name) => sheet.value(name));

describe("a total of what is not known", () => {
  it("is no margin of 0, and leaves no cash to speak of", () => {
    onSheet([es()], (sheet) => {
      expect(values(sheet, "TotalMargin", "TotalMaintenance", "CashAfterMargin", "CashMove")).toEqual([
        "–",
        "–",
        "–",
        "–",
      ]);
      expect(values(sheet, "MarginGap", "MaintenanceGap")).toEqual([
        "ES: margin not known",
        "ES: maintenance margin not known",
      ]);
      sheet.type("InitialMargin_ES", 13_200);
      expect(values(sheet, "TotalMargin", "CashAfterMargin", "MarginGap", "MaintenanceGap")).toEqual([
        52_800,
        37_200,
        "",
        "",
      ]);
    });
  });

  it("names the contracts that it lacks", () => {
    onSheet([es({ initialMargin: 13_200 }), btc()], (sheet) => {
      expect(values(sheet, "TotalMargin", "MarginGap", "CashAfterMargin")).toEqual([
        52_800,
        "BTCUSDT: margin not known",
        "–",
      ]);
      sheet.type("IsolatedLeverage_BTCUSDT", 2);
      expect(values(sheet, "TotalMargin", "MarginGap")).toEqual([552_800, ""]);
      expect(sheet.value("MaintenanceGap")).toBe("BTCUSDT: maintenance margin not known");
      // Without a maintenance rate nobody knows what liquidates.
      expect(values(sheet, "MaintenanceTotal_BTCUSDT", "LiquidationPrice_BTCUSDT")).toEqual(["–", "–"]);
      sheet.type("MaintenanceRate_BTCUSDT", 0.005);
      expect(values(sheet, "MaintenanceTotal_BTCUSDT", "MaintenanceGap")).toEqual([5000, ""]);
    });
  });

  it("is no carry of 0, and compares with no CFD", () => {
    onSheet([es({ spot: 4950, expiry: TODAY + 90 }), btc()], (sheet) => {
      expect(values(sheet, "CfdCost", "CfdTotal", "FuturesTotal", "FuturesBetter")).toEqual([
        "–",
        "–",
        "–",
        "–",
      ]);
      sheet.type("CfdFinancing", 0.05);
      // A short of 1,000,000 that falls from 5,000 to 4,950 earns 1 %; what Bitcoin's funding is, nobody said.
      expect(sheet.value("FuturesCarry")).toBeCloseTo(10_000, 6);
      expect(values(sheet, "CarryGap", "CfdCost", "FuturesTotal", "FuturesBetter")).toEqual([
        "BTCUSDT: carry not known",
        0,
        "–",
        "–",
      ]);
      sheet.type("FundingRate_BTCUSDT", 0.0001);
      expect(sheet.value("CarryGap")).toBe("");
      // Funding of 0.01 % of 1,000,000, three times a day for 90 days: 27,000.
      expect(sheet.value("FuturesTotal")).toBeCloseTo(37_000, 6);
      expect(sheet.value("FuturesBetter")).toBeCloseTo(37_000 + (2_000_000 * 0.05 * 90) / 365, 6);
    });
  });

  it("says where the cash runs out at once", () => {
    onSheet([es({ initialMargin: 22_501 })], (sheet) => {
      expect(sheet.value("CashRunsOut")).toBe("at the start");
      sheet.type("CashAvailable", 4 * 22_501);
      expect(sheet.value("CashRunsOut")).toBe("on day 1");
    });
  });

  it("is no profit of 0 on what nobody said the cost of", () => {
    const rows = [
      { value: 1_000_000, beta: 1, cost: 700_000 },
      { value: 500_000, beta: 1 },
    ];
    const { holdings, book } = bookOf(rows, "Book 1", { name: 0, value: 3, beta: 4, cost: 6 });
    const sheet = calculate(
      book,
      buildWorksheet(defaultPlan(holdings, es(), TODAY), { version: "1.0.0", today: TODAY }),
    );
    const profits = () => {
      const cells = sheet.cells();
      const head = cells.find(({ value }) => value === "Unrealised P&L");
      return cells
        .filter(({ row, column }) => column === head?.column && row > head.row)
        .map(({ value }) => value);
    };
    expect(profits()).toEqual([300_000, "–", 300_000]);
    sheet.typeInto("Book 1", 1, 6, "");
    expect(profits()).toEqual(["–", "–", "–"]);
    sheet.close();
  });
});
