/** Excel's limit for a worksheet's name. */
const LONGEST = 31;

/** A sheet name that Excel accepts and no sheet has: the one wanted, or "Hedge 2", "Hedge 3", … */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const lower = new Set(taken.map((name) => name.toLowerCase()));
  const base = allowed(wanted);
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? "" : ` ${number}`;
    const name = shortened(base, LONGEST - suffix.length) + suffix;
    if (!lower.has(name.toLowerCase())) return name;
  }
}

/** Without the characters that Excel refuses: \ / ? * [ ] :, control characters, and apostrophes at the ends. */
function allowed(name: string): string {
  const clean = name
    .replace(/[\\/?*[\]:\p{Cc}]/gu, " ")
    .replace(/^[\s']+|[\s']+$/g, "")
    .replace(/\s+/g, " ");
  // Excel keeps "History" for itself.
  return clean === "" || clean.toLowerCase() === "history" ? "Hedge" : clean;
}

/** Excel counts UTF-16 units; a surrogate pair is not cut in two. */
function shortened(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, "")
    .replace(/[\s']+$/, "");
}
