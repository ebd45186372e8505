import { dayOf, isoDate, isWeekend } from "../../../src/contracts/calendar/day";
import { isLondonDay, londonHolidays } from "../../../src/contracts/calendar/london";
import { isNyseDay, nyseHolidays } from "../../../src/contracts/calendar/nyse";

const day = (date: string) => Date.parse(date) / 86_400_000;
const sorted = (days: readonly number[]) =>
  [...days].sort((a, b) => a - b).map((each) => isoDate(each).slice(5));

/** The weekdays of a year on which a market is closed, as MM-DD. */
function closed(year: number, isOpen: (day: number) => boolean): string[] {
  const days = Array.from({ length: 366 }, (_, i) => dayOf(year, 1, 1) + i);
  return sorted(days.filter((each) => each < dayOf(year + 1, 1, 1) && !isWeekend(each) && !isOpen(each)));
}

describe("the NYSE", () => {
  // NYSE holiday lists as published: 2026–2028 in the release of 2025-12-23, the others in their years.
  it.each([
    [2001, "01-01 01-15 02-19 04-13 05-28 07-04 09-03 09-11 09-12 09-13 09-14 11-22 12-25"],
    [2004, "01-01 01-19 02-16 04-09 05-31 06-11 07-05 09-06 11-25 12-24"],
    [2007, "01-01 01-02 01-15 02-19 04-06 05-28 07-04 09-03 11-22 12-25"],
    [2012, "01-02 01-16 02-20 04-06 05-28 07-04 09-03 10-29 10-30 11-22 12-25"],
    [2018, "01-01 01-15 02-19 03-30 05-28 07-04 09-03 11-22 12-05 12-25"],
    [2020, "01-01 01-20 02-17 04-10 05-25 07-03 09-07 11-26 12-25"],
    [2021, "01-01 01-18 02-15 04-02 05-31 07-05 09-06 11-25 12-24"],
    [2022, "01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26"],
    [2023, "01-02 01-16 02-20 04-07 05-29 06-19 07-04 09-04 11-23 12-25"],
    [2025, "01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25"],
    [2026, "01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25"],
    [2027, "01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24"],
    [2028, "01-17 02-21 04-14 05-29 06-19 07-04 09-04 11-23 12-25"],
  ])("is closed in %i on %s", (year, dates) => {
    expect(closed(year, isNyseDay).join(" ")).toBe(dates);
  });

  it("keeps no New Year's Day on a Saturday, not even on the Friday before", () => {
    expect(isNyseDay(day("2021-12-31"))).toBe(true);
    expect(isNyseDay(day("2027-12-31"))).toBe(true);
    expect(nyseHolidays(2028)).toHaveLength(9);
    expect(nyseHolidays(2027)).toHaveLength(10);
  });

  it("is closed at the weekend", () => {
    expect(isNyseDay(day("2026-06-20"))).toBe(false);
    expect(isNyseDay(day("2026-06-21"))).toBe(false);
    expect(isNyseDay(day("2026-06-22"))).toBe(true);
  });
});

describe("London", () => {
  // gov.uk/bank-holidays (England and Wales), and its list of past dates.
  it.each([
    [2002, "01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26"],
    [2011, "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27"],
    [2012, "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26"],
    [2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28"],
    [2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28"],
    [2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"],
    [2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"],
    [2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26"],
    [2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"],
    [2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"],
    [2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"],
  ])("is at rest in %i on %s", (year, dates) => {
    expect(closed(year, isLondonDay).join(" ")).toBe(dates);
  });

  it("has eight bank holidays in an ordinary year", () => {
    for (let year = 2028; year <= 2045; year++) {
      expect(londonHolidays(year)).toHaveLength(8);
      expect(closed(year, isLondonDay)).toHaveLength(8);
    }
  });

  it("rests at the weekend", () => {
    expect(isLondonDay(day("2026-06-20"))).toBe(false);
    expect(isLondonDay(day("2026-06-19"))).toBe(true);
  });
});
