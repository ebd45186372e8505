import * as fc from "fast-check";
import { datedCode, splitDatedCode, yearOfDigits } from "../../../src/contracts/calendar/dated-codes";
import { numRuns } from "../../runs";

describe("splitDatedCode", () => {
  it.each([
    ["ESZ26", { root: "ES", month: 12, year: "26" }],
    ["ESH6", { root: "ES", month: 3, year: "6" }],
    ["M2KF07", { root: "M2K", month: 1, year: "07" }],
    ["ZZ6", { root: "Z", month: 12, year: "6" }],
  ])("%s", (code, parts) => {
    expect(splitDatedCode(code)).toEqual(parts);
  });

  it.each(["", "ES", "Z6", "ESZ", "ESA6", "ESZ126X", "ESZ 6", "ESz6", "6", "ESZ6\n"])(
    "is no dated code: %j",
    (code) => {
      expect(splitDatedCode(code)).toBeUndefined();
    },
  );
});

describe("datedCode", () => {
  it("has two digits of the year", () => {
    expect(datedCode("ES", 2026, 12)).toBe("ESZ26");
    expect(datedCode("BTC", 2007, 1)).toBe("BTCF07");
  });

  it("comes back as it went", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("ES", "M2K", "Z", "BTC", "FDAX"),
        fc.integer({ min: 2000, max: 2099 }),
        fc.integer({ min: 1, max: 12 }),
        (root, year, month) => {
          const split = splitDatedCode(datedCode(root, year, month));
          expect(split).toMatchObject({ root, month });
          expect(yearOfDigits(split?.year ?? "", 2026)).toBe(year);
        },
      ),
      { numRuns },
    );
  });
});

describe("yearOfDigits", () => {
  it("takes two digits as this century", () => {
    expect(yearOfDigits("00", 2026)).toBe(2000);
    expect(yearOfDigits("45", 1999)).toBe(2045);
    expect(yearOfDigits("99", 2026)).toBe(2099);
  });

  it("takes one digit as the nearest year, the later of two", () => {
    const years = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => yearOfDigits(String(digit), 2026));
    expect(years).toEqual([2030, 2031, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029]);
    expect(yearOfDigits("9", 2030)).toBe(2029);
    expect(yearOfDigits("5", 2030)).toBe(2035);
    expect(yearOfDigits("4", 2000)).toBe(2004);
    expect(yearOfDigits("6", 2000)).toBe(1996);
  });

  it("stays within five years of the reference and ends in the digit", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1900, max: 9999 }),
        (digit, reference) => {
          const year = yearOfDigits(String(digit), reference);
          expect(year % 10).toBe(digit);
          expect(year - reference).toBeGreaterThanOrEqual(-4);
          expect(year - reference).toBeLessThanOrEqual(5);
        },
      ),
      { numRuns },
    );
  });
});
