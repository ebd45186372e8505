import { Button } from "@fluentui/react-button";
import { useEffect, useRef } from "react";
import { canChooseByAsset } from "../../sheet/asset-list";
import type { Holdings } from "../../sheet/holdings";
import type { ContractOption } from "../contract-options";
import { codesOf, type BoxName, type ContractForm, type HedgeForm } from "../hedge-form";
import { addContract, removeContract, replaceContract, takenCodes, withEachCoin } from "../hedge-with";
import { nextCode } from "../proposed-contracts";
import { ContractFields } from "./ContractFields";
import { HedgeWithList } from "./HedgeWithList";

interface HedgeContractsProps {
  readonly form: HedgeForm;
  readonly holdings: Holdings;
  readonly problems: ReadonlyMap<BoxName, string>;
  readonly options: readonly ContractOption[];
  readonly newContract: (code: string) => ContractForm;
  readonly onChange: (form: HedgeForm) => void;
  readonly onPickPrice: (index: number) => void;
}

/** The contracts of the hedge, and which of the holdings each is for. */
export function HedgeContracts(props: HedgeContractsProps) {
  const { form, holdings, problems, options, newContract, onChange, onPickPrice } = props;
  const codes = codesOf(form.contracts);
  const byColumn = holdings.columns.hedgeWith !== undefined;
  const byChoice = canChooseByAsset(holdings);
  const next = byChoice ? nextCode(holdings, codes) : null;
  const eachCoin = byChoice ? withEachCoin(form, holdings, newContract) : null;

  const contracts = useRef<HTMLDivElement>(null);
  const actions = useRef<HTMLDivElement>(null);
  const added = useRef<number | null>(null);
  useEffect(() => {
    if (added.current === null) return;
    contracts.current?.children[added.current]?.querySelector("select")?.focus();
    added.current = null;
  }, [form.contracts.length]);

  const focusAdd = () => actions.current?.querySelector("button")?.focus();
  function add(changed: HedgeForm) {
    // The first one added takes the focus: its price is still to be given.
    if (changed.contracts.length > codes.length) added.current = codes.length;
    else focusAdd();
    onChange(changed);
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
            problems={problems}
            options={options}
            taken={takenCodes(form, index)}
            onChange={(changed) => onChange({ ...form, contracts: form.contracts.with(index, changed) })}
            onContract={(code) => onChange(replaceContract(form, index, newContract(code)))}
            onPickPrice={() => onPickPrice(index)}
            onRemove={
              index === 0 || byColumn
                ? null
                : () => {
                    focusAdd();
                    onChange(removeContract(form, index));
                  }
            }
          />
        ))}
      </div>
      {byChoice && (
        <div className="hs-row" ref={actions}>
          <Button
            size="small"
            disabled={next === null}
            onClick={() => next !== null && add(addContract(form, newContract(next)))}
          >
            Add contract
          </Button>
          {eachCoin && (
            <Button size="small" onClick={() => add(eachCoin)}>
              Each coin with its own perpetual
            </Button>
          )}
        </div>
      )}
      {byChoice && <HedgeWithList {...{ form, holdings, onChange }} />}
      {!byChoice && !byColumn && <HowToUseSeveral hasNames={holdings.columns.name !== undefined} />}
    </>
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
