import type { Blueprint } from "../blueprint";
import { areaAddress, cellAddress } from "../cell-address";
import { formula, text } from "../cells";
import { BOOK_CHECKS, CONTRACT_CHECKS } from "../checks";
import { addHeads, addRow, addSection, columnArea, type Draft } from "../draft";

/** Each check a formula that says OK or CHECK, with what is wrong and what to do. */
export function addChecks(draft: Draft, { plan, ranges, groups }: Blueprint): void {
  addSection(draft, "Checks");
  const first = 1 + addHeads(draft, "Check", "Status", "What to do");
  for (const { check, advice, applies, open } of CONTRACT_CHECKS) {
    const concerned = groups.filter(applies);
    if (concerned.length === 0) continue;
    const codes = concerned.map((group) => `IF(${open(group)},", ${group.choice.code}","")`).join("&");
    addCheck(draft, check, `MID(${codes},3,1000)`, `&": ${advice}"`);
  }
  for (const { check, advice, applies, open } of BOOK_CHECKS) {
    if (!applies(plan, ranges, groups)) continue;
    addCheck(draft, check, `IF(${open(plan, ranges, groups)},"${advice}","")`, "");
  }
  const statuses = columnArea(first, 1, draft.rows.length - first);
  addRow(
    draft,
    text("Open checks", "label"),
    formula(`COUNTIF(${areaAddress(statuses)},"CHECK")`, "0", "OpenChecks"),
  );
  const at = cellAddress(first, 1);
  draft.conditionalFormats.push({ area: statuses, formula: `${at}="CHECK"`, look: "bad" });
  draft.conditionalFormats.push({ area: statuses, formula: `${at}="OK"`, look: "good" });
}

/** `concerned` is "" where the check is passed. */
function addCheck(draft: Draft, check: string, concerned: string, advice: string): void {
  const sentence = cellAddress(draft.rows.length, 2);
  addRow(
    draft,
    text(check, "label"),
    { ...formula(`IF(${sentence}="","OK","CHECK")`, "General"), style: "check" },
    { ...formula(advice === "" ? concerned : withAdvice(concerned, advice), "General"), style: "note" },
  );
}

function withAdvice(concerned: string, advice: string): string {
  return `IF(${concerned}="","",${concerned}${advice})`;
}
