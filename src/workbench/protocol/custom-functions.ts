import { columnName, quoteSheet } from "../engine/address";
import type {
  CallArgument,
  CallFunction,
  CellError,
  CellValue,
  Engine,
  ErrorValue,
  FunctionSpec,
} from "../engine/engine";
import type { Messages } from "./messages";
import { service, type Service } from "./services";

/** The contents of functions.json. */
export interface FunctionsMetadata {
  readonly functions: readonly FunctionMetadata[];
  /** Beside the functions, an add-in may allow error values for all of them. */
  readonly allowErrorForDataTypeAny?: boolean;
}
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description?: string;
    readonly type?: string;
    readonly dimensionality?: string;
    readonly optional?: boolean;
    readonly repeating?: boolean;
  }[];
  readonly result: { readonly type?: string; readonly dimensionality?: string };
  readonly options?: {
    readonly cancelable?: boolean;
    readonly stream?: boolean;
    readonly requiresAddress?: boolean;
  };
  readonly allowErrorForDataTypeAny?: boolean;
}

/** functions.json in the words of the engine. */
export function functionSpecs({ functions }: FunctionsMetadata): FunctionSpec[] {
  return functions.map(({ id, name, description, helpUrl, parameters, result }) => ({
    id,
    name,
    description: description ?? "",
    ...(helpUrl === undefined ? {} : { helpUrl }),
    parameters: parameters.map((parameter) => ({
      ...parameter,
      description: parameter.description ?? "",
      type: parameter.type ?? "any",
      dimensionality: parameter.dimensionality === "matrix" ? "matrix" : "scalar",
    })),
    result: {
      ...(result.type === undefined ? {} : { type: result.type }),
      dimensionality: result.dimensionality === "matrix" ? "matrix" : "scalar",
    },
  }));
}

type Answer = CellValue | readonly (readonly CellValue[])[];

/** Category and types of the messages that call a function and that take a call back. */
const CUSTOM_FUNCTION = 1;
const CALL = 1000;
const CANCEL = 1001;
/** Bits of a call's number. */
const CANCELABLE = 1;
const STREAMING = 2;
const ERRORS_ALLOWED = 4;

/** The library's numbers for the ways a call can fail. 9 and 10: the page has no such function. */
const FAILURES: Readonly<Record<number, ErrorValue | undefined>> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
  9: "#NAME?",
  10: "#NAME?",
};

/** Calls the add-in's functions by message and takes their results, as Excel's calculation does. */
export class CustomFunctionCalls {
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private readonly byId: ReadonlyMap<string, FunctionMetadata>;
  private next = 1;
  private ready = false;
  private queued: (() => void)[] = [];

  constructor(
    private readonly metadata: FunctionsMetadata,
    private readonly engine: Engine,
    private readonly messages: Messages,
  ) {
    this.byId = new Map(metadata.functions.map((spec) => [spec.id, spec]));
  }

  /** How many calls are not answered yet. */
  get pending(): number {
    return this.waiting.size + this.queued.length;
  }

  /** The engine's way to call a function. An error argument is the answer, unless the function allows errors. */
  readonly call: CallFunction = ({ id, args, caller }) => {
    const spec = this.byId.get(id);
    if (!spec) return Promise.resolve<Answer>({ error: "#NAME?" });
    const allowed = spec.allowErrorForDataTypeAny ?? this.metadata.allowErrorForDataTypeAny ?? false;
    const error = allowed ? undefined : args.map(firstError).find((found) => found !== undefined);
    if (error) return Promise.resolve<Answer>({ error: error.error });
    return new Promise<Answer>((resolve) => {
      const send = (): void => this.send(spec, args, this.address(spec, caller), allowed, resolve);
      if (this.ready) send();
      else this.queued.push(send);
    });
  };

  /** Takes an unanswered call back. */
  cancel(invocation: number): void {
    this.waiting.delete(invocation);
    this.messages.send([
      CUSTOM_FUNCTION,
      CANCEL,
      "",
      JSON.stringify({ invocationId: invocation }),
      invocation,
    ]);
  }

