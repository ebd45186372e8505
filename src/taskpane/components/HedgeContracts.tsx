import { Button } from "@fluentui/react-button";
import { useEffect, useRef, type RefObject } from "react";
import { canChooseByAsset } from "../../sheet/book/assets";
import type { Holdings } from "../../sheet/book/holdings";
import type { ContractOption } from "../contract-options";
import type { BoxName } from "../form-boxes";
import { codesOf, inSeveralCurrencies, type ContractForm, type HedgeForm } from "../hedge-form";
import { addContract, removeContract, replaceContract, takenCodes, withEachCoin } from "../hedge-with";
import { nextCode } from "../proposed-contracts";
import { ContractFields } from "./ContractFields";
import { HedgeWithList } from "./HedgeWithList";

export interface HedgeContractsProps {
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

/** The contracts of the hedge, and which of the holdings each is for. */
export function HedgeContracts(props: HedgeContractsProps) {
  const { form, holdings, problems, options, newContract, onChange, onPickPrice } = props;
  const codes = codesOf(form.contracts);
  const byColumn = holdings.columns.hedgeWith !== undefined;
  const byChoice = canChooseByAsset(holdings);
  const actions = useRef<HTMLDivElement>(null);
  const focusActions = () => actions.current?.querySelector("button")?.focus();
  const { contracts, focusNext } = useFocusOfAdded(codes.length);

  function add(changed: HedgeForm) {
    if (changed.contracts.length > codes.length) focusNext();
    else focusActions();
    onChange(changed);
  }

  function remove(index: number) {
    focusActions();
    onChange(removeContract(form, index));
  }

  return (
    <>
      <div className="hs-contracts" ref={contracts}>
        {form.contracts.map((contract, index) => (
          <ContractFields
            key={index}
            contract={contract}
            index={index}
            codes={codes}
            severalCurrencies={inSeveralCurrencies(form)}
            problems={problems}
            options={options}
            taken={takenCodes(form, index)}
            onChange={(changed) => onChange({ ...form, contracts: form.contracts.with(index, changed) })}
            onContract={(code) => onChange(replaceContract(form, index, newContract(code)))}
            onPickPrice={() => onPickPrice(index)}
            onRemove={index === 0 || byColumn ? null : () => remove(index)}
          />
        ))}
      </div>
      {byChoice && (
        <>
          <AddContracts {...{ form, holdings, newContract, actions }} onAdd={add} />
          <HedgeWithList {...{ form, holdings, onChange }} />
        </>
      )}
      {!byChoice && !byColumn && <HowToUseSeveral hasNames={holdings.columns.name !== undefined} />}
    </>
  );
}

/** Puts the focus on the contract that was just added: its price is still to be given. */
function useFocusOfAdded(count: number) {
  const contracts = useRef<HTMLDivElement>(null);
  const added = useRef<number | null>(null);
  useEffect(() => {
    if (added.current === null) return;
    contracts.current?.children[added.current]?.querySelector("select")?.focus();
    added.current = null;
  }, [count]);
  const focusNext = () => {
    added.current = count;
  };
  return { contracts, focusNext };
}

interface AddContractsProps extends Pick<HedgeContractsProps, "form" | "holdings" | "newContract"> {
  readonly actions: RefObject<HTMLDivElement>;
  readonly onAdd: (changed: HedgeForm) => void;
}

function AddContracts({ form, holdings, newContract, actions, onAdd }: AddContractsProps) {
  const next = nextCode(holdings, codesOf(form.contracts));
  const eachCoin = withEachCoin(form, holdings, newContract);
  return (
    <div className="hs-row" ref={actions}>
      <Button
        size="small"
        disabled={next === null}
        onClick={() => next !== null && onAdd(addContract(form, newContract(next)))}
      >
        Add contract
      </Button>
      {eachCoin && (
        <Button size="small" onClick={() => onAdd(eachCoin)}>
          Each coin with its own perpetual
        </Button>
      )}
    </div>
  );
}

/** For books in which the pane cannot offer the choice. */
function HowToUseSeveral({ hasNames }: { hasNames: boolean }) {
  return (
    <details className="hs-more">
      <summary>Several contracts</summary>
      <p className="hs-quiet">
        {hasNames
          ? "This book has too many rows to choose a contract for each holding here."
          : "To choose a contract for each holding here, say above which column holds the names."}{" "}
        A column with the header “Hedge with” does it too: write a code such as ES or NQ into its rows; rows
        left blank go with the first one. Then select the table with that column and choose Use selection.
      </p>
    </details>
  );
}
