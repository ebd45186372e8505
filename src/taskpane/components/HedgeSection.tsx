import type { Aim, Rounding } from "../../sheet/plan/plan";
import { AIM_BOXES, AIMS, BOOK_BOXES, PUT_BOXES, type BookBox } from "../form-boxes";
import { boxLabel } from "../typed-number";
import { CheckField, DateField, NumberField, SelectField } from "./Fields";
import { HedgeContracts, type HedgeContractsProps } from "./HedgeContracts";
import { Section } from "./Section";

const ROUNDINGS: Readonly<Record<Rounding, string>> = {
  nearest: "Nearest",
  down: "Down: never more hedge than asked",
  up: "Up: never less",
  none: "None: parts of contracts",
};

type FormFieldsProps = Pick<HedgeContractsProps, "form" | "problems" | "onChange">;

/** What the user wants, and with what. */
export function HedgeSection(props: HedgeContractsProps) {
  const { form, problems, onChange } = props;
  return (
    <Section title="3 Hedge">
      <AimFields {...props} />
      <HedgeContracts {...props} />
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
          onChange={(asOf) => onChange({ ...form, book: { ...form.book, asOf } })}
        />
      </div>
      <BookFields {...props} />
    </Section>
  );
}

function AimFields({ form, problems, onChange }: FormFieldsProps) {
  const { boxes, meaning } = AIMS[form.aim];
  return (
    <>
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
        {boxes.map((box) => (
          <NumberField
            key={box}
            label={boxLabel(AIM_BOXES[box])}
            value={form.aims[box]}
            problem={problems.get(box)}
            onChange={(typed) => onChange({ ...form, aims: { ...form.aims, [box]: typed } })}
          />
        ))}
      </div>
      <p className="hs-quiet">{meaning}</p>
    </>
  );
}

/** What the hedge can do without, folded away. */
function BookFields({ form, problems, onChange }: FormFieldsProps) {
  const field = (box: BookBox, hint?: string, label: string = boxLabel(BOOK_BOXES[box])) => (
    <NumberField
      key={box}
      label={label}
      value={form.book[box]}
      problem={problems.get(box)}
      hint={hint}
      onChange={(typed) => onChange({ ...form, book: { ...form.book, [box]: typed } })}
    />
  );
  return (
    <details className="hs-more">
      <summary>Cash, market move and put</summary>
      <div className="hs-grid">
        {field("cash", "For margin; blank: not known")}
        {field("shock", "For the loss before and after")}
        {field("horizonDays", "For carry and financing", "Horizon (days)")}
        <div className="hs-wide">
          <CheckField
            label="Compare with a protective put"
            checked={form.withPut}
            onChange={(withPut) => onChange({ ...form, withPut })}
          />
        </div>
        {form.withPut && PUT_BOXES.map((box) => field(box))}
      </div>
    </details>
  );
}
