import { CELL_FUNCTIONS } from "../../src/formulas/cell-functions";
import { FORMULAS } from "../../src/formulas/formulas";

it("Excel runs every function that has words, and no other", () => {
  expect(CELL_FUNCTIONS.map(({ name }) => name)).toEqual(FORMULAS.map(({ name }) => name));
});
