import { Button } from "@fluentui/react-button";
import { useEffect, useState } from "react";
import type { BuildProgress } from "../../excel/how-to-build";

interface BusyProps {
  readonly doing: string;
  readonly progress: BuildProgress | null;
  /** null: it cannot be stopped. */
  readonly onCancel: (() => void) | null;
}

/**
 * Nothing at first, because most work is done at once; then a spinner; then how far it is. Where Excel has not begun
 * to write, which it does not while a cell is being edited, the way out comes with the spinner.
 */
export function Busy({ doing, progress, onCancel }: BusyProps) {
  const waited = useElapsed([300, 5000]);
  const [cancelled, setCancelled] = useState(false);
  const cancel = () => {
    setCancelled(true);
    onCancel?.();
  };
  if (waited === 0) return null;
  const hasBegun = progress !== null && progress.done > 0;
  const isLong = waited === 2;
  const mayWait = isLong || (onCancel !== null && !hasBegun);
  return (
    <div className="hs-busy">
      <div className="hs-doing">
        <span className="hs-spinner" aria-hidden="true" />
        <span>{progress ? `${doing}: ${progress.step}` : doing}</span>
      </div>
      {mayWait && (
        <div className="hs-quiet">
          Excel waits while a cell is being edited: press Enter or Esc in it.
          {onCancel && !hasBegun && " Nothing is written yet."}
        </div>
      )}
      {mayWait && onCancel && (
        <div className="hs-row">
          {isLong && <progress value={progress?.done} max={progress?.of} aria-label={doing} />}
          <Button size="small" disabled={cancelled} onClick={cancel}>
            Cancel
          </Button>
        </div>
      )}
      {cancelled && (
        // What waits only to read is gone at once; what Excel was asked to write cannot be taken back.
        <div className="hs-quiet" role="status">
          Cancelled: it ends when Excel has done the step that it is at.
        </div>
      )}
    </div>
  );
}

/** How many of the moments (milliseconds from the first showing) have passed. */
function useElapsed([first, second]: readonly [number, number]): number {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const timers = [setTimeout(() => setPassed(1), first), setTimeout(() => setPassed(2), second)];
    return () => timers.forEach(clearTimeout);
  }, [first, second]);
  return passed;
}
