/** A row of the user's own table of contracts. */
export interface OwnContract {
  readonly code: string;
  readonly name: string;
  readonly multiplier: number;
  readonly currency: string;
  readonly payoff: "linear" | "inverse";
  readonly lot: number;
  /** Where the row stands. */
  readonly sheet: string;
  readonly address: string;
  /** Why the row cannot be used, with what to do; null: it can. */
  readonly problem: string | null;
}

/** The user's own contracts: every table with columns code and multiplier, and the range named HedgeContracts. */
export function readOwnContracts(): Promise<OwnContract[]> {
  return Promise.reject(new Error("not yet"));
}

/** Adds a sheet with a table to fill in, and shows it; returns the sheet's name. */
export function insertContractTable(): Promise<string> {
  return Promise.reject(new Error("not yet"));
}
