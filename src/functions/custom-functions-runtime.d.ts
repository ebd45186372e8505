/**
 * What we use of Office.js's custom-function runtime; @types/office-js does not describe it.
 *
 * @see https://learn.microsoft.com/javascript/api/custom-functions-runtime
 */
declare namespace CustomFunctions {
  function associate(id: string, run: (...cells: unknown[]) => unknown): void;

  enum ErrorCode {
    invalidValue = "#VALUE!",
    notAvailable = "#N/A",
    divisionByZero = "#DIV/0!",
    invalidNumber = "#NUM!",
    nullReference = "#NULL!",
  }

  class Error extends globalThis.Error {
    constructor(code: ErrorCode, message?: string);
    readonly code: ErrorCode;
  }
}
