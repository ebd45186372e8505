// Preview and worksheet against another checkout of this project, both in one process and taking turns:
//   node scripts/bench-against.mjs ../before
// Times depend on the machine and its load; the ratios hardly do.
import { mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const HOLDINGS = [100, 1000, 10_000];
const ROUNDS = 25;
const TODAY = 46_000;

const here = fileURLToPath(new URL("..", import.meta.url));
const [other] = process.argv.slice(2);
if (other === undefined) {
  console.error("Say where the other checkout is: node scripts/bench-against.mjs ../before");
  process.exit(1);
}

const [before, now] = await Promise.all([load(path.resolve(other), "before"), load(here, "now")]);
const rows = HOLDINGS.flatMap((holdings) => {
  const times = { preview: { before: [], now: [] }, build: { before: [], now: [] } };
  for (let round = -5; round < ROUNDS; round++) {
    for (const [name, side] of round % 2 === 0 ? pairs() : pairs().reverse()) {
      const plan = side.planOf(holdings);
      const took = {
        preview: timed(() => side.previewHedge(plan)),
        build: timed(() => side.buildWorksheet(plan, { version: "1.0.0", today: TODAY })),
      };
      // The first rounds are for the compiler.
      if (round >= 0) for (const what of ["preview", "build"]) times[what][name].push(took[what]);
    }
  }
  return Object.entries(times).map(([what, sides]) => ({
    holdings,
    what,
    "before ms": median(sides.before).toFixed(2),
    "now ms": median(sides.now).toFixed(2),
    "now / before": (median(sides.now) / median(sides.before)).toFixed(2),
  }));
});
console.table(rows);

function pairs() {
  return [
    ["before", before],
    ["now", now],
  ];
}

function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** The sheet of a checkout: its files are found by name, wherever they lie. */
async function load(root, name) {
  const files = readdirSync(path.join(root, "src/sheet"), { recursive: true });
  const find = (file) => `./src/sheet/${files.find((each) => path.basename(each) === `${file}.ts`)}`;
  const folder = path.join(here, "node_modules/.cache/hedgesheet");
  mkdirSync(folder, { recursive: true });
  const outfile = path.join(folder, `bench-${name}.mjs`);
  await build({
    stdin: {
      contents: `
        export { previewHedge } from "${find("preview-hedge")}";
        export { buildWorksheet } from "${find("build-worksheet")}";
        export { contractChoice, defaultPlan } from "${find("contract-choice")}";`,
      resolveDir: root,
      loader: "ts",
    },
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
  });
  const sheet = await import(pathToFileURL(outfile).href);
  return { ...sheet, planOf: (holdings) => planOf(sheet, holdings) };
}

function planOf({ contractChoice, defaultPlan }, count) {
  const rows = Array.from({ length: count }, (_, n) => ({
    row: n + 1,
    name: `S${n}`,
    nameText: `S${n}`,
    value: (10 + (n % 90)) * (20 + (n % 400)),
    beta: 0.5 + (n % 17) / 10,
    hedgeWith: "",
    quantity: 10 + (n % 90),
    price: 20 + (n % 400),
    cost: null,
  }));
  const columns = { name: 0, quantity: 1, price: 2, value: 3, beta: 4 };
  const holdings = { sheet: "Book 1", firstRow: 1, lastRow: count, columns, rows, notes: [] };
  return defaultPlan(holdings, contractChoice("ES", { price: 5000 }), TODAY);
}
