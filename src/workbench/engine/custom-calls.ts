import { parseA1, quoteSheet, splitSheet } from "./address";
import { isMatrix, partOf, type Answer } from "./answers";
import { answerInput, convertArgument } from "./call-values";
import type { CallArgument, CallFunction, CellError, CellValue, FunctionSpec, Sheet } from "./engine";
import { closingBracket, rewrite, tokenize, type Token } from "./formula-tokens";
import { BUSY, type IronCalcModel, type SheetArea } from "./ironcalc-model";
import { ScratchColumns } from "./scratch-columns";

/** An argument as it stands in the formula: left out, a reference, or a formula on the scratch sheet. */
type Argument =
  | { readonly kind: "omitted" }
  | { readonly kind: "cells"; readonly area: SheetArea }
  | { readonly kind: "scratch"; readonly column: number };

/** One call of a custom function in one formula. */
interface Call {
  readonly spec: FunctionSpec;
  readonly caller: { readonly sheet: string; readonly row: number; readonly column: number };
  readonly args: readonly Argument[];
  /** Where the answer is written on the scratch sheet; its size follows the answer. */
  result: { column: number; rows: number; columns: number };
  /** The arguments of the last call, as text: the function is called again only when they change. */
  calledWith: string | null;
  answer: Answer | null;
}

interface Owner {
  readonly key: string;
  readonly caller: Call["caller"];
  readonly calls: Call[];
  /** Whether the formula is one call and nothing else: then the cell shows the call's message too. */
  readonly plain: boolean;
}

/**
 * Custom functions for a calculation that knows none: each call in a formula is replaced by a reference to a
 * scratch sheet, where its answer is written once the add-in has given it.
 */
export class CustomCalls {
  private readonly specs: ReadonlyMap<string, FunctionSpec>;
  private readonly owners = new Map<string, Owner>();
  private readonly scratch: ScratchColumns;

  constructor(
    specs: readonly FunctionSpec[],
    private readonly call: CallFunction,
    private readonly model: IronCalcModel,
    /** Told when an answer came: which cell's formula has to be written and calculated again. */
    private readonly answered: (caller: Call["caller"]) => void,
  ) {
    this.specs = new Map(specs.map((spec) => [spec.name.toUpperCase(), spec]));
    this.scratch = new ScratchColumns(model);
  }

  /** Whether a formula calls one of the functions. */
  concerns(formula: string): boolean {
    return tokenize(formula).some(
      ({ kind, text }) => kind === "function" && this.specs.has(text.toUpperCase()),
    );
  }

  /** The formula as the calculation takes it, with each call replaced by a reference to its answer. */
  translate(formula: string, caller: Call["caller"], sheets: readonly Sheet[]): string {
    const key = keyOf(caller);
    const known = this.owners.get(key);
    const calls: Call[] = [];
    const translated = this.replaceCalls(tokenize(formula), caller, sheets, calls, known?.calls ?? []);
    for (const old of known?.calls ?? []) if (!calls.includes(old)) this.release(old);
    if (calls.length > 0) {
      const tokens = tokenize(formula.trim());
      const plain = tokens[1]?.kind === "function" && closingBracket(tokens, 2) === tokens.length - 1;
      this.owners.set(key, { key, caller, calls, plain });
    } else this.owners.delete(key);
    return translated;
  }

  /** Forgets the calls of a cell that no longer has them. */
  drop(caller: Call["caller"]): void {
    const owner = this.owners.get(keyOf(caller));
    if (!owner) return;
    for (const call of owner.calls) this.release(call);
    this.owners.delete(owner.key);
  }

  dropSheet(sheet: string): void {
    for (const { caller } of [...this.owners.values()]) if (caller.sheet === sheet) this.drop(caller);
  }

  /** The cells whose formulas call functions. */
  callers(): Call["caller"][] {
    return [...this.owners.values()].map(({ caller }) => caller);
  }

