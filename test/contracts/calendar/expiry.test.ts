import * as fc from "fast-check";
import { CONTRACTS, listedMonths, requireContract } from "../../../src/contracts/catalogue";
import { datedCode } from "../../../src/contracts/calendar/dated-codes";
import { dayOf, isoDate, monthOf, nthWeekday, weekdayOf } from "../../../src/contracts/calendar/day";
import { expiryOfMonth, findExpiry, nextExpiry } from "../../../src/contracts/calendar/expiry";
import { isLondonDay } from "../../../src/contracts/calendar/london";
import { monthOfCode } from "../../../src/contracts/calendar/month-codes";
import { isNyseDay } from "../../../src/contracts/calendar/nyse";
import { rollDay } from "../../../src/contracts/calendar/roll";
import { numRuns } from "../../runs";
import { CME_CRYPTO, CME_NIKKEI, OTHER_QUARTERLY, US_EQUITY } from "../expiries";

const day = (date: string) => Date.parse(date) / 86_400_000;
const ofCode = (code: string, from?: string, nth = 1) =>
  findExpiry({ code, from: from === undefined ? undefined : day(from), nth });
const expiry = (code: string, from?: string, nth?: number) => isoDate(ofCode(code, from, nth).day);
const roll = (code: string) => isoDate(rollDay(ofCode(code)));

/** A DomainError of this kind with exactly this message. */
const error = (kind: string, message: string) => expect.objectContaining({ kind, message }) as Error;

/** What is said of a contract whose last trading day the exchange's texts leave open. */
const inDoubt = (what: string, days: string) =>
  `${what}: the exchange's texts allow ${days}, and no page was found that says which is the last trading day; ` +
  "take it from the exchange";

describe("US index futures", () => {
  it.each(US_EQUITY)("%s expire on %s, roll on %s", (month, date, rollDate) => {
    for (const root of ["ES", "MES", "NQ", "MNQ", "RTY", "M2K", "YM", "MYM", "EMD", "MMC"]) {
      expect(expiry(root + month)).toBe(date);
    }
    expect(roll(`ES${month}`)).toBe(rollDate);
  });

  it("expire on a Thursday in June 2026 and June 2027, because of Juneteenth", () => {
    expect(expiry("ESM26")).toBe("2026-06-18");
    expect(expiry("ESM27")).toBe("2027-06-17");
    expect([ofCode("ESM26"), ofCode("ESM27")].map(({ day: last }) => weekdayOf(last))).toEqual([4, 4]);
  });

  // Dates published at the time: CME's notice of March 2008 (quoted on mypivots.com), CME's roll table of 2014,
  // the tables of 2025 (rawnews.com) and March 2026 (regimeanalysis.com), Linn Software's rollover calendar.
  it.each([
    ["ESH08", "2008-03-20", "2008-03-13"],
    ["ESU14", "2014-09-19", "2014-09-11"],
    ["ESZ14", "2014-12-19", "2014-12-11"],
    ["ESH25", "2025-03-21", "2025-03-17"],
    ["ESU25", "2025-09-19", "2025-09-15"],
    ["ESH26", "2026-03-20", "2026-03-16"],
    ["ESM26", "2026-06-18", "2026-06-15"],
    ["ESZ26", "2026-12-18", "2026-12-14"],
  ])("%s expired on %s and rolled on %s", (code, date, rollDate) => {
    expect(expiry(code)).toBe(date);
    expect(roll(code)).toBe(rollDate);
  });

  it("roll on the Monday since June 2022 (S&P 500) or September 2022, before on the Thursday a week earlier", () => {
    expect(["ESH22", "ESM22", "ESU22"].map(roll)).toEqual(["2022-03-10", "2022-06-13", "2022-09-12"]);
    expect(["MESH22", "MESM22"].map(roll)).toEqual(["2022-03-10", "2022-06-13"]);
    expect(["NQM22", "NQU22", "M2KM22", "YMU22"].map(roll)).toEqual([
      "2022-06-09",
      "2022-09-12",
      "2022-06-09",
      "2022-09-12",
    ]);
  });

  it("expire on an NYSE day from the 14th to the 21st, not after the third Friday, after the roll", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("H", "M", "U", "Z"),
        fc.integer({ min: 2000, max: 2045 }),
        fc.constantFrom("ES", "NQ"),
        (letter, year, root) => {
          const month = monthOfCode(letter) ?? 0;
          const found = expiryOfMonth(requireContract(root), year, month);
          expect(found).toMatchObject({ year, month });
          expect(isNyseDay(found.day)).toBe(true);
          expect(found.day).toBeGreaterThanOrEqual(dayOf(year, month, 14));
          expect(found.day).toBeLessThanOrEqual(dayOf(year, month, 21));
          expect(found.day).toBeLessThanOrEqual(nthWeekday(year, month, 5, 3));
          const rolled = rollDay(found);
          expect(rolled).toBeLessThan(found.day);
          expect(found.day).toBeLessThanOrEqual(rolled + (year > 2022 ? 4 : 8));
          if (year > 2022) expect(weekdayOf(rolled)).toBe(1);
        },
      ),
      { numRuns },
    );
  });
});

