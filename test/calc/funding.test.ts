import { funding, fundingIntervals } from "../../src/calc/funding";
import { refusal } from "./refusal";
import { decimals } from "./terms";

describe("funding", () => {
  const cash = (positionValue: string, fundingRate: string, intervals = "1") =>
    funding(decimals({ positionValue, fundingRate, intervals })).toString();

  // BitMEX, Perpetual Contracts Guide: Examples: a long of 20 BTC pays 0.25 percent.
  it("is paid by longs and received by shorts where the rate is positive", () => {
    expect(cash("20", "0.0025")).toBe("-0.05");
    expect(cash("-20", "0.0025")).toBe("0.05");
    expect(cash("20", "-0.0025")).toBe("0.05");
    expect(cash("-300000", "0.0001", "1095")).toBe("32850");
    expect(cash("20", "0")).toBe("0");
  });
});

describe("fundingIntervals", () => {
  const intervals = (days: string, intervalHours: string) =>
    fundingIntervals(decimals({ days, intervalHours })).toString();

  it("counts the intervals in the days, not rounded", () => {
    expect(intervals("1", "8")).toBe("3");
    expect(intervals("365", "8")).toBe("1095");
    expect(intervals("0.5", "24")).toBe("0.5");
    expect(intervals("0", "8")).toBe("0");
  });

  it("names what is out of range", () => {
    expect(refusal(() => intervals("-1", "8"))).toBe("argument: days must be 0 or greater, but is -1");
    expect(refusal(() => intervals("1", "0"))).toBe(
      "argument: intervalHours is blank or 0, but must be greater than 0",
    );
    expect(refusal(() => intervals("1", "-8"))).toBe(
      "argument: intervalHours must be greater than 0, but is -8",
    );
  });
});
