import { assetsOf, NOT_HEDGED } from "../sheet/book/assets";
import type { Holdings } from "../sheet/book/holdings";
import { aimWith } from "../sheet/plan/aims";
import { BOOK_INPUTS, PUT_INPUTS, type BookInput } from "../sheet/plan/book-inputs";
import { CONTRACT_INPUTS, SMALLER_INPUTS } from "../sheet/plan/contract-inputs";
import { numbersOf, valueFor, type Input } from "../sheet/plan/input";
import type { ContractChoice, HedgePlan } from "../sheet/plan/plan";
import { isBoxed, readBox, type BoxName, type Texts } from "./form-boxes";
import { codesOf, smallerOf, type ContractForm, type HedgeForm } from "./hedge-form";

export type PlanReading =
  | { readonly ok: true; readonly plan: HedgePlan }
  | { readonly ok: false; readonly problems: ReadonlyMap<BoxName, string> };

/** The plan in the boxes, or every sentence about boxes that cannot be read. */
export function readForm(form: HedgeForm, holdings: Holdings): PlanReading {
  const problems = new Map<BoxName, string>();
  const { from, aim, withPut, rounding } = form;
  const codes = codesOf(form.contracts);
  // In the pane's order: the first sentence is the one that is shown.
  const plan: HedgePlan = {
    ...from,
    holdings,
    aim: aimWith(aim, numberIn({ texts: form.aims[aim], place: "aim ", from: {} }, problems)),
    contracts: form.contracts.map((contract, index) => readContract(contract, index, codes, problems)),
    assetContracts: readAssetContracts(form, holdings),
    rounding,
    ...numbersOf(BOOK_INPUTS, numberIn({ texts: form.book, place: "", from }, problems)),
    put: withPut
      ? numbersOf(PUT_INPUTS, numberIn({ texts: form.put, place: "put ", from: {} }, problems))
      : null,
  };
  return problems.size === 0 ? { ok: true, plan } : { ok: false, problems };
}

interface Boxes {
  readonly texts: Texts<string>;
  /** What the boxes' names begin with. */
  readonly place: string;
  /** What the form was made for: the number of an input without a box is here. */
  readonly from: object;
  /** The contract that they are of, so that a sentence out of its place still says which price is meant. */
  readonly code?: string;
}

/** Reads the number of an input; keeps the sentence about a box that cannot be read, and 0 stands in for it. */
function numberIn({ texts, place, from, code }: Boxes, problems: Map<BoxName, string>) {
  return (input: Input): number | null => {
    if (!isBoxed(input)) return valueFor(input, from);
    const { member, box } = input;
    const typed = readBox(
      input,
      texts[member] ?? "",
      code === undefined ? box.label : `${box.label} of ${code}`,
    );
    if (typed.ok) return typed.value;
    problems.set(`${place}${member}` as BoxName, typed.problem);
    return 0;
  };
}

/** @param index the contract's place in the form, which its boxes' names say */
function readContract(
  { facts, traits, useSmaller, boxes: texts }: ContractForm,
  index: number,
  codes: readonly string[],
  problems: Map<BoxName, string>,
): ContractChoice {
  const place = `contract ${index} `;
  const large = numberIn({ texts, place, from: facts, code: facts.code }, problems);
  const numbers = numbersOf(CONTRACT_INPUTS, (input: BookInput) =>
    (input.concerns?.({ choice: facts }) ?? true) ? large(input) : (input.default ?? null),
  );
  const smaller = useSmaller ? smallerOf({ facts, traits }, codes) : null;
  if (smaller === null) return { ...facts, ...numbers, smaller, heldSmaller: 0 };
  const small = numberIn({ texts, place, from: smaller, code: smaller.code }, problems);
  return { ...facts, ...numbers, smaller, heldSmaller: numbersOf(SMALLER_INPUTS, small).heldSmaller };
}

/** The choices for assets of this book and contracts of this hedge; the others wait for theirs to come back. */
function readAssetContracts(
  { assetContracts, contracts }: HedgeForm,
  holdings: Holdings,
): HedgePlan["assetContracts"] {
  const [keys, codes] = [assetsOf(holdings).map(({ key }) => key), [...codesOf(contracts), NOT_HEDGED]];
  const valid = Object.entries(assetContracts).filter(
    ([key, code]) => keys.includes(key) && codes.includes(code),
  );
  return Object.fromEntries(valid);
}
