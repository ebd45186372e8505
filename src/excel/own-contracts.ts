import { NOT_HEDGED } from "../sheet/book/assets";
import { areaAddress } from "../sheet/cell-address";
import { normalised } from "../sheet/book/column-words";
import { isContractCode } from "../sheet/plan/groups";
import { freeSheetName } from "./sheet-name";

/** A row of the user's own table of contracts. */
export interface OwnContract {
  readonly code: string;
  readonly name: string;
  readonly multiplier: number;
  readonly currency: string;
  readonly payoff: "linear" | "inverse";
  readonly lot: number;
  /** Where the row stands. */
  readonly sheet: string;
  readonly address: string;
  /** Why the row cannot be used, with what to do; null: it can. */
  readonly problem: string | null;
}

/** Workbook name of a range with contracts, for users who do not want a table. */
const RANGE_NAME = "HedgeContracts";
const HEADERS = ["Code", "Name", "Multiplier", "Currency", "Payoff", "Lot"] as const;

type Field = "code" | "name" | "multiplier" | "currency" | "payoff" | "lot";
type Fields = Readonly<Partial<Record<Field, number>>>;

/** Headers that mean a field; "code" and "multiplier" must be there for a table to be one of contracts. */
const FIELD_WORDS: Readonly<Record<Field, readonly string[]>> = {
  code: ["code", "contract code", "contract", "symbol"],
  name: ["name", "contract name", "description"],
  multiplier: ["multiplier", "contract multiplier", "contract size", "point value"],
  currency: ["currency", "ccy"],
  payoff: ["payoff", "kind", "type"],
  lot: ["lot", "lot size"],
};

/**
 * The user's own contracts: the rows of every table with the columns code and multiplier, and of the range named
 * HedgeContracts, in two round trips. Rows that cannot be used carry the reason.
 * While a cell is being edited, they come when that has ended.
 */
export function readOwnContracts(): Promise<OwnContract[]> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const tables = context.workbook.tables;
    tables.load("items/name,items/columns/items/name");
    const named = context.workbook.names.getItemOrNullObject(RANGE_NAME);
    // A name may mean no cells, as after its sheet was deleted.
    const range = named.getRangeOrNullObject();
    range.load("address");
    await context.sync();
    const sources: Source[] = tables.items.flatMap((table) => {
      const headers = table.columns.items.map(({ name }) => name);
      return isContractTable(fieldsOf(headers)) ? [{ headers, range: table.getDataBodyRange() }] : [];
    });
    if (!range.isNullObject) sources.push({ headers: null, range });
    if (sources.length === 0) return [];
    for (const source of sources) {
      source.range.load("values,rowIndex,columnIndex,columnCount,worksheet/name");
    }
    await context.sync();
    const contracts = sources.flatMap(contractsIn);
    return withoutRepeats(contracts);
  });
}

/** Adds a sheet with a table to fill in, and shows it; returns the sheet's name. */
export function insertContractTable(): Promise<string> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.load("items/name");
    await context.sync();
    const name = freeSheetName(
      "Contracts",
      sheets.items.map((sheet) => sheet.name),
    );
    const sheet = sheets.add(name);
    const range = sheet.getRange("A1:F2");
    range.values = [
      [...HEADERS],
      ["MYFUT", "Example: type your own contracts over this row", 10, "USD", "linear", 1],
    ];
    sheet.tables.add(range, true).style = "TableStyleLight9";
    sheet.getRange("A:A").format.columnWidth = 70;
    sheet.getRange("B:B").format.columnWidth = 260;
    sheet.getRange("E2").dataValidation.rule = { list: { inCellDropDown: true, source: "linear,inverse" } };
    await context.sync();
    // In the same request as the sheet's birth Excel on the web leaves the old one in front (office-js issue 930).
    sheet.activate();
    sheet.getRange("A2").select();
    await context.sync();
    return name;
  });
}

function fieldsOf(headers: readonly unknown[]): Fields {
  const found: Partial<Record<Field, number>> = {};
  headers.forEach((header, column) => {
    const words = normalised(String(header)).join(" ");
    for (const [field, meanings] of Object.entries(FIELD_WORDS) as [Field, readonly string[]][]) {
      if (meanings.includes(words)) found[field] ??= column;
    }
  });
  return found;
}

