import { useMemo, useState } from "react";
import type { PaneServices } from "./services";
import { nextState, START, type PaneEvent, type PaneState, type Trouble } from "./state";

/** What everything in the pane works with. */
export interface PaneStore {
  readonly services: PaneServices;
  /** The state as it is now, also for what ends long after the rendering that began it. */
  readonly now: () => PaneState;
  readonly dispatch: (event: PaneEvent) => void;
  readonly troubleOf: (error: unknown) => Trouble;
}

/** The pane's state, and the store that changes it. */
export function usePaneStore(services: PaneServices): [PaneState, PaneStore] {
  const [state, show] = useState(START);
  const store = useMemo(() => paneStore(services, show), [services]);
  return [state, store];
}

/** A store at its start; `show` is given every new state. */
export function paneStore(services: PaneServices, show: (state: PaneState) => void): PaneStore {
  let current = START;
  return {
    services,
    now: () => current,
    dispatch(event) {
      current = nextState(current, event);
      show(current);
    },
    troubleOf: (error) => ({ problem: services.describeProblem(error), details: services.details(error) }),
  };
}
