import type { Blueprint } from "../blueprint";
import { columnRange } from "../../book/book-ranges";
import { CARRYING } from "../carrying-cells";
import { formula, text } from "../sheet-cells";
import { addLine, addRow, addSection, type Draft } from "../draft";
import { recordOf } from "../../plan/record";
import { BOOK_CELLS, contractCells, type CarryingName } from "../../plan/cell-names";
import { format } from "../../plan/number-formats";

/** How the number comes about, with the user's numbers; what the sheet assumes; what it was built from. */
export function addMethod(draft: Draft, blueprint: Blueprint): void {
  const { plan, groups, version, today } = blueprint;
  addSection(draft, "Method");
  for (const { suffix } of groups) {
    addRow(draft, text(`Contracts of the hedge`, "label"), formula(inWords(suffix), "General"));
  }
  const foreign = groups.some(({ choice }) => choice.fx !== 1);
  for (const sentence of [...SENTENCES, ...(foreign ? [CURRENCY] : [])])
    addRow(draft, text(sentence, "note"));
  addLine(draft, "Built on", { content: today, style: "text", numberFormat: format.date, stamp: true });
  addRow(draft, text("Built by", "label"), { ...text(`Hedgesheet ${version}`, "text"), stamp: true });
  const first = columnRange(plan.holdings, "value") ?? columnRange(plan.holdings, "quantity") ?? "";
  addRow(draft, text("Rows of the book", "label"), formula(`ROWS(${first})`, format.days, "HoldingRows"));
  addCarrying(draft, recordOf(plan));
}

/** What the sheet carries of itself, in ordinary cells: those go wherever the sheet goes. The add-in fills them. */
function addCarrying(draft: Draft, record: string): void {
  const line = (label: string, name: CarryingName, content: string) => {
    addRow(draft, text(label, "label"), { content, style: "record", name });
  };
  line("Record (read by the add-in)", CARRYING.record, record);
  line("What was built (read by the add-in)", CARRYING.baseline, "");
  line("Inputs during an update (read by the add-in)", CARRYING.pending, "");
  line("Number of this sheet (read by the add-in)", CARRYING.id, "");
}

const SENTENCES = [
  "A negative number of contracts is short: sell. Basis is futures less spot.",
  "Beta is an estimate: the hedge is as good as it is. Prices move apart from the index (basis risk).",
  "Not advice. Margins change: ask your broker.",
];

const CURRENCY =
  "What futures in another currency earn or lose is converted at the FX rate of the inputs. That rate is not hedged.";

/** "ES: (−1,931,400 + 3,219,000) / (1.00 × 297,512.50) = 4.3279, rounding: nearest" */
function inWords(suffix: string): string {
  const rounded = (name: string, decimals: number) => `ROUND(${name},${String(decimals)})`;
  const plain = (name: string, decimals: number) =>
    `FIXED(ABS(${rounded(name, decimals)}),${String(decimals)})`;
  const signed = (name: string, decimals: number) =>
    `IF(${rounded(name, decimals)}<0,"−","")&${plain(name, decimals)}`;
  const { ContractCode, AimExposure, GroupExposure, FuturesBeta, ContractValue, ExactContracts } =
    contractCells(suffix);
  const added = `IF(${GroupExposure}<0," + "," − ")&${plain(GroupExposure, 0)}`;
  return (
    `${ContractCode}&": ("&${signed(AimExposure, 0)}&${added}` +
    `&") / ("&${signed(FuturesBeta, 2)}&" × "&${plain(ContractValue, 2)}` +
    `&") = "&${signed(ExactContracts, 4)}&", rounding: "&${BOOK_CELLS.RoundingMode}`
  );
}
