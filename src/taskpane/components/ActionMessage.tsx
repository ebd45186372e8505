import { Button } from "@fluentui/react-button";
import type { HedgeSheetInfo } from "../../excel/read-hedge-sheet";
import type { Action } from "../state";
import { BuiltMessage } from "./BuiltMessage";
import { Busy } from "./Busy";
import { ChangedCellsMessage } from "./ChangedCellsMessage";
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
      return <BuiltMessage result={action.result} {...props} />;
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
          The sheet is deleted with everything on it; Excel cannot undo that. Formulas on other sheets that
          use its cells will show #REF!. Nothing else changes.
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
      return <ChangedCellsMessage result={action.result} {...props} />;
  }
}
