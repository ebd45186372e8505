import { DomainError } from "../../calc/errors";
import { isoDate, type Day } from "./day";

/** Excel's serial of 1 January 1970, in the 1900 date system. */
const EPOCH_SERIAL = 25_569;
/** 29 February 1900, which Excel has and the calendar has not: Lotus 1-2-3 took 1900 for a leap year. */
const LEAP_BUG_SERIAL = 60;
/** Serials of 1 March 1900, before which Excel's days are not the calendar's, and of the day after its last. */
const [FIRST_SERIAL, END_SERIAL] = [61, 2_958_466];

/**
 * The day of an Excel date serial without a time of day.
 *
 * @throws {DomainError} `argument` for serial 60
 */
export function dayOfSerial(serial: number): Day {
  if (serial === LEAP_BUG_SERIAL) {
    throw new DomainError(
      "argument",
      "date is 29 February 1900, a day that Excel has and the calendar has not",
    );
  }
  return serial - EPOCH_SERIAL + (serial < LEAP_BUG_SERIAL ? 1 : 0);
}

/** The Excel date serial of a day from 1 March 1900 on. */
export function serialOfDay(day: Day): number {
  return day + EPOCH_SERIAL;
}

/** The day of an Excel date serial as YYYY-MM-DD, whatever the time of day; null for a number that is no date. */
export function isoOfSerial(serial: number): string | null {
  if (!(serial >= FIRST_SERIAL && serial < END_SERIAL)) return null;
  return isoDate(dayOfSerial(Math.floor(serial)));
}