/** A list of holdings has codes and names too, so a multiplier and one more fact must be there. */
function isContractTable(fields: Fields): boolean {
  const more = [fields.currency, fields.payoff, fields.lot, fields.name].some(
    (column) => column !== undefined,
  );
  return fields.code !== undefined && fields.multiplier !== undefined && more;
}

/** Rows with contracts. */
interface Source {
  /** null: the first row of the range says them. */
  readonly headers: readonly string[] | null;
  readonly range: Excel.Range;
}

function contractsIn({ headers, range }: Source): OwnContract[] {
  const values = range.values as unknown[][];
  const fields = fieldsOf(headers ?? values[0] ?? []);
  const above = headers === null ? 1 : 0;
  const sheet = range.worksheet.name;
  if (!isContractTable(fields)) {
    const address = areaAddress({
      row: range.rowIndex,
      column: range.columnIndex,
      rows: 1,
      columns: range.columnCount,
    });
    const problem = `The range named ${RANGE_NAME} needs a first row with the headers ${HEADERS.join(", ")}.`;
    return [
      { code: "", name: "", multiplier: 0, currency: "", payoff: "linear", lot: 1, sheet, address, problem },
    ];
  }
  return values.slice(above).flatMap((row, index) => {
    if (row.every((cell) => String(cell).trim() === "")) return [];
    const place = {
      row: range.rowIndex + above + index,
      column: range.columnIndex,
      rows: 1,
      columns: range.columnCount,
    };
    return [{ ...contractOf(row, fields), sheet, address: areaAddress(place) }];
  });
}

function contractOf(row: readonly unknown[], fields: Fields): Omit<OwnContract, "sheet" | "address"> {
  const cell = (field: Field): unknown => {
    const column = fields[field];
    return column === undefined ? "" : (row[column] ?? "");
  };
  const text = (field: Field) => String(cell(field)).trim();
  const [code, currency, payoff] = [
    text("code"),
    text("currency").toUpperCase(),
    text("payoff").toLowerCase(),
  ];
  const [multiplier, lot] = [cell("multiplier"), text("lot") === "" ? 1 : cell("lot")];
  const problems = [
    whyNoCode(code),
    code.toLowerCase() === NOT_HEDGED
      ? `the code ${code} says that a holding is not hedged: give it another`
      : null,
    isPositive(multiplier) ? null : "the multiplier must be a number greater than 0",
    currency === "" || /^[A-Z]{3,5}$/.test(currency) ? null : "the currency must be a code such as USD",
    payoff === "" || payoff === "linear" || payoff === "inverse"
      ? null
      : "the payoff must be linear or inverse",
    isPositive(lot) ? null : "the lot must be a number greater than 0",
  ].filter((problem) => problem !== null);
  return {
    code,
    name: text("name") || code,
    multiplier: isPositive(multiplier) ? multiplier : 0,
    currency,
    payoff: payoff === "inverse" ? "inverse" : "linear",
    lot: isPositive(lot) ? lot : 1,
    problem: problems.length === 0 ? null : `${titled(code)}: ${problems.join("; ")}.`,
  };
}

function whyNoCode(code: string): string | null {
  if (code === "") return "give it a code, such as MYFUT";
  return isContractCode(code) && code.length <= LONGEST_CODE
    ? null
    : `the code must be 1 to ${LONGEST_CODE} of the letters A to Z, digits, spaces, dots or dashes, ` +
        "with at least one letter, and start with a letter or digit";
}

function titled(code: string): string {
  return code === "" ? "Contract without a code" : `Contract “${code.slice(0, LONGEST_CODE)}”`;
}

/** Longer ones make the columns of the hedge sheet wide. */
const LONGEST_CODE = 20;

function isPositive(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value > 0;
}

/** The first row with a code counts. */
function withoutRepeats(contracts: readonly OwnContract[]): OwnContract[] {
  const places = new Map<string, string>();
  return contracts.map((contract) => {
    const key = contract.code.toUpperCase();
    const first = places.get(key);
    if (contract.problem !== null || key === "") return contract;
    if (first === undefined) {
      places.set(key, `${contract.sheet}!${contract.address}`);
      return contract;
    }
    return {
      ...contract,
      problem: `Contract “${contract.code}” is already defined in ${first}; the first one counts.`,
    };
  });
}
