/** What the cell HedgeId holds: a number of the sheet's own, and the worksheet that it was last built on. */
interface CarriedId {
  readonly own: string;
  readonly worksheet: string;
}

function parse(text: string): CarriedId {
  const [own = "", worksheet = ""] = text.split(" ");
  return { own, worksheet };
}

/** The sheet's own number; "" where it has none. */
export function ownId(text: string): string {
  return parse(text).own;
}

/**
 * The text for the cell of a sheet. It keeps its number wherever it goes, but for a copy of another sheet in the
 * workbook, which is a sheet of its own: it gets another.
 *
 * @param carried what the cell holds now
 * @param others what the cells of the workbook's other hedge sheets hold
 */
export function sheetIdText(worksheet: string, carried: string, others: readonly string[]): string {
  const { own, worksheet: builtOn } = parse(carried);
  const isCopy = builtOn !== worksheet && others.some((other) => parse(other).own === own);
  return `${own === "" || isCopy ? crypto.randomUUID() : own} ${worksheet}`;
}
