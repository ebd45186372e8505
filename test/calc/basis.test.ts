import { annualisedBasis, basis, fairValue } from "../../src/calc/basis";
import { refusal } from "./refusal";
import { decimals } from "./terms";

describe("basis", () => {
  const points = (spot: string, futuresPrice: string) => basis(decimals({ spot, futuresPrice })).toString();

  it("is futures less spot", () => {
    expect(points("1156.68", "1157")).toBe("0.32");
    expect(points("5000", "4990")).toBe("-10");
    expect(points("5000", "5000")).toBe("0");
  });

  it("names the price that is missing", () => {
    expect(refusal(() => points("0", "1"))).toBe("argument: spot is blank or 0, but must be greater than 0");
    expect(refusal(() => points("1", "-2"))).toBe("argument: futuresPrice must be greater than 0, but is -2");
  });
});

describe("annualisedBasis", () => {
  const rate = (spot: string, futuresPrice: string, days: string, yearDays = "365") =>
    annualisedBasis(decimals({ spot, futuresPrice, days, yearDays })).toString();

  // By hand: 50 ÷ 5,000 × 365 ÷ 73; CME Group, Calculating Fair Value: 1,146 financed at 5.7 % for 78 days of 360.
  it("is a simple rate per year", () => {
    expect(rate("5000", "5050", "73")).toBe("0.05");
    expect(rate("5000", "4950", "73")).toBe("-0.05");
    expect(rate("5000", "5050", "36", "360")).toBe("0.1");
    expect(Number(rate("1146", "1160.1531", "78", "360"))).toBeCloseTo(0.057, 9);
  });

  it("does not exist at expiry", () => {
    expect(refusal(() => rate("5000", "5050", "0"))).toBe(
      "argument: days is blank or 0, but must be greater than 0",
    );
    expect(refusal(() => rate("5000", "5050", "-1"))).toBe(
      "argument: days must be greater than 0, but is -1",
    );
    expect(refusal(() => rate("5000", "5050", "1", "0"))).toBe(
      "argument: yearDays is blank or 0, but must be greater than 0",
    );
    expect(refusal(() => rate("0", "5050", "0"))).toBe(
      "argument: spot is blank or 0, but must be greater than 0",
    );
  });
});

describe("fairValue", () => {
  const market = { spot: "2000", rate: "0.05", yield: "0.01", days: "90", yearDays: "360" };
  const value = (
    compounding: "simple" | "continuous",
    changed: Partial<Record<keyof typeof market, string>> = {},
  ) => fairValue({ ...decimals({ ...market, ...changed }), compounding });

  it("adds the financing and takes the yield off, simple", () => {
    expect(value("simple").toString()).toBe("2020");
    expect(value("simple", { yield: "0.09" }).toString()).toBe("1980");
    expect(value("simple", { days: "180" }).toString()).toBe("2040");
  });

  // Hull, Options, Futures, and Other Derivatives, problem 5.10; an exercise after it: 2,000 at 5 percent for a year.
  it.each([
    [{ spot: "150", rate: "0.07", yield: "0.032", days: "182.5", yearDays: "365" }, 152.88],
    [{ spot: "2000", rate: "0.05", yield: "0", days: "365", yearDays: "365" }, 2102.54],
  ])("%j, continuous: %d", (changed, expected) => {
    expect(value("continuous", changed).toNumber()).toBeCloseTo(expected, 2);
  });

  it("is spot at expiry", () => {
    expect(value("simple", { days: "0" }).toString()).toBe("2000");
    expect(value("continuous", { days: "0" }).toString()).toBe("2000");
  });

  it("needs a spot price, a year, and no time in the past", () => {
    expect(refusal(() => value("simple", { spot: "0" }))).toBe(
      "argument: spot is blank or 0, but must be greater than 0",
    );
    expect(refusal(() => value("simple", { yearDays: "-360" }))).toBe(
      "argument: yearDays must be greater than 0, but is -360",
    );
    expect(refusal(() => value("continuous", { days: "-1" }))).toBe(
      "argument: days must be 0 or greater, but is -1",
    );
  });
});
