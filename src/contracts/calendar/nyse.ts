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

/** Days on which the NYSE closed for an occasion, as it announced each time. */
const ONE_OFF_CLOSURES: readonly Day[] = [
  ...[11, 12, 13, 14].map((day) => dayOf(2001, 9, day)), // attacks of 11 September
  dayOf(2004, 6, 11), // mourning for President Reagan
  dayOf(2007, 1, 2), // mourning for President Ford
  dayOf(2012, 10, 29), // Hurricane Sandy
  dayOf(2012, 10, 30),
  dayOf(2018, 12, 5), // mourning for President G. H. W. Bush
  dayOf(2025, 1, 9), // mourning for President Carter
];

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
  return !isWeekend(day) && !ONE_OFF_CLOSURES.includes(day) && !nyseHolidays(monthOf(day).year).includes(day);
}

function observed(holiday: Day): Day {
  const weekday = weekdayOf(holiday);
  if (weekday === 6) return holiday - 1;
  return weekday === 0 ? holiday + 1 : holiday;
}
