import { contractValue } from "../../src/calc/contract-value";
import { Decimal } from "../../src/calc/decimal";
import { refusal } from "./refusal";
import { inverse, linear, type Digits } from "./terms";

const value = (price: Digits, contract: ReturnType<typeof linear>) =>
  contractValue({ price: new Decimal(price), contract }).toString();

describe("contractValue", () => {
  // Multipliers: CME Group, Binance and Deribit contract specifications.
  it.each([
    ["an E-mini S&P 500 at 5,000", 5000, linear(50), "250000"],
    ["a Micro E-mini Dow at 39,000", 39_000, linear("0.5"), "19500"],
    ["0.001 BTC at 60,000", 60_000, linear("0.001"), "60"],
    ["100 dollars of BTC at 60,000", 60_000, inverse(100), "100"],
    ["100 dollars of BTC at 0.01", "0.01", inverse(100), "100"],
  ])("of %s", (_, price, contract, expected) => {
    expect(value(price, contract)).toBe(expected);
  });

  it("needs a price and a multiplier greater than 0, even where the price plays no part", () => {
    for (const contract of [linear(50), inverse(50)]) {
      expect(refusal(() => value(0, contract))).toBe(
        "argument: price is blank or 0, but must be greater than 0",
      );
      expect(refusal(() => value(-37, contract))).toBe("argument: price must be greater than 0, but is -37");
    }
    for (const contract of [linear(0), inverse(0)]) {
      expect(refusal(() => value(5000, contract))).toBe(
        "argument: multiplier is blank or 0, but must be greater than 0",
      );
    }
    expect(refusal(() => value(5000, linear(-5)))).toBe(
      "argument: multiplier must be greater than 0, but is -5",
    );
  });
});
