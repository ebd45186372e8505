import { Refusal } from "./problem";

/**
 * The number in the active cell.
 *
 * @throws {Refusal} the cell holds no number
 */
export function readActiveNumber(): Promise<number> {
  return Excel.run(async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load("address,values");
    await context.sync();
    const value: unknown = cell.values[0]?.[0];
    if (typeof value === "number") return value;
    const address = cell.address.slice(cell.address.lastIndexOf("!") + 1);
    throw new Refusal(
      "NoNumber",
      value === "" ? `Cell ${address} is blank.` : `Cell ${address} holds no number.`,
      "Select the cell with the price on the sheet, then choose Pick again.",
    );
  });
}
