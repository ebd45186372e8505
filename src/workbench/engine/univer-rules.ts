import {
  BooleanNumber,
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationRenderMode,
  DataValidationType,
  type ISheetDataValidationRule,
} from "@univerjs/core";
import {
  AddCfCommand,
  CFRuleType,
  CFSubRuleType,
  ConditionalFormattingRuleModel,
  DeleteCfCommand,
  type IConditionFormattingRule,
} from "@univerjs/preset-sheets-conditional-formatting";
import {
  AddSheetDataValidationCommand,
  ClearRangeDataValidationCommand,
  SheetDataValidationModel,
} from "@univerjs/preset-sheets-data-validation";
import type { ConditionalFormatRecord, Engine, ValidationRecord } from "./engine";
import { toArea, toRange, type UniverBook } from "./univer-book";
import { sizeOf } from "./univer-formats";
import { hex, keyOf } from "./univer-style";

type Rules = Pick<
  Engine,
  "validations" | "setValidation" | "conditionalFormats" | "addConditionalFormat" | "removeConditionalFormat"
>;

const TYPES = {
  list: DataValidationType.LIST,
  decimal: DataValidationType.DECIMAL,
  wholeNumber: DataValidationType.WHOLE,
  date: DataValidationType.DATE,
  custom: DataValidationType.CUSTOM,
} as const;
const OPERATORS = {
  Between: DataValidationOperator.BETWEEN,
  NotBetween: DataValidationOperator.NOT_BETWEEN,
  EqualTo: DataValidationOperator.EQUAL,
  NotEqualTo: DataValidationOperator.NOT_EQUAL,
  GreaterThan: DataValidationOperator.GREATER_THAN,
  LessThan: DataValidationOperator.LESS_THAN,
  GreaterThanOrEqualTo: DataValidationOperator.GREATER_THAN_OR_EQUAL,
  LessThanOrEqualTo: DataValidationOperator.LESS_THAN_OR_EQUAL,
} as const;

/** What may be typed in a cell, and how a cell looks when something is so. */
export function univerRules(book: UniverBook): Rules {
  const validations = book.injector.get(SheetDataValidationModel);
  const formats = book.injector.get(ConditionalFormattingRuleModel);

  return {
    validations: (sheet) => {
      const size = sizeOf(book, sheet);
      return validations
        .getRules(book.unit, sheet)
        .flatMap((rule) => rule.ranges.map((range) => toValidation(rule, toArea(sheet, range, size))));
    },
    setValidation(area, record) {
      const where = { unitId: book.unit, subUnitId: area.sheet };
      book.execute(ClearRangeDataValidationCommand.id, { ...where, ranges: [toRange(area)] });
      if (!record) return;
      book.execute(AddSheetDataValidationCommand.id, { ...where, rule: fromValidation({ ...record, area }) });
    },
    conditionalFormats: (sheet) => {
      const size = sizeOf(book, sheet);
      const rules = formats.getSubunitRules(book.unit, sheet) ?? [];
      // Univer puts the newest first.
      return rules.flatMap((rule) => toConditionalFormat(rule, sheet, size) ?? []).reverse();
    },
    addConditionalFormat(sheet, record) {
      book.execute(AddCfCommand.id, {
        unitId: book.unit,
        subUnitId: sheet,
        rule: fromConditionalFormat(record),
      });
    },
    removeConditionalFormat(sheet, id) {
      book.execute(DeleteCfCommand.id, { unitId: book.unit, subUnitId: sheet, cfId: id });
    },
  };
}

let nextRule = 1;

function fromValidation(record: ValidationRecord): ISheetDataValidationRule {
  return {
    uid: `validation-${nextRule++}`,
    ranges: [toRange(record.area)],
    type: TYPES[record.type],
    // The cell's text with an arrow, as in Excel; the usual pill makes the row taller.
    renderMode: DataValidationRenderMode.ARROW,
    ...(record.operator && { operator: OPERATORS[record.operator] }),
    formula1: record.formula1,
    ...(record.formula2 !== undefined && { formula2: record.formula2 }),
    allowBlank: record.ignoreBlanks,
    // Univer only warns unless it is told to stop; Excel stops.
    errorStyle: DataValidationErrorStyle.STOP,
    showErrorMessage: true,
    error: record.errorMessage,
    errorTitle: record.errorTitle,
    showInputMessage: record.promptMessage !== "",
    prompt: record.promptMessage,
    promptTitle: record.promptTitle,
  };
}

function toValidation(rule: ISheetDataValidationRule, area: ValidationRecord["area"]): ValidationRecord {
  const operator = keyOf(OPERATORS, rule.operator);
  return {
    area,
    type: keyOf(TYPES, rule.type) ?? "custom",
    ...(operator && { operator }),
    formula1: rule.formula1 ?? "",
    ...(rule.formula2 !== undefined && { formula2: rule.formula2 }),
    errorTitle: rule.errorTitle ?? "",
    errorMessage: rule.error ?? "",
    promptTitle: rule.promptTitle ?? "",
    promptMessage: rule.prompt ?? "",
    ignoreBlanks: rule.allowBlank !== false,
  };
}

function fromConditionalFormat(record: ConditionalFormatRecord): IConditionFormattingRule {
  return {
    cfId: record.id,
    ranges: record.areas.map(toRange),
    stopIfTrue: false,
    rule: {
      type: CFRuleType.highlightCell,
      subType: CFSubRuleType.formula,
      value: record.formula,
      style: {
        ...(record.fill && { bg: { rgb: record.fill } }),
        ...(record.fontColor && { cl: { rgb: record.fontColor } }),
        ...(record.bold && { bl: BooleanNumber.TRUE }),
      },
    },
  };
}

/** Null for a kind of rule that only Univer's own menu makes. */
function toConditionalFormat(
  { cfId, ranges, rule }: IConditionFormattingRule,
  sheet: string,
  size: { rows: number; columns: number },
): ConditionalFormatRecord | null {
  if (!("subType" in rule) || rule.subType !== CFSubRuleType.formula) return null;
  return {
    id: cfId,
    areas: ranges.map((range) => toArea(sheet, range, size)),
    formula: rule.value,
    fill: hex(rule.style.bg?.rgb),
    fontColor: hex(rule.style.cl?.rgb),
    bold: rule.style.bl === BooleanNumber.TRUE,
  };
}
