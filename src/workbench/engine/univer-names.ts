import {
  IDefinedNamesService,
  IFormulaCurrentConfigService,
  InsertDefinedNameCommand,
  RemoveDefinedNameCommand,
  SetDefinedNameCommand,
  SetTriggerFormulaCalculationStartMutation,
  type IDefinedNamesServiceParam,
} from "@univerjs/preset-sheets-core";
import type { Engine, NameRecord } from "./engine";
import { rewrite, tokenize } from "./formula-tokens";
import type { UniverBook } from "./univer-book";

type Names = Pick<Engine, "names" | "setName" | "removeName">;

/** How Univer marks a name that belongs to the whole workbook. */
const WHOLE_WORKBOOK = "AllDefaultWorkbook";

/** Defined names, of the workbook and of a sheet. */
export function univerNames(book: UniverBook): Names {
  const service = book.injector.get(IDefinedNamesService);
  const all = () => Object.values(service.getDefinedNameMap(book.unit) ?? {});
  const find = (name: string, scope: string | null) =>
    all().find((item) => scopeOf(item) === scope && item.name.toLowerCase() === name.toLowerCase());
  resolveSheetNamesFirst(book, all);

  return {
    names: () => all().map(toRecord),
    setName(record) {
      const known = find(record.name, record.scope);
      book.execute(known ? SetDefinedNameCommand.id : InsertDefinedNameCommand.id, {
        unitId: book.unit,
        id: known?.id ?? `name-${record.scope ?? "workbook"}-${record.name}`,
        name: record.name,
        formulaOrRefString: toContent(record.formula),
        comment: record.comment,
        localSheetId: record.scope ?? WHOLE_WORKBOOK,
        hidden: !record.visible,
      });
      if (record.scope) recalculate(book);
    },
    removeName(name, scope) {
      const known = find(name, scope);
      if (!known) return;
      book.execute(RemoveDefinedNameCommand.id, { unitId: book.unit, ...known });
      if (scope) recalculate(book);
    },
  };
}

/**
 * Univer 0.25.1 knows one name of a spelling per workbook: of two sheets' own names the last one wins, everywhere.
 * So each formula is calculated with its own sheet's names (and those asked for as Sheet!Name) already replaced by
 * what they stand for. What the cell shows and keeps is the formula as written.
 */
function resolveSheetNamesFirst(book: UniverBook, all: () => IDefinedNamesServiceParam[]): void {
  const config = book.injector.get(IFormulaCurrentConfigService);
  const original = config.getFormulaData.bind(config);
  config.getFormulaData = () => {
    const data = original();
    const local = all().filter((item) => scopeOf(item) !== null);
    if (local.length === 0) return data;
    const sheetIds = new Map(
      book.workbook.getSheets().map((sheet) => [sheet.getSheetName().toLowerCase(), sheet.getSheetId()]),
    );
    const contentOf = (sheet: string, name: string) =>
      local.find((item) => scopeOf(item) === sheet && item.name.toLowerCase() === name.toLowerCase())
        ?.formulaOrRefString;
    const sheets = data[book.unit];
    if (!sheets) return data;
    const resolved = Object.fromEntries(
      Object.entries(sheets).map(([sheet, rows]) => [
        sheet,
        mapCells(rows ?? {}, (formula) => resolveNames(formula, sheet, contentOf, sheetIds)),
      ]),
    );
    return { ...data, [book.unit]: resolved };
  };
}

function resolveNames(
  formula: string,
  sheet: string,
  contentOf: (sheet: string, name: string) => string | undefined,
  sheetIds: ReadonlyMap<string, string>,
): string {
  return rewrite(formula, ({ kind, text }) => {
    if (kind !== "name") return text;
    const bang = text.lastIndexOf("!");
    const owner =
      bang < 0
        ? sheet
        : sheetIds.get(text.slice(0, bang).replace(/^'|'$/g, "").replaceAll("''", "'").toLowerCase());
    const content = owner && contentOf(owner, text.slice(bang + 1));
    return content ? `(${content.replace(/^=/, "")})` : text;
  });
}

type FormulaRows = Record<string, Record<string, { f: string } | null> | null>;

function mapCells<T extends object>(rows: T, change: (formula: string) => string): T {
  const changed = Object.entries(rows as FormulaRows).map(([row, cells]) => [
    row,
    Object.fromEntries(
      Object.entries(cells ?? {}).map(([column, item]) => [
        column,
        item?.f ? { ...item, f: change(item.f) } : item,
      ]),
    ),
  ]);
  return Object.fromEntries(changed) as T;
}

/** A changed sheet name changes formulas that Univer does not know to depend on it. */
function recalculate(book: UniverBook): void {
  book.execute(SetTriggerFormulaCalculationStartMutation.id, { commands: [], forceCalculation: true });
}

function scopeOf({ localSheetId }: IDefinedNamesServiceParam): string | null {
  return !localSheetId || localSheetId === WHOLE_WORKBOOK ? null : localSheetId;
}

/** Univer writes a reference without "=", a constant or formula with it. */
function toContent(formula: string): string {
  const [equals, ...content] = tokenize(formula);
  const isReference = equals?.text === "=" && content.length === 1 && content[0]?.kind === "reference";
  return isReference ? formula.slice(1) : formula;
}

function toRecord(item: IDefinedNamesServiceParam): NameRecord {
  return {
    name: item.name,
    formula: item.formulaOrRefString.startsWith("=")
      ? item.formulaOrRefString
      : `=${item.formulaOrRefString}`,
    scope: scopeOf(item),
    comment: item.comment ?? "",
    visible: item.hidden !== true,
  };
}
