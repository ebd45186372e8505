import { Button } from "@fluentui/react-button";
import { useId, useMemo, useState } from "react";
import { NOT_HEDGED } from "../../sheet/book/assets";
import type { Holdings } from "../../sheet/book/holdings";
import { money } from "../amounts";
import { codesOf, type HedgeForm } from "../hedge-form";
import { chosenFor, hedgeAsset, weighedAssets } from "../hedge-with";
import { forgetLostChoices, lostChoices } from "../lost-choices";
import { Notes } from "./Notes";

/** The largest holdings are most of a book; the others are one press away. */
const SHOWN_AT_FIRST = 12;

interface HedgeWithListProps {
  readonly form: HedgeForm;
  readonly holdings: Holdings;
  readonly onChange: (form: HedgeForm) => void;
}

/** What each holding is hedged with: at hand where there are several contracts, folded away where there is one. */
export function HedgeWithList(props: HedgeWithListProps) {
  const { form, holdings } = props;
  const assets = useMemo(() => weighedAssets(holdings), [holdings]);
  const codes = codesOf(form.contracts);
  const several = codes.length > 1;
  const [wasChosen, setWasChosen] = useState(false);
  // Opens once something was chosen, and stays as the user leaves it.
  if (!wasChosen && (several || assets.some(({ key }) => chosenFor(form, key) !== codes[0]))) {
    setWasChosen(true);
  }
  if (assets.length === 0) return null;
  return (
    <>
      <LostChoices {...props} />
      <details className="hs-more" open={wasChosen}>
        <summary>{several ? "What each holding is hedged with" : "Choose holding by holding"}</summary>
        <AssetTable {...props} assets={assets} />
      </details>
    </>
  );
}

/** A holding that is renamed in the book is a new one to the hedge: its choice must not vanish in silence. */
function LostChoices({ form, holdings, onChange }: HedgeWithListProps) {
  const lost = lostChoices(form, holdings);
  const [first = ""] = codesOf(form.contracts);
  const choices = lost.map(({ name, code }) => `${name} (${code === NOT_HEDGED ? "not hedged" : code})`);
  return (
    <div role="status">
      {lost.length > 0 && (
        <>
          <Notes
            notes={[
              `Not in the book any more: ${choices.join(", ")}. ` +
                `If a holding was renamed, choose for its new name below: until then it goes with ${first}.`,
            ]}
            warning
          />
          <div className="hs-row">
            <Button size="small" onClick={() => onChange(forgetLostChoices(form, holdings))}>
              {lost.length === 1 ? "Forget this choice" : "Forget these choices"}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

interface AssetTableProps extends HedgeWithListProps {
  readonly assets: ReturnType<typeof weighedAssets>;
}

function AssetTable({ form, holdings, assets, onChange }: AssetTableProps) {
  const [all, setAll] = useState(false);
  const id = useId();
  const codes = codesOf(form.contracts);
  const shown = all ? assets : assets.slice(0, SHOWN_AT_FIRST);
  const unnamed = holdings.rows.filter(({ nameText }) => nameText === "").length;
  return (
    <>
      <table className="hs-table hs-assets" id={id}>
        <caption className="hs-hidden">What each holding is hedged with</caption>
        <thead>
          <tr>
            <th scope="col">Holding</th>
            <th scope="col">Value</th>
            <th scope="col">Hedge with</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, text, value }) => (
            <tr key={key}>
              <th scope="row">{text}</th>
              <td>{money(value)}</td>
              <td>
                <select
                  className="hs-select"
                  aria-label={`Hedge ${text} with`}
                  value={chosenFor(form, key)}
                  onChange={(event) => onChange(hedgeAsset(form, key, event.target.value))}
                >
                  {codes.map((code) => (
                    <option key={code} value={code}>
                      {code}
                    </option>
                  ))}
                  <option value={NOT_HEDGED}>Not hedged</option>
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {assets.length > SHOWN_AT_FIRST && (
        <Button size="small" aria-expanded={all} aria-controls={id} onClick={() => setAll(!all)}>
          {all ? `Show the largest ${SHOWN_AT_FIRST}` : `Show all ${assets.length}`}
        </Button>
      )}
      {unnamed > 0 && (
        <p className="hs-quiet">
          {unnamed === 1 ? "1 row has no name and goes" : `${unnamed} rows have no name and go`} with{" "}
          {codes[0]}.
        </p>
      )}
    </>
  );
}
