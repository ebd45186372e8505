import { IN_EXCEL } from "../../../formulas/in-excel";
import { TEXTS_OF_BOOK } from "../../hedge/orders";
import type { Blueprint } from "../blueprint";
import { formula, text } from "../sheet-cells";
import { absoluteAddress } from "../../cell-address";
import { addRow, type Draft } from "../draft";
import { BOOK_CELLS } from "../../plan/cell-names";
import { format } from "../../plan/number-formats";

/** The sheet's title, the hedge in one sentence, and whether anything needs a look. These rows stay in view. */
export function addHeadline(draft: Draft, { hedge }: Blueprint): void {
  const { AsOfDate, OpenChecks, ChecksNotMade } = BOOK_CELLS;
  addRow(draft, text("Hedge worksheet", "title"), { ...formula(AsOfDate, format.asOf), style: "unit" });
  addRow(draft, {
    ...formula(TEXTS_OF_BOOK.HedgeHeadline(IN_EXCEL, hedge).text, "General", "HedgeHeadline"),
    style: "headline",
  });
  const some =
    `IF(${OpenChecks}=1,"CHECK: 1 open check, see Checks below",` +
    `"CHECK: "&${OpenChecks}&" open checks, see Checks below")`;
  const open = `IF(${OpenChecks}=0,"OK: no open check",${some})`;
  const notMade = `IF(${ChecksNotMade}=0,"","; "&${ChecksNotMade}&" not checked")`;
  addRow(draft, { ...formula(`${open}&${notMade}`, "General", "SheetStatus"), style: "check" });
  const status = { row: draft.rows.length - 1, column: 0, rows: 1, columns: 2 };
  const shown = absoluteAddress({ ...status, columns: 1 });
  draft.conditionalFormats.push({ area: status, formula: `LEFT(${shown},5)="CHECK"`, look: "bad" });
  draft.conditionalFormats.push({ area: status, formula: `LEFT(${shown},2)="OK"`, look: "good" });
}
