import { quoteSheet, splitSheet } from "./address";
import { sameName } from "./records";
import { rewrite } from "./formula-tokens";

/** A formula after a sheet got another name. */
export function renameSheetIn(formula: string, from: string, to: string): string {
  return rewrite(formula, ({ kind, text }) => {
    if (kind !== "reference" && kind !== "name") return text;
    const [sheet, rest] = splitSheet(text);
    return sheet !== null && sameName(sheet, from) ? `${quoteSheet(to)}!${rest}` : text;
  });
}

/** A formula after a sheet was deleted: what pointed there is #REF!. */
export function removeSheetIn(formula: string, removed: string): string {
  return rewrite(formula, ({ kind, text }) => {
    if (kind !== "reference" && kind !== "name") return text;
    const [sheet] = splitSheet(text);
    return sheet !== null && sameName(sheet, removed) ? "#REF!" : text;
  });
}
