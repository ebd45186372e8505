/** When a venue's perpetuals exchange funding. Intervals differ by contract and change: they are inputs everywhere. */
export interface FundingTerms {
  /** Usual hours between payments, or of the quoted rate where it accrues continuously. */
  readonly intervalHours: number;
  /** Payment times, UTC. */
  readonly times: string;
  readonly note: string | null;
  readonly source: string;
  /** The date the document carries; null: none. */
  readonly asOf: string | null;
}

const EVERY_8_HOURS = "00:00, 08:00, 16:00";

/** By the exchange's name in the catalogue. */
export const FUNDING: Readonly<Partial<Record<string, FundingTerms>>> = {
  "Binance USD-M": {
    intervalHours: 8,
    times: EVERY_8_HOURS,
    note: "some coins every 4 hours; every hour after a payment at the cap or floor (since 2025-05-02)",
    source: "Binance announcement on funding intervals",
    asOf: "2025-05-02",
  },
  "Binance COIN-M": {
    intervalHours: 8,
    times: EVERY_8_HOURS,
    note: null,
    source: "Binance announcement on funding intervals",
    asOf: "2025-05-02",
  },
  Bybit: {
    intervalHours: 8,
    times: EVERY_8_HOURS,
    note: "differs by contract",
    source: "bybit.com/help-center, Funding fee calculation",
    asOf: "2024-12-19",
  },
  Deribit: {
    intervalHours: 8,
    times: "continuously; the rate is quoted for 8 hours",
    note: "no funding while the premium is within 0.025%",
    source: "deribit.com/pages/docs/perpetual",
    asOf: null,
  },
  OKX: {
    intervalHours: 8,
    times: EVERY_8_HOURS,
    note: "capped",
    source: "okx.com/help/360053909272",
    asOf: null,
  },
  BitMEX: {
    intervalHours: 8,
    times: "04:00, 12:00, 20:00",
    note: null,
    source: "bitmex.com/app/perpetualContractsGuideExamples",
    asOf: null,
  },
};
