import { Button } from "@fluentui/react-button";
import type { ReactNode } from "react";
import { areaInWords } from "../area-in-words";
import type { Step } from "../state";
import { Notes } from "./Notes";
import { Section } from "./Section";

interface HoldingsSectionProps {
  readonly step: Step;
  /** The user has selected something else since the holdings were read. */
  readonly selectionMoved: boolean;
  readonly onUseSelection: () => void;
  /** What is wrong with the selection, or that it is being read. */
  readonly children: ReactNode;
}

/** Where the holdings are, and how to take others. */
export function HoldingsSection({ step, selectionMoved, onUseSelection, children }: HoldingsSectionProps) {
  const table = step.at === "columns" || step.at === "hedge" ? step.table : null;
  return (
    <Section title="1 Holdings" note={table ? areaInWords(table.cells) : undefined}>
      {table ? (
        <div>
          <span className="hs-address">{areaInWords(table.cells)}</span>
          {step.at === "hedge" && ` · ${rowsInWords(step.holdings.rows.length)}`}
          {table.choice.headerRow === null ? " · no header row" : " · header\u00a0row\u00a0✓"}
        </div>
      ) : (
        <div>Select your holdings on the sheet, one row each, with the header row.</div>
      )}
      {table && <Notes notes={[...table.cells.notes, ...(step.at === "hedge" ? step.holdings.notes : [])]} />}
      <div className="hs-row">
        <Button
          appearance={step.at === "hedge" && !selectionMoved ? "secondary" : "primary"}
          size="small"
          disabled={step.at === "reading"}
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
