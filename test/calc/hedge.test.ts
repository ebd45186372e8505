import type { ContractTerms } from "../../src/calc/contract-value";
import { Decimal } from "../../src/calc/decimal";
import { effectiveBeta, hedgeContracts, portfolioBeta } from "../../src/calc/hedge";
import { refusal } from "./refusal";
import { decimals, inverse, linear, type Digits } from "./terms";

describe("hedgeContracts", () => {
  // Hull, Options, Futures, and Other Derivatives, ch. 3, stock index futures:
  // a $5,050,000 portfolio of beta 1.5; the futures at 1,010, times $250.
  const hull = { portfolioValue: "5050000", beta: "1.5", targetBeta: "0", futuresBeta: "1", price: "1010" };
  const trade = (
    changed: Partial<Record<keyof typeof hull, string>> = {},
    contract: ContractTerms = linear(250),
  ) => hedgeContracts({ ...decimals({ ...hull, ...changed }), contract }).toString();

  it.each([
    { wanted: "a full hedge", targetBeta: "0", contracts: "-30" },
    { wanted: "half the beta", targetBeta: "0.75", contracts: "-15" },
    { wanted: "more beta", targetBeta: "2", contracts: "10" },
    { wanted: "no change", targetBeta: "1.5", contracts: "0" },
    { wanted: "a short market", targetBeta: "-1.5", contracts: "-60" },
  ])("trades $contracts contracts for $wanted", ({ targetBeta, contracts }) => {
    expect(trade({ targetBeta })).toBe(contracts);
  });

  it("trades more of a future of lower beta, and the other way round of an inverse index", () => {
    expect(trade({ futuresBeta: "0.75" })).toBe("-40");
    expect(trade({ futuresBeta: "-1" })).toBe("30");
    expect(trade({ futuresBeta: "0.000001" })).toBe("-30000000");
  });

  it("buys against a short portfolio, and trades nothing for an empty one", () => {
    expect(trade({ portfolioValue: "-5050000" })).toBe("30");
    expect(trade({ portfolioValue: "0" })).toBe("0");
  });

  it("leaves the price out for an inverse contract", () => {
    expect(trade({ portfolioValue: "300000", beta: "1", price: "60000" }, inverse(1))).toBe("-300000");
    expect(trade({ portfolioValue: "300000", beta: "1", price: "30000" }, inverse(1))).toBe("-300000");
    expect(trade({ portfolioValue: "300000", beta: "1", price: "60000" }, linear("0.001"))).toBe("-5000");
  });

  it("is not rounded", () => {
    expect(trade({ portfolioValue: "1000000", beta: "1" })).toBe("-3.96039603960396039603960396039603960396");
  });

  it("says what must not be 0", () => {
    expect(refusal(() => trade({ futuresBeta: "0" }))).toBe(
      "argument: futuresBeta is blank or 0, but must not be 0",
    );
    expect(refusal(() => trade({ price: "0" }))).toBe(
      "argument: price is blank or 0, but must be greater than 0",
    );
    expect(refusal(() => trade({}, linear(0)))).toBe(
      "argument: multiplier is blank or 0, but must be greater than 0",
    );
  });
});

describe("effectiveBeta", () => {
  const book = { portfolioValue: "10000000", beta: "1.3", futuresBeta: "1", price: "5000", contracts: "-32" };
  const left = (
    changed: Partial<Record<keyof typeof book, string>> = {},
    contract: ContractTerms = linear(50),
  ) => effectiveBeta({ ...decimals({ ...book, ...changed }), contract }).toString();

  it.each([
    [{}, "0.5"],
    [{ contracts: "-52" }, "0"],
    [{ contracts: "0" }, "1.3"],
    [{ contracts: "20", beta: "0.9" }, "1.4"],
    [{ futuresBeta: "0.5" }, "0.9"],
    [{ portfolioValue: "-10000000" }, "2.1"],
  ])("%j: %s", (changed, expected) => {
    expect(left(changed)).toBe(expected);
  });

  it("counts an inverse contract at its fixed value", () => {
    expect(
      left({ portfolioValue: "300000", beta: "1", price: "60000", contracts: "-3000" }, inverse(100)),
    ).toBe("0");
  });

  it("needs a portfolio", () => {
    expect(refusal(() => left({ portfolioValue: "0" }))).toBe(
      "argument: portfolioValue is blank or 0, but must not be 0",
    );
    expect(refusal(() => left({ price: "-1" }))).toBe("argument: price must be greater than 0, but is -1");
  });
});

describe("portfolioBeta", () => {
  const beta = (...holdings: [Digits, Digits][]) =>
    portfolioBeta(
      holdings.map(([value, b]) => ({ value: new Decimal(value), beta: new Decimal(b) })),
    ).toString();

  it("weighs each beta with its value", () => {
    expect(beta([1000, "0.9"], [1000, "1.5"], [1000, "2.1"])).toBe("1.5");
    expect(beta([3_000_000, "1.6"], [1_000_000, "0.4"])).toBe("1.3");
    expect(beta([250, "1.1"])).toBe("1.1");
  });

  it("counts short holdings against long ones", () => {
    expect(beta([300, 1], [-100, 2])).toBe("0.5");
    expect(beta([-100, "1.2"])).toBe("1.2");
  });

  it("has no answer where the values add up to 0", () => {
    const message = "no-answer: the values add up to 0";
    expect(refusal(() => beta())).toBe(message);
    expect(refusal(() => beta([0, 1]))).toBe(message);
    expect(refusal(() => beta([100, 1], [-100, 2]))).toBe(message);
  });
});
