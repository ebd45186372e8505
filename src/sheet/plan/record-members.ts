/** What a record may hold before anybody looked at it. */
export type Members = Readonly<Record<string, unknown>>;

/** The record is not ours, or somebody wrote into it. */
export class Malformed extends Error {}

export function object(value: unknown): Members {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Malformed("object");
  return value as Members;
}

export function numeric(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new Malformed("number");
  return value;
}

export function orNull(value: unknown): number | null {
  return value === null ? null : numeric(value);
}

export function index(value: unknown, below: number): number {
  const found = numeric(value);
  if (!Number.isInteger(found) || found < 0 || found >= below) throw new Malformed("index");
  return found;
}

export function words(value: unknown, longest: number): string {
  if (typeof value !== "string" || value === "" || value.length > longest) throw new Malformed("text");
  return value;
}
