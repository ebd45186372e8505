import { useRef, type KeyboardEvent } from "react";
import type { PaneState } from "../state";

const TABS: readonly { readonly tab: PaneState["tab"]; readonly label: string }[] = [
  { tab: "hedge", label: "Hedge" },
  { tab: "settings", label: "Settings" },
];

interface TabsProps {
  readonly chosen: PaneState["tab"];
  readonly onChoose: (tab: PaneState["tab"]) => void;
}

/** One tab stop; arrow keys move between the tabs, as the ARIA pattern for tabs asks. */
export function Tabs({ chosen, onChoose }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);

  function move(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = TABS.findIndex(({ tab }) => tab === chosen);
    const next = (at + step + TABS.length) % TABS.length;
    onChoose(TABS[next]?.tab ?? chosen);
    list.current?.querySelectorAll("button")[next]?.focus();
  }

  return (
    <div ref={list} role="tablist" aria-label="Parts of Hedgesheet" className="hs-tabs" onKeyDown={move}>
      {TABS.map(({ tab, label }) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`hs-tab-${tab}`}
          className="hs-tab"
          aria-selected={tab === chosen}
          aria-controls="hs-panel"
          tabIndex={tab === chosen ? 0 : -1}
          onClick={() => onChoose(tab)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
