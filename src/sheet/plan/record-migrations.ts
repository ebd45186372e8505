import { aimKind } from "./aims";
import { BOOK_INPUTS, MOVE_INPUTS, PUT_INPUTS } from "./book-inputs";
import { CONTRACT_INPUTS, SMALLER_INPUTS } from "./contract-inputs";
import { suffixesOf } from "./groups";
import type { InputTable } from "./input";
import type { Inputs } from "./read-plan";
import { aimIn, contractCode, contractsIn, Malformed, object, type Members } from "./record-members";

/** A record with what the cells of its sheet hold. */
export interface Saved {
  readonly record: Members;
  readonly inputs: Inputs;
}

/** What makes of a record of each version one of the next, from version 1 on. */
export const MIGRATIONS: readonly ((saved: Saved) => Saved)[] = [withoutNumbers];

/**
 * 1 → 2: the whole plan stood in the record. Its numbers serve where the sheet has no cell for them; what the sheet
 * does not say stays in the record.
 */
function withoutNumbers({ record, inputs }: Saved): Saved {
  const plan = object(record["plan"], "plan");
  const aim = object(plan["aim"], "aim");
  const kind = aimIn(aim["kind"]);
  const contracts = contractsIn(plan["contracts"], (smaller) => object(smaller, "smaller contract")["code"]);
  const suffixes = suffixesOf(contracts);
  if (plan["put"] === undefined) throw new Malformed("its “put” is missing");
  const put = plan["put"] === null ? null : object(plan["put"], "put");
  const ofContracts = (plan["contracts"] as readonly Members[]).flatMap((members, index) => {
    const { code = "", smaller = null } = contracts[index] ?? {};
    const large = cellsOf(CONTRACT_INPUTS, members, `_${suffixes.get(code) ?? ""}`);
    if (smaller === null) return large;
    const small = { ...object(members["smaller"], "smaller contract"), heldSmaller: members["heldSmaller"] };
    return [...large, ...cellsOf(SMALLER_INPUTS, small, `_${suffixes.get(smaller.code) ?? ""}`)];
  });
  const recorded = [
    ...cellsOf(aimKind(kind).inputs, aim),
    ...cellsOf(BOOK_INPUTS, plan),
    ...cell("RoundingMode", plan["rounding"]),
    ...(put === null ? [] : cellsOf(PUT_INPUTS, put)),
    ...movesIn(plan),
    ...assetsIn(object(plan["assetContracts"] ?? {}, "assetContracts")),
    ...ofContracts,
  ];
  const choices = {
    aim: kind,
    put: put !== null,
    contracts: contracts.map(({ smaller, ...contract }) => ({ ...contract, smaller: smaller?.code ?? null })),
  };
  return {
    record: { book: record["book"], ...choices },
    inputs: { ...Object.fromEntries(recorded), ...inputs },
  };
}

/** A name and what its cell holds; nothing where that is not known. */
type Cells = readonly (readonly [string, number | string])[];

/** The numbers of an object as cells of a table's names. */
function cellsOf(table: InputTable, members: Members, suffix = ""): Cells {
  return Object.entries(table).flatMap(([name, { member, nullIs }]) =>
    members[member] === null && nullIs !== undefined ? [] : cell(`${name}${suffix}`, members[member]),
  );
}

function cell(name: string, value: unknown): Cells {
  if (value === null) return [[name, ""]];
  return typeof value === "number" || typeof value === "string" ? [[name, value]] : [];
}

function movesIn(plan: Members): Cells {
  return Object.entries(MOVE_INPUTS).flatMap(([name, { member }]) => {
    const moves: unknown = plan[member];
    return Array.isArray(moves) ? moves.flatMap((move, index) => cell(`${name}_${index + 1}`, move)) : [];
  });
}

function assetsIn(assetContracts: Members): Cells {
  return Object.entries(assetContracts).flatMap(([key, code]) => {
    if (!/^[A-Z0-9_]{1,30}$/.test(key)) throw new Malformed("its “assetContracts” cannot be read");
    return cell(`HedgeWith_${key}`, contractCode(code, "assetContracts"));
  });
}
