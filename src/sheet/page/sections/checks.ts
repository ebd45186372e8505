import { IN_EXCEL, type Expression } from "../../../formulas/in-excel";
import { areaAddress, cellAddress } from "../../cell-address";
import { BOOK_CHECKS, FIRST_CHECKS } from "../../hedge/book-checks";
import type { BookCheck, ContractCheck } from "../../hedge/check";
import { CONTRACT_CHECKS } from "../../hedge/contract-checks";
import type { ExcelContract, ExcelHedge } from "../../hedge/hedge-in-excel";
import { UNKNOWN } from "../../hedge/dashes";
import { format } from "../../plan/number-formats";
import type { Blueprint } from "../blueprint";
import { formula, text } from "../sheet-cells";
import { addHeads, addRow, addSection, columnArea, type Draft } from "../draft";

const NOT_KNOWN = "Not known: a number is missing or wrong. See the first checks.";
const s = IN_EXCEL;

/** Each check a formula that says OK, CHECK, or a dash where an input is blank; with what is wrong and what to do. */
export function addChecks(draft: Draft, { hedge }: Blueprint): void {
  addSection(draft, "Checks");
  const first = 1 + addHeads(draft, "Check", "Status", "What to do");
  for (const check of FIRST_CHECKS) addBookCheck(draft, hedge, check);
  for (const check of CONTRACT_CHECKS) addContractCheck(draft, hedge, check);
  for (const check of BOOK_CHECKS) addBookCheck(draft, hedge, check);
  const statuses = columnArea(first, 1, draft.rows.length - first);
  const count = (status: string): string => `COUNTIF(${areaAddress(statuses)},${status})`;
  addRow(draft, text("Open checks", "label"), formula(count('"CHECK"'), format.count, "OpenChecks"));
  addRow(draft, text("Not checked", "label"), formula(count(UNKNOWN), format.count, "ChecksNotMade"));
  const at = cellAddress(first, 1);
  draft.conditionalFormats.push({ area: statuses, formula: `${at}="CHECK"`, look: "bad" });
  draft.conditionalFormats.push({ area: statuses, formula: `${at}="OK"`, look: "good" });
}

function addContractCheck(
  draft: Draft,
  hedge: ExcelHedge,
  { check, advice, applies, isOpen, detail, needs }: ContractCheck,
): void {
  const concerned = hedge.contracts.filter(({ group }) => applies?.(group) ?? true);
  if (concerned.length === 0) return;
  /** "ES, NQ: " and the words, for the contracts where the condition holds. */
  const said = (
    where: (of: ExcelContract) => Expression,
    more: (of: ExcelContract) => readonly Expression[],
    words: string,
  ): Expression => {
    const codes = concerned.map((of) => {
      const code = s.text(`, ${of.group.choice.code}`);
      return s.eitherText(where(of), s.join([code, ...more(of)]), s.text(""));
    });
    return s.join([s.withoutFirst(s.join(codes), 2), s.text(`: ${words}`)]);
  };
  const isOpenOf = (of: ExcelContract) => isOpen(s, of, hedge);
  const more = (of: ExcelContract) => (detail === undefined ? [] : [detail(s, of, hedge)]);
  addCheck(draft, check, {
    open: s.any(concerned.map(isOpenOf)),
    advice: said(isOpenOf, more, advice),
    ...(needs && {
      blank: s.any(concerned.map((of) => needs.isBlank(s, of, hedge))),
      enter: said(
        (of) => needs.isBlank(s, of, hedge),
        () => [],
        needs.advice,
      ),
    }),
  });
}

function addBookCheck(
  draft: Draft,
  hedge: ExcelHedge,
  { check, advice, applies, isOpen, needs }: BookCheck,
): void {
  if (applies?.(hedge) === false) return;
  addCheck(draft, check, {
    open: isOpen(s, hedge),
    advice: s.text(advice),
    ...(needs && { blank: needs.isBlank(s, hedge), enter: s.text(needs.advice) }),
  });
}

/** Conditions, and what to say where they are TRUE. */
interface CheckCells {
  readonly open: Expression;
  readonly advice: Expression;
  readonly blank?: Expression;
  readonly enter?: Expression;
}

/** A check that cannot be computed is not passed: beside errors, or for want of an input, the sheet must not say OK. */
function addCheck(draft: Draft, check: string, { open, advice, blank, enter }: CheckCells): void {
  const status = cellAddress(draft.rows.length, 1);
  const passed = blank === undefined ? '"OK"' : `IF(${blank.text},${UNKNOWN},"OK")`;
  const sentence =
    enter === undefined ? advice.text : `IF(${status}=${UNKNOWN},${enter.text},${advice.text})`;
  addRow(
    draft,
    text(check, "label"),
    { ...formula(`IFERROR(IF(${open.text},"CHECK",${passed}),"CHECK")`, "General"), style: "check" },
    { ...formula(`IF(${status}="OK","",IFERROR(${sentence},"${NOT_KNOWN}"))`, "General"), style: "note" },
  );
}
