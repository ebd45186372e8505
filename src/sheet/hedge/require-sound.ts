import { DomainError } from "../../calc/errors";
import type { Holding } from "../book/holdings";
import { aimInputs } from "../plan/aims";
import { valueFor } from "../plan/input";
import type { ContractChoice, HedgePlan } from "../plan/plan";

/** Far above all wealth and all betas, in any currency: beyond is a slip, such as a number pasted twice. */
const LARGEST_VALUE = 1e18;
const LARGEST_BETA = 1e6;

/** @throws {DomainError} `argument` naming the input that makes a hedge impossible */
export function requireSound({ holdings, contracts, aim, defaultBeta }: HedgePlan): void {
  requireNumber("default beta", defaultBeta);
  for (const holding of holdings.rows) requireWithinBounds(holding);
  for (const [, input] of aimInputs(aim.kind)) {
    const require = (input.validation.min ?? 0) > 0 ? requirePositive : requireNumber;
    require(input.label.toLowerCase(), valueFor(input, aim) ?? NaN);
  }
  for (const choice of contracts) requireSoundContract(choice);
}

/** @throws {DomainError} `argument` for what no holding can be: sums of it would leave the numbers of a spreadsheet */
function requireWithinBounds({ row, value, beta }: Holding): void {
  const where = `row ${String(row + 1)} of the book`;
  if (!(Math.abs(value) <= LARGEST_VALUE)) {
    throw new DomainError(
      "argument",
      `the value in ${where} must be a plausible amount, but is ${String(value)}`,
    );
  }
  if (beta !== null && !(Math.abs(beta) <= LARGEST_BETA)) {
    throw new DomainError(
      "argument",
      `the beta in ${where} must be a plausible ratio, but is ${String(beta)}`,
    );
  }
}

function requireSoundContract(choice: ContractChoice): void {
  const { code, price, fx, multiplier, lot, futuresBeta, held, smaller, heldSmaller } = choice;
  requirePositive(`${code} price`, price);
  requirePositive(`${code} FX rate`, fx);
  requirePositive(`${code} multiplier`, multiplier);
  requirePositive(`${code} lot`, lot);
  requireNumber(`${code} futures beta`, futuresBeta);
  if (futuresBeta === 0) throw new DomainError("argument", `${code}: futures beta must not be 0`);
  requireNumber("held contracts", held);
  if (smaller === null) return;
  requirePositive(`${smaller.code} multiplier`, smaller.multiplier);
  requirePositive(`${smaller.code} lot`, smaller.lot);
  requireNumber("held contracts", heldSmaller);
  const lots = (multiplier * lot) / (smaller.multiplier * smaller.lot);
  if (lots > 1 && Math.abs(lots - Math.round(lots)) <= 1e-9 * lots) return;
  throw new DomainError(
    "argument",
    `${smaller.code} must divide ${code} evenly to take its remainder, but ${lots.toPrecision(6)} make one ${code}`,
  );
}

function requireNumber(name: string, value: number): void {
  if (!Number.isFinite(value)) throw new DomainError("argument", `${name} must be a number`);
}

function requirePositive(name: string, value: number): void {
  if (value > 0 && Number.isFinite(value)) return;
  throw new DomainError("argument", `${name} must be greater than 0, but is ${String(value)}`);
}
