import { areaAddress, cellAddress, parseAddress } from "../sheet/cell-address";
import type { WorksheetModel } from "../sheet/worksheet";
import { baselineKey, baselineOf, parseBaseline, type Baseline } from "./baseline";
import { writable, type CellContent } from "./cell-text";
import { applyFont, applyLook, clearLook } from "./look";
import {
  mergeChanges,
  RECORD,
  type ChangedCell,
  type ExistingSheet,
  type KeptInput,
  type Merged,
} from "./merge-changes";
import { BuildFailure, Refusal } from "./problem";
import { freeSheetName } from "./sheet-name";
import {
  block,
  contentMatrix,
  placedCells,
  writeCells,
  writeChart,
  writeNames,
  writeValidation,
} from "./write-worksheet";

export type { CellContent } from "./cell-text";
export type { ChangedCell, KeptInput } from "./merge-changes";

export interface HedgeSheetInfo {
  /** The worksheet's id: it stays when the sheet is renamed. */
  readonly id: string;
  readonly name: string;
  /** A build that failed left it half written: building into it repairs it. */
  readonly unfinished: boolean;
}

export interface HedgeSheet extends HedgeSheetInfo {
  /** Text of the cell named HedgeRecord; "" where it is lost. */
  readonly record: string;
  /** What the input cells hold now, by name: the user may have typed into them. Formulas are given by their value. */
  readonly inputs: Readonly<Record<string, CellContent>>;
}

export interface HowToBuild {
  /** Id of the hedge sheet to update; null: a new one. */
  readonly into: string | null;
  /** What to do with formulas that the user changed on the sheet. "ask": write nothing if there are any. */
  readonly changedFormulas: "ask" | "keep" | "replace";
  /**
   * The input values that the pane has shown, by name: `readHedgeSheet(id).inputs`. An input that still holds the
   * value seen takes the model's; any other was typed on the sheet meanwhile and is kept.
   * Without it, what was last built counts as seen.
   */
  readonly inputsSeen?: Readonly<Record<string, CellContent>>;
  readonly onProgress?: (progress: BuildProgress) => void;
  readonly signal?: AbortSignal;
}

export interface BuildProgress {
  readonly done: number;
  readonly of: number;
  /** What is being done, for the user. */
  readonly step: string;
}

export interface BuildResult {
  /** "asked": nothing was written, because the user must decide about `changedFormulas`. */
  readonly outcome: "built" | "updated" | "asked";
  readonly id: string;
  readonly name: string;
  readonly changedFormulas: readonly ChangedCell[];
  /** Inputs that hold what the user typed on the sheet instead of the model's value. */
  readonly keptInputs: readonly KeptInput[];
  /** Inputs typed on the sheet for which the new sheet has no place any more. */
  readonly lostInputs: readonly { readonly name: string; readonly value: CellContent }[];
}

/** A second name while a new sheet is not finished. */
const UNFINISHED = "HedgeUnfinished";
/** Setting that holds the name of a new sheet until it is finished. */
const UNFINISHED_KEY = "Hedgesheet.unfinished";
/** Round trips of a build. */
const STEPS = 4;
const NOT_FINISHED = "Not finished: build again from the Hedgesheet pane";

/**
 * Writes the hedge worksheet, as a new sheet or over an existing one of ours, in four round trips.
 *
 * A new sheet that fails is taken away again; an update that fails leaves the sheet marked as not finished, with the
 * inputs remembered, and the next build repairs it. No other sheet is written to.
 *
 * @throws {BuildFailure} with what is left on the workbook and why
 */
export async function buildHedgeSheet(model: WorksheetModel, how: HowToBuild): Promise<BuildResult> {
  const step = progressOf(how);
  return Excel.run({ delayForCellEdit: true }, async (context) =>
    how.into === null ? buildNew(context, model, step) : update(context, model, how.into, how, step),
  );
}

/** Tells of the progress, and stops where the user cancelled. */
type Step = (done: number, step: string) => void;

function progressOf(how: HowToBuild): Step {
  return (done, step) => {
    // After the last step there is nothing left to stop.
    if (done < STEPS && how.signal?.aborted) {
      throw new Refusal("Cancelled", "Building was cancelled.", "Build again whenever you like.");
    }
    how.onProgress?.({ done, of: STEPS, step });
  };
}

