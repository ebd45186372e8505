import type { Area, Engine, Sheet } from "../engine/engine";
import { HostError } from "./host-error";

/** What an Excel with one open workbook holds besides the cells. */
export interface Session {
  readonly engine: Engine;
  /** Document settings: key → JSON text. One store, whether read through Office or through Excel. */
  readonly settings: Map<string, string>;
  readonly customXml: { id: string; xml: string }[];
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual";
  workbookProtected: boolean;
  readonly worksheetProperties: Map<string, Map<string, string>>;
  /** Conditional formats, charts and tables that are being built: see their files. */
  nextId: () => number;
  /** Tells the add-in's event handlers. */
  readonly raise: (event: WorkbookEvent) => void;
}

/** What the add-in can listen to, in Excel's terms. */
export type WorkbookEvent =
  | {
      readonly type: "changed";
      readonly area: Area;
      readonly changeType: `${Excel.DataChangeType}`;
      readonly by: "user" | "add-in";
    }
  | { readonly type: "selectionChanged"; readonly areas: readonly Area[] }
  | { readonly type: "activated"; readonly sheet: string }
  | { readonly type: "deactivated"; readonly sheet: string }
  | { readonly type: "added"; readonly sheet: string }
  | { readonly type: "deleted"; readonly sheet: string }
  | { readonly type: "calculated"; readonly sheet: string };

export function sheetOf(session: Session, id: string): Sheet | undefined {
  return session.engine.sheets().find((sheet) => sheet.id === id);
}

/** Refuses to bring a hidden sheet to the front. */
export function requireVisible(sheet: string, session: Session): void {
  if (sheetOf(session, sheet)?.visibility !== "Visible") throw new HostError("InvalidOperation");
}

/** Makes a sheet the active one and tells of both. */
export function activate(session: Session, sheet: string): void {
  const before = session.engine.activeSheet();
  if (before === sheet) return;
  session.engine.activate(sheet);
  session.raise({ type: "deactivated", sheet: before });
  session.raise({ type: "activated", sheet });
}
