import type { Holdings } from "../../sheet/holdings";
import type { Aim, Rounding } from "../../sheet/plan";
import {
  AIM_BOXES,
  AIMS,
  BOOK_BOXES,
  type AimBox,
  type BookBox,
  type BoxName,
  type ContractForm,
  type HedgeForm,
} from "../hedge-form";
import type { ContractOption } from "../contract-options";
import { boxLabel } from "../typed-number";
import { CheckField, DateField, NumberField, SelectField } from "./Fields";
import { HedgeContracts } from "./HedgeContracts";
import { Section } from "./Section";

const ROUNDINGS: Readonly<Record<Rounding, string>> = {
  nearest: "Nearest",
  down: "Down: never more hedge than asked",
  up: "Up: never less",
  none: "None: parts of contracts",
};

interface HedgeSectionProps {
  readonly form: HedgeForm;
  readonly holdings: Holdings;
  readonly problems: ReadonlyMap<BoxName, string>;
  readonly options: readonly ContractOption[];
  readonly onChange: (form: HedgeForm) => void;
  /** The boxes for a contract of the list, with no price yet. */
  readonly newContract: (code: string) => ContractForm;
  /** Takes the price of the contract at this place from the selected cell. */
  readonly onPickPrice: (index: number) => void;
}

/** What the user wants, and with what. */
export function HedgeSection(props: HedgeSectionProps) {
  const { form, holdings, problems, options, onChange, newContract, onPickPrice } = props;
  const aimBox = (box: AimBox) => (
    <NumberField
      key={box}
      label={boxLabel(AIM_BOXES[box])}
      value={form.aims[box]}
      problem={problems.get(box)}
      onChange={(typed) => onChange({ ...form, aims: { ...form.aims, [box]: typed } })}
    />
  );
  const book = (box: BookBox) => (typed: string) =>
    onChange({ ...form, book: { ...form.book, [box]: typed } });
  const bookBox = (box: BookBox, hint?: string, label: string = boxLabel(BOOK_BOXES[box])) => (
    <NumberField
      key={box}
      label={label}
      value={form.book[box]}
      problem={problems.get(box)}
      hint={hint}
      onChange={book(box)}
    />
  );

  return (
    <Section title="3 Hedge">
      <div className="hs-grid">
        <SelectField
          label="Aim"
          value={form.aim}
          onChange={(aim) => onChange({ ...form, aim: aim as Aim["kind"] })}
        >
          {Object.entries(AIMS).map(([kind, { label }]) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </SelectField>
        {AIMS[form.aim].boxes.map(aimBox)}
      </div>
      <p className="hs-quiet">{AIMS[form.aim].meaning}</p>

      <HedgeContracts {...{ form, holdings, problems, options, newContract, onChange, onPickPrice }} />

      <div className="hs-grid">
        <SelectField
          label="Rounding"
          value={form.rounding}
          onChange={(rounding) => onChange({ ...form, rounding: rounding as Rounding })}
        >
          {Object.entries(ROUNDINGS).map(([rounding, label]) => (
            <option key={rounding} value={rounding}>
              {label}
            </option>
          ))}
        </SelectField>
        <DateField
          label="Prices as of"
          value={form.book.asOf}
          problem={problems.get("asOf")}
          onChange={book("asOf")}
        />
      </div>

      <details className="hs-more">
        <summary>Cash, market move and put</summary>
        <div className="hs-grid">
          {bookBox("cash", "For margin; blank: not known")}
          {bookBox("shock", "For the loss before and after")}
          {bookBox("horizonDays", "For carry and financing", "Horizon (days)")}
          <div className="hs-wide">
            <CheckField
              label="Compare with a protective put"
              checked={form.withPut}
              onChange={(withPut) => onChange({ ...form, withPut })}
            />
          </div>
          {form.withPut &&
            (["putStrike", "putVolatility", "putDays", "putRate", "putYield"] as const).map((box) =>
              bookBox(box),
            )}
        </div>
      </details>
    </Section>
  );
}
