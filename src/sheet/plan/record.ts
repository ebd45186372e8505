import { DomainError } from "../../calc/errors";
import { COLUMN_ROLES, type ColumnMap, type ColumnRole, type Holdings } from "../book/holdings";
import type { HedgePlan } from "./plan";
import { withInputs, type Inputs } from "./plan-with-inputs";
import { index, Malformed, object, words, type Members } from "./record-members";
import { readPlan } from "./record-plan";

/** Raised when an older program could not read the record any more. */
const VERSION = 1;

/** Where the holdings stood when the sheet was built: rows and columns of that sheet, from 0. */
export type RecordedBook = Pick<Holdings, "sheet" | "firstRow" | "lastRow" | "columns">;

/** Excel's limit to the text of a cell. */
const LONGEST = 32_767;

/**
 * The plan as text, kept in the sheet's cell HedgeRecord, so that the workbook alone is enough to build again.
 *
 * @throws {DomainError} `argument` if it is too long for a cell
 */
export function recordOf(plan: HedgePlan): string {
  const { holdings, ...choices } = plan;
  const { sheet, firstRow, lastRow, columns } = holdings;
  const book = { sheet, firstRow, lastRow, columns };
  const record = JSON.stringify({ hedgesheet: VERSION, book, plan: choices });
  if (record.length <= LONGEST) return record;
  throw new DomainError(
    "argument",
    "the contracts chosen asset by asset are too many to be kept: give the table a “Hedge with” column instead",
  );
}

/** Where to read the holdings again; null if the text is no record of ours. */
export function bookFromRecord(record: string): RecordedBook | null {
  return attempt(() => readBook(readRecord(record)["book"]));
}

/**
 * The plan of a sheet: what was recorded, with what its input cells hold now, for the holdings as they are now.
 *
 * Anybody who has the file can write into the record: every member is checked, whatever is unknown is dropped.
 *
 * @param inputs what the input cells hold, by name; an input that is blank or of the wrong kind is as recorded
 * @returns null if the text is no record of ours, or of a later version
 */
export function planFromRecord(record: string, inputs: Inputs, holdings: Holdings): HedgePlan | null {
  return attempt(() => {
    const plan = { ...readPlan(readRecord(record)["plan"]), holdings };
    return withInputs(plan, inputs);
  });
}

/** The answer, or null where the record turns out not to be ours. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    const isOfRecord = [Malformed, DomainError, SyntaxError].some((kind) => error instanceof kind);
    if (isOfRecord) return null;
    throw error;
  }
}

function readRecord(record: string): Members {
  const members = object(JSON.parse(record));
  if (members["hedgesheet"] !== VERSION) throw new Malformed("another version");
  return members;
}

function readBook(value: unknown): RecordedBook {
  const book = object(value);
  const recorded = object(book["columns"]);
  const columns: Partial<Record<ColumnRole, number>> = {};
  for (const role of COLUMN_ROLES) {
    if (recorded[role] !== undefined) columns[role] = index(recorded[role], 16_384);
  }
  const found: ColumnMap = columns;
  const firstRow = index(book["firstRow"], 1_048_576);
  const lastRow = index(book["lastRow"], 1_048_576);
  if (lastRow < firstRow) throw new Malformed("rows");
  return { sheet: words(book["sheet"], 31), firstRow, lastRow, columns: found };
}
