import { MOVE_INPUTS, type MoveName } from "../plan/book-inputs";
import { IN_EXCEL } from "../../formulas/in-excel";
import { FIGURES_OF_BOOK } from "../hedge/book-figures";
import { FIGURES_OF_CONTRACT } from "../hedge/contract-figures";
import type { ExcelContract, ExcelHedge } from "../hedge/hedge-in-excel";
import { contractCell, type CellName } from "../plan/cell-names";
import type { ContractFigure } from "../plan/figure-names";
import type { CellStyle, SheetCell } from "./worksheet";
import type { SheetValidation } from "../plan/validations";

/** A heading, label or note of ours. Never a user's text: see {@link link} and {@link userText}. */
export function text(content: string, style: CellStyle = "text"): SheetCell {
  if (/^[=+\-@\t\r\n\0]/.test(content)) throw new Error(`Text would be read as a formula: ${content}`);
  return { content, style };
}

/** A computed cell, of our own cells and names; written without "=". */
export function formula(expression: string, numberFormat: string, name?: CellName): SheetCell {
  return named({ content: `=${expression}`, style: "formula", numberFormat }, name);
}

/** A figure of the whole hedge, as it is spelt. */
export function bookFigure(
  hedge: ExcelHedge,
  name: keyof typeof FIGURES_OF_BOOK,
  numberFormat: string,
): SheetCell {
  return formula(FIGURES_OF_BOOK[name](IN_EXCEL, hedge).text, numberFormat, name);
}

/** A figure of a contract, as it is spelt. */
export function contractFigure(
  hedge: ExcelHedge,
  of: ExcelContract,
  name: ContractFigure,
  numberFormat: string,
): SheetCell {
  const expression = FIGURES_OF_CONTRACT[name](IN_EXCEL, of, hedge).text;
  return formula(expression, numberFormat, contractCell(name, of.group.suffix));
}

/** The cell as a total or result that the eye should find. */
export function asTotal(cell: SheetCell): SheetCell {
  return { ...cell, style: "total" };
}

/** A total or result that the eye should find. */
export function total(expression: string, numberFormat: string, name?: CellName): SheetCell {
  return { ...formula(expression, numberFormat, name), style: "total" };
}

/** A computed word in a column of numbers, or a number with as many digits as it has. */
export function word(expression: string, name?: CellName): SheetCell {
  return { ...formula(expression, "General", name), style: "word" };
}

/** A computed sentence beside a number. */
export function sentence(expression: string, name?: CellName): SheetCell {
  return { ...formula(expression, "General", name), style: "note" };
}

/** A cell that shows a cell of the user's, whatever is in it. */
export function link(reference: string, numberFormat = "General"): SheetCell {
  return { content: `=${reference}`, style: "link", numberFormat };
}

/**
 * A text of the user's that a link could not show: it must stay when the cell it comes from moves. It is written as
 * text whatever it looks like.
 */
export function userText(content: string): SheetCell {
  return { content, isText: true, style: "text" };
}

/** A cell for the user to change, yellow, kept when the sheet is built again. `null` leaves it blank. */
export function input(
  content: number | string | null,
  numberFormat: string,
  name: CellName,
  validation: SheetValidation,
): SheetCell {
  return { content: content ?? "", style: "input", numberFormat, name, input: true, validation };
}

/** A market move of a list that the user may change; numbered from 1. */
export function moveCell(name: MoveName, number: number, move: number): SheetCell {
  const { format: numberFormat, validation } = MOVE_INPUTS[name];
  return input(move, numberFormat, `${name}_${number}`, validation);
}

function named(cell: SheetCell, name: CellName | undefined): SheetCell {
  return name === undefined ? cell : { ...cell, name };
}