describe("CME's coins", () => {
  it.each(CME_CRYPTO)("%s expire on %s", (month, date) => {
    for (const root of ["BTC", "MBT", "ETH", "MET", "SOL", "MSL", "XRP", "MXP", "ADA", "LINK", "XLM"]) {
      expect(expiry(root + month)).toBe(date);
    }
  });

  it("moved before Good Friday 2018, and not in May 2019 (QuantConnect Lean, expiry test data)", () => {
    expect(expiry("BTCH18")).toBe("2018-03-29");
    expect(expiry("BTCK19")).toBe("2019-05-31");
  });

  it.each([
    ["BTCZ25", "2025-12-24 and 2025-12-26"],
    ["METZ25", "2025-12-24 and 2025-12-26"],
    ["BTCZ31", "2031-12-24 and 2031-12-26"],
    ["ETHZ36", "2036-12-24 and 2036-12-26"],
    ["BTCZ42", "2042-12-24 and 2042-12-26"],
  ])("leave out %s, for which the exchange's texts disagree", (code, days) => {
    expect(() => expiry(code)).toThrow(error("missing", inDoubt(code, days)));
  });

  it("are in doubt in no other month", () => {
    const doubtful: string[] = [];
    for (let year = 2018; year <= 2045; year++) {
      for (let month = 1; month <= 12; month++) {
        try {
          const { day: last } = expiryOfMonth(requireContract("BTC"), year, month);
          expect(isNyseDay(last) && isLondonDay(last)).toBe(true);
          expect(monthOf(last)).toEqual({ year, month });
        } catch {
          doubtful.push(datedCode("BTC", year, month));
        }
      }
    }
    expect(doubtful).toEqual(["BTCZ25", "BTCZ31", "BTCZ36", "BTCZ42"]);
  });

  it("count the expiry in doubt, and refuse only answers that depend on it", () => {
    expect(expiry("BTC", "2025-11-01")).toBe("2025-11-28");
    expect(() => expiry("BTC", "2025-11-01", 2)).toThrow(/^BTCZ25: /);
    expect(expiry("BTC", "2025-11-01", 3)).toBe("2026-01-30");
    expect(() => expiry("BTC", "2025-12-24")).toThrow(/^BTCZ25: /);
    expect(expiry("BTC", "2025-12-24", 2)).toBe("2026-01-30");
    // On the 25th nobody can say whether December is past: neither the first nor the second is known.
    expect(() => expiry("BTC", "2025-12-25")).toThrow(/^BTCZ25: /);
    expect(() => expiry("BTC", "2025-12-25", 2)).toThrow(/^BTCZ25: /);
    expect(() => expiry("BTC", "2025-12-26", 2)).toThrow(/^BTCZ25: /);
    expect(expiry("BTC", "2025-12-27")).toBe("2026-01-30");
  });
});

