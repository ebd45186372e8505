import { Button } from "@fluentui/react-button";
import { useState } from "react";
import type { ContractOption } from "../contract-options";
import type { ThemeWish } from "../theme";
import { SelectField } from "./Fields";
import { Notes } from "./Notes";

const THEMES: Readonly<Record<ThemeWish, string>> = { auto: "As Office", light: "Light", dark: "Dark" };

interface SettingsTabProps {
  readonly version: string;
  readonly theme: ThemeWish;
  readonly ownContracts: readonly ContractOption[];
  readonly onTheme: (theme: ThemeWish) => void;
  readonly onIntroduction: () => void;
  readonly onInsertTable: () => void;
  /** Copies versions for a report; returns them where the clipboard is closed. */
  readonly onCopyDetails: () => Promise<string | null>;
}

export function SettingsTab(props: SettingsTabProps) {
  const [copied, setCopied] = useState("");
  const usable = props.ownContracts.filter(({ problem }) => problem === null);
  const problems = props.ownContracts.flatMap(({ place, problem }) =>
    problem === null ? [] : `${place ?? ""}: ${problem}`,
  );

  return (
    <div className="hs-section-body">
      <SelectField label="Theme" value={props.theme} onChange={(theme) => props.onTheme(theme as ThemeWish)}>
        {Object.entries(THEMES).map(([theme, label]) => (
          <option key={theme} value={theme}>
            {label}
          </option>
        ))}
      </SelectField>

      <h2 className="hs-heading">Your own contracts</h2>
      <div>
        {usable.length === 0
          ? "A contract that is not in the list can stand in a table of this workbook: " +
            "code, name, multiplier, currency."
          : `In this workbook: ${usable.map(({ code }) => code).join(", ")}.`}
      </div>
      <Notes notes={problems} warning />
      <div className="hs-row">
        <Button size="small" onClick={props.onInsertTable}>
          Insert a contract table
        </Button>
      </div>

      <h2 className="hs-heading">About Hedgesheet {props.version}</h2>
      <div>
        Nothing leaves this workbook: no server, no telemetry of ours. Prices and margins are what you type.
        Hedgesheet computes; it does not advise. What you trade is your decision.
      </div>
      <div className="hs-row">
        <Button
          size="small"
          onClick={() =>
            void props.onCopyDetails().then((text) => setCopied(text === null ? "Copied." : text))
          }
        >
          Copy details
        </Button>
        <Button size="small" appearance="subtle" onClick={props.onIntroduction}>
          Show the introduction
        </Button>
      </div>
      <div className="hs-quiet" aria-live="polite">
        {copied}
      </div>
    </div>
  );
}
