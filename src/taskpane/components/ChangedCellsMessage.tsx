import { Button } from "@fluentui/react-button";
import type { BuildResult } from "../../excel/how-to-build";
import type { ChangedCell } from "../../excel/changed-cell";
import { CellList } from "./CellList";
import { Message } from "./Message";

interface ChangedCellsMessageProps {
  readonly result: BuildResult;
  readonly onShowCell: (address: string, sheet: string | null) => void;
  readonly onAnswer: (changedFormulas: "keep" | "replace") => void;
  readonly onDismiss: () => void;
}

/** The user changed the hedge sheet beyond its inputs: asks what to do before anything is written. */
export function ChangedCellsMessage(props: ChangedCellsMessageProps) {
  const { result, onShowCell, onAnswer, onDismiss } = props;
  const { changedFormulas, name, unknown } = result;
  const canKeep = changedFormulas.some(({ obstacle }) => obstacle === null);
  const cells = changedFormulas.length === 1 ? "a cell" : `${changedFormulas.length} cells`;
  return (
    <Message
      intent="warning"
      title={
        unknown
          ? `It cannot be told what was built on “${name}”.`
          : `You changed ${cells} on “${name}” that Hedgesheet fills.`
      }
    >
      {unknown &&
        "The file comes from another program, or from an older Hedgesheet. These cells hold something else than " +
          "the update would write; all else that you put there stays. "}
      Nothing is written yet.
      <CellList
        title=""
        cells={changedFormulas.map(({ address, label, yours }) => {
          return { address, label, content: String(yours), isFormula: true };
        })}
        onShow={(address) => onShowCell(address, name)}
      />
      {byObstacle(changedFormulas).map(([obstacle, addresses]) => (
        <div key={obstacle}>
          {addresses.join(", ")} cannot be kept. {obstacle}
        </div>
      ))}
      <span className="hs-row hs-message-actions">
        {canKeep && (
          <Button size="small" appearance="primary" onClick={() => onAnswer("keep")}>
            Keep mine
          </Button>
        )}
        <Button size="small" onClick={() => onAnswer("replace")}>
          {canKeep ? "Replace them" : "Update anyway"}
        </Button>
        <Button size="small" appearance="subtle" onClick={onDismiss}>
          Do not update
        </Button>
      </span>
    </Message>
  );
}

/** What stands against keeping cells, each with the cells that it is about. */
function byObstacle(cells: readonly ChangedCell[]): [obstacle: string, addresses: string[]][] {
  const addresses = new Map<string, string[]>();
  for (const { address, obstacle } of cells) {
    if (obstacle !== null) addresses.set(obstacle, [...(addresses.get(obstacle) ?? []), address]);
  }
  return [...addresses];
}
