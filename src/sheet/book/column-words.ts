import { ROLES } from "./column-roles";
import { COLUMN_ROLES, type ColumnRole } from "./holdings";

/** Words that say in which currency or how a column is stated, but not what it is. */
const STATED_IN =
  /^(usd|eur|gbp|chf|jpy|cad|aud|hkd|sek|nok|usdt|usdc|in|the|of|a|local|base|current|total|m|mn|k)$/;

/** How well a header names each role, from 0 (not at all) to 1 (it says exactly that). */
export function headerScores(header: string): Readonly<Record<ColumnRole, number>> {
  const words = normalised(header);
  const scores = COLUMN_ROLES.map((role) => [role, score(words, ROLES[role])] as const);
  return Object.fromEntries(scores) as Record<ColumnRole, number>;
}

/** Whether a header says that a cost is that of one unit: "Avg price", "Cost per share". */
export function saysPerUnit(header: string): boolean {
  return normalised(header).some((word) => /^(avg|average|unit|per|price|entry|einstandspreis)$/.test(word));
}

const SUM = "total|totals|sum|gesamt|summe|zwischensumme|insgesamt|subtotal";
const OF_WHAT =
  "portfolio|value|usd|eur|gbp|assets|equity|equities|holdings|net|long|short|book|[a-z]+ total";
const TOTAL = new RegExp(`^(grand |portfolio |sub ?|net )?(${SUM})( (${OF_WHAT}))*$`);
const WITH_TOTAL = new RegExp(`\\b(${SUM})\\b`);

/** Whether a row's label says that the row sums up others: "Total", "Grand total", "Sum". */
export function saysTotal(label: string): boolean {
  return TOTAL.test(normalised(label).join(" "));
}

/** Whether a label has such a word among others: "Subtotal Technology", or "Total SA", which is a company. */
export function mentionsTotal(label: string): boolean {
  return WITH_TOTAL.test(normalised(label).join(" "));
}

/** A header's words: lower case, without punctuation and diacritics; "β" is beta, "%" percent, "MktVal" two words. */
export function normalised(text: string): string[] {
  return text
    .replace(/[βΒ]/g, " beta ")
    .replaceAll("%", " percent ")
    .replace(/#/g, " number ")
    .replace(/P\s*[&/]\s*L/gi, " pnl ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ")
    .filter((word) => word !== "");
}

function score(words: readonly string[], role: (typeof ROLES)[ColumnRole]): number {
  if (words.length === 0) return 0;
  const [strong, weak] = [bestMatch(words, role.strong), bestMatch(words, role.weak) * 0.7];
  // A phrase that says exactly this ("Book value" for a cost) stands, whatever its words mean elsewhere.
  if (strong === 1) return strong;
  if (words.some((word) => role.not.includes(word))) return 0;
  return Math.max(strong, weak);
}

/** 1 where the header is the phrase, apart from how it is stated; less where it holds other words too. */
function bestMatch(words: readonly string[], phrases: readonly string[]): number {
  const text = ` ${words.join(" ")} `;
  const telling = words.filter((word) => !STATED_IN.test(word)).join(" ");
  return Math.max(
    0,
    ...phrases.map((phrase) => {
      if (phrase === telling || phrase === text.trim()) return 1;
      return text.includes(` ${phrase} `) ? 0.5 + (0.4 * phrase.split(" ").length) / words.length : 0;
    }),
  );
}
