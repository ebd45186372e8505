import fc from "fast-check";
import { Decimal } from "../../../src/calc/decimal";
import { toLot, type Rounding } from "../../../src/calc/rounding";
import { decimal, law } from "./law";

const anyLot = fc.constantFrom("1", "0.1", "0.01", "0.001", "100").map((lot) => new Decimal(lot));
const anyLots = fc.oneof(decimal(-10_000, 10_000, 4), decimal(-10, 10, 8), decimal(-2_000_000, 2_000_000, 2));
const anyOrder = fc.record({ contracts: anyLots, lot: anyLot });
const anyMode = fc.constantFrom<Rounding>("nearest", "down", "up", "none");

/** What rounding may take for noise, in contracts: a thousandth of a lot at most. */
const noise = (lot: Decimal) => lot.dividedBy(1000);

describe("contracts in whole lots", () => {
  law(
    "mirror each other: rounding a sale is rounding the purchase",
    fc.tuple(anyOrder, anyMode),
    ([order, rounding]) => {
      const sale = toLot({ ...order, contracts: order.contracts.negated(), rounding });
      expect(sale.equals(toLot({ ...order, rounding }).negated())).toBe(true);
    },
  );

  law("are whole lots, and stay what they are", fc.tuple(anyOrder, anyMode), ([order, rounding]) => {
    const whole = toLot({ ...order, rounding });
    if (rounding !== "none") expect(whole.modulo(order.lot).isZero()).toBe(true);
    expect(toLot({ ...order, contracts: whole, rounding }).equals(whole)).toBe(true);
  });

  law("rounded down never over-hedge, and leave less than a lot", anyOrder, (order) => {
    const left = order.contracts.abs().minus(toLot({ ...order, rounding: "down" }).abs());
    expect(left.greaterThanOrEqualTo(noise(order.lot).negated())).toBe(true);
    expect(left.lessThan(order.lot)).toBe(true);
  });

  law("rounded up always cover, by less than a lot more", anyOrder, (order) => {
    const more = toLot({ ...order, rounding: "up" })
      .abs()
      .minus(order.contracts.abs());
    expect(more.greaterThanOrEqualTo(noise(order.lot).negated())).toBe(true);
    expect(more.lessThan(order.lot)).toBe(true);
  });

  law("rounded to the nearest are at most half a lot away", anyOrder, (order) => {
    const away = toLot({ ...order, rounding: "nearest" })
      .minus(order.contracts)
      .abs();
    expect(away.lessThanOrEqualTo(order.lot.dividedBy(2).plus(noise(order.lot)))).toBe(true);
  });

  law("rounded to the nearest are one of down and up", anyOrder, (order) => {
    const nearest = toLot({ ...order, rounding: "nearest" });
    const [down, up] = [toLot({ ...order, rounding: "down" }), toLot({ ...order, rounding: "up" })];
    expect(nearest.equals(down) || nearest.equals(up)).toBe(true);
  });

  law(
    "do not change with noise in the last digits of a double",
    fc.tuple(fc.integer({ min: -100_000, max: 100_000 }), anyLot, anyMode),
    ([halves, lot, rounding]) => {
      fc.pre(rounding !== "none");
      const contracts = lot.times(halves).dividedBy(2);
      const clean = toLot({ contracts, lot, rounding });
      for (const factor of ["1.0000000000000002", "0.9999999999999998"]) {
        expect(toLot({ contracts: contracts.times(factor), lot, rounding }).equals(clean)).toBe(true);
      }
    },
  );
});
