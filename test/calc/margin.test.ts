import type { ContractTerms } from "../../src/calc/contract-value";
import { marginCallPrice } from "../../src/calc/margin";
import { refusal } from "./refusal";
import { decimals, inverse, linear } from "./terms";

// CME Group, Performance Bonds FAQ: E-mini S&P 500 at 1,050, margins 4,000 and 3,200.
const cme = { entryPrice: "1050", initialMargin: "4000", maintenanceMargin: "3200", contracts: "1" };
const call = (
  changed: Partial<Record<keyof typeof cme, string>> = {},
  contract: ContractTerms = linear(50),
) => marginCallPrice({ ...decimals({ ...cme, ...changed }), contract }).toString();

const covered = "no-answer: there is no such price: the position is fully covered";

describe("marginCallPrice", () => {
  it("is below the entry for a long, above it for a short, whatever their number", () => {
    expect(call()).toBe("1034");
    expect(call({ contracts: "7" })).toBe("1034");
    expect(call({ contracts: "-1" })).toBe("1066");
    expect(call({ contracts: "-0.5" })).toBe("1066");
  });

  it("is the entry price where the margins are equal", () => {
    expect(call({ maintenanceMargin: "4000" })).toBe("1050");
  });

  it("is where an inverse contract has lost the cushion in coin", () => {
    // 100 dollars bought at 50 are 2 coins; at 40 they are 2.5: the loss is 0.5 coins.
    const coin = { entryPrice: "50", initialMargin: "1", maintenanceMargin: "0.5" };
    expect(call(coin, inverse(100))).toBe("40");
    // Sold at 50 and bought back at 200 / 3: 1.5 coins.
    expect(call({ ...coin, contracts: "-1" }, inverse(100))).toBe(
      "66.66666666666666666666666666666666666667",
    );
  });

  it("does not exist for a position that its margin covers", () => {
    expect(call({ initialMargin: "55699", maintenanceMargin: "3200" })).toBe("0.02");
    expect(refusal(() => call({ initialMargin: "55700" }))).toBe(covered);
    expect(refusal(() => call({ initialMargin: "60000" }))).toBe(covered);
    // An inverse short of 2 coins with a cushion of 2 coins or more: no price is high enough.
    const coin = { entryPrice: "50", maintenanceMargin: "0.5", contracts: "-1" };
    expect(refusal(() => call({ ...coin, initialMargin: "2.5" }, inverse(100)))).toBe(covered);
    expect(refusal(() => call({ ...coin, initialMargin: "3" }, inverse(100)))).toBe(covered);
  });

  it("says what is wrong", () => {
    expect(refusal(() => call({ contracts: "0" }))).toBe("no-answer: there is no position: contracts is 0");
    expect(refusal(() => call({ maintenanceMargin: "4001" }))).toBe(
      "argument: maintenanceMargin must not be greater than initialMargin, but is 4001 against 4000",
    );
    for (const name of ["entryPrice", "initialMargin", "maintenanceMargin"] as const) {
      expect(refusal(() => call({ [name]: "0" }))).toBe(
        `argument: ${name} is blank or 0, but must be greater than 0`,
      );
    }
    expect(refusal(() => call({}, linear(0)))).toBe(
      "argument: multiplier is blank or 0, but must be greater than 0",
    );
  });
});
