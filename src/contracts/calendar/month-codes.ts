/** The futures industry's letters for the months: F is January, Z is December. */
export const MONTH_CODES = "FGHJKMNQUVXZ";

/** The letter of a month (1–12). */
export function monthCode(month: number): string {
  return MONTH_CODES.charAt(month - 1);
}

/** The month (1–12) of a letter, or undefined. */
export function monthOfCode(letter: string): number | undefined {
  const index = MONTH_CODES.indexOf(letter);
  return letter.length === 1 && index >= 0 ? index + 1 : undefined;
}
