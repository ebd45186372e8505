import type { Cell, CellType, SelectedCells } from "../../../src/sheet/book/holdings";

/** A selection at B3 of a sheet called Book, typed as Excel would type it: errors are texts such as "#N/A". */
export function selected(
  values: readonly (readonly Cell[])[],
  rest: Partial<Omit<SelectedCells, "values">> = {},
): SelectedCells {
  return {
    sheet: "Book",
    row: 2,
    column: 1,
    values,
    types: values.map((row) => row.map(cellType)),
    numberFormats: values.map((row) => row.map(() => "General")),
    hiddenRows: [],
    notes: [],
    ...rest,
  };
}

function cellType(value: Cell): CellType {
  if (value === "") return "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return /^#(N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!)$/.test(value) ? "Error" : "String";
}