async function buildNew(
  context: Excel.RequestContext,
  model: WorksheetModel,
  step: Step,
): Promise<BuildResult> {
  let name = model.name;
  let before: ReadonlySet<string> | null = null;
  try {
    step(0, "Reading the workbook");
    const { workbook } = context;
    const sheets = workbook.worksheets;
    sheets.load("items/id,items/name");
    workbook.protection.load("protected");
    const unfinished = workbook.settings.getItemOrNullObject(UNFINISHED_KEY);
    unfinished.load("value");
    await context.sync();
    requireUnprotected(
      workbook.protection.protected,
      "The workbook's structure is protected, so no sheet can be added.",
    );
    if (!unfinished.isNullObject) await removeUnfinished(context, String(unfinished.value));
    const left = sheets.items.filter(
      (sheet) => unfinished.isNullObject || sheet.name !== String(unfinished.value),
    );
    name = freeSheetName(
      model.name,
      sheets.items.map((sheet) => sheet.name),
    );
    before = new Set(left.map((sheet) => sheet.id));

    step(1, "Writing cells");
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();
    workbook.settings.add(UNFINISHED_KEY, name);
    const sheet = sheets.add(name);
    sheet.names.add(UNFINISHED, sheet.getRange("A1"));
    sheet.load("id,name");
    await writeContents(context, sheet, name, model, contentMatrix(model), new Set());
    await context.sync();

    const asWritten = await finishLooks(context, sheet, model, step);
    workbook.settings.getItemOrNullObject(UNFINISHED_KEY).delete();
    sheet.names.getItem(UNFINISHED).delete();
    await finish(context, sheet, sheet.id, model, contentMatrix(model), asWritten, step);
    return {
      outcome: "built",
      id: sheet.id,
      name: sheet.name,
      changedFormulas: [],
      keptInputs: [],
      lostInputs: [],
    };
  } catch (error) {
    const left = before === null ? "nothing" : await takeAway(name, before);
    throw new BuildFailure(error, left, name);
  }
}

async function update(
  context: Excel.RequestContext,
  model: WorksheetModel,
  id: string,
  how: HowToBuild,
  step: Step,
): Promise<BuildResult> {
  let name = model.name;
  let writing = false;
  try {
    step(0, "Reading the hedge sheet");
    const sheet = context.workbook.worksheets.getItem(id);
    const read = requestSheet(context, sheet, id);
    sheet.charts.load("items/name");
    await context.sync();
    name = sheet.name;
    requireOurs(read);
    requireUnprotected(read.protection.protected, `The sheet “${name}” is protected.`);
    const existing = existingSheet(read);
    const keep = how.changedFormulas === "keep";
    const merged = mergeChanges(model, existing, { keep, inputsSeen: how.inputsSeen ?? null });
    const { changed: changedFormulas, keptInputs, lostInputs } = merged;
    if (how.changedFormulas === "ask" && changedFormulas.length > 0) {
      return { outcome: "asked", id, name, changedFormulas, keptInputs, lostInputs };
    }

    step(1, "Writing cells");
    writing = true;
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();
    rememberInputs(context, id, model, existing.baseline, merged);
    clearOld(sheet, model, existing);
    deleteCharts(sheet, model, existing.baseline);
    deleteNames(sheet, model, existing);
    await writeContents(context, sheet, name, model, merged.contents, new Set(existing.names.keys()));
    await context.sync();

    const asWritten = await finishLooks(context, sheet, model, step);
    await finish(context, sheet, id, model, merged.contents, asWritten, step);
    return { outcome: "updated", id, name, changedFormulas, keptInputs, lostInputs };
  } catch (error) {
    throw new BuildFailure(error, writing ? await leftByUpdate(id) : "nothing", name);
  }
}

function requireUnprotected(isProtected: boolean, message: string): void {
  if (!isProtected) return;
  throw new Refusal("Protected", message, "Lift the protection (Review → Unprotect), then build again.");
}

/** Contents, names and what may be typed; the first cell says that the sheet is not finished. */
async function writeContents(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  name: string,
  model: WorksheetModel,
  contents: Merged["contents"],
  existingNames: ReadonlySet<string>,
): Promise<void> {
  const marked = contents.map((row, index) => (index === 0 ? [NOT_FINISHED, ...row.slice(1)] : row));
  // The record first: a sheet that has it is ours, however far the rest came.
  writeNames(sheet, name, model, existingNames);
  await writeCells(context, sheet, model, marked);
  writeValidation(sheet, model);
}

/** Looks and charts; returns the formulas as Excel spells them. */
async function finishLooks(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  model: WorksheetModel,
  step: Step,
): Promise<unknown[][]> {
  step(2, "Formatting");
  context.application.suspendScreenUpdatingUntilNextSync();
  const { rows, columns } = block(model);
  const cells = sheet.getRangeByIndexes(0, 0, rows, columns);
  applyFont(cells);
  applyLook(sheet, model);
  for (const chart of model.charts) writeChart(sheet, chart);
  cells.load("formulas");
  await context.sync();
  return cells.formulas as unknown[][];
}

