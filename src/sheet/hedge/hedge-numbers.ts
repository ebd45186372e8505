import { contractValue, type ContractTerms } from "../../calc/contract-value";
import { Decimal, fromCell } from "../../calc/decimal";
import { DomainError } from "../../calc/errors";
import { contractMix } from "../../calc/mix";
import { toLot } from "../../calc/rounding";
import { groupsOf, isIsolated, unhedgedHoldings, type Group } from "../plan/groups";
import type { Holding } from "../book/holdings";
import type { ContractChoice, HedgePlan, Rounding } from "../plan/plan";

/** A value-weighted sum over holdings. */
export interface Exposure {
  readonly value: Decimal;
  /** Σ |value|: against it a total counts as zero or not. */
  readonly gross: Decimal;
  /** Beta-adjusted: Σ value × beta. */
  readonly exposure: Decimal;
  readonly beta: Decimal;
}

/** Everything that the worksheet computes for one contract, in exact decimals. Money is in the book's currency. */
export interface GroupNumbers extends Exposure {
  readonly group: Group;
  readonly contractValue: Decimal;
  readonly smallerValue: Decimal;
  readonly aim: Decimal;
  readonly exact: Decimal;
  readonly contracts: Decimal;
  readonly contractsSmaller: Decimal;
  readonly trade: Decimal;
  readonly tradeSmaller: Decimal;
  readonly notional: Decimal;
  readonly futuresExposure: Decimal;
  readonly residual: Decimal;
  readonly effectiveBeta: Decimal;
  /** null: margin not given. */
  readonly margin: Decimal | null;
}

export interface HedgeNumbers {
  readonly book: Exposure;
  /** Holdings that name a contract which the plan does not have. */
  readonly unhedged: Exposure;
  /** Rows that no list of assets can name. */
  readonly unnamed: Exposure;
  readonly groups: readonly GroupNumbers[];
  /** Of all groups: what is left alone is no part of it. */
  readonly hedgedExposure: Decimal;
  readonly futuresExposure: Decimal;
  readonly effectiveBeta: Decimal;
  /** Exposure that loses when the market moves: the holdings', less a purchase to come that gets dearer. */
  readonly exposureAtRisk: Decimal;
}

const ZERO = new Decimal(0);
/** Far above all wealth and all betas, in any currency: beyond is a slip, such as a number pasted twice. */
const LARGEST_VALUE = 1e18;
const LARGEST_BETA = 1e6;

/**
 * The hedge of a plan.
 *
 * @throws {DomainError} `argument` naming the input that makes a hedge impossible
 */
