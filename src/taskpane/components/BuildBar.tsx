import { Button } from "@fluentui/react-button";
import { useEffect, useRef, type FocusEvent, type ReactNode } from "react";
import type { HedgeSheetInfo } from "../../excel/read-hedge-sheet";

interface BuildBarProps {
  /** What the hedge is, or what is missing to say so; read out when it changes. */
  readonly headline: { readonly ready: boolean; readonly text: string };
  readonly sheets: readonly HedgeSheetInfo[];
  /** Id of the sheet to build into; null: a new one. */
  readonly target: string | null;
  readonly busy: boolean;
  readonly onTarget: (id: string | null) => void;
  readonly onBuild: () => void;
  /** What is being done, or was done last. */
  readonly children: ReactNode;
}

/** Always in sight: the hedge in one line, and the button that builds it. */
export function BuildBar(props: BuildBarProps) {
  const { headline, sheets, target, busy, onTarget, onBuild, children } = props;
  const { build, onFocus } = useFocusAfterMessage();
  return (
    <footer className="hs-bar">
      <div className="hs-live" aria-live="polite" onFocus={onFocus}>
        {children}
      </div>
      <div
        className={headline.ready ? "hs-headline" : "hs-headline hs-headline-waiting"}
        aria-live="polite"
        aria-atomic="true"
      >
        {headline.text.replaceAll(" → ", "\u00a0→\u00a0")}
      </div>
      <div className="hs-build" ref={build}>
        <Button appearance="primary" disabledFocusable={busy || !headline.ready} onClick={onBuild}>
          {target === null ? "Build hedge sheet" : "Update hedge sheet"}
        </Button>
        {sheets.length > 0 && (
          <select
            className="hs-select"
            aria-label="Sheet to build"
            value={target ?? ""}
            onChange={(event) => onTarget(event.target.value === "" ? null : event.target.value)}
          >
            <option value="">New sheet</option>
            {sheets.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </div>
    </footer>
  );
}

/** Puts the focus on the button that builds when a message goes away with the button that had it. */
function useFocusAfterMessage() {
  const build = useRef<HTMLDivElement>(null);
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (last.current === null || last.current.isConnected) return;
    last.current = null;
    // Not where the user is in a box meanwhile, or in Excel's cells.
    if (document.activeElement === document.body && document.hasFocus())
      build.current?.querySelector("button")?.focus();
  });
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    last.current = target;
  };
  return { build, onFocus };
}
