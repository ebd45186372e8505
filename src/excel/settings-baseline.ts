import { textHash } from "../sheet/text-hash";
import { contentHash, isAddresses, isContents, isRecord, isTexts, parsed, type Baseline } from "./baseline";
import type { Contents, ExistingSheet } from "./existing-sheet";
import { FOREIGN } from "./plain-formula";

/** Begins the keys of what 0.1 kept in the workbook's settings. Now a sheet carries all of it itself. */
const OURS = "Hedgesheet.";
const BUILT = "Hedgesheet.built.";

/** The workbook's settings, asked for: readable after the next sync. */
export function requestSettings({ workbook }: Excel.RequestContext): Excel.SettingCollection {
  const { settings } = workbook;
  settings.load("items/key,items/value");
  return settings;
}

/** What was built, and what the inputs held before an update that was stopped. */
interface Kept {
  readonly baseline: Baseline;
  readonly pending: Contents | null;
}

/**
 * What 0.1 kept of a sheet: under the sheet's id; or under that of a sheet which is not there, where a file has been
 * opened again in which the ids are others, if it fits this sheet.
 */
export function keptInSettings(
  settings: Excel.SettingCollection,
  id: string,
  sheetIds: readonly string[],
  sheet: Pick<ExistingSheet, "formulas" | "names">,
): Kept | null {
  const kept = new Map(
    settings.items.flatMap(({ key, value }) => {
      const data = key.startsWith(BUILT) ? parseKept(value) : null;
      return data === null ? [] : [[key.slice(BUILT.length), data] as const];
    }),
  );
  const own = kept.get(id);
  if (own !== undefined) return own;
  const strays = [...kept].filter(([of]) => !sheetIds.includes(of)).map(([, data]) => data);
  const fitting = strays.map((data) => ({ data, likeness: likeness(data.baseline, sheet) }));
  fitting.sort((a, b) => b.likeness - a.likeness);
  const [best] = fitting;
  return best !== undefined && best.likeness > 0.5 ? best.data : null;
}

/** Deletes what settings still say of sheets that carry themselves now, or are not there any more. */
export function deleteSettings(
  settings: Excel.SettingCollection,
  sheetIds: readonly string[],
  done: string | null,
): void {
  const others = new Set(sheetIds.filter((id) => id !== done).map((id) => `${BUILT}${id}`));
  for (const setting of settings.items) {
    if (setting.key.startsWith(OURS) && !others.has(setting.key)) setting.delete();
  }
}

/** How much of what was written is where it was written: 1 for all of it. */
function likeness({ hashes, hashOf }: Baseline, { formulas }: Pick<ExistingSheet, "formulas">): number {
  let [written, same] = [0, 0];
  hashes.forEach((line, row) => {
    line.forEach((hash, column) => {
      if (hash === "") return;
      written++;
      if (hashOf(formulas[row]?.[column]) === hash) same++;
    });
  });
  return written === 0 ? 0 : same / written;
}

/** Anybody with the file can change the setting, so anything unexpected counts as none. */
function parseKept(text: unknown): Kept | null {
  const data = parsed(text);
  if (!isRecord(data) || data["version"] !== 1) return null;
  const { hashes, names, inputs, charts, pending } = data;
  if (!Array.isArray(hashes) || !hashes.every(isTexts) || !isAddresses(names) || !isTexts(charts))
    return null;
  if (!isContents(inputs) || !(pending === null || isContents(pending))) return null;
  const inputHashes = Object.entries(inputs).map(([name, content]) => [name, contentHash(content)] as const);
  const baseline = { hashes, names, inputs: Object.fromEntries(inputHashes), charts, hashOf: firstHash };
  return { baseline, pending };
}

/** The hash of 0.1: of the formula as it is spelled, without references to other sheets. */
function firstHash(content: unknown): string {
  if (content === "" || content === null || content === undefined) return "";
  const isFormula = typeof content === "string" && content.startsWith("=");
  return textHash(JSON.stringify(isFormula ? content.replace(FOREIGN, "§") : content));
}
