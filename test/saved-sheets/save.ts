import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listHedgeSheets, readHedgeSheet } from "../../src/excel/read-hedge-sheet";
import { parseAddress } from "../../src/sheet/cell-address";
import type { CellInput, WorkbookData } from "../../src/workbench/engine/engine";
import { writeXlsx } from "../../src/workbench/engine/xlsx";
import { hedgeFiles } from "../golden/hedge-file";
import { KINDS } from "../golden/kinds";
import { openOffice, type OpenOffice } from "../protocol/office";

/**
 * Writes a hedge sheet of each kind, fresh and with inputs typed on it, as this program builds them, into the folder
 * that HEDGESHEET_SHAPE names. Run once for each shape that is released; see the README.
 */
const FOLDER = join(__dirname, process.env["HEDGESHEET_SHAPE"] ?? "shape-new");

/** Sheet names that need quotes, doubled ones too. */
const SHEET_NAMES = ["Book 1", "O'Brien's", "Depot (März)"];

/** What a user types on the sheet; a name that a kind of hedge does not have is passed over. */
const TYPED: Readonly<Record<string, CellInput>> = {
  TargetBeta: 0.25,
  HedgeShare: 0.6,
  TargetWeight: 0.7,
  TargetVolatility: 0.12,
  CashToCome: 2_500_000,
  FuturesPrice_ES: 6010.75,
  FuturesPrice_BTCUSDT: 60_250,
  FuturesPrice_BTCUSD_PERP: 60_250,
  FuturesPrice_FESX: 4888,
  HeldContracts_ES: -3,
  HeldContracts_BTCUSDT: -0.25,
  HeldContracts_BTCUSD_PERP: -40,
  HeldContracts_FESX: -10,
  CashAvailable: 750_000,
  CfdFinancing: 0.061,
  ResidualTolerance: 0.1,
  StaleDays: 12,
  AdverseMove_3: 0.15,
  HedgeWith_MICROSOFT: "NQ",
};

/** What the program that saved a sheet said of it. */
interface Answers {
  readonly sheet: string;
  /** Values of the cells that say what to trade, by name. */
  readonly order: Readonly<Record<string, unknown>>;
  readonly inputs: Readonly<Record<string, unknown>>;
}

it("writes the sheets", async () => {
  mkdirSync(FOLDER, { recursive: true });
  const kinds = Object.entries(KINDS);
  const hedges = kinds.map(([, { plan, book }], n) => {
    const name = SHEET_NAMES[n % SHEET_NAMES.length] ?? "";
    return { book: { ...book, name }, plan: { ...plan, holdings: { ...plan.holdings, sheet: name } } };
  });
  const files = await hedgeFiles(hedges);
  const answers: Record<string, Answers> = {};
  const office = await openOffice();
  office.makeGlobal();
  for (const [n, { data }] of files.entries()) {
    const kind = (kinds[n]?.[0] ?? "").replaceAll(" ", "-").toLowerCase();
    for (const typed of [false, true]) {
      const file = typed ? `${kind}.typed` : kind;
      await office.host.load(data);
      if (typed) typeInputs(office, data);
      await office.host.idle();
      answers[file] = await answersOf(office);
      writeFileSync(join(FOLDER, `${file}.xlsx`), await writeXlsx(await office.host.save()));
    }
  }
  writeFileSync(join(FOLDER, "answers.json"), `${JSON.stringify(answers, null, 2)}\n`);
  await office.close();
});

function typeInputs({ engine }: OpenOffice, { names }: WorkbookData): void {
  for (const { name, scope, formula } of names) {
    const [area, input] = [parseAddress(formula), TYPED[name]];
    if (scope !== null && area !== null && input !== undefined)
      engine.write({ ...area, sheet: scope }, [[input]]);
  }
}

async function answersOf({ engine }: OpenOffice): Promise<Answers> {
  const [found] = await listHedgeSheets();
  if (found === undefined) throw new Error("There is no hedge sheet.");
  const { name: sheet, inputs } = await readHedgeSheet(found.id);
  const order = engine.names().flatMap(({ name, scope, formula }) => {
    const area = parseAddress(formula);
    if (scope !== found.id || area === null || !/^(ContractsToTrade_|HedgeHeadline$)/.test(name)) return [];
    return [[name, engine.values({ ...area, sheet: scope })[0]?.[0]] as const];
  });
  return { sheet, order: Object.fromEntries(order), inputs };
}
