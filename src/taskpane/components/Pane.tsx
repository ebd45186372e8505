import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import type { HowToBuild } from "../../excel/how-to-build";
import type { HedgeSheetInfo } from "../../excel/read-hedge-sheet";
import type { RangeReference } from "../../excel/read-selection";
import { areaAddress, cellAddress } from "../../sheet/cell-address";
import type { Holdings } from "../../sheet/holdings";
import type { HedgePlan } from "../../sheet/plan";
import { contractForm, formOf, keepTyped, withPrice, type HedgeForm } from "../hedge-form";
import type { BoxName } from "../form-boxes";
import { followBook, withBookBeta } from "../hedge-with";
import { previewOf, type Shown } from "../preview-state";
import type { ContractOption } from "../contract-options";
import { readForm } from "../read-form";
import type { PaneServices } from "../services";
import { formIn, nextState, START, type Step, type Table, type Trouble } from "../state";
import type { ThemeWish } from "../theme";
import { ActionMessage } from "./ActionMessage";
import { BuildBar } from "./BuildBar";
import { Busy } from "./Busy";
import { ColumnsSection } from "./ColumnsSection";
import { HedgeSection } from "./HedgeSection";
import { HoldingsSection } from "./HoldingsSection";
import { PreviewSection } from "./PreviewSection";
import { SettingsTab } from "./SettingsTab";
import { SheetsSection } from "./SheetsSection";
import { Tabs } from "./Tabs";
import { TroubleMessage } from "./TroubleMessage";
import { WelcomeCard } from "./WelcomeCard";

const NO_PROBLEMS: ReadonlyMap<BoxName, string> = new Map();

type Rows = Pick<Holdings, "sheet" | "firstRow" | "lastRow">;

function sameRows(some: Rows, others: Rows): boolean {
  return some.sheet === others.sheet && some.firstRow === others.firstRow && some.lastRow === others.lastRow;
}

interface PaneProps {
  readonly services: PaneServices;
  readonly theme: ThemeWish;
  readonly onTheme: (theme: ThemeWish) => void;
}

