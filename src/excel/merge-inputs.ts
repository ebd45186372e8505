import { cellAddress, parseAddress } from "../sheet/cell-address";
import type { WorksheetModel } from "../sheet/page/worksheet";
import type { SheetAsBuilt } from "./as-built";
import { contentHash } from "./baseline";
import { asPlain, carry, isSame, typedCell, type TypedCell } from "./carry-over";
import { contentInWords, labelsInModel, labelsOnSheet } from "./cell-label";
import { staysInside, unescaped, type CellContent } from "./cell-text";
import type { Contents } from "./existing-sheet";
import { placedCells, type PlacedCell } from "./write-worksheet";

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
  /** Only the value is kept: the formula leaves the workbook, and the cell had to move. */
  readonly asValue: boolean;
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
  /** What the inputs held before, as it is to be written: to be remembered until the build is finished. */
  readonly inputsBefore: Contents;
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
    const at = sheet.names.get(name) ?? "";
    const stays = sheet.now.names.get(name) === cellAddress(row, column);
    // A formula that cannot be carried over still gives its value.
    const carried = carry(typed, at, sheet, { moved, stays }) ?? {
      content: asPlain(typed.value),
      asValue: true,
    };
    if (carried.content !== null) inputsBefore[name] = carried.content;
    if (!typed.isFormula && isSeen(sheet, name, typed.value, inputsSeen)) continue;
    const line = contents[row];
    if (line) line[column] = carried.content;
    const kept = carried.content === null ? typed.content : unescaped(carried.content);
    const { asValue } = carried;
    // That a formula became its value is said even where the pane knew the value.
    if (!asValue && isSame(kept, cell.content)) continue;
    const value = contentInWords(kept, cell.numberFormat);
    const shown = asValue ? `${value}, the value of ${String(typed.content)}` : value;
    const [label, address] = [labelAt(row, column), cellAddress(row, column)];
    keptInputs.push({ name, label, address, kept, shown, model: cell.content, asValue });
  }
  const lostInputs = lostInputsOf(sheet, modelInputs);
  for (const { name, value } of lostInputs) inputsBefore[name] = asPlain(value);
  return { keptInputs, lostInputs, ...lostChoicesOf(model, sheet, modelInputs), inputsBefore };
}

/** Whether the pane has shown this value of an input; without a pane, whether it is what was built. */
function isSeen(sheet: SheetAsBuilt, name: string, value: CellContent, inputsSeen: Contents | null): boolean {
  const seen = inputsSeen?.[name];
  return seen === undefined ? sheet.baseline?.inputs[name] === contentHash(value) : isSame(value, seen);
}

function inputsOf(model: WorksheetModel): ReadonlyMap<string, PlacedCell> {
  const placed = placedCells(model);
  return new Map(
    placed.flatMap((each) => (each.cell.input && each.cell.name ? [[each.cell.name, each]] : [])),
  );
}

/** What was typed into inputs that the new sheet does not have; of assets, see {@link lostChoicesOf}. */
function lostInputsOf(sheet: SheetAsBuilt, modelInputs: ReadonlyMap<string, PlacedCell>): LostInput[] {
  const labelAt = labelsOnSheet(sheet);
  const written = sheet.baseline?.inputs ?? {};
  const names = new Set([...Object.keys(written), ...Object.keys(sheet.pending?.inputs ?? {})]);
  return [...names].flatMap((name) => {
    if (modelInputs.has(name) || name.startsWith(HEDGE_WITH)) return [];
    const typed = typedInput(sheet, name);
    if (typed === null || contentHash(typed.value) === written[name]) return [];
    const cell = parseAddress(sheet.names.get(name) ?? "");
    const label = cell === null ? name : labelAt(cell.row, cell.column);
    const shown = contentInWords(typed.value, likeFormat(modelInputs, name));
    return [{ name, label, value: typed.value, shown }];
  });
}

/** The number format of an input of the same kind: of another contract's expiry, for the expiry of one that is gone. */
function likeFormat(modelInputs: ReadonlyMap<string, PlacedCell>, name: string): string | undefined {
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
  modelInputs: ReadonlyMap<string, PlacedCell>,
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

/** What an input holds; after an update that was stopped, what it held before that. */
function typedInput(sheet: SheetAsBuilt, name: string): TypedCell | null {
  const pending = sheet.pending?.inputs[name];
  if (pending !== undefined) {
    // Ours would have passed: any other text of the file is a text.
    const isFormula = typeof pending === "string" && pending.startsWith("=") && staysInside(pending);
    const content = unescaped(pending);
    return { content, value: content, isFormula };
  }
  if (sheet.isMixture && sheet.pending !== null) return null;
  const cell = parseAddress(sheet.names.get(name) ?? "");
  if (cell === null) return null;
  return typedCell(
    sheet.formulas[cell.row]?.[cell.column] ?? "",
    sheet.values[cell.row]?.[cell.column] ?? "",
  );
}
