/**
 * A calendar day as a plain integer: days since 1 January 1970, in the Gregorian calendar.
 * No hours and no time zone: last trading days are dates at the exchange.
 */
export type Day = number;

export const MONDAY = 1;
export const THURSDAY = 4;
export const FRIDAY = 5;
const SATURDAY = 6;

const MILLISECONDS = 86_400_000;

/** The day of a date; month 1–12. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  return Date.UTC(year, month - 1, dayOfMonth) / MILLISECONDS;
}

/** Year and month (1–12) of a day. */
export function monthOf(day: Day): { year: number; month: number } {
  const date = new Date(day * MILLISECONDS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
}

/** As YYYY-MM-DD, for messages. */
export function isoDate(day: Day): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(day * MILLISECONDS).getUTCDay();
}

export function isWeekend(day: Day): boolean {
  return weekdayOf(day) % SATURDAY === 0;
}

/** The nth (1–4) Monday, Thursday, … of a month. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): Day {
  const first = dayOf(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1);
}

/** The last Monday, Friday, … of a month. */
export function lastWeekday(year: number, month: number, weekday: number): Day {
  const last = dayOf(year, month + 1, 1) - 1;
  return last - ((weekdayOf(last) - weekday + 7) % 7);
}

/** The day itself if open, else the last open day before it. */
export function onOrBefore(day: Day, isOpen: (day: Day) => boolean): Day {
  return isOpen(day) ? day : onOrBefore(day - 1, isOpen);
}
