import { DomainError } from "../../calc/errors";
import { blueprintOf, type Blueprint } from "./blueprint";
import { areaAddress } from "../cell-address";
import { headedRight, newDraft, spanned, type Draft } from "./draft";
import { pageBreaks } from "./page-breaks";
import type { HedgePlan } from "../plan/plan";
import { addBeforeAfter } from "./sections/before-after";
import { addCarry } from "./sections/carry";
import { addCfds } from "./sections/cfds";
import { addChecks } from "./sections/checks";
import { addHoldingsTable } from "./sections/holdings-table";
import { addMargin } from "./sections/margin";
import { addScenarios } from "./sections/scenarios";
import { addWeights } from "./sections/weights";
import { addHeadline } from "./sections/headline";
import { addHoldings } from "./sections/book-totals";
import { addInputs } from "./sections/inputs";
import { addMethod } from "./sections/method";
import { addTicket } from "./sections/ticket";
import type { WorksheetModel } from "./worksheet";

/** Top to bottom. The row-by-row table comes last, so that no other cell's place depends on the size of the book. */
const SECTIONS: readonly ((draft: Draft, blueprint: Blueprint) => void)[] = [
  addHeadline,
  addInputs,
  addHoldings,
  addTicket,
  addBeforeAfter,
  addWeights,
  addMargin,
  addScenarios,
  addCarry,
  addCfds,
  addChecks,
  addMethod,
  addHoldingsTable,
];

const LABEL_WIDTH = 38;
const VALUE_WIDTH = 16;
/** Room for what the checks say, which runs over the empty cells to its right. */
const LEAST_COLUMNS = 9;
/** "sell 1,234.567 " before the contract's code. */
const ORDER_WIDTH = 12;
/** Excel's limit to the characters of a formula. */
const LONGEST_FORMULA = 8192;
/** Title, headline and status. */
const FROZEN_ROWS = 3;

/**
 * The hedge worksheet for a plan: native formulas over the user's own cells, nothing else.
 *
 * @throws {DomainError} `argument` naming the input that makes a hedge impossible, or saying that the contracts are too
 *   many for one worksheet
 */
export function buildWorksheet(
  plan: HedgePlan,
  about: { readonly version: string; readonly today: number },
): WorksheetModel {
  const blueprint = blueprintOf(plan, about);
  const draft = newDraft(blueprint.groups.length);
  for (const addSection of SECTIONS) addSection(draft, blueprint);
  requireShortFormulas(draft.rows);
  const columns = Math.max(LEAST_COLUMNS, ...draft.rows.map(({ length }) => length));
  const width = (column: number): number => {
    if (column === 0) return LABEL_WIDTH;
    const code = blueprint.groups[column - 1]?.choice.code ?? "";
    return Math.max(VALUE_WIDTH, ORDER_WIDTH + code.length, headWidth(draft.rows, column));
  };
  const columnWidths = Array.from({ length: columns }, (_, column) => width(column));
  return {
    name: `Hedge ${plan.holdings.sheet}`
      .replace(/[\\/?*[\]:']/g, " ")
      .trim()
      .slice(0, 31),
    rows: spanned(headedRight(draft.rows), columns),
    columnWidths,
    frozenRows: FROZEN_ROWS,
    charts: draft.charts,
    conditionalFormats: draft.conditionalFormats,
    printArea: areaAddress({ row: 0, column: 0, rows: draft.rows.length, columns }),
    pageBreaks: pageBreaks(draft.rows, columnWidths.map(points).reduce(sum), FROZEN_ROWS),
  };
}

/** Checks and sums name every contract, so that with very many of them Excel would refuse the formula. */
function requireShortFormulas(rows: Draft["rows"]): void {
  const contents = rows.flat().map((cell) => (cell?.isText ? "" : String(cell?.content ?? "")));
  if (!contents.some((content) => content.startsWith("=") && content.length > LONGEST_FORMULA)) return;
  throw new DomainError(
    "argument",
    "the contracts are too many for one worksheet: hedge with fewer, or parts of the holdings on sheets of their own",
  );
}

/** Characters that the longest of a column's heads takes, in bold type. */
function headWidth(rows: Draft["rows"], column: number): number {
  const heads = rows.map((cells) => cells[column]).filter((cell) => cell?.style === "columnHead");
  return Math.max(0, ...heads.map((cell) => String(cell?.content).length + 2));
}

function sum(a: number, b: number): number {
  return a + b;
}

/** A width in characters of the default font, as Excel's width in points: 7 pixels each and 5 of margin, at 96 dpi. */
export function points(characters: number): number {
  return ((characters * 7 + 5) * 72) / 96;
}
