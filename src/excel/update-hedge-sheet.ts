import { areaAddress, cellAddress, parseAddress } from "../sheet/cell-address";
import { CARRYING } from "../sheet/page/carrying-cells";
import type { WorksheetModel } from "../sheet/page/worksheet";
import {
  finish,
  finishLooks,
  requestOtherIds,
  requireHoldings,
  suspendUntilNextSync,
  textsOf,
  writeContents,
  writeText,
} from "./build-steps";
import { unlessCancelled } from "./cancel";
import { pendingText, withRoom } from "./carried-texts";
import type { CellContent } from "./cell-text";
import type { ExistingSheet } from "./existing-sheet";
import { BUILD_CANCELLED, type BuildResult, type HowToBuild, type Step } from "./how-to-build";
import { clearLook } from "./look";
import { mergeChanges } from "./merge-changes";
import { BuildFailure, requireUnprotected } from "./problem";
import {
  existingSheet,
  namesOn,
  requestCells,
  requestSheet,
  requireOurs,
  sheetIds,
  UNFINISHED,
  type RequestedSheet,
} from "./read-hedge-sheet";
import { typedMeanwhile, withTyped, writeTyped } from "./typed-meanwhile";
import { whatIsLeft } from "./what-is-left";
import { block, nameCell, placedCells, type CellMatrix, type NamesThere } from "./write-worksheet";

/**
 * Writes the model over a hedge sheet of ours, keeping what the user typed into it.
 *
 * @throws {BuildFailure} the sheet is as before, or marked as not finished with the inputs remembered
 */
export async function updateHedgeSheet(
  context: Excel.RequestContext,
  id: string,
  plainModel: WorksheetModel,
  how: HowToBuild,
  step: Step,
  isAgain = false,
): Promise<BuildResult> {
  let name = plainModel.name;
  let before: ExistingSheet | null = null;
  try {
    step(0, "Reading the hedge sheet");
    const requested = requestSheet(context, id);
    const { sheet, settings } = requested;
    sheet.charts.load("items/name");
    await unlessCancelled(context.sync(), how.signal, BUILD_CANCELLED);
    name = sheet.name;
    requireOurs(requested);
    requireUnprotected(requested.protection.protected, `The sheet “${name}” is protected.`);
    const existing = existingSheet(requested);
    const model = withRoom(plainModel, longestPending(existing));
    const keep = how.changedFormulas === "keep";
    const merged = mergeChanges(model, existing, { keep, inputsSeen: how.inputsSeen ?? null });
    const { contents, changed, unknown, ours, inputsBefore, ...inputs } = merged;
    if (how.changedFormulas === "ask" && changed.length > 0) {
      const nothing = { calculatesByHand: false, order: null };
      return { outcome: "asked", id, name, changedFormulas: changed, unknown, ...inputs, ...nothing };
    }

    step(1, "Writing cells");
    before = existing;
    suspendUntilNextSync(context);
    requireHoldings(context, how);
    requireInPlace(sheet, existing);
    // Names are moved by references with the sheet's name in them.
    context.workbook.worksheets.getItem(name).load("name");
    const typedInto = requestCells(sheet);
    const otherIds = requestOtherIds(context, sheetIds(requested), id);
    const names = holdOn(requested, model, pendingText({ inputs: inputsBefore, ours }));
    clearLook(sheet.getRangeByIndexes(0, 0, ...extent(model, contents)));
    deleteCharts(sheet, model, existing);
    deleteNames(sheet, model, existing, names);
    const held = withPending(model, contents, pendingText({ inputs: inputsBefore, ours }));
    const written = await writeContents(context, { sheet, name }, names, model, held);
    await context.sync();

    const meanwhile = typedMeanwhile(model, existing, {
      formulas: typedInto.formulas as CellContent[][],
      values: typedInto.values as CellContent[][],
    });
    writeTyped(sheet, meanwhile);
    await finishLooks(context, sheet, model, step);
    const known = {
      contents: withTyped(contents, meanwhile),
      asSpelled: written.formulas as unknown[][],
      carriedId: carriedId(existing),
      otherIds: otherIds(),
      settings,
      sheetIds: sheetIds(requested),
    };
    const finished = await finish(context, { sheet, id }, model, known, how, step);
    return {
      outcome: "updated",
      id,
      name: sheet.name,
      unknown,
      ...inputs,
      keptInputs: [...inputs.keptInputs, ...meanwhile.keptInputs],
      changedFormulas: [...changed, ...meanwhile.changed],
      ...finished,
    };
  } catch (error) {
    const { left, cause, nameNow } = await whatIsLeft(error, {
      id,
      name,
      before,
      holdingsOn: how.holdingsOn,
    });
    if (left === "nothing" && nameNow !== null && nameNow !== name && !isAgain) {
      // It was renamed after it was read: once more, under its new name.
      return Excel.run({ delayForCellEdit: true }, (anew) =>
        updateHedgeSheet(anew, id, plainModel, how, step, true),
      );
    }
    throw new BuildFailure(cause, left, name);
  }
}

