import { areaAddress, parseAddress } from "../sheet/cell-address";
import type { RecordedBook } from "../sheet/plan/record";
import { baselineKey, parseBaseline } from "./baseline";
import type { CellContent } from "./cell-text";
import { RECORD, type ExistingSheet } from "./existing-sheet";
import { Refusal } from "./problem";

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
  /** What the input cells hold now, by name: the user may have typed into them. Formulas are given by their value. */
  readonly inputs: Readonly<Record<string, CellContent>>;
}

/** A second name of a new sheet while it is not finished. */
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
    const found = sheets.items.map((sheet) => {
      const setting = context.workbook.settings.getItemOrNullObject(baselineKey(sheet.id));
      setting.load("value");
      return { sheet, marks: requestMarks(sheet), setting };
    });
    await context.sync();
    return found
      .filter(({ marks }) => isOurs(marks))
      .map(({ sheet, marks, setting }) => ({
        id: sheet.id,
        name: sheet.name,
        unfinished: !marks.unfinished.isNullObject || isPending(setting),
      }));
  });
}

/** The names that make a sheet one of ours, asked for: known after the next sync. */
interface Marks {
  readonly record: Excel.NamedItem;
  readonly unfinished: Excel.NamedItem;
}

export function requestMarks({ names }: Excel.Worksheet): Marks {
  const record = names.getItemOrNullObject(RECORD);
  const unfinished = names.getItemOrNullObject(UNFINISHED);
  record.load("name");
  unfinished.load("name");
  return { record, unfinished };
}

export function isOurs({ record, unfinished }: Marks): boolean {
  return !record.isNullObject || !unfinished.isNullObject;
}

/** What a hedge sheet was built from and what its inputs hold now; while a cell is being edited, when that has ended. */
export function readHedgeSheet(id: string): Promise<HedgeSheet> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const requested = requestSheet(context, id);
    await context.sync();
    requireOurs(requested);
    const { values, formulas, names, baseline } = existingSheet(requested);
    const contentOf = (cells: typeof values, name: string) => {
      const cell = parseAddress(names.get(name) ?? "");
      return cell === null ? undefined : cells[cell.row]?.[cell.column];
    };
    const valueOf = (name: string) => contentOf(values, name);
    const inputs = Object.keys(baseline?.inputs ?? {}).flatMap((name) => {
      const value = baseline?.pending?.[name] ?? valueOf(name);
      return value === undefined ? [] : [[name, value] as const];
    });
    return {
      id,
      name: requested.sheet.name,
      unfinished: namesOn(requested).some(({ name }) => name === UNFINISHED) || baseline?.pending != null,
      record: String(valueOf(RECORD) ?? ""),
      bookNow: bookIn(String(contentOf(formulas, "HoldingRows") ?? "")),
      inputs: Object.fromEntries(inputs),
    };
  });
}

/** The rows in the formula that counts them, `=ROWS('Book 1'!$F$2:$F$25)`. */
function bookIn(formula: string): HedgeSheet["bookNow"] {
  const area = parseAddress(/^=ROWS\((.*)\)$/i.exec(formula)?.[1] ?? "");
  if (area?.sheet == null) return null;
  return { sheet: area.sheet, firstRow: area.row, lastRow: area.row + area.rows - 1 };
}

/** A hedge sheet that was asked for: readable after the next sync. */
export interface RequestedSheet {
  readonly sheet: Excel.Worksheet;
  readonly cells: Excel.Range;
  readonly names: Excel.NamedItemCollection;
  readonly setting: Excel.Setting;
  readonly protection: Excel.WorksheetProtection;
}

export function requestSheet({ workbook }: Excel.RequestContext, id: string): RequestedSheet {
  const sheet = workbook.worksheets.getItem(id);
  const cells = sheet.getUsedRange(true).getBoundingRect("A1");
  const { names, protection } = sheet;
  const setting = workbook.settings.getItemOrNullObject(baselineKey(id));
  sheet.load("name");
  cells.load("formulas,values");
  names.load("items/name,items/formula,items/scope");
  setting.load("value");
  protection.load("protected");
  return { sheet, cells, names, setting, protection };
}

/** @throws {Refusal} the sheet has none of our marks */
export function requireOurs(requested: RequestedSheet): void {
  const { sheet } = requested;
  if (namesOn(requested).some(({ name }) => name === RECORD || name === UNFINISHED)) return;
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

export function existingSheet(requested: RequestedSheet): ExistingSheet {
  const { cells, setting } = requested;
  const addresses = namesOn(requested).flatMap(({ name, formula }) => {
    const area = parseAddress(String(formula));
    return area === null ? [] : [[name, areaAddress(area)] as const];
  });
  return {
    formulas: cells.formulas as CellContent[][],
    values: cells.values as CellContent[][],
    names: new Map(addresses),
    baseline: setting.isNullObject ? null : parseBaseline(setting.value),
  };
}

/** Whether the baseline in the setting says that a build has not come to its end. */
export function isPending(setting: Excel.Setting): boolean {
  return !setting.isNullObject && parseBaseline(setting.value)?.pending != null;
}