export function hedgeNumbers(plan: HedgePlan): HedgeNumbers {
  const groups = groupsOf(plan);
  const defaultBeta = number("default beta", plan.defaultBeta);
  for (const holding of plan.holdings.rows) requireWithinBounds(holding);
  const book = exposureOf(plan.holdings.rows, defaultBeta);
  const unhedged = exposureOf(unhedgedHoldings(plan, groups), defaultBeta);
  const exposures = groups.map(({ holdings }) => exposureOf(holdings, defaultBeta));
  const hedgedExposure = exposures.reduce((sum, { exposure }) => sum.plus(exposure), ZERO);
  const hedgedSize = exposures.reduce((sum, { exposure }) => sum.plus(exposure.abs()), ZERO);
  const numbers = groups.map((group, index) => {
    const own = exposures[index] ?? exposureOf([], defaultBeta);
    const share = isNoise(hedgedExposure, hedgedSize)
      ? new Decimal(1).dividedBy(groups.length)
      : own.exposure.dividedBy(hedgedExposure);
    return groupNumbers(plan, group, own, aimOf(plan, own, { book, share, first: index === 0 }));
  });
  const futuresExposure = numbers.reduce((sum, group) => sum.plus(group.futuresExposure), ZERO);
  return {
    book,
    unhedged,
    unnamed: exposureOf(
      plan.holdings.rows.filter(({ nameText }) => nameText === ""),
      defaultBeta,
    ),
    groups: numbers,
    hedgedExposure,
    futuresExposure,
    effectiveBeta: ratio(book.exposure.plus(futuresExposure), book),
    exposureAtRisk: book.exposure.minus(purchaseToCome(plan)),
  };
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

/** Beta-adjusted exposure that cash to come will buy; 0 for the other aims. */
function purchaseToCome({ aim }: HedgePlan): Decimal {
  return aim.kind === "cashToCome"
    ? number("cash to come", aim.amount).times(number("its beta", aim.beta))
    : ZERO;
}

/** Share of the exposure that a volatility target keeps: target / realised, within 0 and 1. */
function exposureScale(target: number, realised: number): Decimal {
  const scale = positive("realised volatility", realised).pow(-1).times(number("target volatility", target));
  return Decimal.max(0, Decimal.min(1, scale));
}

/** Value of holdings, made up like these, whose exact hedge would be the smallest order of the contract. */
export function smallestUseful({ group, value, exact }: GroupNumbers): Decimal {
  const { smaller, lot, multiplier } = group.choice;
  const one =
    smaller === null
      ? fromCell(lot)
      : fromCell(smaller.lot).times(fromCell(smaller.multiplier)).dividedBy(fromCell(multiplier));
  return value.abs().times(one).dividedBy(exact.abs());
}

function exposureOf(holdings: readonly Holding[], defaultBeta: Decimal): Exposure {
  let value = ZERO;
  let gross = ZERO;
  let exposure = ZERO;
  for (const holding of holdings) {
    const v = fromCell(holding.value);
    value = value.plus(v);
    gross = gross.plus(v.abs());
    exposure = exposure.plus(v.times(holding.beta === null ? defaultBeta : fromCell(holding.beta)));
  }
  return { value, gross, exposure, beta: ratio(exposure, { value, gross }) };
}

/** exposure / value; 0 for a total that is zero but for a computer's noise: there is no beta to speak of. */
export function ratio(exposure: Decimal, { value, gross }: Pick<Exposure, "value" | "gross">): Decimal {
  return isNoise(value, gross) ? ZERO : exposure.dividedBy(value);
}

/** Whether a sum is zero but for the noise of a computer's arithmetic; on the sheet `isZeroBut` says the same. */
export function isNoise(sum: Decimal, size: Decimal): boolean {
  return sum.abs().lessThanOrEqualTo(size.times("1e-12"));
}

/** The exposure that a contract's holdings shall have with the hedge on. */
function aimOf(
  plan: HedgePlan,
  { value, exposure }: Exposure,
  { book, share, first }: { book: Exposure; share: Decimal; first: boolean },
): Decimal {
  const { aim } = plan;
  switch (aim.kind) {
    case "targetBeta":
      return number("target beta", aim.targetBeta).times(value);
    case "hedgeShare":
      return new Decimal(1).minus(number("hedge share", aim.share)).times(exposure);
    case "targetWeight":
      return number("target weight", aim.weight).times(book.value).times(share);
    case "targetVolatility":
      return exposureScale(aim.target, aim.realised).times(exposure);
    case "cashToCome":
      return first ? exposure.plus(purchaseToCome(plan)) : exposure;
  }
}

function groupNumbers(plan: HedgePlan, group: Group, own: Exposure, aim: Decimal): GroupNumbers {
  const { choice } = group;
  const contractValue = valueOfOne(choice, choice.multiplier);
  const smallerValue = choice.smaller === null ? ZERO : valueOfOne(choice, choice.smaller.multiplier);
  const futuresBeta = number(`${choice.code} futures beta`, choice.futuresBeta);
  if (futuresBeta.isZero()) throw new DomainError("argument", `${choice.code}: futures beta must not be 0`);
  const exact = exposureToAdd(aim, own).dividedBy(futuresBeta.times(contractValue));
  const { contracts, contractsSmaller } = wholeContracts(exact, choice, plan.rounding);
  const notional = contracts.times(contractValue).plus(contractsSmaller.times(smallerValue));
  const futuresExposure = notional.times(futuresBeta);
  return {
    ...own,
    group,
    contractValue,
    smallerValue,
    aim,
    exact,
    contracts,
    contractsSmaller,
    trade: contracts.minus(number("held contracts", choice.held)),
    tradeSmaller: contractsSmaller.minus(number("held contracts", choice.heldSmaller)),
    notional,
    futuresExposure,
    residual: own.exposure.plus(futuresExposure).minus(aim),
    effectiveBeta: ratio(own.exposure.plus(futuresExposure), own),
    margin: marginOf(group, { contracts, contractsSmaller, notional }),
  };
}

/** What futures must add; nothing where aim and exposure differ by a computer's noise only. */
function exposureToAdd(aim: Decimal, { exposure, gross }: Exposure): Decimal {
  const change = aim.minus(exposure);
  return isNoise(change, aim.abs().plus(gross)) ? ZERO : change;
}

/** Value of one contract in the book's currency. */
function valueOfOne(choice: ContractChoice, multiplier: number): Decimal {
  const { code, price, lot, fx } = choice;
  const contract = termsOf(choice, multiplier, lot);
  const value = contractValue({ price: positive(`${code} price`, price), contract });
  return value.times(positive(`${code} FX rate`, fx));
}

function termsOf({ code, payoff }: ContractChoice, multiplier: number, lot: number): ContractTerms {
  return {
    payoff,
    multiplier: positive(`${code} multiplier`, multiplier),
    lot: positive(`${code} lot`, lot),
  };
}

/** null: not given. The smaller contract's margin is taken in proportion to its size, as exchanges set it. */
function marginOf(
  group: Group,
  position: { contracts: Decimal; contractsSmaller: Decimal; notional: Decimal },
): Decimal | null {
  const { choice } = group;
  if (isIsolated(group)) {
    return choice.leverage === null
      ? null
      : position.notional.abs().dividedBy(positive("leverage", choice.leverage));
  }
  if (choice.initialMargin === null) return null;
  const size = choice.smaller === null ? 0 : choice.smaller.multiplier / choice.multiplier;
  return position.contracts
    .abs()
    .plus(position.contractsSmaller.abs().times(fromCell(size)))
    .times(number("initial margin", choice.initialMargin))
    .times(number("FX rate", choice.fx));
}

function wholeContracts(
  exact: Decimal,
  choice: ContractChoice,
  rounding: Rounding,
): { contracts: Decimal; contractsSmaller: Decimal } {
  const { code, multiplier, lot, smaller, price } = choice;
  const large = termsOf(choice, multiplier, lot);
  if (smaller === null) {
    return { contracts: toLot({ contracts: exact, lot: large.lot, rounding }), contractsSmaller: ZERO };
  }
  const small = termsOf(choice, smaller.multiplier, smaller.lot);
  const lots = large.multiplier.times(large.lot).dividedBy(small.multiplier.times(small.lot));
  if (!lots.isInteger()) {
    throw new DomainError(
      "argument",
      `${smaller.code} must divide ${code} evenly to take its remainder, but ${lots.toPrecision(6)} make one ${code}`,
    );
  }
  const mix = contractMix({
    contracts: exact,
    price: fromCell(price),
    largeContract: large,
    smallContract: small,
    rounding,
  });
  return { contracts: mix.large, contractsSmaller: mix.small };
}

function number(name: string, value: number): Decimal {
  if (!Number.isFinite(value)) throw new DomainError("argument", `${name} must be a number`);
  return fromCell(value);
}

function positive(name: string, value: number): Decimal {
  if (!(value > 0) || !Number.isFinite(value)) {
    throw new DomainError("argument", `${name} must be greater than 0, but is ${String(value)}`);
  }
  return fromCell(value);
}
