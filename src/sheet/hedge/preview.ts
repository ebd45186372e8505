/** What the hedge will be: shown in the pane before building; equal to what the worksheet computes. */
export interface Preview {
  readonly portfolioValue: number;
  readonly groups: readonly GroupPreview[];
  /** Value-weighted over the whole book. */
  readonly beta: number;
  readonly effectiveBeta: number;
  /** "Sell 32 ES: beta 1.30 → 0.50" */
  readonly headline: string;
  /** P&L at each market move, in the book's currency. */
  readonly scenarios: readonly {
    readonly move: number;
    readonly unhedged: number;
    readonly futures: number;
    readonly hedged: number;
  }[];
  /** The same before/after loss as the sheet's shock row. */
  readonly atShock: {
    readonly move: number;
    readonly unhedged: number;
    readonly futures: number;
    readonly hedged: number;
  };
  /** Named checks that are open, each a sentence with what to do. */
  readonly warnings: readonly { readonly check: string; readonly message: string }[];
}

export interface GroupPreview {
  readonly code: string;
  readonly smallerCode: string | null;
  readonly value: number;
  readonly beta: number;
  readonly exposure: number;
  /** Unrounded number of (large) contracts for the aim. */
  readonly exact: number;
  /** Contracts to hold after the hedge, signed. */
  readonly contracts: number;
  readonly contractsSmaller: number;
  /** To trade now: to hold less held. */
  readonly trade: number;
  readonly tradeSmaller: number;
  /** The same in words, as the headline has them: ["sell 2 ES", "sell 5 MES"]. */
  readonly orders: readonly string[];
  /** Signed, in the book's currency. */
  readonly notional: number;
  readonly contractValue: number;
  readonly effectiveBeta: number;
  readonly residualExposure: number;
  /** null: margin not given. */
  readonly margin: number | null;
  readonly leverage: number | null;
  /** Where the hedge rounds to nothing: the smallest portfolio that one contract would hedge; else null. */
  readonly smallestUseful: number | null;
}
