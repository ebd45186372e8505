import { Decimal } from "../calc/decimal";
import type { SourceKey } from "./sources";

/**
 * Which contracts are listed: months by their letters (`HMUZ`: March, June, September, December),
 * every month, every week, a few far dates without a month code, or one contract without a last day.
 */
export type Cycle = "HMUZ" | "monthly" | "weekly" | "long-dated" | "perpetual";

/** How the last trading day follows from the month; the rules are in calendar/. */
export type ExpiryRule =
  "us-equity" | "cme-crypto" | "cme-friday" | "cme-nikkei" | "eurex" | "ice-ftse" | "hkex" | "asx";

/** A futures contract as its exchange defines it. Margins are not here: they change, so they are inputs. */
export interface Contract {
  /** What the user types: the exchange's symbol; `BYBIT:` before it where Binance uses the same. */
  readonly code: string;
  readonly name: string;
  readonly exchange: string;
  /** linear: P&L in the quote currency; inverse: a contract is worth fixed quote currency, P&L is in the coin. */
  readonly payoff: "linear" | "inverse";
  /** linear: quote currency per point, per contract (so: units of the coin); inverse: quote currency per contract. */
  readonly multiplier: Decimal;
  /** Smallest price step, in points; null where no source was found. */
  readonly tick: Decimal | null;
  /** tick × multiplier, in the quote currency; null without a tick, or if inverse (it depends on the price). */
  readonly tickValue: Decimal | null;
  /** Quote currency. */
  readonly currency: string;
  /** Currency of profit and loss: the quote currency, or the coin of an inverse contract. */
  readonly settlementCurrency: string;
  /** Smallest step of an order, in contracts. */
  readonly lot: Decimal;
  readonly cycle: Cycle;
  /** null: no last trading day, or no rule for it. */
  readonly expiryRule: ExpiryRule | null;
  /** Equal for all contracts on the same index or coin. */
  readonly underlying: string;
  /** Ticker of the coin that it is on; null: it is on no coin. */
  readonly coin: string | null;
  /** Code of the full-size contract of its family, same underlying and currency; null for the largest. */
  readonly larger: string | null;
  /** Where the multiplier was read, best source first. */
  readonly sources: readonly [SourceKey, ...SourceKey[]];
  /** Where the tick was read; null: not verified. */
  readonly tickSources: readonly SourceKey[] | null;
  /** What a user must know and the fields do not say; terse. */
  readonly note: string | null;
}

/** The facts of a contract as they are written down: numbers as text, so that 0.0001 stays 0.0001. */
export interface ContractFacts {
  readonly code: string;
  readonly name: string;
  readonly exchange: string;
  readonly payoff?: "linear" | "inverse";
  readonly multiplier: string;
  readonly tick: string | null;
  readonly currency: string;
  readonly settlementCurrency?: string;
  readonly lot?: string;
  readonly cycle: Cycle;
  readonly expiryRule?: ExpiryRule;
  readonly underlying: string;
  readonly coin?: string;
  readonly larger?: string;
  readonly sources: readonly [SourceKey, ...SourceKey[]];
  /** Only where they differ from `sources`. */
  readonly tickSources?: readonly SourceKey[] | null;
  readonly note?: string;
}

/** A contract from its facts; the default is what most share: linear, lot 1, settled in the quote currency. */
export function defineContract(facts: ContractFacts): Contract {
  const { payoff = "linear", currency, sources } = facts;
  const multiplier = new Decimal(facts.multiplier);
  const tick = facts.tick === null ? null : new Decimal(facts.tick);
  return {
    code: facts.code,
    name: facts.name,
    exchange: facts.exchange,
    payoff,
    multiplier,
    tick,
    tickValue: tick === null || payoff === "inverse" ? null : multiplier.times(tick),
    currency,
    settlementCurrency: facts.settlementCurrency ?? currency,
    lot: new Decimal(facts.lot ?? "1"),
    cycle: facts.cycle,
    expiryRule: facts.expiryRule ?? null,
    underlying: facts.underlying,
    coin: facts.coin ?? null,
    larger: facts.larger ?? null,
    sources,
    tickSources: facts.tickSources === undefined ? sources : facts.tickSources,
    note: facts.note ?? null,
  };
}
