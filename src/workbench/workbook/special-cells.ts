import type { Area, CellInput, CellValue } from "../engine/engine";
import { HostError } from "./host-error";
import { object, type HostObject } from "./object-class";
import type { Session } from "./session";
import { usedRange } from "./used-range";

/** The cells of a kind inside an area, as one or more blocks; null if there are none. */
export function specialCells(
  area: Area,
  type: string,
  valueType: unknown,
  session: Session,
): HostObject<"RangeAreas"> | null {
  const wanted = kinds[type];
  if (!wanted)
    throw new HostError("InvalidArgument", `HOST: special cells of type ${type} are not implemented`);
  const used = usedRange(area, session)?.state;
  if (!used) return null;
  const { engine } = session;
  const inputs = engine.inputs(used);
  const values = engine.values(used);
  const blocks: Area[] = [];
  for (let i = 0; i < used.rows; i++) {
    for (let j = 0; j < used.columns; j++) {
      const hit = (column: number): boolean =>
        wanted(inputs[i]?.[column] ?? "", engine.rowHidden(used.sheet, used.row + i)) &&
        isOfType(values[i]?.[column] ?? "", valueType);
      if (!hit(j)) continue;
      let end = j + 1;
      while (end < used.columns && hit(end)) end++;
      addRow(blocks, {
        sheet: used.sheet,
        row: used.row + i,
        column: used.column + j,
        rows: 1,
        columns: end - j,
      });
      j = end;
    }
  }
  return blocks.length > 0 ? object("RangeAreas", blocks) : null;
}

const kinds: Record<string, ((input: CellInput, rowHidden: boolean) => boolean) | undefined> = {
  Blanks: (input) => input === "",
  Constants: (input) => input !== "" && !isFormula(input),
  Formulas: isFormula,
  Visible: (_, rowHidden) => !rowHidden,
};

function isFormula(input: CellInput): boolean {
  return typeof input === "string" && input.startsWith("=");
}

function isOfType(value: CellValue, wanted: unknown): boolean {
  if (typeof wanted !== "string" || wanted === "All") return true;
  const type =
    typeof value === "object"
      ? "Errors"
      : { number: "Numbers", string: "Text", boolean: "Logical" }[typeof value as "number"];
  return wanted.includes(type);
}

/** A row run joins the block above it when both cover the same columns. */
function addRow(blocks: Area[], run: Area): void {
  const index = blocks.findIndex(
    (block) =>
      block.column === run.column && block.columns === run.columns && block.row + block.rows === run.row,
  );
  const above = blocks[index];
  if (above) blocks[index] = { ...above, rows: above.rows + 1 };
  else blocks.push(run);
}
