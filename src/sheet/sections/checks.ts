import type { Blueprint } from "../blueprint";
import { areaAddress, cellAddress } from "../cell-address";
import { formula, text } from "../cells";
import {
  BOOK_CHECKS,
  BOOK_SHEET_CHECKS,
  CONTRACT_CHECKS,
  CONTRACT_SHEET_CHECKS,
  type BookSheetCheck,
  type ContractSheetCheck,
} from "../checks";
import { addHeads, addRow, addSection, columnArea, type Draft } from "../draft";
import type { Group } from "../groups";

const NOT_KNOWN = "Not known: a number is missing or wrong. See the first checks.";

/** Each check a formula that says OK or CHECK, with what is wrong and what to do. */
export function addChecks(draft: Draft, blueprint: Blueprint): void {
  const { plan, groups } = blueprint;
  addSection(draft, "Checks");
  const first = 1 + addHeads(draft, "Check", "Status", "What to do");
  for (const check of BOOK_SHEET_CHECKS) addBookCheck(draft, blueprint, check);
  for (const check of CONTRACT_SHEET_CHECKS) addContractCheck(draft, groups, check, () => "");
  for (const check of CONTRACT_CHECKS) {
    const { detail } = check;
    const more = detail === undefined ? () => "" : (group: Group) => `&${detail.native(group, plan)}`;
    addContractCheck(draft, groups, check, more);
  }
  for (const check of BOOK_CHECKS) addBookCheck(draft, blueprint, check);
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

/** @param more what to say of a contract after its code: "", or "&" and a native text */
function addContractCheck(
  draft: Draft,
  groups: readonly Group[],
  { check, advice, applies, open }: ContractSheetCheck,
  more: (group: Group) => string,
): void {
  const concerned = groups.filter(applies);
  if (concerned.length === 0) return;
  const codes = concerned.map((group) => `IF(${open(group)},", ${group.choice.code}"${more(group)},"")`);
  const any = `OR(${concerned.map(open).join(",")})`;
  addCheck(draft, check, `IF(${any},MID(${codes.join("&")},3,1000)&": ${advice}","")`);
}

function addBookCheck(
  draft: Draft,
  { plan, ranges, groups }: Blueprint,
  { check, advice, applies, open }: BookSheetCheck,
): void {
  if (!applies(plan, ranges, groups)) return;
  addCheck(draft, check, `IF(${open(plan, ranges, groups)},"${advice}","")`);
}

/**
 * A check that cannot be computed is not passed: beside errors the sheet must not say OK.
 *
 * @param sentence "" where the check is passed
 */
function addCheck(draft: Draft, check: string, sentence: string): void {
  const place = cellAddress(draft.rows.length, 2);
  addRow(
    draft,
    text(check, "label"),
    { ...formula(`IF(${place}="","OK","CHECK")`, "General"), style: "check" },
    { ...formula(`IFERROR(${sentence},"${NOT_KNOWN}")`, "General"), style: "note" },
  );
}
