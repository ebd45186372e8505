import { Decimal } from "../../src/calc/decimal";
import { reachablePrice, side } from "../../src/calc/side";
import { refusal } from "./refusal";

describe("side", () => {
  it("is +1 long, −1 short, and needs a position", () => {
    expect(side(new Decimal("0.001")).toString()).toBe("1");
    expect(side(new Decimal(-32)).toString()).toBe("-1");
    expect(refusal(() => side(new Decimal(0)))).toBe("no-answer: there is no position: contracts is 0");
    expect(refusal(() => side(new Decimal(-0)))).toBe("no-answer: there is no position: contracts is 0");
  });
});

describe("reachablePrice", () => {
  it("passes on a price greater than 0", () => {
    expect(reachablePrice(new Decimal("0.01")).toString()).toBe("0.01");
  });

  it.each([0, -1, Infinity, -Infinity, NaN])("refuses %d", (price) => {
    expect(refusal(() => reachablePrice(new Decimal(price)))).toBe(
      "no-answer: there is no such price: the position is fully covered",
    );
  });
});
