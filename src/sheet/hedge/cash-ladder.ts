import { Decimal, fromCell } from "../../calc/decimal";
import { isInverse, isIsolated, isMarginedByAmount, type Group } from "../plan/groups";
import type { GroupNumbers, HedgeNumbers } from "./hedge-numbers";

/** Days of the cash ladder, and the move against the hedge on each unless the user types another. */
export const LADDER_DAYS = 10;
export const LADDER_MOVE = 0.02;

/** Initial / maintenance margin where the maintenance margin is not given, unless the user types another. */
export const MARGIN_FACTOR = 1.1;

const ZERO = new Decimal(0);
/** Sums of money that differ by less than this share are equal: a computer's arithmetic differs by as much. */
const NOISE = "1e-9";

/** Initial margin of all contracts, in the book's currency; a margin that is not known counts as 0. */
export function totalMargin(groups: readonly GroupNumbers[]): Decimal {
  return groups.reduce((sum, { margin }) => sum.plus(margin ?? 0), ZERO);
}

/**
 * Contracts whose margin bears each other's losses: all that a broker calls share one account, an isolated position has
 * its own, by its name. Binance and Bybit call it isolated for that.
 */
export function marginAccounts(groups: readonly Group[]): readonly (readonly Group[])[] {
  const called = groups.filter(isMarginedByAmount);
  const isolated = groups.filter(isIsolated).map((group) => [group]);
  return called.length === 0 ? isolated : [called, ...isolated];
}

/** Inverse contracts on a crypto exchange: the margin is coin, and worth as much as the coin is. */
export function isCoinMargined(group: Group): boolean {
  return isIsolated(group) && isInverse(group);
}

/**
 * The least cash on the ladder, in the book's currency, when the market moves against the hedge by LADDER_MOVE on each
 * of LADDER_DAYS days. Each day's loss comes from the margin account of its contract; where that falls below
 * maintenance, cash restores the initial margin.
 *
 *   cash   available for margin, in the book's currency
 *
 * @returns below 0: the cash runs out
 */
export function lowestCash({ groups, futuresExposure }: HedgeNumbers, cash: number): Decimal {
  const moveAgainst = fromCell(LADDER_MOVE).times(-futuresExposure.s);
  const accounts = marginAccounts(groups.map(({ group }) => group)).map((members) =>
    accountOf(groups.filter(({ group }) => members.includes(group))),
  );
  let level = new Decimal(1);
  let left = fromCell(cash).minus(totalMargin(groups));
  let lowest = left;
  for (let day = 1; day <= LADDER_DAYS; day++) {
    const change = level.times(moveAgainst);
    for (const account of accounts) {
      account.balance = balanceAfter(account, level, change);
      if (account.balance.lessThan(account.callBelow)) {
        left = left.minus(account.initial.minus(account.balance));
        account.balance = account.initial;
      }
    }
    level = level.plus(change);
    lowest = Decimal.min(lowest, left);
  }
  return lowest.abs().lessThanOrEqualTo(fromCell(cash).times(NOISE)) ? ZERO : lowest;
}

function accountOf(groups: readonly GroupNumbers[]) {
  const initial = totalMargin(groups);
  const maintenance = groups.reduce((sum, group) => sum.plus(maintenanceOf(group)), ZERO);
  return {
    initial,
    callBelow: maintenance.minus(initial.times(NOISE)),
    futuresExposure: groups.reduce((sum, group) => sum.plus(group.futuresExposure), ZERO),
    coinMargined: groups.find(({ group }) => isCoinMargined(group)) ?? null,
    balance: initial,
  };
}

/**
 * A margin account after the market has changed from a level. In coin, margin and position are worth
 * (balance + notional) × price after / price before − notional: an inverse position is a fixed amount of money.
 */
function balanceAfter(account: ReturnType<typeof accountOf>, level: Decimal, change: Decimal): Decimal {
  const { balance, futuresExposure, coinMargined } = account;
  if (coinMargined === null) return balance.plus(futuresExposure.times(change));
  const { notional, group } = coinMargined;
  const priceAt = (market: Decimal): Decimal =>
    market.minus(1).times(fromCell(group.choice.futuresBeta)).plus(1);
  const before = priceAt(level);
  if (before.isZero()) return notional.negated();
  return balance
    .plus(notional)
    .times(priceAt(level.plus(change)))
    .dividedBy(before)
    .minus(notional);
}

/** Maintenance margin of a contract's position, in the book's currency; 0 where the margin is not known. */
function maintenanceOf({ group, margin, notional }: GroupNumbers): Decimal {
  const { initialMargin, maintenanceMargin, maintenanceRate } = group.choice;
  if (margin === null || margin.isZero()) return ZERO;
  if (isIsolated(group)) return notional.abs().times(fromCell(maintenanceRate ?? 0));
  if (initialMargin === null || maintenanceMargin === null || maintenanceMargin === 0) {
    return margin.dividedBy(fromCell(MARGIN_FACTOR));
  }
  return margin.times(fromCell(maintenanceMargin)).dividedBy(fromCell(initialMargin));
}
