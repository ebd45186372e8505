import { Decimal, fromCell } from "../../src/calc/decimal";

describe("Decimal", () => {
  it("has 40 significant digits, rounded half away from zero", () => {
    expect(new Decimal(2).dividedBy(3).toString()).toBe(`0.${"6".repeat(39)}7`);
    expect(new Decimal(-2).dividedBy(3).toString()).toBe(`-0.${"6".repeat(39)}7`);
    expect(new Decimal(1).plus("5e-40").toString()).toBe(`1.${"0".repeat(38)}1`);
  });

  it("leaves other users of decimal.js alone", () => {
    expect(Decimal.precision).toBe(40);
    expect((new Decimal(1).constructor as typeof Decimal).precision).toBe(40);
  });
});

describe("fromCell", () => {
  // Excel stores and shows 15 significant digits.
  it.each([
    [0.1 + 0.2, "0.3"],
    [1.4 - 0.9, "0.5"],
    [44.49999999999999, "44.5"],
    [0.49999999999999994, "0.5"],
    [0.499999999999999, "0.499999999999999"],
    [1 / 3, "0.333333333333333"],
    [123_456_789_012_345_680, "123456789012346000"],
    [-Number.MIN_VALUE, "-4.94065645841247e-324"],
    [1.7976931348623157e308, "1.79769313486232e+308"],
    [-0, "0"],
    [5000, "5000"],
  ])("takes %d for %s", (x, shown) => {
    expect(fromCell(x).toString()).toBe(shown);
  });
});
