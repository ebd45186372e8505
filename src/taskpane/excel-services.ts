import { DomainError } from "../calc/errors";
import { buildHedgeSheet } from "../excel/build-hedge-sheet";
import { followRange } from "../excel/follow-range";
import { insertContractTable, readOwnContracts, type OwnContract } from "../excel/own-contracts";
import { describeProblem, details } from "../excel/problem";
import type { Previewed } from "../excel/order-on-sheet";
import { listHedgeSheets, readHedgeSheet, type HedgeSheet } from "../excel/read-hedge-sheet";
import { readActiveNumber } from "../excel/read-number";
import {
  HedgeSheetSelected,
  onSelectionChanged,
  readRange,
  readSelection,
  SelectionProblem,
  showCell,
  type RangeReference,
} from "../excel/read-selection";
import { removeHedgeSheet } from "../excel/remove-hedge-sheet";
import { insertSampleHoldings } from "../excel/sample-holdings";
import { showSheet } from "../excel/show-sheet";
import { buildWorksheet } from "../sheet/page/build-worksheet";
import { defaultPlan } from "../sheet/plan/contract-choice";
import { areaAddress } from "../sheet/cell-address";
import { detectColumns, type ColumnChoice } from "../sheet/book/detect-columns";
import type { Holdings, SelectedCells } from "../sheet/book/holdings";
import { inputsTaken } from "../sheet/page/inputs-taken";
import { groupsOf } from "../sheet/plan/groups";
import type { HedgePlan } from "../sheet/plan/plan";
import { previewHedge } from "../sheet/hedge/preview-hedge";
import { readHoldings } from "../sheet/book/read-holdings";
import { bookFromRecord, planFromRecord, RecordProblem, type RecordedBook } from "../sheet/plan/record";
import { contractFacts, contractOptions, contractTraits } from "./contract-options";
import { proposedCodes, usualCode } from "./proposed-contracts";
import type { HostPage, OpenedSheet, PaneServices } from "./services";
import { storedSettings } from "./settings";
import { todaySerial } from "./typed-number";

declare const HEDGESHEET_VERSION: string;

/** The services in Excel: what the pane can do, done with the workbook. */
export function excelServices(page: HostPage): PaneServices {
  /** As last read; the pane lists the contracts before it needs one. */
  let own: readonly OwnContract[] = [];
  const today = () => todaySerial(new Date());
  const worksheetOf = (plan: HedgePlan) =>
    buildWorksheet(plan, { version: HEDGESHEET_VERSION, today: today() });

  return {
    readCells: (range) => (range ? readRange(range) : readSelection()),
    followRange,
    onSelectionChanged,
    onShown: page.onShown,
    showCell,
    readActiveNumber,
    offeredInstead(error) {
      if (error instanceof HedgeSheetSelected) return { sheet: error.sheet };
      if (!(error instanceof SelectionProblem)) return null;
      return error.offer && { range: error.offer };
    },
    detectColumns,
    readHoldings,

    async listContracts() {
      own = await readOwnContracts();
      return contractOptions(own);
    },
    contract: (code) => contractFacts(code, own, today()),
    contractTraits: (code) => contractTraits(code, own),
    proposePlan(holdings, code) {
      const usual = usualCode(holdings, own, code);
      const [first = contractFacts(usual, own, today()), ...others] = proposedCodes(holdings, own, usual).map(
        (each) => contractFacts(each, own, today()),
      );
      return { ...defaultPlan(holdings, first, today()), contracts: [first, ...others] };
    },
    preview: previewHedge,

    listSheets: listHedgeSheets,
    buildSheet: (plan, how) => {
      const about = { holdingsOn: plan.holdings.sheet, previewed: previewedOrder(plan) };
      return buildHedgeSheet(worksheetOf(plan), { ...how, ...about });
    },
    async bookOfSheet(id) {
      const sheet = await readHedgeSheet(id);
      // An update that was stopped may have left anything there: the next one repairs it.
      try {
        return bookOf(sheet);
      } catch (error) {
        if (sheet.unfinished && error instanceof RecordProblem) return null;
        throw error;
      }
    },
    async openSheet(id) {
      const sheet = await readHedgeSheet(id);
      const { record, inputs } = sheet;
      const { builtFrom, book } = bookOf(sheet);
      const cells = await readRange(rangeOfBook(book));
      const planFor = (holdings: Holdings) => planFromRecord(record, inputs, holdings);
      const inputsIn = (plan: HedgePlan) => {
        try {
          return inputsTaken(inputs, worksheetOf(plan));
        } catch (error) {
          // A plan that makes no sheet, as with a price of 0: the pane shows it, and what is wrong with it.
          if (error instanceof DomainError) return inputs;
          throw error;
        }
      };
      return { cells, choice: choiceOfBook(book, cells), builtFrom, book, planFor, inputsIn };
    },
    showSheet: ({ name }) => showSheet(name),
    removeSheet: removeHedgeSheet,
    insertContractTable,
    insertSampleHoldings,

    describeProblem,
    details,
    copy: (text) => navigator.clipboard.writeText(text),
    version: HEDGESHEET_VERSION,
    settings: storedSettings(page.storageKey),
    themeHints: page.themeHints,
  };
}

/** What the preview says to trade, for the finished sheet to be compared with. */
function previewedOrder(plan: HedgePlan): Previewed {
  const { groups, headline } = previewHedge(plan);
  const contracts = groupsOf(plan).flatMap(({ suffix, smallerSuffix }, index) => {
    const { trade = 0, tradeSmaller = 0 } = groups[index] ?? {};
    const large = [`ContractsToTrade_${suffix}`, trade] as const;
    return smallerSuffix === null
      ? [large]
      : [large, [`ContractsToTrade_${smallerSuffix}`, tradeSmaller] as const];
  });
  return { contracts: Object.fromEntries(contracts), headline };
}

/** Where the holdings stood when the sheet was built, and where its formulas find them now. */
function bookOf(sheet: HedgeSheet): Pick<OpenedSheet, "builtFrom" | "book"> {
  const builtFrom = bookFromRecord(sheet.record);
  return { builtFrom, book: { ...builtFrom, ...sheet.bookNow } };
}

/** The rows of the holdings with the one above them, which holds the headers. */
function rangeOfBook({ sheet, firstRow, lastRow, columns }: RecordedBook): RangeReference {
  const used = Object.values(columns);
  const [row, column] = [Math.max(0, firstRow - 1), Math.min(...used)];
  const area = { row, column, rows: lastRow - row + 1, columns: Math.max(...used) - column + 1 };
  return { sheet, address: areaAddress(area) };
}

function choiceOfBook({ firstRow, columns }: RecordedBook, cells: SelectedCells): ColumnChoice {
  const offsets = Object.entries(columns).map(([role, column]) => [role, column - cells.column] as const);
  return {
    headerRow: firstRow > cells.row ? firstRow - cells.row - 1 : null,
    columns: Object.fromEntries(offsets),
  };
}
