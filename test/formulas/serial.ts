/** The Excel serial of a date (YYYY-MM-DD) after February 1900; Excel's day 1 is 1900-01-01. */
export function serial(date: string): number {
  return Date.parse(date) / 86_400_000 + 25_569;
}
