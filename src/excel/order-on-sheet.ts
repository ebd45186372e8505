import type { WorksheetModel } from "../sheet/page/worksheet";
import type { CellContent } from "./cell-text";
import { placedCells } from "./write-worksheet";

/** What the user was shown before building. */
export interface Previewed {
  /** Contracts to trade, by the name of their cell: ContractsToTrade_ES. */
  readonly contracts: Readonly<Record<string, number>>;
  /** The same in words: "Sell 32 ES: beta 1.30 → 0.50". */
  readonly headline: string;
}

/** What a finished sheet says to trade, read back from it. */
export interface OrderOnSheet {
  /** In words, as its headline has it; or what stands there instead, such as "#NAME?". */
  readonly headline: string;
  /** What was previewed, in words; null: it is not known. */
  readonly previewed: string | null;
  /**
   * "same": as previewed. "other": other contracts than previewed. "error": a cell that decides the order holds an
   * error, or no number.
   */
  readonly state: "same" | "other" | "error";
}

const TO_TRADE = /^ContractsToTrade_/;
const HEADLINE = "HedgeHeadline";
const OPEN_CHECKS = "OpenChecks";

/** The deciding cells of a sheet, asked for: known after the next sync. */
export type RequestedOrder = readonly { readonly name: string; readonly cell: Excel.Range }[];

export function requestOrder(sheet: Excel.Worksheet, model: WorksheetModel): RequestedOrder {
  return placedCells(model).flatMap(({ row, column, cell: { name = "" } }) => {
    if (!TO_TRADE.test(name) && name !== HEADLINE && name !== OPEN_CHECKS) return [];
    const cell = sheet.getRangeByIndexes(row, column, 1, 1);
    cell.load("values");
    return [{ name, cell }];
  });
}

export function orderOnSheet(requested: RequestedOrder, previewed: Previewed | undefined): OrderOnSheet {
  const values = new Map(requested.map(({ name, cell }) => [name, cell.values[0]?.[0] as CellContent]));
  const headline = String(values.get(HEADLINE) ?? "");
  const numbers = [...values].filter(([name]) => name !== HEADLINE);
  const isError = headline.startsWith("#") || numbers.some(([, value]) => typeof value !== "number");
  const isSame = Object.entries(previewed?.contracts ?? {}).every(([name, wanted]) =>
    isClose(Number(values.get(name)), wanted),
  );
  const state = isError ? "error" : isSame ? "same" : "other";
  return { headline, previewed: previewed?.headline ?? null, state };
}

/** Whole contracts exactly; without rounding, as close as doubles are. */
function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
}
