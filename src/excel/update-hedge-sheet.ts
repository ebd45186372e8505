import type { WorksheetModel } from "../sheet/page/worksheet";
import { asBuilt, type SheetAsBuilt } from "./as-built";
import { baselineKey, baselineOf, type Baseline } from "./baseline";
import { finish, finishLooks, suspendUntilNextSync, writeContents } from "./build-steps";
import { unlessCancelled } from "./cancel";
import { BUILD_CANCELLED, type BuildResult, type HowToBuild, type Step } from "./how-to-build";
import { clearLook } from "./look";
import { mergeChanges, type Merged } from "./merge-changes";
import { BuildFailure, requireUnprotected } from "./problem";
import { existingSheet, isPending, namesOn, requestSheet, requireOurs } from "./read-hedge-sheet";
import { block, placedCells } from "./write-worksheet";

/**
 * Writes the model over a hedge sheet of ours, keeping what the user typed into it.
 *
 * @throws {BuildFailure} the sheet is as before, or marked as not finished with the inputs remembered
 */
export async function updateHedgeSheet(
  context: Excel.RequestContext,
  id: string,
  model: WorksheetModel,
  how: HowToBuild,
  step: Step,
): Promise<BuildResult> {
  let name = model.name;
  let writing = false;
  try {
    step(0, "Reading the hedge sheet");
    const requested = requestSheet(context, id);
    const { sheet } = requested;
    sheet.charts.load("items/name");
    await unlessCancelled(context.sync(), how.signal, BUILD_CANCELLED);
    name = sheet.name;
    requireOurs(requested);
    requireUnprotected(requested.protection.protected, `The sheet “${name}” is protected.`);
    const existing = existingSheet(requested);
    const keep = how.changedFormulas === "keep";
    const built = asBuilt(existing);
    const merged = mergeChanges(model, built, { keep, inputsSeen: how.inputsSeen ?? null });
    const { contents, changed: changedFormulas, inputsBefore, ...inputs } = merged;
    if (how.changedFormulas === "ask" && changedFormulas.length > 0) {
      return { outcome: "asked", id, name, changedFormulas, ...inputs, calculatesByHand: false };
    }

    step(1, "Writing cells");
    writing = true;
    suspendUntilNextSync(context);
    rememberInputs(context, id, model, existing.baseline, inputsBefore);
    clearOld(sheet, model, built);
    deleteCharts(sheet, model, existing.baseline);
    // With those that point nowhere, because their row was deleted: a name cannot be given twice.
    const names = new Set(namesOn(requested).map((item) => item.name));
    deleteNames(sheet, model, existing.baseline, names);
    await writeContents(context, { sheet, name, names }, model, contents);
    await context.sync();

    const asSpelled = await finishLooks(context, sheet, model, step);
    const calculation = await finish(context, { sheet, id }, model, { contents, asSpelled }, step);
    return { outcome: "updated", id, name, changedFormulas, ...inputs, ...calculation };
  } catch (error) {
    throw new BuildFailure(error, writing ? await leftByUpdate(id) : "nothing", name);
  }
}

function rememberInputs(
  context: Excel.RequestContext,
  id: string,
  model: WorksheetModel,
  baseline: Baseline | null,
  inputsBefore: Merged["inputsBefore"],
): void {
  const known = baseline ?? baselineOf(model, [], []);
  const pending: Baseline = { ...known, pending: inputsBefore };
  context.workbook.settings.add(baselineKey(id), JSON.stringify(pending));
}

/** Clears looks everywhere that was or will be ours, and contents where the new sheet is smaller than the old. */
function clearOld(sheet: Excel.Worksheet, model: WorksheetModel, { rowsNow, ...old }: SheetAsBuilt): void {
  const now = block(model);
  const rows = Math.max(now.rows, rowsNow);
  const columns = Math.max(now.columns, ...(old.baseline?.hashes ?? old.formulas).map((row) => row.length));
  clearLook(sheet.getRangeByIndexes(0, 0, rows, columns));
  if (rowsNow > now.rows) {
    sheet.getRangeByIndexes(now.rows, 0, rowsNow - now.rows, columns).clear("Contents");
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
function deleteNames(
  sheet: Excel.Worksheet,
  model: WorksheetModel,
  baseline: Baseline | null,
  names: ReadonlySet<string>,
): void {
  const wanted = new Set<string | undefined>(placedCells(model).map(({ cell }) => cell.name));
  for (const name of Object.keys(baseline?.names ?? {})) {
    if (!wanted.has(name) && names.has(name)) sheet.names.getItem(name).delete();
  }
}

/** Whether a failed update wrote anything: its first write remembers the inputs. */
async function leftByUpdate(id: string): Promise<"nothing" | "unfinished"> {
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const setting = context.workbook.settings.getItemOrNullObject(baselineKey(id));
      setting.load("value");
      await context.sync();
      return isPending(setting) ? "unfinished" : "nothing";
    });
  } catch {
    return "unfinished";
  }
}
