import { Button } from "@fluentui/react-button";
import { useLayoutEffect, useRef, type RefObject } from "react";
import type { HoldingBelow } from "../../sheet/book/rows-below";
import { belowInWords } from "../below-in-words";
import { Notes } from "./Notes";

interface HoldingsBelowProps {
  readonly below: readonly HoldingBelow[];
  readonly busy: boolean;
  readonly onTakeIn: () => void;
  /** Takes the focus over when it would be lost with the button. */
  readonly focusAfter: RefObject<HTMLElement>;
}

/** Holdings that are not hedged because they stand below the range, and what to press to change that. */
export function HoldingsBelow({ below, busy, onTakeIn, focusAfter }: HoldingsBelowProps) {
  const whole = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const shown = whole.current;
    const next = focusAfter.current;
    return () => {
      if (shown?.contains(document.activeElement)) next?.focus();
    };
  }, [focusAfter]);
  const rows = below.filter(({ hasValue }) => hasValue);
  return (
    <div className="hs-below" ref={whole}>
      <Notes notes={belowInWords(below)} warning />
      {rows.length > 0 && (
        <Button size="small" disabledFocusable={busy} onClick={onTakeIn}>
          {rows.length === 1 ? "Take it in" : "Take them in"}
        </Button>
      )}
    </div>
  );
}
