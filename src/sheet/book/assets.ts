import type { Holdings } from "./holdings";
import { textHash } from "../text-hash";

/** Stands for a contract in the list of assets: the asset stays as it is. */
export const NOT_HEDGED = "none";

/** Longer, and it is no choice but a column of the book; and every asset is looked for in every row. */
const MOST_ROWS = 200;

/** A name of the book; rows of the same name are one asset. */
export interface Asset {
  /** See {@link assetKey}. */
  readonly key: string;
  /** As the name cell has it. */
  readonly text: string;
}

/**
 * What an asset is called in `HedgePlan.assetContracts` and in the names of its cells: equal for texts that Excel's
 * "=" takes for equal, so case does not matter, blanks do. The place of its rows does not enter: a book that is sorted
 * keeps its choices.
 */
export function assetKey(text: string): string {
  // Asked of the text itself: in capitals, "ß" is "SS" and a dotless "ı" is "I".
  if (/^[A-Z0-9]{1,20}$/i.test(text)) return text.toUpperCase();
  const readable = text
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "")
    .slice(0, 12);
  return `${readable}_${textHash(text.toLowerCase()).toUpperCase()}`;
}

/** The book's assets, in its order. Rows without a name are none: nothing could be said of them. */
export function assetsOf({ rows }: Holdings): readonly Asset[] {
  const assets = new Map<string, Asset>();
  for (const { nameText: text } of rows) {
    const key = assetKey(text);
    if (text !== "" && !assets.has(key)) assets.set(key, { key, text });
  }
  return [...assets.values()];
}

/** Whether a contract can be chosen asset by asset: where names say which, and the book does not say it itself. */
export function canChooseByAsset({ columns, firstRow, lastRow }: Holdings): boolean {
  return columns.hedgeWith === undefined && columns.name !== undefined && lastRow - firstRow < MOST_ROWS;
}