  service(): Service {
    return service("Microsoft.ExcelServices.CustomFunctions", {
      _SetOsfControlContainerReadyForCustomFunctions: () => {
        this.ready = true;
        for (const send of this.queued.splice(0)) send();
      },
      _GetEnabledFeatures: () => [1, 2, 3],
      SetInvocationArrayResults: ([results]) => {
        for (const [id, ok, value, failure] of results as [number, boolean, unknown, number?][]) {
          this.answer(id, ok ? answerOf(value) : failed(failure, value));
        }
      },
      SetInvocationResults: ([results]) => {
        for (const result of results as {
          id: number;
          failed?: boolean;
          value: unknown;
          errorCode?: number;
        }[]) {
          this.answer(
            result.id,
            result.failed ? failed(result.errorCode, result.value) : answerOf(result.value),
          );
        }
      },
    });
  }

  private send(
    spec: FunctionMetadata,
    args: readonly CallArgument[],
    address: string | null,
    errorsAllowed: boolean,
    resolve: (answer: Answer) => void,
  ): void {
    const id = this.next++;
    this.waiting.set(id, resolve);
    const { cancelable = false, stream = false } = spec.options ?? {};
    const flags =
      (cancelable ? CANCELABLE : 0) | (stream ? STREAMING : 0) | (errorsAllowed ? ERRORS_ALLOWED : 0);
    const call = [id, spec.id, args.map(onWire), address, flags, null];
    this.messages.send([CUSTOM_FUNCTION, CALL, "", JSON.stringify(call), id]);
  }

  private answer(id: number, answer: Answer): void {
    // A streaming function would answer again and again; here its first answer counts.
    this.waiting.get(id)?.(answer);
    this.waiting.delete(id);
  }

  private address(
    spec: FunctionMetadata,
    caller: { sheet: string; row: number; column: number },
  ): string | null {
    if (!spec.options?.requiresAddress) return null;
    const name = this.engine.sheets().find(({ id }) => id === caller.sheet)?.name ?? "";
    return `${quoteSheet(name)}!${columnName(caller.column)}${caller.row + 1}`;
  }
}

function firstError(argument: CallArgument): CellError | undefined {
  const cells = Array.isArray(argument) ? (argument as readonly (readonly unknown[])[]).flat() : [argument];
  return cells.find((cell): cell is CellError => isCellError(cell));
}

function isCellError(value: unknown): value is CellError {
  return typeof value === "object" && value !== null && "error" in value;
}

/** An argument as the library unpacks it: an error becomes a CustomFunctions.Error there. */
function onWire(argument: CallArgument | CellValue | null): unknown {
  if (Array.isArray(argument)) return argument.map((line: readonly (CellValue | null)[]) => line.map(onWire));
  return isCellError(argument) ? { type: "CustomFunctionError", code: argument.error } : argument;
}

function failed(code: number | undefined, message: unknown): CellError {
  const error = FAILURES[code ?? 0] ?? "#VALUE!";
  return typeof message === "string" && message !== "" ? { error, message } : { error };
}

function answerOf(value: unknown): Answer {
  if (Array.isArray(value))
    return value.map((line) => (Array.isArray(line) ? line.map(cellOf) : [cellOf(line)]));
  return cellOf(value);
}

/** Excel shows a returned null as 0; an object is an error or a data type with a plain value inside. */
function cellOf(value: unknown): CellValue {
  if (value === null || value === undefined) return 0;
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  const { code, basicValue, type, message } = value as Record<string, unknown>;
  if (type === "Error" || typeof code === "string") {
    const error = (code ?? basicValue) as ErrorValue;
    return typeof message === "string" ? { error, message } : { error };
  }
  return typeof basicValue === "number" || typeof basicValue === "string" ? basicValue : { error: "#VALUE!" };
}
