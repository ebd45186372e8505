import { DomainError } from "../calc/errors";
import { splitDatedCode } from "./calendar/dated-codes";
import { MONTH_CODES, monthCode } from "./calendar/month-codes";
import type { Contract } from "./contract";
import { CRYPTO_FUTURES } from "./crypto-futures";
import { ASIAN_EQUITY_INDEX } from "./equity-index-asia";
import { EUROPEAN_EQUITY_INDEX } from "./equity-index-europe";
import { US_EQUITY_INDEX } from "./equity-index-us";
import { PERPETUALS } from "./perpetuals";

/** The contracts that lists show under one heading. */
export interface ContractFamily {
  readonly heading: string;
  readonly contracts: readonly Contract[];
}

/** The catalogue, as lists show it: a file of contracts is in it once it stands here. */
export const FAMILIES: readonly ContractFamily[] = [
  { heading: "US equity index", contracts: US_EQUITY_INDEX },
  { heading: "European equity index", contracts: EUROPEAN_EQUITY_INDEX },
  { heading: "Asian and Pacific equity index", contracts: ASIAN_EQUITY_INDEX },
  { heading: "Crypto futures", contracts: CRYPTO_FUTURES },
  { heading: "Crypto perpetuals", contracts: PERPETUALS },
];

/** Every contract that a code can name. */
export const CONTRACTS: readonly Contract[] = FAMILIES.flatMap(({ contracts }) => contracts);

/** The codes in catalogue order, as a drop-down shows them. */

const byCode = new Map(CONTRACTS.map((contract) => [contract.code, contract]));

/**
 * The contract with this code, or undefined. Case and blanks do not matter; a dated code (`ESZ26`, `ESZ6`)
 * gives its root if the root lists that month.
 */
export function findContract(code: string): Contract | undefined {
  const plain = plainCode(code);
  return byCode.get(plain) ?? rootOf(plain);
}

/** The contracts under the same heading, the contract itself among them; none of a contract that is not listed. */
export function familyOf(contract: Contract | undefined): readonly Contract[] {
  return FAMILIES.find(({ contracts }) => contracts.some((each) => each === contract))?.contracts ?? [];
}

/** A code as the catalogue writes it: in capitals, without blanks. */
export function plainCode(code: string): string {
  return code.replace(/\s/g, "").toUpperCase();
}

/**
 * The contract with this code; see {@link findContract}.
 *
 * @throws {DomainError} `missing` if there is none, saying what to check
 */
export function requireContract(code: string): Contract {
  const contract = findContract(code);
  if (contract !== undefined) return contract;
  const dated = splitDatedCode(plainCode(code));
  const root = dated && byCode.get(dated.root);
  if (root === undefined) {
    throw new DomainError(
      "missing",
      `contract "${code.slice(0, 40)}" is not in the catalogue; check the code`,
    );
  }
  throw new DomainError(
    "missing",
    `${plainCode(code)} is not a contract: ${root.code} lists ${describeMonths(root)}`,
  );
}

function describeMonths(contract: Contract): string {
  const months = listedMonths(contract);
  return months === "" ? "no months" : `the months ${months}`;
}

function rootOf(code: string): Contract | undefined {
  const dated = splitDatedCode(code);
  if (dated === undefined) return undefined;
  const contract = byCode.get(dated.root);
  return contract !== undefined && listedMonths(contract).includes(monthCode(dated.month))
    ? contract
    : undefined;
}

/** The letters of the months in which a contract expires; empty where there is no month code. */
export function listedMonths({ cycle }: Contract): string {
  if (cycle === "HMUZ") return cycle;
  return cycle === "monthly" ? MONTH_CODES : "";
}

/** The contracts for the remainder of a hedge in this one, largest first (BTC → MBT, BFF). */
export function smallerContracts(code: string): readonly Contract[] {
  const contract = findContract(code);
  return CONTRACTS.filter(({ larger }) => larger !== null && larger === contract?.code).sort((a, b) =>
    b.multiplier.comparedTo(a.multiplier),
  );
}
