import { Button } from "@fluentui/react-button";
import { ROLES } from "../../sheet/book/column-roles";
import { COLUMN_ROLES, type ColumnRole } from "../../sheet/book/holdings";
import type { BoxName } from "../form-boxes";
import type { HedgeForm } from "../hedge-form";
import type { Step, Table } from "../state";
import { NumberField, SelectField } from "./Fields";
import { Section } from "./Section";

const FIRST = offered("first");
const MORE = offered("more");

function offered(where: "first" | "more"): readonly ColumnRole[] {
  const roles = COLUMN_ROLES.filter((role) => ROLES[role].offered === where);
  return roles.sort((a, b) => (ROLES[a].place ?? Infinity) - (ROLES[b].place ?? Infinity));
}

interface ColumnsSectionProps {
  readonly step: Extract<Step, { at: "columns" | "hedge" }>;
  readonly problems: ReadonlyMap<BoxName, string>;
  readonly onChoose: (table: Table) => void;
  readonly onFormChange: (form: HedgeForm) => void;
  readonly onShowRow: (row: number) => void;
}

/** Which column is what: found, and corrected here. */
export function ColumnsSection(props: ColumnsSectionProps) {
  const { step, problems, onChoose, onFormChange, onShowRow } = props;
  const { table } = step;
  const { found, choice } = table;
  const chosen = FIRST.filter((role) => choice.columns[role] !== undefined).length;
  const open = step.at === "columns" || FIRST.some((role) => needsLook(table, role));

  const choose = (role: ColumnRole, offset: string) => {
    const others = Object.fromEntries(Object.entries(choice.columns).filter(([other]) => other !== role));
    const columns = offset === "" ? others : { ...others, [role]: Number(offset) };
    onChoose({ ...table, choice: { ...choice, columns } });
  };
  const select = (role: ColumnRole) => (
    <SelectField
      key={role}
      label={ROLES[role].label}
      value={String(choice.columns[role] ?? "")}
      hint={needsLook(table, role) ? `Please check: ${found.roles[role].reason}` : undefined}
      onChange={(offset) => choose(role, offset)}
    >
      <option value="">—</option>
      {found.columns.map((column) => (
        <option key={column.offset} value={String(column.offset)}>
          {column.letter} · {column.label}
        </option>
      ))}
    </SelectField>
  );

  return (
    <Section title="2 Columns" note={chosen === 1 ? "1 column" : `${chosen} columns`} startsOpen={open}>
      <div className="hs-grid">{FIRST.map(select)}</div>
      <details className="hs-more">
        <summary>Cost and other columns</summary>
        <div className="hs-grid">{MORE.map(select)}</div>
      </details>
      {step.at === "hedge" && (
        <MissingBetas step={step} problem={problems.get("defaultBeta")} {...{ onFormChange, onShowRow }} />
      )}
    </Section>
  );
}

/** Found, but not surely, and not yet confirmed by another choice. */
function needsLook({ found, choice }: Table, role: ColumnRole): boolean {
  const { certainty, column } = found.roles[role];
  if (certainty === "ask") return choice.columns[role] === undefined;
  return certainty === "check" && choice.columns[role] === column;
}

interface MissingBetasProps {
  readonly step: Extract<Step, { at: "hedge" }>;
  readonly problem: string | undefined;
  readonly onFormChange: (form: HedgeForm) => void;
  readonly onShowRow: (row: number) => void;
}

function MissingBetas({ step: { holdings, form }, problem, onFormChange, onShowRow }: MissingBetasProps) {
  const rows = holdings.rows.filter(({ beta }) => beta === null);
  const [first] = rows;
  if (!first) return null;
  return (
    <div className="hs-grid">
      <NumberField
        label="Default beta"
        hint={rows.length === 1 ? "1 row has no beta" : `${rows.length} rows have no beta`}
        value={form.book.defaultBeta}
        problem={problem}
        onChange={(defaultBeta) => onFormChange({ ...form, book: { ...form.book, defaultBeta } })}
      />
      <Button className="hs-beside-box" size="small" onClick={() => onShowRow(first.row)}>
        Show cells
      </Button>
    </div>
  );
}
