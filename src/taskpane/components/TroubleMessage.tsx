import { Button } from "@fluentui/react-button";
import { useState, type ReactNode } from "react";
import type { RangeReference } from "../../excel/read-selection";
import type { Trouble } from "../state";
import { Message } from "./Message";

interface TroubleMessageProps {
  readonly trouble: Trouble;
  readonly onShowCell: ((address: string, sheet: string | null) => void) | null;
  readonly onCopy: (text: string) => Promise<void>;
  /** A range that fits better. */
  readonly offer?: RangeReference | null;
  readonly onUseOffer?: (offer: RangeReference) => void;
  /** Further buttons. */
  readonly children?: ReactNode;
}

/** Codes of what the user can mend: there is nothing to report. */
const EXPECTED = new Set(
  "Holdings HoldingsGone HedgeSheet Protected NotOurs Cancelled TooLarge NoNumber Input".split(" "),
);

/** What happened, why, and what to do next. */
export function TroubleMessage(props: TroubleMessageProps) {
  const { trouble, onShowCell, onCopy, offer, onUseOffer, children } = props;
  const { title, detail, nextStep, code, cell } = trouble.problem;
  const [copied, setCopied] = useState({ trouble, text: "" });

  async function copy() {
    try {
      await onCopy(trouble.details);
      setCopied({ trouble, text: "Copied." });
    } catch {
      setCopied({ trouble, text: trouble.details });
    }
  }

  return (
    <Message intent="warning" title={`${title}.`}>
      {detail} {nextStep}
      <span className="hs-row hs-message-actions">
        {children}
        {offer && onUseOffer && (
          <Button size="small" appearance="primary" onClick={() => onUseOffer(offer)}>
            Use {offer.address}
          </Button>
        )}
        {cell && onShowCell && (
          <Button size="small" onClick={() => onShowCell(cell.address, cell.sheet)}>
            Show cell {cell.address}
          </Button>
        )}
        {!EXPECTED.has(code) && (
          <Button size="small" appearance="transparent" onClick={() => void copy()}>
            Copy details
          </Button>
        )}
        <span aria-live="polite">{copied.trouble === trouble ? copied.text : ""}</span>
      </span>
    </Message>
  );
}
