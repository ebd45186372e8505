import { Button } from "@fluentui/react-button";
import type { BuildResult } from "../../excel/how-to-build";
import { NOT_HEDGED } from "../../sheet/book/assets";
import { CellList } from "./CellList";
import { Message } from "./Message";
import { Notes } from "./Notes";

interface BuiltMessageProps {
  readonly result: BuildResult;
  readonly onShowSheet: (sheet: { readonly name: string }) => void;
  readonly onShowCell: (address: string, sheet: string | null) => void;
  readonly onDismiss: () => void;
}

/** The sheet is built; with what became of everything that the user had typed on it. */
export function BuiltMessage({ result, onShowSheet, onShowCell, onDismiss }: BuiltMessageProps) {
  const { outcome, name, keptInputs, lostInputs, changedFormulas } = result;
  const show = (address: string) => onShowCell(address, name);
  const changes = changedFormulas.map(({ newAddress, label, yours, kept }) => ({
    address: newAddress,
    label,
    content: String(yours),
    isFormula: true,
    kept,
  }));
  return (
    <Message intent="success" title={`${outcome === "built" ? "Built" : "Updated"} “${name}”.`}>
      <Notes notes={[...lostInWords(result), ...calculationInWords(result)]} warning />
      <CellList
        title="Kept what you typed on the sheet:"
        cells={keptInputs.map(({ address, label, shown }) => ({ address, label, content: shown }))}
        onShow={show}
      />
      {keptInputs.length > 0 && "The pane still has its own: “Open in the pane” takes these over."}
      <CellList title="Kept your changes:" cells={changes.filter(({ kept }) => kept)} onShow={show} />
      <CellList title="Replaced your changes:" cells={changes.filter(({ kept }) => !kept)} onShow={show} />
      <CellList
        title="Not on the sheet any more, and not used:"
        cells={lostInputs.map(({ label, shown }) => ({ address: null, label, content: shown }))}
        onShow={show}
      />
      <span className="hs-row hs-message-actions">
        <Button size="small" onClick={() => onShowSheet({ name })}>
          Show sheet
        </Button>
        <Button size="small" appearance="subtle" onClick={onDismiss}>
          Dismiss
        </Button>
      </span>
    </Message>
  );
}

function calculationInWords({ calculatesByHand }: BuildResult): string[] {
  return calculatesByHand
    ? ["Excel is set to calculate by hand: press F9 after each change, or the sheet shows old numbers."]
    : [];
}

/** A holding that was renamed in the book is a new one to the list. */
function lostInWords({ lostChoices, newAssets }: BuildResult): string[] {
  if (lostChoices.length === 0) return [];
  const lost = `Not on the list of holdings any more: ${choicesInWords(lostChoices)}.`;
  return newAssets.length === 0
    ? [lost]
    : [
        `${lost} New on it: ${choicesInWords(newAssets)}. Where a holding was renamed, choose its contract again.`,
      ];
}

function choicesInWords(choices: BuildResult["lostChoices"]): string {
  return choices
    .map(({ asset, contract }) => `${asset} (${contract === NOT_HEDGED ? "not hedged" : contract})`)
    .join(", ");
}
