import type { Messages } from "./messages";
import { service, type Service } from "./services";

export type RuntimeState = "Inactive" | "Background" | "Visible";

/** Message by which the library hears that its pane was shown or hidden. */
const VISIBILITY_CHANGED = 65539;
const EXCEL_EVENT = 65536;

/** Shows and hides the task pane, on behalf of `Office.addin`. */
export class AppRuntime {
  private current: RuntimeState = "Visible";
  private start: RuntimeState = "Inactive";

  constructor(
    private readonly messages: Messages,
    private readonly onState: (state: RuntimeState) => void,
  ) {}

  get state(): RuntimeState {
    return this.current;
  }

  set(state: RuntimeState): void {
    if (state === this.current) return;
    this.current = state;
    const visibility = state === "Visible" ? "Visible" : "Hidden";
    this.messages.send([EXCEL_EVENT, VISIBILITY_CHANGED, "", JSON.stringify({ visibility }), 0]);
    this.onState(state);
  }

  services(): Service[] {
    return [
      service("Microsoft.AppRuntime.AppRuntimeService", {
        SetAppRuntimeState: ([state]) => this.set(state as RuntimeState),
        GetAppRuntimeState: () => this.current,
      }),
      service("Microsoft.AppRuntime.AppRuntimePersistenceService", {
        SetAppRuntimeStartState: ([state]) => {
          this.start = state as RuntimeState;
        },
        GetAppRuntimeStartState: () => this.start,
      }),
    ];
  }
}
