/** What may be typed into an input cell. */
export interface SheetValidation {
  readonly kind: "decimal" | "whole" | "date" | "list";
  readonly min?: number;
  readonly max?: number;
  readonly list?: readonly string[];
  /** What is expected, in a sentence. */
  readonly message: string;
}

/** What an input cell takes: numbers within bounds, with what to enter for whoever types another. */
export function bounds(min: number, max: number, message: string): SheetValidation {
  return { kind: "decimal", min, max, message };
}

export const ANY_NUMBER = bounds(-1e15, 1e15, "Enter a number.");
export const POSITIVE = bounds(1e-12, 1e15, "Enter a number greater than 0.");
export const DATE: SheetValidation = {
  kind: "date",
  min: 36526,
  max: 73050,
  message: "Enter a date between 2000 and 2099.",
};
