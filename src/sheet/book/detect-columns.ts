import { columnLetters } from "../cell-address";
import { cellContent, columnContent, shareWherePriced } from "./column-content";
import { ROLES, type ColumnContent } from "./column-roles";
import { headerScores } from "./column-words";
import { findHeaderRow, headerText } from "./header-row";
import { COLUMN_ROLES, type ColumnMap, type ColumnRole, type SelectedCells } from "./holdings";

/** How the user's columns are to be read: found by {@link detectColumns}, or corrected in the pane. */
export interface ColumnChoice {
  /** Offset (in the selection, from 0) of the row that holds the headers; null: there is none. */
  readonly headerRow: number | null;
  /** Offset of the column for each role. */
  readonly columns: ColumnMap;
}

/** A column of the selection, as offered in a list. */
export interface SelectionColumn {
  readonly offset: number;
  /** Letter on the sheet: "D". */
  readonly letter: string;
  /** The header's text; "Column D" where there is none. */
  readonly label: string;
  readonly content: ColumnContent;
}

/**
 * How sure a column is:
 *
 *   sure   fill it in
 *   check  fill it in and ask the user to look
 *   ask    several columns fit as well: the user must choose among `candidates`
 *   none   nothing fits
 */
export interface FoundRole {
  readonly certainty: "sure" | "check" | "ask" | "none";
  /** Offset of the column; null for "ask" and "none". */
  readonly column: number | null;
  /** The columns that fit as well, among them the one that was taken: no other role is guessed for them. */
  readonly candidates: readonly number[];
  /** Why, in a sentence. */
  readonly reason: string;
}

export interface ColumnDetection {
  /** What was found, ready for `readHoldings`; roles that need a choice are left out. */
  readonly choice: ColumnChoice;
  readonly columns: readonly SelectionColumn[];
  readonly roles: Readonly<Record<ColumnRole, FoundRole>>;
  /** What must still be chosen before the holdings can be read, in a sentence; null: nothing. */
  readonly missing: string | null;
}

/** Content is judged by this many rows, so that detection takes the same time for any book. */
const SAMPLE_ROWS = 500;
/** Columns are compared in threes; more than this many are not tried without headers. */
const CROSS_CHECK_COLUMNS = 16;

/** Finds which column of a selection plays which role: by header, by content, by quantity × price = value. */
export function detectColumns(cells: SelectedCells): ColumnDetection {
  const headerRow = findHeaderRow(cells);
  const first = headerRow === null ? 0 : headerRow + 1;
  const last = Math.min(cells.values.length - 1, first + SAMPLE_ROWS - 1);
  const width = Math.max(0, ...cells.values.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, offset): SelectionColumn => {
    const letter = columnLetters(cells.column + offset);
    const header = headerRow === null ? "" : headerText(cells, headerRow, offset);
    return {
      offset,
      letter,
      label: header === "" ? `Column ${letter}` : header,
      content: columnContent(cells, offset, first, last),
    };
  });
  const priced = (quantity: number, price: number, value: number) =>
    shareWherePriced(cells, { quantity, price, value }, first, last) > 0.5;
  const byHeader = headerRow === null ? noRoles() : rolesByHeader(cells, headerRow, columns);
  const roles = guessRest(confirmByPrice(byHeader, columns, priced), columns, priced, (offset) =>
    looksLikeBeta(cells, offset, first, last),
  );
  const chosen = COLUMN_ROLES.flatMap((role) => {
    const { column } = roles[role];
    return column === null ? [] : [[role, column] as const];
  });
  return {
    choice: { headerRow, columns: Object.fromEntries(chosen) },
    columns,
    roles,
    missing: missing(roles, columns),
  };
}

/** What is still to be chosen for these columns to be readable, in a sentence; null: nothing. */
export function missingChoice(columns: ColumnMap): string | null {
  if (columns.value !== undefined) return null;
  if (columns.quantity !== undefined && columns.price !== undefined) return null;
  if (columns.quantity !== undefined) return "Choose the price column, or a column with the value.";
  return "Choose the column with the value of each holding, or quantity and price.";
}

