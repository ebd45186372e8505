import type { CallArgument, CellError, CellValue, FunctionSpec } from "./engine";
import { BUSY } from "./ironcalc-model";

type Parameter = FunctionSpec["parameters"][number];

/** A value that cannot become what the parameter asks for: the function is not called. */
export interface ConversionError extends CellError {
  readonly conversion: true;
}

/**
 * Cells as a function gets them: null for an argument left out, one value for a scalar parameter (converted to
 * the type it declares), rows of values for a matrix. A blank cell is 0, as in Excel for Windows.
 */
export function convertArgument(
  values: readonly (readonly CellValue[])[] | null,
  parameter: Parameter | undefined,
): CallArgument {
  if (values === null) return null;
  const cells = values.map((line) => line.map((value) => (value === "" ? 0 : value)));
  if (parameter?.dimensionality === "matrix") return cells;
  const only = cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : undefined;
  return only === undefined ? refused() : converted(only, parameter?.type ?? "any");
}

function converted(value: CellValue, type: string): CallArgument {
  if (typeof value === "object" || type === "any") return value;
  if (type === "number") {
    const number = typeof value === "string" && value.trim() === "" ? NaN : Number(value);
    return Number.isNaN(number) ? refused() : number;
  }
  if (type === "boolean") return typeof value === "string" ? refused() : Boolean(value);
  if (type === "string") return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
  return value;
}

function refused(): ConversionError {
  return { error: "#VALUE!", conversion: true };
}

/** An answer as it is typed into a cell of the scratch sheet. */
export function answerInput(value: CellValue): string {
  if (typeof value === "object") return value.error === "#BUSY!" ? BUSY : value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") return String(value);
  return value === "" ? '=""' : `'${value}`;
}