  /** The error that a call answered in a cell, its own or one whose block of answers covers it, with its message. */
  errorAt(cell: Call["caller"]): CellError | null {
    const own = this.owners.get(keyOf(cell));
    // A column of calls is longer than there are blocks: the others are only looked through for a spilled cell.
    for (const { caller, plain, calls } of own ? [own] : this.owners.values()) {
      const answer = calls.at(-1)?.answer ?? null;
      if (!plain || answer === null || caller.sheet !== cell.sheet) continue;
      const part = partOf(answer, cell.row - caller.row, cell.column - caller.column);
      if (typeof part === "object") return part;
    }
    return null;
  }

  /** Calls every function whose arguments have changed. @returns true if cells now wait for an answer */
  callChanged(): boolean {
    const calls = [...this.owners.values()].flatMap((owner) => owner.calls);
    if (calls.length === 0) return false;
    const areas = calls.map((call) => call.args.map((argument) => this.areaOf(argument)));
    const read = this.model.readAll(areas.flat().filter((area) => area !== null));
    let next = 0;
    let waiting = false;
    calls.forEach((call, i) => {
      const values = (areas[i] ?? []).map((area) => (area ? (read[next++] ?? []) : null));
      const args = values.map((value, n) => convertArgument(value, call.spec.parameters[n]));
      if (values.some((value) => value?.flat().some(isBusy))) return;
      const calledWith = JSON.stringify(args);
      if (calledWith === call.calledWith) return;
      call.calledWith = calledWith;
      this.writeAnswer(call, { error: "#BUSY!" });
      waiting = true;
      void this.ask(call, args, calledWith);
    });
    return waiting;
  }

  private async ask(call: Call, args: readonly CallArgument[], calledWith: string): Promise<void> {
    const refused = args.find((argument): argument is CellError => isConversionError(argument));
    const answer =
      refused ??
      (await this.call({ id: call.spec.id, args, caller: call.caller }).catch((): CellError => ({
        error: "#VALUE!",
      })));
    // The arguments may have changed while the function was at work: then another call is under way.
    if (call.calledWith !== calledWith || !this.owners.get(keyOf(call.caller))?.calls.includes(call)) return;
    this.writeAnswer(call, answer);
    this.answered(call.caller);
  }

  private writeAnswer(call: Call, answer: Answer): void {
    call.answer = answer;
    const lines = isMatrix(answer) ? answer : [[answer]];
    const rows = lines.length;
    const columns = Math.max(1, ...lines.map(({ length }) => length));
    const { result } = call;
    if (columns > result.columns) {
      this.scratch.release(result.column, result.columns);
      call.result = { column: this.scratch.take(columns), rows: 1, columns };
    } else this.scratch.clear(result.column, result.columns);
    call.result.rows = rows;
    lines.forEach((line, row) =>
      line.forEach((value, i) => this.scratch.write(row, call.result.column + i, answerInput(value))),
    );
  }

