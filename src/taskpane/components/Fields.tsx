import { useId, useState, type ReactNode } from "react";
import { isDate, type BoxContract } from "../../sheet/plan/input";
import { format } from "../../sheet/plan/number-formats";
import type { BoxedInput } from "../form-boxes";
import { ambiguity, boxLabel } from "../typed-number";

interface BoxProps {
  readonly label: string;
  readonly value: string;
  /** Why the text cannot be used; shown once the user has left the box. */
  readonly problem?: string | undefined;
  readonly hint?: string | undefined;
  readonly onChange: (value: string) => void;
}

interface NumberFieldProps extends BoxProps {
  /** What stands to the right of the box. */
  readonly beside?: ReactNode;
}

interface InputFieldProps extends Pick<NumberFieldProps, "value" | "problem" | "onChange" | "beside"> {
  readonly input: BoxedInput;
  /** The contract that the box is of. */
  readonly contract?: BoxContract;
}

/** The box of an input, kept as typed. */
export function InputField({ input, contract, ...field }: InputFieldProps) {
  const { box } = input;
  const inWords = (words: BoxedInput["box"]["title"]) =>
    typeof words === "function" ? words(contract ?? { code: "", currency: "" }) : words;
  const label = inWords(box.title) ?? boxLabel(box);
  const hint = inWords(box.hint);
  if (isDate(input)) return <DateField label={label} hint={hint} {...field} />;
  const mayBeThousands = box.unit !== "percent" && input.format !== format.beta;
  const doubt = mayBeThousands ? ambiguity(field.value) : null;
  return <NumberField label={label} hint={doubt ?? hint} {...field} />;
}

/** A box for a number, kept as typed. */
export function NumberField({ label, value, problem, hint, onChange, beside }: NumberFieldProps) {
  const [left, setLeft] = useState(false);
  return (
    <LabelledField label={label} hint={hint} problem={left ? problem : undefined}>
      {(control) => {
        const box = (
          <input
            {...control}
            className="hs-input hs-number"
            inputMode="decimal"
            autoComplete="off"
            spellCheck={false}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onBlur={() => setLeft(true)}
          />
        );
        return beside === undefined ? (
          box
        ) : (
          <div className="hs-beside">
            {box}
            {beside}
          </div>
        );
      }}
    </LabelledField>
  );
}

function DateField({ label, value, problem, hint, onChange }: BoxProps) {
  return (
    <LabelledField label={label} hint={hint} problem={problem}>
      {(control) => (
        <input
          {...control}
          className="hs-input"
          type="date"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </LabelledField>
  );
}

interface SelectFieldProps extends BoxProps {
  readonly children: ReactNode;
}

/** A native list: light, and the one that a phone or a screen reader knows best. */
export function SelectField({ label, value, problem, hint, onChange, children }: SelectFieldProps) {
  return (
    <LabelledField label={label} hint={hint} problem={problem}>
      {(control) => (
        <select
          {...control}
          className="hs-select"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {children}
        </select>
      )}
    </LabelledField>
  );
}

interface LabelledFieldProps {
  readonly label: string;
  readonly hint: string | undefined;
  readonly problem: string | undefined;
  /** The box; it takes over what ties it to its label, hint and message. */
  readonly children: (control: ControlProps) => ReactNode;
}

interface ControlProps {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
}

function LabelledField({ label, hint, problem, children }: LabelledFieldProps) {
  const id = useId();
  const [hintId, problemId] = [`${id}hint`, `${id}problem`];
  const described = [problem === undefined ? [] : problemId, hint === undefined ? [] : hintId].flat();
  return (
    <div className="hs-field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        "aria-describedby": described.length === 0 ? undefined : described.join(" "),
        "aria-invalid": problem === undefined ? undefined : true,
      })}
      {problem !== undefined && (
        <div id={problemId} role="alert" className="hs-problem">
          {problem}
        </div>
      )}
      {hint !== undefined && (
        <div id={hintId} className="hs-quiet">
          {hint}
        </div>
      )}
    </div>
  );
}

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function CheckField({ label, checked, onChange }: CheckProps) {
  return (
    <label className="hs-check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}
