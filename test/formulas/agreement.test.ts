import fc from "fast-check";
import { findContract } from "../../src/contracts/catalogue";
import { CellError, type CellValue } from "../../src/formulas/cells";
import { evaluate } from "../../src/formulas/evaluate";
import type { Formula, Native, NativeContract } from "../../src/formulas/formula";
import { FORMULAS } from "../../src/formulas/formulas";
import { FUT_HEDGE_RATIO } from "../../src/formulas/hedge-ratio";
import { numRuns } from "../runs";
import { anyCell, changeColumns } from "./any-cell";
import { openEngine, type Engine, type EngineCell } from "./engine";

/** A word is written into the formula, or stands in a cell that the formula reads. */
type Words = "literal" | "cell";

type Argument = EngineCell | number[][];

/** Excel computes in doubles: close is relative to the result, and to the largest number in play. */
const OF_RESULT = 1e-9;
const OF_LARGEST = 1e-12;

/**
 * The engine's NORMSDIST(-1.1) is 0.135666060953; 0.13566606094638 is right (Abramowitz and Stegun, table 26.1). Twice
 * such an error, of spot and strike, is in a put. The golden tests hold LibreOffice's, which is exact, to 1e-9.
 */
const OF_LARGEST_PUT = 2e-11;

/** Whole contracts are equal, not close: nearer than any lot, as far as the engine's 15 digits of text can tell. */
const EXACT = ["FUT_CONTRACTS", "FUT_MIX"];

let engine: Engine;
beforeAll(() => {
  engine = openEngine();
});

const native = FORMULAS.filter((formula) => formula.hasNative);

describe("the list", () => {
  it("says how the worksheet gets the value where Excel has no formula", () => {
    for (const formula of FORMULAS.filter(({ hasNative }) => !hasNative)) {
      expect(formula.nativeNote).toMatch(/worksheet/);
    }
    expect(FORMULAS.filter(({ hasNative }) => !hasNative).map(({ name }) => name)).toEqual([
      "FUT_SPEC",
      "FUT_EXPIRY",
      "FUT_ROLL",
    ]);
  });
});

/** What Excel takes in a cell. */
const LONGEST_FORMULA = 8192;

