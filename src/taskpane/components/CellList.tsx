import { Button } from "@fluentui/react-button";

/** A cell of the hedge sheet, in the sheet's own words. */
interface ListedCell {
  /** null: there is no such cell to show. */
  readonly address: string | null;
  /** "" where no label on the sheet says what it is. */
  readonly label: string;
  /** What the user made of it. */
  readonly content: string;
  readonly isFormula?: boolean;
}

interface CellListProps {
  readonly title: string;
  readonly cells: readonly ListedCell[];
  readonly onShow: (address: string) => void;
}

/** More would fill the pane. */
const SHOWN = 8;

/** Cells that something happened to, each with its content and a way to it. */
export function CellList({ title, cells, onShow }: CellListProps) {
  if (cells.length === 0) return null;
  return (
    <div>
      {title}
      <ul className="hs-changes">
        {cells.slice(0, SHOWN).map(({ address, label, content, isFormula }) => (
          <li key={`${label} ${address}`}>
            {label === "" ? "A cell" : label}: {isFormula ? <code>{content}</code> : content}{" "}
            {address !== null && (
              <Button
                className="hs-show"
                size="small"
                appearance="transparent"
                aria-label={label === "" ? undefined : `Show ${address}: ${label}`}
                onClick={() => onShow(address)}
              >
                Show {address}
              </Button>
            )}
          </li>
        ))}
        {cells.length > SHOWN && <li>and {cells.length - SHOWN} more</li>}
      </ul>
    </div>
  );
}
