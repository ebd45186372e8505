import { formatA1, intersection, quoteSheet } from "../engine/address";
import type { Area, ValidationRecord } from "../engine/engine";
import { found, HostError } from "./host-error";
import type { HostObject, ObjectClass } from "./object-class";
import { requireUnprotected } from "./protected-cells";
import { sheetOf, type Session } from "./session";

type Areas = readonly Area[];

/** The part of a record that the add-in has not said yet. */
const BLANK: Omit<ValidationRecord, "area"> = {
  type: "custom",
  formula1: "",
  errorTitle: "",
  errorMessage: "",
  promptTitle: "",
  promptMessage: "",
  ignoreBlanks: true,
};

export const dataValidation: ObjectClass<"DataValidation"> = {
  get: {
    type: (areas, session) => {
      const record = recordOf(areas, session);
      return record ? TYPES[record.type] : "None";
    },
    rule: (areas, session) => ruleOf(recordOf(areas, session)),
    ignoreBlanks: (areas, session) => recordOf(areas, session)?.ignoreBlanks ?? true,
    errorAlert: (areas, session) => {
      const { errorMessage = "", errorTitle = "" } = recordOf(areas, session) ?? {};
      return { message: errorMessage, title: errorTitle, showAlert: true, style: "Stop" };
    },
    prompt: (areas, session) => {
      const { promptMessage = "", promptTitle = "" } = recordOf(areas, session) ?? {};
      return { message: promptMessage, title: promptTitle, showPrompt: true };
    },
  },
  set: {
    rule: (areas, rule, session) => {
      const { errorTitle, errorMessage, promptTitle, promptMessage, ignoreBlanks } =
        recordOf(areas, session) ?? BLANK;
      const kept = { errorTitle, errorMessage, promptTitle, promptMessage, ignoreBlanks };
      change(areas, { ...kept, ...fromRule(rule, session) }, session);
    },
    ignoreBlanks: (areas, ignoreBlanks, session) => changePart(areas, { ignoreBlanks }, session),
    errorAlert: (areas, alert, session) =>
      changePart(areas, { errorTitle: alert.title, errorMessage: alert.message }, session),
    prompt: (areas, prompt, session) =>
      changePart(areas, { promptTitle: prompt.title, promptMessage: prompt.message }, session),
  },
  call: { clear: (areas, _, session) => change(areas, null, session) },
};

const TYPES = {
  list: "List",
  decimal: "Decimal",
  wholeNumber: "WholeNumber",
  date: "Date",
  custom: "Custom",
} as const satisfies Record<ValidationRecord["type"], `${Excel.DataValidationType}`>;

function recordOf(areas: Areas, { engine }: Session): ValidationRecord | undefined {
  const first = found(areas[0]);
  const corner = { ...first, rows: 1, columns: 1 };
  return engine.validations(first.sheet).find(({ area }) => intersection(area, corner));
}

/** Alert, prompt and blanks belong to a rule; Excel keeps none of them for a cell without one. */
function changePart(areas: Areas, part: Partial<ValidationRecord>, session: Session): void {
  const record = recordOf(areas, session);
  if (!record) throw new HostError("InvalidOperation");
  change(areas, { ...record, ...part }, session);
}

function change(areas: Areas, record: Omit<ValidationRecord, "area"> | null, session: Session): void {
  for (const { sheet } of areas) requireUnprotected(sheet, session);
  if (record) requireShort(record);
  for (const area of areas) session.engine.setValidation(area, record);
}

/** Excel's longest title, error message, prompt, and list or formula: [MS-XLS] 2.5.37 and its user interface. */
const LONGEST = { title: 32, error: 225, prompt: 255, formula: 255 };

function requireShort(record: Omit<ValidationRecord, "area">): void {
  const { errorTitle, promptTitle, errorMessage, promptMessage, formula1, formula2 = "" } = record;
  const fits =
    Math.max(errorTitle.length, promptTitle.length) <= LONGEST.title &&
    errorMessage.length <= LONGEST.error &&
    promptMessage.length <= LONGEST.prompt &&
    Math.max(formula1.length, formula2.length) <= LONGEST.formula;
  if (!fits) throw new HostError("InvalidArgument");
}

type Rule = Excel.DataValidationRule;
type BasicRule = Excel.BasicDataValidation | Excel.DateTimeDataValidation;

function fromRule(
  rule: Rule,
  session: Session,
): Pick<ValidationRecord, "type" | "operator" | "formula1" | "formula2"> {
  if (rule.list) return { type: "list", formula1: formulaText(rule.list.source, session) };
  if (rule.custom) return { type: "custom", formula1: formulaText(rule.custom.formula, session) };
  for (const type of ["decimal", "wholeNumber", "date"] as const) {
    const basic: BasicRule | undefined = rule[type];
    if (!basic) continue;
    const formula2 = basic.formula2 === undefined ? {} : { formula2: formulaText(basic.formula2, session) };
    return {
      type,
      operator: operatorOf(basic.operator),
      formula1: formulaText(basic.formula1, session),
      ...formula2,
    };
  }
  const kinds = Object.keys(rule).join(", ");
  throw new HostError("InvalidArgument", `HOST: data validation by ${kinds || "nothing"} is not implemented`);
}

const OPERATORS = [
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqualTo",
  "LessThanOrEqualTo",
] as const;

function operatorOf(value: string): (typeof OPERATORS)[number] {
  return found(OPERATORS.find((name) => name === value));
}

/** A bound may be a number, a formula, or a range. */
function formulaText(value: unknown, session: Session): string {
  if (typeof value === "string" || typeof value === "number") return String(value);
  const { state } = value as HostObject<"Range">;
  return `=${quoteSheet(found(sheetOf(session, state.sheet)).name)}!${formatA1(state, true)}`;
}

function ruleOf(record: ValidationRecord | undefined): Rule {
  if (!record) return {};
  const { type, formula1, formula2, operator = "Between" } = record;
  if (type === "list") return { list: { inCellDropDown: true, source: formula1 } };
  if (type === "custom") return { custom: { formula: formula1 } };
  const bounds = { formula1, operator, ...(formula2 === undefined ? {} : { formula2 }) };
  return { [type]: bounds };
}