/** The last step: the first cell gets its own content, what was built is remembered, and the sheet comes to the front. */
async function finish(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  id: string,
  model: WorksheetModel,
  contents: Merged["contents"],
  asWritten: readonly (readonly unknown[])[],
  step: Step,
): Promise<void> {
  step(3, "Finishing");
  requireTextStayed(model, asWritten);
  const first = contents[0]?.[0] ?? "";
  sheet.getRange("A1").formulas = [[first]];
  context.workbook.settings.add(baselineKey(id), JSON.stringify(baselineOf(model, asWritten, contents)));
  sheet.activate();
  sheet.getRange("A1").select();
  await context.sync();
  step(STEPS, "Done");
}

/** No text may have become a formula. */
function requireTextStayed(model: WorksheetModel, asWritten: readonly (readonly unknown[])[]): void {
  for (const { row, column, cell } of placedCells(model)) {
    if (typeof cell.content !== "string" || cell.content.startsWith("=") || cell.input) continue;
    const written = asWritten[row]?.[column];
    if (typeof written === "string" && written.startsWith("=") && writable(cell.content) !== cell.content) {
      throw new Error(`The text in ${cellAddress(row, column)} became a formula.`);
    }
  }
}

function rememberInputs(
  context: Excel.RequestContext,
  id: string,
  model: WorksheetModel,
  baseline: Baseline | null,
  merged: Merged,
): void {
  const known = baseline ?? baselineOf(model, [], []);
  const pending: Baseline = { ...known, pending: merged.inputsBefore };
  context.workbook.settings.add(baselineKey(id), JSON.stringify(pending));
}

/** Clears looks everywhere that was or will be ours, and contents where the new sheet is smaller than the old. */
function clearOld(sheet: Excel.Worksheet, model: WorksheetModel, existing: ExistingSheet): void {
  const now = block(model);
  const old = existing.baseline?.hashes ?? existing.formulas;
  const rows = Math.max(now.rows, old.length);
  const columns = Math.max(now.columns, ...old.map((row) => row.length));
  clearLook(sheet.getRangeByIndexes(0, 0, rows, columns));
  if (old.length > now.rows) {
    sheet.getRangeByIndexes(now.rows, 0, old.length - now.rows, columns).clear("Contents");
  }
  if (columns > now.columns) {
    sheet.getRangeByIndexes(0, now.columns, now.rows, columns - now.columns).clear("Contents");
  }
}

function deleteCharts(sheet: Excel.Worksheet, model: WorksheetModel, baseline: Baseline | null): void {
  const ours = new Set([...(baseline?.charts ?? []), ...model.charts.map(({ name }) => name)]);
  for (const chart of sheet.charts.items) if (ours.has(chart.name)) chart.delete();
}

/** Takes away the names that the last build gave and this one does not. */
function deleteNames(sheet: Excel.Worksheet, model: WorksheetModel, existing: ExistingSheet): void {
  const wanted = new Set(placedCells(model).map(({ cell }) => cell.name));
  for (const name of Object.keys(existing.baseline?.names ?? {})) {
    if (!wanted.has(name) && existing.names.has(name)) sheet.names.getItem(name).delete();
  }
}

/** The hedge sheets of the workbook, in tab order: those with a sheet-local name HedgeRecord. */
export function listHedgeSheets(): Promise<HedgeSheetInfo[]> {
  return Excel.run(async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.load("items/id,items/name");
    await context.sync();
    const found = sheets.items.map((sheet) => {
      const record = sheet.names.getItemOrNullObject(RECORD);
      const unfinished = sheet.names.getItemOrNullObject(UNFINISHED);
      const setting = context.workbook.settings.getItemOrNullObject(baselineKey(sheet.id));
      record.load("name");
      unfinished.load("name");
      setting.load("value");
      return { sheet, record, unfinished, setting };
    });
    await context.sync();
    return found
      .filter(({ record, unfinished }) => !record.isNullObject || !unfinished.isNullObject)
      .map(({ sheet, unfinished, setting }) => ({
        id: sheet.id,
        name: sheet.name,
        unfinished: !unfinished.isNullObject || isPending(setting),
      }));
  });
}

function isPending(setting: Excel.Setting): boolean {
  return !setting.isNullObject && parseBaseline(setting.value)?.pending != null;
}

/** What a hedge sheet was built from and what its inputs hold now. */
export function readHedgeSheet(id: string): Promise<HedgeSheet> {
  return Excel.run(async (context) => {
    const read = requestSheet(context, context.workbook.worksheets.getItem(id), id);
    await context.sync();
    requireOurs(read);
    const { values, names, baseline } = existingSheet(read);
    const valueOf = (name: string) => {
      const cell = parseAddress(names.get(name) ?? "");
      return cell === null ? undefined : values[cell.row]?.[cell.column];
    };
    const inputs = Object.keys(baseline?.inputs ?? {}).flatMap((name) => {
      const value = baseline?.pending?.[name] ?? valueOf(name);
      return value === undefined ? [] : [[name, value] as const];
    });
    return {
      id,
      name: read.sheet.name,
      unfinished: read.names.items.some(({ name }) => name === UNFINISHED) || baseline?.pending != null,
      record: String(valueOf(RECORD) ?? ""),
      inputs: Object.fromEntries(inputs),
    };
  });
}

