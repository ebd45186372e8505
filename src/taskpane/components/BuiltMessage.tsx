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
  const changes = changedFormulas.map(({ newAddress, label, yours, kept, asValue }) => ({
    address: newAddress,
    label,
    content: kept && asValue ? `${String(yours)} ${ONLY_ITS_VALUE}` : String(yours),
    isFormula: true,
    kept,
  }));
  const done = `${outcome === "built" ? "Built" : "Updated"} “${name}”`;
  const trouble = orderTrouble(result);
  return (
    <Message
      intent={trouble === null ? "success" : "warning"}
      title={trouble === null ? `${done}.` : `${done}: ${trouble.title}`}
    >
      {trouble?.detail}
      <Notes
        notes={[...keptOrderInWords(result), ...lostInWords(result), ...calculationInWords(result)]}
        warning
      />
      <CellList
        title="Kept what you typed on the sheet:"
        cells={keptInputs.map(({ address, label, shown, asValue }) => ({
          address,
          label,
          content: asValue ? `${shown} ${ONLY_ITS_VALUE}` : shown,
        }))}
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

/** Of a formula such as =RTD(…), which an add-in does not write again, or one of cells that have moved. */
const ONLY_ITS_VALUE = "(only its value: its cell had to move, and the formula could not go along)";

/** Where the order on the finished sheet is none, or is not the one that was previewed. */
function orderTrouble(result: BuildResult): { title: string; detail: string } | null {
  const { order } = result;
  if (order === null || order.state === "same") return null;
  const previewed = order.previewed === null ? "" : ` The preview said: ${order.previewed}.`;
  if (order.state === "error") {
    return {
      title: "its order cannot be used",
      detail:
        `A cell that decides it holds an error. The sheet says: ${inWords(order.headline)}.${previewed} ` +
        "Look for the first error among the inputs and holdings, correct it, then update.",
    };
  }
  if (isKept(result)) return null;
  return {
    title: "its order is not the one previewed",
    detail:
      `The sheet says: ${inWords(order.headline)}.${previewed} ` +
      "The holdings may have changed meanwhile. Compare the two before you trade, then update.",
  };
}

/** What the user typed on the sheet makes another order, as it should. */
function keptOrderInWords(result: BuildResult): string[] {
  const { order } = result;
  if (order?.state !== "other" || !isKept(result)) return [];
  return [`With what was kept from the sheet its order is: ${inWords(order.headline)}.`];
}

function isKept({ keptInputs, changedFormulas }: BuildResult): boolean {
  return keptInputs.length > 0 || changedFormulas.some(({ kept }) => kept);
}

function inWords(headline: string): string {
  return headline === "" ? "nothing" : headline;
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