const NONE: FoundRole = {
  certainty: "none",
  column: null,
  candidates: [],
  reason: "No column is called that.",
};

function noRoles(): Record<ColumnRole, FoundRole> {
  return Object.fromEntries(COLUMN_ROLES.map((role) => [role, NONE])) as Record<ColumnRole, FoundRole>;
}

/** Gives each column to the role that its header names best, and each role the column that names it best. */
function rolesByHeader(
  cells: SelectedCells,
  headerRow: number,
  columns: readonly SelectionColumn[],
): Record<ColumnRole, FoundRole> {
  const found = noRoles();
  const offers = columns
    .flatMap(({ offset, content }) => {
      const scores = headerScores(headerText(cells, headerRow, offset));
      return COLUMN_ROLES.map((role) => {
        const suits = content === "blank" || ROLES[role].holds.includes(content);
        return { role, offset, suits, score: scores[role] * (suits ? 1 : 0.6) };
      });
    })
    .filter(({ score }) => score >= 0.5)
    .sort((a, b) => b.score - a.score);
  const taken = new Set<number>();
  for (const { role, offset, score, suits } of offers) {
    if (found[role] !== NONE || taken.has(offset)) continue;
    const rivals = offers.filter(
      (other) => other.role === role && !taken.has(other.offset) && score - other.score < 0.05,
    );
    const candidates = rivals.map((rival) => rival.offset);
    // Two values are two different hedges.
    if (candidates.length > 1 && ROLES[role].anyWillDo !== true) {
      const reason = `${listed(columns, candidates)} fit as well.`;
      found[role] = { certainty: "ask", column: null, candidates, reason };
      candidates.forEach((candidate) => taken.add(candidate));
      continue;
    }
    taken.add(offset);
    const sure = suits && score >= 0.8;
    const reason = !suits
      ? `The header is ${quoted(columns, offset)}, but the cells below hold something else.`
      : `The header is ${quoted(columns, offset)}.`;
    found[role] = { certainty: sure ? "sure" : "check", column: offset, candidates, reason };
  }
  return found;
}

type Priced = (quantity: number, price: number, value: number) => boolean;

/** Lets quantity × price = value settle what the headers leave open, and question what they seem to settle. */
function confirmByPrice(
  roles: Record<ColumnRole, FoundRole>,
  columns: readonly SelectionColumn[],
  priced: Priced,
): Record<ColumnRole, FoundRole> {
  const { quantity, price, value } = roles;
  const triples = quantity.candidates.flatMap((q) =>
    price.candidates.flatMap((p) =>
      value.candidates.flatMap((v) => (priced(q, p, v) ? [{ quantity: q, price: p, value: v }] : [])),
    ),
  );
  const [triple] = triples;
  if (triple !== undefined && triples.length === 1) {
    const confirmed = (column: number): FoundRole => ({
      certainty: "sure",
      column,
      candidates: [column],
      reason: `${quoted(columns, column)}: quantity × price = value in most rows.`,
    });
    return {
      ...roles,
      quantity: confirmed(triple.quantity),
      price: confirmed(triple.price),
      value: confirmed(triple.value),
    };
  }
  if (quantity.column === null || price.column === null || value.column === null) return roles;
  const reason = "Quantity × price differs from it by more than 0.5 % in most rows.";
  return { ...roles, value: { ...value, certainty: "check", reason } };
}

