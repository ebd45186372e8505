import {
  dayOf,
  isWeekend,
  lastWeekday,
  MONDAY,
  monthOf,
  nthWeekday,
  THURSDAY,
  weekdayOf,
  type Day,
} from "./day";
import { goodFriday } from "./easter";

/** Days on which the NYSE closed for an occasion, with the occasion. Announced by the exchange each time. */
const ONE_OFF_CLOSURES: ReadonlyMap<Day, string> = new Map([
  [dayOf(2025, 1, 9), "National Day of Mourning for President Carter (NYSE notice of 2024-12-30)"],
]);

/**
 * The full-day holidays of the New York Stock Exchange in a year, by its rule 7.2.
 * A holiday on a Saturday is kept on Friday, on a Sunday on Monday; but a New Year's Day on a Saturday is not kept,
 * because that Friday ends the accounting year. Juneteenth since 2022.
 *
 * @see nyse.com/markets/hours-calendars
 */
export function nyseHolidays(year: number): readonly Day[] {
  const newYear = dayOf(year, 1, 1);
  return [
    ...(weekdayOf(newYear) === 6 ? [] : [observed(newYear)]),
    nthWeekday(year, 1, MONDAY, 3), // Martin Luther King
    nthWeekday(year, 2, MONDAY, 3), // Washington's Birthday
    goodFriday(year),
    lastWeekday(year, 5, MONDAY), // Memorial Day
    ...(year >= 2022 ? [observed(dayOf(year, 6, 19))] : []), // Juneteenth
    observed(dayOf(year, 7, 4)),
    nthWeekday(year, 9, MONDAY, 1), // Labor Day
    nthWeekday(year, 11, THURSDAY, 4), // Thanksgiving
    observed(dayOf(year, 12, 25)),
  ];
}

/** Whether the NYSE trades: the market whose opening prices settle the US index futures. */
export function isNyseDay(day: Day): boolean {
  return !isWeekend(day) && !ONE_OFF_CLOSURES.has(day) && !nyseHolidays(monthOf(day).year).includes(day);
}

function observed(holiday: Day): Day {
  const weekday = weekdayOf(holiday);
  if (weekday === 6) return holiday - 1;
  return weekday === 0 ? holiday + 1 : holiday;
}
