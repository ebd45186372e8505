import {
  ArrayValueObject,
  BaseFunction,
  ErrorValueObject,
  IFunctionService,
  NullValueObject,
  NumberValueObject,
  type BaseValueObject,
  ErrorType,
} from "@univerjs/preset-sheets-core";
import type { Nullable } from "@univerjs/core";
import type { UniverBook } from "./univer-book";

/** Functions of Univer 0.25.1 that answer wrongly, replaced by ours: a registered one takes the built-in's place. */
export function replaceFaultyFunctions(book: UniverBook): void {
  const functions = book.injector.get(IFunctionService);
  functions.registerExecutors(new Sort("SORT"), new Edate("EDATE"), new Trunc("TRUNC", functions));
}

/** Univer's own SORT sorts the cells' cached values in place, which turns every other formula on that range wrong. */
class Sort extends BaseFunction {
  override minParams = 1;
  override maxParams = 4;

  override calculate(
    array: BaseValueObject,
    index?: BaseValueObject,
    order?: BaseValueObject,
    byColumn?: BaseValueObject,
  ): BaseValueObject {
    if (array.isError()) return array;
    const rows = array.isArray() ? array.getArrayValue() : [[array]];
    const lines = isTrue(byColumn) ? transposed(rows) : rows.map((row) => [...row]);
    const at = numberOr(index, 1) - 1;
    const direction = numberOr(order, 1);
    if (!Number.isInteger(at) || at < 0 || at >= (lines[0]?.length ?? 0) || Math.abs(direction) !== 1) {
      return ErrorValueObject.create(ErrorType.VALUE);
    }
    const sorted = lines.toSorted((a, b) => direction * compare(a[at], b[at]));
    return toArray(isTrue(byColumn) ? transposed(sorted) : sorted);
  }
}

/** Univer's own EDATE runs over the end of a month: 31 January + 1 month is the last day of February. */
class Edate extends BaseFunction {
  override minParams = 2;
  override maxParams = 2;

  override calculate(start: BaseValueObject, months: BaseValueObject): BaseValueObject {
    const faulty = [start, months].find((value) => value.isError());
    if (faulty) return faulty;
    const [day, count] = [numberOr(start, NaN), numberOr(months, NaN)];
    if (!Number.isFinite(day) || !Number.isFinite(count) || day < 1) {
      return ErrorValueObject.create(ErrorType.VALUE);
    }
    const date = new Date(EPOCH + Math.floor(day) * DAY);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + Math.trunc(count)];
    const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    const moved = Date.UTC(year, month, Math.min(date.getUTCDate(), lastOfMonth));
    return NumberValueObject.create((moved - EPOCH) / DAY);
  }
}

/** Univer's own TRUNC of -56 is -55. Excel's is ROUNDDOWN, to 0 places by default. */
class Trunc extends BaseFunction {
  override minParams = 1;
  override maxParams = 2;

  constructor(
    name: string,
    private readonly functions: IFunctionService,
  ) {
    super(name);
  }

  override calculate(number: BaseValueObject, places?: BaseValueObject): BaseValueObject {
    const roundDown = this.functions.getExecutor("ROUNDDOWN");
    if (!roundDown) return ErrorValueObject.create(ErrorType.NAME);
    const answer = roundDown.calculate(number, places ?? NumberValueObject.create(0));
    return answer as BaseValueObject;
  }
}

const DAY = 86_400_000;
/** Serial 0 for dates after February 1900, which Excel takes for a leap year. */
const EPOCH = Date.UTC(1899, 11, 30);

function single(value: BaseValueObject | undefined): Nullable<BaseValueObject> {
  return value?.isArray() ? value.getArrayValue()[0]?.[0] : value;
}

function numberOr(value: BaseValueObject | undefined, otherwise: number): number {
  const cell = single(value);
  if (!cell || cell.isNull()) return otherwise;
  const number = Number(cell.getValue());
  return Number.isNaN(number) ? NaN : number;
}

function isTrue(value: BaseValueObject | undefined): boolean {
  const cell = single(value)?.getValue();
  return cell === true || (typeof cell === "number" && cell !== 0);
}

type Cell = Nullable<BaseValueObject>;

/** Excel's order: numbers, then texts without regard to case, then FALSE and TRUE, blanks last. */
function compare(a: Cell, b: Cell): number {
  const [x, y] = [rank(a), rank(b)];
  if (x !== y || !a || !b) return x - y;
  const [left, right] = [a.getValue(), b.getValue()];
  if (typeof left === "string" && typeof right === "string") {
    return left.localeCompare(right, "en", { sensitivity: "base" });
  }
  return Number(left) - Number(right);
}

function rank(cell: Cell): number {
  if (!cell || cell.isNull()) return 4;
  if (cell.isError()) return 3;
  if (cell.isBoolean()) return 2;
  return cell.isString() ? 1 : 0;
}

function transposed(rows: readonly (readonly Cell[])[]): Cell[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null));
}

function toArray(rows: readonly (readonly Cell[])[]): ArrayValueObject {
  return ArrayValueObject.create({
    calculateValueList: rows.map((row) => row.map((cell) => cell ?? NullValueObject.create())),
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}
