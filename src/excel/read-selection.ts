import { HoldingsProblem, type Cell, type CellType, type SelectedCells } from "../sheet/book/holdings";
import { beforeBlankRow, type RowsBelow } from "../sheet/book/rows-below";
import { Refusal } from "./problem";
import { isOurs, requestMarks, type HedgeSheetInfo } from "./read-hedge-sheet";

/** A range of the workbook, by sheet name and A1 address. */
export interface RangeReference {
  readonly sheet: string;
  readonly address: string;
}

/** Cells, and where they were read: the range as it was selected, before it was trimmed to the used one. */
export interface ReadCells extends SelectedCells {
  readonly range: RangeReference;
  /** The rows right below the range, in its columns, down to the first blank one: at most {@link ROWS_BELOW}. */
  readonly below: RowsBelow;
}

/** A selection that is no table, with the one around it where there is one: offer it. */
export class SelectionProblem extends HoldingsProblem {
  constructor(
    message: string,
    nextStep: string,
    readonly offer: RangeReference | null,
  ) {
    super(message, nextStep);
  }
}

/** The selection is on a hedge sheet: that can be opened instead. */
export class HedgeSheetSelected extends Refusal {
  constructor(readonly sheet: Pick<HedgeSheetInfo, "id" | "name">) {
    super(
      "HedgeSheet",
      `“${sheet.name}” holds a hedge, and no holdings of its own.`,
      "Open it in the pane to change its hedge, or select your holdings on their sheet.",
    );
  }
}

/** Cells down to this row come with the first round trip; nearly every book ends above it. */
const FIRST_ROWS = 2_000;
/** Excel on the web answers at most 5 MB; a cell with its type and format takes about 40 bytes. */
const CELLS_PER_READ = 70_000;
const ROWS_PER_READ = 10_000;
const MOST_ROWS = 100_000;
const MOST_COLUMNS = 100;
/** So many rows below a range are looked at: what somebody adds by hand, not another table. */
export const ROWS_BELOW = 50;

/**
 * The selected cells, trimmed to the used range, in one round trip; more only beyond row 2,000 or for hidden rows.
 *
 * @throws {SelectionProblem} nothing, one cell or several areas are selected
 * @throws {HedgeSheetSelected} the selection is on a hedge sheet of ours
 * @throws {Refusal} more than 100,000 rows or 100 columns
 */
export function readSelection(): Promise<ReadCells> {
  return Excel.run(async (context) => {
    const areas = context.workbook.getSelectedRanges();
    areas.load("areaCount");
    const first = areas.areas.getItemAt(0);
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const marks = requestMarks(sheet);
    const cells = requestCells(first, sheet);
    const around = first.getSurroundingRegion();
    sheet.load("id,name");
    around.load("address,cellCount");
    await context.sync();
    if (isOurs(marks)) throw new HedgeSheetSelected({ id: sheet.id, name: sheet.name });
    if (areas.areaCount > 1) {
      throw new SelectionProblem(
        `${areas.areaCount} separate areas are selected.`,
        "Select one block of cells, with its header row.",
        null,
      );
    }
    if (cells.range.cellCount === 1) throw oneCell(cells, around);
    return readCells(context, cells);
  });
}

/** The same for a range that the user named; while a cell is being edited, when that has ended. */
export function readRange(reference: RangeReference): Promise<ReadCells> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const sheet = context.workbook.worksheets.getItem(reference.sheet);
    const cells = requestCells(sheet.getRange(reference.address), sheet);
    await context.sync();
    return readCells(context, cells);
  });
}

/** Selects a cell or range, so that the user sees it. */
export function showCell(reference: RangeReference): Promise<void> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(reference.sheet);
    sheet.activate();
    sheet.getRange(reference.address).select();
    await context.sync();
  });
}

