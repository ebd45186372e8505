import type { Group } from "../../plan/groups";
import { contractFormat, format } from "../../plan/number-formats";
import { aimKind } from "../../plan/aims";
import type { Blueprint } from "../blueprint";
import { bookFigure, text } from "../sheet-cells";
import { addContractHeads, addLine, addRow, addSection, figureLines, type Draft } from "../draft";
import { addOrders } from "./order-lines";
import { addSmallerTicket, addSmallUnits, hasSmaller } from "./smaller-ticket";

/** What to trade, per contract, and how the number comes about. */
export function addTicket(draft: Draft, blueprint: Blueprint): void {
  addSection(draft, "Hedge ticket");
  if (aimKind(blueprint.plan.aim.kind).shows === "volatility") addScale(draft, blueprint);
  addContractHeads(draft, "Contract", blueprint.groups);
  addExact(draft, blueprint);
  addWhole(draft, blueprint);
  addOrders(draft, blueprint);
  addPosition(draft, blueprint);
  addOutcome(draft, blueprint);
}

function addScale(draft: Draft, { hedge }: Blueprint): void {
  addLine(
    draft,
    "Exposure kept",
    bookFigure(hedge, "ExposureScale", format.percent),
    "% of exposure",
    "target / realised volatility, between 0 and 1",
  );
}

/** From exposures to a number of contracts that nobody can trade yet. */
function addExact(draft: Draft, { hedge, plan, money, currency }: Blueprint): void {
  const line = figureLines(draft, hedge);
  line({
    label: "Exposure aimed at",
    unit: currency,
    name: "AimExposure",
    format: money,
    note: aimKind(plan.aim.kind).note,
  });
  line({
    label: "Exposure to add",
    unit: currency,
    name: "ExposureToAdd",
    format: money,
    note: "negative: futures are sold",
  });
  line({ label: "Value of one contract", unit: currency, name: "ContractValue", format: money });
  line({
    label: "Contracts, exact",
    unit: "contracts",
    name: "ExactContracts",
    format: format.exact,
    note: "exposure to add / (futures beta × value of one contract)",
  });
}

/** To the lot, or split into large and small contracts; what is held is netted. */
function addWhole(draft: Draft, blueprint: Blueprint): void {
  const { groups, hedge, plan } = blueprint;
  const line = figureLines(draft, hedge);
  const ofLot = ({ choice }: Group): string => contractFormat(choice.lot, plan.rounding);
  if (hasSmaller(groups)) addSmallUnits(draft, blueprint);
  line({
    label: "Contracts to hold",
    unit: "contracts",
    name: "ContractsToHold",
    format: ofLot,
    note: "rounded to the lot; negative is short",
    isTotal: true,
  });
  line({
    label: "Contracts to trade",
    unit: "contracts",
    name: "ContractsToTrade",
    format: ofLot,
    note: "to hold less held now",
    isTotal: true,
  });
  if (!hasSmaller(groups)) return;
  addSmallerTicket(draft, blueprint);
  const both = groups.map(({ choice: { code, smaller } }) =>
    text(smaller === null ? code : `${code} + ${smaller.code}`, "columnHead"),
  );
  addRow(draft, text("Both together", "columnHead"), ...both);
}

function addPosition(draft: Draft, { hedge, money, currency }: Blueprint): void {
  const line = figureLines(draft, hedge);
  line({ label: "Rounding difference", unit: "contracts", name: "RoundingDifference", format: format.exact });
  line({ label: "Notional", unit: currency, name: "HedgeNotional", format: money });
}

/** What is left of the exposure, and how much of it the futures took. */
function addOutcome(draft: Draft, { hedge, plan, money, currency }: Blueprint): void {
  const line = figureLines(draft, hedge);
  line({ label: "Exposure after the hedge", unit: currency, name: "ExposureAfter", format: money });
  line({
    label: "Effective beta",
    unit: "ratio",
    name: "EffectiveBeta",
    format: format.beta,
    isTotal: true,
  });
  line({
    label: "Residual exposure",
    unit: currency,
    name: "ResidualExposure",
    format: money,
    note: "what rounding leaves",
  });
  const isPurchase = aimKind(plan.aim.kind).purchase !== undefined;
  line({
    label: isPurchase ? "Share of the purchase hedged" : "Share of exposure hedged",
    unit: isPurchase ? "% of purchase" : "% of exposure",
    name: "ShareHedged",
    format: format.percent,
  });
}
