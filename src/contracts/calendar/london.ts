import { dayOf, isWeekend, lastWeekday, MONDAY, monthOf, nthWeekday, type Day } from "./day";
import { easterSunday } from "./easter";

/** Bank holidays that a year moved or added. */
interface Exceptions {
  readonly earlyMay?: Day;
  readonly spring?: Day;
  readonly extra?: readonly Day[];
}

/** @see gov.uk/bank-holidays (England and Wales) and its announcements */
const EXCEPTIONS: Readonly<Partial<Record<number, Exceptions>>> = {
  2002: { spring: dayOf(2002, 6, 4), extra: [dayOf(2002, 6, 3)] }, // Golden Jubilee
  2011: { extra: [dayOf(2011, 4, 29)] }, // royal wedding
  2012: { spring: dayOf(2012, 6, 4), extra: [dayOf(2012, 6, 5)] }, // Diamond Jubilee
  2020: { earlyMay: dayOf(2020, 5, 8) }, // 75 years after the war in Europe
  // Platinum Jubilee and state funeral.
  2022: { spring: dayOf(2022, 6, 2), extra: [dayOf(2022, 6, 3), dayOf(2022, 9, 19)] },
  2023: { extra: [dayOf(2023, 5, 8)] }, // Coronation of Charles III
};

/**
 * The bank holidays of England and Wales in a year. New Year, Christmas and Boxing Day that fall on a weekend are kept
 * on the next weekday that is free.
 */
export function londonHolidays(year: number): readonly Day[] {
  const { earlyMay, spring, extra = [] } = EXCEPTIONS[year] ?? {};
  const easter = easterSunday(year);
  const christmas = substitute(dayOf(year, 12, 25));
  return [
    substitute(dayOf(year, 1, 1)),
    easter - 2,
    easter + 1,
    earlyMay ?? nthWeekday(year, 5, MONDAY, 1),
    spring ?? lastWeekday(year, 5, MONDAY),
    lastWeekday(year, 8, MONDAY), // Summer
    christmas,
    substitute(dayOf(year, 12, 26), christmas),
    ...extra,
  ];
}

/** Whether London is at work: the city whose 16:00 fixes the reference rates of CME's coins. */
export function isLondonDay(day: Day): boolean {
  return !isWeekend(day) && !londonHolidays(monthOf(day).year).includes(day);
}

/** The holiday itself, or the next weekday that is not taken. */
function substitute(holiday: Day, taken?: Day): Day {
  return isWeekend(holiday) || holiday === taken ? substitute(holiday + 1, taken) : holiday;
}
