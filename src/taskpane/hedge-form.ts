import { assetsOf } from "../sheet/book/assets";
import type { Holdings } from "../sheet/book/holdings";
import type { Aim, ContractChoice, HedgePlan, Rounding } from "../sheet/plan/plan";
import type { ContractTraits } from "./contract-options";
import type { AimBox, BookBox, ContractBox } from "./form-boxes";
import { isoDate } from "./typed-number";

type Texts<K extends string> = Readonly<Record<K, string>>;

/** What the boxes of the pane hold, as typed. Nothing is read before it must be: a half-typed number is no number. */
export interface HedgeForm {
  readonly aim: Aim["kind"];
  readonly aims: Texts<AimBox>;
  readonly rounding: Rounding;
  readonly book: Texts<BookBox>;
  /** Compare with a protective put. */
  readonly withPut: boolean;
  readonly contracts: readonly ContractForm[];
  /** See `HedgePlan.assetContracts`. */
  readonly assetContracts: HedgePlan["assetContracts"];
  /** Names of the assets seen so far, by key: a choice can outlive its holding. */
  readonly assetNames: Readonly<Record<string, string>>;
}

export interface ContractForm {
  /** What the catalogue, or the user's own table, says about the contract: not typed in the pane. */
  readonly facts: ContractChoice;
  readonly traits: ContractTraits;
  /** Sell or buy the remainder in the smaller contract; of no effect where there is none. */
  readonly useSmaller: boolean;
  readonly boxes: Texts<ContractBox>;
  /** The futures beta that follows from the book's betas, while nobody types another; null: it does not. */
  readonly bookBeta: number | null;
}

/** The form for a plan: every number as a box shows it. */
export function formOf(plan: HedgePlan, traitsOf: (code: string) => ContractTraits): HedgeForm {
  const { aim, put } = plan;
  return {
    aim: aim.kind,
    aims: {
      targetBeta: aim.kind === "targetBeta" ? text(aim.targetBeta) : "",
      share: aim.kind === "hedgeShare" ? percent(aim.share) : "",
      weight: aim.kind === "targetWeight" ? percent(aim.weight) : "",
      targetVolatility: aim.kind === "targetVolatility" ? percent(aim.target) : "",
      realisedVolatility: aim.kind === "targetVolatility" ? percent(aim.realised) : "",
      amount: aim.kind === "cashToCome" ? text(aim.amount) : "",
      cashBeta: aim.kind === "cashToCome" ? text(aim.beta) : "1",
    },
    rounding: plan.rounding,
    book: {
      defaultBeta: text(plan.defaultBeta),
      shock: percent(plan.shock),
      asOf: isoDate(plan.asOf),
      cash: text(plan.cash),
      horizonDays: text(plan.horizonDays),
      putStrike: text(put?.strike ?? null),
      putVolatility: percent(put?.volatility ?? null),
      putDays: text(put?.days ?? null),
      putRate: percent(put?.rate ?? 0),
      putYield: percent(put?.yield ?? 0),
    },
    withPut: put !== null,
    contracts: plan.contracts.map((contract) => contractForm(contract, traitsOf(contract.code))),
    assetContracts: plan.assetContracts,
    assetNames: assetNames(plan.holdings),
  };
}

export function assetNames(holdings: Holdings): HedgeForm["assetNames"] {
  return Object.fromEntries(assetsOf(holdings).map((asset) => [asset.key, asset.text]));
}

/** The boxes for a contract; a price that nobody has given yet is a blank box, not 0. */
export function contractForm(facts: ContractChoice, traits: ContractTraits): ContractForm {
  return {
    facts,
    traits,
    useSmaller: facts.smaller !== null,
    boxes: {
      price: facts.price > 0 ? text(facts.price) : "",
      held: text(facts.held),
      heldSmaller: text(facts.heldSmaller),
      initialMargin: text(facts.initialMargin),
      maintenanceMargin: text(facts.maintenanceMargin),
      marginDate: isoDate(facts.marginDate),
      fx: text(facts.fx),
      futuresBeta: text(facts.futuresBeta),
      spot: text(facts.spot),
      expiry: isoDate(facts.expiry),
      roll: isoDate(facts.roll),
      fundingRate: percent(facts.fundingRate),
      fundingIntervalHours: text(facts.fundingIntervalHours),
      leverage: text(facts.leverage),
      maintenanceRate: percent(facts.maintenanceRate),
    },
    bookBeta: null,
  };
}

/**
 * The proposal for newly read holdings, with everything that the user had typed before: choosing other cells must not
 * cost a price, a target or a contract. Only where the book names its contracts itself, or the first one is not for
 * such a book (an index future for coins), the proposed ones come, with what was typed for the same code.
 */
export function keepTyped(typed: HedgeForm, proposed: HedgeForm, { columns }: Holdings): HedgeForm {
  const fits = typed.contracts[0]?.facts.code === proposed.contracts[0]?.facts.code;
  if (fits && columns.hedgeWith === undefined) return typed;
  const contracts = proposed.contracts.map(
    (contract) => typed.contracts.find(({ facts }) => facts.code === contract.facts.code) ?? contract,
  );
  return { ...typed, contracts };
}

export function codesOf(contracts: readonly ContractForm[]): readonly string[] {
  return contracts.map(({ facts }) => facts.code);
}

/** Whether the contracts are in more than one currency; digital dollars count as dollars. */
export function inSeveralCurrencies({ contracts }: Pick<HedgeForm, "contracts">): boolean {
  const known = contracts.map(({ facts }) => facts.currency).filter((currency) => currency !== "");
  return new Set(known.map((currency) => (currency.startsWith("USD") ? "USD" : currency))).size > 1;
}

/**
 * The contract that the remainder can be hedged with; null where there is none, or where it is a contract of the
 * hedge in its own right.
 *
 * @param codes of all contracts in the hedge
 */
export function smallerOf(
  { facts, traits }: ContractForm,
  codes: readonly string[],
): ContractChoice["smaller"] {
  const known = facts.smaller ?? traits.smaller;
  return known !== null && codes.includes(known.code) ? null : known;
}

/** The form with another price in the box of one contract. */
export function withPrice(form: HedgeForm, index: number, price: number): HedgeForm {
  const contracts = form.contracts.map((contract, at) =>
    at === index ? { ...contract, boxes: { ...contract.boxes, price: text(price) } } : contract,
  );
  return { ...form, contracts };
}

/** A number as a box shows it; blank for none. */
export function text(value: number | null): string {
  return value === null || !Number.isFinite(value) ? "" : plainDigits(value);
}

function percent(share: number | null): string {
  // 15 digits: what a cell shows; 0.07 × 100 is 7.000000000000001 in doubles.
  return share === null || !Number.isFinite(share) ? "" : plainDigits(Number((share * 100).toPrecision(15)));
}

/** Never 1e-7, which the boxes would not read back. */
function plainDigits(value: number): string {
  const short = String(value);
  return short.includes("e") ? value.toFixed(20).replace(/\.?0+$/, "") : short;
}
