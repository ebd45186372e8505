import { readFileSync } from "node:fs";
import { join } from "node:path";
import { initSync, Model } from "@ironcalc/wasm";

export type EngineCell = number | string;

/** IronCalc, a spreadsheet engine that is not ours: what does this formula give over these cells? */
export interface Engine {
  /** Arguments by name go into cells; `spell` writes the formula over their addresses. */
  evaluate(
    cells: Readonly<Record<string, EngineCell | readonly (readonly EngineCell[])[]>>,
    spell: (addresses: Readonly<Record<string, string>>) => string,
  ): EngineCell;
}

/** All its digits: the engine tells a value as text only. */
const ALL_DIGITS = "0.0000000000000000E+00";
const NUMBER = 1;

export function openEngine(): Engine {
  initSync({ module: readFileSync(join(__dirname, "../../node_modules/@ironcalc/wasm/wasm_bg.wasm")) });
  const model = new Model("agreement", "en", "UTC", "en");
  model.updateRangeStyle({ sheet: 0, row: 1, column: 1, width: 1, height: 1 }, "num_fmt", ALL_DIGITS);
  // Only what the last formula used is cleared: the engine looks at every cell that was ever touched.
  let rows = 1;
  let columns = 1;
  return {
    evaluate(cells, spell) {
      model.pauseEvaluation();
      model.rangeClearContents(0, 1, 1, rows, columns);
      rows = 1;
      const addresses: Record<string, string> = {};
      let column = 1;
      for (const [name, content] of Object.entries(cells)) {
        const block = Array.isArray(content)
          ? (content as readonly (readonly EngineCell[])[])
          : [[content as EngineCell]];
        column++;
        const width = Math.max(...block.map((line) => line.length));
        block.forEach((line, r) => {
          line.forEach((cell, c) => {
            model.setUserInput(0, r + 2, column + c, String(cell));
          });
        });
        rows = Math.max(rows, block.length + 1);
        const from = `${letter(column)}2`;
        column += width - 1;
        addresses[name] = block.length * width === 1 ? from : `${from}:${letter(column)}${block.length + 1}`;
      }
      columns = column;
      model.setUserInput(0, 1, 1, `=${spell(addresses)}`);
      model.resumeEvaluation();
      model.evaluate();
      const shown = model.getFormattedCellValue(0, 1, 1);
      return model.getCellType(0, 1, 1) === NUMBER ? Number(shown) : shown;
    },
  };
}

function letter(column: number): string {
  return String.fromCharCode(64 + column);
}
