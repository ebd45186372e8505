import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ERROR_TYPE_SET,
  ErrorValueObject,
  FunctionType,
  IDescriptionService,
  IFunctionService,
  NullValueObject,
  NumberValueObject,
  SetTriggerFormulaCalculationStartMutation,
  StringValueObject,
  type BaseValueObject,
  ErrorType,
  type IFunctionInfo,
} from "@univerjs/preset-sheets-core";
import { BooleanNumber, type IUnitRange, type Nullable } from "@univerjs/core";
import type { CallArgument, CallFunction, CellValue, Engine, ErrorValue, FunctionSpec } from "./engine";
import { partOf, type Answer } from "./answers";
import type { UniverBook } from "./univer-book";
import type { MessageOf } from "./univer-cells";

/** What is known of one call in one cell: the same call again is answered from here. */
interface Known {
  answer?: Answer;
}

/** The calls of one cell's formula, the one asked last at the end. */
interface CallsOfCell {
  readonly at: CellOf;
  readonly calls: Map<string, Known>;
}

// Univer has no such error, but takes any text for one.
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
const BUSY = "#BUSY!" as ErrorType;

/** Custom functions: called once per change of their arguments, `#BUSY!` until they answer. */
export function univerFunctions(
  book: UniverBook,
): Pick<Engine, "connectFunctions"> & { messageOf: MessageOf } {
  // A cell that shows #BUSY! is an error to the formulas that read it.
  ERROR_TYPE_SET.add(BUSY);
  const known = new Map<string, CallsOfCell>();
  const answered = new Map<string, IUnitRange>();
  let call: CallFunction | null = null;

  const recalculateAnswered = () => {
    const dirtyRanges = [...answered.values()];
    answered.clear();
    if (dirtyRanges.length === 0) return;
    book.api.syncExecuteCommand(
      SetTriggerFormulaCalculationStartMutation.id,
      { commands: [], forceCalculation: false, dirtyRanges },
      { onlyLocal: true },
    );
  };

  const ask: Ask = (spec, args, at) => {
    const cell = `${at.sheet}!${at.row},${at.column}`;
    const { calls } = known.get(cell) ?? { calls: new Map<string, Known>() };
    known.set(cell, { at, calls });
    const key = `${spec.id}(${JSON.stringify(args)}`;
    const before = calls.get(key);
    if (before) {
      calls.delete(key);
      calls.set(key, before); // the last one asked is the last in order
      return before.answer;
    }
    if (!call) return undefined;
    const now: Known = {};
    if (calls.size >= CALLS_KEPT_PER_CELL) calls.delete(calls.keys().next().value ?? "");
    calls.set(key, now);
    const tell = (answer: Answer) => {
      now.answer = answer;
      const range = { startRow: at.row, endRow: at.row, startColumn: at.column, endColumn: at.column };
      answered.set(cell, { unitId: at.unit, sheetId: at.sheet, range });
      // Answers come in batches: calculate once for all of them.
      setTimeout(recalculateAnswered, 0);
    };
    call({ id: spec.id, args, caller: { sheet: at.sheet, row: at.row, column: at.column } }).then(
      tell,
      (error: unknown) => {
        tell({ error: "#VALUE!", message: error instanceof Error ? error.message : String(error) });
      },
    );
    return undefined;
  };

  return {
    connectFunctions(specs, newCall) {
      call = newCall;
      known.clear();
      const functions = book.injector.get(IFunctionService);
      functions.registerExecutors(...specs.map((spec) => new HostFunction(spec, ask)));
      book.injector.get(IDescriptionService).registerDescriptions(specs.map(toDescription));
      functions.deleteFormulaAstCacheKey(...specs.map((spec) => spec.name));
      book.api.syncExecuteCommand(
        SetTriggerFormulaCalculationStartMutation.id,
        { commands: [], forceCalculation: true },
        { onlyLocal: true },
      );
    },
    messageOf(sheet, row, column, error) {
      // The cell's own formula, or one whose block of answers covers it.
      const answers = [...known.values()]
        .filter(({ at }) => at.sheet === sheet)
        .flatMap(({ at, calls }) =>
          [...calls.values()].map(({ answer }) =>
            answer === undefined ? undefined : partOf(answer, row - at.row, column - at.column),
          ),
        );
      const last = answers.findLast((answer) => typeof answer === "object" && answer.error === error);
      return typeof last === "object" ? last.message : undefined;
    },
  };
}