/** The whole pane: holds the state, asks the services, shows the parts. */
export function Pane({ services, theme, onTheme }: PaneProps) {
  const [state, dispatch] = useReducer(nextState, START);
  const [options, setOptions] = useState<readonly ContractOption[]>([]);
  const [welcomed, setWelcomed] = useState(services.settings.welcomed);
  const [selectionMoved, setSelectionMoved] = useState(false);
  const building = useRef<AbortController | null>(null);
  const readings = useRef(0);
  /** Worksheet of the holdings read last. */
  const bookSheet = useRef<string | null>(null);
  const { step, action, sheets, target } = state;
  /** For what runs later: an event of Excel finds the step as it is then. */
  const stepNow = useRef(step);
  useEffect(() => {
    stepNow.current = step;
  }, [step]);

  const troubleOf = useCallback(
    (error: unknown): Trouble => ({
      problem: services.describeProblem(error),
      details: services.details(error),
    }),
    [services],
  );

  /** Reads the holdings as the table says; what the user has typed stays. */
  const takeTable = useCallback(
    (table: Table, typed: HedgeForm | null, contracts: "propose" | "keep") => {
      try {
        const holdings = services.readHoldings(table.cells, table.choice);
        if (typed && contracts === "keep") {
          dispatch({ type: "holdingsRead", table, holdings, form: followBook(typed, holdings) });
          return;
        }
        const code = typed?.contracts[0]?.facts.code ?? services.settings.lastContract;
        const proposed = formOf(services.proposePlan(holdings, code), services.contractTraits);
        const form = typed ? followBook(keepTyped(typed, proposed, holdings), holdings) : proposed;
        dispatch({ type: "holdingsRead", table, holdings, form });
      } catch (error) {
        dispatch({ type: "columnsFailed", table, trouble: troubleOf(error) });
      }
    },
    [services, troubleOf],
  );

  const read = useCallback(
    async (range: RangeReference | null) => {
      const reading = ++readings.current;
      const typed = formIn(stepNow.current);
      setSelectionMoved(false);
      dispatch({ type: "readingStarted" });
      try {
        const cells = await services.readCells(range);
        if (reading !== readings.current) return;
        const found = services.detectColumns(cells);
        takeTable({ cells, found, choice: found.choice }, typed, "propose");
        // Other cells of the same sheet are likely the same book, grown; of another sheet, another book.
        if (cells.sheet !== bookSheet.current) dispatch({ type: "targetChosen", target: null });
        bookSheet.current = cells.sheet;
      } catch (error) {
        if (reading !== readings.current) return;
        dispatch({ type: "readingFailed", trouble: troubleOf(error), offer: services.offeredInstead(error) });
      }
    },
    [services, takeTable, troubleOf],
  );

  /** Takes the selection over if it holds holdings; otherwise the hedge in the pane stays. */
  const readIfHoldings = useCallback(async () => {
    const cells = await services.readCells(null);
    const found = services.detectColumns(cells);
    services.readHoldings(cells, found.choice);
    await read(null);
  }, [services, read]);

  const listSheets = useCallback(async () => {
    try {
      dispatch({ type: "sheetsListed", sheets: await services.listSheets() });
      setOptions(await services.listContracts());
    } catch (error) {
      dispatch({ type: "actionChanged", action: { kind: "failed", trouble: troubleOf(error) } });
    }
  }, [services, troubleOf]);

  useEffect(() => {
    void read(null);
    void listSheets();
    return services.onShown(() => {
      if (stepNow.current.at === "hedge") readIfHoldings().catch(() => null);
      else void read(null);
      void listSheets();
    });
  }, [services, read, readIfHoldings, listSheets]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const moved = () => {
      clearTimeout(timer);
      // Dragging a selection fires many times; the last one counts.
      timer = setTimeout(() => {
        if (["start", "refused"].includes(stepNow.current.at)) void read(null);
        else setSelectionMoved(true);
      }, 250);
    };
    const stop = services.onSelectionChanged(moved).catch(() => null);
    return () => {
      clearTimeout(timer);
      void stop.then((end) => end?.());
    };
  }, [services, read]);

  const reading = useMemo(() => (step.at === "hedge" ? readForm(step.form, step.holdings) : null), [step]);
  const settled = useSettled(reading, 250);
  const shown = useMemo(
    () => (settled ? previewOf(settled, services, troubleOf) : null),
    [settled, services, troubleOf],
  );
  const problems = reading?.ok === false ? reading.problems : NO_PROBLEMS;
  const busy = action.kind === "busy";

  async function run(
    doing: string,
    work: (how: Required<Pick<HowToBuild, "signal" | "onProgress">>) => Promise<void>,
  ) {
    const controller = new AbortController();
    building.current = controller;
    dispatch({ type: "actionChanged", action: { kind: "busy", doing, progress: null } });
    try {
      await work({
        signal: controller.signal,
        onProgress: (progress) => dispatch({ type: "progressed", progress }),
      });
    } catch (error) {
      dispatch({ type: "actionChanged", action: { kind: "failed", trouble: troubleOf(error) } });
    }
    await listSheets();
  }

  function build(changedFormulas: HowToBuild["changedFormulas"]) {
    if (reading?.ok !== true) return;
    void run(target ? "Updating the hedge sheet" : "Building the hedge sheet", async (how) => {
      const seen = target?.inputsSeen ? { inputsSeen: target.inputsSeen } : {};
      const into = target?.id ?? null;
      const plan = (into === null ? null : await planForBookNow(into)) ?? reading.plan;
      const result = await services.buildSheet(plan, { into, changedFormulas, ...seen, ...how });
      if (result.outcome !== "asked") {
        dispatch({ type: "targetChosen", target: { id: result.id, inputsSeen: null } });
      }
      services.settings.save({ lastContract: plan.contracts[0]?.code ?? null });
      const kind = result.outcome === "asked" ? "formulasChanged" : "built";
      dispatch({ type: "actionChanged", action: { kind, result } });
    });
  }

  /**
   * The pane's plan with the holdings as they are now. Rows that were put into the book since the sheet was built, or
   * taken out of it, are followed as the sheet's formulas follow them.
   *
   * @returns null where the user has chosen other cells since: those count
   */
  async function planForBookNow(id: string): Promise<HedgePlan | null> {
    if (step.at !== "hedge") return null;
    const { holdings, table, form } = step;
    const opened = await services.openSheet(id).catch(() => null);
    if (opened === null || !sameRows(opened.builtFrom, holdings)) return null;
    const { sheet, firstRow, lastRow } = opened.book;
    const row = firstRow - (holdings.firstRow - table.cells.row);
    const { column, values } = table.cells;
    const area = { row, column, rows: lastRow - row + 1, columns: values[0]?.length ?? 1 };
    const cells = await services.readCells({ sheet, address: areaAddress(area) });
    const now = services.readHoldings(cells, table.choice);
    const typed = followBook(form, now);
    dispatch({ type: "holdingsRead", table: { ...table, cells }, holdings: now, form: typed });
    bookSheet.current = sheet;
    const again = readForm(typed, now);
    return again.ok ? again.plan : null;
  }

  /** Takes a hedge sheet's plan into the pane, with what was typed on the sheet since. */
  async function open({ id }: HedgeSheetInfo) {
    const opened = await services.openSheet(id);
    readings.current++;
    const table = { cells: opened.cells, found: services.detectColumns(opened.cells), choice: opened.choice };
    const holdings = services.readHoldings(opened.cells, opened.choice);
    const plan = opened.planFor(holdings) ?? services.proposePlan(holdings, null);
    dispatch({ type: "holdingsRead", table, holdings, form: formOf(plan, services.contractTraits) });
    dispatch({ type: "targetChosen", target: { id, inputsSeen: opened.inputsIn(plan) } });
    bookSheet.current = opened.cells.sheet;
  }

  function remove(sheet: HedgeSheetInfo) {
    void run("Removing the hedge sheet", async ({ signal }) => {
      await services.removeSheet(sheet.id, signal);
      dispatch({ type: "actionChanged", action: { kind: "removed", name: sheet.name } });
    });
  }

  function attempt(work: Promise<unknown>) {
    work.catch((error: unknown) =>
      dispatch({ type: "actionChanged", action: { kind: "failed", trouble: troubleOf(error) } }),
    );
  }

  async function pickPrice(index: number) {
    const price = await services.readActiveNumber();
    const { current } = stepNow;
    if (current.at !== "hedge") return;
    dispatch({ type: "formChanged", form: withPrice(current.form, index, price) });
  }

  const sheetOfCells = step.at === "hedge" || step.at === "columns" ? step.table.cells.sheet : "";
  const showCell = (address: string, sheet: string | null) =>
    attempt(services.showCell({ sheet: sheet ?? sheetOfCells, address }));
  const dismissWelcome = () => {
    services.settings.save({ welcomed: true });
    setWelcomed(true);
  };

  return (
    <div className="hs-pane">
      <header className="hs-header">
        <h1>Hedgesheet</h1>
        <Tabs
          chosen={state.tab}
          onChoose={(tab) => {
            dispatch({ type: "tabChosen", tab });
            void listSheets();
          }}
        />
      </header>
      <main className="hs-main" id="hs-panel" role="tabpanel" aria-labelledby={`hs-tab-${state.tab}`}>
        {state.tab === "hedge" ? (
          <>
            {!welcomed && (
              <WelcomeCard
                onSkip={dismissWelcome}
                onUseSelection={() => {
                  dismissWelcome();
                  void read(null);
                }}
                onSample={() => {
                  dismissWelcome();
                  attempt(services.insertSampleHoldings().then(read));
                }}
              />
            )}
            <HoldingsSection
              step={step}
              selectionMoved={selectionMoved}
              onUseSelection={() => void read(null)}
            >
              {step.at === "reading" && (
                <Busy doing="Reading the selection" progress={null} onCancel={null} />
              )}
              {((step.at === "refused" && welcomed) || step.at === "columns") && (
                <TroubleMessage
                  trouble={step.trouble}
                  onShowCell={step.at === "columns" ? showCell : null}
                  onCopy={services.copy}
                  offer={step.at === "refused" ? step.offer : null}
                  onUseOffer={(offer) => void read(offer)}
                />
              )}
            </HoldingsSection>
            {(step.at === "columns" || step.at === "hedge") && (
              <ColumnsSection
                key={readings.current}
                step={step}
                problems={problems}
                onChoose={(table) => {
                  const before = step.table.choice.columns.hedgeWith;
                  const same = table.choice.columns.hedgeWith === before;
                  takeTable(table, step.form, same ? "keep" : "propose");
                }}
                onFormChange={(form) => dispatch({ type: "formChanged", form })}
                onShowRow={(row) =>
                  showCell(
                    cellAddress(row, (step.at === "hedge" ? step.holdings.columns.beta : undefined) ?? 0),
                    null,
                  )
                }
              />
            )}
            {step.at === "hedge" && (
              <HedgeSection
                form={step.form}
                holdings={step.holdings}
                problems={problems}
                options={options}
                onChange={(form) => dispatch({ type: "formChanged", form })}
                newContract={(code) =>
                  withBookBeta(
                    contractForm(services.contract(code), services.contractTraits(code)),
                    step.holdings,
                  )
                }
                onPickPrice={(index) => attempt(pickPrice(index))}
              />
            )}
            {shown?.kind === "preview" && step.at === "hedge" && (
              <PreviewSection preview={shown.preview} plan={shown.plan} />
            )}
            <SheetsSection
              sheets={sheets}
              busy={busy}
              onShow={(sheet) => attempt(services.showSheet(sheet))}
              onOpen={(sheet) => attempt(open(sheet))}
              onRemove={(sheet) =>
                dispatch({ type: "actionChanged", action: { kind: "confirmRemove", sheet } })
              }
            />
          </>
        ) : (
          <SettingsTab
            version={services.version}
            theme={theme}
            ownContracts={options.filter(({ own }) => own)}
            onTheme={onTheme}
            onIntroduction={() => {
              setWelcomed(false);
              dispatch({ type: "tabChosen", tab: "hedge" });
            }}
            onInsertTable={() => attempt(services.insertContractTable().then(listSheets))}
            onCopyDetails={async () => {
              const text = services.details(null);
              return services.copy(text).then(
                () => null,
                () => text,
              );
            }}
          />
        )}
      </main>
      {state.tab === "hedge" && (
        <BuildBar
          headline={headlineOf(step, shown, reading?.ok === true)}
          sheets={sheets}
          target={target?.id ?? null}
          busy={busy}
          onTarget={(id) =>
            dispatch({ type: "targetChosen", target: id === null ? null : { id, inputsSeen: null } })
          }
          onBuild={() => build("ask")}
        >
          <ActionMessage
            action={action}
            onShowSheet={(sheet) => attempt(services.showSheet(sheet))}
            onShowCell={showCell}
            onCopy={services.copy}
            onCancel={() => building.current?.abort()}
            onAnswer={build}
            onConfirmRemove={remove}
            onDismiss={() => dispatch({ type: "actionChanged", action: { kind: "none" } })}
          />
        </BuildBar>
      )}
    </div>
  );
}

/** What the bar says: the hedge, or the next thing to do. */
function headlineOf(step: Step, shown: Shown | null, readable: boolean): { ready: boolean; text: string } {
  if (step.at === "columns")
    return { ready: false, text: "Correct the holdings or their columns to see the hedge." };
  if (step.at !== "hedge" || shown === null) return { ready: false, text: "Select your holdings to begin." };
  return shown.kind === "preview"
    ? { ready: readable, text: shown.preview.headline }
    : { ready: false, text: shown.text };
}

/** The value once it has stood still for a while: typing does not make a screen reader stammer. */
function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
