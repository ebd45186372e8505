import { Button } from "@fluentui/react-button";
import { useRef, useState } from "react";
import { cellAddress } from "../../sheet/cell-address";
import { contractForm } from "../hedge-form";
import { withBookBeta } from "../hedge-with";
import type { PaneServices } from "../services";
import type { Offer, Step, Table } from "../state";
import type { ThemeWish } from "../theme";
import { usePane, type PaneInUse } from "../use-pane";
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

interface PaneProps {
  readonly services: PaneServices;
  readonly theme: ThemeWish;
  readonly onTheme: (theme: ThemeWish) => void;
}

/** The whole pane: two tabs, and under the first the bar that builds. */
export function Pane({ services, theme, onTheme }: PaneProps) {
  const pane = usePane(services);
  const { state, dispatch, actions } = pane;
  const [welcomed, setWelcomed] = useState(services.settings.welcomed);
  const panel = useRef<HTMLElement>(null);

  return (
    <div className="hs-pane">
      <header className="hs-header">
        <h1>Hedgesheet</h1>
        <Tabs
          chosen={state.tab}
          onChoose={(tab) => {
            dispatch({ type: "tabChosen", tab });
            void actions.listSheets();
          }}
        />
      </header>
      <main
        ref={panel}
        className="hs-main"
        id="hs-panel"
        role="tabpanel"
        aria-labelledby={`hs-tab-${state.tab}`}
      >
        {state.tab === "hedge" ? (
          <HedgeTab
            services={services}
            pane={pane}
            welcomed={welcomed}
            onWelcomed={() => {
              services.settings.save({ welcomed: true });
              setWelcomed(true);
              // The button that had the focus goes away with its card.
              panel.current?.querySelector<HTMLElement>(".hs-section-head")?.focus();
            }}
          />
        ) : (
          <SettingsTab
            version={services.version}
            theme={theme}
            ownContracts={state.options.filter(({ place }) => place !== null)}
            onTheme={onTheme}
            onIntroduction={() => {
              setWelcomed(false);
              dispatch({ type: "tabChosen", tab: "hedge" });
            }}
            onInsertTable={() => actions.attempt(services.insertContractTable().then(actions.listSheets))}
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
      {state.tab === "hedge" && <HedgeBar services={services} pane={pane} />}
      {state.tab === "settings" && state.action.kind !== "none" && (
        <footer className="hs-bar">
          <div className="hs-live" role={state.action.kind === "failed" ? "alert" : "status"}>
            <LastAction services={services} pane={pane} />
          </div>
        </footer>
      )}
    </div>
  );
}

interface HedgeTabProps {
  readonly services: PaneServices;
  readonly pane: PaneInUse;
  readonly welcomed: boolean;
  readonly onWelcomed: () => void;
}

/** From the holdings to the hedge sheets, from top to bottom. */
function HedgeTab({ services, pane, welcomed, onWelcomed }: HedgeTabProps) {
  const { state, dispatch, book, actions, preview } = pane;
  const { step } = state;
  const { shown, problems } = preview;
  return (
    <>
      {!welcomed && (
        <WelcomeCard
          onSkip={onWelcomed}
          onUseSelection={() => {
            onWelcomed();
            void book.read(null);
          }}
          onSample={() => {
            onWelcomed();
            actions.attempt(services.insertSampleHoldings().then(book.read));
          }}
        />
      )}
      <HoldingsSection
        step={step}
        selectionMoved={state.selectionMoved}
        busy={state.action.kind === "busy"}
        onUseSelection={() => void book.read(null)}
        onTakeBelow={() => actions.attempt(book.takeBelow())}
      >
        {step.at === "reading" && <Busy doing="Reading the selection" progress={null} onCancel={null} />}
        {((step.at === "refused" && welcomed) || step.at === "columns") && (
          <HoldingsTrouble services={services} pane={pane} step={step} />
        )}
      </HoldingsSection>
      {(step.at === "columns" || step.at === "hedge") && (
        <ColumnsSection
          key={state.reading}
          step={step}
          problems={problems}
          onChoose={(table) =>
            book.takeTable(table, step.form, namesAnew(table, step.table) ? "propose" : "keep")
          }
          onFormChange={(form) => dispatch({ type: "formChanged", form })}
          onShowRow={(row) => {
            const column = (step.at === "hedge" ? step.holdings.columns.beta : undefined) ?? 0;
            actions.attempt(
              services.showCell({ sheet: step.table.cells.sheet, address: cellAddress(row, column) }),
            );
          }}
        />
      )}
      {step.at === "hedge" && (
        <HedgeSection
          form={step.form}
          holdings={step.holdings}
          problems={problems}
          options={state.options}
          onChange={(form) => dispatch({ type: "formChanged", form })}
          newContract={(code) =>
            withBookBeta(contractForm(services.contract(code), services.contractTraits(code)), step.holdings)
          }
          onPickPrice={(index) => actions.attempt(actions.pickPrice(index))}
        />
      )}
      {shown?.kind === "preview" && step.at === "hedge" && (
        <PreviewSection preview={shown.preview} plan={shown.plan} />
      )}
      <SheetsSection
        sheets={state.sheets}
        busy={state.action.kind === "busy"}
        onShow={(sheet) => actions.attempt(services.showSheet(sheet))}
        onOpen={actions.open}
        onRemove={(sheet) => dispatch({ type: "actionChanged", action: { kind: "confirmRemove", sheet } })}
      />
    </>
  );
}

/** Whether another column names the contracts. */
function namesAnew(table: Table, before: Table): boolean {
  return table.choice.columns.hedgeWith !== before.choice.columns.hedgeWith;
}

interface HoldingsTroubleProps {
  readonly services: PaneServices;
  readonly pane: PaneInUse;
  readonly step: Extract<Step, { at: "refused" | "columns" }>;
}

/** What is wrong with the holdings, and what to press instead. */
function HoldingsTrouble({ services, pane: { book, actions }, step }: HoldingsTroubleProps) {
  const offer: Offer | null = step.at === "refused" ? step.offer : null;
  const sheet = step.at === "columns" ? step.table.cells.sheet : null;
  return (
    <TroubleMessage
      trouble={step.trouble}
      onShowCell={sheet === null ? null : (address) => actions.attempt(services.showCell({ sheet, address }))}
      onCopy={services.copy}
      offer={offer && "range" in offer ? offer.range : null}
      onUseOffer={(range) => void book.read(range)}
    >
      {offer && "sheet" in offer && (
        <Button size="small" appearance="primary" onClick={() => actions.open(offer.sheet)}>
          Open “{offer.sheet.name}” in the pane
        </Button>
      )}
    </TroubleMessage>
  );
}

interface OfPaneProps {
  readonly services: PaneServices;
  readonly pane: PaneInUse;
}

/** The hedge in one line, the button that builds it, and what came of that. */
function HedgeBar({ services, pane }: OfPaneProps) {
  const { state, dispatch, actions, preview } = pane;
  return (
    <BuildBar
      headline={preview.headline}
      sheets={state.sheets}
      target={state.target?.id ?? null}
      busy={state.action.kind === "busy"}
      onTarget={(id) =>
        dispatch({ type: "targetChosen", target: id === null ? null : { id, inputsSeen: null } })
      }
      onBuild={() => actions.build("ask")}
    >
      <LastAction services={services} pane={pane} />
    </BuildBar>
  );
}

/** What is happening to the workbook, or has happened last, with what can be done about it. */
function LastAction({ services, pane: { state, dispatch, actions } }: OfPaneProps) {
  const { step, action } = state;
  const sheetOfCells = step.at === "hedge" || step.at === "columns" ? step.table.cells.sheet : "";
  return (
    <ActionMessage
      action={action}
      onShowSheet={(sheet) => actions.attempt(services.showSheet(sheet))}
      onShowCell={(address, sheet) =>
        actions.attempt(services.showCell({ sheet: sheet ?? sheetOfCells, address }))
      }
      onCopy={services.copy}
      onCancel={actions.cancel}
      onAnswer={actions.build}
      onConfirmRemove={actions.remove}
      onDismiss={() => dispatch({ type: "actionChanged", action: { kind: "none" } })}
    />
  );
}
