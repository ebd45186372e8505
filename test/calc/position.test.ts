import type { ContractTerms } from "../../src/calc/contract-value";
import { cashBuffer, leverage, notional, profitAndLoss } from "../../src/calc/position";
import { refusal } from "./refusal";
import { decimals, inverse, linear } from "./terms";

describe("notional", () => {
  const value = (price: string, contract: ContractTerms, contracts: string) =>
    notional({ ...decimals({ price, contracts }), contract }).toString();

  // CME Group, Discover Equity Index Notional Value and Price: NQ at 4,625.
  it.each([
    ["4625", linear(20), "1", "92500"],
    ["4000", linear(50), "-1", "-200000"],
    ["60000", linear("0.001"), "2.5", "150"],
    ["60000", inverse(100), "-30", "-3000"],
    ["5000", linear(50), "0", "0"],
  ])("at %s: %j × %s is %s", (price, contract, contracts, expected) => {
    expect(value(price, contract, contracts)).toBe(expected);
  });

  it("needs a price", () => {
    expect(refusal(() => value("0", linear(50), "1"))).toBe(
      "argument: price is blank or 0, but must be greater than 0",
    );
  });
});

describe("profitAndLoss", () => {
  const pnl = (
    entryPrice: string,
    exitPrice: string,
    contract: ContractTerms,
    contracts: string,
    currency: "settlement" | "quote" = "settlement",
  ) => profitAndLoss({ ...decimals({ entryPrice, exitPrice, contracts }), contract, currency }).toString();

  // Hull, Options, Futures, and Other Derivatives, table 3.4: 30 sold at 1,010, times $250.
  it.each([
    ["952", "435000"],
    ["1053", "-322500"],
    ["1010", "0"],
  ])("of 30 linear contracts sold at 1,010 and bought back at %s is %s", (exit, expected) => {
    expect(pnl("1010", exit, linear(250), "-30")).toBe(expected);
    expect(pnl("1010", exit, linear(250), "-30", "quote")).toBe(expected);
  });

  // BitMEX, P&L guide: 1,000 contracts of 1 dollar from 1,000 to 1,250; "Trading bitcoin inverse futures contracts".
  it.each([
    ["1000", "1250", "1000", "0.2", "250"],
    ["600", "500", "60000", "-20", "-10000"],
    ["8000", "5000", "-16000", "1.2", "6000"],
    ["100", "50", "1000", "-10", "-500"],
    ["100", "100", "1000", "0", "0"],
  ])(
    "of an inverse position from %s to %s, %s dollars, is %s coins: %s dollars",
    (entry, exit, n, coins, dollars) => {
      expect(pnl(entry, exit, inverse(1), n)).toBe(coins);
      expect(pnl(entry, exit, inverse(1), n, "quote")).toBe(dollars);
    },
  );

  it("counts the dollars of an inverse contract", () => {
    expect(pnl("1000", "1250", inverse(100), "10")).toBe("0.2");
  });

  it("names the price that is missing", () => {
    expect(refusal(() => pnl("0", "1", linear(50), "1"))).toBe(
      "argument: entryPrice is blank or 0, but must be greater than 0",
    );
    expect(refusal(() => pnl("1", "-1", linear(50), "1"))).toBe(
      "argument: exitPrice must be greater than 0, but is -1",
    );
    expect(refusal(() => pnl("1", "1", inverse(0), "1"))).toBe(
      "argument: multiplier is blank or 0, but must be greater than 0",
    );
  });
});

describe("leverage", () => {
  const times = (price: string, contract: ContractTerms, margin: string, contracts = "1") =>
    leverage({ ...decimals({ price, margin, contracts }), contract }).toString();

  it("is the size of the position over the margin, whatever the side", () => {
    expect(times("4000", linear(50), "12500")).toBe("16");
    expect(times("4000", linear(50), "12500", "-2")).toBe("32");
    expect(times("60000", inverse(100), "500", "-10")).toBe("2");
    expect(times("4000", linear(50), "400000")).toBe("0.5");
    expect(times("4000", linear(50), "12500", "0")).toBe("0");
  });

  it("does not exist without margin", () => {
    expect(refusal(() => times("4000", linear(50), "0"))).toBe(
      "no-answer: without margin there is no leverage",
    );
    expect(refusal(() => times("4000", linear(50), "-1"))).toBe(
      "argument: margin must be greater than 0, but is -1",
    );
    expect(refusal(() => times("0", linear(50), "0"))).toBe(
      "argument: price is blank or 0, but must be greater than 0",
    );
  });
});

describe("cashBuffer", () => {
  const cash = (contract: ContractTerms, contracts: string, move: string) =>
    cashBuffer({ ...decimals({ price: "5000", contracts, move }), contract }).toString();

  it("is the same up and down, long and short", () => {
    expect(cash(linear(50), "-32", "0.05")).toBe("400000");
    expect(cash(linear(50), "-32", "-0.05")).toBe("400000");
    expect(cash(linear(50), "32", "-0.05")).toBe("400000");
    expect(cash(inverse(100), "-30", "0.1")).toBe("300");
    expect(cash(linear(50), "0", "0.05")).toBe("0");
    expect(cash(linear(50), "32", "0")).toBe("0");
  });
});
