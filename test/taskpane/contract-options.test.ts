import type { OwnContract } from "../../src/excel/own-contracts";
import {
  contractFacts,
  contractOptions,
  contractTraits,
  proposedCodes,
  usualCode,
} from "../../src/taskpane/contract-options";
import { readDate } from "../../src/taskpane/typed-number";
import { holdingsOf, TODAY } from "./equity-book";

const OWN: OwnContract = {
  code: "WHEAT",
  name: "Wheat",
  multiplier: 50,
  currency: "EUR",
  payoff: "linear",
  lot: 1,
  sheet: "Contracts",
  address: "A2",
  problem: null,
};

function serial(iso: string): number {
  const read = readDate(iso, "date");
  if (!read.ok || read.value === null) throw new Error(iso);
  return read.value;
}

describe("contractOptions", () => {
  it("lists the catalogue by family, each contract once, then the user's own", () => {
    const options = contractOptions([OWN, { ...OWN, code: "BAD", problem: "Its multiplier is blank." }]);
    const codes = options.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(options.find(({ code }) => code === "ES")?.family).toBe("US equity index");
    expect(options.slice(-2).map(({ code, own, problem }) => [code, own, problem])).toEqual([
      ["WHEAT", true, null],
      ["BAD", true, "Its multiplier is blank."],
    ]);
  });
});

describe("contractTraits", () => {
  // CME: Micro E-minis are a tenth of the E-minis.
  it("knows the smaller contract and whether funding is paid", () => {
    expect(contractTraits("ES")).toEqual({
      smaller: { code: "MES", multiplier: 5, lot: 1 },
      perpetual: false,
    });
    expect(contractTraits("BTCUSDT").perpetual).toBe(true);
    expect(contractTraits("WHEAT")).toEqual({ smaller: null, perpetual: false });
  });
});

describe("contractFacts", () => {
  it("takes the user's own contract before one of the catalogue, in any case", () => {
    expect(contractFacts("wheat", [OWN], TODAY)).toMatchObject({
      code: "WHEAT",
      multiplier: 50,
      currency: "EUR",
      expiry: null,
    });
  });

  it("keeps a dated code as the cells have it", () => {
    expect(contractFacts("ESH27", [], TODAY)).toMatchObject({ code: "ESH27", multiplier: 50 });
  });

  // CME roll dates: trading moves to March 2027 on Monday 14 December 2026; the third Friday of March 2027 is the 19th.
  it("looks at the next quarter once trading has rolled", () => {
    expect(contractFacts("ES", [], serial("2026-12-13")).expiry).toBe(serial("2026-12-18"));
    expect(contractFacts("ES", [], serial("2026-12-14")).expiry).toBe(serial("2027-03-19"));
  });

  it("leaves dates blank where no rule is held", () => {
    expect(contractFacts("HSI", [], TODAY)).toMatchObject({ expiry: null, roll: null });
    expect(contractFacts("BTCUSDT", [], TODAY)).toMatchObject({ expiry: null, roll: null });
  });
});

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
  const stocks = holdingsOf([{ name: "AAPL" }, { name: "MSFT" }]);
  const coins = holdingsOf([{ name: "ETH" }, { name: "btc" }]);

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