/** Guesses the roles that no header names, from what the columns hold; a guess is never sure. */
function guessRest(
  roles: Record<ColumnRole, FoundRole>,
  columns: readonly SelectionColumn[],
  priced: Priced,
  isBeta: (offset: number) => boolean,
): Record<ColumnRole, FoundRole> {
  const guessed = { ...roles };
  const taken = () => new Set(Object.values(guessed).flatMap((role) => role.candidates));
  const free = (content: ColumnContent) =>
    columns
      .filter((column) => column.content === content && !taken().has(column.offset))
      .map(({ offset }) => offset);
  const guess = (role: ColumnRole, column: number, reason: string) => {
    guessed[role] = { certainty: "check", column, candidates: [column], reason };
  };

  if (guessed.value === NONE && guessed.quantity === NONE && guessed.price === NONE) {
    const triple = pricedTriple(free("number").slice(0, CROSS_CHECK_COLUMNS), priced);
    if (triple !== null) {
      const reason = "Quantity × price = value in most rows.";
      guess("quantity", triple.quantity, reason);
      guess("price", triple.price, reason);
      guess("value", triple.value, reason);
    }
  }
  if (guessed.beta === NONE) {
    const [beta, another] = free("number").filter(isBeta);
    if (beta !== undefined && another === undefined) guess("beta", beta, "Its numbers look like betas.");
  }
  if (guessed.value === NONE && (guessed.quantity.column === null || guessed.price.column === null)) {
    const candidates = free("number");
    const [value, another] = candidates;
    if (another !== undefined) {
      const reason = "Several columns hold numbers.";
      guessed.value = { certainty: "ask", column: null, candidates, reason };
    } else if (value !== undefined) guess("value", value, "It is the only column of numbers.");
  }
  if (guessed.name === NONE) {
    const [name] = free("text");
    if (name !== undefined) guess("name", name, "It is the first column of text.");
  }
  return guessed;
}

/** The one way to read three of these columns as quantity × price = value; null if there is none, or several. */
function pricedTriple(
  offsets: readonly number[],
  priced: Priced,
): { readonly quantity: number; readonly price: number; readonly value: number } | null {
  const triples = offsets.flatMap((quantity, i) =>
    offsets
      .slice(i + 1)
      .flatMap((price) =>
        offsets
          .filter((value) => value !== quantity && value !== price && priced(quantity, price, value))
          .map((value) => ({ quantity, price, value })),
      ),
  );
  return triples.length === 1 ? (triples[0] ?? null) : null;
}

/** Betas lie between −5 and 5, are not all whole, and average somewhere near 1. */
function looksLikeBeta(cells: SelectedCells, column: number, first: number, last: number): boolean {
  const numbers: number[] = [];
  for (let row = first; row <= last; row++) {
    if (cellContent(cells, row, column) === "number") numbers.push(Number(cells.values[row]?.[column]));
  }
  if (numbers.length < 2 || numbers.some((number) => Math.abs(number) > 5)) return false;
  const average = numbers.reduce((sum, number) => sum + Math.abs(number), 0) / numbers.length;
  return numbers.some((number) => !Number.isInteger(number)) && average > 0.3 && average < 2.5;
}

function missing(
  roles: Readonly<Record<ColumnRole, FoundRole>>,
  columns: readonly SelectionColumn[],
): string | null {
  const asked = (["value", "quantity", "price", "beta"] as const).find(
    (role) => roles[role].certainty === "ask",
  );
  const found = Object.fromEntries(
    COLUMN_ROLES.flatMap((role) => (roles[role].column === null ? [] : [[role, roles[role].column]])),
  ) as ColumnMap;
  if (asked !== undefined && (asked === "value" || asked === "beta" || missingChoice(found) !== null)) {
    return `Choose the ${asked} column: ${listed(columns, roles[asked].candidates)} fit as well.`;
  }
  return missingChoice(found);
}

/** Two columns or more: “Value (USD)”, “Value (EUR)” and “NAV”. */
function listed(columns: readonly SelectionColumn[], offsets: readonly number[]): string {
  const labels = offsets.map((offset) => quoted(columns, offset));
  return `${labels.slice(0, -1).join(", ")} and ${labels.at(-1) ?? ""}`;
}

function quoted(columns: readonly SelectionColumn[], offset: number): string {
  return `“${columns[offset]?.label ?? ""}”`;
}
