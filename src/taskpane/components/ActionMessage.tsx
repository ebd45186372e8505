import { Button } from "@fluentui/react-button";
import type { BuildResult } from "../../excel/how-to-build";
import type { HedgeSheetInfo } from "../../excel/read-hedge-sheet";
import type { Action } from "../state";
import { Busy } from "./Busy";
import { Message } from "./Message";
import { TroubleMessage } from "./TroubleMessage";

interface ActionMessageProps {
  readonly action: Action;
  readonly onShowSheet: (sheet: { readonly name: string }) => void;
  readonly onShowCell: (address: string, sheet: string | null) => void;
  readonly onCopy: (text: string) => Promise<void>;
  readonly onCancel: () => void;
  readonly onAnswer: (changedFormulas: "keep" | "replace") => void;
  readonly onConfirmRemove: (sheet: HedgeSheetInfo) => void;
  readonly onDismiss: () => void;
}

/** What is happening to the workbook, or has just happened. */
export function ActionMessage(props: ActionMessageProps) {
  const { action, onDismiss } = props;
  switch (action.kind) {
    case "none":
      return null;
    case "busy":
      return <Busy doing={action.doing} progress={action.progress} onCancel={props.onCancel} />;
    case "built":
      return <Built result={action.result} {...props} />;
    case "removed":
      return (
        <Message intent="success" title={`Removed “${action.name}”.`}>
          The rest of the workbook is as it was.
        </Message>
      );
    case "failed":
      return (
        <TroubleMessage trouble={action.trouble} onShowCell={props.onShowCell} onCopy={props.onCopy}>
          <Button size="small" onClick={onDismiss}>
            Dismiss
          </Button>
        </TroubleMessage>
      );
    case "confirmRemove":
      return (
        <Message intent="warning" title={`Remove “${action.sheet.name}”?`}>
          The sheet is deleted with everything on it. Nothing else changes.
          <span className="hs-row hs-message-actions">
            <Button size="small" appearance="primary" onClick={() => props.onConfirmRemove(action.sheet)}>
              Remove the sheet
            </Button>
            <Button size="small" onClick={onDismiss}>
              Keep it
            </Button>
          </span>
        </Message>
      );
    case "formulasChanged":
      return <FormulasChanged result={action.result} {...props} />;
  }
}

function Built({ result, onShowSheet, onDismiss }: ActionMessageProps & { readonly result: BuildResult }) {
  const { outcome, name, keptInputs, lostInputs, changedFormulas } = result;
  const replaced = changedFormulas.filter(({ kept }) => !kept);
  return (
    <Message intent="success" title={outcome === "built" ? `Built “${name}”.` : `Updated “${name}”.`}>
      {keptInputs.length > 0 &&
        `Kept what you typed on the sheet: ${keptInputs.map((input) => `${input.name} ${input.kept}`).join(", ")}. Open the sheet in the pane to use it here. `}
      {replaced.length > 0 &&
        `Replaced your formulas in ${replaced.map(({ address }) => address).join(", ")}. `}
      {lostInputs.length > 0 &&
        `No place any more for ${lostInputs.map((input) => `${input.name} ${input.value}`).join(", ")}. `}
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

function FormulasChanged(props: ActionMessageProps & { readonly result: BuildResult }) {
  const { result, onAnswer, onDismiss } = props;
  const { changedFormulas, name } = result;
  const shown = changedFormulas.slice(0, 8);
  const obstacles = changedFormulas.filter(({ obstacle }) => obstacle !== null);
  return (
    <Message
      intent="warning"
      title={`You changed ${changedFormulas.length === 1 ? "a formula" : `${changedFormulas.length} formulas`} on “${name}”.`}
    >
      Nothing is written yet.
      <ul className="hs-changes">
        {shown.map(({ address, name: cellName, yours }) => (
          <li key={address}>
            {address}
            {cellName !== null && ` (${cellName})`}: <code>{String(yours)}</code>
          </li>
        ))}
        {changedFormulas.length > shown.length && <li>and {changedFormulas.length - shown.length} more</li>}
      </ul>
      {obstacles.map(({ address, obstacle }) => (
        <span key={address}>
          {address} cannot be kept: {obstacle}{" "}
        </span>
      ))}
      <span className="hs-row hs-message-actions">
        <Button size="small" appearance="primary" onClick={() => onAnswer("keep")}>
          Keep mine
        </Button>
        <Button size="small" onClick={() => onAnswer("replace")}>
          Replace them
        </Button>
        <Button size="small" appearance="subtle" onClick={onDismiss}>
          Do not update
        </Button>
      </span>
    </Message>
  );
}
