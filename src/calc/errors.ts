import type { Decimal } from "./decimal";

/**
 * Why there is no answer. Three kinds, because there are three things a user can do about it:
 *
 *   argument    an input is wrong            → correct the cell
 *   missing     we do not hold the datum     → supply it, or choose another contract or date
 *   no-answer   no such number exists        → nothing to correct: the inputs are fine
 */
export type DomainErrorKind = "argument" | "missing" | "no-answer";

/** An error in the user's terms, never in ours. Anything else that is thrown is a bug. */
export class DomainError extends Error {
  override readonly name = "DomainError";

  constructor(
    readonly kind: DomainErrorKind,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Requires each value to be greater than 0; its name in the message is the one the user sees.
 * A blank cell reaches us as 0 from some hosts, so 0 is called by both names.
 */
export function requirePositive(values: Readonly<Record<string, Decimal>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (!value.greaterThan(0)) throw new DomainError("argument", `${name} ${not("greater than 0", value)}`);
  }
}

/** Requires each value to be other than 0: it is divided by. */
export function requireNonZero(values: Readonly<Record<string, Decimal>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value.isZero()) throw new DomainError("argument", `${name} is blank or 0, but must not be 0`);
  }
}

/** Requires each value to be 0 or greater. */
export function requireNotNegative(values: Readonly<Record<string, Decimal>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value.lessThan(0)) throw new DomainError("argument", `${name} ${not("0 or greater", value)}`);
  }
}

function not(expected: string, value: Decimal): string {
  return value.isZero()
    ? `is blank or 0, but must be ${expected}`
    : `must be ${expected}, but is ${value.toString()}`;
}
