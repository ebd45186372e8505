import { isPriced } from "./column-content";
import { HoldingsProblem, type Holding, type SelectedCells } from "./holdings";
import { counted, isAre, named, rowsNamed, shortened } from "./rows-in-words";
import { deciding, type Table } from "./table";
import { sumOf } from "./totals-row";

/** What the user should know about the holdings as read. */
export function notesOn(table: Table, holdings: readonly Holding[], cells: SelectedCells): string[] {
  const notes: string[] = [];
  const rowsWhere = (test: (holding: Holding) => boolean) => holdings.filter(test).map(({ row }) => row);

  const short = rowsWhere(({ value }) => value < 0);
  if (short.length > 0) {
    notes.push(
      `${counted(short.length, "short position")} (negative value) ${isAre(short)} kept: ${named(short)}.`,
    );
  }
  const empty = rowsWhere(({ row }) =>
    deciding(table).every((role) => table.content(row - cells.row, role) === "blank"),
  );
  if (empty.length > 0)
    notes.push(`${rowsNamed(empty)} ${empty.length === 1 ? "has" : "have"} no value: 0 counts.`);
  if (table.has("beta")) {
    const missing = rowsWhere(({ beta, value }) => beta === null && value !== 0);
    if (missing.length > 0) {
      const have = `${counted(missing.length, "holding")} ${missing.length === 1 ? "has" : "have"}`;
      notes.push(`${have} no beta: the default beta counts (${named(missing)}).`);
    }
  }
  if (table.has("value") && table.has("quantity") && table.has("price")) {
    const unequal = rowsWhere(
      ({ quantity, price, value }) =>
        quantity !== null && price !== null && value !== 0 && !isPriced(quantity, price, value),
    );
    if (unequal.length > 0) {
      notes.push(`Quantity × price is not the value in ${named(unequal)}; the value column counts.`);
    }
  }
  notes.push(
    ...hiddenNote(holdings, cells),
    ...duplicatesNote(holdings),
    ...currencyNote(table, holdings, cells),
  );
  const total = sumOf(holdings);
  if (!Number.isFinite(total)) {
    throw new HoldingsProblem(
      "The values add up to more than can be computed with.",
      "Check the value column.",
    );
  }
  if (total === 0) notes.push("The values add up to 0, so the book has no beta of its own.");
  return notes;
}

function hiddenNote(holdings: readonly Holding[], cells: SelectedCells): string[] {
  const hidden = new Set(cells.hiddenRows);
  const rows = holdings.map(({ row }) => row).filter((row) => hidden.has(row));
  if (rows.length === 0) return [];
  return [`${counted(rows.length, "hidden or filtered row")} ${isAre(rows)} counted too: ${named(rows)}.`];
}

function duplicatesNote(holdings: readonly Holding[]): string[] {
  const rowsByName = new Map<string, number[]>();
  for (const { name, row } of holdings) {
    if (name === "") continue;
    const key = name.toLowerCase();
    rowsByName.set(key, [...(rowsByName.get(key) ?? []), row]);
  }
  const repeated = [...rowsByName.values()].filter((rows) => rows.length > 1);
  if (repeated.length === 0) return [];
  const shown = repeated.slice(0, 3).map((rows) => {
    const name = holdings.find(({ row }) => row === rows[0])?.name ?? "";
    return `“${shortened(name)}” (${named(rows)})`;
  });
  const more = repeated.length > 3 ? ` and ${repeated.length - 3} more` : "";
  return [`The same name stands in several rows, and each counts: ${shown.join(", ")}${more}.`];
}

/** Amounts in several currencies cannot be added; a value column may already be in one. */
function currencyNote(table: Table, holdings: readonly Holding[], cells: SelectedCells): string[] {
  if (!table.has("currency")) return [];
  const currencies = new Set(
    holdings
      .map(({ row }) => table.text(row - cells.row, "currency").toUpperCase())
      .filter((text) => text !== ""),
  );
  if (currencies.size < 2) return [];
  const list = [...currencies].slice(0, 4).map(shortened).join(", ");
  if (!table.has("value")) {
    throw new HoldingsProblem(
      `The prices are in several currencies (${list}), so quantity × price cannot be added up.`,
      "Add a column with each value in one currency and choose it as the value.",
      table.address((holdings[0]?.row ?? 0) - cells.row, "currency"),
    );
  }
  return [
    `The holdings are in several currencies (${list}): the value column must be in one of them. Check it.`,
  ];
}
