import { DomainError } from "../calc/errors";
import { HoldingsProblem } from "../sheet/book/holdings";
import { RecordProblem } from "../sheet/plan/record";

/** What went wrong, for the user: what happened, why, and what to do next. */
export interface Problem {
  readonly title: string;
  readonly detail: string;
  readonly nextStep: string;
  /** Office.js error code, or ours. */
  readonly code: string;
  /** A1 address to look at, on `sheet` (null: the selection's sheet). */
  readonly cell?: { readonly sheet: string | null; readonly address: string };
}

/** What is wrong, in a few words, by the code of a refusal. */
const REFUSED = {
  Protected: "Excel does not allow this",
  HoldingsGone: "The holdings are no longer there",
  HedgeSheetGone: "The hedge sheet is no longer there",
  ChangedMeanwhile: "The sheet was changed meanwhile",
  NotOurs: "This is no hedge sheet",
  HedgeSheet: "This is a hedge sheet",
  Cancelled: "Cancelled",
  TooLarge: "Too many cells are selected",
  NoNumber: "There is no number in the cell",
} as const;

/** A reason of our own not to do something in the workbook. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    readonly code: keyof typeof REFUSED,
    message: string,
    /** What to do next: a full sentence. */
    readonly nextStep: string,
  ) {
    super(message);
  }
}

/** @throws {Refusal} with the message, if it is protected */
export function requireUnprotected(isProtected: boolean, message: string): void {
  if (!isProtected) return;
  throw new Refusal("Protected", message, "Lift the protection (Review → Unprotect), then try again.");
}

/** A build that did not come to its end, with what it left behind. The error that stopped it is the cause. */
export class BuildFailure extends Error {
  override readonly name = "BuildFailure";

  constructor(
    override readonly cause: unknown,
    /** "nothing": the workbook is as before. "unfinished": the sheet is half written; building again repairs it. */
    readonly left: "nothing" | "unfinished",
    /** Name of the hedge sheet. */
    readonly sheet: string,
  ) {
    super(`The hedge sheet “${sheet}” was not finished.`);
  }
}

/** Any error, as something that the user can act on. */
export function describeProblem(error: unknown): Problem {
  if (error instanceof BuildFailure) {
    const problem = describeProblem(error.cause);
    const left =
      error.left === "nothing"
        ? "Nothing in the workbook was changed."
        : `The hedge sheet “${error.sheet}” is unfinished: do not use its numbers yet. ` +
          "Your own cells, and what you typed into its inputs, are as before; building again repairs it.";
    return { ...problem, detail: `${problem.detail} ${left}` };
  }
  if (error instanceof HoldingsProblem) {
    const title =
      error instanceof RecordProblem ? "The hedge sheet cannot be read" : "The holdings cannot be read";
    const problem = { title, detail: error.message, nextStep: error.nextStep };
    const cell = error.cell === undefined ? {} : { cell: { sheet: null, address: error.cell } };
    return { ...problem, code: "Holdings", ...cell };
  }
  if (error instanceof DomainError) return describeDomainError(error);
  if (error instanceof Refusal) {
    const { code, message, nextStep } = error;
    return { title: REFUSED[code], detail: message, nextStep, code };
  }
  const code = officeCode(error);
  if (code !== null) return { ...describeOfficeError(code), code };
  if (error instanceof ReferenceError && /\b(Excel|Office|OfficeExtension)\b/.test(error.message)) {
    return {
      title: "Excel cannot be reached",
      detail: "This page is not running inside Excel, or its connection to Excel did not load.",
      nextStep:
        "Open Hedgesheet from Excel's Home tab; check the internet connection if it was opened there.",
      code: "HostMissing",
    };
  }
  return {
    title: "Something unexpected happened",
    detail: "This is a fault of Hedgesheet, not of your workbook.",
    nextStep: "Try again. If it comes again, choose Copy details and report them.",
    code: error instanceof Error ? error.name : "Unknown",
  };
}

/** Text for [Copy details]: versions, requirement sets, error code and place; no cell values or names of the user's. */
export function details(error: unknown): string {
  const cause = error instanceof BuildFailure ? error.cause : error;
  const lines = [`Problem: ${describeProblem(error).code}`];
  if (error instanceof BuildFailure) lines.push(`Left behind: ${error.left}`);
  if (isOfficeError(cause)) {
    // The statement and message of Office.js may quote sheet names and values; the location only names its own members.
    lines.push(`Place: ${cause.debugInfo?.errorLocation ?? "unknown"}`);
  } else if (cause instanceof Error && !(cause instanceof HoldingsProblem)) {
    const frames = (cause.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
    lines.push(...frames.slice(0, 5).map((frame) => frame.trim().replace(/\(?\S*\/([^/\s]+)\)?$/, "$1")));
  }
  if (typeof Office === "undefined") return [...lines, "Host: none"].join("\n");
  // Without a host, Office.js leaves the context empty whatever its types say.
  const context = Office.context as Partial<Office.Context> | undefined;
  const diagnostics = context?.diagnostics;
  lines.push(
    `Host: ${diagnostics ? `${diagnostics.host} ${diagnostics.version}, ${diagnostics.platform}` : "none"}`,
  );
  const requirements = context?.requirements;
  if (requirements !== undefined) {
    const supported = SETS.filter(([name, version]) => requirements.isSetSupported(name, version));
    lines.push(`Requirement sets: ${supported.map(([name, version]) => `${name} ${version}`).join(", ")}`);
  }
  return lines.join("\n");
}

/** The sets that decide what Hedgesheet can do. */
const SETS = [
  ["ExcelApi", "1.9"],
  ["ExcelApi", "1.12"],
  ["ExcelApi", "1.15"],
  ["SharedRuntime", "1.1"],
  ["CustomFunctionsRuntime", "1.3"],
] as const;

function describeDomainError(error: DomainError): Problem {
  switch (error.kind) {
    case "argument":
      return {
        title: "There is no hedge with this input",
        detail: sentence(error.message),
        nextStep: "Correct it in the pane, or in the book.",
        code: "Input",
      };
    case "missing":
      return {
        title: "A figure is missing",
        detail: sentence(error.message),
        nextStep: "Type it in, or choose another contract or date.",
        code: "Missing",
      };
    case "no-answer":
      return {
        title: "There is no such number",
        detail: sentence(error.message),
        nextStep: "With these inputs the figure does not exist; with others it may.",
        code: "NoAnswer",
      };
  }
}

function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}

