import { IN_DECIMALS } from "../../calc/in-decimals";
import { BOOK_CHECKS, FIRST_CHECKS } from "./book-checks";
import type { BookCheck } from "./check";
import { CONTRACT_CHECKS } from "./contract-checks";
import type { DecimalHedge } from "./hedge-in-decimals";

const s = IN_DECIMALS;

/** The checks that a plan leaves open, in the sheet's order. */
export function openChecks(hedge: DecimalHedge): { check: string; message: string }[] {
  const contracts = CONTRACT_CHECKS.flatMap(({ check, advice, applies, isOpen, detail }) => {
    const codes = hedge.contracts
      .filter((of) => (applies?.(of.group) ?? true) && isOpen(s, of, hedge))
      .map((of) => `${of.ContractCode}${detail?.(s, of, hedge) ?? ""}`);
    return codes.length === 0 ? [] : [{ check, message: `${codes.join(", ")}: ${advice}` }];
  });
  const ofBook = (checks: readonly BookCheck[]) =>
    checks
      .filter(({ applies, isOpen }) => (applies?.(hedge) ?? true) && isOpen(s, hedge))
      .map(({ check, advice }) => ({ check, message: advice }));
  return [...ofBook(FIRST_CHECKS), ...contracts, ...ofBook(BOOK_CHECKS)];
}
