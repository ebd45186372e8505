import { useEffect, useMemo, useState } from "react";
import type { BoxName } from "./form-boxes";
import type { PaneStore } from "./pane-store";
import { previewOf, type Shown } from "./preview-state";
import { readForm } from "./read-form";
import type { Step } from "./state";

/** What the hedge would be, for what is typed. */
export interface PreviewNow {
  /** A moment behind the typing; null: there are no holdings. */
  readonly shown: Shown | null;
  /** What is wrong with boxes, at once. */
  readonly problems: ReadonlyMap<BoxName, string>;
  /** What the bar says: the hedge, or the next thing to do. */
  readonly headline: { readonly ready: boolean; readonly text: string };
}

const NO_PROBLEMS: PreviewNow["problems"] = new Map();
/** Milliseconds: typing does not make a screen reader stammer. */
const TYPING_SETTLES = 250;

export function usePreview(step: Step, { services, troubleOf }: PaneStore): PreviewNow {
  const reading = useMemo(() => (step.at === "hedge" ? readForm(step.form, step.holdings) : null), [step]);
  // Holdings that have just been read need not settle.
  const settled = useSettled(reading, TYPING_SETTLES) ?? reading;
  const shown = useMemo(
    () => (settled ? previewOf(settled, services, troubleOf) : null),
    [settled, services, troubleOf],
  );
  return {
    shown,
    problems: reading?.ok === false ? reading.problems : NO_PROBLEMS,
    headline: headlineOf(step, shown, reading?.ok === true),
  };
}

function headlineOf(step: Step, shown: Shown | null, readable: boolean): PreviewNow["headline"] {
  if (step.at === "columns")
    return { ready: false, text: "Correct the holdings or their columns to see the hedge." };
  if (step.at !== "hedge" || shown === null) return { ready: false, text: "Select your holdings to begin." };
  return shown.kind === "preview"
    ? { ready: readable, text: shown.preview.headline }
    : { ready: false, text: shown.text };
}

/** The value once it has stood still for a while. */
function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
