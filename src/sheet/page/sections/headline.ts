import { contractsOf, type Blueprint } from "../blueprint";
import { formula, text } from "../cells";
import { absoluteAddress } from "../../cell-address";
import { addRow, type Draft } from "../draft";
import { anyOf } from "../../hedge/native";
import { format } from "../../plan/number-formats";

/** The sheet's title, the hedge in one sentence, and whether anything needs a look. These rows stay in view. */
export function addHeadline(draft: Draft, { plan, groups }: Blueprint): void {
  addRow(draft, text("Hedge worksheet", "title"), { ...formula("AsOfDate", format.asOf), style: "unit" });
  addRow(draft, {
    ...formula(
      `UPPER(LEFT(OrderList,1))&MID(OrderList,2,1000)&": "&${outcome(plan.aim.kind, groups)}`,
      "General",
      "HedgeHeadline",
    ),
    style: "headline",
  });
  addRow(draft, {
    ...formula(
      'IF(OpenChecks=0,"OK: no open check",IF(OpenChecks=1,"CHECK: 1 open check, see Checks below","CHECK: "&OpenChecks&" open checks, see Checks below"))&IF(ChecksNotMade=0,"","; "&ChecksNotMade&" not checked")',
      "General",
      "SheetStatus",
    ),
    style: "check",
  });
  const status = { row: draft.rows.length - 1, column: 0, rows: 1, columns: 2 };
  const shown = absoluteAddress({ ...status, columns: 1 });
  draft.conditionalFormats.push({ area: status, formula: `LEFT(${shown},5)="CHECK"`, look: "bad" });
  draft.conditionalFormats.push({ area: status, formula: `LEFT(${shown},2)="OK"`, look: "good" });
}

/** Where futures are held already the order alone does not make the difference: see `previewHedge`. */
function outcome(aim: Blueprint["plan"]["aim"]["kind"], groups: Blueprint["groups"]): string {
  const held = contractsOf(groups).map(({ suffix }) => `N(HeldContracts_${suffix})<>0`);
  const without = `IF(${anyOf(held)}," without futures","")`;
  switch (aim) {
    case "targetBeta":
    case "hedgeShare":
    case "targetVolatility":
      return `"beta "&FIXED(ROUND(PortfolioBeta,2),2)&${without}&" → "&FIXED(ROUND(EffectiveBeta,2),2)`;
    case "targetWeight":
      return `"weight "&FIXED(ROUND(100*WeightNow,1),1)&"%"&${without}&" → "&FIXED(ROUND(100*WeightOn,1),1)&"%"`;
    case "cashToCome":
      return `"locks in today's price for "&FIXED(CashToCome,0)&" to come"`;
  }
}
