import { cellAddress, parseAddress } from "../sheet/cell-address";
import type { SheetCell, WorksheetModel } from "../sheet/page/worksheet";
import type { SheetAsBuilt } from "./as-built";
import { asPlain, inNewLayout, isSame } from "./carry-over";
import { contentInWords, labelsInModel, labelsOnSheet } from "./cell-label";
import type { CellContent } from "./cell-text";
import { placedCells } from "./write-worksheet";

/** An input that holds what the user typed on the sheet instead of the model's value. */
export interface KeptInput {
  readonly name: string;
  /** What it is called on the sheet: "Target beta". */
  readonly label: string;
  /** A1 address on the sheet as built. */
  readonly address: string;
  readonly kept: CellContent;
  /** The same as the sheet shows it. */
  readonly shown: string;
  readonly model: CellContent;
}

/** An input typed on the sheet for which the new sheet has no place any more. */
export interface LostInput {
  readonly name: string;
  readonly label: string;
  readonly value: CellContent;
  readonly shown: string;
}

/** A choice in the sheet's list of assets whose asset is not in the new list: renamed in the book, or sold. */
export interface AssetChoice {
  readonly asset: string;
  /** Code of a contract, or "none". */
  readonly contract: string;
}

export interface MergedInputs {
  readonly keptInputs: readonly KeptInput[];
  readonly lostInputs: readonly LostInput[];
  readonly lostChoices: readonly AssetChoice[];
  /** Assets that the list did not have before, where some choice was lost: the new name may be among them. */
  readonly newAssets: readonly AssetChoice[];
  /** What the inputs held before, as typed: to be remembered until the build is finished. */
  readonly inputsBefore: Readonly<Record<string, CellContent>>;
}

interface Placed {
  readonly row: number;
  readonly column: number;
  readonly cell: SheetCell;
}

/** Begins the names of the cells that say what an asset is hedged with. */
const HEDGE_WITH = "HedgeWith_";
const CODE = "ContractCode_";

/** Writes what the user typed into the inputs into `contents`, as far as it counts; see `inputsSeen` of HowToBuild. */
export function mergeInputs(
  model: WorksheetModel,
  sheet: SheetAsBuilt,
  inputsSeen: Readonly<Record<string, CellContent>> | null,
  moved: boolean,
  contents: (CellContent | null)[][],
): MergedInputs {
  const keptInputs: KeptInput[] = [];
  const inputsBefore: Record<string, CellContent> = {};
  const labelAt = labelsInModel(model);
  const modelInputs = inputsOf(model);
  for (const [name, { row, column, cell }] of modelInputs) {
    const typed = typedInput(sheet, name);
    if (typed === null) continue;
    // Text that looks like a formula is not remembered: it would come back as one.
    if (typed.isFormula || !String(typed.content).startsWith("=")) inputsBefore[name] = typed.content;
    const seen = inputsSeen?.[name] ?? sheet.baseline?.inputs[name];
    if (!typed.isFormula && seen !== undefined && isSame(typed.value, seen)) continue;
    const kept = typed.isFormula
      ? inNewLayout(typed.content, sheet.names.get(name) ?? "", sheet, moved)
      : typed.content;
    // A formula that cannot be carried over still gives its value.
    const content = kept ?? typed.value;
    const line = contents[row];
    if (line) line[column] = typed.isFormula && kept !== null ? kept : asPlain(content);
    if (isSame(content, cell.content)) continue;
    const shown = contentInWords(content, cell.numberFormat);
    const [label, address] = [labelAt(row, column), cellAddress(row, column)];
    keptInputs.push({ name, label, address, kept: content, shown, model: cell.content });
  }
  const lostInputs = lostInputsOf(sheet, modelInputs);
  return { keptInputs, lostInputs, ...lostChoicesOf(model, sheet, modelInputs), inputsBefore };
}

function inputsOf(model: WorksheetModel): ReadonlyMap<string, Placed> {
  const placed = placedCells(model);
  return new Map(
    placed.flatMap((each) => (each.cell.input && each.cell.name ? [[each.cell.name, each]] : [])),
  );
}

