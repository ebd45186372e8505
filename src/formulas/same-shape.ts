import { DomainError } from "../calc/errors";
import type { Numbers } from "./formula";

/**
 * Requires ranges that are read pair by pair to have the same rows and columns.
 *
 * @throws {DomainError} `missing` if they differ: there are cells without a partner
 */
export function requireSameShape(ranges: Readonly<Record<string, Numbers>>): void {
  const shapes = Object.entries(ranges).map(([name, { rows, columns }]) => ({
    name,
    shape: `${rows}×${columns}`,
  }));
  if (new Set(shapes.map(({ shape }) => shape)).size <= 1) return;
  const given = shapes.map(({ name, shape }) => `${name} is ${shape}`).join(", ");
  throw new DomainError("missing", `${given}; give ranges of the same shape`);
}
