/** The day on which every source below was last read. */
export const CHECKED_ON = "2026-11-20";

export interface Source {
  /** URL, or repository and path. */
  readonly document: string;
  /** The date the document carries (YYYY, YYYY-MM or YYYY-MM-DD); null: it carries none. */
  readonly asOf: string | null;
}

/** Public documents that the catalogue's facts were read in, shared by key. */
export const SOURCES = {
  lean: {
    document: "github.com/QuantConnect/Lean Data/symbol-properties/symbol-properties-database.csv",
    asOf: "2026-08-21",
  },
  "cme-es": {
    document: "cmegroup.com/trading/equity-index/us-index/e-mini-sandp500_contractSpecs_futures.html",
    asOf: null,
  },
  "cme-micro": {
    document: "cmegroup.com/trading/equity-index/us-index/micro-e-mini-futures.html",
    asOf: null,
  },
  "cme-rty": {
    document: "cmegroup.com/trading/equity-index/us-index/e-mini-russell-2000_contract_specifications.html",
    asOf: null,
  },
  "cme-notional": {
    document:
      "cmegroup.com/education/courses/introduction-to-equity-index-products/discover-equity-index-notional-value-and-price.html",
    asOf: "2021",
  },
  "nautilus-binance": {
    document: "github.com/nautechsystems/nautilus_trader crates/adapters/binance/src/common/parse.rs",
    asOf: "2026-07-02",
  },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceKey = keyof typeof SOURCES;
