import { byId } from "./dom";

const MIN_WIDTH = 320;
const START_WIDTH = 350;
const STEP = 10;

/** The task pane: a frame that runs the add-in from the start and is shown when asked for. */
export interface Pane {
  /** Starts the add-in; resolves when its page is loaded. */
  readonly load: () => Promise<void>;
  /** Shows the add-in's page in place of "Starting …". */
  readonly started: () => void;
  readonly open: () => void;
  readonly close: () => void;
  /** Calls the listener whenever the pane is opened or closed, by whoever. */
  readonly onVisibilityChanged: (listener: (visible: boolean) => void) => void;
}

/** Makes the pane, closed. */
export function createPane(title: string, path: string): Pane {
  const pane = byId("pane");
  const frame = document.createElement("iframe");
  const message = document.createElement("p");
  const listeners = new Set<(visible: boolean) => void>();
  byId("pane-title").textContent = title;
  frame.title = title;
  message.className = "pane-message";
  message.setAttribute("role", "status");
  message.textContent = `Starting ${title} …`;
  byId("pane-frame").append(frame, message);
  pane.hidden = false;
  pane.classList.add("closed");
  makeResizable(pane, byId("pane-divider"));

  const setOpen = (open: boolean) => {
    if (open !== pane.classList.contains("closed")) return;
    pane.classList.toggle("closed", !open);
    for (const listener of listeners) listener(open);
  };
  const close = () => {
    setOpen(false);
  };
  byId("pane-close").addEventListener("click", close);
  return {
    load: () =>
      new Promise((resolve) => {
        // The frame has loaded a blank page before.
        frame.addEventListener(
          "load",
          () => {
            resolve();
          },
          { once: true },
        );
        frame.src = path;
      }),
    started: () => {
      message.hidden = true;
    },
    open: () => {
      setOpen(true);
    },
    close,
    onVisibilityChanged: (listener) => {
      listeners.add(listener);
    },
  };
}

function makeResizable(pane: HTMLElement, divider: HTMLElement): void {
  const resize = (width: number) => {
    const clamped = Math.round(Math.min(Math.max(width, MIN_WIDTH), window.innerWidth * 0.6));
    pane.style.width = `${clamped}px`;
    divider.setAttribute("aria-valuenow", String(clamped));
  };
  divider.setAttribute("aria-valuemin", String(MIN_WIDTH));
  resize(START_WIDTH);
  divider.addEventListener("pointerdown", (event) => {
    divider.setPointerCapture(event.pointerId);
    // The frame would swallow the moves.
    pane.classList.add("resizing");
  });
  divider.addEventListener("pointermove", (event) => {
    if (divider.hasPointerCapture(event.pointerId)) resize(window.innerWidth - event.clientX);
  });
  divider.addEventListener("lostpointercapture", () => {
    pane.classList.remove("resizing");
  });
  divider.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
    if (!step) return;
    event.preventDefault();
    resize(pane.getBoundingClientRect().width + step);
  });
}