interface OfficeError extends Error {
  readonly code: string;
  readonly debugInfo?: { readonly errorLocation?: string };
}

/** By its shape, not its class: Office.js makes its errors in the frame that it was loaded in. */
function isOfficeError(error: unknown): error is OfficeError {
  if (typeof error !== "object" || error === null || !("code" in error) || !("name" in error)) return false;
  return typeof error.code === "string" && /RichApi|OfficeExtension/.test(String(error.name));
}

function officeCode(error: unknown): string | null {
  return isOfficeError(error) ? error.code : null;
}

function describeOfficeError(code: string): Omit<Problem, "code"> {
  switch (code) {
    case "InvalidOperationInCellEditMode":
      return {
        title: "A cell is being edited",
        detail: "Excel refuses changes while you are typing in a cell.",
        nextStep: "Press Enter or Esc in the cell, then try again.",
      };
    case "AccessDenied":
      return {
        title: "Excel does not allow this",
        detail: "The sheet or the workbook is protected, or the file is open for reading only.",
        nextStep: "Lift the protection (Review → Unprotect) or save an editable copy, then try again.",
      };
    case "RequestPayloadSizeLimitExceeded":
    case "ResponsePayloadSizeLimitExceeded":
    case "PayloadLimitExceeded":
    case "RangeExceedsLimit":
    case "OperationCellsExceedLimit":
      return {
        title: "Too many cells at once",
        detail: "Excel limits how many cells an add-in may read or write in one step.",
        nextStep: "Select only the columns and rows of the holdings, then try again.",
      };
    case "ItemNotFound":
    case "InvalidReference":
    case "InvalidObjectPath":
      return {
        title: "Something is no longer there",
        detail: "A sheet, name or range was deleted or renamed in the meantime.",
        nextStep: "Select the holdings again, then try again.",
      };
    case "InvalidSelection":
    case "UnsupportedSheet":
      return {
        title: "No cells are selected",
        // Excel answers the same while the user looks at another workbook:
        // https://github.com/OfficeDev/office-js/issues/6365
        detail:
          "A chart or a picture may be selected instead of cells, or a chart sheet or another workbook is in front.",
        nextStep: "Select the table of holdings, with its header row.",
      };
    case "RequestAborted":
      return {
        title: "Excel stopped half-way",
        detail: "It broke off before it had finished.",
        nextStep: "Try again. If it comes again, save the workbook and open it anew.",
      };
    case "Conflict":
    case "HostIsBusy":
    case "Busy":
    case "TooManyIncompleteRequests":
    case "ServerBusy":
    case "ConnectionFailure":
    case "Timeout":
      return {
        title: "Excel is busy",
        detail: "It is calculating, saving, showing a dialog, or has no connection.",
        nextStep: "Close open dialogs, wait until the status bar says Ready, then try again.",
      };
    case "ItemAlreadyExists":
      return {
        title: "The name is taken",
        detail: "A sheet with the name that the hedge sheet was to have was added in the meantime.",
        nextStep: "Try again: another name will be chosen.",
      };
    case "FilteredRangeConflict":
    case "InsertDeleteConflict":
    case "MergedRangeConflict":
    case "PivotTableRangeConflict":
      return {
        title: "Something on the hedge sheet is in the way",
        detail: "A table, a PivotTable, a filter or merged cells stand where Hedgesheet writes.",
        nextStep: "Move it to a sheet of its own, or choose “New sheet” beside the button, then try again.",
      };
    case "InactiveWorkbook":
      return {
        title: "Another workbook is in front",
        detail: "Excel works for an add-in in the active workbook only.",
        nextStep: "Click into this workbook, then try again.",
      };
    case "ApiNotFound":
    case "ApiNotAvailable":
    case "NotImplemented":
    case "UnsupportedOperation":
    case "UnsupportedFeature":
      return {
        title: "This Excel is too old",
        detail: "It lacks something that Hedgesheet needs.",
        nextStep: "Update to Microsoft 365 or Excel 2024, or open the workbook in Excel on the web.",
      };
    default:
      return {
        title: "Excel did not do it",
        detail: "It gave no reason.",
        nextStep: "Try again. If it comes again, choose Copy details and report them.",
      };
  }
}
