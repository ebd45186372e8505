const SHEET = /(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!/u;
const AREA = /(?:\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|#REF!)/u;

/** References to other sheets. */
export const FOREIGN = new RegExp(SHEET.source + AREA.source, "giu");

const TEXT = /"(?:[^"]|"")*"/u;
const NUMBER = /(?<![\p{L}\p{N}_.$])(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?(?![\p{L}\p{N}_.:$!])/u;
const TRUTH = /(?<![\p{L}\p{N}_.])(?:TRUE|FALSE)/u;

/**
 * Parts of a formula that programs spell in their own ways, and texts, which are left as they are: so that no number or
 * reference is seen in them.
 */
const PARTS = new RegExp(
  [
    `(?<text>${TEXT.source})`,
    `(?<foreign>${FOREIGN.source})`,
    `(?<number>${NUMBER.source})`,
    `(?<truth>${TRUTH.source})\\(\\)`,
    "(?<space>\\s+)",
  ].join("|"),
  "giu",
);

/**
 * A formula as it reads whoever spells it: LibreOffice writes 0.000000001 for 1E-9 and FALSE() for FALSE when it saves
 * a file, and may set quotes and spaces otherwise.
 *
 * References to other sheets do not count: Excel moves them when the user inserts rows among the holdings.
 */
export function plainFormula(formula: string): string {
  return formula.replace(PARTS, (part, ...rest) => {
    const { text, foreign, number, truth } = rest.at(-1) as Partial<Record<string, string>>;
    if (text !== undefined) return text;
    if (foreign !== undefined) return "§";
    if (number !== undefined) return String(Number(Number(part).toPrecision(15)));
    return truth?.toUpperCase() ?? "";
  });
}
