import type { OwnContract } from "../../src/excel/own-contracts";
import { contractFacts, contractOptions, contractTraits } from "../../src/taskpane/contract-options";
import { readDate } from "../../src/taskpane/typed-number";
import { OWN, TODAY } from "./equity-book";

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
    expect(options.slice(-2).map(({ code, place, problem }) => [code, place, problem])).toEqual([
      ["WHEAT", "Contracts!A2", null],
      ["BAD", "Contracts!A2", "Its multiplier is blank."],
    ]);
  });

  it("lists the user's own in place of the catalogue's of the same code, unless it cannot be used", () => {
    const named = (own: Partial<OwnContract>) =>
      contractOptions([{ ...OWN, code: "es", name: "Mine", ...own }])
        .filter(({ code }) => code.toUpperCase() === "ES")
        .map(({ name }) => name);
    expect(named({})).toEqual(["Mine"]);
    expect(named({ problem: "Its multiplier is blank." })).toEqual(["E-mini S&P 500", "Mine"]);
  });
});

describe("contractTraits", () => {
  it("knows no smaller contract for one of the user's own", () => {
    expect(contractTraits("ES", [{ ...OWN, code: "ES" }]).smaller).toBeNull();
  });

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
