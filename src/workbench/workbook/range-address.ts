import { formatA1, isOnSheet, parseA1, quoteSheet, splitSheet, type Rectangle } from "../engine/address";
import { findName } from "../engine/defined-names";
import type { Area } from "../engine/engine";
import { sameName } from "../engine/records";
import { HostError } from "./host-error";
import { object, type HostObject } from "./object-class";
import type { Session } from "./session";

/** "'Book 1'!A1:B2", as `Range.address` answers it. */
export function addressOf(area: Area, session: Session): string {
  const sheet = session.engine.sheets().find(({ id }) => id === area.sheet);
  if (!sheet) throw new HostError("InvalidReference");
  return `${quoteSheet(sheet.name)}!${formatA1(area)}`;
}

/** The cells that an address or a name means; null for one that means none. */
export function resolveAddress(address: string, sheet: string | null, session: Session): Area | null {
  const { engine } = session;
  const [sheetName, rest] = splitSheet(address.trim());
  const named =
    sheetName === null ? sheet : engine.sheets().find(({ name }) => sameName(name, sheetName))?.id;
  if (named === undefined) return null;
  const rectangle = parseA1(rest);
  if (rectangle) return named === null ? null : { sheet: named, ...rectangle };
  const name = findName(engine.names(), rest, named);
  return name ? resolveAddress(name.formula.replace(/^=/, ""), name.scope, session) : null;
}

/** A range on a sheet, or Excel's refusal of one that is not on it. */
export function range(sheet: string, rectangle: Rectangle): HostObject<"Range"> {
  if (!isOnSheet(rectangle)) throw new HostError("InvalidArgument");
  const { row, column, rows, columns } = rectangle;
  return object("Range", { sheet, row, column, rows, columns });
}

/** A whole number that a member requires, such as a row index. */
export function whole(value: unknown): number {
  if (typeof value !== "number" || !Number.isInteger(value)) throw new HostError("InvalidArgument");
  return value;
}
