import type { Decimal } from "../../calc/decimal";
import { IN_DECIMALS } from "../../calc/in-decimals";
import type { Spelling } from "../../calc/spelling";
import type { ContractOf, HedgeOf } from "../plan/figures";
import { isInverse, isIsolated, isMarginedByAmount, type Group } from "../plan/groups";
import { futuresExposure } from "./contract-figures";
import { NOISE } from "../noise";

/**
 * Contracts whose margin bears each other's losses: all that a broker calls share one account, an isolated position has
 * its own, by its name. Binance and Bybit call it isolated for that.
 */
export function marginAccounts<Of extends { readonly group: Group }>(
  contracts: readonly Of[],
): readonly (readonly Of[])[] {
  const called = contracts.filter(({ group }) => isMarginedByAmount(group));
  const isolated = contracts.filter(({ group }) => isIsolated(group)).map((of) => [of]);
  return called.length === 0 ? isolated : [called, ...isolated];
}

/** Inverse contracts on a crypto exchange: the margin is coin, and worth as much as the coin is. */
export function isCoinMargined(group: Group): boolean {
  return isIsolated(group) && isInverse(group);
}

/** Initial and maintenance margin of an account; what is not known counts as 0. */
export function initialOf<N, B, T>(s: Spelling<N, B, T>, account: readonly ContractOf<N, T>[]): N {
  return s.sum(account.map(({ MarginTotal }) => s.orZero(MarginTotal)));
}
export function maintenanceOf<N, B, T>(s: Spelling<N, B, T>, account: readonly ContractOf<N, T>[]): N {
  return s.sum(account.map(({ MaintenanceTotal }) => s.orZero(MaintenanceTotal)));
}

/** The market's level once it has moved against the hedge, whichever side that is on. */
export function levelAfter<N, B, T>(
  s: Spelling<N, B, T>,
  { FuturesExposure }: HedgeOf<N, T>,
  { level, move }: { readonly level: N; readonly move: N },
): N {
  return s.times(level, s.minus(s.number(1), s.times(s.sign(FuturesExposure), move)));
}

/** Loss of all futures by that move. */
export function profitAgainst<N, B, T>(
  s: Spelling<N, B, T>,
  { FuturesExposure }: HedgeOf<N, T>,
  { level, move }: { readonly level: N; readonly move: N },
): N {
  return s.times(s.times(s.negative(s.abs(FuturesExposure)), level), move);
}

/**
 * What is left of an account's balance when the market comes from a level to another. In coin, margin and position are
 * worth (balance + notional) × price now / price before − notional: an inverse position is a fixed amount of money.
 */
export function balanceAfter<N, B, T>(
  s: Spelling<N, B, T>,
  account: readonly ContractOf<N, T>[],
  { balance, before, now }: { readonly balance: N; readonly before: N; readonly now: N },
): N {
  const coin = account.find(({ group }) => isCoinMargined(group));
  if (coin === undefined) {
    const exposure = s.sum(account.map((of) => futuresExposure(s, of)));
    return s.plus(balance, s.times(exposure, s.minus(now, before)));
  }
  const { HedgeNotional, FuturesBeta } = coin;
  const price = (level: N): N => s.plus(s.number(1), s.times(FuturesBeta, s.minus(level, s.number(1))));
  const worth = s.over(s.times(s.plus(balance, HedgeNotional), price(now)), price(before));
  return s.minus(s.either(s.isEqual(price(before), s.number(0)), s.number(0), worth), HedgeNotional);
}

/** An account, at some time. */
interface Account<N> {
  readonly left: N;
  readonly initial: N;
  readonly maintenance: N;
}

/**
 * Whether cash must restore the initial margin. The first day's figures are often round, and a margin call or a
 * shortage must not hang on a computer's noise: hence the billionths here and in {@link lowestOf}.
 */
export function isCalled<N, B, T>(s: Spelling<N, B, T>, { left, initial, maintenance }: Account<N>): B {
  return s.isBelow(left, s.minus(maintenance, s.times(s.number(NOISE), initial)));
}

export function topUp<N, B, T>(s: Spelling<N, B, T>, account: Account<N>): N {
  return s.either(isCalled(s, account), s.minus(account.initial, account.left), s.number(0));
}

/** The least cash of all days: 0 where it is zero but for noise. */
export function lowestOf<N, B, T>(s: Spelling<N, B, T>, least: N, cash: N): N {
  return s.either(s.isAtMost(s.abs(least), s.times(s.number(NOISE), cash)), s.number(0), least);
}

/**
 * The least cash on the ladder, in the book's currency, when the market moves against the hedge on each day by what the
 * plan says. Each day's loss comes from the margin account of its contract; where that falls below maintenance, cash
 * restores the initial margin. The sheet has the same day by day (page/sections/ladder.ts).
 *
 * @returns below 0: the cash runs out; NaN: the cash is not known
 */
export function lowestCash(hedge: HedgeOf<Decimal, string>): Decimal {
  const s = IN_DECIMALS;
  const accounts = marginAccounts(hedge.contracts).map((contracts) => {
    const initial = initialOf(s, contracts);
    return { contracts, initial, maintenance: maintenanceOf(s, contracts), balance: initial };
  });
  let level = s.number(1);
  let cash = s.minus(hedge.CashAvailable, s.orZero(hedge.TotalMargin));
  let least = cash;
  for (const move of hedge.plan.adverseMoves.map((typed) => s.number(typed))) {
    const now = levelAfter(s, hedge, { level, move });
    for (const account of accounts) {
      const left = balanceAfter(s, account.contracts, { balance: account.balance, before: level, now });
      const put = topUp(s, { ...account, left });
      account.balance = s.plus(left, put);
      cash = s.minus(cash, put);
    }
    level = now;
    least = s.least(least, cash);
  }
  return lowestOf(s, least, hedge.CashAvailable);
}
