import { cellAddress } from "../cell-address";
import { isPriced } from "./column-content";
import { mentionsTotal, saysTotal } from "./column-words";
import { HoldingsProblem, type Holding } from "./holdings";
import { shortened } from "./rows-in-words";
import type { Table } from "./table";

/** Takes a totals row off the end, with a note; refuses subtotals further up, which would count twice. */
export function withoutTotals(
  table: Table,
  holdings: readonly Holding[],
  notes: string[],
): readonly Holding[] {
  let blockStart = 0;
  let block = 0;
  for (const [index, holding] of holdings.slice(0, -1).entries()) {
    const above = index - blockStart;
    const isSubtotal =
      (above > 0 && saysTotal(holding.name) && isSum(holding.value, block)) ||
      addsUp(table, above, block, holding);
    if (isSubtotal) {
      const cell = cellAddress(holding.row, table.cells.column);
      const label = holding.name === "" ? "" : ` (“${shortened(holding.name)}”)`;
      throw new HoldingsProblem(
        `Row ${holding.row + 1}${label} is the sum of the rows above it: its value would count twice.`,
        "Select the holdings without subtotals: one block at a time, or delete those rows.",
        cell,
      );
    }
    block += holding.value;
    if (holding.name !== "" && holding.value === 0 && holding.quantity === null)
      [blockStart, block] = [index + 1, 0];
  }
  const last = holdings.at(-1);
  if (last === undefined || !isTotals(table, holdings.slice(0, -1), last)) return holdings;
  const above = sumOf(holdings.slice(0, -1));
  const differs = isSum(last.value, above) ? "" : ", although it is not the sum of the rows above";
  notes.push(`Row ${last.row + 1} is a totals row and is left out${differs}.`);
  return holdings.slice(0, -1);
}

/** What a totals row is told by. */
export type Amount = Pick<Holding, "name" | "value" | "quantity" | "price">;

/** Whether a row sums up those above it: by its name alone, or by its amount. */
export function isTotals(table: Table, above: readonly Pick<Holding, "value">[], last: Amount): boolean {
  if (saysTotal(last.name)) return !isPosition(last) || !table.has("value");
  return addsUp(table, above.length, sumOf(above), last);
}

/** Whether a row without a name, or with "total" in a longer one, is the sum of at least two rows above it. */
function addsUp(table: Table, above: number, sum: number, row: Amount): boolean {
  const isUnnamed = table.has("name") ? row.name === "" : table.has("price") && row.price === null;
  if (!isUnnamed && (!mentionsTotal(row.name) || isPosition(row))) return false;
  return above >= 2 && row.value !== 0 && isSum(row.value, sum);
}

function isPosition({ quantity, price, value }: Amount): boolean {
  return quantity !== null && price !== null && isPriced(quantity, price, value);
}

export function sumOf(holdings: readonly Pick<Holding, "value">[]): number {
  return holdings.reduce((sum, { value }) => sum + value, 0);
}

/** Equal to within 0.5 %, for totals that were rounded or typed. */
function isSum(value: number, sum: number): boolean {
  return Math.abs(value - sum) <= 0.005 * Math.abs(sum);
}
