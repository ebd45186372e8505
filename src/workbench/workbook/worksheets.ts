import type { Session } from "./session";
import { sameName } from "../engine/records";
import { HostError, found } from "./host-error";
import { object, type HostObject, type ObjectClass } from "./object-class";

export const worksheetCollection: ObjectClass<"WorksheetCollection"> = {
  items: (_, { engine }) => engine.sheets().map(({ id }) => object("Worksheet", { sheet: id })),
  call: {
    add: (_, [name], session) => add(name, session),
    getActiveWorksheet: (_, __, { engine }) => object("Worksheet", { sheet: engine.activeSheet() }),
    getCount: (_, [onlyVisible], { engine }) =>
      engine.sheets().filter(({ visibility }) => !onlyVisible || visibility === "Visible").length,
    getFirst: (_, __, { engine }) => object("Worksheet", { sheet: found(engine.sheets()[0]).id }),
    getLast: (_, __, { engine }) => object("Worksheet", { sheet: found(engine.sheets().at(-1)).id }),
    getItem: (_, [key], session) => found(byNameOrId(key, session)),
    getItemOrNullObject: (_, [key], session) => byNameOrId(key, session),
  },
};

function byNameOrId(key: unknown, { engine }: Session): HostObject<"Worksheet"> | null {
  if (typeof key !== "string") throw new HostError("InvalidArgument");
  const sheet = engine.sheets().find(({ id, name }) => id === key || sameName(name, key));
  return sheet ? object("Worksheet", { sheet: sheet.id }) : null;
}

function add(name: string | undefined, session: Session): HostObject<"Worksheet"> {
  if (session.workbookProtected) throw new HostError("AccessDenied");
  const sheet = session.engine.addSheet(
    name === undefined ? freeName(session) : requireSheetName(name, session),
  );
  session.raise({ type: "added", sheet: sheet.id });
  return object("Worksheet", { sheet: sheet.id });
}

function freeName({ engine }: Session): string {
  const taken = (n: number): boolean => engine.sheets().some(({ name }) => sameName(name, `Sheet${n}`));
  let n = 1;
  while (taken(n)) n++;
  return `Sheet${n}`;
}

/** Excel's rules: 1 to 31 characters, none of \ / ? * [ ] :, no apostrophe at either end, not taken, not "History". */
export function requireSheetName(name: string, { engine }: Session, self?: string): string {
  const wellFormed = name.length >= 1 && name.length <= 31 && !/[\\/?*[\]:]|^'|'$/.test(name);
  if (!wellFormed || sameName(name, "History")) throw new HostError("InvalidArgument");
  if (engine.sheets().some((sheet) => sheet.id !== self && sameName(sheet.name, name))) {
    throw new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
  }
  return name;
}
