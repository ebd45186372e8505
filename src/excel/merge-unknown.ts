import { cellAddress } from "../sheet/cell-address";
import { isCarrying } from "../sheet/page/carrying-cells";
import type { WorksheetModel } from "../sheet/page/worksheet";
import type { SheetAsBuilt } from "./as-built";
import { contentHash } from "./baseline";
import { carry, typedCell } from "./carry-over";
import { labelsOnSheet } from "./cell-label";
import type { CellContent } from "./cell-text";
import type { ChangedCell } from "./changed-cell";
import { isWritten, placedCells, type PlacedCell } from "./write-worksheet";

/**
 * What the model would be written over, where it is not known what was built: cells of ours that hold something else,
 * and what is in the way of one. Whatever is in no cell's way is left where it is.
 *
 * After an update that was stopped the sheet is a mixture of two builds, about which the user has been asked already:
 * then nothing is listed.
 *
 * @param sheet the sheet, compared with the model as if that had been built
 * @param contents what is to be written; gets null where the sheet's content stays
 */
export function mergeUnknown(
  model: WorksheetModel,
  sheet: SheetAsBuilt,
  keep: boolean,
  moved: boolean,
  contents: (CellContent | null)[][],
): ChangedCell[] {
  const { now } = sheet;
  const known = knownCells(model, sheet);
  const labelAt = labelsOnSheet(now);
  const changed: ChangedCell[] = [];
  now.formulas.forEach((line, row) => {
    line.forEach((content, column) => {
      if (content === "" || known.isOurs(row, column)) return;
      const name = known.nameAt(row, column);
      const inTheWay = model.rows[row]?.[column] ?? null;
      if (name === null && !isWritten(inTheWay)) {
        const target = contents[row];
        if (target && column < target.length) target[column] = null;
        return;
      }
      if (now.isMixture) return;
      const place = known.placeIn(row, column);
      const typed = typedCell(content, now.values[row]?.[column] ?? "");
      const stays = place !== null && place.row === row && place.column === column;
      const at = place?.builtAt ?? cellAddress(row, column);
      const carried = carry(typed, at, sheet, { moved, stays });
      const obstacle =
        place === null
          ? "A cell of the new sheet comes there. Copy it elsewhere first."
          : carried === null
            ? "It refers to cells that have moved."
            : null;
      const kept = keep && obstacle === null;
      const target = place === null ? undefined : contents[place.row];
      if (kept && target && place && carried) target[place.column] = carried.content;
      changed.push({
        address: cellAddress(row, column),
        newAddress: place === null ? null : cellAddress(place.row, place.column),
        name,
        label: labelAt(row, column),
        yours: content,
        ours: (place === null ? inTheWay : model.rows[place.row]?.[place.column])?.content ?? "",
        kept,
        obstacle,
        asValue: carried?.asValue ?? false,
      });
    });
  });
  return changed;
}

/** Where a cell of ours goes. */
interface NewPlace {
  readonly row: number;
  readonly column: number;
  /** Its address on the sheet as built. */
  readonly builtAt: string;
}

/** What is known of the cells of a sheet by their names, and by what is to be built. Rows and columns as they are. */
interface KnownCells {
  /** It holds what is to be built, or what the add-in alone writes, or an input, which has been read. */
  readonly isOurs: (row: number, column: number) => boolean;
  /** The name of a cell of ours; null: it has none. */
  readonly nameAt: (row: number, column: number) => string | null;
  /** null: the new sheet has no such cell. */
  readonly placeIn: (row: number, column: number) => NewPlace | null;
}

function knownCells(model: WorksheetModel, sheet: SheetAsBuilt): KnownCells {
  const { now, baseline } = sheet;
  const placed = new Map<string, PlacedCell>(
    placedCells(model).flatMap((each) => (each.cell.name ? [[each.cell.name, each]] : [])),
  );
  const nameOf = new Map(
    [...now.names].flatMap(([name, address]) => (placed.has(name) ? [[address, name]] : [])),
  );
  const builtRow = new Map(
    model.rows.flatMap((_, row) => {
      const rowNow = sheet.rowNow(row);
      return rowNow === null ? [] : [[rowNow, row] as const];
    }),
  );
  const nameAt = (row: number, column: number) => nameOf.get(cellAddress(row, column)) ?? null;
  return {
    nameAt,
    isOurs(row, column) {
      // The first cell says "not finished" during a build, and a broken reference is nobody's wish.
      if (row === 0 && column === 0) return true;
      const content = now.formulas[row]?.[column];
      if (String(content).includes("#REF!")) return true;
      const name = nameAt(row, column);
      if (name !== null && (isCarrying(name) || placed.get(name)?.cell.input === true)) return true;
      const before = now.pending?.ours[row]?.[column] ?? "";
      if (before !== "" && before === contentHash(content)) return true;
      const built = builtRow.get(row);
      if (built === undefined) return false;
      if (model.rows[built]?.[column]?.stamp === true) return true;
      const hash = baseline?.hashes[built]?.[column] ?? "";
      return hash !== "" && hash === contentHash(sheet.formulas[built]?.[column]);
    },
    placeIn(row, column) {
      const name = nameAt(row, column);
      const named = name === null ? undefined : placed.get(name);
      if (named !== undefined) {
        return { row: named.row, column: named.column, builtAt: sheet.names.get(name ?? "") ?? "" };
      }
      // A cell without a name is known by its place only.
      const isThere = builtRow.get(row) === row && isWritten(model.rows[row]?.[column] ?? null);
      return isThere ? { row, column, builtAt: cellAddress(row, column) } : null;
    },
  };
}
