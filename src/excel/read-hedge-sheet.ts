import { areaAddress, parseAddress } from "../sheet/cell-address";
import { CARRYING, isCarrying } from "../sheet/page/carrying-cells";
import type { RecordedBook } from "../sheet/plan/record";
import { contentHash, parseBaseline, type Baseline } from "./baseline";
import { joined, parsePending } from "./carried-texts";
import { unescaped, type CellContent } from "./cell-text";
import type { Contents, ExistingSheet } from "./existing-sheet";
import { Refusal } from "./problem";
import { keptInSettings, requestSettings } from "./settings-baseline";
import { ownId } from "./sheet-id";

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
  /** Where the sheet's formulas find the holdings now: they follow rows that are inserted; null: they say no more. */
  readonly bookNow: Pick<RecordedBook, "sheet" | "firstRow" | "lastRow"> | null;
  /**
   * What the sheet's named cells hold now, by name: its inputs, into which the user may have typed, and the rest.
   * Formulas are given by their value.
   */
  readonly inputs: Contents;
  /** Which hedge sheet it is, wherever it was moved or saved; a copy gets another when it is updated. "": not known. */
  readonly hedgeId: string;
}

/** A second name of a sheet while it is not finished: a new one, or one under update. */
export const UNFINISHED = "HedgeUnfinished";

/**
 * The hedge sheets of the workbook, in tab order: those with a sheet-local name HedgeRecord.
 * While a cell is being edited, the list comes when that has ended.
 */
export function listHedgeSheets(): Promise<HedgeSheetInfo[]> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.load("items/id,items/name");
    await context.sync();
    const settings = requestSettings(context);
    const found = sheets.items.map((sheet) => ({ sheet, marks: requestMarks(sheet) }));
    await context.sync();
    const ids = sheets.items.map(({ id }) => id);
    const nowhere = { formulas: [], names: new Map<string, string>() };
    return found
      .filter(({ marks }) => isOurs(marks))
      .map(({ sheet, marks }) => ({
        id: sheet.id,
        name: sheet.name,
        unfinished:
          !marks.unfinished.isNullObject || keptInSettings(settings, sheet.id, ids, nowhere)?.pending != null,
      }));
  });
}

/** The names that make a sheet one of ours, asked for: known after the next sync. */
interface Marks {
  readonly record: Excel.NamedItem;
  readonly unfinished: Excel.NamedItem;
}

export function requestMarks({ names }: Excel.Worksheet): Marks {
  const record = names.getItemOrNullObject(CARRYING.record);
  const unfinished = names.getItemOrNullObject(UNFINISHED);
  record.load("name");
  unfinished.load("name");
  return { record, unfinished };
}

export function isOurs({ record, unfinished }: Marks): boolean {
  return !record.isNullObject || !unfinished.isNullObject;
}

/** What a hedge sheet was built from and what its inputs hold now; while a cell is edited, when that has ended. */
export function readHedgeSheet(id: string): Promise<HedgeSheet> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const requested = requestSheet(context, id);
    await context.sync();
    requireOurs(requested);
    const sheet = existingSheet(requested);
    const valueOf = (name: string) => contentAt(sheet.values, sheet.names, name);
    const inputs = [...sheet.names.keys()].flatMap((name) => {
      const before = sheet.pending?.inputs[name];
      const value =
        before === undefined || String(before).startsWith("=") ? valueOf(name) : unescaped(before);
      return value === undefined || isCarrying(name) ? [] : [[name, value] as const];
    });
    return {
      id,
      name: requested.sheet.name,
      unfinished: sheet.unfinished,
      record: String(valueOf(CARRYING.record) ?? ""),
      bookNow: bookIn(String(contentAt(sheet.formulas, sheet.names, "HoldingRows") ?? "")),
      inputs: Object.fromEntries(inputs),
      hedgeId: ownId(String(valueOf(CARRYING.id) ?? "")),
    };
  });
}

/** What the cell of a name holds; undefined: there is no such cell. */
export function contentAt(
  cells: readonly (readonly CellContent[])[],
  names: ReadonlyMap<string, string>,
  name: string,
): CellContent | undefined {
  const cell = parseAddress(names.get(name) ?? "");
  return cell === null ? undefined : (cells[cell.row]?.[cell.column] ?? "");
}

