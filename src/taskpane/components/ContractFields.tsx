import { Button } from "@fluentui/react-button";
import type { ContractOption } from "../contract-options";
import { CONTRACT_BOXES, type BoxName, type ContractBox } from "../form-boxes";
import { smallerOf, type ContractForm } from "../hedge-form";
import { ambiguity, boxLabel } from "../typed-number";
import { CheckField, DateField, NumberField, SelectField } from "./Fields";

interface ContractFieldsProps {
  readonly contract: ContractForm;
  readonly index: number;
  /** Codes of all contracts that the hedge uses. */
  readonly codes: readonly string[];
  readonly problems: ReadonlyMap<BoxName, string>;
  readonly options: readonly ContractOption[];
  /** The hedge's contracts are in several currencies: what each is worth is asked for in sight. */
  readonly severalCurrencies: boolean;
  /** Codes that cannot be chosen here, with the reason. */
  readonly taken: ReadonlyMap<string, string>;
  readonly onChange: (contract: ContractForm) => void;
  readonly onContract: (code: string) => void;
  /** Takes the price from the selected cell. */
  readonly onPickPrice: () => void;
  /** null: this contract stays. */
  readonly onRemove: (() => void) | null;
}

/** One futures contract: which, at what price, and, folded away, what margin, carry and exchange rate need. */
export function ContractFields(props: ContractFieldsProps) {
  const { contract, codes, severalCurrencies, onChange, onRemove } = props;
  const { facts, useSmaller } = contract;
  const smaller = smallerOf(contract, codes);
  return (
    <fieldset className="hs-fieldset">
      {codes.length > 1 && <legend>{facts.code}</legend>}
      {onRemove && (
        <Button
          className="hs-remove"
          size="small"
          appearance="subtle"
          aria-label={`Remove ${facts.code}`}
          onClick={onRemove}
        >
          Remove
        </Button>
      )}
      <div className="hs-grid">
        <CodeAndPrice {...props} />
        <p className="hs-quiet hs-wide">{inWords(contract, severalCurrencies)}</p>
        {severalCurrencies && <ExchangeRate {...props} />}
        {smaller && (
          <div className="hs-wide">
            <CheckField
              label={`Micros for the remainder (${smaller.code})`}
              checked={useSmaller}
              onChange={(checked) => onChange({ ...contract, useSmaller: checked })}
            />
          </div>
        )}
      </div>
      <MoreFields {...props} />
    </fieldset>
  );
}

function CodeAndPrice(props: ContractFieldsProps) {
  const { contract, index, problems, options, taken, onChange, onContract, onPickPrice } = props;
  const { facts, boxes } = contract;
  const { code } = facts;
  return (
    <>
      <SelectField label="Contract" value={code} onChange={onContract}>
        <ContractOptions options={options} chosen={code} taken={taken} />
      </SelectField>
      <NumberField
        key={code}
        label={`Price of ${code}`}
        value={boxes.price}
        problem={problems.get(`contract ${index} price`)}
        hint={ambiguity(boxes.price) ?? undefined}
        onChange={(price) => onChange({ ...contract, boxes: { ...boxes, price } })}
        beside={
          <Button
            className="hs-pick"
            title="Take the price from the selected cell"
            aria-label={`Pick the ${code} price from the selected cell`}
            onClick={onPickPrice}
          >
            Pick
          </Button>
        }
      />
    </>
  );
}

function ExchangeRate({ contract, index, problems, onChange }: ContractFieldsProps) {
  const { facts, boxes } = contract;
  const { code, currency } = facts;
  return (
    <NumberField
      key={`${code} fx`}
      label={currency === "" ? "Exchange rate" : `Worth of 1 ${currency}`}
      value={boxes.fx}
      problem={problems.get(`contract ${index} fx`)}
      hint={ambiguity(boxes.fx) ?? "In the book's currency"}
      onChange={(fx) => onChange({ ...contract, boxes: { ...boxes, fx } })}
    />
  );
}

