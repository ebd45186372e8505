import type { HoldingBelow } from "../sheet/rows-below";
import { isAre, rowsNamed, shortened } from "../sheet/rows-in-words";

const NAMES_SHOWN = 3;

/** "Row 25 (NEWCO), right below the holdings, is not among them." */
export function belowInWords(below: readonly HoldingBelow[]): string {
  const rows = below.map(({ row }) => row);
  return `${rowsNamed(rows)}${namesOf(below)}, right below the holdings, ${isAre(rows)} not among them.`;
}

function namesOf(below: readonly HoldingBelow[]): string {
  const names = below.map(({ name }) => shortened(name)).filter((name) => name !== "");
  if (names.length === 0) return "";
  const more = names.length > NAMES_SHOWN ? ", …" : "";
  return ` (${names.slice(0, NAMES_SHOWN).join(", ")}${more})`;
}
