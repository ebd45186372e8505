import { buildWorksheet } from "../../../src/sheet/page/build-worksheet";
import { defaultPlan } from "../../../src/sheet/plan/contract-choice";
import type { ContractChoice, HedgePlan } from "../../../src/sheet/plan/plan";
import { bookOf } from "../books";
import { calculate, type Calculated } from "../evaluate";

/** 21 November 2026. */
export const TODAY = 46_347;

/** The calculated sheet of a book in which 1,000,000 with a beta of 1 is hedged with each of the contracts. */
export function hedgedEach(
  contracts: readonly ContractChoice[],
  choices: Partial<HedgePlan>,
  read: (sheet: Calculated) => void,
): void {
  const rows = contracts.map(({ code }) => ({ value: 1_000_000, beta: 1, hedgeWith: code }));
  const { holdings, book } = bookOf(rows, "Book 1", { name: 0, value: 3, beta: 4, hedgeWith: 5 });
  const [first] = contracts;
  if (first === undefined) throw new Error("a hedge has a contract");
  const plan = { ...defaultPlan(holdings, first, TODAY), contracts, ...choices };
  const sheet = calculate(book, buildWorksheet(plan, { version: "1.0.0", today: TODAY }));
  try {
    read(sheet);
  } finally {
    sheet.close();
  }
}