function carriedId({ values, names }: ExistingSheet): string {
  const cell = parseAddress(names.get(CARRYING.id) ?? "");
  return cell === null ? "" : String(values[cell.row]?.[cell.column] ?? "");
}

/** As long as what an update has to hold can be: for the room that it needs. */
function longestPending({ formulas, names, baseline, pending }: ExistingSheet): string {
  const named = [...names.values()].map((address) => {
    const cell = parseAddress(address);
    return cell === null ? "" : formulas[cell.row]?.[cell.column];
  });
  return JSON.stringify([[...names.keys()], named, baseline?.hashes, pending]);
}

/** Fails the request before it writes anything, if rows or columns were put into the sheet since it was read. */
function requireInPlace(sheet: Excel.Worksheet, { names }: ExistingSheet): void {
  const address = names.get(CARRYING.record);
  if (address === undefined) return;
  const record = sheet.names.getItem(CARRYING.record).getRange();
  record.getIntersection(sheet.getRange(address)).load("address");
}

/** Marks the sheet as unfinished, and holds on it what its inputs held; returns the names that it has then. */
function holdOn(requested: RequestedSheet, model: WorksheetModel, text: string): NamesThere {
  const { sheet } = requested;
  // With those that point nowhere, because their row was deleted: a name cannot be given twice.
  const names = new Map(
    namesOn(requested).map(({ name, formula }) => {
      const area = parseAddress(String(formula));
      return [name, area === null ? null : areaAddress(area)] as const;
    }),
  );
  if (!names.has(UNFINISHED)) sheet.names.add(UNFINISHED, sheet.getRange("A1"));
  const texts = textsOf(model, CARRYING.pending, text);
  // The names first: until the texts are there, nothing has been lost that they would bring back.
  for (const { row, column, cell } of placedCells(model)) {
    if (cell.name === undefined || !texts.some((each) => each.row === row && each.column === column))
      continue;
    nameCell({ sheet, name: sheet.name }, cell.name, { row, column }, names);
    names.set(cell.name, cellAddress(row, column));
  }
  writeText(sheet, texts);
  return names;
}

/** The contents with what is held while the update runs: the cells are written once more with all others. */
function withPending(model: WorksheetModel, contents: CellMatrix, text: string): CellMatrix {
  const cells = contents.map((line) => [...line]);
  for (const { row, column, text: part } of textsOf(model, CARRYING.pending, text)) {
    const line = cells[row];
    if (line) line[column] = part;
  }
  return cells;
}

/** Rows and columns that were ours, or will be: their looks are given anew. */
function extent(model: WorksheetModel, contents: CellMatrix): [rows: number, columns: number] {
  const { rows, columns } = block(model);
  return [Math.max(rows, contents.length), Math.max(columns, ...contents.map((line) => line.length))];
}

function deleteCharts(sheet: Excel.Worksheet, model: WorksheetModel, { baseline }: ExistingSheet): void {
  const ours = new Set([...(baseline?.charts ?? []), ...model.charts.map(({ name }) => name)]);
  for (const chart of sheet.charts.items) if (ours.has(chart.name)) chart.delete();
}

/** Takes away the names that the last build gave and this one does not. */
function deleteNames(
  sheet: Excel.Worksheet,
  model: WorksheetModel,
  { baseline }: ExistingSheet,
  names: NamesThere,
): void {
  const wanted = new Set<string | undefined>(placedCells(model).map(({ cell }) => cell.name));
  for (const name of Object.keys(baseline?.names ?? {})) {
    if (!wanted.has(name) && names.has(name)) sheet.names.getItem(name).delete();
  }
}
