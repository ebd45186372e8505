import { Button } from "@fluentui/react-button";
import { useMemo, useRef, type ReactNode } from "react";
import { counted, isAre } from "../../sheet/book/rows-in-words";
import { holdingsBelow } from "../../sheet/book/rows-below";
import { areaInWords } from "../area-in-words";
import type { Step } from "../state";
import { HoldingsBelow } from "./HoldingsBelow";
import { Notes } from "./Notes";
import { Section } from "./Section";

interface HoldingsSectionProps {
  readonly step: Step;
  /** The user has selected something else since the holdings were read. */
  readonly selectionMoved: boolean;
  /** Something is being done to the workbook. */
  readonly busy: boolean;
  readonly onUseSelection: () => void;
  /** Makes the holdings right below the range part of it. */
  readonly onTakeBelow: () => void;
  /** What is wrong with the selection, or that it is being read. */
  readonly children: ReactNode;
}

/** Where the holdings are, and how to take others. */
export function HoldingsSection(props: HoldingsSectionProps) {
  const { step, selectionMoved, busy, onUseSelection, onTakeBelow, children } = props;
  const table = step.at === "columns" || step.at === "hedge" ? step.table : null;
  const area = table ? areaInWords(table.cells) : undefined;
  const below = useMemo(
    () => (step.at === "hedge" ? holdingsBelow(step.table.cells, step.table.choice, step.holdings) : []),
    [step],
  );
  const where = useRef<HTMLDivElement>(null);
  // While the section is closed, what is not hedged goes before where the rest is.
  const folded = below.length > 0 ? `${counted(below.length, "row")} below ${isAre(below)} not hedged` : area;
  return (
    <Section title="1 Holdings" note={folded}>
      {table ? (
        <div ref={where} tabIndex={-1}>
          <span className="hs-address">{area}</span>
          {step.at === "hedge" && ` · ${rowsInWords(step.holdings.rows.length)}`}
          {table.choice.headerRow === null ? " · no header row" : " · header\u00a0row\u00a0✓"}
        </div>
      ) : (
        <div>Select your holdings on the sheet, one row each, with the header row.</div>
      )}
      {table && <Notes notes={[...table.cells.notes, ...(step.at === "hedge" ? step.holdings.notes : [])]} />}
      <div className="hs-live" aria-live="polite">
        {below.length > 0 && (
          <HoldingsBelow below={below} busy={busy} onTakeIn={onTakeBelow} focusAfter={where} />
        )}
      </div>
      <div className="hs-row">
        <Button
          appearance={step.at === "hedge" && !selectionMoved ? "secondary" : "primary"}
          size="small"
          disabledFocusable={step.at === "reading"}
          onClick={onUseSelection}
        >
          Use selection
        </Button>
        {selectionMoved && table && <span className="hs-quiet">You have selected something else.</span>}
      </div>
      <div className="hs-live" aria-live="polite">
        {children}
      </div>
    </Section>
  );
}

function rowsInWords(rows: number): string {
  return rows === 1 ? "1 row" : `${rows.toLocaleString("en-US")} rows`;
}
