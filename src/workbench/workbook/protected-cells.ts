import { intersection } from "../engine/address";
import type { Area } from "../engine/engine";
import { HostError } from "./host-error";
import { sheetOf, type Session } from "./session";

/** Refuses a change of what locked cells hold, on a protected sheet. */
export function requireUnlocked(areas: readonly Area[], session: Session): void {
  for (const area of areas) if (isLocked(area, session)) throw new HostError("AccessDenied");
}

function isLocked(area: Area, session: Session): boolean {
  if (!sheetOf(session, area.sheet)?.protected) return false;
  const { engine } = session;
  // Beyond the used cells every cell has the format of the last one looked at: locked, unless somebody said otherwise.
  const used = engine.usedArea(area.sheet);
  const looked = used && area.rows * area.columns > 1_000_000 ? intersection(area, used) : area;
  if (!looked) return true;
  return engine.format({ sheet: area.sheet, ...looked }).some((line) => line.some(({ locked }) => locked));
}

/** Refuses a change of a protected sheet itself, or of how any cell looks: protection allows neither by default. */
export function requireUnprotected(sheet: string, session: Session): void {
  if (sheetOf(session, sheet)?.protected) throw new HostError("AccessDenied");
}
