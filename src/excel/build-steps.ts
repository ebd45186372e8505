import { cellAddress } from "../sheet/cell-address";
import { CARRYING } from "../sheet/page/carrying-cells";
import type { WorksheetModel } from "../sheet/page/worksheet";
import { baselineAhead, baselineOf, baselineText } from "./baseline";
import { chunks } from "./carried-texts";
import { asText, writable } from "./cell-text";
import { STEPS, type BuildResult, type HowToBuild, type Step } from "./how-to-build";
import { applyFont, applyLook } from "./look";
import { orderOnSheet, requestOrder } from "./order-on-sheet";
import { UNFINISHED } from "./read-hedge-sheet";
import { deleteSettings } from "./settings-baseline";
import { sheetIdText } from "./sheet-id";
import {
  block,
  placedCells,
  writeBeyond,
  writeCells,
  writeChart,
  writeNames,
  writeValidation,
  type CellMatrix,
  type NamedSheet,
  type NamesThere,
} from "./write-worksheet";

const NOT_FINISHED = "Not finished: build again from the Hedgesheet pane";

/** Nothing calculates or flickers before the next round trip. */
export function suspendUntilNextSync({ application }: Excel.RequestContext): void {
  application.suspendApiCalculationUntilNextSync();
  application.suspendScreenUpdatingUntilNextSync();
}

/** Fails the request before it writes anything, if the sheet with the holdings is not there any more. */
export function requireHoldings({ workbook }: Excel.RequestContext, { holdingsOn }: HowToBuild): void {
  if (holdingsOn !== undefined) workbook.worksheets.getItem(holdingsOn).load("name");
}

/** Queues contents, names and what may be typed; returns the cells as Excel spells them, known after the next sync. */
export async function writeContents(
  context: Excel.RequestContext,
  target: NamedSheet,
  names: NamesThere,
  model: WorksheetModel,
  contents: CellMatrix,
): Promise<Excel.Range> {
  const { sheet } = target;
  // The record first: a sheet that has it is ours, however far the rest came.
  writeNames(target, model, names);
  await writeCells(context, sheet, model, whileUnfinished(model, contents));
  writeBeyond(sheet, model, contents);
  writeValidation(sheet, model);
  const { rows, columns } = block(model);
  // In the same request: nobody can have typed anything in between.
  const written = sheet.getRangeByIndexes(0, 0, rows, columns);
  written.load("formulas");
  return written;
}

/** The first cell says that the sheet is not finished; what is written is remembered at once, as far as it is known. */
function whileUnfinished(model: WorksheetModel, contents: CellMatrix): CellMatrix {
  const cells = contents.map((row) => [...row]);
  const [title] = cells;
  if (title !== undefined) title[0] = NOT_FINISHED;
  const baseline = baselineText(baselineAhead(model, contents));
  const texts = textsOf(model, CARRYING.baseline, baseline);
  for (const { row, column, text } of texts) {
    const line = cells[row];
    if (line !== undefined) line[column] = text;
  }
  return cells;
}

interface PlacedText {
  readonly row: number;
  readonly column: number;
  /** As it is to be written. */
  readonly text: string;
}

/** Where a long text of the sheet's own stands. */
export function textsOf(
  model: WorksheetModel,
  first: Parameters<typeof chunks>[0],
  text: string,
): readonly PlacedText[] {
  const named = placedCells(model).filter(({ cell }) => cell.name !== undefined);
  const parts = chunks(first, text, new Set(named.map(({ cell }) => cell.name ?? "")));
  return named.flatMap(({ row, column, cell }) => {
    const part = parts.get(cell.name ?? "");
    return part === undefined ? [] : [{ row, column, text: part === "" ? "" : `'${part}` }];
  });
}

/** Queues a long text of the sheet's own. */
export function writeText(sheet: Excel.Worksheet, texts: readonly PlacedText[]): void {
  for (const { row, column, text } of texts) {
    sheet.getRangeByIndexes(row, column, 1, 1).formulas = [[text]];
  }
}