  private replaceCalls(
    tokens: readonly Token[],
    caller: Call["caller"],
    sheets: readonly Sheet[],
    calls: Call[],
    known: readonly Call[],
  ): string {
    let text = "";
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      const spec = token?.kind === "function" ? this.specs.get(token.text.toUpperCase()) : undefined;
      const close = spec ? closingBracket(tokens, i + 1) : -1;
      if (!spec || close < 0) {
        text += token?.text ?? "";
        continue;
      }
      const parts = splitArguments(tokens.slice(i + 2, close)).map((part) =>
        this.replaceCalls(part, caller, sheets, calls, known),
      );
      const reuse = known.find(
        (call) =>
          call.spec === spec && !calls.includes(call) && this.sameArguments(call, parts, caller, sheets),
      );
      const call = reuse ?? this.newCall(spec, parts, caller, sheets);
      calls.push(call);
      text += this.reference(call);
      i = close;
    }
    return text;
  }

  private newCall(
    spec: FunctionSpec,
    parts: readonly string[],
    caller: Call["caller"],
    sheets: readonly Sheet[],
  ): Call {
    const args = Array.from({ length: Math.max(spec.parameters.length, parts.length) }, (_, n) =>
      this.argument(parts[n] ?? "", caller, sheets),
    );
    const result = { column: this.scratch.take(1), rows: 1, columns: 1 };
    this.scratch.write(0, result.column, BUSY);
    return { spec, caller, args, result, calledWith: null, answer: null };
  }

  private argument(part: string, caller: Call["caller"], sheets: readonly Sheet[]): Argument {
    const formula = part.trim();
    if (formula === "") return { kind: "omitted" };
    const area = referenceArea(formula, caller.sheet, sheets);
    if (area) return { kind: "cells", area };
    const column = this.scratch.take(SCRATCH_WIDTH);
    this.scratch.write(0, column, `=${qualify(formula, caller.sheet, sheets)}`);
    return { kind: "scratch", column };
  }

  /** Formulas are written again when names change; a call that stays the same keeps its answer. */
  private sameArguments(
    call: Call,
    parts: readonly string[],
    caller: Call["caller"],
    sheets: readonly Sheet[],
  ): boolean {
    return call.args.every((argument, n) => {
      const formula = (parts[n] ?? "").trim();
      if (argument.kind === "omitted") return formula === "";
      if (argument.kind === "scratch")
        return this.scratch.input(argument.column) === `=${qualify(formula, caller.sheet, sheets)}`;
      return JSON.stringify(referenceArea(formula, caller.sheet, sheets)) === JSON.stringify(argument.area);
    });
  }

  private areaOf(argument: Argument): SheetArea | null {
    if (argument.kind === "omitted") return null;
    return argument.kind === "cells" ? argument.area : this.scratch.spilled(argument.column);
  }

  private reference({ result }: Call): string {
    return this.scratch.reference(result.column, result.rows, result.columns);
  }

  private release(call: Call): void {
    this.scratch.release(call.result.column, call.result.columns);
    for (const argument of call.args) {
      if (argument.kind === "scratch") this.scratch.release(argument.column, SCRATCH_WIDTH);
    }
  }
}

/** Columns kept free for what an argument's formula may spill. */
const SCRATCH_WIDTH = 16;

function keyOf({ sheet, row, column }: Call["caller"]): string {
  return `${sheet} ${row} ${column}`;
}

function splitArguments(tokens: readonly Token[]): Token[][] {
  if (tokens.every(({ kind }) => kind === "space")) return [];
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === "punctuation" && /^[({]$/.test(token.text)) depth++;
    if (token.kind === "punctuation" && /^[)}]$/.test(token.text)) depth--;
    if (depth === 0 && token.kind === "punctuation" && token.text === ",") parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** The cells that an argument refers to, if it is a reference and nothing else. */
function referenceArea(formula: string, sheet: string, sheets: readonly Sheet[]): SheetArea | null {
  const [sheetName, rest] = splitSheet(formula);
  const rectangle = parseA1(rest);
  const home = sheets.find(({ id, name }) =>
    sheetName === null ? id === sheet : name.toLowerCase() === sheetName.toLowerCase(),
  );
  return rectangle && home ? { sheet: home.id, name: home.name, ...rectangle } : null;
}

/** A formula moved to the scratch sheet still means the cells of its own sheet. */
function qualify(formula: string, sheet: string, sheets: readonly Sheet[]): string {
  const name = sheets.find(({ id }) => id === sheet)?.name ?? "";
  return rewrite(formula, ({ kind, text }) =>
    kind === "reference" && !text.includes("!") ? `${quoteSheet(name)}!${text}` : text,
  );
}

function isBusy(value: CellValue): boolean {
  return typeof value === "object" && value.error === "#BUSY!";
}

/** A value that cannot become what the function asks for, found before the call. */
function isConversionError(argument: CallArgument): boolean {
  return typeof argument === "object" && argument !== null && "conversion" in argument;
}
