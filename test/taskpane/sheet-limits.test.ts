import type { Preview } from "../../src/sheet/hedge/preview";
import { previewHedge } from "../../src/sheet/hedge/preview-hedge";
import type { Inputs } from "../../src/sheet/plan/read-plan";
import { planFromRecord, recordOf } from "../../src/sheet/plan/record";
import { contractTraits } from "../../src/taskpane/contract-options";
import { formOf } from "../../src/taskpane/hedge-form";
import { readForm } from "../../src/taskpane/read-form";
import { cellsOf } from "../sheet/plan/cells-of";
import { EQUITY, proposedForm, TODAY, typed } from "./equity-book";

/** −32 ES with a margin that is 20 days old. */
const BUILT = (() => {
  const boxes = { price: "5000", initialMargin: "24200", maintenanceMargin: "22000" };
  const reading = readForm(typed(proposedForm(), { targetBeta: "0.5" }, boxes), EQUITY);
  if (!reading.ok) throw new Error([...reading.problems.values()].join(" "));
  const { plan } = reading;
  return {
    ...plan,
    cash: 5_000_000,
    contracts: plan.contracts.map((each) => ({ ...each, marginDate: TODAY - 20 })),
  };
})();

/** What the pane shows of the sheet as built, with something typed into its inputs since. */
function inPane(inputs: Inputs = {}): Preview {
  const plan = planFromRecord(recordOf(BUILT), { ...cellsOf(BUILT), ...inputs }, EQUITY);
  const reading = readForm(formOf(plan, contractTraits), EQUITY);
  if (!reading.ok) throw new Error([...reading.problems.values()].join(" "));
  return previewHedge(reading.plan);
}

function openChecks(inputs: Inputs = {}): readonly string[] {
  return inPane(inputs).warnings.map(({ check }) => check);
}

describe("a limit that was typed on the sheet counts in the pane", () => {
  it("is met as the sheet was built, but for the old margin", () => {
    expect(openChecks()).toEqual(["Margins fresh"]);
  });

  it("days until a margin is stale", () => {
    expect(openChecks({ StaleDays: 30 })).toEqual([]);
  });

  // 24,200 is 1.1 × 22,000; 2 × 22,000 are 44,000.
  it("initial / maintenance margin", () => {
    expect(openChecks({ MarginFactor: 2 })).toContain("Margins fit together");
  });

  // (0.49 − 1.3) × 10,000,000 ÷ 250,000 = −32.4: rounding leaves 100,000, which is 0.8 % of 13,000,000.
  it("tolerance", () => {
    expect(openChecks({ TargetBeta: 0.49 })).not.toContain("Rounding within tolerance");
    expect(openChecks({ TargetBeta: 0.49, ResidualTolerance: 0.005 })).toContain("Rounding within tolerance");
  });

  // 60 % of 8,000,000 are 4,800,000; of the 5,000,000 in cash 32 × 24,200 are the margin.
  it("moves of the cash ladder", () => {
    expect(openChecks({ AdverseMove_1: 0.6 })).toContain("Cash lasts");
  });

  // −40 % of 13,000,000 are −5,200,000; the futures win 3,200,000.
  it("moves of the scenarios", () => {
    const [first] = inPane({ ScenarioMove_1: -0.4 }).scenarios;
    expect(first?.move).toBe(-0.4);
    expect(first?.hedged).toBeCloseTo(-2_000_000, 6);
  });
});
