import { tokenize } from "./formula-tokens";

/**
 * A formula as IronCalc 0.8 needs it: its two minus signs before a list of TRUE and FALSE give nothing to add up,
 * `SUMPRODUCT(--(A1:A3="x"),B1:B3)` is 0 there. Once times the list is the same, and right.
 */
export function forIronCalc(formula: string): string {
  if (!formula.includes("--")) return formula;
  const tokens = tokenize(formula).map(({ text }) => text);
  return tokens
    .map((text, i) => {
      const before = tokens[i - 1] ?? "=";
      if (text === "-" && tokens[i + 1] === "-" && /^[=(,]$/.test(before)) return "1*";
      return text === "-" && before === "-" && /^[=(,]$/.test(tokens[i - 2] ?? "=") ? "" : text;
    })
    .join("");
}
