import { formatA1, parseA1, quoteSheet } from "../engine/address";
import type { NameRecord } from "../engine/engine";
import { sameName } from "../engine/records";
import { requireFormula } from "./formula-text";
import { found, HostError } from "./host-error";
import { object, type HostObject, type ObjectClass } from "./object-class";
import { resolveAddress } from "./range-address";
import { sheetOf, type Session } from "./session";

export const namedItemCollection: ObjectClass<"NamedItemCollection"> = {
  items: ({ scope }, session) =>
    namesIn(scope, session).map(({ name }) => object("NamedItem", { name, scope })),
  call: {
    add: ({ scope }, [name, reference, comment], session) =>
      add(
        {
          name: String(name),
          formula: formulaOf(reference, session),
          scope,
          comment: comment ?? "",
          visible: true,
        },
        session,
      ),
    getCount: ({ scope }, _, session) => namesIn(scope, session).length,
    getItem: ({ scope }, [name], session) => found(find(name, scope, session)),
    getItemOrNullObject: ({ scope }, [name], session) => find(name, scope, session),
  },
};

/** The names of the workbook or of one sheet. What is printed has names too: Excel's own, listed with the others. */
function namesIn(scope: string | null, session: Session): NameRecord[] {
  const given = session.engine.names().filter((record) => record.scope === scope);
  return scope === null ? given : [...given, ...printNames(scope, session)];
}

function printNames(sheet: string, session: Session): NameRecord[] {
  const { name: sheetName, pageLayout } = found(sheetOf(session, sheet));
  const onSheet = (address: string): string =>
    address
      .split(",")
      .flatMap((part) => parseA1(part) ?? [])
      .map((area) => `${quoteSheet(sheetName)}!${formatA1(area, true)}`)
      .join(",");
  const { printArea, titleRows } = pageLayout;
  return [
    { name: "Print_Area", address: printArea },
    { name: "Print_Titles", address: titleRows },
  ].flatMap(({ name, address }) =>
    address === ""
      ? []
      : [{ name, formula: `=${onSheet(address)}`, scope: sheet, comment: "", visible: true }],
  );
}

function find(name: unknown, scope: string | null, session: Session): HostObject<"NamedItem"> | null {
  const record = namesIn(scope, session).find((item) => sameName(item.name, String(name)));
  return record ? object("NamedItem", { name: record.name, scope }) : null;
}

/** Excel's rules: begins with a letter, _ or \, no spaces, no cell address, 255 characters at most, not taken. */
function add(record: NameRecord, session: Session): HostObject<"NamedItem"> {
  const wellFormed = /^[A-Za-z_\\\u00c0-\uffff][\w.?\\\u00c0-\uffff]{0,254}$/.test(record.name);
  if (!wellFormed || /^(?:[A-Z]{1,3}\d+|R\d*C?\d*|C\d*)$/i.test(record.name))
    throw new HostError("InvalidArgument");
  if (find(record.name, record.scope, session)) throw new HostError("ItemAlreadyExists");
  session.engine.setName(record);
  return object("NamedItem", { name: record.name, scope: record.scope });
}

/** A range, or a formula with or without its "=". */
function formulaOf(reference: unknown, session: Session): string {
  if (typeof reference === "object" && reference !== null) {
    const { state } = reference as HostObject<"Range">;
    return `=${quoteSheet(found(sheetOf(session, state.sheet)).name)}!${formatA1(state, true)}`;
  }
  const formula = String(reference);
  return requireFormula(formula.startsWith("=") ? formula : `=${formula}`);
}

type NameState = HostObject<"NamedItem">["state"];

export const namedItem: ObjectClass<"NamedItem"> = {
  id: ({ name }) => name,
  get: {
    name: ({ name }) => name,
    formula: (state, session) => recordOf(state, session).formula,
    value: (state, session) => valueOf(state, session),
    type: (state, session) => typeOf(state, session),
    visible: (state, session) => recordOf(state, session).visible,
    comment: (state, session) => recordOf(state, session).comment,
    scope: ({ scope }) => (scope === null ? "Workbook" : "Worksheet"),
  },
  set: {
    visible: (state, visible, session) => change(state, { visible }, session),
    comment: (state, comment, session) => change(state, { comment }, session),
    formula: (state, formula, session) => change(state, { formula: formulaOf(formula, session) }, session),
  },
  navigate: {
    worksheet: ({ scope }) => object("Worksheet", { sheet: found(scope) }),
    worksheetOrNullObject: ({ scope }) => (scope === null ? null : object("Worksheet", { sheet: scope })),
  },
  call: {
    delete: (state, _, session) => session.engine.removeName(requireGiven(state).name, state.scope),
    getRange: (state, _, session) => {
      const area = areaOf(state, session);
      if (!area) throw new HostError("InvalidReference");
      return object("Range", area);
    },
    getRangeOrNullObject: (state, _, session) => {
      const area = areaOf(state, session);
      return area && object("Range", area);
    },
  },
};

function recordOf({ name, scope }: NameState, session: Session): NameRecord {
  return found(namesIn(scope, session).find((record) => sameName(record.name, name)));
}

/** A name that is not one of the page set-up's. */
function requireGiven(state: NameState): NameState {
  if (/^Print_(?:Area|Titles)$/i.test(state.name)) {
    throw new HostError("ApiNotFound", `HOST: a change of the name ${state.name} is not implemented`);
  }
  return state;
}

function change(state: NameState, part: Partial<NameRecord>, session: Session): void {
  session.engine.setName({ ...recordOf(requireGiven(state), session), ...part });
}

function areaOf(state: NameState, session: Session): ReturnType<typeof resolveAddress> {
  return resolveAddress(recordOf(state, session).formula.replace(/^=/, ""), state.scope, session);
}

/** The constant that a name holds, or the address of its range. */
function valueOf(state: NameState, session: Session): string | number | boolean {
  const text = recordOf(state, session).formula.replace(/^=/, "");
  if (areaOf(state, session)) return text;
  if (/^".*"$/s.test(text)) return text.slice(1, -1).replaceAll('""', '"');
  if (/^(?:TRUE|FALSE)$/i.test(text)) return text.toUpperCase() === "TRUE";
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : `=${text}`;
}

function typeOf(state: NameState, session: Session): `${Excel.NamedItemType}` {
  if (areaOf(state, session)) return "Range";
  const value = valueOf(state, session);
  if (typeof value === "number") return Number.isInteger(value) ? "Integer" : "Double";
  if (typeof value === "boolean") return "Boolean";
  return value.startsWith("#") || value.startsWith("=#") ? "Error" : "String";
}
