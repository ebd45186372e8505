import { formatValue } from "hucre";
import type { CellValue } from "./engine";

/** What a cell shows for its value under a number format. */
export function cellText(value: CellValue, numberFormat: string): string {
  if (typeof value === "object") return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return numberFormat.includes("@") ? formatValue(value, numberFormat) : value;
  if (numberFormat === "General" || numberFormat === "@") return generalText(value);
  return withoutNegativeZero(formatValue(value, numberFormat));
}

/** The General format: at most 11 characters wide, in a cell that is wide enough. */
function generalText(value: number): string {
  const size = Math.abs(value);
  if (value === 0) return "0";
  if (size >= 1e11 || size < 1e-9) return scientific(value);
  const wholeDigits = Math.max(1, Math.floor(Math.log10(size)) + 1);
  return String(Number(value.toFixed(Math.max(0, Math.min(9, 10 - wholeDigits)))));
}

/** 1.5e+21 → "1.5E+21", 1e-10 → "1E-10". */
function scientific(value: number): string {
  const [mantissa = "", exponent = ""] = value.toExponential(5).split("e");
  const sign = exponent.startsWith("-") ? "-" : "+";
  return `${Number(mantissa)}E${sign}${exponent.slice(1).padStart(2, "0")}`;
}

/** A negative number that rounds to nothing is shown as 0, not as -0. */
function withoutNegativeZero(text: string): string {
  return /^-[0.,%]*$/.test(text) ? text.slice(1) : text;
}
