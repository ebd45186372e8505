import { defineContract, type Contract } from "./contract";

export const PERPETUALS: readonly Contract[] = [
  defineContract({
    code: "BTCUSDT",
    name: "Binance BTCUSDT perpetual",
    exchange: "Binance USD-M",
    multiplier: "1",
    tick: "0.1",
    currency: "USDT",
    lot: "0.001",
    cycle: "perpetual",
    underlying: "Bitcoin",
    sources: ["lean"],
  }),
  defineContract({
    code: "BTCUSD_PERP",
    name: "Binance BTCUSD_PERP perpetual",
    exchange: "Binance COIN-M",
    payoff: "inverse",
    multiplier: "100",
    tick: "0.1",
    currency: "USD",
    settlementCurrency: "BTC",
    cycle: "perpetual",
    underlying: "Bitcoin",
    sources: ["lean", "nautilus-binance"],
    tickSources: ["lean"],
  }),
];
