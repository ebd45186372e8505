import { liquidationPrice } from "../../src/calc/liquidation";
import { refusal } from "./refusal";
import { decimals, inverse, linear } from "./terms";

type Convention = "mark" | "entry";
const position = { entryPrice: "20000", leverage: "50", maintenanceRate: "0.005", contracts: "1" };
const price = (
  convention: Convention,
  changed: Partial<Record<keyof typeof position, string>> = {},
  contract = linear(1),
) => liquidationPrice({ ...decimals({ ...position, ...changed }), contract, convention }).toNumber();

const covered = "no-answer: there is no such price: the position is fully covered";
const atOnce = "no-answer: the position would be liquidated at once: 1/leverage is not above maintenanceRate";

describe("liquidationPrice, linear", () => {
  it("counts maintenance on the entry value (Bybit, Liquidation Price (USDT Contract))", () => {
    expect(price("entry")).toBe(19_700);
    expect(price("entry", { contracts: "-3" })).toBe(20_300);
  });

  // By hand: 10 × (1 − 1/5) ÷ (1 − 0.01) and 10 × (1 + 1/5) ÷ (1 + 0.01).
  it("counts maintenance on the mark value", () => {
    const ten = { entryPrice: "10", leverage: "5", maintenanceRate: "0.01" };
    expect(price("mark", ten)).toBeCloseTo(8 / 0.99, 12);
    expect(price("mark", { ...ten, contracts: "-1" })).toBeCloseTo(12 / 1.01, 12);
  });

  it("is the bankruptcy price without maintenance", () => {
    for (const convention of ["mark", "entry"] as const) {
      expect(price(convention, { maintenanceRate: "0" })).toBe(19_600);
      expect(price(convention, { maintenanceRate: "0", contracts: "-1" })).toBe(20_400);
    }
  });

  it("is near twice the entry for a short without leverage, and does not exist for such a long", () => {
    expect(price("mark", { leverage: "1", contracts: "-1" })).toBeCloseTo(40_000 / 1.005, 9);
    expect(price("entry", { leverage: "1", contracts: "-1" })).toBe(39_900);
    expect(refusal(() => price("mark", { leverage: "1" }))).toBe(covered);
    expect(refusal(() => price("mark", { leverage: "0.5" }))).toBe(covered);
    expect(price("entry", { leverage: "1" })).toBe(100);
  });

  it("is the same for every size and multiplier", () => {
    expect(price("entry", { contracts: "0.001" })).toBe(19_700);
    expect(price("entry", {}, linear(50))).toBe(19_700);
  });
});

describe("liquidationPrice, inverse", () => {
  // MCS, Isolated Margin: 2,000 with 10 times leverage and 0.5 percent.
  it("counts maintenance on the entry value", () => {
    const mcs = { entryPrice: "2000", leverage: "10" };
    expect(price("entry", mcs, inverse(1))).toBeCloseTo(1826.48, 2);
    expect(price("entry", { ...mcs, contracts: "-1" }, inverse(1))).toBeCloseTo(2209.94, 2);
  });

  // By hand: 2,000 × 1.005 ÷ 1.1 and 2,000 × 0.995 ÷ 0.9.
  it("counts maintenance on the mark value", () => {
    const mcs = { entryPrice: "2000", leverage: "10" };
    expect(price("mark", mcs, inverse(1))).toBeCloseTo(2010 / 1.1, 9);
    expect(price("mark", { ...mcs, contracts: "-1" }, inverse(1))).toBeCloseTo(1990 / 0.9, 9);
  });

  it("does not exist for a short that its coins cover", () => {
    for (const leverage of ["1", "0.8"]) {
      expect(refusal(() => price("mark", { leverage, contracts: "-1" }, inverse(1)))).toBe(covered);
    }
    expect(refusal(() => price("entry", { leverage: "0.9", contracts: "-1" }, inverse(1)))).toBe(covered);
  });

  it("is half the entry for a long without leverage", () => {
    expect(price("mark", { leverage: "1", maintenanceRate: "0" }, inverse(1))).toBe(10_000);
    expect(price("entry", { leverage: "1", maintenanceRate: "0" }, inverse(1))).toBe(10_000);
  });
});

describe("liquidationPrice", () => {
  it("does not exist where the maintenance eats the margin at once", () => {
    for (const convention of ["mark", "entry"] as const) {
      expect(refusal(() => price(convention, { leverage: "200" }))).toBe(atOnce);
      expect(refusal(() => price(convention, { leverage: "250", contracts: "-1" }, inverse(1)))).toBe(atOnce);
    }
    expect(price("entry", { leverage: "199" })).toBeLessThan(20_000);
  });

  it("says what is wrong", () => {
    expect(refusal(() => price("mark", { contracts: "0" }))).toBe(
      "no-answer: there is no position: contracts is 0",
    );
    expect(refusal(() => price("mark", { leverage: "0" }))).toBe(
      "argument: leverage is blank or 0, but must be greater than 0",
    );
    expect(refusal(() => price("mark", { leverage: "-3" }))).toBe(
      "argument: leverage must be greater than 0, but is -3",
    );
    expect(refusal(() => price("mark", { entryPrice: "0" }))).toBe(
      "argument: entryPrice is blank or 0, but must be greater than 0",
    );
    expect(refusal(() => price("mark", {}, linear(0)))).toBe(
      "argument: multiplier is blank or 0, but must be greater than 0",
    );
    expect(refusal(() => price("mark", { maintenanceRate: "-0.01" }))).toBe(
      "argument: maintenanceRate must be 0 or greater, but is -0.01",
    );
    for (const maintenanceRate of ["1", "5"]) {
      expect(refusal(() => price("mark", { maintenanceRate, leverage: "0.1" }))).toBe(
        `argument: maintenanceRate must be less than 1, but is ${maintenanceRate}; 0.5 percent is 0.005 or 0.5%`,
      );
    }
  });
});