describe.each(native)("$name", (formula) => {
  it.each(["linear", "inverse"] as const)("fits in a cell, with long names and a %s contract", (payoff) => {
    const cell = "'A sheet with the longest of names'!$XFD$1048576";
    const args = Object.entries(formula.params).map(([name, { kind }]) => [
      name,
      kind === "contract"
        ? { multiplier: cell, lot: cell, payoff }
        : kind === "numbers"
          ? `${cell}:$A$1`
          : cell,
    ]);
    const spelled = asBlock(formula.native(Object.fromEntries(args) as never)).flat();
    expect(Math.max(...spelled.map(({ length }) => length))).toBeLessThan(LONGEST_FORMULA);
  });

  it("says the same as its native spelling, in a spreadsheet engine that is not ours", () => {
    let compared = 0;
    fc.assert(
      fc.property(argumentsOf(formula), fc.constantFrom<Words>("literal", "cell"), (cells, words) => {
        const ours = evaluate(formula, Object.values(cells));
        // Where there is no answer the native spelling says so in its own way, or gives a price below 0.
        if (ours.flat().some((cell) => cell instanceof CellError)) return;
        compared++;
        const spelled = nativeBlock(formula, cells, words);
        expect([spelled.length, spelled[0]?.length]).toEqual([ours.length, ours[0]?.length]);
        ours.forEach((line, r) => {
          line.forEach((cell, c) => compare(formula, cells, cell, spelled[r]?.[c]));
        });
      }),
      { numRuns, endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(numRuns / 4);
  });
});

// Of five weeks one lacks the asset's change, another the futures': three pairs are left, on the line y = x / 2.
it.each([
  ["ratio", 0.5],
  ["r2", 1],
  ["intercept", 0],
  ["correlation", 1],
  ["n", 3],
])("FUT_HEDGE_RATIO's native %s drops a pair that lacks a number", (statistic, result) => {
  const assetChanges = [[1], [2], [""], [4], [3]];
  const futuresChanges = [[2], [4], [5], [""], [6]];
  const spelled = engine.evaluate({ assetChanges, futuresChanges }, (cell) => {
    const [y, x] = [cell["assetChanges"] ?? "", cell["futuresChanges"] ?? ""];
    return FUT_HEDGE_RATIO.native({
      assetChanges: y,
      futuresChanges: x,
      statistic: `"${statistic}"`,
    }) as string;
  });
  expect(spelled).toBeCloseTo(result, 12);
  expect(evaluate(FUT_HEDGE_RATIO, [assetChanges, futuresChanges, statistic])[0]?.[0]).toBeCloseTo(
    result,
    12,
  );
});

function compare(
  formula: Formula,
  cells: Readonly<Record<string, Argument>>,
  ours: CellValue,
  excels: EngineCell | undefined,
) {
  const numbers = Object.values(cells)
    .flat(2)
    .filter((cell): cell is number => typeof cell === "number");
  const largest = Math.max(1, ...numbers.map(Math.abs));
  const wanted = Number(ours);
  // The root of a nearly perfect fit has half its digits.
  const ofLargest =
    formula.name === "FUT_PUT" ? OF_LARGEST_PUT : cells["statistic"] === "stderr" ? 1e-8 : OF_LARGEST;
  const whole = EXACT.includes(formula.name) && cells["rounding"] !== "none";
  const allowed = whole
    ? 1e-9 + 1e-14 * Math.abs(wanted)
    : OF_RESULT * Math.abs(wanted) + ofLargest * largest;
  expect(typeof excels).toBe("number");
  expect(Math.abs(Number(excels) - wanted)).toBeLessThanOrEqual(allowed);
}

/** Legal random arguments, by name. An optional number without default is sometimes left out. */
function argumentsOf(formula: Formula): fc.Arbitrary<Record<string, Argument>> {
  const params = Object.entries(formula.params);
  const columns = params.filter(([, { kind }]) => kind === "numbers").map(([name]) => name);
  const single = params.filter(([, { kind }]) => kind !== "numbers");
  const cells = fc.record(Object.fromEntries(single.map(([name, param]) => [name, anyCell(name, param)])));
  const ranges = changeColumns(3).map((blocks) =>
    Object.fromEntries(columns.map((name, i) => [name, blocks[i] ?? []])),
  );
  return fc.tuple(ranges, cells).map(([block, one]) => {
    const given: Record<string, Argument> = { ...block, ...one };
    return Object.fromEntries(params.map(([name]) => [name, given[name] ?? ""]));
  });
}

/** The native formulas over the same cells, each evaluated by the engine. */
function nativeBlock(
  formula: Formula,
  cells: Readonly<Record<string, Argument>>,
  words: Words,
): EngineCell[][] {
  const inputs: Record<string, Argument> = {};
  const contracts: Record<string, NativeContract["payoff"]> = {};
  for (const [name, cell] of Object.entries(cells)) {
    if (formula.params[name]?.kind !== "contract") {
      inputs[name] = cell;
      continue;
    }
    const terms = typeof cell === "string" ? findContract(cell) : undefined;
    contracts[name] = terms?.payoff ?? "linear";
    inputs[`${name}.multiplier`] = terms?.multiplier.toNumber() ?? cell;
    inputs[`${name}.lot`] = terms?.lot.toNumber() ?? 1;
  }
  const shape = asBlock(spell(formula, cells, contracts, {}, words));
  return shape.map((line, r) =>
    line.map((_, c) =>
      engine.evaluate(
        inputs,
        (addresses) => asBlock(spell(formula, cells, contracts, addresses, words))[r]?.[c] ?? "",
      ),
    ),
  );
}

function spell(
  formula: Formula,
  cells: Readonly<Record<string, Argument>>,
  contracts: Readonly<Record<string, NativeContract["payoff"]>>,
  addresses: Readonly<Record<string, string>>,
  words: Words,
): Native {
  const args = Object.keys(formula.params).map((name) => {
    const payoff = contracts[name];
    if (formula.params[name]?.kind === "word" && words === "literal")
      return [name, `"${String(cells[name])}"`];
    if (payoff === undefined) return [name, addresses[name] ?? "A9"];
    const terms = {
      multiplier: addresses[`${name}.multiplier`] ?? "A9",
      lot: addresses[`${name}.lot`] ?? "A9",
      payoff,
    };
    return [name, terms];
  });
  return formula.native(Object.fromEntries(args) as never);
}

function asBlock(spelling: Native): readonly (readonly string[])[] {
  return typeof spelling === "string" ? [[spelling]] : spelling;
}
