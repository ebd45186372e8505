import { dayOf, isWeekend, lastWeekday, MONDAY, monthOf, nthWeekday, type Day } from "./day";
import { easterSunday } from "./easter";

/** Bank holidays that a year moved or added. */
interface Exceptions {
  readonly earlyMay?: Day;
  readonly spring?: Day;
  readonly extra?: Day;
}

/** @see gov.uk/bank-holidays (England and Wales) and its announcements */
const EXCEPTIONS: Readonly<Partial<Record<number, Exceptions>>> = {
  2020: { earlyMay: dayOf(2020, 5, 8) }, // 75 years after the war in Europe
  2022: { spring: dayOf(2022, 6, 2), extra: dayOf(2022, 6, 3) }, // Platinum Jubilee
  2023: { extra: dayOf(2023, 5, 8) }, // Coronation of Charles III
};

/** State funeral of Elizabeth II. */
const STATE_FUNERAL = dayOf(2022, 9, 19);

/**
 * The bank holidays of England and Wales in a year. New Year, Christmas and Boxing Day that fall on a weekend are kept
 * on the next weekday that is free.
 */
export function londonHolidays(year: number): readonly Day[] {
  const { earlyMay, spring, extra } = EXCEPTIONS[year] ?? {};
  const easter = easterSunday(year);
  const newYear = substitute(dayOf(year, 1, 1), []);
  // Boxing Day on a Monday stays, and Christmas Sunday is kept on Tuesday: hence Boxing Day first where it is a weekday.
  const boxingDay = dayOf(year, 12, 26);
  const christmas = substitute(dayOf(year, 12, 25), [boxingDay]);
  const holidays = [
    newYear,
    easter - 2,
    easter + 1,
    earlyMay ?? nthWeekday(year, 5, MONDAY, 1),
    spring ?? lastWeekday(year, 5, MONDAY),
    lastWeekday(year, 8, MONDAY), // Summer
    christmas,
    substitute(boxingDay, [christmas]),
  ];
  return extra === undefined ? holidays : [...holidays, extra];
}

/** Whether London is at work: the city whose 16:00 fixes the reference rates of CME's coins. */
export function isLondonDay(day: Day): boolean {
  return !isWeekend(day) && day !== STATE_FUNERAL && !londonHolidays(monthOf(day).year).includes(day);
}

function substitute(holiday: Day, taken: readonly Day[]): Day {
  const free = (day: Day): boolean => !isWeekend(day) && !taken.includes(day);
  let day = holiday;
  while (!free(day)) day += 1;
  return day;
}