/** Calls the listener whenever the user selects something else on any sheet; returns what ends that. */
export async function onSelectionChanged(
  listener: (selected: { readonly oneCell: boolean }) => void,
): Promise<() => Promise<void>> {
  const registration = await Excel.run({ delayForCellEdit: true }, async (context) => {
    const added = context.workbook.worksheets.onSelectionChanged.add(({ address }) => {
      listener({ oneCell: !/[:,]/.test(address) });
      return Promise.resolve();
    });
    await context.sync();
    return added;
  });
  return () =>
    Excel.run(registration.context, async (context) => {
      registration.remove();
      await context.sync();
    });
}

/** A range whose cells were asked for: readable after the next sync. */
interface RequestedCells {
  readonly range: Excel.Range;
  readonly sheet: Excel.Worksheet;
  /** The range's part of the used range, of any size: only its measures are loaded. */
  readonly used: Excel.Range;
  /** The part of that in the first rows of the sheet, with its cells. */
  readonly top: Excel.Range;
  /** The used cells in the rows below the range. */
  readonly below: Excel.Range;
}

export function requestCells(range: Excel.Range, sheet: Excel.Worksheet): RequestedCells {
  const usedOnSheet = sheet.getUsedRange(true);
  const used = range.getIntersectionOrNullObject(usedOnSheet);
  // Widened to A1, so that it always meets the first rows: only the last step may find nothing.
  const topOfSheet = usedOnSheet.getBoundingRect("A1").getIntersection(sheet.getRange(`1:${FIRST_ROWS}`));
  const top = range.getIntersectionOrNullObject(topOfSheet);
  const below = rowsBelow(range, sheet).getIntersectionOrNullObject(usedOnSheet);
  sheet.load("name");
  range.load("address,cellCount,rowIndex,rowCount,isEntireColumn,isEntireRow");
  used.load("rowIndex,columnIndex,rowCount,columnCount,rowHidden");
  top.load("rowIndex,columnIndex,rowCount,columnCount,values,valueTypes,numberFormat");
  below.load("rowIndex,columnIndex,columnCount,values,valueTypes,numberFormat");
  return { range, sheet, used, top, below };
}

/** The next rows in a range's columns. Near the end of the sheet they begin within the range: Excel refuses others. */
function rowsBelow(range: Excel.Range, sheet: Excel.Worksheet): Excel.Range {
  const withRoomBelow = sheet.getRange().getResizedRange(-ROWS_BELOW, 0);
  // Widened to A1, so that it always meets them.
  const last = range.getBoundingRect("A1").getIntersection(withRoomBelow).getLastRow();
  const rows = last.getOffsetRange(1, 0).getResizedRange(ROWS_BELOW - 1, 0);
  return rows.getIntersection(range.getEntireColumn());
}

function oneCell(cells: RequestedCells, around: Excel.Range): SelectionProblem {
  const cell = withoutSheet(cells.range.address);
  if (around.cellCount < 4) {
    return new SelectionProblem(
      `Only cell ${cell} is selected.`,
      "Select the table of holdings, with its header row.",
      null,
    );
  }
  const address = withoutSheet(around.address);
  return new SelectionProblem(
    `Only cell ${cell} is selected. It belongs to the table ${address}.`,
    `Use ${address}, or select the table of holdings with its header row.`,
    { sheet: cells.sheet.name, address },
  );
}

function withoutSheet(address: string): string {
  return address.slice(address.lastIndexOf("!") + 1);
}

/**
 * The cells, once they were requested and the sync is done.
 *
 * @throws {SelectionProblem} they are empty
 * @throws {Refusal} more than 100,000 rows or 100 columns
 */
