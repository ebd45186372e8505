import type { ConditionalRule, DataValidation } from "hucre/xlsx";
import { formatA1, parseA1 } from "./address";
import type { Area, ConditionalFormatRecord, ValidationRecord } from "./engine";
import { hash, rgb } from "./xlsx-style";

/** A rule as the file stores it: formulas without "=", a list of texts in quotes. */
export function storedValidation(record: ValidationRecord): DataValidation {
  const { type, operator, formula1, formula2, area } = record;
  return {
    type: type === "wholeNumber" ? "whole" : type,
    ...(operator ? { operator: OPERATORS[operator] } : {}),
    formula1:
      type === "list" && !formula1.startsWith("=") ? `"${formula1.replaceAll('"', '""')}"` : bare(formula1),
    ...(formula2 === undefined ? {} : { formula2: bare(formula2) }),
    allowBlank: record.ignoreBlanks,
    showErrorMessage: true,
    errorStyle: "stop",
    errorTitle: record.errorTitle,
    errorMessage: record.errorMessage,
    showInputMessage: record.promptMessage !== "",
    inputTitle: record.promptTitle,
    inputMessage: record.promptMessage,
    range: formatA1(area),
  };
}

/** The records of a stored rule: one per area; kinds that the engine does not know are left out. */
export function validationRecords(stored: DataValidation, sheet: string): ValidationRecord[] {
  const type = stored.type === "whole" ? "wholeNumber" : stored.type;
  if (type === "time" || type === "textLength") return [];
  const operator = keyOf(OPERATORS, stored.operator ?? "between");
  const quoted = stored.values ? stored.values.join(",") : /^"(.*)"$/s.exec(stored.formula1 ?? "")?.[1];
  const formula1 =
    type === "list" && quoted !== undefined ? quoted.replaceAll('""', '"') : shown(stored.formula1 ?? "");
  const bounded = type !== "list" && type !== "custom";
  // LibreOffice writes a second bound of 0 with every rule; in a list Univer takes it for a colour, which is black.
  const hasTwoBounds = bounded && (operator === "Between" || operator === "NotBetween");
  return areasOf(stored.range, sheet).map((area) => ({
    area,
    type,
    ...(bounded && operator ? { operator } : {}),
    formula1,
    ...(hasTwoBounds && stored.formula2 !== undefined ? { formula2: shown(stored.formula2) } : {}),
    errorTitle: stored.errorTitle ?? "",
    errorMessage: stored.errorMessage ?? "",
    promptTitle: stored.inputTitle ?? "",
    promptMessage: stored.inputMessage ?? "",
    ignoreBlanks: stored.allowBlank ?? false,
  }));
}

export function storedConditionalFormat(record: ConditionalFormatRecord, index: number): ConditionalRule {
  const { fill, fontColor, bold } = record;
  return {
    type: "expression",
    priority: index + 1,
    formula: bare(record.formula),
    range: record.areas.map((area) => formatA1(area)).join(" "),
    style: {
      ...(fill ? { fill: { type: "pattern", pattern: "solid", bgColor: rgb(fill) } } : {}),
      ...(fontColor || bold
        ? { font: { ...(fontColor ? { color: rgb(fontColor) } : {}), ...(bold ? { bold } : {}) } }
        : {}),
    },
  };
}

export function conditionalFormatRecords(
  rules: readonly ConditionalRule[],
  sheet: string,
): ConditionalFormatRecord[] {
  return rules.flatMap((rule, index) => {
    if (rule.type !== "expression") return [];
    const formula = Array.isArray(rule.formula) ? (rule.formula[0] ?? "") : (rule.formula ?? "");
    const fill =
      rule.style?.fill?.type === "pattern"
        ? (rule.style.fill.bgColor ?? rule.style.fill.fgColor)?.rgb
        : undefined;
    const font = rule.style?.font;
    return {
      id: `{CF-file-${index + 1}}`,
      areas: areasOf(rule.range, sheet),
      formula: `=${formula}`,
      fill: fill ? hash(fill) : "",
      fontColor: font?.color?.rgb ? hash(font.color.rgb) : "",
      bold: font?.bold ?? false,
    };
  });
}

const OPERATORS = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqualTo: "greaterThanOrEqual",
  LessThanOrEqualTo: "lessThanOrEqual",
} as const;

function keyOf(map: typeof OPERATORS, value: string): keyof typeof OPERATORS | undefined {
  return (Object.keys(map) as (keyof typeof OPERATORS)[]).find((key) => map[key] === value);
}

/** "A1:B2 D4" → areas. */
export function areasOf(range: string, sheet: string): Area[] {
  return range.split(/[\s,]+/).flatMap((part) => {
    const area = parseA1(part);
    return area ? { sheet, ...area } : [];
  });
}

function bare(formula: string): string {
  return formula.replace(/^=/, "");
}

/** A bound that is no plain number is a formula. */
function shown(stored: string): string {
  return stored !== "" && Number.isFinite(Number(stored)) ? stored : `=${stored}`;
}
