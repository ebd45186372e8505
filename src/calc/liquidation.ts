import type { ContractTerms } from "./contract-value";
import { Decimal } from "./decimal";
import { DomainError, requireNotNegative, requirePositive } from "./errors";
import { reachablePrice, side } from "./side";

/**
 * Liquidation price of a position with isolated margin.
 *
 *             maintenance on the mark value        maintenance on the entry value
 *   linear    E × (1 − s/L) ÷ (1 − s × u)          E × (1 − s × (1/L − u))
 *   inverse   E × (1 + s × u) ÷ (1 + s/L)          E ÷ (1 + s × (1/L − u))
 *
 *   entryPrice       E   points; > 0
 *   leverage         L   position value ÷ margin at entry; > 0; below 1 is over-collateralised
 *   maintenanceRate  u   0 … 1; 0 gives the bankruptcy price
 *   contracts            its sign is the side s: +1 long, −1 short
 *   convention           "mark": Binance, Gate, OKX, Bybit since 2026; "entry": Bybit before; for a short the
 *                        entry convention is the optimistic one
 *
 * One maintenance tier, no fees, no funding, no added margin, no rounding to the tick.
 *
 * @throws {DomainError} `argument` for an input out of range; `no-answer` for 0 contracts, for a position that is
 *   liquidated at once (1/L ≤ u), and for one that is covered at every price
 * @see Binance, "How to calculate liquidation price"; Bybit, "Liquidation price (isolated margin)"
 */
export function liquidationPrice(args: {
  readonly entryPrice: Decimal;
  readonly contract: ContractTerms;
  readonly leverage: Decimal;
  readonly maintenanceRate: Decimal;
  readonly contracts: Decimal;
  readonly convention: "mark" | "entry";
}): Decimal {
  const { entryPrice, contract, leverage, maintenanceRate, contracts, convention } = args;
  requirePositive({ entryPrice, multiplier: contract.multiplier, leverage });
  requireRate(maintenanceRate);
  const s = side(contracts);
  const margin = new Decimal(1).dividedBy(leverage);
  if (margin.lessThanOrEqualTo(maintenanceRate)) {
    throw new DomainError(
      "no-answer",
      "the position would be liquidated at once: 1/leverage is not above maintenanceRate",
    );
  }
  const factor = { linear, inverse }[contract.payoff][convention](s.times(margin), s.times(maintenanceRate));
  return reachablePrice(entryPrice.times(factor));
}

/** Price ÷ entry price, from the side times 1/L and the side times u. */
type Factor = (margin: Decimal, maintenance: Decimal) => Decimal;

const linear: Readonly<Record<"mark" | "entry", Factor>> = {
  mark: (margin, maintenance) => one.minus(margin).dividedBy(one.minus(maintenance)),
  entry: (margin, maintenance) => one.minus(margin).plus(maintenance),
};

const inverse: Readonly<Record<"mark" | "entry", Factor>> = {
  mark: (margin, maintenance) => one.plus(maintenance).dividedBy(one.plus(margin)),
  entry: (margin, maintenance) => one.dividedBy(one.plus(margin).minus(maintenance)),
};

const one = new Decimal(1);

function requireRate(maintenanceRate: Decimal): void {
  requireNotNegative({ maintenanceRate });
  if (maintenanceRate.greaterThanOrEqualTo(1)) {
    throw new DomainError(
      "argument",
      `maintenanceRate must be less than 1, but is ${maintenanceRate.toString()}; 0.5 percent is 0.005 or 0.5%`,
    );
  }
}
