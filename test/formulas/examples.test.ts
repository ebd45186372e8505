import { evaluate } from "../../src/formulas/evaluate";
import { FORMULAS } from "../../src/formulas/formulas";

/** What each help page shows as an example is what the function answers. */
describe.each(FORMULAS)("$name", (formula) => {
  it.each(formula.examples)("$says", ({ cells, result, tolerance = 0 }) => {
    const expected = Array.isArray(result)
      ? (result as readonly (readonly (number | string)[])[])
      : [[result]];
    const given = evaluate(formula, cells);
    expect(given.map((row) => row.length)).toEqual(expected.map((row) => row.length));
    given.flat().forEach((cell, i) => {
      const shown = expected.flat()[i];
      if (typeof cell === "number" && typeof shown === "number") {
        expect(Math.abs(cell - shown)).toBeLessThanOrEqual(tolerance);
      } else {
        expect(cell).toBe(shown);
      }
    });
  });

  it("names the source of each example, and says something with it", () => {
    for (const { says, source } of formula.examples) {
      expect(says).toMatch(/\.$/);
      expect(source.length).toBeGreaterThan(10);
    }
  });
});
