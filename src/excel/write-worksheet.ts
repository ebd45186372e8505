import {
  absoluteAddress,
  areaAddress,
  cellAddress,
  quotedSheetName,
  type CellArea,
} from "../sheet/cell-address";
import type { SheetCell, SheetChart, WorksheetModel } from "../sheet/page/worksheet";
import { staysInside, writable, type CellContent } from "./cell-text";
import type { SheetValidation } from "../sheet/plan/validations";

/** Excel on the web takes requests of at most 5 MB; the rest of a request is small beside its cells. */
const CHARACTERS_PER_REQUEST = 3_000_000;

/** What to write into a cell; null leaves it as it is. */
export type CellMatrix = readonly (readonly (CellContent | null)[])[];

/** The rectangle that a model fills, from A1. */
export function block(model: WorksheetModel): CellArea {
  return {
    row: 0,
    column: 0,
    rows: model.rows.length,
    columns: Math.max(1, ...model.rows.map((row) => row.length)),
  };
}

/** A cell of a model with its row and column, from 0. */
export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly cell: SheetCell;
}

/**
 * The cells of a model, each with its row and column.
 *
 * @throws {Error} a formula reaches outside the workbook: a fault of ours, stopped before anything is written
 */
export function placedCells(model: WorksheetModel): PlacedCell[] {
  return model.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      if (cell === null) return [];
      if (isFormula(cell) && !staysInside(String(cell.content))) {
        throw new Error(
          `The formula for ${areaAddress({ row, column, rows: 1, columns: 1 })} reaches outside the workbook.`,
        );
      }
      return [{ row, column, cell }];
    }),
  );
}

/** Whether anything but a look is written into the cell: a blank input is the sheet's as well. */
export function isWritten(cell: SheetCell | null | undefined): boolean {
  return cell != null && (cell.content !== "" || cell.input === true || cell.name !== undefined);
}

/**
 * Writes contents and number formats; the formats first, so that Excel guesses none. Syncs only where one request would
 * be too large.
 */
export async function writeCells(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  model: WorksheetModel,
  contents: CellMatrix,
): Promise<void> {
  const { columns } = block(model);
  const formats = model.rows.map((cells) =>
    Array.from({ length: columns }, (_, column) => cells[column]?.numberFormat ?? "General"),
  );
  const ranges = requestSizes(contents.slice(0, model.rows.length)).map(({ first, count }) => ({
    first,
    count,
    range: sheet.getRangeByIndexes(first, 0, count, columns),
  }));
  const [now, ...later] = ranges;
  const queue = ({ first, count, range }: { first: number; count: number; range: Excel.Range }) => {
    range.numberFormat = formats.slice(first, first + count);
    range.formulas = contents.slice(first, first + count).map((row) => row.slice(0, columns));
  };
  if (now !== undefined) queue(now);
  for (const part of later) {
    // Only a sheet too large for one request comes here: Excel refuses more than 5 MB at once.
    await flush(context);
    queue(part);
  }
}

/** Clears the cells beyond the model's that `contents` says to clear: those of the last build. */
export function writeBeyond(sheet: Excel.Worksheet, model: WorksheetModel, contents: CellMatrix): void {
  const { rows, columns } = block(model);
  const below = contents.slice(rows);
  const right = contents.slice(0, rows).map((row) => row.slice(columns));
  writeNonNull(sheet, rows, 0, below);
  writeNonNull(sheet, 0, columns, right);
}

function writeNonNull(sheet: Excel.Worksheet, row: number, column: number, contents: CellMatrix): void {
  const width = contents[0]?.length ?? 0;
  if (width === 0 || contents.every((line) => line.every((content) => content === null))) return;
  sheet.getRangeByIndexes(row, column, contents.length, width).formulas = contents.map((line) => [...line]);
}

async function flush(context: Excel.RequestContext): Promise<void> {
  await context.sync();
}

/** Rows to write per request: as many as fit. */
function requestSizes(contents: CellMatrix): { readonly first: number; readonly count: number }[] {
  const parts: { first: number; count: number }[] = [];
  let characters = Infinity;
  contents.forEach((row, index) => {
    const size = JSON.stringify(row).length + row.length * 20;
    const part = parts.at(-1);
    if (part !== undefined && characters + size <= CHARACTERS_PER_REQUEST) {
      part.count++;
      characters += size;
    } else {
      parts.push({ first: index, count: 1 });
      characters = size;
    }
  });
  return parts;
}

/** The model's contents as they are to be written, null cells empty. */
export function contentMatrix(model: WorksheetModel): (CellContent | null)[][] {
  const { columns } = block(model);
  return model.rows.map((cells) =>
    Array.from({ length: columns }, (_, column) => {
      const cell = cells[column];
      if (cell == null) return "";
      // Always an apostrophe: "１２" and "Mai 5" are text in one language of Excel, and a number in another.
      return cell.isText === true ? `'${String(cell.content)}` : writable(cell.content);
    }),
  );
}

