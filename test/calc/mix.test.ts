import type { ContractTerms } from "../../src/calc/contract-value";
import { Decimal } from "../../src/calc/decimal";
import { contractMix } from "../../src/calc/mix";
import type { Rounding } from "../../src/calc/rounding";
import { refusal } from "./refusal";
import { inverse, linear, type Digits } from "./terms";

const mix = (
  contracts: Digits,
  [largeContract, smallContract]: readonly [ContractTerms, ContractTerms],
  rounding: Rounding = "nearest",
) => {
  const { large, small } = contractMix({
    contracts: new Decimal(contracts),
    price: new Decimal(5000),
    largeContract,
    smallContract,
    rounding,
  });
  return [large.toString(), small.toString()];
};

// Multipliers: CME Group contract specifications.
const ES_MES = [linear(50), linear(5)] as const;
const BTC_MBT = [linear(5), linear("0.1")] as const;
const ETH_MET = [linear(50), linear("0.1")] as const;

describe("contractMix", () => {
  it.each([
    [-4, ["-4", "0"]],
    [-3.6, ["-3", "-6"]],
    [3.64, ["3", "6"]],
    [3.65, ["3", "7"]],
    [-3.95, ["-4", "0"]],
    [2.98, ["3", "0"]],
    [-0.04, ["0", "0"]],
    [-0.05, ["0", "-1"]],
    [0, ["0", "0"]],
  ])("makes %d E-mini of whole E-mini and Micro", (contracts, expected) => {
    expect(mix(contracts, ES_MES)).toEqual(expected);
  });

  it("takes the ratio from the contracts", () => {
    expect(mix("-1.31", BTC_MBT)).toEqual(["-1", "-16"]);
    expect(mix("-1.314", ETH_MET)).toEqual(["-1", "-157"]);
    expect(mix("2.5", [inverse(100), inverse(10)])).toEqual(["2", "5"]);
  });

  it.each([
    ["3.64", "down", ["3", "6"]],
    ["3.69", "down", ["3", "6"]],
    ["-3.61", "up", ["-3", "-7"]],
    ["3.91", "up", ["4", "0"]],
    ["-3.64", "none", ["-3.64", "0"]],
  ] as const)("rounds %s %s in small contracts", (contracts, rounding, expected) => {
    expect(mix(contracts, ES_MES, rounding)).toEqual(expected);
  });

  describe("of sizes that do not divide, 50 and 20", () => {
    const sizes = [linear(50), linear(20)] as const;

    // By hand. 2.2 large are 110: 1 × 50 + 3 × 20 = 110; 2.3 are 115, and both 2 × 50 + 20 and 50 + 3 × 20 miss by 5.
    it.each([
      ["2.2", "nearest", ["1", "3"]],
      ["-2.2", "nearest", ["-1", "-3"]],
      ["2.3", "nearest", ["2", "1"]],
      ["2.3", "down", ["1", "3"]],
      ["2.3", "up", ["2", "1"]],
      ["2.2", "up", ["1", "3"]],
      ["2.9", "nearest", ["3", "0"]],
      ["2.9", "down", ["2", "2"]],
      ["0.1", "nearest", ["0", "0"]],
      ["0.1", "up", ["0", "1"]],
      ["0.4", "nearest", ["0", "1"]],
      ["0", "nearest", ["0", "0"]],
      ["2", "nearest", ["2", "0"]],
      ["1.6", "nearest", ["0", "4"]],
      ["2.2", "none", ["2.2", "0"]],
    ] as const)("%s %s", (contracts, rounding, expected) => {
      expect(mix(contracts, sizes, rounding)).toEqual(expected);
    });
  });

  it("counts in lots of each contract", () => {
    // 3.55 × 50 are 177.5: 178 small ones of 1, five of them to a tenth of a large one.
    expect(mix("3.55", [linear(50, "0.1"), linear(1)])).toEqual(["3.5", "3"]);
    // 3.55 × 50 are 355 lots of half: 35 tenths of 5 and 5 lots of 0.5.
    expect(mix("3.55", [linear(50, "0.1"), linear(5, "0.1")])).toEqual(["3.5", "0.5"]);
  });

  it("gives no −0", () => {
    const { large, small } = contractMix({
      contracts: new Decimal("-0.01"),
      price: new Decimal(5000),
      largeContract: ES_MES[0],
      smallContract: ES_MES[1],
      rounding: "nearest",
    });
    expect(Object.is(large.toNumber(), 0) && Object.is(small.toNumber(), 0)).toBe(true);
  });

  it("needs the larger contract first", () => {
    expect(refusal(() => mix(1, [linear(5), linear(50)]))).toBe(
      "argument: smallContract must be worth less than largeContract, but is worth 250000 against 25000; " +
        "name the larger contract first",
    );
    expect(refusal(() => mix(1, [linear(5), linear(5)], "none"))).toBe(
      "argument: smallContract must be worth less than largeContract, but is worth 25000 against 25000; " +
        "name the larger contract first",
    );
    expect(refusal(() => mix(1, [linear(50), linear(0)]))).toBe(
      "argument: multiplier is blank or 0, but must be greater than 0",
    );
  });
});
