import { HostError } from "./host-error";
import { object, type HostObject, type ObjectClass } from "./object-class";
import { range } from "./range-address";
import type { Session } from "./session";

export const workbook: ObjectClass<"Workbook"> = {
  get: {
    name: () => "Book1.xlsx",
    isDirty: () => true,
    readOnly: () => false,
  },
  navigate: {
    application: () => object("Application", {}),
    worksheets: () => object("WorksheetCollection", {}),
    names: () => object("NamedItemCollection", { scope: null }),
    tables: () => object("TableCollection", { sheet: null }),
    settings: () => object("SettingCollection", {}),
    customXmlParts: () => object("CustomXmlPartCollection", {}),
    protection: () => object("WorkbookProtection", {}),
  },
  call: {
    getSelectedRange: (_, __, session) => selectedRange(session),
    getSelectedRanges: (_, __, session) => object("RangeAreas", session.engine.selection()),
    getActiveCell: (_, __, session) => {
      const area = session.engine.selection()[0];
      if (!area) throw new HostError("GeneralException");
      return range(area.sheet, { ...area, rows: 1, columns: 1 });
    },
  },
};

/** Excel refuses a selection of several areas here: `getSelectedRanges` is for those. */
function selectedRange({ engine }: Session): HostObject<"Range"> {
  const [area, ...others] = engine.selection();
  if (!area || others.length > 0) throw new HostError("InvalidSelection");
  return object("Range", area);
}

export const workbookProtection: ObjectClass<"WorkbookProtection"> = {
  get: { protected: (_, { workbookProtected }) => workbookProtected },
  call: {
    protect: (_, __, session) => {
      session.workbookProtected = true;
    },
    unprotect: (_, __, session) => {
      session.workbookProtected = false;
    },
  },
};

export const application: ObjectClass<"Application"> = {
  get: {
    calculationMode: (_, { calculationMode }) => calculationMode,
    calculationState: () => "Done",
    decimalSeparator: () => ".",
    thousandsSeparator: () => ",",
  },
  set: {
    calculationMode: (_, mode, session) => {
      session.calculationMode = mode;
    },
  },
  call: {
    // The engine calculates before anything is read; there is nothing to hold back or to hurry.
    calculate: () => undefined,
    suspendApiCalculationUntilNextSync: () => undefined,
    suspendScreenUpdatingUntilNextSync: () => undefined,
  },
};
