import type { Area, Engine } from "../engine/engine";
import type { Host } from "../protocol/host";

declare global {
  interface Window {
    /** For the add-in's frame, which is hosted by this page, and for the browser tests. */
    workbench: {
      readonly engine: Engine;
      readonly host: Host;
      readonly cellRectangle: (cell: Area) => DOMRect | null;
      /** Whether the user is typing in a cell. */
      readonly isEditing: () => boolean;
      /** Called by the frame before Office.js is loaded. */
      readonly hostAddIn: (frame: Window) => void;
    };
  }
}
