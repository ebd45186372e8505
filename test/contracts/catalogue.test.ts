import { readdirSync } from "node:fs";
import { join } from "node:path";
import {
  CONTRACTS,
  FAMILIES,
  findContract,
  listedMonths,
  requireContract,
  smallerContracts,
} from "../../src/contracts/catalogue";
import { coinOf, findCoin } from "../../src/contracts/coins";
import { CHECKED_ON, SOURCES } from "../../src/contracts/sources";
import { SPECIFICATIONS } from "./specifications";

const contract = (code: string) => requireContract(code);

describe("the catalogue", () => {
  it("holds each code once, and every contract has its row of figures", () => {
    const codes = CONTRACTS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.sort()).toEqual(SPECIFICATIONS.map(([code]) => code).sort());
  });

  it("has every list of contracts of its folder under a heading, each heading once", async () => {
    const folder = join(__dirname, "../../src/contracts");
    const files = readdirSync(folder).filter((file) => file.endsWith(".ts") && file !== "catalogue.ts");
    const modules = await Promise.all(files.map((file) => import(join(folder, file)) as Promise<object>));
    const lists = modules
      .flatMap((module) => Object.values(module) as unknown[])
      .filter((value) => Array.isArray(value) && value.some((each: object) => "multiplier" in each));
    expect(FAMILIES.map(({ contracts }) => contracts)).toEqual(expect.arrayContaining(lists));
    expect(lists).toHaveLength(FAMILIES.length);
    expect(new Set(FAMILIES.map(({ heading }) => heading)).size).toBe(FAMILIES.length);
  });

  it.each(SPECIFICATIONS)(
    "says of %s what its exchange says",
    (code, multiplier, tick, tickValue, currency, settlementCurrency, lot, cycle) => {
      const found = contract(code);
      expect({
        multiplier: found.multiplier.toFixed(),
        tick: found.tick?.toFixed() ?? null,
        tickValue: found.tickValue?.toFixed() ?? null,
        currency: found.currency,
        settlementCurrency: found.settlementCurrency,
        lot: found.lot.toFixed(),
        cycle: found.cycle,
      }).toEqual({ multiplier, tick, tickValue, currency, settlementCurrency, lot, cycle });
    },
  );

  it.each(CONTRACTS)("$code has a name, a source and sane figures", (each) => {
    expect(each.code).toBe(each.code.toUpperCase());
    expect(each.code).not.toMatch(/\s/);
    for (const text of [each.name, each.exchange, each.underlying]) expect(text.trim()).not.toBe("");
    expect(each.multiplier.greaterThan(0)).toBe(true);
    expect(each.lot.greaterThan(0)).toBe(true);
    expect(each.tick?.greaterThan(0) ?? true).toBe(true);
    expect(each.currency).toMatch(/^(USD|USDT|EUR|GBP|JPY|HKD|AUD)$/);
    // A tick is sourced, or absent.
    expect(each.tickSources === null).toBe(each.tick === null);
    for (const key of [...each.sources, ...(each.tickSources ?? [])]) {
      expect(SOURCES[key].document).not.toBe("");
    }
  });

  it.each(CONTRACTS.filter(({ payoff }) => payoff === "linear"))(
    "$code: tick value is multiplier × tick, profit is in the quote currency",
    ({ multiplier, tick, tickValue, currency, settlementCurrency }) => {
      expect(tickValue?.toNumber() ?? null).toBe(tick && multiplier.times(tick).toNumber());
      expect(settlementCurrency).toBe(currency);
    },
  );

  it.each(CONTRACTS.filter(({ payoff }) => payoff === "inverse"))(
    "$code: an inverse contract is quoted in dollars and settled in the coin",
    ({ code, currency, settlementCurrency, tickValue, cycle }) => {
      expect(currency).toBe("USD");
      expect(findCoin(settlementCurrency)).toBe(coinOf(code));
      expect(tickValue).toBeNull();
      expect(cycle).toBe("perpetual");
    },
  );

  it("says which facts are not verified", () => {
    const unverified = CONTRACTS.filter(({ tick }) => tick === null);
    for (const { note } of unverified) expect(note).toMatch(/not verified$/);
    for (const code of ["ETH-PERPETUAL", "ETH-USD-SWAP"]) {
      expect(contract(code).note).toMatch(/^from a copy of the exchange's answer/);
    }
    expect(contract("ADA").note).toBe(
      "since 2026-02-09; a micro of 10,000 ADA exists, its code and the ticks are not verified",
    );
  });

  it("holds no margin: margins change, they are inputs", () => {
    expect(Object.keys(contract("ES")).filter((key) => /margin/i.test(key))).toEqual([]);
  });

  it("has an expiry rule for every contract with a month or a week", () => {
    for (const { cycle, expiryRule } of CONTRACTS) {
      expect(expiryRule === null).toBe(cycle === "perpetual" || cycle === "long-dated");
    }
  });
});

describe("the sources", () => {
  it.each(Object.entries(SOURCES))(
    "%s names a public document, with its date where it has one",
    (_, source) => {
      expect(source.document).toMatch(/\w+\.\w+|API|Special Executive Report/);
      expect(source.document).not.toMatch(/^https?:|\s$/);
      expect(source.asOf ?? CHECKED_ON).toMatch(/^20\d\d(-[01]\d(-[0-3]\d)?)?$/);
      expect((source.asOf ?? CHECKED_ON) <= CHECKED_ON).toBe(true);
    },
  );

  it("are all used", () => {
    const used = new Set(
      CONTRACTS.flatMap(({ sources, tickSources }) => [...sources, ...(tickSources ?? [])]),
    );
    expect([...used].sort()).toEqual(Object.keys(SOURCES).sort());
  });
});

