import { areaAddress } from "../sheet/cell-address";
import type { SelectedCells } from "../sheet/book/holdings";

/** Where the cells are, for reading: Holdings!A1:G25. */
export function areaInWords({ sheet, row, column, values }: SelectedCells): string {
  const columns = values[0]?.length ?? 1;
  return `${sheet}!${areaAddress({ row, column, rows: values.length, columns })}`;
}
