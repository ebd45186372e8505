import { formatA1 } from "../engine/address";
import type { Area } from "../engine/engine";
import { object, type AnyObject } from "../workbook/object-class";
import type { WorkbookEvent } from "../workbook/session";
import type { Messages } from "./messages";
import type { References } from "./references";

/** The library's numbers for Excel's events. */
const EVENT_TYPE = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
} as const satisfies Record<WorkbookEvent["type"], number>;

/** How the library asks for an event: _Register…Event or _Unregister…Event with this between. */
const BY_METHOD: Readonly<Record<string, WorkbookEvent["type"] | undefined>> = {
  DataChanged: "changed",
  Activated: "activated",
  Deactivated: "deactivated",
  Added: "added",
  SelectionChanged: "selectionChanged",
  Deleted: "deleted",
  Calculated: "calculated",
};

/** Category of the messages that carry Excel's events. */
const EXCEL_EVENT = 65536;
/** The target of an event that is registered on a collection instead of on one sheet. */
const WHOLE_WORKBOOK = "Workbook";
/** So many events can still be asked for their range; handlers ask at once, if at all. */
const MOST_RANGES = 100;

/** Who listens to what, and how it is told. */
export class Events {
  private readonly registered = new Set<string>();
  private readonly ranges: string[] = [];

  constructor(
    private readonly messages: Messages,
    private readonly references: References,
  ) {}

  /** Switches an event on or off if the method is one that does so. */
  register(owner: AnyObject, method: string): boolean {
    const match = /^_(Register|Unregister)(\w+)Event$/.exec(method);
    const type = match && BY_METHOD[match[2] ?? ""];
    if (!type) return false;
    const target = owner.type === "Worksheet" ? owner.state.sheet : WHOLE_WORKBOOK;
    if (match[1] === "Register") this.registered.add(`${type} ${target}`);
    else this.registered.delete(`${type} ${target}`);
    return true;
  }

  raise(event: WorkbookEvent): void {
    const sheet = sheetOf(event);
    for (const target of [sheet, WHOLE_WORKBOOK]) {
      if (!this.registered.has(`${event.type} ${target}`)) continue;
      const text = JSON.stringify(this.payload(event, sheet));
      this.messages.send([EXCEL_EVENT, EVENT_TYPE[event.type], target, text, 0]);
    }
  }

  private payload(event: WorkbookEvent, worksheetId: string): Record<string, unknown> {
    switch (event.type) {
      case "changed":
        return {
          address: formatA1(event.area),
          changeType: event.changeType,
          shiftDirection: "None",
          source: "Local",
          triggerSource: event.by === "add-in" ? "ThisLocalAddin" : "Unknown",
          worksheetId,
          referenceId: this.keepRange(event.area),
        };
      case "selectionChanged":
        return { address: event.areas.map((area) => formatA1(area)).join(","), worksheetId };
      case "added":
      case "deleted":
        return { source: "Local", worksheetId };
      default:
        return { worksheetId };
    }
  }

  private keepRange(area: Area): string {
    const id = this.references.keep(object("Range", area));
    this.ranges.push(id);
    if (this.ranges.length > MOST_RANGES) this.references.drop(this.ranges.splice(0, 1));
    return id;
  }
}

function sheetOf(event: WorkbookEvent): string {
  if ("sheet" in event) return event.sheet;
  const area: Area | undefined = "area" in event ? event.area : event.areas[0];
  return area?.sheet ?? "";
}
