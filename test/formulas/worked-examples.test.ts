import { evaluate } from "../../src/formulas/evaluate";
import { WORKED_EXAMPLES, type WorkedExample } from "./worked-examples";
import { NOT_COVERED } from "./worked-examples-not-covered";
import { SOURCES } from "./worked-examples-sources";

describe("published figures", () => {
  it.each(WORKED_EXAMPLES.map((example) => ({ ...example, name: example.formula.name })))(
    "$id: $name, $source",
    ({ formula, cells, expected, tolerance = 0 }: WorkedExample) => {
      const block = typeof expected === "number" ? [[expected]] : expected;
      const given = evaluate(formula, cells);
      expect(given.map((row) => row.length)).toEqual(block.map((row) => row.length));
      block.flat().forEach((figure, i) => {
        const cell = given.flat()[i];
        if (typeof cell !== "number") throw new Error(`no number: ${JSON.stringify(cell)}`);
        expect(Math.abs(cell - figure)).toBeLessThanOrEqual(tolerance);
      });
    },
  );

  it("name their source", () => {
    const used = new Set(WORKED_EXAMPLES.map(({ source }) => source));
    expect([...used].sort()).toEqual(Object.keys(SOURCES).sort());
    for (const { title } of Object.values(SOURCES)) expect(title.length).toBeGreaterThan(3);
  });

  it("are right where the source is wrong", () => {
    for (const { expected, published, tolerance = 0 } of WORKED_EXAMPLES) {
      if (published === undefined) continue;
      const figures = [expected].flat(2).map((figure) => Math.abs(figure - published));
      expect(Math.min(...figures)).toBeGreaterThan(tolerance);
    }
  });
});

describe("the collection of 165 figures", () => {
  const covered = WORKED_EXAMPLES.map(({ id }) => id);

  it("is covered by a function, or left out with the reason", () => {
    expect(new Set(covered).size).toBe(covered.length);
    expect(covered.filter((id) => id in NOT_COVERED)).toEqual([]);
    expect(covered.length + Object.keys(NOT_COVERED).length).toBe(165);
    for (const reason of Object.values(NOT_COVERED)) expect(reason).toMatch(/^.{15,}$/);
  });
});