describe("findContract", () => {
  it.each(["ES", "es", " ES ", "e s", "ESZ26", "esz6", "ES Z26", "ESH20"])("finds ES as %j", (code) => {
    expect(findContract(code)?.code).toBe("ES");
  });

  it.each([
    ["Z", "Z"],
    ["ZZ26", "Z"],
    ["M2K", "M2K"],
    ["M2KZ6", "M2K"],
    ["BTCF27", "BTC"],
    ["MESZ26", "MES"],
    ["SOL", "SOL"],
    ["btcusd_perp", "BTCUSD_PERP"],
    ["bybit:btcusdt", "BYBIT:BTCUSDT"],
    ["BTCUSDT", "BTCUSDT"],
    ["btc-perpetual", "BTC-PERPETUAL"],
  ])("finds %s as %s", (code, found) => {
    expect(findContract(code)?.code).toBe(found);
  });

  it.each([
    "",
    "XX",
    "ESF26", // ES has no January contract
    "ESA26", // A is no month
    "ES26",
    "ESZ",
    "ESZ126",
    "ESZ26 P4000",
    "BFFZ26", // weekly: no month codes
    "QSOLZ26",
    "BTCUSDTZ26",
    "Z6",
    "constructor",
  ])("does not find %j", (code) => {
    expect(findContract(code)).toBeUndefined();
  });

  it("tells Binance's and Bybit's BTCUSDT apart", () => {
    expect(findContract("ETHUSDT")).toMatchObject({ exchange: "Binance USD-M" });
    expect(findContract("BYBIT:ETHUSDT")).toMatchObject({ exchange: "Bybit" });
  });
});

describe("requireContract", () => {
  it("says what to check", () => {
    expect(requireContract("ES").code).toBe("ES");
    expect(() => requireContract("FOO")).toThrow('contract "FOO" is not in the catalogue; check the code');
    expect(() => requireContract("FOOZ26")).toThrow(
      'contract "FOOZ26" is not in the catalogue; check the code',
    );
    expect(() => requireContract("x".repeat(50))).toThrow(
      `contract "${"x".repeat(40)}" is not in the catalogue`,
    );
    expect(() => requireContract("FOO")).toThrow(expect.objectContaining({ kind: "missing" }) as Error);
  });

  it("names the months that are listed", () => {
    expect(() => requireContract("ESF26")).toThrow("ESF26 is not a contract: ES lists the months HMUZ");
    expect(() => requireContract("BFFZ26")).toThrow("BFFZ26 is not a contract: BFF lists no months");
    expect(() => requireContract("ESF26")).toThrow(expect.objectContaining({ kind: "missing" }) as Error);
  });
});

describe("listedMonths", () => {
  it("are those of the cycle", () => {
    expect(listedMonths(contract("ES"))).toBe("HMUZ");
    expect(listedMonths(contract("BTC"))).toBe("FGHJKMNQUVXZ");
    for (const code of ["BFF", "QSOL", "BTCUSDT"]) expect(listedMonths(contract(code))).toBe("");
  });
});

/** Small contracts in one large contract of the same underlying, currency and payoff. */
function sizeRatio(large: string, small: string): number {
  const [one, other] = [contract(large), contract(small)];
  const kindOf = ({ underlying, currency, payoff }: typeof one) => [underlying, currency, payoff];
  expect(kindOf(other)).toEqual(kindOf(one));
  return one.multiplier.dividedBy(other.multiplier).toNumber();
}

describe("families", () => {
  // Multipliers from the exchanges' pages: MBT 0.1 of 5 Bitcoin, MET 0.1 of 50 ether, FDXM EUR 5 of 25, …
  it.each([
    ["ES", "MES", 10],
    ["NQ", "MNQ", 10],
    ["RTY", "M2K", 10],
    ["YM", "MYM", 10],
    ["EMD", "MMC", 10],
    ["NIY", "ENY", 5],
    ["FESX", "FSXE", 10],
    ["FDAX", "FDXM", 5],
    ["FDAX", "FDXS", 25],
    ["FDXM", "FDXS", 5],
    ["HSI", "MHI", 5],
    ["HHI", "MCH", 5],
    ["BTC", "MBT", 50],
    ["BTC", "BFF", 250],
    ["ETH", "MET", 500],
    ["SOL", "MSL", 20],
    ["XRP", "MXP", 20],
    ["ES", "ES", 1],
  ])("one %s is so many %s: %i", (large, small, ratio) => {
    expect(sizeRatio(large, small)).toBe(ratio);
  });

  it.each(CONTRACTS.filter(({ larger }) => larger !== null))(
    "$code is smaller than $larger, by a whole number",
    (small) => {
      const large = small.larger ?? "";
      const ratio = sizeRatio(large, small.code);
      expect(Number.isInteger(ratio) && ratio > 1).toBe(true);
      expect(smallerContracts(large)).toContain(small);
      expect(contract(large).larger).toBeNull();
    },
  );

  it("are listed from the largest down", () => {
    expect(smallerContracts("FDAX").map(({ code }) => code)).toEqual(["FDXM", "FDXS"]);
    expect(smallerContracts("btc").map(({ code }) => code)).toEqual(["MBT", "BFF"]);
    expect(smallerContracts("ESZ26").map(({ code }) => code)).toEqual(["MES"]);
    expect(smallerContracts("MES")).toEqual([]);
    expect(smallerContracts("FOO")).toEqual([]);
  });
});
