import { marketMove } from "../../src/calc/scenario";
import { refusal } from "./refusal";
import { decimals, inverse, linear } from "./terms";

describe("marketMove", () => {
  const book = { portfolioValue: "10000000", beta: "1.3", price: "5000", contracts: "-32" };
  const outcome = (changed: Partial<Record<keyof typeof book | "move", string>>, contract = linear(50)) => {
    const args = decimals({ ...book, move: "-0.05", ...changed });
    const { portfolio, futures, net } = marketMove({ ...args, contract });
    return [portfolio, futures, net].map(String);
  };

  // "Equity Futures & Portfolio Hedging": 10 million of beta 1.3 hedged to 0.5 loses 250,000 in a fall of 5 percent.
  it("is what the portfolio loses and the futures gain", () => {
    expect(outcome({})).toEqual(["-650000", "400000", "-250000"]);
    expect(outcome({ move: "0.05" })).toEqual(["650000", "-400000", "250000"]);
    expect(outcome({ move: "0" })).toEqual(["0", "0", "0"]);
  });

  it("counts an inverse contract at its fixed value", () => {
    const coins = { portfolioValue: "300000", beta: "1", price: "60000", contracts: "-3000" };
    expect(outcome({ ...coins, move: "0.5" }, inverse(100))).toEqual(["150000", "-150000", "0"]);
  });

  it("needs a price", () => {
    expect(refusal(() => outcome({ price: "0" }))).toBe(
      "argument: price is blank or 0, but must be greater than 0",
    );
  });
});
