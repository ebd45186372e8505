import type { BuildResult, HowToBuild } from "../excel/how-to-build";
import type { Problem } from "../excel/problem";
import type { HedgeSheet, HedgeSheetInfo } from "../excel/read-hedge-sheet";
import type { FollowedRange } from "../excel/follow-range";
import type { RangeReference, ReadCells } from "../excel/read-selection";
import type { ColumnChoice, ColumnDetection } from "../sheet/book/detect-columns";
import type { Holdings, SelectedCells } from "../sheet/book/holdings";
import type { ContractChoice, HedgePlan } from "../sheet/plan/plan";
import type { Preview } from "../sheet/hedge/preview";
import type { RecordedBook } from "../sheet/plan/record";
import type { ContractOption, ContractTraits } from "./contract-options";
import type { Offer } from "./state";
import type { ThemeHints, ThemeWish } from "./theme";

/**
 * What the pane can do. It is given this, so it runs wherever somebody can do it: in Excel, or in a bare browser page.
 */
export interface PaneServices {
  /** The selected cells, or those of a range that was offered instead. */
  readonly readCells: (range: RangeReference | null) => Promise<ReadCells>;
  /** Calls the listener whenever cells of the range may have changed. */
  readonly followRange: (range: RangeReference, listener: () => void) => Promise<FollowedRange>;
  /** Calls the listener whenever the user selects something else. */
  readonly onSelectionChanged: (
    listener: (selected: { readonly oneCell: boolean }) => void,
  ) => Promise<() => Promise<void>>;
  /** Calls the listener whenever the pane is shown again; returns what ends that. */
  readonly onShown: HostPage["onShown"];
  /** Selects a cell or range, so that the user sees it. */
  readonly showCell: (range: RangeReference) => Promise<void>;
  /** The number in the active cell. */
  readonly readActiveNumber: () => Promise<number>;
  /** What fits better than the selection which was refused; null: nothing. */
  readonly offeredInstead: (error: unknown) => Offer | null;

  readonly detectColumns: (cells: SelectedCells) => ColumnDetection;
  /** @throws {HoldingsProblem} if the cells are no holdings with these columns */
  readonly readHoldings: (cells: SelectedCells, choice: ColumnChoice) => Holdings;

  /** Contracts to choose from: the catalogue's, then the user's own. */
  readonly listContracts: () => Promise<readonly ContractOption[]>;
  /** The contract's facts with no market data yet: a price typed for another contract does not fit it. */
  readonly contract: (code: string) => ContractChoice;
  readonly contractTraits: (code: string) => ContractTraits;
  /** What to propose for these holdings; `code` is the contract used last, where there is one. */
  readonly proposePlan: (holdings: Holdings, code: string | null) => HedgePlan;
  /** @throws {DomainError} in the user's terms if there is no such hedge */
  readonly preview: (plan: HedgePlan) => Preview;

  readonly listSheets: () => Promise<readonly HedgeSheetInfo[]>;
  readonly buildSheet: (plan: HedgePlan, how: HowToBuild) => Promise<BuildResult>;
  /**
   * Where a sheet's holdings stood and stand; null: a stopped update has left it without a record.
   *
   * @throws {HoldingsProblem} its record cannot be read
   */
  readonly bookOfSheet: (id: string) => Promise<Pick<OpenedSheet, "builtFrom" | "book"> | null>;
  readonly openSheet: (id: string) => Promise<OpenedSheet>;
  readonly showSheet: (sheet: { readonly name: string }) => Promise<void>;
  readonly removeSheet: (id: string, signal: AbortSignal) => Promise<void>;
  /** Adds a sheet with a table for the user's own contracts; returns its name. */
  readonly insertContractTable: () => Promise<string>;
  /** Adds a sheet with holdings to try the pane with; returns where they are. */
  readonly insertSampleHoldings: () => Promise<RangeReference>;

  readonly describeProblem: (error: unknown) => Problem;
  /** Text for a report about an error, or about this Excel where there is none: versions and codes, no cell values. */
  readonly details: (error: unknown) => string;
  readonly copy: (text: string) => Promise<void>;

  readonly version: string;
  readonly settings: Settings;
  readonly themeHints: HostPage["themeHints"];
}

/** What only the page that Office opened knows. */
export interface HostPage {
  /** Calls the listener whenever the pane is shown again; returns what ends that. */
  readonly onShown: (listener: () => void) => () => void;
  /** Where settings are kept in the browser's storage. */
  readonly storageKey: string;
  readonly themeHints: () => ThemeHints;
}

/** What a hedge sheet was built from, read again. */
export interface OpenedSheet {
  readonly cells: ReadCells;
  readonly choice: ColumnChoice;
  /** Where the holdings stood when the sheet was built. */
  readonly builtFrom: RecordedBook;
  /** Where they stand now, as the sheet's formulas say: what is read here. */
  readonly book: RecordedBook;
  /**
   * The plan with what the inputs on the sheet hold now.
   *
   * @throws {HoldingsProblem} or {DomainError} in the user's terms if the sheet does not say it any more
   */
  readonly planFor: (holdings: Holdings) => HedgePlan;
  /** Those inputs that a plan says too, as they are on the sheet. */
  readonly inputsIn: (plan: HedgePlan) => HedgeSheet["inputs"];
}

/** What the pane remembers between workbooks, on this machine only. */
export interface Settings {
  readonly theme: ThemeWish;
  readonly welcomed: boolean;
  readonly lastContract: string | null;
  save(change: SettingsChange): void;
}

export type SettingsChange = Partial<Pick<Settings, "theme" | "welcomed" | "lastContract">>;
