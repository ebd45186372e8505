import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Engine } from "./engine";
import { openIronCalcEngine } from "./ironcalc";

/** A blank workbook in Node; the WebAssembly comes from the installed package. */
export async function openIronCalcInNode(): Promise<Engine> {
  const { resolve } = createRequire(join(process.cwd(), "package.json"));
  return openIronCalcEngine(await readFile(resolve("@ironcalc/wasm/wasm_bg.wasm")));
}
