import { findContract, smallerContracts } from "../../contracts/catalogue";
import { DomainError } from "../../calc/errors";
import { dayOfSerial, serialOfDay } from "../../contracts/calendar/excel-date";
import { nextExpiry } from "../../contracts/calendar/expiry";
import { rollDay } from "../../contracts/calendar/roll";
import type { Holdings } from "../book/holdings";
import { BOOK_INPUTS, movesOf, ROUNDING_INPUT } from "./book-inputs";
import { CONTRACT_INPUTS, SMALLER_INPUTS } from "./contract-inputs";
import { defaultsOf } from "./input";
import type { ContractChoice, HedgePlan } from "./plan";

/** What the market and the user say of a contract; what is left out is not known, or 1, or 0. */
export type Market = Pick<ContractChoice, "price"> & Partial<ContractChoice>;

/** What a contract itself fixes: the catalogue says it, or the user's own table. */
export type Facts = Pick<ContractChoice, "code" | "multiplier" | "payoff" | "lot" | "currency">;

/**
 * A contract of the catalogue, filled in: multiplier, payoff, lot and currency from its specification.
 * What `market` says beyond the price comes on top, a smaller contract too: it is chosen, not assumed.
 *
 * @throws {DomainError} `missing` if the catalogue has no such contract
 */
export function contractChoice(code: string, market: Market): ContractChoice {
  const contract = findContract(code);
  if (contract === undefined) {
    throw new DomainError(
      "missing",
      `${code} is not in the catalogue: choose another code, or enter it as your own`,
    );
  }
  const { payoff, currency, multiplier, lot } = contract;
  const numbers = { multiplier: multiplier.toNumber(), lot: lot.toNumber() };
  return choiceOf({ code: contract.code, payoff, currency, ...numbers }, market);
}

/** A contract with these facts, from the catalogue or the user's own, filled in with what the market says. */
export function choiceOf(facts: Facts, market: Market): ContractChoice {
  return {
    ...facts,
    smaller: null,
    ...defaultsOf(CONTRACT_INPUTS),
    ...defaultsOf(SMALLER_INPUTS),
    ...market,
  };
}

/** The largest smaller contract on the same underlying, for `ContractChoice.smaller`; null where there is none. */
export function smallerChoice(code: string): ContractChoice["smaller"] {
  const [smaller] = smallerContracts(code);
  if (smaller === undefined) return null;
  return { code: smaller.code, multiplier: smaller.multiplier.toNumber(), lot: smaller.lot.toNumber() };
}

/** What counts until the user says something else. */
export const STANDARD_LIMITS = {
  ...defaultsOf(BOOK_INPUTS),
  ...movesOf((_, __, usual) => usual),
} satisfies Partial<HedgePlan>;

/** A plan to start from: a full hedge of the whole book with one contract, prices of today. */
export function defaultPlan(holdings: Holdings, choice: ContractChoice, today: number): HedgePlan {
  return {
    holdings,
    aim: { kind: "targetBeta", targetBeta: 0 },
    rounding: ROUNDING_INPUT.default,
    contracts: [withExpiry(choice, today)],
    assetContracts: {},
    asOf: today,
    put: null,
    ...STANDARD_LIMITS,
  };
}

/** The choice with the next expiry and roll date on or after a day, where they are held and not given. */
export function withExpiry(choice: ContractChoice, today: number): ContractChoice {
  const contract = findContract(choice.code);
  if (contract === undefined || choice.expiry !== null) return choice;
  const expiry = held(() => nextExpiry(contract, dayOfSerial(today), 1));
  if (expiry === null) return choice;
  const roll = held(() => rollDay(expiry));
  return {
    ...choice,
    expiry: serialOfDay(expiry.day),
    roll: choice.roll ?? (roll === null ? null : serialOfDay(roll)),
  };
}

/** null where the calendar does not hold the answer; the user types the date then. */
function held<T>(look: () => T): T | null {
  try {
    return look();
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