export async function readCells(context: Excel.RequestContext, cells: RequestedCells): Promise<ReadCells> {
  const { range, sheet, used, top } = cells;
  if (used.isNullObject) {
    throw new SelectionProblem(
      "The selected cells are empty.",
      "Select the table of holdings, with its header row.",
      null,
    );
  }
  requireReadable(used);
  const blocks = [];
  let read = 0;
  if (!top.isNullObject && top.rowIndex === used.rowIndex && top.columnCount === used.columnCount) {
    blocks.push(cellsOf(top));
    read = top.rowCount;
  }
  const rowsPerRead = Math.max(1, Math.min(ROWS_PER_READ, Math.floor(CELLS_PER_READ / used.columnCount)));
  while (read < used.rowCount) {
    const count = Math.min(rowsPerRead, used.rowCount - read);
    // Each answer must stay below Excel's payload limit, so rows are fetched one block after the other.
    blocks.push(await readBlock(context, sheet, { row: used.rowIndex + read, rows: count }, used));
    read += count;
  }
  // false: no row is hidden. null: some are. true: all are.
  const someHidden = (used.rowHidden as boolean | null) !== false;
  return {
    range: { sheet: sheet.name, address: withoutSheet(range.address) },
    sheet: sheet.name,
    row: used.rowIndex,
    column: used.columnIndex,
    values: blocks.flatMap(({ values }) => values),
    types: blocks.flatMap(({ types }) => types),
    numberFormats: blocks.flatMap(({ numberFormats }) => numberFormats),
    hiddenRows: someHidden ? await readHiddenRows(context, used) : [],
    notes: trimNote(range, used),
    below: belowOf(cells),
  };
}

function belowOf({ range, used, below }: RequestedCells): RowsBelow {
  const isBelow = !below.isNullObject && below.columnIndex === used.columnIndex;
  const first = isBelow ? range.rowIndex + range.rowCount - below.rowIndex : 0;
  const { values, types, numberFormats } = isBelow ? cellsOf(below) : NO_CELLS;
  return beforeBlankRow({
    values: values.slice(first),
    types: types.slice(first),
    numberFormats: numberFormats.slice(first),
  });
}

function requireReadable(used: Excel.Range): void {
  const { rowCount, columnCount } = used;
  if (rowCount > MOST_ROWS) {
    throw new Refusal(
      "TooLarge",
      `${rowCount.toLocaleString("en")} rows are selected; at most ${MOST_ROWS.toLocaleString("en")} can be read.`,
      "Select fewer rows, or sum up the smallest holdings in one row.",
    );
  }
  if (columnCount > MOST_COLUMNS) {
    throw new Refusal(
      "TooLarge",
      `${columnCount} columns are selected; at most ${MOST_COLUMNS} can be read.`,
      "Select only the columns of the holdings.",
    );
  }
}

function trimNote(range: Excel.Range, used: Excel.Range): string[] {
  if (!range.isEntireColumn && !range.isEntireRow) return [];
  const whole = range.isEntireColumn ? "columns" : "rows";
  const last = used.rowIndex + used.rowCount;
  return [`Whole ${whole} are selected; rows ${used.rowIndex + 1} to ${last} are used.`];
}

interface Block {
  readonly values: Cell[][];
  readonly types: CellType[][];
  readonly numberFormats: string[][];
}

const NO_CELLS: Block = { values: [], types: [], numberFormats: [] };

function cellsOf(range: Excel.Range): Block {
  // The typings say any; these are what Excel gives for cells.
  const values = range.values as Cell[][] | null;
  if (values === null) {
    throw new Refusal("TooLarge", "Excel gave no values for so many cells.", "Select only the holdings.");
  }
  return {
    values,
    types: range.valueTypes,
    numberFormats: range.numberFormat as string[][],
  };
}

async function readBlock(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  rows: { readonly row: number; readonly rows: number },
  columns: { readonly columnIndex: number; readonly columnCount: number },
): Promise<Block> {
  const block = sheet.getRangeByIndexes(rows.row, columns.columnIndex, rows.rows, columns.columnCount);
  block.load("values,valueTypes,numberFormat");
  await context.sync();
  return cellsOf(block);
}

async function readHiddenRows(context: Excel.RequestContext, used: Excel.Range): Promise<number[]> {
  const properties = used.getRowProperties({ rowHidden: true });
  await context.sync();
  return properties.value.flatMap(({ rowHidden }, offset) =>
    rowHidden === true ? [used.rowIndex + offset] : [],
  );
}
