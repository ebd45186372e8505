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
import { ContractFields } from "./ContractFields";
import { CheckField, DateField, NumberField, SelectField } from "./Fields";
import { Section } from "./Section";

const ROUNDINGS: Readonly<Record<Rounding, string>> = {
  nearest: "Nearest",
  down: "Down: never more hedge than asked",
  up: "Up: never less",
  none: "None: parts of contracts",
};

interface HedgeSectionProps {
  readonly form: HedgeForm;
  /** The holdings say themselves what each is hedged with. */
  readonly hedgedByColumn: boolean;
  readonly problems: ReadonlyMap<BoxName, string>;
  readonly options: readonly ContractOption[];
  readonly onChange: (form: HedgeForm) => void;
  /** Another contract instead of the one at this place. */
  readonly onContract: (index: number, code: string) => void;
  /** Takes the price of the contract at this place from the selected cell. */
  readonly onPickPrice: (index: number) => void;
}

/** What the user wants, and with what. */
export function HedgeSection(props: HedgeSectionProps) {
  const { form, hedgedByColumn, problems, options, onChange, onContract, onPickPrice } = props;
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
  const changeContract = (index: number, contract: ContractForm) =>
    onChange({ ...form, contracts: form.contracts.with(index, contract) });

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

      {form.contracts.map((contract, index) => (
        <ContractFields
          key={contract.facts.code}
          contract={contract}
          index={index}
          codes={form.contracts.map(({ facts }) => facts.code)}
          problems={problems}
          options={options}
          onChange={(changed) => changeContract(index, changed)}
          onContract={(code) => onContract(index, code)}
          onPickPrice={() => onPickPrice(index)}
        />
      ))}
      {!hedgedByColumn && (
        <details className="hs-more">
          <summary>Several contracts</summary>
          <p className="hs-quiet">
            To hedge some of the holdings with another contract, give your table a column with the header
            “Hedge with” and write a code such as ES or NQ into its rows; rows left blank go with the first
            one. Then select the table with that column and choose Use selection.
          </p>
        </details>
      )}

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
