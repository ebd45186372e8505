import {
  coinBeta,
  nextCode,
  ownContracts,
  proposedCodes,
  usualCode,
} from "../../src/taskpane/proposed-contracts";
import { holdingsOf, OWN } from "./equity-book";

const stocks = holdingsOf([{ name: "AAPL" }, { name: "MSFT" }]);
const coins = holdingsOf([{ name: "SOL" }, { name: "ETH" }, { name: "ADA" }, { name: "btc" }]);

describe("proposedCodes", () => {
  it("proposes the usual contract where no holding names one", () => {
    expect(proposedCodes(holdingsOf([{ value: 1 }]), [], "ES")).toEqual(["ES"]);
  });

  it("proposes the contracts that the holdings name, each once, and leaves out unknown ones", () => {
    const holdings = holdingsOf([
      { hedgeWith: "btcusdt" },
      { hedgeWith: "ETHUSDT" },
      { hedgeWith: "" },
      { hedgeWith: "BTCUSDT" },
      { hedgeWith: "=HYPERLINK(1)" },
      { hedgeWith: "WHEAT" },
    ]);
    expect(proposedCodes(holdings, [OWN], "ES")).toEqual(["BTCUSDT", "ETHUSDT", "WHEAT"]);
  });
});

describe("usualCode", () => {
  it.each([
    { book: stocks, last: null, code: "ES" },
    { book: stocks, last: "NQ", code: "NQ" },
    { book: stocks, last: "BTCUSDT", code: "ES" },
    { book: stocks, last: "GONE", code: "ES" },
    { book: stocks, last: "WHEAT", code: "WHEAT" },
    { book: coins, last: null, code: "BTCUSDT" },
    { book: coins, last: "ES", code: "BTCUSDT" },
    { book: coins, last: "MBT", code: "MBT" },
  ])("is $code after $last", ({ book, last, code }) => {
    expect(usualCode(book, [OWN], last)).toBe(code);
  });
});

describe("nextCode", () => {
  it.each([
    { book: stocks, beside: ["ES"], code: "NQ" },
    { book: stocks, beside: ["ES", "NQ"], code: "RTY" },
    { book: stocks, beside: ["NQ"], code: "ES" },
    { book: stocks, beside: ["MES"], code: "MNQ" },
    { book: stocks, beside: ["ESH27"], code: "NQ" },
    { book: stocks, beside: ["FESX"], code: "FDAX" },
    { book: stocks, beside: ["WHEAT"], code: "ES" },
    { book: coins, beside: ["BTCUSDT"], code: "SOLUSDT" },
    { book: coins, beside: ["BTCUSDT", "SOLUSDT"], code: "ETHUSDT" },
    // No perpetual on Cardano, but CME's future: better than a perpetual on XRP, which the book does not hold.
    { book: coins, beside: ["BTCUSDT", "SOLUSDT", "ETHUSDT"], code: "ADA" },
    { book: coins, beside: ["BTCUSDT", "SOLUSDT", "ETHUSDT", "ADA"], code: "XRPUSDT" },
    { book: coins, beside: ["BTCUSD_PERP"], code: "SOLUSD_PERP" },
    { book: coins, beside: ["MBT"], code: "MSL" },
  ])("proposes $code beside $beside", ({ book, beside, code }) => {
    expect(nextCode(book, beside)).toBe(code);
  });

  it("never proposes a contract twice, and ends", () => {
    const codes = ["ES"];
    for (let next = nextCode(stocks, codes); next !== null; next = nextCode(stocks, codes)) codes.push(next);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeLessThan(50);
  });
});

describe("ownContracts", () => {
  const withFirst = () => "BTCUSDT";

  it("finds a perpetual for each coin that has one", () => {
    expect(ownContracts(coins, ["BTCUSDT"], withFirst)).toEqual([
      { key: "SOL", code: "SOLUSDT" },
      { key: "ETH", code: "ETHUSDT" },
      { key: "BTC", code: "BTCUSDT" },
    ]);
  });

  it("stays on the first contract's exchange where that lists the coin, and takes what the hedge has", () => {
    const codes = ["BTC-USDT-SWAP", "SOLUSD"];
    // OKX has no contract on Solana in the catalogue; Bybit's is in the hedge already.
    expect(ownContracts(coins, codes, () => "BTC-USDT-SWAP").map(({ code }) => code)).toEqual([
      "SOLUSD",
      "ETH-USDT-SWAP",
      "BTC-USDT-SWAP",
    ]);
  });

  it("has nothing for shares", () => {
    expect(ownContracts(stocks, ["ES"], () => "ES")).toEqual([]);
  });
});

describe("coinBeta", () => {
  const book = holdingsOf([
    { name: "ETH", beta: 1.2 },
    { name: "Ether", beta: 1.2 },
    { name: "SOL", beta: 1.6 },
    { name: "SOL", beta: 1.5 },
    { name: "XRP", beta: null },
    { name: "AAPL", beta: 1.3 },
  ]);

  it.each([
    { code: "ETHUSDT", beta: 1.2, why: "both rows say so" },
    { code: "SOLUSDT", beta: 1, why: "two rows say different things" },
    { code: "XRPUSDT", beta: 1, why: "the row is blank" },
    { code: "BTCUSDT", beta: 1, why: "the book has none" },
    { code: "ES", beta: 1, why: "it is no coin" },
  ])("is $beta for $code: $why", ({ code, beta }) => {
    expect(coinBeta(code, book)).toBe(beta);
  });
});
