import {
  dayOf,
  FRIDAY,
  isoDate,
  isWeekend,
  lastWeekday,
  MONDAY,
  monthOf,
  nthWeekday,
  onOrBefore,
  THURSDAY,
  weekdayOf,
} from "../../../src/contracts/calendar/day";
import { dayOfSerial, serialOfDay } from "../../../src/contracts/calendar/excel-date";
import { easterSunday, goodFriday } from "../../../src/contracts/calendar/easter";
import { monthCode, monthOfCode } from "../../../src/contracts/calendar/month-codes";
import { SERIALS } from "../expiries";

const iso = (date: string) => Date.parse(date) / 86_400_000;

describe("days", () => {
  it("count from 1970", () => {
    expect(dayOf(1970, 1, 1)).toBe(0);
    expect(dayOf(2026, 12, 18)).toBe(iso("2026-12-18"));
    expect(dayOf(2027, 13, 1)).toBe(iso("2028-01-01"));
    expect(monthOf(iso("2028-02-29"))).toEqual({ year: 2028, month: 2 });
    expect(monthOf(iso("2027-12-31"))).toEqual({ year: 2027, month: 12 });
    expect(isoDate(dayOf(2026, 6, 18))).toBe("2026-06-18");
  });

  it("know their weekday", () => {
    expect([0, 1, 2, 3].map(weekdayOf)).toEqual([4, 5, 6, 0]); // 1 January 1970 was a Thursday
    expect([1, 2, 3, 4].map(isWeekend)).toEqual([false, true, true, false]);
  });

  it("find the nth and the last weekday of a month", () => {
    // June 2026 begins on a Monday, May 2026 on a Friday.
    expect(isoDate(nthWeekday(2026, 6, MONDAY, 1))).toBe("2026-06-01");
    expect(isoDate(nthWeekday(2026, 6, FRIDAY, 3))).toBe("2026-06-19");
    expect(isoDate(nthWeekday(2026, 5, FRIDAY, 1))).toBe("2026-05-01");
    expect(isoDate(nthWeekday(2026, 5, THURSDAY, 4))).toBe("2026-05-28");
    expect(isoDate(lastWeekday(2026, 5, FRIDAY))).toBe("2026-05-29");
    expect(isoDate(lastWeekday(2027, 12, FRIDAY))).toBe("2027-12-31");
    expect(isoDate(lastWeekday(2026, 12, MONDAY))).toBe("2026-12-28");
  });

  it("step back to an open day", () => {
    expect(onOrBefore(10, (day) => day === 10)).toBe(10);
    expect(onOrBefore(10, (day) => day <= 7)).toBe(7);
  });
});

describe("Excel dates", () => {
  it.each(SERIALS)("%s is serial %i", (date, serial) => {
    expect(serialOfDay(iso(date))).toBe(serial);
    expect(dayOfSerial(serial)).toBe(iso(date));
  });

  it("step over 29 February 1900, which Excel has", () => {
    expect(isoDate(dayOfSerial(1))).toBe("1900-01-01");
    expect(isoDate(dayOfSerial(59))).toBe("1900-02-28");
    expect(isoDate(dayOfSerial(61))).toBe("1900-03-01");
    expect(() => dayOfSerial(60)).toThrow(
      expect.objectContaining({
        kind: "argument",
        message: "date is 29 February 1900, a day that Excel has and the calendar has not",
      }) as Error,
    );
  });
});

describe("Easter", () => {
  // U.S. Census Bureau and Royal Museums Greenwich, tables of Easter dates.
  it.each([
    "2000-04-23",
    "2008-03-23",
    "2011-04-24",
    "2014-04-20",
    "2018-04-01",
    "2019-04-21",
    "2020-04-12",
    "2021-04-04",
    "2022-04-17",
    "2023-04-09",
    "2024-03-31",
    "2025-04-20",
    "2026-04-05",
    "2027-03-28",
    "2028-04-16",
    "2029-04-01",
    "2030-04-21",
    "2031-04-13",
    "2032-03-28",
    "2033-04-17",
    "2035-03-25",
    "2038-04-25",
    "2045-04-09",
    "1954-04-18",
    "1981-04-19",
    "2049-04-18",
    "2076-04-19",
    "2100-03-28",
  ])("%s", (date) => {
    const year = Number(date.slice(0, 4));
    expect(isoDate(easterSunday(year))).toBe(date);
    expect(goodFriday(year)).toBe(iso(date) - 2);
  });
});

describe("month codes", () => {
  it("are the industry's letters", () => {
    expect(Array.from({ length: 12 }, (_, i) => monthCode(i + 1)).join("")).toBe("FGHJKMNQUVXZ");
    expect(Array.from("FGHJKMNQUVXZ", monthOfCode)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    for (const letter of ["A", "", "FG", "f"]) expect(monthOfCode(letter)).toBeUndefined();
  });
});
