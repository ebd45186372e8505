import type { Rounding } from "../../calc/rounding";
import { DomainError } from "../../calc/errors";
import { NOT_HEDGED } from "../book/assets";
import type { Holdings } from "../book/holdings";
import { aimWith } from "./aims";
import { BOOK_INPUTS, movesOf, PUT_INPUTS, ROUNDING_INPUT } from "./book-inputs";
import { CONTRACT_INPUTS, SMALLER_INPUTS } from "./contract-inputs";
import { suffixesOf } from "./groups";
import { numbersOf, type Input } from "./input";
import type { ContractChoice, HedgePlan } from "./plan";
import { Malformed, type RecordedChoices, type RecordedContract } from "./record-members";

/** What the cells of a sheet hold, by name: inputs, and others that are not looked at. */
export type Inputs = Readonly<Record<string, number | string | boolean>>;

/** Heads the column that says what each asset is hedged with. */
const LIST = "Hedge with";

/** What to do where a sheet does not say its plan any more. */
export const BUILD_ANEW = "select the holdings, choose Use selection, and build on a new sheet";

/** "" is a blank cell, as one that is not there is. */
type Held = Inputs[string] | undefined;

/**
 * The plan of a sheet: what was recorded, with the numbers and words that its cells hold.
 *
 * A cell that is not there, is blank or holds no number counts as its input's default.
 *
 * @throws {DomainError} `missing` for a cell that nothing can stand in for, with its label and what to do
 * @throws {Malformed} if the cells are not those of the record
 */
export function readPlan(choices: RecordedChoices, inputs: Inputs, holdings: Holdings): HedgePlan {
  const { aim, put, contracts } = choices;
  const numberOf = (input: Input, name: string) => numberIn(inputs[name], input, input.label);
  const suffixes = suffixesOf(contracts);
  requireAllRecorded(inputs, suffixes);
  const book = numbersOf(BOOK_INPUTS, numberOf);
  return {
    ...book,
    ...movesOf(({ label }, name, usual) => numberIn(inputs[name], { default: usual }, label) ?? usual),
    holdings,
    aim: aimWith(aim, numberOf),
    rounding: roundingIn(inputs["RoundingMode"]),
    put: put ? numbersOf(PUT_INPUTS, numberOf) : null,
    contracts: contracts.map((contract) => readContract(contract, inputs, suffixes, book.asOf)),
    assetContracts: assetContractsIn(inputs, contracts),
  };
}

function readContract(
  recorded: RecordedContract,
  inputs: Inputs,
  suffixes: ReadonlyMap<string, string>,
  asOf: number,
): ContractChoice {
  const numbersFor = (code: string) => (input: Input, name: string) => {
    const number = numberIn(
      inputs[`${name}_${suffixes.get(code) ?? ""}`],
      input,
      `${input.label} of ${code}`,
    );
    return input.nullIs === "asOf" && number === asOf ? null : number;
  };
  const contract = { ...recorded, ...numbersOf(CONTRACT_INPUTS, numbersFor(recorded.code)) };
  if (recorded.smaller === null) return { ...contract, smaller: null, heldSmaller: 0 };
  const { code } = recorded.smaller;
  const { multiplier, lot, heldSmaller } = numbersOf(SMALLER_INPUTS, numbersFor(code));
  return { ...contract, smaller: { code, multiplier, lot }, heldSmaller };
}

/** @param label as the message calls it */
function numberIn(
  held: Held,
  input: Pick<Input, "default" | "needed"> & Partial<Input>,
  label: string,
): number | null {
  if (typeof held === "number" && Number.isFinite(held)) return held;
  const { default: usual, needed, nullIs, validation } = input;
  const isOptional = usual !== undefined && !needed;
  // Without the cell, as by a sheet built before there was one, the default counts; what may be blank is not known.
  if (isOptional && (held === undefined || (usual === null && nullIs === undefined))) return usual;
  // Excel reckons with 0 for a blank cell, and so must the pane, where 0 makes sense.
  if (isOptional && held === "" && usual !== null && (validation?.min ?? 0) <= 0) return 0;
  throw lost(label, held, "no number: type the number there");
}

function roundingIn(held: Held): Rounding {
  const { words, label } = ROUNDING_INPUT;
  const found = Object.keys(words).find((word) => word === String(held).toLowerCase());
  if (found === undefined)
    throw lost(label, held, `none of ${Object.keys(words).join(", ")}: choose one there`);
  return found as Rounding;
}

/** @param whatToDo if it holds something else: "no number: type one there" */
function lost(label: string, held: Held, whatToDo: string): DomainError {
  if (held === undefined) {
    return new DomainError(
      "missing",
      `the hedge sheet has no cell for “${label}” any more: undo what removed its row, or ${BUILD_ANEW}`,
    );
  }
  const content = held === "" ? "is blank" : `holds “${String(held).slice(0, 24)}”, which is ${whatToDo}`;
  const blank = held === "" ? ": fill it in" : "";
  return new DomainError(
    "missing",
    `the cell for “${label}” on the hedge sheet ${content}${blank}, then open the sheet again`,
  );
}

/** A price that belongs to no contract of the record: the record has lost one, and the rest would be another hedge. */
function requireAllRecorded(inputs: Inputs, suffixes: ReadonlyMap<string, string>): void {
  const known = new Set([...suffixes.values()].map((suffix) => `FuturesPrice_${suffix}`));
  const unknown = Object.keys(inputs).find((name) => name.startsWith("FuturesPrice_") && !known.has(name));
  if (unknown !== undefined) throw new Malformed(`the contract of the cell ${unknown} is missing`);
}

/**
 * The contracts chosen asset by asset, as the sheet reads the cells: a smaller contract's code goes with the larger, a
 * blank cell with the first contract. One that names no contract of the sheet is hedged by none there, and refused.
 */
function assetContractsIn(
  inputs: Inputs,
  contracts: readonly RecordedContract[],
): HedgePlan["assetContracts"] {
  const codes = new Map([[NOT_HEDGED.toUpperCase(), NOT_HEDGED]]);
  for (const { code, smaller } of contracts) {
    codes.set(code.toUpperCase(), code);
    if (smaller !== null) codes.set(smaller.code.toUpperCase(), code);
  }
  const first = contracts[0]?.code ?? "";
  const codeFor = (held: Held, label: string): string => {
    const found = held === "" ? first : codes.get(String(held).toUpperCase());
    if (found === undefined)
      throw lost(label, held, `none of ${[...codes.values()].join(", ")}: choose one there`);
    return found;
  };
  const chosen = Object.entries(inputs).flatMap(([name, held]) => {
    const key = /^HedgeWith_([A-Z0-9_]{1,30})$/.exec(name)?.[1];
    return key === undefined ? [] : [[key, codeFor(held, `${LIST} of ${key}`)] as const];
  });
  return Object.fromEntries(chosen);
}
