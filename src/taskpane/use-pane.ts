import { useEffect, useMemo } from "react";
import { actionsOf, type Actions } from "./actions";
import { bookOf, type Book } from "./book";
import { usePaneStore } from "./pane-store";
import type { PaneServices } from "./services";
import type { PaneState, PaneEvent, Step } from "./state";
import { usePreview, type PreviewNow } from "./use-preview";

/** The pane's state, and everything that can be done with it. */
export interface PaneInUse {
  readonly state: PaneState;
  readonly dispatch: (event: PaneEvent) => void;
  readonly book: Book;
  readonly actions: Actions;
  readonly preview: PreviewNow;
}

/** Dragging a selection tells of it many times; the last one counts. */
const SELECTION_SETTLES = 250;

/** The pane at work: reads the selection when it is shown, and listens to what the user selects. */
export function usePane(services: PaneServices): PaneInUse {
  const [state, store] = usePaneStore(services);
  const { now, dispatch } = store;
  const { book, actions } = useMemo(() => {
    const opened = bookOf(store);
    return { book: opened, actions: actionsOf(store, opened) };
  }, [store]);

  useEffect(() => {
    // The user's own contracts first: a book can name them.
    void actions.listSheets().then(() => book.read(null));
    return services.onShown(() => {
      void actions.listSheets().then(() => {
        if (now().step.at === "hedge") book.readIfHoldings().catch(() => null);
        else void book.read(null);
      });
    });
  }, [services, now, book, actions]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const moved = ({ oneCell }: { readonly oneCell: boolean }) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const { step } = now();
        // What was selected during a reading is looked at when that has ended.
        if (step.at === "reading") moved({ oneCell });
        else if (awaitsSelection(step, oneCell)) void book.read(null);
        else dispatch({ type: "selectionMoved", toOneCell: oneCell });
      }, SELECTION_SETTLES);
    };
    const stop = services.onSelectionChanged(moved).catch(() => null);
    return () => {
      clearTimeout(timer);
      void stop.then((end) => end?.());
    };
  }, [services, now, dispatch, book]);

  return { state, dispatch, book, actions, preview: usePreview(state.step, store) };
}

/** Whether a selection is taken without asking: there are no holdings yet that the user has begun to work with. */
function awaitsSelection(step: Step, toOneCell: boolean): boolean {
  if (step.at === "start" || step.at === "refused") return true;
  // A pause in dragging makes a table of the first rows. One cell is where the user corrects what cannot be read.
  return step.at === "columns" && !toOneCell && step.table.choice === step.table.found.choice;
}