/** A formula may hold several calls, and each is asked again with every calculation. */
const CALLS_KEPT_PER_CELL = 16;

interface CellOf {
  readonly unit: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** The answer to a call, or undefined while it is awaited. */
type Ask = (spec: FunctionSpec, args: readonly CallArgument[], at: CellOf) => Answer | undefined;

/** A function of the add-in as Univer's calculation sees it. */
class HostFunction extends BaseFunction {
  readonly #spec: FunctionSpec;
  readonly #ask: Ask;

  constructor(spec: FunctionSpec, ask: Ask) {
    super(spec.name);
    this.#spec = spec;
    this.#ask = ask;
  }

  override calculate(...variants: BaseValueObject[]): BaseValueObject {
    // An exception here would end Univer's whole calculation.
    try {
      const { parameters } = this.#spec;
      const required = parameters.filter((parameter) => !parameter.optional && !parameter.repeating).length;
      const repeats = parameters.some((parameter) => parameter.repeating);
      if (variants.length < required || (!repeats && variants.length > parameters.length)) {
        return ErrorValueObject.create(ErrorType.VALUE);
      }
      const args = parameters.map((parameter, i) => toArgument(variants[i], parameter.dimensionality));
      if (holdsBusy(args)) return ErrorValueObject.create(BUSY);
      const answer = this.#ask(this.#spec, args, this.#cell());
      return answer === undefined ? ErrorValueObject.create(BUSY) : fromAnswer(answer);
    } catch (error) {
      console.error(error);
      return ErrorValueObject.create(ErrorType.VALUE);
    }
  }

  #cell(): CellOf {
    return { unit: this.unitId ?? "", sheet: this.subUnitId ?? "", row: this.row, column: this.column };
  }
}

function toArgument(variant: BaseValueObject | undefined, dimensionality: "scalar" | "matrix"): CallArgument {
  if (!variant || variant.isNull()) return null;
  if (!variant.isArray()) {
    const value = toValue(variant);
    return dimensionality === "matrix" ? [[value]] : value;
  }
  const rows = variant.getArrayValue();
  const values = rows.map((row) => row.map(toValue));
  if (dimensionality === "matrix") return values;
  if (values.length === 1 && values[0]?.length === 1) return values[0][0] ?? null;
  return { error: "#VALUE!", message: "One cell was expected, but a range was given." };
}

/** A blank cell is 0, as in Excel for Windows; only an argument that was left out is null. */
function toValue(value: Nullable<BaseValueObject>): CellValue {
  if (!value || value.isNull()) return 0;
  if (value.isError()) return { error: String(value.getValue()) as ErrorValue };
  if (value.isBoolean()) return value.getValue() === true || value.getValue() === 1;
  return value.getValue();
}

function fromAnswer(answer: Answer): BaseValueObject {
  if (typeof answer !== "object" || "error" in answer) return fromValue(answer);
  return ArrayValueObject.create({
    calculateValueList: answer.map((row) => row.map(fromValue)),
    rowCount: answer.length,
    columnCount: answer[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function fromValue(value: CellValue): BaseValueObject {
  if (typeof value === "number") return NumberValueObject.create(value);
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  if (typeof value === "string")
    return value === "" ? NullValueObject.create() : StringValueObject.create(value);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- as above
  return ErrorValueObject.create(value.error as ErrorType);
}

function holdsBusy(args: readonly CallArgument[]): boolean {
  const isBusy = (value: CellValue | null) => typeof value === "object" && value?.error === "#BUSY!";
  return args.some((arg) => (Array.isArray(arg) ? arg.flat().some(isBusy) : isBusy(arg as CellValue | null)));
}

/** What autocomplete and argument help show. */
function toDescription(spec: FunctionSpec): IFunctionInfo {
  return {
    functionName: spec.name,
    functionType: FunctionType.User,
    description: spec.description,
    abstract: spec.description,
    functionParameter: spec.parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description,
      example: "",
      require: parameter.optional ? BooleanNumber.FALSE : BooleanNumber.TRUE,
      repeat: parameter.repeating ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    })),
  };
}
