import type { Inputs } from "../plan/read-plan";
import type { WorksheetModel } from "./worksheet";

/**
 * The inputs of a built sheet that a worksheet made from its plan would hold just so. The others could not
 * be read, as a text in the place of a number: they are the sheet's own.
 */
export function inputsTaken(inputs: Inputs, model: WorksheetModel): Inputs {
  const made = new Map<string, Inputs[string]>(
    model.rows.flat().flatMap((cell) => (cell?.input && cell.name ? [[cell.name, cell.content]] : [])),
  );
  return Object.fromEntries(Object.entries(inputs).filter(([name, held]) => isSame(held, made.get(name))));
}

/** As Excel compares: case does not matter. */
function isSame(a: Inputs[string], b: Inputs[string] | undefined): boolean {
  return typeof a === "string" && typeof b === "string" ? a.toUpperCase() === b.toUpperCase() : a === b;
}