/** What the cells HedgeId of the workbook's other sheets hold: known after the next sync. */
export function requestOtherIds(
  { workbook }: Excel.RequestContext,
  sheetIds: readonly string[],
  own: string | null,
): () => string[] {
  const cells = sheetIds
    .filter((id) => id !== own)
    .map((id) => {
      const { names } = workbook.worksheets.getItemOrNullObject(id);
      const cell = names.getItemOrNullObject(CARRYING.id).getRangeOrNullObject();
      cell.load("values");
      return cell;
    });
  return () => cells.flatMap((cell) => (cell.isNullObject ? [] : [String(cell.values[0]?.[0] ?? "")]));
}

/** Looks and charts. */
export async function finishLooks(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  model: WorksheetModel,
  step: Step,
): Promise<void> {
  step(2, "Formatting");
  context.application.suspendScreenUpdatingUntilNextSync();
  const { rows, columns } = block(model);
  applyFont(sheet.getRangeByIndexes(0, 0, rows, columns));
  applyLook(sheet, model);
  for (const chart of model.charts) writeChart(sheet, chart);
  sheet.load("visibility");
  await context.sync();
}

/** What the last step needs to know of the steps before. */
interface Written {
  readonly contents: CellMatrix;
  readonly asSpelled: readonly (readonly unknown[])[];
  /** What the cell HedgeId held before, and those of the other sheets. */
  readonly carriedId: string;
  readonly otherIds: readonly string[];
  readonly settings: Excel.SettingCollection;
  readonly sheetIds: readonly string[];
}

/**
 * The last step: the first cell gets its own content, the sheet carries what was built, it is calculated whatever Excel
 * is set to, read back, and comes to the front if it is not hidden.
 */
export async function finish(
  context: Excel.RequestContext,
  target: { readonly sheet: Excel.Worksheet; readonly id: string },
  model: WorksheetModel,
  written: Written,
  how: HowToBuild,
  step: Step,
): Promise<Pick<BuildResult, "calculatesByHand" | "order">> {
  const { sheet, id } = target;
  const { contents, asSpelled } = written;
  step(3, "Finishing");
  requireTextStayed(model, asSpelled);
  sheet.getRange("A1").formulas = [[contents[0]?.[0] ?? ""]];
  const baseline = baselineText(baselineOf(model, asSpelled, contents));
  writeText(sheet, textsOf(model, CARRYING.baseline, baseline));
  writeText(sheet, textsOf(model, CARRYING.pending, ""));
  const ownId = sheetIdText(id, written.carriedId, written.otherIds);
  for (const { row, column, cell } of placedCells(model)) {
    if (cell.name === CARRYING.id) sheet.getRangeByIndexes(row, column, 1, 1).formulas = [[asText(ownId)]];
  }
  deleteSettings(written.settings, written.sheetIds, id);
  sheet.names.getItemOrNullObject(UNFINISHED).delete();
  sheet.calculate(true);
  context.application.load("calculationMode");
  // It may have been renamed meanwhile.
  sheet.load("name");
  const order = requestOrder(sheet, model);
  // Excel refuses to bring a hidden sheet to the front, and the user hid it: it stays where it is.
  if (sheet.visibility === "Visible") {
    sheet.activate();
    sheet.getRange("A1").select();
  }
  await context.sync();
  step(STEPS, "Done");
  return {
    calculatesByHand: context.application.calculationMode === "Manual",
    order: orderOnSheet(order, how.previewed),
  };
}

/** No text may have become a formula. */
function requireTextStayed(model: WorksheetModel, asSpelled: readonly (readonly unknown[])[]): void {
  for (const { row, column, cell } of placedCells(model)) {
    if (typeof cell.content !== "string" || cell.content.startsWith("=") || cell.input) continue;
    const written = asSpelled[row]?.[column];
    if (typeof written === "string" && written.startsWith("=") && writable(cell.content) !== cell.content) {
      throw new Error(`The text in ${cellAddress(row, column)} became a formula.`);
    }
  }
}
