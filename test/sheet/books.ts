import type { Holding, Holdings } from "../../src/sheet/book/holdings";
import type { Content, UserSheet } from "./evaluate";

const HEADS = ["Asset", "Quantity", "Price", "Value", "Beta", "Hedge with", "Cost"] as const;

/** Holdings with the user's sheet that they stand on: header in row 1, holdings from row 2. */
export function bookOf(
  rows: readonly Partial<Holding & { betaText: string }>[],
  sheet = "Book 1",
  columns: Holdings["columns"] = { name: 0, value: 3, beta: 4 },
): { holdings: Holdings; book: UserSheet } {
  const holdings: Holding[] = rows.map((row, index) => ({
    row: index + 1,
    name: `Asset ${String(index + 1)}`,
    nameText: row.name ?? `Asset ${String(index + 1)}`,
    value: 0,
    beta: null,
    hedgeWith: "",
    quantity: null,
    price: null,
    cost: null,
    ...row,
  }));
  const cells = holdings.map((holding, index): Content[] => [
    holding.name,
    holding.quantity ?? "",
    holding.price ?? "",
    holding.value,
    holding.beta ?? rows[index]?.betaText ?? "",
    holding.hedgeWith,
    holding.cost ?? "",
  ]);
  return {
    holdings: { sheet, firstRow: 1, lastRow: rows.length, columns, rows: holdings, notes: [] },
    book: { name: sheet, cells: [[...HEADS], ...cells] },
  };
}
