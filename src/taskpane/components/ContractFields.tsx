import { Button } from "@fluentui/react-button";
import type { ReactNode } from "react";
import type { BookInput } from "../../sheet/plan/book-inputs";
import { CONTRACT_INPUTS, SMALLER_INPUTS } from "../../sheet/plan/contract-inputs";
import type { ContractOption } from "../contract-options";
import { boxedInputs, type BoxedInput, type BoxName, type ContractBox } from "../form-boxes";
import { smallerOf, type ContractForm } from "../hedge-form";
import { CheckField, InputField, SelectField } from "./Fields";

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
        {severalCurrencies && <ContractInput input={CONTRACT_INPUTS.FxRate} {...props} />}
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
  const { contract, options, taken, onContract, onPickPrice } = props;
  const { code } = contract.facts;
  return (
    <>
      <SelectField label="Contract" value={code} onChange={onContract}>
        <ContractOptions options={options} chosen={code} taken={taken} />
      </SelectField>
      <ContractInput
        input={CONTRACT_INPUTS.FuturesPrice}
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
        {...props}
      />
    </>
  );
}

interface ContractInputProps extends ContractFieldsProps {
  readonly input: BoxedInput;
  /** Of the contract that the input is of, where it is the smaller one. */
  readonly code?: string;
  readonly beside?: ReactNode;
}

function ContractInput({ input, code, beside, contract, index, problems, onChange }: ContractInputProps) {
  const { facts, boxes } = contract;
  const member = input.member as ContractBox;
  return (
    <InputField
      // Another contract's box has not been left yet.
      key={`${facts.code} ${member}`}
      input={input}
      contract={{ ...facts, code: code ?? facts.code }}
      value={boxes[member]}
      problem={problems.get(`contract ${index} ${member}`)}
      beside={beside}
      onChange={(typed) => onChange({ ...contract, boxes: { ...boxes, [member]: typed } })}
    />
  );
}

function MoreFields(props: ContractFieldsProps) {
  const { contract, codes, severalCurrencies } = props;
  const { facts, useSmaller } = contract;
  const smaller = useSmaller ? smallerOf(contract, codes) : null;
  const concerned = Object.fromEntries(
    Object.entries<BookInput>(CONTRACT_INPUTS).filter(
      ([, { concerns, member }]) =>
        (concerns?.({ choice: facts }) ?? true) && !(member === "fx" && severalCurrencies),
    ),
  );
  const folded = (table: Parameters<typeof boxedInputs>[0]) =>
    boxedInputs(table).filter(({ box }) => box.place === "more");
  return (
    <details className="hs-more">
      <summary>Margin, held contracts and more</summary>
      <div className="hs-grid">
        {folded(concerned).map((input) => (
          <ContractInput key={input.member} input={input} {...props} />
        ))}
        {smaller &&
          folded(SMALLER_INPUTS).map((input) => (
            <ContractInput key={input.member} input={input} code={smaller.code} {...props} />
          ))}
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