/**
 * Deletes a hedge sheet; refuses any other sheet.
 *
 * @throws {Refusal} the sheet is not ours, or the workbook is protected, or it is the only visible sheet
 */
export function removeHedgeSheet(id: string): Promise<void> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const { workbook } = context;
    const read = requestSheet(context, workbook.worksheets.getItem(id), id);
    workbook.protection.load("protected");
    workbook.worksheets.load("items/id,items/visibility");
    await context.sync();
    requireOurs(read);
    requireUnprotected(
      workbook.protection.protected,
      "The workbook's structure is protected, so no sheet can be removed.",
    );
    const others = workbook.worksheets.items.filter(
      (sheet) => sheet.id !== id && sheet.visibility === "Visible",
    );
    if (others.length === 0) {
      throw new Refusal(
        "Protected",
        "The hedge sheet is the only visible sheet.",
        "Add or unhide another sheet first.",
      );
    }
    read.sheet.delete();
    if (!read.setting.isNullObject) read.setting.delete();
    await context.sync();
  });
}

interface RequestedSheet {
  readonly sheet: Excel.Worksheet;
  readonly cells: Excel.Range;
  readonly names: Excel.NamedItemCollection;
  readonly setting: Excel.Setting;
  readonly protection: Excel.WorksheetProtection;
}

function requestSheet(context: Excel.RequestContext, sheet: Excel.Worksheet, id: string): RequestedSheet {
  const cells = sheet.getUsedRange(true).getBoundingRect("A1");
  const names = sheet.names;
  const setting = context.workbook.settings.getItemOrNullObject(baselineKey(id));
  const protection = sheet.protection;
  sheet.load("name");
  cells.load("formulas,values");
  names.load("items/name,items/formula");
  setting.load("value");
  protection.load("protected");
  return { sheet, cells, names, setting, protection };
}

function requireOurs(read: RequestedSheet): void {
  if (read.names.items.some(({ name }) => name === RECORD || name === UNFINISHED)) return;
  throw new Refusal(
    "NotOurs",
    `The sheet “${read.sheet.name}” was not built by Hedgesheet (its name ${RECORD} is missing).`,
    "Build a new hedge sheet instead.",
  );
}

function existingSheet(read: RequestedSheet): ExistingSheet {
  const names = read.names.items.flatMap(({ name, formula }) => {
    const area = parseAddress(String(formula));
    return area === null ? [] : [[name, areaAddress(area)] as const];
  });
  return {
    formulas: read.cells.formulas as CellContent[][],
    values: read.cells.values as CellContent[][],
    names: new Map(names),
    baseline: read.setting.isNullObject ? null : parseBaseline(read.setting.value),
  };
}

/** Takes the sheet of a failed build away again: the one of that name that was not there before. */
async function takeAway(name: string, before: ReadonlySet<string>): Promise<"nothing" | "unfinished"> {
  try {
    await Excel.run(async (context) => {
      const { worksheets, settings } = context.workbook;
      worksheets.load("items/id,items/name");
      settings.load("items/key");
      await context.sync();
      const ours = worksheets.items.filter((sheet) => sheet.name === name && !before.has(sheet.id));
      const keys = new Set([UNFINISHED_KEY, ...ours.map((sheet) => baselineKey(sheet.id))]);
      for (const sheet of ours) sheet.delete();
      for (const setting of settings.items) if (keys.has(setting.key)) setting.delete();
      await context.sync();
    });
    return "nothing";
  } catch {
    // Excel is still refusing: the mark on the sheet and in the settings lets the next build repair it.
    return "unfinished";
  }
}

/** Deletes what an earlier build could not take away, if it still bears our mark. */
async function removeUnfinished(context: Excel.RequestContext, name: string): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  const mark = sheet.names.getItemOrNullObject(UNFINISHED);
  sheet.load("id");
  mark.load("name");
  await context.sync();
  if (!sheet.isNullObject && !mark.isNullObject) sheet.delete();
}

/** Whether a failed update wrote anything: its first write remembers the inputs. */
async function leftByUpdate(id: string): Promise<"nothing" | "unfinished"> {
  try {
    return await Excel.run(async (context) => {
      const setting = context.workbook.settings.getItemOrNullObject(baselineKey(id));
      setting.load("value");
      await context.sync();
      return isPending(setting) ? "unfinished" : "nothing";
    });
  } catch {
    return "unfinished";
  }
}
