import { DomainError } from "../../src/calc/errors";

/** Kind and message of the DomainError that is thrown, in one line; toThrow() compares the message only. */
export function refusal(calculate: () => unknown): string {
  try {
    calculate();
  } catch (error) {
    if (error instanceof DomainError) return `${error.kind}: ${error.message}`;
    throw error;
  }
  return "no error";
}
