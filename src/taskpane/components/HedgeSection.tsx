import { AIMS, aimKind } from "../../sheet/plan/aims";
import { BOOK_INPUTS, PUT_INPUTS, ROUNDING_INPUT } from "../../sheet/plan/book-inputs";
import type { Aim, Rounding } from "../../sheet/plan/plan";
import { boxedInputs, type BoxedInput, type BookBox, type PutBox } from "../form-boxes";
import { CheckField, InputField, SelectField } from "./Fields";
import { HedgeContracts, type HedgeContractsProps } from "./HedgeContracts";
import { Section } from "./Section";

type FormFieldsProps = Pick<HedgeContractsProps, "form" | "problems" | "onChange">;

/** What the user wants, and with what. */
export function HedgeSection(props: HedgeContractsProps) {
  const { form, onChange } = props;
  return (
    <Section title="3 Hedge">
      <AimFields {...props} />
      <HedgeContracts {...props} />
      <div className="hs-grid">
        <SelectField
          label={ROUNDING_INPUT.label}
          value={form.rounding}
          onChange={(rounding) => onChange({ ...form, rounding: rounding as Rounding })}
        >
          {Object.entries(ROUNDING_INPUT.words).map(([rounding, label]) => (
            <option key={rounding} value={rounding}>
              {label}
            </option>
          ))}
        </SelectField>
        <BookInputs place="sight" {...props} />
      </div>
      <BookFields {...props} />
    </Section>
  );
}

function AimFields({ form, problems, onChange }: FormFieldsProps) {
  const { kind, meaning, inputs } = aimKind(form.aim);
  const texts = form.aims[form.aim];
  return (
    <>
      <div className="hs-grid">
        <SelectField
          label="Aim"
          value={kind}
          onChange={(aim) => onChange({ ...form, aim: aim as Aim["kind"] })}
        >
          {AIMS.map((aim) => (
            <option key={aim.kind} value={aim.kind}>
              {aim.label}
            </option>
          ))}
        </SelectField>
        {boxedInputs(inputs).map((input) => (
          <InputField
            key={`${kind} ${input.member}`}
            input={input}
            value={texts[input.member] ?? ""}
            problem={problems.get(`aim ${input.member}`)}
            onChange={(typed) =>
              onChange({ ...form, aims: { ...form.aims, [kind]: { ...texts, [input.member]: typed } } })
            }
          />
        ))}
      </div>
      <p className="hs-quiet">{meaning}</p>
    </>
  );
}

interface BookInputsProps extends FormFieldsProps {
  readonly place: BoxedInput["box"]["place"];
}

/** The boxes of the whole hedge that have their place here. */
function BookInputs({ place, form, problems, onChange }: BookInputsProps) {
  return boxedInputs(BOOK_INPUTS)
    .filter(({ box }) => box.place === place)
    .map((input) => {
      const member = input.member as BookBox;
      return (
        <InputField
          key={member}
          input={input}
          value={form.book[member]}
          problem={problems.get(member)}
          onChange={(typed) => onChange({ ...form, book: { ...form.book, [member]: typed } })}
        />
      );
    });
}

/** What the hedge can do without, folded away. */
function BookFields(props: FormFieldsProps) {
  const { form, onChange } = props;
  return (
    <details className="hs-more">
      <summary>Cash, market move and put</summary>
      <div className="hs-grid">
        <BookInputs place="more" {...props} />
        <div className="hs-wide">
          <CheckField
            label="Compare with a protective put"
            checked={form.withPut}
            onChange={(withPut) => onChange({ ...form, withPut })}
          />
        </div>
        {form.withPut && <PutInputs {...props} />}
      </div>
    </details>
  );
}

function PutInputs({ form, problems, onChange }: FormFieldsProps) {
  return boxedInputs(PUT_INPUTS).map((input) => {
    const member = input.member as PutBox;
    return (
      <InputField
        key={member}
        input={input}
        value={form.put[member]}
        problem={problems.get(`put ${member}`)}
        onChange={(typed) => onChange({ ...form, put: { ...form.put, [member]: typed } })}
      />
    );
  });
}
