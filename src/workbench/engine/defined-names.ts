import { quoteSheet, splitSheet } from "./address";
import type { NameRecord, Sheet } from "./engine";
import { rewrite, tokenize } from "./formula-tokens";
import { sameName } from "./records";

/** How deep names may stand for names, before a circle of names is taken for what it is. */
const DEEPEST = 20;

/**
 * A formula with each defined name replaced by what it stands for, in brackets: IronCalc's own names hold
 * references only, ours hold constants and formulas too. A sheet-local name goes before a workbook name.
 */
export function expandNames(
  formula: string,
  names: readonly NameRecord[],
  sheets: readonly Sheet[],
  sheet: string,
  depth = 0,
): string {
  if (names.length === 0 || depth > DEEPEST) return formula;
  return rewrite(formula, ({ kind, text }) => {
    if (kind !== "name") return text;
    const [sheetName, name] = splitSheet(text);
    const scope = sheetName === null ? sheet : sheets.find((s) => sameName(s.name, sheetName))?.id;
    const record = findName(names, name, scope ?? null);
    if (!record) return text;
    const home = record.scope ?? sheet;
    const meaning = expandNames(record.formula.replace(/^=/, ""), names, sheets, home, depth + 1);
    return isReference(meaning) ? qualified(meaning, sheets, home) : `(${meaning})`;
  });
}

/** The name that `name` means on a sheet: the sheet's own, else the workbook's. */
export function findName(
  names: readonly NameRecord[],
  name: string,
  sheet: string | null,
): NameRecord | undefined {
  const called = names.filter((record) => sameName(record.name, name));
  return (
    called.find(({ scope }) => scope !== null && scope === sheet) ??
    called.find(({ scope }) => scope === null)
  );
}

/** Whether a formula could change its meaning when names change. */
export function usesNames(formula: string): boolean {
  return tokenize(formula).some(({ kind }) => kind === "name");
}

function isReference(text: string): boolean {
  const tokens = tokenize(text);
  return tokens.length === 1 && tokens[0]?.kind === "reference";
}

/** A reference without a sheet in a name means the name's sheet, wherever the name is used. */
function qualified(reference: string, sheets: readonly Sheet[], sheet: string): string {
  if (reference.includes("!")) return reference;
  const home = sheets.find(({ id }) => id === sheet);
  return home ? `${quoteSheet(home.name)}!${reference}` : reference;
}
