import type { ContractChoice } from "../sheet/plan/plan";
import type { ContractForm, HedgeForm } from "./hedge-form";

/** What a table of contracts says of one. */
const FACTS = ["multiplier", "payoff", "lot", "currency"] as const;

/** What is known of a contract; null: nothing. */
type Known = (code: string) => ContractChoice | null;

/**
 * The form with what the user's own table says of a contract now, where the form has what it said before: a multiplier
 * that the user corrects in the table counts, one that was typed on a hedge sheet stays.
 */
export function withFactsNow(form: HedgeForm, before: Known, now: Known): HedgeForm {
  const contracts = form.contracts.map((contract) => withFacts(contract, before, now));
  return contracts.every((contract, index) => contract === form.contracts[index])
    ? form
    : { ...form, contracts };
}

function withFacts(contract: ContractForm, before: Known, now: Known): ContractForm {
  const { facts } = contract;
  const [was, is] = [before(facts.code), now(facts.code)];
  if (was === null || is === null || !sameFacts(facts, was) || sameFacts(was, is)) return contract;
  const { multiplier, payoff, lot, currency } = is;
  return { ...contract, facts: { ...facts, multiplier, payoff, lot, currency } };
}

function sameFacts(some: ContractChoice, others: ContractChoice): boolean {
  return FACTS.every((fact) => some[fact] === others[fact]);
}