/** What was typed into inputs that the new sheet does not have; of assets, see {@link lostChoicesOf}. */
function lostInputsOf(sheet: SheetAsBuilt, modelInputs: ReadonlyMap<string, Placed>): LostInput[] {
  const labelAt = labelsOnSheet(sheet);
  return Object.entries(sheet.baseline?.inputs ?? {}).flatMap(([name, written]) => {
    if (modelInputs.has(name) || name.startsWith(HEDGE_WITH)) return [];
    const typed = typedInput(sheet, name);
    if (typed === null || isSame(typed.value, written)) return [];
    const cell = parseAddress(sheet.names.get(name) ?? "");
    const label = cell === null ? "" : labelAt(cell.row, cell.column);
    const shown = contentInWords(typed.value, likeFormat(modelInputs, name));
    return [{ name, label, value: typed.value, shown }];
  });
}

/** The number format of an input of the same kind: of another contract's expiry, for the expiry of one that is gone. */
function likeFormat(modelInputs: ReadonlyMap<string, Placed>, name: string): string | undefined {
  const [kind = ""] = name.split("_");
  const like = [...modelInputs].find(([other]) => other.startsWith(`${kind}_`));
  return like?.[1].cell.numberFormat;
}

/**
 * Assets are found by their name: one that was renamed in the book goes with the first contract again, like any new
 * one. A choice that was the first contract anyway is not lost.
 */
function lostChoicesOf(
  model: WorksheetModel,
  sheet: SheetAsBuilt,
  modelInputs: ReadonlyMap<string, Placed>,
): Pick<MergedInputs, "lostChoices" | "newAssets"> {
  const before = Object.keys(sheet.baseline?.inputs ?? {}).filter((name) => name.startsWith(HEDGE_WITH));
  const usual = ["", ...firstCodes(model, sheet)].map((code) => code.toUpperCase());
  const lostChoices = before.flatMap((name) => {
    const contract = modelInputs.has(name) ? "" : String(typedInput(sheet, name)?.value ?? "");
    if (usual.includes(contract.toUpperCase())) return [];
    const row = parseAddress(sheet.names.get(name) ?? "")?.row ?? -1;
    return [{ asset: String(sheet.values[row]?.[0] ?? name.slice(HEDGE_WITH.length)), contract }];
  });
  const isNew = (name: string) => name.startsWith(HEDGE_WITH) && !before.includes(name);
  const newAssets = [...modelInputs].flatMap(([name, { row, cell }]) =>
    isNew(name)
      ? [{ asset: String(model.rows[row]?.[0]?.content ?? ""), contract: String(cell.content) }]
      : [],
  );
  return { lostChoices, newAssets: lostChoices.length === 0 ? [] : newAssets };
}

/** Code of the first contract on the sheet as it is, and on the new one. */
function firstCodes(model: WorksheetModel, sheet: SheetAsBuilt): string[] {
  const name = Object.keys(sheet.baseline?.names ?? {}).find((each) => each.startsWith(CODE));
  const cell = parseAddress(sheet.names.get(name ?? "") ?? "");
  const now = cell === null ? undefined : sheet.values[cell.row]?.[cell.column];
  const next = placedCells(model).find(({ cell: { name: its } }) => its?.startsWith(CODE))?.cell.content;
  return [now, next].filter((code) => code !== undefined).map(String);
}

/** What an input holds; after a build that failed, what it held before that. */
function typedInput(
  sheet: SheetAsBuilt,
  name: string,
): { readonly content: CellContent; readonly value: CellContent; readonly isFormula: boolean } | null {
  const pending = sheet.baseline?.pending?.[name];
  if (pending !== undefined) {
    const isFormula = typeof pending === "string" && pending.startsWith("=");
    return { content: pending, value: pending, isFormula };
  }
  const cell = parseAddress(sheet.names.get(name) ?? "");
  if (cell === null) return null;
  const content = sheet.formulas[cell.row]?.[cell.column] ?? "";
  const value = sheet.values[cell.row]?.[cell.column] ?? "";
  // Text that looks like a formula is its own value; a formula hardly ever is.
  const isFormula = typeof content === "string" && content.startsWith("=") && content !== value;
  return { content, value, isFormula };
}
