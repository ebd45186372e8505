import { Button } from "@fluentui/react-button";
import type { HedgeSheetInfo } from "../../excel/read-hedge-sheet";
import { Section } from "./Section";

interface SheetsSectionProps {
  readonly sheets: readonly HedgeSheetInfo[];
  readonly busy: boolean;
  readonly onShow: (sheet: HedgeSheetInfo) => void;
  readonly onOpen: (sheet: HedgeSheetInfo) => void;
  readonly onRemove: (sheet: HedgeSheetInfo) => void;
}

/** The hedge sheets of this workbook. */
export function SheetsSection({ sheets, busy, onShow, onOpen, onRemove }: SheetsSectionProps) {
  if (sheets.length === 0) return null;
  return (
    <Section title="Hedge sheets" note={`${sheets.length} in this workbook`}>
      <ul className="hs-sheets">
        {sheets.map((sheet) => (
          <li key={sheet.id}>
            <div className="hs-address">{sheet.name}</div>
            {sheet.unfinished && (
              <div className="hs-quiet">Only half written: build it again, or remove it.</div>
            )}
            <div className="hs-row">
              <Button size="small" aria-label={`Show ${sheet.name}`} onClick={() => onShow(sheet)}>
                Show
              </Button>
              <Button
                size="small"
                aria-label={`Open in the pane: ${sheet.name}`}
                disabledFocusable={busy}
                onClick={() => onOpen(sheet)}
              >
                Open in the pane
              </Button>
              <Button
                size="small"
                appearance="subtle"
                aria-label={`Remove ${sheet.name}`}
                disabledFocusable={busy}
                onClick={() => onRemove(sheet)}
              >
                Remove
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
