/** Codes that Excel's documentation lists, and Office.js's own for a path that leads nowhere. */
export type HostErrorCode = `${Excel.ErrorCodes}` | "InvalidObjectPath";

const MESSAGES: Partial<Record<HostErrorCode, string>> = {
  AccessDenied: "You cannot perform the requested operation.",
  ApiNotFound:
    "The API you are trying to use could not be found. It may be available in a newer version of Excel.",
  GeneralException: "There was an internal error while processing the request.",
  InvalidArgument: "The argument is invalid or missing or has an incorrect format.",
  InvalidOperation: "The operation attempted is invalid on the object.",
  InvalidReference: "This reference is not valid for the current operation.",
  InvalidSelection: "The current selection is invalid for this operation.",
  ItemAlreadyExists: "The resource being created already exists.",
  ItemNotFound: "The requested resource doesn't exist.",
  RequestAborted: "The request was aborted during run time.",
  UnsupportedOperation: "The operation being attempted is not supported.",
};

const HTTP_STATUS: Partial<Record<HostErrorCode, number>> = {
  AccessDenied: 403,
  ApiNotFound: 404,
  GeneralException: 500,
  ItemAlreadyExists: 409,
  ItemNotFound: 404,
};

/** What Excel answers instead of a result: reaches the add-in as an OfficeExtension.Error with this code. */
export class HostError extends Error {
  override readonly name = "HostError";

  /** @param location the member that refused, "Range.values"; the executor fills it in when it is left out */
  constructor(
    readonly code: HostErrorCode,
    message = MESSAGES[code] ?? code,
    readonly location = "",
  ) {
    super(message);
  }

  get httpStatus(): number {
    return HTTP_STATUS[this.code] ?? 400;
  }
}

/** The item, or Excel's error for one that does not exist. */
export function found<T>(item: T | null | undefined): T {
  if (item === null || item === undefined) throw new HostError("ItemNotFound");
  return item;
}
