import { intersection } from "../engine/address";
import type { Area } from "../engine/engine";
import { found, HostError } from "./host-error";
import { object, type HostObject, type ObjectClass } from "./object-class";
import { requireUnlocked, requireUnprotected } from "./protected-cells";
import { addressOf, resolveAddress } from "./range-address";
import { activate, requireVisible, type Session } from "./session";
import { usedRange } from "./used-range";

/** Several areas of one sheet, as one object. */
export const rangeAreas: ObjectClass<"RangeAreas"> = {
  get: {
    address: (areas, session) => areas.map((area) => addressOf(area, session)).join(","),
    addressLocal: (areas, session) => areas.map((area) => addressOf(area, session)).join(","),
    areaCount: ({ length }) => length,
    cellCount: (areas) => areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0),
  },
  navigate: {
    areas: (areas) => object("RangeCollection", areas),
    format: (areas) => object("RangeFormat", areas),
    worksheet: (areas) => object("Worksheet", { sheet: found(areas[0]).sheet }),
    dataValidation: (areas) => object("DataValidation", areas),
    conditionalFormats: (areas) => object("ConditionalFormatCollection", areas),
  },
  call: {
    clear: (areas, [applyTo], session) => {
      requireUnlocked(areas, session);
      if (applyTo !== "Contents") for (const { sheet } of areas) requireUnprotected(sheet, session);
      const contents = applyTo === undefined || applyTo === "All" || applyTo === "Contents";
      const formats = applyTo === undefined || applyTo === "All" || applyTo === "Formats";
      for (const area of areas) session.engine.clear(area, { contents, formats });
    },
    select: (areas, _, session) => {
      requireVisible(found(areas[0]).sheet, session);
      activate(session, found(areas[0]).sheet);
      session.engine.select(areas);
      session.raise({ type: "selectionChanged", areas });
    },
    getIntersection: (areas, [other], session) => {
      const common = intersections(areas, other, session);
      if (common.length === 0) throw new HostError("ItemNotFound");
      return object("RangeAreas", common);
    },
    getIntersectionOrNullObject: (areas, [other], session) => orNull(intersections(areas, other, session)),
    getUsedRangeAreas: (areas, _, session) => {
      const used = usedParts(areas, session);
      if (used.length === 0) throw new HostError("ItemNotFound");
      return object("RangeAreas", used);
    },
    getUsedRangeAreasOrNullObject: (areas, _, session) => orNull(usedParts(areas, session)),
  },
};

export const rangeCollection: ObjectClass<"RangeCollection"> = {
  items: (areas) => areas.map((area) => object("Range", area)),
  call: {
    getCount: ({ length }) => length,
    getItemAt: (areas, [index]) => object("Range", found(areas[Number(index)])),
  },
};

function orNull(areas: readonly Area[]): HostObject<"RangeAreas"> | null {
  return areas.length > 0 ? object("RangeAreas", areas) : null;
}

function usedParts(areas: readonly Area[], session: Session): Area[] {
  return areas.flatMap((area) => usedRange(area, session)?.state ?? []);
}

function intersections(areas: readonly Area[], other: unknown, session: Session): Area[] {
  const others = areasOf(other, found(areas[0]).sheet, session);
  return areas.flatMap((area) =>
    others.flatMap((second) => {
      const common = second.sheet === area.sheet ? intersection(area, second) : null;
      return common ? { sheet: area.sheet, ...common } : [];
    }),
  );
}

/** A range, several areas, or their address. */
export function areasOf(given: unknown, sheet: string, session: Session): readonly Area[] {
  if (typeof given === "string") {
    return given.split(",").map((part) => {
      const area = resolveAddress(part.trim(), sheet, session);
      if (area?.sheet !== sheet) throw new HostError("InvalidArgument");
      return area;
    });
  }
  const { state } = given as HostObject<"Range"> | HostObject<"RangeAreas">;
  return Array.isArray(state) ? (state as readonly Area[]) : [state as Area];
}
