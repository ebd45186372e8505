import { Decimal } from "./decimal";
import { DomainError } from "./errors";

/**
 * Side of a position: +1 long, −1 short.
 *
 * @throws {DomainError} `no-answer` for 0 contracts: no position, no side
 */
export function side(contracts: Decimal): Decimal {
  if (contracts.isZero()) throw new DomainError("no-answer", "there is no position: contracts is 0");
  return new Decimal(contracts.isNegative() ? -1 : 1);
}

/**
 * Passes on a price that a market can reach.
 *
 * @throws {DomainError} `no-answer` if it is not greater than 0
 */
export function reachablePrice(price: Decimal): Decimal {
  if (price.isFinite() && price.greaterThan(0)) return price;
  throw new DomainError("no-answer", "there is no such price: the position is fully covered");
}
