import { DomainError } from "../../calc/errors";
import { findContract } from "../../contracts/catalogue";
import { NOT_HEDGED } from "../book/assets";
import { hedgeWithOf } from "./hedged-with";
import type { Holding } from "../book/holdings";
import type { ContractChoice, HedgePlan } from "./plan";

/** One futures contract of the plan with the holdings that it hedges. */
export interface Group {
  readonly choice: ContractChoice;
  /** Ends the names of its cells: FuturesPrice_ES. */
  readonly suffix: string;
  readonly smallerSuffix: string | null;
  readonly holdings: readonly Holding[];
}

/**
 * The plan's contracts with their holdings, in the plan's order. A holding goes with the contract that its
 * "Hedge with" cell names (or with that contract's smaller one); a blank cell goes with the first contract.
 * Without such a column it goes with the contract chosen for its asset, or with the first.
 *
 * @throws {DomainError} `argument` for contracts that cannot be told apart, see {@link suffixesOf}
 */
export function groupsOf(plan: HedgePlan): readonly Group[] {
  const { contracts, holdings } = plan;
  const suffixes = suffixesOf(contracts);
  return contracts.map((choice, index) => {
    const codes = codesOf(choice).map(plainCode);
    return {
      choice,
      suffix: suffixes.get(choice.code) ?? "",
      smallerSuffix: choice.smaller === null ? null : (suffixes.get(choice.smaller.code) ?? ""),
      holdings: holdings.rows.filter((holding) => {
        const hedgeWith = hedgeWithOf(plan, holding);
        return hedgeWith === "" ? index === 0 : codes.includes(plainCode(hedgeWith));
      }),
    };
  });
}

/** A contract and its smaller one, as far as the names of their cells depend on them. */
interface CodedContract {
  readonly code: string;
  readonly smaller: { readonly code: string } | null;
}

/**
 * What the names of the cells of each contract end with, by its code; smaller contracts have their own.
 *
 * @throws {DomainError} `argument` if there is no contract, a code is listed twice, is "none", or is no plain code
 */
export function suffixesOf(contracts: readonly CodedContract[]): ReadonlyMap<string, string> {
  if (contracts.length === 0) throw new DomainError("argument", "choose at least one contract to hedge with");
  const codes = contracts.flatMap(codesOf);
  const used = new Set<string>();
  for (const code of codes) {
    if (plainCode(code) === plainCode(NOT_HEDGED)) {
      throw new DomainError(
        "argument",
        `a contract cannot have the code ${code}: it says "not hedged"; give it another`,
      );
    }
    if (!isContractCode(code)) {
      throw new DomainError(
        "argument",
        `a contract's code must be letters and digits, with a letter, but is ${JSON.stringify(code)}`,
      );
    }
    if (used.has(plainCode(code))) {
      throw new DomainError("argument", `${code} is listed twice: list each contract once`);
    }
    used.add(plainCode(code));
  }
  return uniqueSuffixes(codes);
}

/**
 * Letters and digits, so that the code can stand in the sheet's texts, names and lists of choices; and a letter among
 * them, because "225" typed or chosen in a cell is a number, which no text equals.
 */
export function isContractCode(code: string): boolean {
  return /^(?=.*[A-Z])[A-Z0-9][A-Z0-9 ._:/-]{0,29}$/i.test(code);
}

/** A perpetual has funding instead of an expiry. */
export function isPerpetual({ choice }: Pick<Group, "choice">): boolean {
  return findContract(choice.code)?.cycle === "perpetual" || choice.fundingRate !== null;
}

export function isDated(group: Pick<Group, "choice">): boolean {
  return !isPerpetual(group);
}

/** A fixed amount of money a contract, settled in the coin. */
export function isInverse({ choice }: Pick<Group, "choice">): boolean {
  return choice.payoff === "inverse";
}

/** Crypto exchanges margin by leverage and a maintenance rate, not by an amount per contract. */
export function isIsolated(group: Pick<Group, "choice">): boolean {
  return isPerpetual(group) || group.choice.leverage !== null;
}

/** Futures exchanges ask an amount per contract. */
export function isMarginedByAmount(group: Pick<Group, "choice">): boolean {
  return !isIsolated(group);
}

function codesOf({ code, smaller }: CodedContract): string[] {
  return smaller === null ? [code] : [code, smaller.code];
}

/** As Excel's "=" compares text: case does not matter, blanks do. */
function plainCode(code: string): string {
  return code.toUpperCase();
}

function uniqueSuffixes(codes: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const suffixes = new Map<string, string>();
  for (const code of codes) {
    const plain = code.toUpperCase().replace(/[^A-Z0-9]+/g, "_");
    let suffix = plain;
    for (let n = 2; taken.has(suffix); n++) suffix = `${plain}_${String(n)}`;
    taken.add(suffix);
    suffixes.set(code, suffix);
  }
  return suffixes;
}
