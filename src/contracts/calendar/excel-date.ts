import { DomainError } from "../../calc/errors";
import type { Day } from "./day";

/** Excel's serial of 1 January 1970. */
const EPOCH_SERIAL = 25_569;
/** 29 February 1900, which Excel has and the calendar has not (Lotus 1-2-3 took 1900 for a leap year). */
const LEAP_BUG_SERIAL = 60;
/** 31 December 9999, the last date of Excel. */
const LAST_SERIAL = 2_958_465;

/**
 * The day of an Excel date serial (1900 date system); a time of day is cut off.
 *
 * @throws {DomainError} `argument` if Excel has no such date, or the calendar has not (serial 60)
 */
export function dayOfSerial(serial: number): Day {
  const whole = Math.floor(serial);
  if (!(whole >= 1 && whole <= LAST_SERIAL)) {
    throw new DomainError("argument", `date must be an Excel date (1 to ${LAST_SERIAL}), but is ${serial}`);
  }
  if (whole === LEAP_BUG_SERIAL) {
    throw new DomainError("argument", "date is 29 February 1900, a day that never was");
  }
  return whole - EPOCH_SERIAL + (whole < LEAP_BUG_SERIAL ? 1 : 0);
}

/** The Excel date serial of a day from 1 March 1900 on, where the leap-year bug no longer matters. */
export function serialOfDay(day: Day): number {
  return day + EPOCH_SERIAL;
}
