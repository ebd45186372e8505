import {
  coinBeta,
  nextCode,
  coinContracts,
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
    { book: holdingsOf([{ name: "Bitcoin" }, { name: "Ether" }]), last: null, code: "BTCUSDT" },
    { book: holdingsOf([{ name: "Bitcoin" }, { name: "Ether" }]), last: "NQ", code: "BTCUSDT" },
    { book: holdingsOf([{ name: "Ethereum" }, { name: "Solana" }]), last: null, code: "ETHUSDT" },
    { book: holdingsOf([{ name: "XBT" }]), last: null, code: "BTCUSDT" },
    { book: holdingsOf([{ name: " btc " }]), last: null, code: "BTCUSDT" },
    { book: holdingsOf([{ name: "Solana" }, { name: "Dogecoin" }]), last: "QSOL", code: "QSOL" },
    // No perpetual on Cardano in the catalogue, but CME's future: better than one on shares.
    { book: holdingsOf([{ name: "Cardano" }]), last: null, code: "ADA" },
    { book: holdingsOf([{ name: "Cardano" }, { name: "XRP" }]), last: null, code: "XRPUSDT" },
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
    { book: holdingsOf([{ name: "Bitcoin" }, { name: "Ripple " }]), beside: ["BTCUSDT"], code: "XRPUSDT" },
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

describe("coinContracts", () => {
  const withFirst = () => "BTCUSDT";

  it("finds a perpetual for each coin that has one", () => {
    expect(coinContracts(coins, ["BTCUSDT"], withFirst)).toEqual([
      { key: "SOL", code: "SOLUSDT" },
      { key: "ETH", code: "ETHUSDT" },
      { key: "BTC", code: "BTCUSDT" },
    ]);
  });

  it("stays on the first contract's exchange where that lists the coin, and takes what the hedge has", () => {
    const codes = ["BTC-USDT-SWAP", "SOLUSD"];
    // OKX has no contract on Solana in the catalogue; Bybit's is in the hedge already.
    expect(coinContracts(coins, codes, () => "BTC-USDT-SWAP").map(({ code }) => code)).toEqual([
      "SOLUSD",
      "ETH-USDT-SWAP",
      "BTC-USDT-SWAP",
    ]);
  });

  it("finds coins by name too, with blanks around it", () => {
    const named = holdingsOf([{ name: "Bitcoin" }, { name: " Ethereum " }, { name: "Chainlink" }]);
    expect(coinContracts(named, ["BTCUSDT"], withFirst).map(({ code }) => code)).toEqual([
      "BTCUSDT",
      "ETHUSDT",
    ]);
  });

  it("has nothing for shares", () => {
    expect(coinContracts(stocks, ["ES"], () => "ES")).toEqual([]);
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
    { name: " Stellar", beta: 1.7 },
  ]);

  it.each([
    { code: "ETHUSDT", beta: 1.2, why: "both rows say so" },
    { code: "XLM", beta: 1.7, why: "the row says so, by the coin's name" },
    { code: "SOLUSDT", beta: 1, why: "two rows say different things" },
    { code: "XRPUSDT", beta: 1, why: "the row is blank" },
    { code: "BTCUSDT", beta: 1, why: "the book has none" },
    { code: "ES", beta: 1, why: "it is no coin" },
  ])("is $beta for $code: $why", ({ code, beta }) => {
    expect(coinBeta(code, book)).toBe(beta);
  });
});
