import { assetsOf } from "../sheet/book/assets";
import type { Holdings } from "../sheet/book/holdings";
import { AIMS } from "../sheet/plan/aims";
import { BOOK_INPUTS, PUT_INPUTS } from "../sheet/plan/book-inputs";
import { CONTRACT_INPUTS, SMALLER_INPUTS } from "../sheet/plan/contract-inputs";
import type { Aim, ContractChoice, HedgePlan, Rounding } from "../sheet/plan/plan";
import type { ContractTraits } from "./contract-options";
import { textsOf, type BookBox, type ContractBox, type PutBox, type Texts } from "./form-boxes";
import { numberText } from "./typed-number";

/** What the boxes of the pane hold, as typed. Nothing is read before it must be: a half-typed number is no number. */
export interface HedgeForm {
  readonly aim: Aim["kind"];
  /** By kind of aim, then by member: what was typed for one is there when the user comes back to it. */
  readonly aims: Readonly<Record<Aim["kind"], Texts<string>>>;
  readonly rounding: Rounding;
  readonly book: Texts<BookBox>;
  /** Compare with a protective put. */
  readonly withPut: boolean;
  readonly put: Texts<PutBox>;
  readonly contracts: readonly ContractForm[];
  /** See `HedgePlan.assetContracts`. */
  readonly assetContracts: HedgePlan["assetContracts"];
  /** Names of the assets seen so far, by key: a choice can outlive its holding. */
  readonly assetNames: Readonly<Record<string, string>>;
  /** The plan that the form was made for: what has no box comes back from it. */
  readonly from: Omit<HedgePlan, "holdings">;
}

export interface ContractForm {
  /** What has no box: what the catalogue, the user's own table or the hedge sheet says about the contract. */
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
  const { holdings, ...from } = plan;
  const { aim, put, rounding, assetContracts } = from;
  const aims = AIMS.map(({ kind, inputs }) => [kind, textsOf(inputs, kind === aim.kind ? aim : {})] as const);
  return {
    aim: aim.kind,
    aims: Object.fromEntries(aims) as HedgeForm["aims"],
    rounding,
    book: textsOf(BOOK_INPUTS, plan),
    withPut: put !== null,
    put: textsOf(PUT_INPUTS, put ?? {}),
    contracts: plan.contracts.map((contract) => contractForm(contract, traitsOf(contract.code))),
    assetContracts,
    assetNames: assetNames(holdings),
    from,
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
      ...textsOf(CONTRACT_INPUTS, { ...facts, price: facts.price > 0 ? facts.price : null }),
      ...textsOf(SMALLER_INPUTS, facts),
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
  { facts, traits }: Pick<ContractForm, "facts" | "traits">,
  codes: readonly string[],
): ContractChoice["smaller"] {
  const known = facts.smaller ?? traits.smaller;
  return known !== null && codes.includes(known.code) ? null : known;
}

/** The form with another price in the box of one contract. */
export function withPrice(form: HedgeForm, index: number, price: number): HedgeForm {
  const contracts = form.contracts.map((contract, at) =>
    at === index ? { ...contract, boxes: { ...contract.boxes, price: numberText(price) } } : contract,
  );
  return { ...form, contracts };
}
