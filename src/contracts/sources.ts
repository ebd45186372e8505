/** The day on which every source below was last read. */
export const CHECKED_ON = "2026-11-20";

export interface Source {
  /** URL, or repository and path. */
  readonly document: string;
  /** The date the document carries (YYYY, YYYY-MM or YYYY-MM-DD); null: it carries none. */
  readonly asOf: string | null;
}

function source(document: string, asOf: string | null = null): Source {
  return { document, asOf };
}

/** Public documents that the catalogue's facts were read in, shared by key. */
export const SOURCES = {
  lean: source(
    "github.com/QuantConnect/Lean Data/symbol-properties/symbol-properties-database.csv",
    "2026-08-21",
  ),
  pysystemtrade: source("github.com/robcarver17/pysystemtrade data/futures/csvconfig/instrumentconfig.csv"),
  "cme-es": source("cmegroup.com/trading/equity-index/us-index/e-mini-sandp500_contractSpecs_futures.html"),
  "cme-micro": source("cmegroup.com/trading/equity-index/us-index/micro-e-mini-futures.html"),
  "cme-rty": source(
    "cmegroup.com/trading/equity-index/us-index/e-mini-russell-2000_contract_specifications.html",
  ),
  "cme-notional": source(
    "cmegroup.com/education/courses/introduction-to-equity-index-products/" +
      "discover-equity-index-notional-value-and-price.html",
    "2021",
  ),
  "cme-spreads": source(
    "activetrader.cmegroup.com/additional-resources/stock-index-spread-opportunities",
    "2014-04-30",
  ),
  "cme-nkd": source(
    "cmegroup.com/trading/equity-index/international-index/nikkei-225-dollar_contract_specifications.html",
  ),
  "cme-niy": source(
    "cmegroup.com/markets/equities/international-indices/nikkei-225-yen.contractSpecs.options.html",
  ),
  "cme-eny": source("marketswiki.com/wiki/CME_Group_E-mini_Nikkei_225_-_Yen_Denominated", "2021"),
  "eurex-fesx": source("eurex.com/ex-en/markets/productSearch/product!DE0009652388"),
  "eurex-dax": source("eurex.com/ex-en/markets/idx/dax/Micro-DAX-Futures-2615490"),
  "ice-ftse": source("theice.com/products/38716764/FTSE-100-INDEX-FUTURE"),
  "hkex-broker": source("sinorichhk-en.com (Hong Kong futures specifications)"),
  "asx-spi": source("asx.com.au/products/index-derivatives/asx-index-futures-contract-specifications.htm"),
  "cme-btc": source("cmegroup.com/trading/equity-index/us-index/bitcoin_contractSpecs_options.html"),
  "cme-mbt": source("interactivebrokers.com.au/en/trading/cme-micro-bitcoin.php", "2021-05-03"),
  "cme-eth": source("cmegroup.com/markets/cryptocurrencies/ether/ether-euro.html"),
  "cme-met": source("edgeclear.com/cme-micro-ether-futures", "2021-11-02"),
  "cme-sol": source(
    "cmegroup.com/education/courses/introduction-to-cryptocurrency-futures/micro-cryptocurrency-futures/" +
      "introduction-to-sol-and-micro-sol-futures.html",
    "2025",
  ),
  "cme-xrp": source("cmegroup.com/markets/cryptocurrencies/xrp.html", "2025"),
  "cme-bff": source("cmegroup.com/articles/2024/bitcoin-friday-futures-your-new-bff.html", "2024-09-30"),
  "cme-ada": source("cryptotagnews.com/cmes-bold-bet-on-cardano-chainlink-and-stellar-futures", "2026-01-15"),
  "cme-spot-quoted": source("CME Special Executive Report on Spot-Quoted SOL and XRP futures", "2025-11-14"),
  "binance-coinm": source(
    "github.com/nautechsystems/nautilus_trader crates/adapters/binance/src/common/parse.rs",
    "2026-07-02",
  ),
  "binance-forum": source("dev.binance.vision/t/how-to-get-binance-futures-usd-m-pnl-and-roe/11463"),
  bybit: source(
    "github.com/nautechsystems/nautilus_trader crates/adapters/bybit/test_data/http_get_instruments_*.json",
    "2025-10",
  ),
  deribit: source(
    "github.com/nautechsystems/nautilus_trader crates/adapters/deribit/test_data/http_get_instruments.json",
    "2025-12-10",
  ),
  "deribit-page": source("deribit.com/pages/docs/perpetual"),
  "deribit-copy": source("Deribit API public/get_instruments, a copy in an open-source test"),
  okx: source(
    "github.com/nautechsystems/nautilus_trader crates/adapters/okx/test_data/http_get_instruments_swap.json",
    "2025-10-24",
  ),
  "okx-copy": source("OKX API public/instruments, a copy in an open-source test", "2026-07"),
  bitmex: source(
    "github.com/nautechsystems/nautilus_trader crates/adapters/bitmex/test_data/http_get_instrument_xbtusd.json",
    "2024-11-24",
  ),
  "bitmex-guide": source("bitmex.com/app/perpetualContractsGuideExamples"),
} as const satisfies Readonly<Record<string, Source>>;

export type SourceKey = keyof typeof SOURCES;
