import type { Rounding } from "../../calc/rounding";
import type { Holdings } from "../book/holdings";
import type { Aim } from "./aims";

export type { Aim, Rounding };

/** What the user wants: everything that decides a hedge worksheet. Numbers are as typed in the pane: plain doubles. */
export interface HedgePlan {
  readonly holdings: Holdings;
  readonly aim: Aim;
  readonly rounding: Rounding;
  /** Counts for holdings without a beta. */
  readonly defaultBeta: number;
  /** One per futures contract used; the first is the default for holdings without "Hedge with". */
  readonly contracts: readonly ContractChoice[];
  /**
   * Contracts by asset, where the book has no "Hedge with" column: code, or "none", by the asset's key
   * (book/assets.ts).
   * Assets that are not in it go with the first contract.
   */
  readonly assetContracts: Readonly<Record<string, string>>;
  /** Market move for the before/after loss, e.g. -0.05. */
  readonly shock: number;
  /** Excel date serial of the market inputs. */
  readonly asOf: number;
  /** Cash available for margin, in the book's currency; null: not known. */
  readonly cash: number | null;
  /** Protective put to compare with; null leaves the comparison out. */
  readonly put: {
    readonly strike: number;
    readonly volatility: number;
    readonly days: number;
    readonly rate: number;
    readonly yield: number;
  } | null;
  /** Days over which carry, funding and CFD financing are compared. */
  readonly horizonDays: number;
  /** Share of the exposure by which whole contracts may miss the aim before a check says so. */
  readonly tolerance: number;
  /** Days between a price or margin and the as-of date before a check says so. */
  readonly staleDays: number;
  /** Initial / maintenance margin where the maintenance margin is not given. */
  readonly marginFactor: number;
  /** What a CFD provider charges on the position, a year, and in and out together; null: not known. */
  readonly cfdFinancing: number | null;
  readonly cfdSpread: number | null;
  /** In and out together, per contract, in the book's currency; null: not known. */
  readonly futuresFee: number | null;
  /** Moves against the hedge on each day of the cash ladder. */
  readonly adverseMoves: readonly number[];
  /** Market moves of the scenario table. */
  readonly scenarioMoves: readonly number[];
}

export interface ContractChoice {
  /** Catalogue code, or the name of the user's own contract. */
  readonly code: string;
  /** Currency units per point (linear) or per contract (inverse); from the catalogue unless the user's own. */
  readonly multiplier: number;
  readonly payoff: "linear" | "inverse";
  readonly lot: number;
  /** "": not known, for a contract of the user's own. */
  readonly currency: string;
  /** Smaller contract on the same underlying for the remainder (E-mini + Micro); null: whole large contracts only. */
  readonly smaller: { readonly code: string; readonly multiplier: number; readonly lot: number } | null;
  /** Futures price, in points. */
  readonly price: number;
  /** Units of the book's currency per unit of the contract's. */
  readonly fx: number;
  readonly futuresBeta: number;
  /** Contracts already held (signed), large and small. */
  readonly held: number;
  readonly heldSmaller: number;
  /** Per contract, in the contract's currency; null: not known. */
  readonly initialMargin: number | null;
  readonly maintenanceMargin: number | null;
  readonly marginDate: number | null;
  /** Day of the futures price and the spot; null: the as-of date. */
  readonly priceDate: number | null;
  /** Spot or index level; null: not known. */
  readonly spot: number | null;
  /** Excel date serial of the last trading day; null for a perpetual. */
  readonly expiry: number | null;
  readonly roll: number | null;
  /** Per interval; null for a dated contract. */
  readonly fundingRate: number | null;
  readonly fundingIntervalHours: number;
  /** Crypto: isolated leverage and maintenance rate; null where margin per contract is used. */
  readonly leverage: number | null;
  readonly maintenanceRate: number | null;
}
