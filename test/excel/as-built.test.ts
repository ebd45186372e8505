import fc from "fast-check";
import { asBuilt } from "../../src/excel/as-built";
import { contentHash, type Baseline } from "../../src/excel/baseline";
import type { CellContent } from "../../src/excel/cell-text";
import type { ExistingSheet } from "../../src/excel/existing-sheet";
import { numRuns } from "../runs";

/** A row of a sheet: a label, and a formula of other rows' cells. */
interface Row {
  readonly label: string;
  readonly formula: (rowNumber: (row: number) => number) => string;
  readonly name?: string;
}

const NUMBERED = (row: number) => row + 1;

function baselineOf(rows: readonly Row[]): Baseline {
  const names = rows.flatMap(({ name }, row) => (name === undefined ? [] : [[name, `B${row + 1}`] as const]));
  return {
    hashes: rows.map(({ label, formula }) => [contentHash(label), contentHash(formula(NUMBERED))]),
    names: Object.fromEntries(names),
    inputs: {},
    charts: [],
    hashOf: contentHash,
  };
}

/** The sheet after somebody left these rows of it, null for inserted ones, which hold a note. */
function edited(rows: readonly Row[], left: readonly (number | null)[]): ExistingSheet {
  const now = new Map(left.flatMap((row, index) => (row === null ? [] : [[row, index + 1] as const])));
  const lines: CellContent[][] = left.map((row) => {
    const built = row === null ? undefined : rows[row];
    // Excel leaves #REF! where the row referred to is gone.
    return built === undefined
      ? ["a note", "of mine"]
      : [built.label, built.formula((at) => now.get(at) ?? NaN).replaceAll("BNaN", "#REF!")];
  });
  const names = rows.flatMap(({ name }, row) => {
    const at = now.get(row);
    return name === undefined || at === undefined ? [] : [[name, `B${at}`] as const];
  });
  return {
    formulas: lines,
    values: lines,
    names: new Map(names),
    baseline: baselineOf(rows),
    unfinished: false,
    isMixture: false,
    pending: null,
  };
}

const ROWS: Row[] = [
  { label: "Hedge worksheet", formula: () => "=TargetBeta" },
  { label: "", formula: () => "" },
  { label: "Target beta", formula: () => "0.5", name: "TargetBeta" },
  { label: "Day 1", formula: (at) => `=$B$${at(2)}*2` },
  { label: "Day 2", formula: (at) => `=SUM(B${at(2)}:B${at(3)})+'Book 1'!B4&"B4"` },
  { label: "Contracts", formula: (at) => `=B${at(4)}+1`, name: "Contracts" },
  { label: "In all", formula: (at) => `=B${at(5)}` },
];

const formulasOf = (rows: readonly Row[]) => rows.map(({ label, formula }) => [label, formula(NUMBERED)]);

describe("asBuilt", () => {
  it("is the sheet itself where no row was inserted or deleted", () => {
    const sheet = edited(ROWS, [0, 1, 2, 3, 4, 5, 6]);
    expect(asBuilt(sheet)).toMatchObject({ formulas: formulasOf(ROWS), strays: [], rowsNow: 7 });
  });

  it("takes a row that was inserted out again, with all references", () => {
    const built = asBuilt(edited(ROWS, [0, 1, 2, 3, null, 4, 5, 6]));
    expect(built.formulas.slice(0, 7)).toEqual(formulasOf(ROWS));
    expect(built.names).toEqual(
      new Map([
        ["TargetBeta", "B3"],
        ["Contracts", "B6"],
      ]),
    );
    expect(built.strays).toEqual([
      { row: 4, column: 0, content: "a note" },
      { row: 4, column: 1, content: "of mine" },
    ]);
    expect([built.rowNow(3), built.rowNow(4), built.rowNow(6)]).toEqual([3, 5, 7]);
    expect(built.rowsNow).toBe(8);
  });

  it("finds a row inserted below the last name, and one deleted, by what the others hold", () => {
    const built = asBuilt(edited(ROWS, [0, 1, 2, 4, 5, null, null, 6]));
    expect([0, 1, 2, 3, 4, 5, 6].map(built.rowNow)).toEqual([0, 1, 2, null, 3, 4, 7]);
    expect(built.formulas[5]).toEqual(["Contracts", "=B5+1"]);
  });

  it("is not misled by a table whose rows differ only in the rows that their formulas speak of", () => {
    const table: Row[] = Array.from({ length: 6 }, (_, row) => ({
      label: "='Book 1'!A5",
      formula: (at) => `=C${at(row)}*2`,
    }));
    const rows = [
      ...ROWS,
      ...table,
      { label: "Total", formula: (at) => `=SUM(B${at(7)}:B${at(12)})` } as Row,
    ];
    const left = [0, 1, 2, null, ...rows.map((_, row) => row).slice(3)];
    const built = asBuilt(edited(rows, left));
    expect(built.formulas.slice(0, rows.length)).toEqual(formulasOf(rows));
    expect(built.strays.map(({ row }) => row)).toEqual([3, 3]);
  });

  it("leaves what stands below our rows where it is", () => {
    const sheet = edited(ROWS, [0, 1, 2, 3, null, 4, 5, 6]);
    const below: CellContent[] = ["mine", "=B3"];
    const built = asBuilt({ ...sheet, formulas: [...sheet.formulas, [], below] });
    expect(built.formulas[9]).toEqual(below);
    expect(built.formulas[7]).toEqual([]);
  });

  it("says which formulas refer to a row that was inserted", () => {
    const sheet = edited(ROWS, [0, 1, 2, null, 3, 4, 5, 6]);
    const formulas = sheet.formulas.map((line, row) => (row === 2 ? ["Target beta", "=B4/2"] : line));
    const built = asBuilt({ ...sheet, formulas });
    expect([...built.cutOff]).toEqual(["B3"]);
    expect(built.formulas[2]).toEqual(["Target beta", "=B4/2"]);
  });

  it("takes back whatever rows were inserted and deleted", () => {
    const unlike: Row[] = Array.from({ length: 12 }, (_, row) => ({
      label: `Label ${row}`,
      formula: (at) => `=B${at((row * 5 + 3) % 12)}+${row}`,
      ...(row % 4 === 1 ? { name: `Name_${row}` } : {}),
    }));
    const whatHappened = fc.array(fc.constantFrom("stays", "stays", "stays", "deleted", "pushed down"), {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(whatHappened, (fates) => {
        const left = fates.flatMap((fate, row) =>
          fate === "deleted" ? [] : fate === "stays" ? [row] : [null, row],
        );
        fc.pre(left.some((row) => row !== null));
        const built = asBuilt(edited(unlike, left));
        // A row that was deleted beside one that was inserted is the same as a row that was typed over.
        const typedOver = fates.filter(
          (fate, row) => fate === "deleted" && built.rowNow(row) !== null,
        ).length;
        fates.forEach((fate, row) => {
          const now = built.rowNow(row);
          if (fate === "deleted") {
            expect(now === null || left[now] === null).toBe(true);
            return;
          }
          expect(now).toBe(left.indexOf(row));
          // A formula whose row is gone says #REF!; every other one reads as it was built.
          const formula = built.formulas[row]?.[1];
          if (!String(formula).includes("#REF!")) expect(formula).toBe(unlike[row]?.formula(NUMBERED));
        });
        expect(built.strays).toHaveLength(2 * (left.filter((row) => row === null).length - typedOver));
      }),
      { numRuns },
    );
  });
});
