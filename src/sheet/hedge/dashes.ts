import { cell, IN_EXCEL } from "../../formulas/in-excel";
import * as noise from "../noise";

/** Shown where an input that is needed is blank. */
export const UNKNOWN = IN_EXCEL.unknown.text;

/** TRUE where a sum is zero but for the noise of a computer's arithmetic, against the size of what was added. */
export function isZeroBut(sum: string, size: string): string {
  return noise.isZeroBut(IN_EXCEL, cell(sum), cell(size)).text;
}

/** The expression where the cell that it needs holds a number, other than 0 unless `zeroCounts`; else a dash. */
export function known(needed: string, expression: string, zeroCounts = false): string {
  return `IF(${zeroCounts ? `NOT(ISNUMBER(${needed}))` : `N(${needed})=0`},${UNKNOWN},${expression})`;
}
