import { CommandType } from "@univerjs/core";
import {
  FormulaCalculationSessionService,
  IActiveDirtyManagerService,
  SetBorderCommand,
  SetRangeValuesMutation,
  SetStyleCommand,
} from "@univerjs/preset-sheets-core";
import type { UniverBook } from "./univer-book";

/** Changes of looks go through the same mutation as changes of content, but calculate nothing. */
const STYLING: ReadonlySet<unknown> = new Set([
  SetStyleCommand.id,
  SetBorderCommand.id,
  "sheet.command.clear-selection-format",
]);

/** A calculation that takes longer is no longer waited for. */
const PATIENCE = 60_000;

/**
 * Waits for calculations. Univer's own wait lasts half a second even when nothing has changed; this one returns at
 * once then. It asks what Univer's trigger asks: does this command make cells dirty?
 */
export function univerSettle(book: UniverBook): () => Promise<void> {
  const session = book.injector.get(FormulaCalculationSessionService);
  const dirtying = book.injector.get(IActiveDirtyManagerService);
  let awaited = 1; // the calculation of the workbook just opened

  book.api.addEvent(book.api.Event.CommandExecuted, ({ id, type, params, options }) => {
    if (type !== CommandType.MUTATION || !dirtying.get(id)) return;
    const { trigger } = (params ?? {}) as { trigger?: string };
    if (id === SetRangeValuesMutation.id && (options?.onlyLocal === true || STYLING.has(trigger))) return;
    awaited = session.state.id + 1;
  });

  const isDone = () => {
    const { id, started, resultApplied, stopped, completed, resultEmitted } = session.state;
    return id >= awaited && started && resultApplied && (stopped || completed || resultEmitted);
  };

  return () =>
    new Promise((resolve) => {
      book.closeBatch();
      if (isDone()) {
        resolve();
        return;
      }
      const finish = () => {
        clearTimeout(timer);
        subscription.unsubscribe();
        resolve();
      };
      const timer = setTimeout(finish, PATIENCE);
      // Results come sheet by sheet, in one go: look again when that is over.
      const subscription = session.state$.subscribe(() => {
        setTimeout(() => {
          if (isDone()) finish();
        }, 0);
      });
    });
}
