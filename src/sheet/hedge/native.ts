import type { Group } from "../plan/groups";

/** Shown where an input that is needed is blank. */
export const UNKNOWN = '"–"';

/** TRUE where a sum is zero but for the noise of a computer's arithmetic, against the size of what was added. */
export function isZeroBut(sum: string, size: string): string {
  return `ABS(${sum})<=1E-12*${size}`;
}

/** TRUE where one of the conditions is. */
export function anyOf(conditions: readonly string[]): string {
  return conditions.length === 1 ? conditions.join("") : `OR(${conditions.join(",")})`;
}

/** The expression where the cell that it needs holds a number, other than 0 unless `zeroCounts`; else a dash. */
export function known(needed: string, expression: string, zeroCounts = false): string {
  return `IF(${zeroCounts ? `NOT(ISNUMBER(${needed}))` : `N(${needed})=0`},${UNKNOWN},${expression})`;
}

/** The sum of the parts that are numbers; a dash where none is. SUM takes no dash in every spreadsheet program. */
export function sumOfKnown(parts: readonly string[]): string {
  return `IF(COUNT(${parts.join(",")})=0,${UNKNOWN},${parts.map((part) => `N(${part})`).join("+")})`;
}

/** "ES: margin not known; NQ: margin not known": the contracts held whose part of a total is a dash; "" for none. */
export function unknownParts(
  groups: readonly Group[],
  what: string,
  nameOfPart: (group: Group) => string,
): string {
  const each = groups.map((group) => {
    const { suffix, choice } = group;
    const isUnknown = `AND(NOT(ISNUMBER(${nameOfPart(group)})),HedgeNotional_${suffix}<>0)`;
    return `IF(${isUnknown},"; ${choice.code}: ${what} not known","")`;
  });
  return `MID(${each.join("&")},3,1000)`;
}
