import { found, HostError } from "./host-error";
import { object, type ObjectClass } from "./object-class";
import { range } from "./range-address";
import { areasOf } from "./range-areas";
import { sheetOf, type Session } from "./session";

/** A sheet's own page breaks between rows; those that Excel finds by itself are not among them. */
export const pageBreakCollection: ObjectClass<"PageBreakCollection"> = {
  items: ({ sheet }, session) => breaksOf(sheet, session).map((row) => object("PageBreak", { sheet, row })),
  call: {
    add: ({ sheet }, [place], session) => {
      const [area] = areasOf(place, sheet, session);
      // Nothing stands before the first row that could be on a page of its own.
      if (!area || area.row === 0) throw new HostError("InvalidArgument");
      const rows = new Set([...breaksOf(sheet, session), area.row]);
      setBreaks(
        sheet,
        [...rows].sort((a, b) => a - b),
        session,
      );
      return object("PageBreak", { sheet, row: area.row });
    },
    getCount: ({ sheet }, _, session) => breaksOf(sheet, session).length,
    getItem: ({ sheet }, [index], session) =>
      object("PageBreak", { sheet, row: found(breaksOf(sheet, session)[Number(index)]) }),
    removePageBreaks: ({ sheet }, _, session) => setBreaks(sheet, [], session),
  },
};

export const pageBreak: ObjectClass<"PageBreak"> = {
  get: { rowIndex: ({ row }) => row, columnIndex: () => 0 },
  call: {
    delete: ({ sheet, row }, _, session) =>
      setBreaks(
        sheet,
        breaksOf(sheet, session).filter((each) => each !== row),
        session,
      ),
    getCellAfterBreak: ({ sheet, row }) => range(sheet, { row, column: 0, rows: 1, columns: 1 }),
  },
};

function breaksOf(sheet: string, session: Session): readonly number[] {
  return found(sheetOf(session, sheet)).pageLayout.breaksBefore;
}

function setBreaks(sheet: string, breaksBefore: readonly number[], session: Session): void {
  const { pageLayout } = found(sheetOf(session, sheet));
  session.engine.setSheet(sheet, { pageLayout: { ...pageLayout, breaksBefore } });
}
