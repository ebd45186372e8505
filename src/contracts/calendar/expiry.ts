import { DomainError } from "../../calc/errors";
import { listedMonths } from "../catalogue";
import type { Contract } from "../contract";
import { datedCode } from "./dated-codes";
import { FRIDAY, isoDate, monthOf, nthWeekday, weekdayOf, type Day } from "./day";
import { cmeFriday, MONTHLY_RULES, type Readings } from "./expiry-rules";
import { monthCode } from "./month-codes";

/** Years whose holidays the rules know. */
export const FIRST_YEAR = 2020;
export const LAST_YEAR = 2045;

/** One expiry of a contract. */
export interface Expiry {
  readonly contract: Contract;
  readonly year: number;
  readonly month: number;
  /** Last trading day. */
  readonly day: Day;
}

/**
 * The expiry of a contract's month.
 *
 * @throws {DomainError} `missing` if the contract lists no such month, or its day is not held
 */
export function expiryOfMonth(contract: Contract, year: number, month: number): Expiry {
  const months = listedMonths(contract);
  if (months !== "" && !months.includes(monthCode(month))) {
    throw new DomainError(
      "missing",
      `${contract.code} has no ${monthCode(month)} contract: its months are ${months}`,
    );
  }
  const readings = monthlyRule(contract)(requireYear(year), month);
  return { contract, year, month, day: onlyDay(datedCode(contract.code, year, month), readings) };
}

/**
 * The nth expiry on or after a day; the first is 1.
 *
 * @throws {DomainError} `missing` if the contract has no last trading day, or it is not held
 */
export function nextExpiry(contract: Contract, from: Day, nth: number): Expiry {
  requireYear(monthOf(from).year);
  let count = 0;
  for (const { code, readings } of expiriesFrom(contract, from)) {
    const notBefore = readings.filter((day) => day >= from).length;
    // If one of two possible days is past and the other is not, nobody can say which expiry is the first.
    if (notBefore === 0) continue;
    if (notBefore < readings.length) onlyDay(code, readings);
    count += 1;
    if (count === nth) return { contract, ...monthOf(readings[0]), day: onlyDay(code, readings) };
  }
  throw new DomainError("missing", `the calendar of ${contract.code} ends in ${LAST_YEAR}`);
}

/** The expiries from the month (or week) of a day to the calendar's end, in order. */
function* expiriesFrom(contract: Contract, from: Day): Generator<{ code: string; readings: Readings }> {
  if (contract.expiryRule === "cme-friday") {
    for (
      let friday = from + ((FRIDAY - weekdayOf(from) + 7) % 7);
      monthOf(friday).year <= LAST_YEAR;
      friday += 7
    ) {
      yield { code: `${contract.code} of ${isoDate(friday)}`, readings: cmeFriday(friday) };
    }
    return;
  }
  const rule = monthlyRule(contract);
  const months = listedMonths(contract);
  let { year, month } = monthOf(from);
  while (year <= LAST_YEAR) {
    if (months.includes(monthCode(month))) {
      yield { code: datedCode(contract.code, year, month), readings: rule(year, month) };
    }
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

function monthlyRule({ code, cycle, expiryRule }: Contract): (year: number, month: number) => Readings {
  if (cycle === "perpetual") {
    throw new DomainError("missing", `${code} is a perpetual: it has no last trading day`);
  }
  if (expiryRule === "hkex") {
    throw new DomainError(
      "missing",
      `the last trading day of ${code} depends on Hong Kong's lunar holidays, which are not held: ` +
        `take it from the calendar of HKEX`,
    );
  }
  if (expiryRule === "cme-friday") {
    throw new DomainError("missing", `${code} expires every Friday and has no contract months: give a date`);
  }
  const rule = expiryRule === null ? undefined : MONTHLY_RULES[expiryRule];
  if (rule === undefined) {
    throw new DomainError("missing", `no rule is held for the last trading day of ${code}`);
  }
  return rule;
}

function requireYear(year: number): number {
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    throw new DomainError(
      "missing",
      `the calendar covers ${FIRST_YEAR} to ${LAST_YEAR}, but the year asked for is ${year}`,
    );
  }
  return year;
}

function onlyDay(code: string, readings: Readings): Day {
  if (readings.length > 1) {
    throw new DomainError(
      "missing",
      `${code}: the exchange's texts allow ${readings.map(isoDate).join(" and ")}, and no page was found ` +
        `that says which is the last trading day`,
    );
  }
  return readings[0];
}

/** The third Friday, moved by no holiday: what roll dates are counted from. */
export function unadjustedThirdFriday(year: number, month: number): Day {
  return nthWeekday(year, month, FRIDAY, 3);
}
