/**
 * A formula cut into pieces, so that strings and quoted sheet names are never mistaken for names or calls.
 * Pieces joined give the formula again.
 */
export interface Token {
  readonly kind:
    | "string"
    | "error"
    | "number"
    | "reference"
    | "name"
    | "function"
    | "structured"
    | "space"
    | "punctuation";
  /** As written; a reference or name includes its sheet, a function does not include the bracket. */
  readonly text: string;
}

const SHEET = String.raw`(?:'(?:[^']|'')+'!|[A-Za-z_\u00c0-\uffff][\w.\u00c0-\uffff]*!)?`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`;
const AREA = String.raw`${CELL}(?::${CELL})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7}`;
const WORD = String.raw`[A-Za-z_\\\u00c0-\uffff][\w.?\\\u00c0-\uffff]*`;

const PATTERNS: readonly (readonly [Token["kind"], RegExp])[] = [
  ["space", /\s+/y],
  ["string", /"(?:[^"]|"")*"/y],
  ["error", /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|BUSY!|CIRC!)/y],
  ["reference", new RegExp(String.raw`${SHEET}(?:${AREA})(?![\w.(\[!])#?`, "y")],
  ["number", /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y],
  ["function", new RegExp(String.raw`${WORD}(?=\()`, "y")],
  ["structured", new RegExp(String.raw`(?:${WORD})?\[(?:[^\[\]]|\[(?:[^\[\]]|'\[|'\])*\])*\]`, "y")],
  ["name", new RegExp(SHEET + WORD, "y")],
  ["punctuation", /<>|<=|>=|[^]/y],
];

/** The pieces of a formula; its "=" is the first. */
export function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < formula.length;) {
    const token = tokenAt(formula, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(formula: string, at: number): Token {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const text = pattern.exec(formula)?.[0];
    if (text) return { kind, text };
  }
  return { kind: "punctuation", text: formula.charAt(at) };
}

/** The formula with each piece replaced by what `replace` says of it. */
export function rewrite(
  formula: string,
  replace: (token: Token, index: number, all: Token[]) => string,
): string {
  return tokenize(formula)
    .map((token, index, all) => replace(token, index, all))
    .join("");
}

/** The index of the bracket that closes the one at `open`; -1 when none does. */
export function closingBracket(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    const text = tokens[i]?.kind === "punctuation" ? tokens[i]?.text : "";
    if (text === "(" || text === "{") depth++;
    if (text === ")" || text === "}") depth--;
    if (depth === 0) return i;
  }
  return -1;
}