function MoreFields(props: ContractFieldsProps) {
  const { contract, index, codes, severalCurrencies, problems, onChange } = props;
  const { facts, traits, boxes, useSmaller } = contract;
  const { code, currency } = facts;
  const perContract = currency === "" ? "Per contract" : `${currency} per contract`;
  const smaller = useSmaller ? smallerOf(contract, codes) : null;
  const fieldOf = (box: ContractBox) => ({
    value: boxes[box],
    problem: problems.get(`contract ${index} ${box}`),
    onChange: (value: string) => onChange({ ...contract, boxes: { ...boxes, [box]: value } }),
  });
  const number = (box: ContractBox, label: string = boxLabel(CONTRACT_BOXES[box]), hint?: string) => (
    <NumberField
      key={`${code} ${box}`}
      label={label}
      hint={ambiguity(boxes[box]) ?? hint}
      {...fieldOf(box)}
    />
  );
  const date = (box: ContractBox, hint?: string) => (
    <DateField key={box} label={boxLabel(CONTRACT_BOXES[box])} hint={hint} {...fieldOf(box)} />
  );
  return (
    <details className="hs-more">
      <summary>Margin, held contracts and more</summary>
      <div className="hs-grid">
        {!traits.perpetual && (
          <>
            {number("initialMargin", undefined, perContract)}
            {number("maintenanceMargin", undefined, perContract)}
            {date("marginDate", "Margins change: when was it?")}
          </>
        )}
        {number("held", `${code} held now`, "Negative: short")}
        {smaller && number("heldSmaller", `${smaller.code} held now`, "Negative: short")}
        {number("futuresBeta", "Beta of the futures")}
        {!severalCurrencies && <ExchangeRate {...props} />}
        {number("spot", "Spot or index level")}
        {traits.perpetual ? (
          <>
            {number("fundingRate", "Funding rate (%)", "Per interval; +: longs pay")}
            {number("fundingIntervalHours", "Funding every (hours)")}
            {number("leverage", "Isolated leverage (×)", "Cross margin: leave it blank")}
            {number("maintenanceRate")}
          </>
        ) : (
          <>
            {date("expiry")}
            {date("roll")}
          </>
        )}
      </div>
    </details>
  );
}

interface ContractOptionsProps extends Pick<ContractFieldsProps, "options" | "taken"> {
  readonly chosen: string;
}

function ContractOptions({ options, chosen, taken }: ContractOptionsProps) {
  const families = [...new Set(options.filter(({ code }) => code !== "").map(({ family }) => family))];
  return (
    <>
      {!options.some(({ code }) => code === chosen) && <option value={chosen}>{chosen}</option>}
      {families.map((family) => (
        <optgroup key={family} label={family}>
          {options
            .filter((option) => option.family === family && option.code !== "")
            .map(({ code, name, problem }) => [code, name, problem ?? taken.get(code)] as const)
            .map(([code, name, why], index) => (
              <option key={index} value={code} disabled={why !== undefined}>
                {code} · {why ?? name}
              </option>
            ))}
        </optgroup>
      ))}
    </>
  );
}

/** What one contract is worth, and how it counts for the book. */
function inWords({ facts, boxes }: ContractForm, rateInSight: boolean): string {
  const { currency } = facts;
  const words = [sizeInWords(facts)];
  if (boxes.futuresBeta.trim() !== "1") words.push(`beta ${boxes.futuresBeta}`);
  if (currency === "" && boxes.fx.trim() === "1") {
    words.push("its table names no currency: it counts in the book's");
  } else if (!rateInSight && countsInOther(currency, boxes.fx)) {
    words.push(`for a book in ${currency}; for another, give what 1 ${currency} is worth below`);
  }
  return words.join(" · ");
}

/** A contract outside the dollar at an exchange rate of 1: the hedge of a dollar book would be off by the rate. */
function countsInOther(currency: string, fx: string): boolean {
  return currency !== "" && !currency.startsWith("USD") && fx.trim() === "1";
}

function sizeInWords({ payoff, multiplier, currency, lot }: ContractForm["facts"]): string {
  const amount =
    `${currency} ${multiplier.toLocaleString("en-US", { maximumFractionDigits: 10 })}`.trimStart();
  const size =
    payoff === "linear" ? `${amount} per point` : `Inverse: ${amount} per contract, settled in the coin`;
  return lot === 1 ? size : `${size} · lots of ${lot}`;
}
