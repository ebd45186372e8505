import type { Blueprint } from "../blueprint";
import { input, text } from "../cells";
import { addLine, addRow, contractLines, type Draft } from "../draft";
import { isInverse, type Group } from "../../plan/groups";
import type { SheetCell } from "../worksheet";
import { hasSmaller, smallerCells, type SmallerCell } from "./smaller-ticket";
import { contractFormat, format } from "../../plan/number-formats";
import { ANY_NUMBER, POSITIVE } from "../../plan/validations";
import { priceUnit } from "../../plan/units";

/** What decides the number of contracts, for each. */
export function addContracts(draft: Draft, { groups, plan, currency }: Blueprint): void {
  addRow(draft);
  addRow(
    draft,
    text("Futures contract", "columnHead"),
    ...groups.map(({ choice, suffix }) => codeCell(choice.code, suffix)),
  );
  const line = contractLines(draft, groups);
  line("Futures price", priceUnit(groups), ({ choice, suffix }) =>
    input(choice.price, format.price, `FuturesPrice_${suffix}`, POSITIVE),
  );
  line(
    "Multiplier",
    multiplierUnit(groups),
    ({ choice, suffix }) => input(choice.multiplier, format.number, `ContractMultiplier_${suffix}`, POSITIVE),
    groups.some(isInverse)
      ? "inverse contracts: fixed value of one contract, whatever the price"
      : "from the exchange's specification",
  );
  line(
    "FX rate",
    currency,
    ({ choice, suffix }) => input(choice.fx, format.price, `FxRate_${suffix}`, POSITIVE),
    `book's currency per unit of the contract's${currenciesOf(groups)}`,
  );
  line(
    "Futures beta",
    "ratio",
    ({ choice, suffix }) => input(choice.futuresBeta, format.beta, `FuturesBeta_${suffix}`, ANY_NUMBER),
    "of the futures to the index that the betas refer to; not 0",
  );
  line(
    "Lot",
    "contracts",
    ({ choice, suffix }) => input(choice.lot, format.number, `LotSize_${suffix}`, POSITIVE),
    "smallest step of an order",
  );
  line(
    "Contracts held now",
    "contracts",
    ({ choice, suffix }) =>
      input(choice.held, contractFormat(choice.lot, plan.rounding), `HeldContracts_${suffix}`, ANY_NUMBER),
    "short is negative; netted into the trade",
  );
}

/** The same for the smaller contracts; price, FX rate and futures beta are the large one's. */
export function addSmaller(draft: Draft, { groups, plan }: Blueprint): void {
  if (!hasSmaller(groups)) return;
  const line = (label: string, unit: string, cell: SmallerCell): void => {
    addLine(draft, label, smallerCells(groups, cell), unit);
  };
  addRow(
    draft,
    text("Smaller contract for the remainder", "columnHead"),
    ...smallerCells(groups, (_, suffix, { code }) => codeCell(code, suffix)),
  );
  line("Multiplier (smaller)", multiplierUnit(groups), (_, suffix, { multiplier }) =>
    input(multiplier, format.number, `ContractMultiplier_${suffix}`, POSITIVE),
  );
  line("Lot (smaller)", "contracts", (_, suffix, { lot }) =>
    input(lot, format.number, `LotSize_${suffix}`, POSITIVE),
  );
  line("Contracts held now (smaller)", "contracts", ({ choice }, suffix, { lot }) =>
    input(choice.heldSmaller, contractFormat(lot, plan.rounding), `HeldContracts_${suffix}`, ANY_NUMBER),
  );
}

/** " (USD, EUR)"; "" where none is known. */
function currenciesOf(groups: readonly Group[]): string {
  const currencies = [...new Set(groups.map(({ choice }) => choice.currency))].filter((each) => each !== "");
  return currencies.length === 0 ? "" : ` (${currencies.join(", ")})`;
}

function multiplierUnit(groups: readonly Group[]): string {
  return groups.every(isInverse) ? "per contract" : "per point";
}

function codeCell(code: string, suffix: string): SheetCell {
  return { ...text(code, "columnHead"), name: `ContractCode_${suffix}` };
}