describe("other exchanges", () => {
  it.each(CME_NIKKEI)("NKD%s expires on %s", (month, date) => {
    for (const root of ["NKD", "NIY", "ENY"]) expect(expiry(root + month)).toBe(date);
  });

  it("NKDM19 expired on 2019-06-13 (QuantConnect Lean, expiry test data)", () => {
    expect(expiry("NKDM19")).toBe("2019-06-13");
  });

  it.each(OTHER_QUARTERLY)("in %s: Eurex %s, ICE %s, ASX %s", (month, eurex, ice, asx) => {
    for (const root of ["FESX", "FSXE", "FDAX", "FDXM", "FDXS"]) expect(expiry(root + month)).toBe(eurex);
    expect(expiry(`Z${month}`)).toBe(ice);
    expect(expiry(`AP${month}`)).toBe(asx);
  });

  it("keep Good Friday 2008: Eurex and ICE the day before", () => {
    expect(expiry("FESXH08")).toBe("2008-03-20");
    expect(expiry("ZH08")).toBe("2008-03-20");
    expect(expiry("APH08")).toBe("2008-03-20");
  });

  it("Bitcoin Friday futures expire every Friday, in doubt where New York is closed", () => {
    expect(expiry("BFF", "2026-11-21")).toBe("2026-11-27");
    expect(expiry("BFF", "2026-11-27")).toBe("2026-11-27");
    expect(expiry("BFF", "2026-11-28")).toBe("2026-12-04");
    expect(expiry("BFF", "2026-11-21", 3)).toBe("2026-12-11");
    expect(ofCode("BFF", "2026-11-21")).toMatchObject({ year: 2026, month: 11 });
    expect(() => expiry("BFF", "2027-03-26")).toThrow(
      error("missing", inDoubt("BFF of 2027-03-26", "2027-03-25 and 2027-03-26")),
    );
    expect(expiry("BFF", "2027-03-25", 2)).toBe("2027-04-02");
  });
});

describe("the nth expiry on or after a date", () => {
  it("counts the day itself", () => {
    expect(expiry("ES", "2026-12-18")).toBe("2026-12-18");
    expect(expiry("ES", "2026-12-19")).toBe("2027-03-19");
    expect(expiry("ES", "2026-06-18")).toBe("2026-06-18");
    expect(expiry("ES", "2026-06-19")).toBe("2026-09-18");
    expect(expiry("ES", "2026-01-31", 4)).toBe("2026-12-18");
    expect(ofCode("ES", "2026-12-19")).toMatchObject({ year: 2027, month: 3, contract: { code: "ES" } });
  });

  /** The answer, or undefined where the exchange's texts disagree; any other error is a failure. */
  function unlessInDoubt<T>(answer: () => T): T | undefined {
    try {
      return answer();
    } catch (caught) {
      if (/the exchange's texts allow/.test(String(caught))) return undefined;
      throw caught;
    }
  }

  const held = CONTRACTS.filter(({ expiryRule }) => expiryRule !== null && expiryRule !== "hkex");
  const anyDay = fc.integer({ min: dayOf(2000, 1, 1), max: dayOf(2041, 12, 31) });

  it("is not before the date, and strictly later for a larger n", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...held),
        anyDay,
        fc.integer({ min: 1, max: 12 }),
        (contract, from, nth) => {
          const found = unlessInDoubt(() => nextExpiry(contract, from, nth).day);
          if (found === undefined) return;
          expect(found).toBeGreaterThanOrEqual(from);
          expect(nextExpiry(contract, found, 1).day).toBe(found);
          const later = unlessInDoubt(() => nextExpiry(contract, found + 1, 1).day);
          if (later === undefined) return;
          expect(later).toBeGreaterThan(found);
          expect(nextExpiry(contract, from, nth + 1).day).toBe(later);
        },
      ),
      { numRuns },
    );
  });

  it("agrees with the dated code of its month", () => {
    const dated = held.filter((contract) => listedMonths(contract) !== "");
    fc.assert(
      fc.property(fc.constantFrom(...dated), anyDay, (contract, from) => {
        const found = unlessInDoubt(() => nextExpiry(contract, from, 1));
        if (found === undefined) return;
        const code = datedCode(contract.code, found.year, found.month);
        expect(findExpiry({ code, from: undefined, nth: 1 })).toEqual(found);
      }),
      { numRuns },
    );
  });
});

describe("one digit of the year", () => {
  it("is the year nearest to the date, or to the catalogue's", () => {
    expect(expiry("ESZ6")).toBe("2026-12-18");
    expect(expiry("ESZ0")).toBe("2030-12-20");
    expect(expiry("ESH2")).toBe("2022-03-18");
    expect(expiry("ESH1")).toBe("2031-03-21");
    expect(expiry("ESZ6", "2035-01-01")).toBe("2036-12-19");
    expect(expiry("ESZ26", "2035-01-01")).toBe("2026-12-18");
  });
});

