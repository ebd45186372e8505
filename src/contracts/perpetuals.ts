import { defineContract, type Contract, type ContractFacts } from "./contract";

const COINS = { BTC: "Bitcoin", ETH: "Ether", SOL: "Solana", XRP: "XRP" } as const;
type Coin = keyof typeof COINS;

type Facts = Pick<ContractFacts, "code" | "multiplier" | "tick" | "sources"> &
  Partial<Pick<ContractFacts, "lot" | "tickSources" | "note" | "settlementCurrency">>;

/** Quoted and settled in USDT; the multiplier is in coins. */
function linear(exchange: string, coin: Coin, facts: Facts): Contract {
  return defineContract({
    name: `${COINS[coin]} linear perpetual`,
    exchange,
    currency: "USDT",
    cycle: "perpetual",
    underlying: COINS[coin],
    coin,
    ...facts,
  });
}

/** Quoted in US dollars, settled in the coin; the multiplier is in US dollars. */
function inverse(exchange: string, coin: Coin, facts: Facts): Contract {
  return defineContract({
    name: `${COINS[coin]} inverse perpetual`,
    exchange,
    payoff: "inverse",
    currency: "USD",
    settlementCurrency: coin,
    cycle: "perpetual",
    underlying: COINS[coin],
    coin,
    ...facts,
  });
}

/** Sized in coins: one contract is one coin, traded in fractions. */
function binanceLinear(coin: Coin, tick: string, lot: string): Contract {
  return linear("Binance USD-M", coin, {
    code: `${coin}USDT`,
    multiplier: "1",
    tick,
    lot,
    sources: ["lean", "binance-forum"],
    tickSources: ["lean"],
  });
}

function binanceInverse(coin: Coin, multiplier: string, tick: string): Contract {
  return inverse("Binance COIN-M", coin, {
    code: `${coin}USD_PERP`,
    multiplier,
    tick,
    sources: coin === "BTC" ? ["lean", "binance-coinm"] : ["lean"],
    tickSources: ["lean"],
  });
}

/** Bybit's symbols are Binance's, but the lots differ; hence the prefix. */
function bybitLinear(coin: Coin, tick: string, lot: string): Contract {
  return linear("Bybit", coin, {
    code: `BYBIT:${coin}USDT`,
    multiplier: "1",
    tick,
    lot,
    sources: ["lean", "bybit"],
    tickSources: ["lean"],
  });
}

function bybitInverse(coin: Coin, tick: string): Contract {
  return inverse("Bybit", coin, {
    code: `${coin}USD`,
    multiplier: "1",
    tick,
    sources: ["lean", "bybit"],
    tickSources: ["lean"],
  });
}

export const PERPETUALS: readonly Contract[] = [
  binanceLinear("BTC", "0.1", "0.001"),
  binanceLinear("ETH", "0.01", "0.001"),
  binanceLinear("SOL", "0.01", "0.01"),
  binanceLinear("XRP", "0.0001", "0.1"),
  binanceInverse("BTC", "100", "0.1"),
  binanceInverse("ETH", "10", "0.01"),
  binanceInverse("SOL", "10", "0.01"),
  binanceInverse("XRP", "10", "0.0001"),
  bybitLinear("BTC", "0.1", "0.001"),
  bybitLinear("ETH", "0.01", "0.01"),
  bybitLinear("SOL", "0.01", "0.1"),
  bybitLinear("XRP", "0.0001", "1"),
  bybitInverse("BTC", "0.1"),
  bybitInverse("ETH", "0.01"),
  bybitInverse("SOL", "0.01"),
  bybitInverse("XRP", "0.0001"),
  inverse("Deribit", "BTC", {
    code: "BTC-PERPETUAL",
    multiplier: "10",
    tick: "0.5",
    sources: ["deribit", "deribit-page"],
    note: "Deribit counts orders in US dollars, in steps of 10: one contract",
  }),
  inverse("Deribit", "ETH", {
    code: "ETH-PERPETUAL",
    multiplier: "1",
    tick: "0.05",
    sources: ["deribit-copy"],
    note: "from a copy of the exchange's answer, not seen on a page of its own",
  }),
  inverse("OKX", "BTC", { code: "BTC-USD-SWAP", multiplier: "100", tick: "0.1", sources: ["okx"] }),
  inverse("OKX", "ETH", {
    code: "ETH-USD-SWAP",
    multiplier: "10",
    tick: null,
    sources: ["okx-copy"],
    tickSources: null,
    note: "from a copy of the exchange's answer, not seen on a page of its own; tick not verified",
  }),
  linear("OKX", "BTC", {
    code: "BTC-USDT-SWAP",
    multiplier: "0.01",
    tick: "0.1",
    lot: "0.01",
    sources: ["okx"],
    note: "the lot is 0.01 contracts: 0.0001 BTC",
  }),
  linear("OKX", "ETH", {
    code: "ETH-USDT-SWAP",
    multiplier: "0.1",
    tick: "0.01",
    lot: "0.01",
    sources: ["okx"],
  }),
  inverse("BitMEX", "BTC", {
    code: "XBTUSD",
    multiplier: "1",
    tick: "0.1",
    lot: "100",
    settlementCurrency: "XBT",
    sources: ["bitmex", "bitmex-guide"],
    tickSources: ["bitmex"],
    note: "XBT is Bitcoin; orders in multiples of 100 contracts",
  }),
];
