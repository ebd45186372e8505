import type { HoldingBelow } from "../sheet/book/rows-below";
import { isAre, rowsNamed, shortened } from "../sheet/book/rows-in-words";

const NAMES_SHOWN = 3;

/** "Row 25 (NEWCO), right below the holdings, is not among them.", and what is wanting in others. */
export function belowInWords(below: readonly HoldingBelow[]): readonly string[] {
  const withValue = below.filter(({ hasValue }) => hasValue);
  const without = below.filter(({ hasValue }) => !hasValue);
  const sentences: string[] = [];
  if (withValue.length > 0) {
    sentences.push(`${subject(withValue)}, ${isAre(withValue)} not among them.`);
  }
  if (without.length > 0) {
    const have = without.length === 1 ? "has" : "have";
    sentences.push(`${subject(without)}, ${have} a quantity and a price, but no value yet.`);
  }
  return sentences;
}

function subject(below: readonly HoldingBelow[]): string {
  const names = below.map(({ name }) => shortened(name)).filter((name) => name !== "");
  const more = names.length > NAMES_SHOWN ? ", …" : "";
  const named = names.length === 0 ? "" : ` (${names.slice(0, NAMES_SHOWN).join(", ")}${more})`;
  return `${rowsNamed(below.map(({ row }) => row))}${named}, right below the holdings`;
}
