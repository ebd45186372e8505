import { tokenize, type Token } from "../engine/formula-tokens";
import { HostError } from "./host-error";

/** Excel's specifications and limits: contents of a formula, text in it, arguments of a function, nested functions. */
const LONGEST_FORMULA = 8192;
const LONGEST_TEXT = 255;
const MOST_ARGUMENTS = 255;
const MOST_NESTED = 64;

const OPENING: Readonly<Record<string, string | undefined>> = { ")": "(", "}": "{" };
const OPERATORS = new Set(["+", "-", "*", "/", "^", "&", "=", "<", ">", "<>", "<=", ">="]);

/**
 * The formula, if Excel would take it. The engines take anything and show `#NAME?` for what they cannot read;
 * Excel refuses the whole request.
 *
 * @see https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3
 */
export function requireFormula(formula: string): string {
  // A sheet's name before #REF! is no reference to the tokenizer, and may hold brackets.
  const tokens = tokenize(formula.replace(/'(?:[^']|'')+'!(?=#REF!)/g, ""))
    .slice(1)
    .filter(({ kind }) => kind !== "space");
  if (formula.length > LONGEST_FORMULA || !isBalanced(tokens) || tokens.some(isBroken)) {
    throw new HostError("InvalidArgument");
  }
  return formula;
}

/** A text that is too long or does not end, or an operator with nothing to work on. */
function isBroken({ kind, text }: Token, index: number, all: readonly Token[]): boolean {
  if (kind === "string") return text.slice(1, -1).replaceAll('""', '"').length > LONGEST_TEXT;
  if (kind !== "punctuation") return false;
  if (text === '"') return true;
  return OPERATORS.has(text) && /^(?:[),;}]|)$/.test(all[index + 1]?.text ?? "");
}

/** Whether every bracket is closed by its like, and no function has more arguments or levels than Excel allows. */
function isBalanced(tokens: readonly Token[]): boolean {
  const open: { readonly text: string; readonly isCall: boolean; arguments: number }[] = [];
  for (const [index, { kind, text }] of tokens.entries()) {
    if (kind !== "punctuation") continue;
    if (text === "(" || text === "{") {
      open.push({ text, isCall: tokens[index - 1]?.kind === "function", arguments: 1 });
      if (open.filter(({ isCall }) => isCall).length > MOST_NESTED) return false;
    }
    const innermost = open.at(-1);
    if (text === "," && innermost?.isCall && ++innermost.arguments > MOST_ARGUMENTS) return false;
    if (text === ")" || text === "}") {
      if (innermost?.text !== OPENING[text]) return false;
      open.pop();
    }
  }
  return open.length === 0;
}
