import type { BuildFailure } from "./problem";
import { UNFINISHED } from "./read-hedge-sheet";
import { hedgeSheetGone, holdingsGone } from "./what-is-left";

/** A new sheet while it is being built. */
export interface Begun {
  readonly name: string;
  /** null: it is not known whether the sheet was added. */
  readonly id: string | null;
  /** Ids of the sheets that were there before; null: they are not known yet, and nothing was added. */
  readonly before: ReadonlySet<string> | null;
  /** Of this build alone: stands at its sheet's mark, so that another's is not taken for it. */
  readonly mark: string;
}

/** Sheets that this pane has begun and could not take away again: the next build does. */
let leftBehind: readonly Begun[] = [];

/** Takes the sheet of a failed build away again, and says why it failed: what it needed may be gone. */
export async function takeAway(
  begun: Begun,
  error: unknown,
  holdingsOn: string | undefined,
): Promise<{ readonly left: BuildFailure["left"]; readonly cause: unknown }> {
  if (begun.before === null) return { left: "nothing", cause: error };
  try {
    const cause = await Excel.run({ delayForCellEdit: true }, async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/id,items/name");
      const holdings = holdingsOn === undefined ? null : worksheets.getItemOrNullObject(holdingsOn);
      holdings?.load("name");
      await context.sync();
      const ours =
        begun.id === null
          ? await addedBy(context, begun, worksheets.items)
          : worksheets.items.filter((sheet) => sheet.id === begun.id);
      for (const sheet of ours) sheet.delete();
      await context.sync();
      if (begun.id !== null && ours.length === 0) return hedgeSheetGone(begun.name);
      return holdings?.isNullObject === true && ours.length === 0 ? holdingsGone(holdingsOn ?? "") : error;
    });
    return { left: "nothing", cause };
  } catch {
    // Excel is still refusing: the mark on the sheet says that it is unfinished, and the next build takes it away.
    leftBehind = [...leftBehind, begun];
    return { left: "unfinished", cause: error };
  }
}

/** Deletes what earlier builds of this pane could not take away. No other's: somebody may be building it. */
export async function removeLeftBehind(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
): Promise<void> {
  for (const begun of leftBehind) {
    for (const sheet of await addedBy(context, begun, sheets)) sheet.delete();
  }
  leftBehind = [];
}

/** The sheet that a build has added: it bears the build's mark, or is a new one of its name with nothing on it. */
async function addedBy(
  context: Excel.RequestContext,
  { name, id, before, mark }: Begun,
  sheets: readonly Excel.Worksheet[],
): Promise<Excel.Worksheet[]> {
  const requested = sheets
    .filter((sheet) =>
      id === null ? sheet.name === name && before?.has(sheet.id) !== true : sheet.id === id,
    )
    .map((sheet) => {
      const found = sheet.names.getItemOrNullObject(UNFINISHED);
      const used = sheet.getUsedRangeOrNullObject();
      found.load("comment");
      used.load("address");
      return { sheet, found, used };
    });
  if (requested.length === 0) return [];
  await context.sync();
  return requested
    .filter(({ found, used }) => (found.isNullObject ? used.isNullObject : found.comment === mark))
    .map(({ sheet }) => sheet);
}
