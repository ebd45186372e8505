const TEXT = /"(?:[^"]|"")*"/u;
/** A sheet's name with all that hangs on it: a range, whole columns or rows, a name, #REF!. */
const FOREIGN = /(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)![\p{L}\p{N}_.$:#!]*/u;
const OWN = /(?<![\p{L}\p{N}_.])\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?(?![\p{L}\p{N}_.(])/u;

/** Quoted texts and references to other sheets are matched too, so that what is in them is left as it is. */
const REFERENCES = new RegExp(`${TEXT.source}|${FOREIGN.source}|${OWN.source}`, "giu");

/** A formula with each address on its own sheet, such as "B5" or "$B$5:D9", replaced. */
export function replaceOwnReferences(formula: string, replace: (address: string) => string): string {
  return formula.replace(REFERENCES, (part) =>
    part.startsWith('"') || part.includes("!") ? part : replace(part),
  );
}
