import type { ColumnChoice } from "./detect-columns";
import type { Holdings, SelectedCells } from "./holdings";

/**
 * The holdings in a selection, read as the choice says.
 *
 * @throws {HoldingsProblem} a cell cannot be read as what its column should hold, or there are no holdings
 */
export function readHoldings(cells: SelectedCells, choice: ColumnChoice): Holdings {
  throw new Error(`not yet: ${cells.sheet} ${choice.headerRow}`);
}
