import { CellError, type CellValue } from "../formulas/cells";
import { evaluate } from "../formulas/evaluate";
import type { CellFunction } from "../formulas/formula";

/** What Excel takes for a cell of the answer. */
type ExcelCell = number | string | CustomFunctions.Error;

/**
 * A function as Excel calls it: cells in argument order go in, a block of cells comes out.
 *
 * An answer of one cell that is an error is thrown, as every version of Excel expects; within a block an error is
 * returned in its cell, and Office.js writes it there with its message.
 */
export function customFunction(called: CellFunction): (...cells: unknown[]) => ExcelCell[][] {
  return (...cells) => {
    const answer = evaluate(called, cells).map((line) => line.map(excelCell));
    const only = answer.length === 1 && answer[0]?.length === 1 ? answer[0][0] : undefined;
    if (only instanceof CustomFunctions.Error) throw only;
    return answer;
  };
}

function excelCell(cell: CellValue): ExcelCell {
  return cell instanceof CellError ? excelError(cell) : cell;
}

/** Excel takes #NAME? and #REF! as inputs only; they, and what newer versions add, are told in words. */
function excelError({ code, message }: CellError): CustomFunctions.Error {
  const { ErrorCode } = CustomFunctions;
  switch (code) {
    case "#VALUE!":
      return new CustomFunctions.Error(ErrorCode.invalidValue, message);
    case "#N/A":
      return new CustomFunctions.Error(ErrorCode.notAvailable, message);
    case "#NUM!":
      return new CustomFunctions.Error(ErrorCode.invalidNumber);
    case "#DIV/0!":
      return new CustomFunctions.Error(ErrorCode.divisionByZero);
    case "#NULL!":
      return new CustomFunctions.Error(ErrorCode.nullReference);
    default:
      return new CustomFunctions.Error(ErrorCode.invalidValue, message);
  }
}
