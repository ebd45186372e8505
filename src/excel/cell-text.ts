/** What an input or any other cell holds. */
export type CellContent = number | string | boolean;

/**
 * Content as it must be written for the cell to hold it: text that Excel would take for a formula, number, date,
 * error or TRUE gets an apostrophe in front, which Excel takes off again.
 */
export function writable(content: CellContent): CellContent {
  if (typeof content !== "string" || content.startsWith("=")) return content;
  return asText(content);
}

/** Text that Excel takes for something else. */
const READ_OTHERWISE: readonly RegExp[] = [
  // A formula, an error, or text with an apostrophe in front.
  /^[=+\-@#'\s\0]/,
  // A number, an amount or a date.
  /^[(]?[$€£¥]?[\d.,]/,
  /^(true|false)$/i,
  // A date that begins with its month.
  /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s./-]*\d/i,
];

/** Like {@link writable}, for text that may begin with "=" and is no formula. */
export function asText(text: string): string {
  return READ_OTHERWISE.some((pattern) => pattern.test(text)) ? `'${text}` : text;
}

/** Content as a cell shows it that was written: without the apostrophe of {@link asText}. */
export function unescaped(content: CellContent): CellContent {
  return typeof content === "string" && content.startsWith("'") ? content.slice(1) : content;
}

/** Functions that reach outside the workbook or build references out of text. */
const FORBIDDEN = /\b(HYPERLINK|WEBSERVICE|IMAGE|INDIRECT|RTD|CALL|EXEC|REGISTER(\.ID)?|FILTERXML|DDE)\s*\(/i;

/**
 * Whether a formula stays inside the workbook: none of the functions that do not, no other workbook, no DDE link.
 *
 * The model's formulas are ours; this is the second lock, should a name from a file ever find its way into one.
 */
export function staysInside(formula: string): boolean {
  const withoutText = formula.replace(/"(?:[^"]|"")*"/g, '""');
  if (/'[^']*\[[^\]]*\.[a-z]{3,4}\]/i.test(withoutText)) return false;
  const bare = withoutText.replace(/'(?:[^']|'')+'!/g, "Sheet!");
  return !FORBIDDEN.test(bare) && !/[[|]/.test(bare);
}
