import { Decimal } from "../../src/calc/decimal";
import { toLot, wholeNumber, type Rounding } from "../../src/calc/rounding";
import { refusal } from "./refusal";
import type { Digits } from "./terms";

const round = (contracts: Digits, rounding: Rounding, lot: Digits = 1) =>
  toLot({ contracts: new Decimal(contracts), lot: new Decimal(lot), rounding }).toString();

describe("toLot", () => {
  // Microsoft: ROUND, ROUNDDOWN and ROUNDUP go by the size of the number, whatever its sign.
  it.each([
    ["0.5", "1", "0", "1"],
    ["-0.5", "-1", "0", "-1"],
    ["1.5", "2", "1", "2"],
    ["2.5", "3", "2", "3"],
    ["-2.5", "-3", "-2", "-3"],
    ["0.4", "0", "0", "1"],
    ["-0.4", "0", "0", "-1"],
    ["-88.888", "-89", "-88", "-89"],
    ["12.41", "12", "12", "13"],
    ["-32", "-32", "-32", "-32"],
    ["0", "0", "0", "0"],
  ])("of %s is %s to the nearest, %s down, %s up", (contracts, nearest, down, up) => {
    expect(round(contracts, "nearest")).toBe(nearest);
    expect(round(contracts, "down")).toBe(down);
    expect(round(contracts, "up")).toBe(up);
    expect(round(contracts, "none")).toBe(contracts);
  });

  it.each([
    // (1.4 − 0.9) × 40 in doubles, and what else doubles make of whole and half numbers.
    ["19.999999999999996", "20", "20", "20"],
    ["20.000000000000004", "20", "20", "20"],
    ["-20.000000000000004", "-20", "-20", "-20"],
    ["44.499999999999996", "45", "44", "45"],
    ["-44.499999999999996", "-45", "-44", "-45"],
    ["0.49999999999999994", "1", "0", "1"],
  ])("takes %s for what the user sees: %s, %s down, %s up", (contracts, nearest, down, up) => {
    expect(round(contracts, "nearest")).toBe(nearest);
    expect(round(contracts, "down")).toBe(down);
    expect(round(contracts, "up")).toBe(up);
  });

  it("takes nothing for noise that is more than a part in 10⁹", () => {
    expect(round("0.4999999996", "nearest")).toBe("1");
    expect(round("0.4999999994", "nearest")).toBe("0");
    expect(round("19.99999999", "down")).toBe("20");
    expect(round("19.99999997", "down")).toBe("19");
    expect(round("20.00000001", "up")).toBe("20");
    expect(round("20.00000003", "up")).toBe("21");
  });

  it("takes nothing for noise that is more than a thousandth of a lot", () => {
    expect(round("1234567890.499", "nearest")).toBe("1234567891");
    expect(round("1234567890.4989", "nearest")).toBe("1234567890");
    expect(round("1234567890.999", "down")).toBe("1234567891");
    expect(round("1234567890.9989", "down")).toBe("1234567890");
    expect(round("1234567890.001", "up")).toBe("1234567890");
    expect(round("1234567890.0011", "up")).toBe("1234567891");
  });

  it.each([
    ["-5.0004", "0.001", "-5", "-5", "-5.001"],
    ["-5.0005", "0.001", "-5.001", "-5", "-5.001"],
    ["0.00049", "0.001", "0", "0", "0.001"],
    ["-249.9", "100", "-200", "-200", "-300"],
    ["250", "100", "300", "200", "300"],
    ["0.3", "0.1", "0.3", "0.3", "0.3"],
  ])("of %s in lots of %s is %s, %s down, %s up", (contracts, lot, nearest, down, up) => {
    expect(round(contracts, "nearest", lot)).toBe(nearest);
    expect(round(contracts, "down", lot)).toBe(down);
    expect(round(contracts, "up", lot)).toBe(up);
    expect(round(contracts, "none", lot)).toBe(contracts);
  });

  it("gives no −0", () => {
    for (const mode of ["nearest", "down"] as const) {
      const whole = toLot({ contracts: new Decimal("-0.3"), lot: new Decimal(1), rounding: mode });
      expect(Object.is(whole.toNumber(), 0)).toBe(true);
    }
  });

  it("needs a lot", () => {
    for (const mode of ["nearest", "none"] as const) {
      expect(refusal(() => round(1, mode, 0))).toBe(
        "argument: lot is blank or 0, but must be greater than 0",
      );
      expect(refusal(() => round(1, mode, "-0.1"))).toBe("argument: lot must be greater than 0, but is -0.1");
    }
  });
});

describe("wholeNumber", () => {
  it("is the rule for a lot of 1", () => {
    expect(wholeNumber(new Decimal("-2.5"), "nearest").toString()).toBe("-3");
    expect(wholeNumber(new Decimal("-2.5"), "down").toString()).toBe("-2");
    expect(wholeNumber(new Decimal("2.1"), "up").toString()).toBe("3");
  });
});
