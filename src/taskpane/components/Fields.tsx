import { Field, type FieldControlProps } from "@fluentui/react-field";
import { useState, type ReactNode } from "react";

interface BoxProps {
  readonly label: string;
  readonly value: string;
  /** Why the text cannot be used; shown once the user has left the box. */
  readonly problem?: string | undefined;
  readonly hint?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A box for a number, kept as typed. */
export function NumberField({ label, value, problem, hint, onChange }: BoxProps) {
  const [left, setLeft] = useState(false);
  return (
    <LabelledField label={label} hint={hint} problem={left ? problem : undefined}>
      {(control) => (
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
      )}
    </LabelledField>
  );
}

export function DateField({ label, value, problem, hint, onChange }: BoxProps) {
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
  readonly children: (control: FieldControlProps) => ReactNode;
}

function LabelledField({ label, hint, problem, children }: LabelledFieldProps) {
  return (
    <Field
      label={label}
      size="small"
      hint={hint ?? null}
      validationState={problem === undefined ? "none" : "error"}
      validationMessage={problem ?? null}
    >
      {children}
    </Field>
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