/** Whether the cell's content is a formula of ours. */
export function isFormula({ content, isText }: SheetCell): boolean {
  return typeof content === "string" && content.startsWith("=") && isText !== true;
}

/** The names that a sheet has, with the address of the cell; null: they name no cell any more. */
export type NamesThere = ReadonlyMap<string, string | null>;

/** A sheet, by what it is called: a name that is moved is given a reference with the sheet's name in it. */
export interface NamedSheet {
  readonly sheet: Excel.Worksheet;
  readonly name: string;
}

/** Names the model's cells on the sheet; a name that is elsewhere is moved. */
export function writeNames(target: NamedSheet, model: WorksheetModel, there: NamesThere): void {
  for (const { row, column, cell } of placedCells(model)) {
    if (cell.name !== undefined) nameCell(target, cell.name, { row, column }, there);
  }
}

/** A name is moved, not deleted and given again: every formula that uses it would be calculated twice more. */
export function nameCell(
  { sheet, name: sheetName }: NamedSheet,
  name: string,
  { row, column }: { readonly row: number; readonly column: number },
  there: NamesThere,
): void {
  if (there.get(name) === cellAddress(row, column)) return;
  if (there.has(name)) {
    const place = absoluteAddress({ row, column, rows: 1, columns: 1 });
    sheet.names.getItem(name).formula = `=${quotedSheetName(sheetName)}!${place}`;
  } else {
    sheet.names.add(name, sheet.getRangeByIndexes(row, column, 1, 1));
  }
}

/** What may be typed into the inputs. */
export function writeValidation(sheet: Excel.Worksheet, model: WorksheetModel): void {
  for (const { row, column, cell } of placedCells(model)) {
    if (cell.validation === undefined) continue;
    const validation = sheet.getRangeByIndexes(row, column, 1, 1).dataValidation;
    validation.rule = validationRule(cell.validation);
    validation.ignoreBlanks = true;
    validation.errorAlert = {
      showAlert: true,
      style: "Stop",
      title: "Not possible here",
      message: cell.validation.message,
    };
  }
}

function validationRule(wanted: SheetValidation): Excel.DataValidationRule {
  if (wanted.kind === "list")
    return { list: { inCellDropDown: true, source: (wanted.list ?? []).join(",") } };
  if (wanted.kind === "date") {
    // A serial number is passed on as a formula; Excel would read a bare text as a date of the user's language.
    const { min, max } = wanted;
    const bounds = bounded(min ?? 1, max);
    return {
      date: {
        operator: bounds.operator,
        formula1: `=${bounds.formula1}`,
        ...(bounds.formula2 === undefined ? {} : { formula2: `=${bounds.formula2}` }),
      },
    };
  }
  const rule = bounded(wanted.min ?? (wanted.max === undefined ? -1e300 : undefined), wanted.max);
  return wanted.kind === "whole" ? { wholeNumber: rule } : { decimal: rule };
}

function bounded(
  min: number | undefined,
  max: number | undefined,
): {
  operator: "Between" | "GreaterThanOrEqualTo" | "LessThanOrEqualTo";
  formula1: number;
  formula2?: number;
} {
  if (min !== undefined && max !== undefined) return { operator: "Between", formula1: min, formula2: max };
  if (min !== undefined) return { operator: "GreaterThanOrEqualTo", formula1: min };
  return { operator: "LessThanOrEqualTo", formula1: max ?? 1e300 };
}

/** Draws a native chart over the cells that it covers. */
export function writeChart(sheet: Excel.Worksheet, chart: SheetChart): void {
  const range = (area: CellArea) => sheet.getRange(areaAddress(area));
  const [first, ...rest] = chart.series;
  if (first === undefined) return;
  const added = sheet.charts.add(
    chart.kind === "line" ? "Line" : "ColumnClustered",
    range(first.values),
    "Columns",
  );
  added.name = chart.name;
  added.title.text = chart.title;
  added.legend.position = "Bottom";
  added.axes.categoryAxis.title.text = chart.categoryTitle;
  added.axes.valueAxis.title.text = chart.valueTitle;
  added.axes.categoryAxis.numberFormat = chart.categoryFormat;
  added.axes.valueAxis.numberFormat = chart.valueFormat;
  // Labels below the plot, not along the zero line, which runs through its middle.
  added.axes.categoryAxis.tickLabelPosition = "Low";
  const series = [added.series.getItemAt(0), ...rest.map(({ name }) => added.series.add(name))];
  chart.series.forEach(({ name, values, color }, index) => {
    const one = series[index];
    if (one === undefined) return;
    one.name = name;
    if (index > 0) one.setValues(range(values));
    one.setXAxisValues(range(chart.categories));
    if (chart.kind === "line") one.format.line.color = color;
    else one.format.fill.setSolidColor(color);
  });
  const { row, column, rows, columns } = chart.covers;
  added.setPosition(
    areaAddress({ row, column, rows: 1, columns: 1 }),
    areaAddress({ row: row + rows - 1, column: column + columns - 1, rows: 1, columns: 1 }),
  );
}
