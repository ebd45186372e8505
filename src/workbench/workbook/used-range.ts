import { intersection } from "../engine/address";
import type { Area } from "../engine/engine";
import type { HostObject } from "./object-class";
import { range } from "./range-address";
import type { Session } from "./session";

/** The part of an area that holds values or formulas; null if there is none. */
export function usedRange(area: Area, { engine }: Session): HostObject<"Range"> | null {
  const used = engine.usedArea(area.sheet);
  const common = used && intersection(used, area);
  if (!common) return null;
  const filled = trimmed({ sheet: area.sheet, ...common }, engine);
  return filled && range(area.sheet, filled);
}

/** Without the blank rows and columns at its edges, which the sheet's used area may bring along. */
function trimmed(area: Area, engine: Session["engine"]): Area | null {
  const inputs = engine.inputs(area);
  const values = engine.values(area);
  let top = Infinity,
    left = Infinity,
    bottom = -1,
    right = -1;
  inputs.forEach((line, i) =>
    line.forEach((input, j) => {
      if (input === "" && values[i]?.[j] === "") return;
      top = Math.min(top, i);
      bottom = Math.max(bottom, i);
      left = Math.min(left, j);
      right = Math.max(right, j);
    }),
  );
  if (bottom < 0) return null;
  const { sheet, row, column } = area;
  return { sheet, row: row + top, column: column + left, rows: bottom - top + 1, columns: right - left + 1 };
}
