import { DomainError } from "../calc/errors";
import { findExpiry } from "../contracts/calendar/expiry";
import { dayOfSerial, serialOfDay } from "../contracts/calendar/excel-date";
import { rollDay } from "../contracts/calendar/roll";
import { findContract } from "../contracts/catalogue";
import type { Contract } from "../contracts/contract";
import { CRYPTO_FUTURES } from "../contracts/crypto-futures";
import { ASIAN_EQUITY_INDEX } from "../contracts/equity-index-asia";
import { EUROPEAN_EQUITY_INDEX } from "../contracts/equity-index-europe";
import { US_EQUITY_INDEX } from "../contracts/equity-index-us";
import { PERPETUALS } from "../contracts/perpetuals";
import type { OwnContract } from "../excel/own-contracts";
import { contractChoice, smallerChoice } from "../sheet/contract-choice";
import type { Holdings } from "../sheet/holdings";
import type { ContractChoice } from "../sheet/plan";

/** A contract in the pane's list. */
export interface ContractOption {
  readonly code: string;
  readonly name: string;
  /** Heading in the list: "US equity index", "Perpetuals", "Your own". */
  readonly family: string;
  /** From a table of this workbook. */
  readonly own: boolean;
  /** Why it cannot be chosen, with what to do; null: it can. */
  readonly problem: string | null;
}

/** What the form needs to know of a contract beside the choice itself. */
export interface ContractTraits {
  /** For the remainder of a hedge; null where there is no smaller contract. */
  readonly smaller: ContractChoice["smaller"];
  /** Pays funding, and has no last trading day. */
  readonly perpetual: boolean;
}

const FAMILIES: readonly (readonly [string, readonly Contract[]])[] = [
  ["US equity index", US_EQUITY_INDEX],
  ["European equity index", EUROPEAN_EQUITY_INDEX],
  ["Asian and Pacific equity index", ASIAN_EQUITY_INDEX],
  ["Crypto futures", CRYPTO_FUTURES],
  ["Crypto perpetuals", PERPETUALS],
];

/** The list to choose from: the catalogue by family, then the user's own. */
export function contractOptions(own: readonly OwnContract[]): ContractOption[] {
  return [
    ...FAMILIES.flatMap(([family, contracts]) =>
      contracts.map(({ code, name }) => ({ code, name, family, own: false, problem: null })),
    ),
    ...own.map(({ code, name, problem }) => ({ code, name, family: "Your own", own: true, problem })),
  ];
}

export function contractTraits(code: string): ContractTraits {
  return { smaller: smallerChoice(code), perpetual: findContract(code)?.cycle === "perpetual" };
}

/**
 * A contract with no market data yet: its facts, and the dates of the contract month that is traded now.
 *
 * @param today Excel date serial
 * @throws {DomainError} `missing` if neither the catalogue nor the user's own contracts have it
 */
export function contractFacts(code: string, own: readonly OwnContract[], today: number): ContractChoice {
  const mine = own.find((contract) => contract.problem === null && sameCode(contract.code, code));
  if (mine) return ownChoice(mine);
  // A dated code stays as the user's cells have it: "Hedge with" is compared with it.
  const choice = contractChoice(code, { price: 0, code: code.trim().toUpperCase() });
  return { ...choice, ...tradedMonth(choice.code, today) };
}

function ownChoice({ code, multiplier, payoff, lot, currency }: OwnContract): ContractChoice {
  // Everything that the user's table does not say is as unknown as for any contract.
  const unknown = contractChoice("ES", { price: 0 });
  return { ...unknown, code, multiplier, payoff, lot, currency };
}

/** Last trading day and roll date of the month in which trading is now; null where no rule is held. */
function tradedMonth(code: string, today: number): Pick<ContractChoice, "expiry" | "roll"> {
  const from = dayOfSerial(today);
  const front = datesOf(code, today, 1);
  const dated = findContract(code)?.code !== code;
  const rolled = front.roll !== null && front.roll <= serialOfDay(from);
  return rolled && !dated ? datesOf(code, today, 2) : front;
}

function datesOf(code: string, today: number, nth: number): Pick<ContractChoice, "expiry" | "roll"> {
  const expiry = orNull(() => findExpiry({ code, from: dayOfSerial(today), nth }));
  const roll = expiry && orNull(() => rollDay(expiry));
  return { expiry: expiry && serialOfDay(expiry.day), roll: roll === null ? null : serialOfDay(roll) };
}

/** What is held, or null for what is not: the box stays blank for the user to fill in. */
function orNull<T>(look: () => T): T | null {
  try {
    return look();
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/**
 * The contracts to propose for holdings: those that a "Hedge with" column names, in its order; the first hedges the rows
 * that name none, as altcoins are hedged with Bitcoin.
 *
 * @param usual the contract where no row names one
 */
export function proposedCodes(
  holdings: Holdings,
  own: readonly OwnContract[],
  usual: string,
): readonly string[] {
  const known = (code: string) =>
    own.some((contract) => contract.problem === null && sameCode(contract.code, code)) ||
    findContract(code) !== undefined;
  const named = new Set(holdings.rows.map(({ hedgeWith }) => hedgeWith.trim().toUpperCase()));
  const codes = [...named].filter((code) => code !== "" && known(code));
  return codes.length === 0 ? [usual] : codes;
}

/**
 * The contract to propose where no holding names one: the one used last if it fits the book; else the first perpetual on
 * a coin that the book holds, or the E-mini S&P 500.
 */
export function usualCode(holdings: Holdings, own: readonly OwnContract[], last: string | null): string {
  const names = new Set(holdings.rows.map(({ name }) => name.trim().toUpperCase()));
  const coin = PERPETUALS.find(({ code }) => code.endsWith("USDT") && names.has(code.slice(0, -4)));
  if (last !== null && own.some(({ code, problem }) => problem === null && sameCode(code, last))) return last;
  const known = last === null ? undefined : findContract(last);
  const isCrypto = known !== undefined && [...PERPETUALS, ...CRYPTO_FUTURES].includes(known);
  const fits = known !== undefined && isCrypto === (coin !== undefined);
  return last !== null && fits ? last : (coin?.code ?? "ES");
}

function sameCode(a: string, b: string): boolean {
  return a.trim().toUpperCase() === b.trim().toUpperCase();
}
