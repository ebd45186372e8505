import { findContract, smallerContracts } from "../../contracts/catalogue";
import { DomainError } from "../../calc/errors";
import { dayOfSerial, serialOfDay } from "../../contracts/calendar/excel-date";
import { nextExpiry } from "../../contracts/calendar/expiry";
import { rollDay } from "../../contracts/calendar/roll";
import type { Holdings } from "../book/holdings";
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
    fx: 1,
    futuresBeta: 1,
    held: 0,
    heldSmaller: 0,
    initialMargin: null,
    maintenanceMargin: null,
    marginDate: null,
    priceDate: null,
    spot: null,
    expiry: null,
    roll: null,
    fundingRate: null,
    fundingIntervalHours: 8,
    leverage: null,
    maintenanceRate: null,
    ...market,
  };
}

/** The largest smaller contract on the same underlying, for `ContractChoice.smaller`; null where there is none. */
export function smallerChoice(code: string): ContractChoice["smaller"] {
  const [smaller] = smallerContracts(code);
  if (smaller === undefined) return null;
  return { code: smaller.code, multiplier: smaller.multiplier.toNumber(), lot: smaller.lot.toNumber() };
}

/**
 * What counts until the user says something else: an exchange's usual initial / maintenance margin is 1.1; scenario
 * moves in equal steps, because the chart spaces its categories equally and a straight line must stay straight.
 */
export const STANDARD_LIMITS = {
  tolerance: 0.05,
  staleDays: 5,
  marginFactor: 1.1,
  cfdFinancing: null,
  cfdSpread: null,
  futuresFee: null,
  adverseMoves: Array.from({ length: 10 }, () => 0.02),
  scenarioMoves: [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3],
} as const satisfies Partial<HedgePlan>;

/** A plan to start from: a full hedge of the whole book with one contract, prices of today. */
export function defaultPlan(holdings: Holdings, choice: ContractChoice, today: number): HedgePlan {
  return {
    holdings,
    aim: { kind: "targetBeta", targetBeta: 0 },
    rounding: "nearest",
    defaultBeta: 1,
    contracts: [withExpiry(choice, today)],
    assetContracts: {},
    shock: -0.05,
    asOf: today,
    cash: null,
    put: null,
    horizonDays: 90,
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
