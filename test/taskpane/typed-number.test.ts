import fc from "fast-check";
import {
  ambiguity,
  boxLabel,
  isoDate,
  readDate,
  readNumber,
  todaySerial,
} from "../../src/taskpane/typed-number";

const beta = { label: "target beta" };

describe("readNumber", () => {
  it.each([
    { typed: "0.5", value: 0.5 },
    { typed: " 5000 ", value: 5000 },
    { typed: "-32", value: -32 },
    { typed: "\u221232", value: -32 },
    { typed: ".25", value: 0.25 },
    { typed: "5.", value: 5 },
    { typed: "+1", value: 1 },
    { typed: "0", value: 0 },
  ])("reads $typed", ({ typed, value }) => {
    expect(readNumber(typed, beta)).toEqual({ ok: true, value });
  });

  it.each([
    { typed: "1,300", says: "“1,300” can mean 1.3 or 1300" },
    { typed: "0,5", says: "nothing between thousands: 0.5." },
    { typed: "1.300,5", says: "nothing between thousands: 1300.5." },
    { typed: "5,000.25", says: "nothing between thousands: 5000.25." },
    { typed: "-1'234'567.875", says: "nothing between thousands: -1234567.875." },
    { typed: "1 234,567", says: "nothing between thousands: 1234.567." },
    { typed: "12,34.5", says: "several separators" },
    { typed: "1,300,000", says: "several separators" },
    { typed: "1 300", says: "nothing between thousands: 1300." },
    { typed: "1'300'000", says: "nothing between thousands: 1300000." },
    { typed: "1.2.3", says: "several separators" },
    { typed: "$500", says: "must be a number, but is “$500”" },
    { typed: "1e6", says: "must be a number, but is “1e6”" },
    { typed: "0x10", says: "must be a number" },
    { typed: "Infinity", says: "must be a number" },
    { typed: "=A1", says: "must be a number, but is “=A1”" },
    { typed: "50%", says: "Type 0.5 for 50 %" },
    { typed: "-", says: "must be a number" },
    { typed: ".", says: "must be a number" },
    { typed: "9".repeat(400), says: "too large" },
  ])("refuses $typed and says why", ({ typed, says }) => {
    const read = readNumber(typed, beta);
    expect(read.ok ? read.value : read.problem).toEqual(expect.stringContaining(says));
  });

  it("refuses a blank box: an empty target is not a target of 0", () => {
    expect(readNumber("  ", beta)).toEqual({ ok: false, problem: "Type the target beta." });
  });

  it("takes a blank box as not known where that is allowed", () => {
    expect(readNumber("", { label: "cash available", optional: true })).toEqual({ ok: true, value: null });
  });

  it.each([
    { typed: "57.6", value: 0.576 },
    { typed: "57.6%", value: 0.576 },
    { typed: "7 %", value: 0.07 },
    { typed: "-5", value: -0.05 },
    { typed: "0.01", value: 0.0001 },
  ])("reads $typed per cent as the nearest double", ({ typed, value }) => {
    expect(readNumber(typed, { label: "share", unit: "percent" })).toEqual({ ok: true, value });
  });

  it.each([
    { typed: "0", box: { label: "price", range: "positive" } as const, says: "must be greater than 0" },
    { typed: "-1", box: { label: "cash", range: "notNegative" } as const, says: "cannot be negative" },
    { typed: "1.5", box: { label: "horizon", whole: true } as const, says: "must be a whole number" },
  ])("holds $box.label to its range", ({ typed, box, says }) => {
    const read = readNumber(typed, box);
    expect(read.ok ? read.value : read.problem).toEqual(expect.stringContaining(says));
  });

  it("reads every plain decimal as JavaScript does, and nothing with a comma", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e15, max: 1e15 }), (x) => {
        const plain = x.toFixed(6);
        expect(readNumber(plain, beta)).toEqual({ ok: true, value: Number(plain) });
        expect(readNumber(plain.replace(".", ","), beta).ok).toBe(false);
      }),
    );
  });
});

describe("ambiguity", () => {
  it.each([
    { typed: "6.850", says: "Read as 6.85. Type 6850 if you mean thousands." },
    { typed: "11.200", says: "Read as 11.2. Type 11200 if you mean thousands." },
  ])("points out that $typed can be meant as thousands", ({ typed, says }) => {
    expect(ambiguity(typed)).toBe(says);
  });

  it.each(["6850", "6850.25", "0.500", "6.85", "1234.567", ""])("has nothing to say about %s", (typed) => {
    expect(ambiguity(typed)).toBeNull();
  });
});

describe("dates", () => {
  // Microsoft Support, DATE function: 1 January 2008 is serial 39448.
  it("reads a date box as Excel's serial", () => {
    expect(readDate("2008-01-01", "date")).toEqual({ ok: true, value: 39_448 });
    expect(isoDate(39_448)).toBe("2008-01-01");
  });

  it.each(["2026-02-30", "18.12.2026", "1899-12-31", "tomorrow"])("refuses %s", (typed) => {
    expect(readDate(typed, "margin date").ok).toBe(false);
  });

  it("takes a blank date box as not known", () => {
    expect(readDate("", "margin date")).toEqual({ ok: true, value: null });
  });

  it("counts today on the user's own calendar, late in the evening too", () => {
    expect(todaySerial(new Date(2008, 0, 1, 23, 59))).toBe(39_448);
  });

  it("shows every day as it was read", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        expect(readDate(isoDate(serial), "date")).toEqual({ ok: true, value: serial });
      }),
    );
  });
});

describe("what is no date in Excel", () => {
  // Excel's last day is 31 December 9999, serial 2958465; 60 is a 29 February 1900 that never was.
  it.each([1e12, 2_958_466, 60, 0, -1, NaN])("%d leaves the box blank", (serial) => {
    expect(isoDate(serial)).toBe("");
  });
});

describe("boxLabel", () => {
  it("begins with a capital and names the unit", () => {
    expect(boxLabel({ label: "share to hedge", unit: "percent" })).toBe("Share to hedge (%)");
    expect(boxLabel(beta)).toBe("Target beta");
  });
});
