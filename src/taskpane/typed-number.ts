import { Decimal } from "../calc/decimal";
import { dayOf } from "../contracts/calendar/day";
import { isoOfSerial, serialOfDay } from "../contracts/calendar/excel-date";

/** What a box of the pane asks for: the unit behind it and the numbers that make sense in it. */
export interface NumberBox {
  /** As the user reads it in the label, lower case: "price", "target beta". */
  readonly label: string;
  /** Percent boxes show "50" for 0.5. */
  readonly unit?: "percent";
  readonly range?: "any" | "positive" | "notNegative";
  /** Blank means "not known" (null) instead of being refused. */
  readonly optional?: boolean;
  readonly whole?: boolean;
}

/** What stands above the box: "Share to hedge (%)". */
export function boxLabel({ label, unit }: NumberBox): string {
  const first = label.charAt(0).toUpperCase() + label.slice(1);
  return unit === "percent" ? `${first} (%)` : first;
}

export type Typed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/**
 * The number in a box, read strictly: digits, a point for decimals, a sign.
 *
 * "1,300" is 1.3 in one country and 1300 in the next, so anything with separators is refused with a sentence, never
 * guessed; a blank box is refused too, because a hedge towards a target of 0 is something else.
 */
export function readNumber(text: string, box: NumberBox): Typed<number | null> {
  const bare = withoutPercent(text.trim().replace("\u2212", "-"), box);
  if (bare === "") {
    return box.optional ? { ok: true, value: null } : { ok: false, problem: `Type the ${box.label}.` };
  }
  if (!PLAIN.test(bare)) return { ok: false, problem: whyNotANumber(text.trim(), bare, box) };
  // Shifting the decimal exponent in the text keeps 57.6 % the double nearest to 0.576; dividing by 100 may not.
  const value = Number(box.unit === "percent" ? `${bare}e-2` : bare);
  if (!Number.isFinite(value)) {
    return { ok: false, problem: `The ${box.label} is too large: ${shown(text.trim())}.` };
  }
  if (box.range === "positive" && value <= 0) {
    return { ok: false, problem: `The ${box.label} must be greater than 0, but is ${bare}.` };
  }
  if (box.range === "notNegative" && value < 0) {
    return { ok: false, problem: `The ${box.label} cannot be negative, but is ${bare}.` };
  }
  if (box.whole && !Number.isInteger(value)) {
    return { ok: false, problem: `The ${box.label} must be a whole number, but is ${bare}.` };
  }
  return { ok: true, value };
}

function withoutPercent(text: string, box: NumberBox): string {
  return box.unit === "percent" && text.endsWith("%") ? text.slice(0, -1).trimEnd() : text;
}

function whyNotANumber(typed: string, bare: string, box: NumberBox): string {
  const plainly = "Type digits, with a point for decimals and nothing between thousands";
  // A space or an apostrophe never stands before decimals.
  if (/^[+-]?\d{1,3}(['’\s]\d{3})+$/.test(bare)) {
    return `${shown(typed)} has separators. ${plainly}: ${bare.replace(/['’\s]/g, "")}.`;
  }
  // Of two kinds of separators, the last one stands before the decimals.
  const grouped = /^([+-]?\d{1,3})(?:(?:[,'’\s]\d{3})+\.|(?:[.'’\s]\d{3})+,)\d+$/.test(bare);
  if (grouped) {
    const digits = bare
      .replace(/[.,](?=\d+$)/, "_")
      .replace(/[.,'’\s]/g, "")
      .replace("_", ".");
    return `${shown(typed)} has separators. ${plainly}: ${digits}.`;
  }
  const twoParts = /^[+-]?(\d+)[,'’\s](\d+)$/.exec(bare);
  if (twoParts) {
    const [, whole = "", rest = ""] = twoParts;
    return rest.length === 3
      ? `${shown(typed)} can mean ${Number(`${whole}.${rest}`)} or ${Number(whole + rest)}. ${plainly}.`
      : `${shown(typed)} has a separator that is no point. ${plainly}: ${whole}.${rest}.`;
  }
  if (/^[+-]?(?=.*\d)[\d.,'’\s]+$/.test(bare)) {
    return `${shown(typed)} has several separators and can be misread. ${plainly}, such as 1300.5.`;
  }
  if (bare.endsWith("%")) {
    return `The ${box.label} is a plain number here, not a percentage: ${shown(typed)}. Type 0.5 for 50 %.`;
  }
  return `The ${box.label} must be a number, but is ${shown(typed)}. ${plainly}.`;
}

/** Typed text inside a sentence, cut where it is long. */
function shown(text: string): string {
  return `“${text.length > 24 ? `${text.slice(0, 23)}…` : text}”`;
}

/**
 * A sentence where a number was read as one of two things it could mean: "6.850" is 6.85 here, and 6850 to a German
 * reader. Boxes of prices and money need it: nobody types a beta of a thousand.
 */
export function ambiguity(text: string): string | null {
  const match = /^[+-]?([1-9]\d{0,2})\.(\d{3})$/.exec(text.trim().replace("\u2212", "-"));
  if (!match) return null;
  const [, whole = "", fraction = ""] = match;
  return `Read as ${Number(`${whole}.${fraction}`)}. Type ${whole}${fraction} if you mean thousands.`;
}

/** A number as a box shows it, digit for digit, never 1e-7, which no box would read back; blank for none. */
export function numberText(value: number | null, unit?: NumberBox["unit"]): string {
  if (value === null || !Number.isFinite(value)) return "";
  return new Decimal(value).times(unit === "percent" ? 100 : 1).toFixed();
}

/** The Excel date serial for "2026-12-18", as a date box gives it; null for a blank box. */
export function readDate(iso: string, label: string): Typed<number | null> {
  if (iso === "") return { ok: true, value: null };
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  const serial = serialOfDay(dayOf(Number(year), Number(month), Number(day)));
  if (isoDate(serial) !== iso) {
    return { ok: false, problem: `The ${label} must be a date such as 2026-12-18, but is ${shown(iso)}.` };
  }
  return { ok: true, value: serial };
}

/** "2026-12-18" for an Excel date serial; "" for none, and for a number that is no date in Excel. */
export function isoDate(serial: number | null): string {
  return serial === null ? "" : (isoOfSerial(serial) ?? "");
}

/** Today's Excel date serial on the user's own calendar. */
export function todaySerial(now: Date): number {
  return serialOfDay(dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()));
}
