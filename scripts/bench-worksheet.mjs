// How the time to build a hedge worksheet grows with the book: read, detect, preview, build and write, in one run,
// through Microsoft's Office.js. With its header the largest book has 100,000 rows, the most that are read.
// Times depend on the machine and its load; the ratios hardly do.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const HOLDINGS = [100, 1000, 10_000, 99_999];

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "node_modules", ".cache", "hedgesheet");
mkdirSync(folder, { recursive: true });
const outfile = join(folder, "bench-worksheet.mjs");
await build({
  stdin: {
    contents: `
      export { openBook, planFor } from "./test/excel/book";
      export { readSelection } from "./src/excel/read-selection";
      export { buildHedgeSheet } from "./src/excel/build-hedge-sheet";
      export { removeHedgeSheet } from "./src/excel/remove-hedge-sheet";
      export { detectColumns } from "./src/sheet/book/detect-columns";
      export { readHoldings } from "./src/sheet/book/read-holdings";
      export { previewHedge } from "./src/sheet/hedge/preview-hedge";
      export { buildWorksheet } from "./src/sheet/page/build-worksheet";`,
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

const rows = [];
for (const holdings of HOLDINGS) rows.push(await measured(holdings));

const [first] = rows;
const ratio = (value, base) => `${(value / base).toFixed(1)}×`;
console.table(
  rows.map(({ holdings, times, syncs, largest }) => ({
    holdings,
    "read ms": Math.round(times.read),
    "detect ms": Math.round(times.detect),
    "preview ms": Math.round(times.preview),
    "build ms": Math.round(times.build),
    "write ms": Math.round(times.write),
    "all ms": Math.round(times.all),
    "holdings grew": ratio(holdings, first.holdings),
    "time grew": ratio(times.all, first.times.all),
    syncs,
    "largest request kB": Math.round(largest / 1000),
  })),
);

async function measured(holdings) {
  const header = ["Ticker", "Shares", "Price", "Market value", "Beta"];
  const book = Array.from({ length: holdings }, (_, n) => {
    const [shares, price] = [10 + (n % 90), 20 + (n % 400)];
    return [`S${n}`, shares, price, shares * price, 0.5 + (n % 17) / 10];
  });
  const office = await sheet.openBook([header, ...book]);
  // Once before measuring, so that the programs are compiled.
  await hedge(office);
  const result = await hedge(office);
  await office.close();
  return { holdings, ...result };
}

async function hedge(office) {
  const times = {};
  const timed = async (name, work) => {
    const start = performance.now();
    const result = await work();
    times[name] = performance.now() - start;
    return result;
  };
  const start = performance.now();
  const cells = await timed("read", () => sheet.readSelection());
  const found = await timed("detect", () => sheet.readHoldings(cells, sheet.detectColumns(cells).choice));
  const plan = sheet.planFor(found);
  await timed("preview", () => sheet.previewHedge(plan));
  const model = await timed("build", () => sheet.buildWorksheet(plan, { version: "1.0.0", today: 46_000 }));
  office.host.resetSyncs();
  const { id } = await timed("write", () =>
    sheet.buildHedgeSheet(model, { into: null, changedFormulas: "ask" }),
  );
  times.all = performance.now() - start;
  await office.host.idle();
  const { read, write } = office.host.syncs;
  await sheet.removeHedgeSheet(id);
  office.engine.activate(office.engine.sheets()[0].id);
  return { times, syncs: read + write, largest: JSON.stringify(model.rows).length };
}