describe("codes", () => {
  it("may be typed in any case and with blanks", () => {
    expect(expiry(" es z26 ")).toBe("2026-12-18");
    expect(expiry("es", "2026-12-01")).toBe("2026-12-18");
    expect(() => expiry("es f26")).toThrow(
      error("missing", "ESF26 is not a contract: ES lists the months HMUZ"),
    );
  });
});

describe("what is not held", () => {
  it.each([
    ["BTCUSDT", "2026-01-01", 1, "BTCUSDT is a perpetual: it has no last trading day"],
    ["BTC-PERPETUAL", undefined, 1, "BTC-PERPETUAL is a perpetual: it has no last trading day"],
    ["QSOL", "2026-01-01", 1, "no rule is held for the last trading day of QSOL: take it from the exchange"],
    [
      "HSI",
      "2026-01-01",
      1,
      "the last trading day of HSI depends on Hong Kong's lunar holidays, which are not held: take it from HKEX",
    ],
    [
      "MHIF27",
      undefined,
      1,
      "the last trading day of MHI depends on Hong Kong's lunar holidays, which are not held: take it from HKEX",
    ],
    ["ES", "1999-12-31", 1, "the calendar covers 2000 to 2045, not 1999"],
    ["ES", "2046-01-01", 1, "the calendar covers 2000 to 2045, not 2046"],
    ["ESZ46", undefined, 1, "the calendar covers 2000 to 2045, not 2046"],
    ["ES", "2045-12-16", 1, "ES: the calendar ends with 2045"],
    ["ES", "2044-12-17", 5, "ES: the calendar ends with 2045"],
    ["BFF", "2045-12-30", 1, "BFF: the calendar ends with 2045"],
    ["FOO", "2026-01-01", 1, 'contract "FOO" is not in the catalogue; check the code'],
    ["ESF26", undefined, 1, "ESF26 is not a contract: ES lists the months HMUZ"],
  ] as [string, string | undefined, number, string][])(
    "%s from %s, number %i",
    (code, from, nth, message) => {
      expect(() => expiry(code, from, nth)).toThrow(error("missing", message));
    },
  );

  it("begins and ends with the years of the holidays", () => {
    expect(expiry("ES", "2000-01-01")).toBe("2000-03-17");
    expect(expiry("ES", "2045-12-15")).toBe("2045-12-15");
    expect(expiry("BFF", "2045-12-29")).toBe("2045-12-29");
    expect(expiry("ESH00")).toBe("2000-03-17");
    expect(expiry("ESZ45")).toBe("2045-12-15");
  });

  it("refuses months that a contract does not list", () => {
    expect(() => expiryOfMonth(requireContract("ES"), 2026, 1)).toThrow(
      error("missing", "ES has no F contract"),
    );
    expect(() => expiryOfMonth(requireContract("BFF"), 2026, 3)).toThrow(
      error("missing", "BFF has no H contract"),
    );
  });

  it.each(["BTCZ26", "FESXZ26", "ZZ26", "NKDZ26", "APZ26"])("has no roll date for %s", (code) => {
    const root = requireContract(code).code;
    expect(() => roll(code)).toThrow(
      error(
        "missing",
        `no roll date is published for ${root}: roll before its last trading day, which FUT_EXPIRY gives`,
      ),
    );
  });
});

describe("arguments that make no sense", () => {
  it("asks for the date", () => {
    const message = "date is blank: give a date, such as TODAY(), or a dated code, such as ESZ26";
    expect(() => expiry("ES")).toThrow(error("argument", message));
    expect(() => expiry("BFF")).toThrow(error("argument", message));
  });

  it.each([0, -1, 1.5, Number.NaN])("refuses the expiry number %d", (nth) => {
    expect(() => expiry("ES", "2026-01-01", nth)).toThrow(
      error("argument", `nth must be a whole number from 1, but is ${nth}`),
    );
    expect(() => expiry("ESZ26", undefined, nth)).toThrow(/^nth must be a whole number/);
  });

  it("refuses to count on from a dated code", () => {
    expect(() => expiry("ESZ26", undefined, 2)).toThrow(
      error("argument", "nth must be 1 or left out for a dated code, but is 2: ESZ26 expires once"),
    );
  });
});
