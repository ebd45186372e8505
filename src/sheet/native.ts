/** TRUE where a sum is zero but for the noise of a computer's arithmetic, against the size of what was added. */
export function isZeroBut(sum: string, size: string): string {
  return `ABS(${sum})<=1E-12*${size}`;
}

/** Shown where an input that is needed is blank. */
export const UNKNOWN = '"–"';
