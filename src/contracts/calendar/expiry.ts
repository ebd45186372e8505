import { DomainError } from "../../calc/errors";
import { listedMonths, plainCode, requireContract } from "../catalogue";
import type { Contract } from "../contract";
import { CHECKED_ON } from "../sources";
import { datedCode, splitDatedCode, yearOfDigits } from "./dated-codes";
import { FRIDAY, isoDate, monthOf, weekdayOf, type Day } from "./day";
import { cmeFriday, MONTHLY_RULES, type HeldRule, type Readings } from "./expiry-rules";
import { monthCode } from "./month-codes";

/** Years whose holidays the rules know. */
export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2045;

/** One expiry of a contract. */
export interface Expiry {
  readonly contract: Contract;
  /** The contract's month; a holiday never moves the last trading day out of it. */
  readonly year: number;
  readonly month: number;
  /** Last trading day. */
  readonly day: Day;
}

/**
 * The expiry that a code means: of a dated code its own, else the nth on or after `from`.
 *
 *   code   `ES`, `ESZ26`, `ESZ6`
 *   from   for a dated code only the year from which a single digit is read; without it, the catalogue's
 *   nth    1 for a dated code
 *
 * @throws {DomainError} `argument` if `from` is needed, or `nth` makes no sense; `missing` if there is no such contract
 *   or no last trading day is held
 */
export function findExpiry(args: { code: string; from: Day | undefined; nth: number }): Expiry {
  const { from, nth } = args;
  const code = plainCode(args.code);
  if (!Number.isInteger(nth) || nth < 1) {
    throw new DomainError("argument", `nth must be a whole number from 1, but is ${nth}`);
  }
  const contract = requireContract(code);
  heldRule(contract);
  const dated = contract.code === code ? undefined : splitDatedCode(code);
  if (dated !== undefined) {
    if (nth !== 1) {
      throw new DomainError(
        "argument",
        `nth must be 1 or left out for a dated code, but is ${nth}: ${code} expires once`,
      );
    }
    const referenceYear = from === undefined ? Number(CHECKED_ON.slice(0, 4)) : monthOf(from).year;
    return expiryOfMonth(contract, yearOfDigits(dated.year, referenceYear), dated.month);
  }
  if (from === undefined) {
    throw new DomainError(
      "argument",
      `date is blank: give a date, such as TODAY(), or a dated code, such as ESZ26`,
    );
  }
  return nextExpiry(contract, from, nth);
}

/**
 * The expiry of a contract's month.
 *
 * @throws {DomainError} `missing` if its day is not held
 */
export function expiryOfMonth(contract: Contract, year: number, month: number): Expiry {
  const rule = heldRule(contract);
  if (rule === "cme-friday" || !listedMonths(contract).includes(monthCode(month))) {
    throw new DomainError("missing", `${contract.code} has no ${monthCode(month)} contract`);
  }
  requireYear(year);
  const readings = MONTHLY_RULES[rule](year, month);
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
    const ahead = readings.filter((day) => day >= from).length;
    if (ahead === 0) continue;
    count += 1;
    // A day in doubt matters if it is the one asked for, or if nobody can say whether it is past.
    if (count === nth || ahead < readings.length) {
      return { contract, ...monthOf(readings[0]), day: onlyDay(code, readings) };
    }
  }
  throw new DomainError("missing", `${contract.code}: the calendar ends with ${LAST_YEAR}`);
}

interface NamedReadings {
  readonly code: string;
  readonly readings: Readings;
}

/** The expiries from the month or week of a day to the calendar's end, in order. */
function expiriesFrom(contract: Contract, from: Day): Iterable<NamedReadings> {
  const rule = heldRule(contract);
  return rule === "cme-friday"
    ? fridaysFrom(contract, from)
    : monthsFrom(contract, from, MONTHLY_RULES[rule]);
}

function* fridaysFrom(contract: Contract, from: Day): Iterable<NamedReadings> {
  const first = from + ((FRIDAY - weekdayOf(from) + 7) % 7);
  for (let friday = first; monthOf(friday).year <= LAST_YEAR; friday += 7) {
    yield { code: `${contract.code} of ${isoDate(friday)}`, readings: cmeFriday(friday) };
  }
}

function* monthsFrom(
  contract: Contract,
  from: Day,
  rule: (year: number, month: number) => Readings,
): Iterable<NamedReadings> {
  const months = listedMonths(contract);
  let { year, month } = monthOf(from);
  while (year <= LAST_YEAR) {
    if (months.includes(monthCode(month))) {
      yield { code: datedCode(contract.code, year, month), readings: rule(year, month) };
    }
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

function heldRule({ code, cycle, expiryRule }: Contract): HeldRule {
  if (cycle === "perpetual") {
    throw new DomainError("missing", `${code} is a perpetual: it has no last trading day`);
  }
  if (expiryRule === null) {
    throw new DomainError(
      "missing",
      `no rule is held for the last trading day of ${code}: take it from the exchange`,
    );
  }
  if (expiryRule === "hkex") {
    throw new DomainError(
      "missing",
      `the last trading day of ${code} depends on Hong Kong's lunar holidays, which are not held: take it from HKEX`,
    );
  }
  return expiryRule;
}

function requireYear(year: number): void {
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    throw new DomainError("missing", `the calendar covers ${FIRST_YEAR} to ${LAST_YEAR}, not ${year}`);
  }
}

function onlyDay(code: string, readings: Readings): Day {
  const [day, ...others] = readings;
  if (others.length > 0) {
    throw new DomainError(
      "missing",
      `${code}: the exchange's texts allow ${readings.map(isoDate).join(" and ")}, and no page was found ` +
        `that says which is the last trading day; take it from the exchange`,
    );
  }
  return day;
}