/** The rows in the formula that counts them, `=ROWS('Book 1'!$F$2:$F$25)`. */
function bookIn(formula: string): HedgeSheet["bookNow"] {
  const area = parseAddress(/^=ROWS\((.*)\)$/i.exec(formula)?.[1] ?? "");
  if (area?.sheet == null) return null;
  return { sheet: area.sheet, firstRow: area.row, lastRow: area.row + area.rows - 1 };
}

/** A hedge sheet that was asked for: readable after the next sync. */
export interface RequestedSheet {
  readonly id: string;
  readonly sheet: Excel.Worksheet;
  readonly cells: Excel.Range;
  readonly names: Excel.NamedItemCollection;
  readonly protection: Excel.WorksheetProtection;
  /** All sheets of the workbook, by their ids. */
  readonly sheets: Excel.WorksheetCollection;
  readonly settings: Excel.SettingCollection;
}

export function requestSheet(context: Excel.RequestContext, id: string): RequestedSheet {
  const sheets = context.workbook.worksheets;
  sheets.load("items/id");
  const sheet = sheets.getItem(id);
  const cells = requestCells(sheet);
  const { names, protection } = sheet;
  sheet.load("name");
  names.load("items/name,items/formula,items/scope");
  protection.load("protected");
  return { id, sheet, cells, names, protection, sheets, settings: requestSettings(context) };
}

/** The cells from A1 to the last used one. */
export function requestCells(sheet: Excel.Worksheet): Excel.Range {
  const cells = sheet.getUsedRange(true).getBoundingRect("A1");
  cells.load("formulas,values");
  return cells;
}

/** @throws {Refusal} the sheet has none of our marks */
export function requireOurs(requested: RequestedSheet): void {
  const { sheet } = requested;
  if (namesOn(requested).some(({ name }) => name === CARRYING.record || name === UNFINISHED)) return;
  throw new Refusal(
    "NotOurs",
    `The sheet “${sheet.name}” was not built by Hedgesheet, or the cell that says so was deleted.`,
    "Choose “New sheet” beside the button, and build again.",
  );
}

/**
 * The sheet's own names. Excel on the web has been seen to list the workbook's among them (office-js issue 1011): those
 * are the user's.
 */
export function namesOn({ names }: RequestedSheet): Excel.NamedItem[] {
  return names.items.filter(({ scope }) => scope === "Worksheet");
}

export function sheetIds({ sheets }: RequestedSheet): string[] {
  return sheets.items.map(({ id }) => id);
}

export function existingSheet(requested: RequestedSheet): ExistingSheet {
  const { cells, settings, id } = requested;
  const items = namesOn(requested);
  const addresses = items.flatMap(({ name, formula }) => {
    const area = parseAddress(String(formula));
    const isCell = area?.rows === 1 && area.columns === 1;
    return isCell ? [[name, areaAddress(area)] as const] : [];
  });
  const values = cells.values as CellContent[][];
  const formulas = cells.formulas as CellContent[][];
  const names = new Map(addresses);
  const carries = names.has(CARRYING.baseline);
  const kept = carries ? null : keptInSettings(settings, id, sheetIds(requested), { formulas, names });
  const contentOf = (name: string) => contentAt(values, names, name);
  const pending = carries
    ? parsePending(joined(CARRYING.pending, contentOf))
    : kept?.pending && { inputs: kept.pending, ours: [] };
  const unfinished = pending != null || items.some(({ name }) => name === UNFINISHED);
  const baseline = carries ? carriedBaseline(contentOf) : (kept?.baseline ?? null);
  const isMixture = unfinished && (!carries || !isInPlace(baseline, names));
  return {
    formulas,
    values,
    names,
    baseline: isMixture ? null : baseline,
    unfinished,
    isMixture,
    pending: pending ?? null,
  };
}

function isInPlace(baseline: Baseline | null, names: ExistingSheet["names"]): boolean {
  return Object.entries(baseline?.names ?? {}).every(([name, address]) => names.get(name) === address);
}

/**
 * What was built, as the sheet carries it; null where it is lost, or is of another build than the record beside it: an
 * older program has written over the sheet since, or an update was stopped.
 */
function carriedBaseline(contentOf: (name: string) => CellContent | undefined): ExistingSheet["baseline"] {
  const baseline = parseBaseline(joined(CARRYING.baseline, contentOf));
  const record = parseAddress(baseline?.names[CARRYING.record] ?? "");
  if (baseline === null || record === null) return null;
  const built = baseline.hashes[record.row]?.[record.column];
  return built === contentHash(contentOf(CARRYING.record)) ? baseline : null;
}
