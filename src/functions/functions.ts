import { CELL_FUNCTIONS } from "../formulas/cell-functions";
import { customFunction } from "./custom-function";

for (const cellFunction of CELL_FUNCTIONS) {
  CustomFunctions.associate(cellFunction.name, customFunction(cellFunction));
}
