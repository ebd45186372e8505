import { Decimal } from "../../src/calc/decimal";
import { normal, putPrice } from "../../src/calc/option";
import { refusal } from "./refusal";
import { decimals } from "./terms";

// Haug, The Complete Guide to Option Pricing Formulas, 1998, p. 4, in QuantLib's test suite.
const haug = {
  spot: "100",
  strike: "95",
  rate: "0.1",
  yield: "0.05",
  volatility: "0.2",
  days: "182.5",
  yearDays: "365",
};
const put = (changed: Partial<Record<keyof typeof haug, string>> = {}) =>
  putPrice(decimals({ ...haug, ...changed })).toNumber();

describe("putPrice", () => {
  it.each([
    [{}, 2.4648],
    [{ spot: "75", strike: "70", volatility: "0.35" }, 4.087],
    [{ strike: "100", yield: "0.1", days: "36.5", volatility: "0.25" }, 3.1217],
    [{ spot: "110", strike: "100", yield: "0.1", volatility: "0.35" }, 5.7963],
    [{ spot: "19", strike: "19", yield: "0.1", days: "270", yearDays: "360", volatility: "0.28" }, 1.7011],
  ])("%j: %d", (changed, expected) => {
    expect(Math.abs(put(changed) - expected)).toBeLessThanOrEqual(0.0001);
  });

  it("is the discounted intrinsic value without volatility or time", () => {
    const discounted = 95 * Math.exp(-0.05) - 80 * Math.exp(-0.025);
    expect(put({ volatility: "0", spot: "80" })).toBeCloseTo(discounted, 12);
    expect(put({ days: "0", spot: "80" })).toBe(15);
    expect(put({ volatility: "0" })).toBe(0);
    expect(put({ days: "0" })).toBe(0);
  });

  it("is nothing, and never less, far out of the money, and all of it far in the money", () => {
    expect(put({ spot: "100000" })).toBe(0);
    expect(put({ spot: "1000" })).toBeGreaterThanOrEqual(0);
    expect(put({ spot: "0.01", yield: "0", rate: "0" })).toBeCloseTo(94.99, 12);
  });

  it("says what is wrong", () => {
    for (const name of ["spot", "strike", "yearDays"] as const) {
      expect(refusal(() => put({ [name]: "0" }))).toBe(
        `argument: ${name} is blank or 0, but must be greater than 0`,
      );
    }
    for (const name of ["volatility", "days"] as const) {
      expect(refusal(() => put({ [name]: "-0.2" }))).toBe(
        `argument: ${name} must be 0 or greater, but is -0.2`,
      );
    }
  });
});

describe("normal", () => {
  // Abramowitz and Stegun, Handbook of Mathematical Functions, table 26.1.
  it.each([
    [0, "0.500000000000000"],
    [0.5, "0.691462461274013"],
    [1, "0.841344746068543"],
    [2, "0.977249868051821"],
    [3, "0.998650101968370"],
    [-1, "0.158655253931457"],
  ])("of %d is %s", (x, printed) => {
    expect(normal(new Decimal(x)).toFixed(15)).toBe(printed);
  });

  it("is 0 and 1 where no cell could tell the difference", () => {
    expect(normal(new Decimal("12.001")).toString()).toBe("1");
    expect(normal(new Decimal("-12.001")).toString()).toBe("0");
    expect(normal(new Decimal(-12)).toNumber()).toBeLessThan(1e-30);
    expect(normal(new Decimal(-12)).toNumber()).toBeGreaterThan(0);
    expect(normal(new Decimal(12)).toNumber()).toBe(1);
    expect(normal(new Decimal(-8)).toNumber()).toBeCloseTo(6.22096057427e-16, 24);
  });
});
