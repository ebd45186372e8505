import { DomainError } from "../../calc/errors";
import { COLUMN_ROLES, HoldingsProblem, type ColumnRole, type Holdings } from "../book/holdings";
import { textHash } from "../text-hash";
import type { HedgePlan } from "./plan";
import { BUILD_ANEW, readPlan, type Inputs } from "./read-plan";
import { aimIn, contractsIn, flag, index, Malformed, object, words } from "./record-members";
import { MIGRATIONS, type Saved } from "./record-migrations";

/** Where the holdings stood when the sheet was built: rows and columns of that sheet, from 0. */
export type RecordedBook = Pick<Holdings, "sheet" | "firstRow" | "lastRow" | "columns">;

/** A reason why a hedge sheet does not say its plan any more, with the next step. */
export class RecordProblem extends HoldingsProblem {}

/** Of the records that are written: an older program refuses one of a later version. */
const VERSION = MIGRATIONS.length + 1;

/**
 * What the cells of the sheet do not say of its plan, as text: where the book is, the kind of aim, the contracts. It
 * stands in the sheet's cell HedgeRecord; the numbers are the input cells', and no second time here.
 */
export function recordOf({ holdings, aim, put, contracts }: HedgePlan): string {
  const { sheet, firstRow, lastRow, columns } = holdings;
  return checked({
    hedgesheet: VERSION,
    book: { sheet, firstRow, lastRow, columns },
    aim: aim.kind,
    put: put !== null,
    contracts: contracts.map(({ code, payoff, currency, smaller }) => {
      return { code, payoff, currency, smaller: smaller?.code ?? null };
    }),
  });
}

/**
 * Where to read the holdings again.
 *
 * @throws {RecordProblem} if the record cannot be read, with what is wrong and what to do
 */
export function bookFromRecord(record: string): RecordedBook {
  return reading(() => readBook(savedIn(record, {}).record["book"]));
}

/**
 * The plan of a sheet: what was recorded, with what its input cells hold now, for the holdings as they are now.
 *
 * Anybody who has the file can write into the record: every member is checked, whatever is unknown is dropped.
 *
 * @param inputs what the cells of the sheet hold, by name: they are the truth
 * @throws {RecordProblem} if the record cannot be read, with what is wrong and what to do
 * @throws {DomainError} `missing` if the sheet has lost an input that nothing can stand in for
 */
export function planFromRecord(record: string, inputs: Inputs, holdings: Holdings): HedgePlan {
  return reading(() => {
    const saved = savedIn(record, inputs);
    const { aim, put, contracts } = saved.record;
    const choices = {
      aim: aimIn(aim),
      put: flag(put, "put"),
      contracts: contractsIn(contracts, (smaller) => smaller),
    };
    return readPlan(choices, saved.inputs, holdings);
  });
}

/** The record as one of this version. */
function savedIn(text: string, inputs: Inputs): Saved {
  const { check, ...record } = object(parsed(text), "text");
  const version = record["hedgesheet"];
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    throw new Malformed("it does not say its version");
  }
  if (version > VERSION) {
    throw new RecordProblem(
      "This hedge sheet was built by a later version of Hedgesheet, which keeps more than this one can read.",
      `Update Hedgesheet and open the sheet again; or ${BUILD_ANEW}.`,
    );
  }
  // The record of version 1 had no check.
  if (version > 1 && check !== checkOf(record)) throw new Malformed("its text is not as Hedgesheet wrote it");
  return MIGRATIONS.slice(version - 1).reduce((saved: Saved, migrate) => migrate(saved), { record, inputs });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Malformed(text === "" ? "it is empty" : "it is no record");
  }
}

/** The record with a sum over its text: one that has lost a part is not taken for one that never had it. */
function checked(record: object): string {
  return JSON.stringify({ ...record, check: checkOf(record) });
}

function checkOf(record: object): string {
  return textHash(JSON.stringify(record));
}

function readBook(value: unknown): RecordedBook {
  const book = object(value, "book");
  const recorded = object(book["columns"], "columns");
  const columns: Partial<Record<ColumnRole, number>> = {};
  for (const role of COLUMN_ROLES) {
    if (recorded[role] !== undefined) columns[role] = index(recorded[role], "columns", 16_384);
  }
  if (Object.keys(columns).length === 0) throw new Malformed("its “columns” are missing");
  const firstRow = index(book["firstRow"], "firstRow", 1_048_576);
  const lastRow = index(book["lastRow"], "lastRow", 1_048_576);
  if (lastRow < firstRow) throw new Malformed("its rows cannot be read");
  return { sheet: words(book["sheet"], "sheet", 31), firstRow, lastRow, columns };
}

/** @throws {RecordProblem} in the user's terms where the record turns out not to be readable */
function reading<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const isOfRecord =
      error instanceof Malformed || (error instanceof DomainError && error.kind === "argument");
    if (!isOfRecord) throw error;
    throw new RecordProblem(
      `The record at the foot of this hedge sheet is damaged: ${error.message}.`,
      `Undo the change if there was one; or ${BUILD_ANEW}.`,
    );
  }
}
