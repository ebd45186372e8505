import { monthCode, monthOfCode } from "./month-codes";

/** A contract's root and month, as in ESZ26. */
export interface DatedCode {
  readonly root: string;
  /** 1–12. */
  readonly month: number;
  /** One or two digits of the year, as typed. */
  readonly year: string;
}

/** The parts of a dated code in capitals without blanks (`ESZ26`, `ESZ6`), or undefined. */
export function splitDatedCode(code: string): DatedCode | undefined {
  const at = code.search(/[A-Z]\d\d?$/);
  const month = monthOfCode(code.charAt(at));
  return at < 1 || month === undefined
    ? undefined
    : { root: code.slice(0, at), month, year: code.slice(at + 1) };
}

/** A dated code with two digits of the year: unambiguous for a century. */
export function datedCode(root: string, year: number, month: number): string {
  return `${root}${monthCode(month)}${String(year % 100).padStart(2, "0")}`;
}

/**
 * The year that the digits of a dated code mean. Two digits: of this century. One digit: the year ending in it that is
 * nearest to the reference year, the later of two as near (digit 1, from 2026: 2031, not 2021).
 */
export function yearOfDigits(digits: string, referenceYear: number): number {
  if (digits.length === 2) return 2000 + Number(digits);
  const earliest = referenceYear - 4;
  return earliest + ((((Number(digits) - earliest) % 10) + 10) % 10);
}
