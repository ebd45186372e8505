import { CONTRACTS } from "../../src/contracts/catalogue";
import type { Contract } from "../../src/contracts/contract";
import { coinOf, findCoin, isContractOn } from "../../src/contracts/coins";

/** Codes of the contracts on the coin that a text names; none where it names no coin. */
function contractsOn(text: string): readonly string[] {
  return (findCoin(text)?.contracts ?? []).map(({ code }) => code);
}

describe("findCoin", () => {
  // Bitcoin's tickers are BTC and, after ISO 4217's rule for what no country issues, XBT. Ether is the coin of the
  // Ethereum network, and usually called after it; XRP after the company Ripple.
  it.each([
    ["Bitcoin", "BTCUSDT"],
    ["BTC", "BTCUSDT"],
    ["btc", "BTCUSDT"],
    ["XBT", "BTCUSDT"],
    ["  bitcoin ", "BTCUSDT"],
    ["\u00a0Bitcoin\t", "BTCUSDT"],
    ["Ether", "ETHUSDT"],
    ["ETHEREUM", "ETHUSDT"],
    ["ETH", "ETHUSDT"],
    ["solana", "SOLUSDT"],
    ["Ripple", "XRPUSDT"],
    ["Cardano", "ADA"],
    ["LINK", "LINK"],
    ["Stellar Lumens", "XLM"],
  ])("knows %j, and %s among the contracts on it", (text, code) => {
    expect(contractsOn(text)).toContain(code);
  });

  it.each([
    "",
    " ",
    "AAPL",
    "ES",
    "S&P 500",
    "Bitcoin Depot Inc.", // a company
    "MBT", // a contract, not a coin
    "BTCUSDT",
    "BIT COIN",
    "USD",
    "ſOL", // in capitals it is SOL, but Excel compares letters
    "lınk",
    "__proto__",
    "constructor",
  ])("takes %j for no coin", (text) => {
    expect(findCoin(text)).toBeUndefined();
  });

  it("lists each coin's contracts in the catalogue's order, those on spot prices among them", () => {
    expect(contractsOn("SOL").slice(0, 3)).toEqual(["SOL", "MSL", "QSOL"]);
    expect(contractsOn("Solana")).toEqual(contractsOn("SOL"));
  });
});

describe("the coin of a contract", () => {
  it.each(CONTRACTS)("is said by each of the contracts on one underlying, or by none: $code", (contract) => {
    expect(coinOf(contract.code) !== undefined).toBe(contract.coin !== null);
    expect(coinOf(contract.code)?.contracts.includes(contract) ?? true).toBe(true);
  });

  it("is there for perpetuals and what expires by CME's rule for coins; share indices have none", () => {
    const isOnCoin = ({ cycle, expiryRule }: Contract) =>
      cycle === "perpetual" || cycle === "long-dated" || /^cme-(crypto|friday)$/.test(expiryRule ?? "");
    expect(CONTRACTS.filter(({ coin }) => coin !== null)).toEqual(CONTRACTS.filter(isOnCoin));
  });

  it("is one for all of its contracts, and none shares a name with another", () => {
    expect(coinOf("MBT")).toBe(coinOf("XBTUSD"));
    expect(coinOf("btcz26")).toBe(findCoin("bitcoin"));
    const coins = new Set(CONTRACTS.flatMap(({ code }) => coinOf(code) ?? []));
    const names = [...coins].flatMap((coin) => coin.names.map((name) => name.toUpperCase()));
    expect(new Set(names).size).toBe(names.length);
  });

  it.each([
    ["SOLUSDT", "Solana", true],
    ["SOLUSDT", " sol", true],
    ["XBTUSD", "BTC", true],
    ["ETHUSDT", "BTC", false],
    ["ES", "S&P 500", false],
    ["GONE", "GONE", false],
  ])("%s is on %j: %s", (code, text, is) => {
    expect(isContractOn(code, text)).toBe(is);
  });
});
