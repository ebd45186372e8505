import type { CallFunction, CellValue } from "./engine";

/** What a custom function answers: one value, or rows of values that spill. */
export type Answer = Awaited<ReturnType<CallFunction>>;

export function isMatrix(answer: Answer): answer is readonly (readonly CellValue[])[] {
  return Array.isArray(answer);
}

/** The part of an answer that stands so many rows and columns from its formula; undefined where there is none. */
export function partOf(answer: Answer, rows: number, columns: number): CellValue | undefined {
  if (isMatrix(answer)) return answer[rows]?.[columns];
  return rows === 0 && columns === 0 ? answer : undefined;
}
