import { BOOK_CHECKS } from "./book-checks";
import { CONTRACT_CHECKS } from "./contract-checks";
import type { HedgeNumbers } from "./hedge-numbers";
import type { HedgePlan } from "../plan/plan";

/** The checks that a plan leaves open, in the sheet's order. */
export function openChecks(numbers: HedgeNumbers, plan: HedgePlan): { check: string; message: string }[] {
  const contracts = CONTRACT_CHECKS.flatMap(({ check, advice, applies, isOpen, detail }) => {
    const codes = numbers.groups
      .filter((group) => applies(group.group) && isOpen(group, plan))
      .map((group) => `${group.group.choice.code}${detail?.words(group, plan) ?? ""}`);
    return codes.length === 0 ? [] : [{ check, message: `${codes.join(", ")}: ${advice}` }];
  });
  const book = BOOK_CHECKS.filter(({ isOpen }) => isOpen(numbers, plan));
  return [...contracts, ...book.map(({ check, advice }) => ({ check, message: advice }))];
}
