import { readFileSync } from "node:fs";
import { join } from "node:path";
import { initSync, Model } from "@ironcalc/wasm";
import { contractFormat } from "../../../src/sheet/plan/number-formats";

/** IronCalc, a spreadsheet engine that is not ours, shows the number in this format. */
function shown(contracts: number, numberFormat: string): string {
  initSync({ module: readFileSync(join(__dirname, "../../../node_modules/@ironcalc/wasm/wasm_bg.wasm")) });
  const model = new Model("shown", "en", "UTC", "en");
  model.setUserInput(0, 1, 1, String(contracts));
  model.updateRangeStyle({ sheet: 0, row: 1, column: 1, width: 1, height: 1 }, "num_fmt", numberFormat);
  return model.getFormattedCellValue(0, 1, 1).trim();
}

describe("a number of contracts on the sheet", () => {
  it.each([
    { contracts: -32, lot: 1, rounding: "nearest", text: "(32)" },
    { contracts: -36.4321, lot: 1, rounding: "none", text: "(36.4321)" },
    { contracts: -0.125, lot: 0.001, rounding: "down", text: "(0.125)" },
    { contracts: 2.5, lot: 0.001, rounding: "down", text: "2.5" },
    { contracts: -0.00012, lot: 0.00001, rounding: "up", text: "(0.00012)" },
  ] as const)(
    "shows $contracts in lots of $lot, rounding $rounding, as $text",
    ({ contracts, lot, rounding, text }) => {
      expect(shown(contracts, contractFormat(lot, rounding))).toBe(text);
    },
  );
});
