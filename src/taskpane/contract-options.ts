import { DomainError } from "../calc/errors";
import { findExpiry } from "../contracts/calendar/expiry";
import { dayOfSerial, serialOfDay } from "../contracts/calendar/excel-date";
import { rollDay } from "../contracts/calendar/roll";
import { FAMILIES, findContract } from "../contracts/catalogue";
import type { OwnContract } from "../excel/own-contracts";
import { choiceOf, contractChoice, smallerChoice } from "../sheet/plan/contract-choice";
import type { ContractChoice } from "../sheet/plan/plan";

/** A contract in the pane's list. */
export interface ContractOption {
  readonly code: string;
  readonly name: string;
  /** Heading in the list: "US equity index", "Crypto perpetuals", "Your own". */
  readonly family: string;
  /** Where it stands, if it comes from a table of this workbook: "Contracts!A2:F2"; null: from the catalogue. */
  readonly place: string | null;
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

/** The list to choose from: the catalogue by family, without what the user's own stand in for; then these. */
export function contractOptions(own: readonly OwnContract[]): ContractOption[] {
  return [
    ...FAMILIES.flatMap(({ heading, contracts }) =>
      contracts
        .filter(({ code }) => usableOwn(own, code) === undefined)
        .map(({ code, name }) => ({ code, name, family: heading, place: null, problem: null })),
    ),
    ...own.map(({ code, name, problem, sheet, address }) => {
      return { code, name, family: "Your own", place: `${sheet}!${address}`, problem };
    }),
  ];
}

/** @param own a contract of the user's own has no smaller one, whatever the catalogue's contract of that code has */
export function contractTraits(code: string, own: readonly OwnContract[] = []): ContractTraits {
  return {
    smaller: usableOwn(own, code) ? null : smallerChoice(code),
    perpetual: findContract(code)?.cycle === "perpetual",
  };
}

/**
 * A contract with no market data yet: its facts, and the dates of the contract month that is traded now.
 *
 * @param today Excel date serial
 * @throws {DomainError} `missing` if neither the catalogue nor the user's own contracts have it
 */
export function contractFacts(code: string, own: readonly OwnContract[], today: number): ContractChoice {
  const mine = usableOwn(own, code);
  if (mine) {
    const { multiplier, payoff, lot, currency } = mine;
    return choiceOf({ code: mine.code, multiplier, payoff, lot, currency }, { price: 0 });
  }
  // A dated code stays as the user's cells have it: "Hedge with" is compared with it.
  const choice = contractChoice(code, { price: 0, code: code.trim().toUpperCase() });
  return { ...choice, ...tradedMonth(choice.code, today) };
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

/** The user's own contract with this code, in any case; undefined if there is none, or its row cannot be used. */
export function usableOwn(own: readonly OwnContract[], code: string): OwnContract | undefined {
  const plain = code.trim().toUpperCase();
  return own.find((contract) => contract.problem === null && contract.code.trim().toUpperCase() === plain);
}
