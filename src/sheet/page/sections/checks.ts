import type { Blueprint } from "../blueprint";
import { BOOK_CHECKS } from "../../hedge/book-checks";
import { areaAddress, cellAddress } from "../../cell-address";
import { formula, text } from "../cells";
import type { BookSheetCheck, ContractSheetCheck } from "../../hedge/check";
import { CONTRACT_CHECKS } from "../../hedge/contract-checks";
import { addHeads, addRow, addSection, columnArea, type Draft } from "../draft";
import type { Group } from "../../plan/groups";
import { anyOf, UNKNOWN } from "../../hedge/native";
import { BOOK_SHEET_CHECKS, CONTRACT_SHEET_CHECKS } from "../../hedge/sheet-checks";
import { format } from "../../plan/number-formats";

const NOT_KNOWN = "Not known: a number is missing or wrong. See the first checks.";

/** Each check a formula that says OK, CHECK, or a dash where an input is blank; with what is wrong and what to do. */
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
  const count = (status: string): string => `COUNTIF(${areaAddress(statuses)},${status})`;
  addRow(draft, text("Open checks", "label"), formula(count('"CHECK"'), format.count, "OpenChecks"));
  addRow(draft, text("Not checked", "label"), formula(count(UNKNOWN), format.count, "ChecksNotMade"));
  const at = cellAddress(first, 1);
  draft.conditionalFormats.push({ area: statuses, formula: `${at}="CHECK"`, look: "bad" });
  draft.conditionalFormats.push({ area: statuses, formula: `${at}="OK"`, look: "good" });
}

/** @param more what to say of a contract after its code: "", or "&" and a native text */
function addContractCheck(
  draft: Draft,
  groups: readonly Group[],
  { check, advice, applies, open, needs }: ContractSheetCheck,
  more: (group: Group) => string,
): void {
  const concerned = groups.filter(applies);
  if (concerned.length === 0) return;
  const codes = (where: (group: Group) => string, then: (group: Group) => string): string => {
    const each = concerned.map((group) => `IF(${where(group)},", ${group.choice.code}"${then(group)},"")`);
    return `MID(${each.join("&")},3,1000)`;
  };
  addCheck(draft, check, {
    open: anyOf(concerned.map(open)),
    advice: `${codes(open, more)}&": ${advice}"`,
    ...(needs && {
      blank: anyOf(concerned.map(needs.blank)),
      enter: `${codes(needs.blank, () => "")}&": ${needs.advice}"`,
    }),
  });
}

function addBookCheck(
  draft: Draft,
  { plan, ranges, groups }: Blueprint,
  { check, advice, applies, open, needs }: BookSheetCheck,
): void {
  if (!applies(plan, ranges, groups)) return;
  addCheck(draft, check, {
    open: open(plan, ranges, groups),
    advice: `"${advice}"`,
    ...(needs && { blank: needs.blank(ranges), enter: `"${needs.advice}"` }),
  });
}

/** Native conditions, and what to say where they are TRUE, as native texts. */
interface CheckCells {
  readonly open: string;
  readonly advice: string;
  readonly blank?: string;
  readonly enter?: string;
}

/** A check that cannot be computed is not passed: beside errors, or for want of an input, the sheet must not say OK. */
function addCheck(draft: Draft, check: string, { open, advice, blank, enter }: CheckCells): void {
  const status = cellAddress(draft.rows.length, 1);
  const passed = blank === undefined ? '"OK"' : `IF(${blank},${UNKNOWN},"OK")`;
  const sentence = enter === undefined ? advice : `IF(${status}=${UNKNOWN},${enter},${advice})`;
  addRow(
    draft,
    text(check, "label"),
    { ...formula(`IFERROR(IF(${open},"CHECK",${passed}),"CHECK")`, "General"), style: "check" },
    { ...formula(`IF(${status}="OK","",IFERROR(${sentence},"${NOT_KNOWN}"))`, "General"), style: "note" },
  );
}
