// What the functions cost, as ratios measured in one run on this computer: no figure here is a limit in a test.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { buildAddIn } from "./build-addin.mjs";
import fromEntries from "./from-entries.js";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const dist = path.join(root, "dist");
const ROWS = 100_000;

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** Milliseconds: the median of several runs, after one to warm up. */
function timed(run, times = 5) {
  run();
  return median(
    Array.from({ length: times }, () => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }),
  );
}

function print(label, text) {
  console.log(`${label.padEnd(58)}${text}`);
}

/** FUT_CONTRACTS over a column of portfolio values, against the same sum in doubles with nothing exact about it. */
async function benchRows() {
  const { evaluate } = await fromEntries.load("src/formulas/evaluate.ts");
  const { contractsFunction } = await fromEntries.load("src/formulas/hedge.ts");
  const values = Array.from({ length: ROWS }, (_, i) => [1_000_000 + ((i * 7919) % 9_000_000)]);
  const plain = () =>
    values.map(([value]) => {
      const contracts = ((0.5 - 1.3) / 1) * (value / (5000 * 50));
      return [Math.sign(contracts) * Math.round(Math.abs(contracts))];
    });
  const exact = () => evaluate(contractsFunction, [values, 5000, "ES", 1.3, 0.5]);
  const [doubles, decimals] = [timed(plain, 15), timed(exact)];
  print(`FUT_CONTRACTS over ${ROWS.toLocaleString("en")} rows`, `${decimals.toFixed(0)} ms`);
  print(
    "  against a loop in plain doubles",
    `${(decimals / doubles).toFixed(0)} × (${doubles.toFixed(2)} ms)`,
  );
}

/** How long a fresh process takes to run a script, without its own start: what opening a workbook costs. */
function coldMilliseconds(script) {
  const program = `
    globalThis.CustomFunctions = { associate() {}, Error: class extends Error {}, ErrorCode: {} };
    const code = require("node:fs").readFileSync(${JSON.stringify(script)}, "utf8");
    const start = performance.now();
    new Function(code)();
    console.log(performance.now() - start);`;
  return median(
    Array.from({ length: 11 }, () => Number(execFileSync(process.execPath, ["-e", program]).toString())),
  );
}

async function benchStart() {
  const folder = mkdtempSync(path.join(tmpdir(), "hedgesheet-bench-"));
  const decimal = path.join(folder, "decimal.js");
  const { outputFiles } = await build({
    stdin: {
      contents: 'import { Decimal } from "decimal.js"; globalThis.keep = Decimal;',
      resolveDir: root,
    },
    bundle: true,
    minify: true,
    write: false,
  });
  writeFileSync(decimal, outputFiles[0].text);
  const [ours, alone] = [coldMilliseconds(path.join(dist, "functions.js")), coldMilliseconds(decimal)];
  rmSync(folder, { recursive: true });
  print("functions.js, evaluated in a fresh process", `${ours.toFixed(1)} ms`);
  print("  against decimal.js alone", `${(ours / alone).toFixed(1)} × (${alone.toFixed(1)} ms)`);
}

function benchBytes() {
  const scripts = readdirSync(dist, { recursive: true }).filter((file) => file.endsWith(".js"));
  for (const file of scripts.sort()) {
    const { length } = gzipSync(readFileSync(path.join(dist, file)), { level: 9 });
    print(`dist/${file}, gzipped`, `${(length / 1000).toFixed(1)} kB`);
  }
}

buildAddIn();
await benchRows();
await benchStart();
benchBytes();

const worksheet = path.join(root, "scripts/bench-worksheet.mjs");
process.exitCode = spawnSync(process.execPath, [worksheet], { stdio: "inherit" }).status ?? 1;
