import { FORMULAS } from "../formulas/formulas";
import { customFunction } from "./custom-function";

for (const formula of FORMULAS) {
  CustomFunctions.associate(formula.name, customFunction(formula));
}
