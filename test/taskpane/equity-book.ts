import type { OwnContract } from "../../src/excel/own-contracts";
import { contractFacts, contractTraits } from "../../src/taskpane/contract-options";
import { formOf, type HedgeForm } from "../../src/taskpane/hedge-form";
import { defaultPlan } from "../../src/sheet/plan/contract-choice";
import type { Holding, Holdings } from "../../src/sheet/book/holdings";
import { readDate } from "../../src/taskpane/typed-number";

/** Excel serial of 2 November 2026. */
export const TODAY = (() => {
  const read = readDate("2026-11-02", "date");
  if (!read.ok || read.value === null) throw new Error("no date");
  return read.value;
})();

/** A contract of the user's own table. */
export const OWN: OwnContract = {
  code: "WHEAT",
  name: "Wheat",
  multiplier: 50,
  currency: "EUR",
  payoff: "linear",
  lot: 1,
  sheet: "Contracts",
  address: "A2",
  problem: null,
};

export function holdingsOf(rows: readonly Partial<Holding>[]): Holdings {
  return {
    sheet: "Book",
    firstRow: 1,
    lastRow: rows.length,
    columns: { name: 0, value: 1, beta: 2, ...(rows.some((row) => row.hedgeWith) ? { hedgeWith: 3 } : {}) },
    rows: rows.map((row, i) => ({
      row: i + 1,
      name: `Asset ${i}`,
      nameText: row.name ?? `Asset ${i}`,
      value: 0,
      beta: null,
      hedgeWith: "",
      quantity: null,
      price: null,
      cost: null,
      ...row,
    })),
    notes: [],
  };
}

/** 10,000,000 of value-weighted beta 1.30. */
export const EQUITY = holdingsOf([
  { value: 6_000_000, beta: 1.1 },
  { value: 4_000_000, beta: 1.6 },
]);

/** The form that the pane shows first for the equity book. */
export function proposedForm(code = "ES"): HedgeForm {
  return formOf(defaultPlan(EQUITY, contractFacts(code, [], TODAY), TODAY), contractTraits);
}

/** The form after typing into boxes of its aim and of the first contract. */
export function typed(
  form: HedgeForm,
  aim: Readonly<Record<string, string>>,
  boxes: Partial<HedgeForm["contracts"][number]["boxes"]>,
): HedgeForm {
  const [first, ...others] = form.contracts;
  if (!first) throw new Error("no contract");
  return {
    ...form,
    aims: { ...form.aims, [form.aim]: { ...form.aims[form.aim], ...aim } },
    contracts: [{ ...first, boxes: { ...first.boxes, ...boxes } }, ...others],
  };
}
