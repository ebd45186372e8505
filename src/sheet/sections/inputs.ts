import { contractsOf, type Blueprint, type SheetContract } from "../blueprint";
import { MARGIN_FACTOR } from "../cash-ladder";
import { contractFormat, format, input, text } from "../cells";
import { STALE_DAYS, TOLERANCE } from "../checks";
import { addLine, addRow, addSection, contractLines, type Draft } from "../draft";
import { isIsolated, isPerpetual, type Group } from "../groups";
import { priceUnit } from "../words";
import type { Aim } from "../plan";
import type { SheetCell, SheetValidation } from "../worksheet";

const ANY_NUMBER = bounds(-1e15, 1e15, "Enter a number.");
const POSITIVE = bounds(1e-12, 1e15, "Enter a number greater than 0.");
const DATE: SheetValidation = {
  kind: "date",
  min: 36526,
  max: 73050,
  message: "Enter a date between 2000 and 2099.",
};

/** Everything that the user may change on the sheet: yellow cells, each with what it accepts. */
export function addInputs(draft: Draft, blueprint: Blueprint): void {
  const { plan } = blueprint;
  addSection(draft, "Inputs (yellow cells are yours to change)");
  addAim(draft, plan.aim, blueprint.currency);
  addLine(draft, {
    label: "Rounding",
    values: [input(plan.rounding, "General", "RoundingMode", { kind: "list", list: ["nearest", "down", "up", "none"], message: "Choose nearest, down, up or none." })], // prettier-ignore
    note: "nearest; down: never over-hedge; up: always cover; none: exact",
  });
  addLine(draft, {
    label: "Beta where the book has none",
    values: [input(plan.defaultBeta, format.beta, "DefaultBeta", ANY_NUMBER)],
    unit: "ratio",
    note: "counts for holdings whose beta is blank or text",
  });
  addLine(draft, {
    label: "Market shock",
    values: [
      input(plan.shock, format.percent, "MarketShock", bounds(-1, 10, "Enter a percentage, such as -5%.")),
    ],
    unit: "% of price",
  });
  addLine(draft, {
    label: "As-of date",
    values: [input(plan.asOf, format.date, "AsOfDate", DATE)],
    note: "the day for which the sheet counts; =TODAY() lets it move",
  });
  addContracts(draft, blueprint);
  addMarket(draft, blueprint);
  addSmaller(draft, blueprint);
  addMoney(draft, blueprint);
  addPut(draft, blueprint);
}

function addAim(draft: Draft, aim: Aim, currency: string): void {
  switch (aim.kind) {
    case "targetBeta":
      addLine(draft, {
        label: "Target beta",
        values: [input(aim.targetBeta, format.beta, "TargetBeta", ANY_NUMBER)],
        unit: "ratio",
        note: "0 removes all market exposure",
      });
      return;
    case "hedgeShare":
      addLine(draft, {
        label: "Hedge share",
        values: [input(aim.share, format.percent, "HedgeShare", bounds(-10, 10, "Enter a percentage; 100% hedges all."))], // prettier-ignore
        unit: "% of exposure",
        note: "share of the exposure that is hedged away",
      });
      return;
    case "targetWeight":
      addLine(draft, {
        label: "Target weight",
        values: [input(aim.weight, format.percent, "TargetWeight", bounds(-10, 10, "Enter a percentage of the portfolio."))], // prettier-ignore
        unit: "% of portfolio",
        note: "weight of the hedged holdings in the whole portfolio while the hedge is on",
      });
      return;
    case "targetVolatility":
      addLine(draft, {
        label: "Target volatility",
        values: [
          input(aim.target, format.percent, "TargetVolatility", bounds(0, 10, "Enter a yearly percentage.")),
        ],
        unit: "% a year",
      });
      addLine(draft, {
        label: "Realised volatility",
        values: [input(aim.realised, format.percent, "RealisedVolatility", bounds(1e-6, 10, "Enter a yearly percentage above 0."))], // prettier-ignore
        unit: "% a year",
        note: "exposure is scaled by target / realised, between 0 and 1",
      });
      return;
    case "cashToCome":
      addLine(draft, {
        label: "Cash to come",
        values: [input(aim.amount, format.money, "CashToCome", ANY_NUMBER)],
        unit: currency,
        note: "to be invested later; futures are bought now",
      });
      addLine(draft, {
        label: "Beta of what it will buy",
        values: [input(aim.beta, format.beta, "CashBeta", ANY_NUMBER)],
        unit: "ratio",
      });
  }
}

function addContracts(draft: Draft, { groups, currency }: Blueprint): void {
  addRow(draft);
  addRow(
    draft,
    text("Futures contract", "columnHead"),
    ...groups.map(({ choice, suffix }) => code(choice.code, suffix)),
  );
  const large = contractsOf(groups).filter(({ small }) => !small);
  const per = (value: (contract: SheetContract) => SheetCell): SheetCell[] => large.map(value);
  addLine(draft, {
    label: "Futures price",
    values: per(({ group: { choice }, suffix }) =>
      input(choice.price, format.price, `FuturesPrice_${suffix}`, POSITIVE),
    ),
    unit: priceUnit(groups),
  });
  addLine(draft, {
    label: "Multiplier",
    values: per(({ group: { choice }, suffix }) =>
      input(choice.multiplier, format.number, `ContractMultiplier_${suffix}`, POSITIVE),
    ),
    unit: groups.every(isInverse) ? "per contract" : "per point",
    note: groups.some(isInverse)
      ? "inverse contracts: fixed value of one contract, whatever the price"
      : "from the exchange's specification",
  });
  addLine(draft, {
    label: "FX rate",
    values: per(({ group: { choice }, suffix }) =>
      input(choice.fx, format.price, `FxRate_${suffix}`, POSITIVE),
    ),
    unit: currency,
    note: `book's currency per unit of the contract's (${[...new Set(groups.map(({ choice }) => choice.currency))].join(", ")})`,
  });
  addLine(draft, {
    label: "Futures beta",
    values: per(({ group: { choice }, suffix }) =>
      input(choice.futuresBeta, format.beta, `FuturesBeta_${suffix}`, ANY_NUMBER),
    ),
    unit: "ratio",
    note: "of the futures to the index that the betas refer to; not 0",
  });
  addLine(draft, {
    label: "Lot",
    values: per(({ group: { choice }, suffix }) =>
      input(choice.lot, format.number, `LotSize_${suffix}`, POSITIVE),
    ),
    unit: "contracts",
    note: "smallest step of an order",
  });
  addLine(draft, {
    label: "Contracts held now",
    values: per(({ group: { choice }, suffix }) =>
      input(choice.held, contractFormat(choice.lot), `HeldContracts_${suffix}`, ANY_NUMBER),
    ),
    unit: "contracts",
    note: "short is negative; netted into the trade",
  });
}

function addSmaller(draft: Draft, { groups }: Blueprint): void {
  if (groups.every(({ choice }) => choice.smaller === null)) return;
  const small = (
    value: (smaller: NonNullable<Blueprint["groups"][number]["choice"]["smaller"]>, suffix: string, held: number) => SheetCell, // prettier-ignore
  ): (SheetCell | null)[] =>
    groups.map(({ choice, smallerSuffix }) =>
      choice.smaller === null || smallerSuffix === null
        ? null
        : value(choice.smaller, smallerSuffix, choice.heldSmaller),
    );
  addRow(
    draft,
    text("Smaller contract for the remainder", "columnHead"),
    ...small((smaller, suffix) => code(smaller.code, suffix)),
  );
  addLine(draft, {
    label: "Multiplier (smaller)",
    values: small((smaller, suffix) =>
      input(smaller.multiplier, format.number, `ContractMultiplier_${suffix}`, POSITIVE),
    ),
    unit: groups.every(isInverse) ? "per contract" : "per point",
  });
  addLine(draft, {
    label: "Lot (smaller)",
    values: small((smaller, suffix) => input(smaller.lot, format.number, `LotSize_${suffix}`, POSITIVE)),
    unit: "contracts",
  });
  addLine(draft, {
    label: "Contracts held now (smaller)",
    values: small((smaller, suffix, held) =>
      input(held, contractFormat(smaller.lot), `HeldContracts_${suffix}`, ANY_NUMBER),
    ),
    unit: "contracts",
  });
}

/** Margins, dates and rates: what changes from day to day, so each with its date or for the user to fill in. */
function addMarket(draft: Draft, { plan, groups }: Blueprint): void {
  const priceDate = (suffix: string): SheetCell => input(plan.asOf, format.date, `PriceDate_${suffix}`, DATE);
  const dated = (group: Group): boolean => !isPerpetual(group);
  const byAmount = (group: Group): boolean => !isIsolated(group);
  const line = contractLines(draft, groups);
  const always = (): boolean => true;
  line(
    "Spot or index level",
    priceUnit(groups),
    always,
    ({ choice, suffix }) => input(choice.spot, format.price, `SpotPrice_${suffix}`, POSITIVE),
    "blank: not known",
  );
  line("Price date", "", always, ({ suffix }) => priceDate(suffix), "day of the futures price and the spot");
  line(
    "Initial margin",
    "per contract",
    byAmount,
    ({ choice, suffix }) => input(choice.initialMargin, format.price, `InitialMargin_${suffix}`, POSITIVE),
    "in the contract's currency; from your broker: margins change",
  );
  line(
    "Maintenance margin",
    "per contract",
    byAmount,
    ({ choice, suffix }) =>
      input(choice.maintenanceMargin, format.price, `MaintenanceMargin_${suffix}`, POSITIVE),
    "blank: initial margin / the factor below",
  );
  line("Margin date", "", byAmount, ({ choice, suffix }) =>
    input(choice.marginDate, format.date, `MarginDate_${suffix}`, DATE),
  );
  line(
    "Expiry",
    "",
    dated,
    ({ choice, suffix }) => input(choice.expiry, format.date, `ExpiryDate_${suffix}`, DATE),
    "last trading day",
  );
  line(
    "Roll date",
    "",
    dated,
    ({ choice, suffix }) => input(choice.roll, format.date, `RollDate_${suffix}`, DATE),
    "blank: not known",
  );
  line(
    "Funding rate",
    "per interval",
    isPerpetual,
    ({ choice, suffix }) =>
      input(
        choice.fundingRate,
        format.rate,
        `FundingRate_${suffix}`,
        bounds(-1, 1, "Enter a percentage, such as 0.01%."),
      ),
    "positive: longs pay shorts, so a short receives it",
  );
  line("Funding interval", "hours", isPerpetual, ({ choice, suffix }) =>
    input(
      choice.fundingIntervalHours,
      format.number,
      `FundingHours_${suffix}`,
      bounds(0.01, 168, "Enter hours, such as 8."),
    ),
  );
  line(
    "Leverage of the position",
    "times",
    isIsolated,
    ({ choice, suffix }) =>
      input(
        choice.leverage,
        format.leverage,
        `IsolatedLeverage_${suffix}`,
        bounds(0.01, 200, "Enter the leverage, such as 2."),
      ),
    "isolated margin, in place of a margin per contract; a hedge wants little",
  );
  line(
    "Maintenance rate",
    "% of position",
    isIsolated,
    ({ choice, suffix }) =>
      input(
        choice.maintenanceRate,
        format.percent,
        `MaintenanceRate_${suffix}`,
        bounds(0, 1, "Enter a percentage, such as 0.5%."),
      ),
    "of the exchange's first tier",
  );
}

function addMoney(draft: Draft, { plan, groups, currency }: Blueprint): void {
  addRow(draft, text("Cash, horizon and limits", "columnHead"));
  const line = (label: string, cell: SheetCell, unit: string, note = ""): void => {
    addLine(draft, { label, values: [cell], unit, note });
  };
  line("Cash available for margin", input(plan.cash, format.money, "CashAvailable", bounds(0, 1e15, "Enter an amount, or leave it blank.")), currency, "blank: not known"); // prettier-ignore
  line("Horizon", input(plan.horizonDays, format.days, "HorizonDays", bounds(1, 3650, "Enter days, 1 or more.")), "days", "for carry, funding and CFD financing"); // prettier-ignore
  if (groups.some((group) => !isIsolated(group))) {
    line("Initial / maintenance margin", input(MARGIN_FACTOR, format.beta, "MarginFactor", bounds(1, 10, "Enter a factor, such as 1.1.")), "factor", "CME: 1.1; for hedgers and members 1; check your broker's"); // prettier-ignore
  }
  line("CFD financing", input(null, format.percent, "CfdFinancing", bounds(-1, 5, "Enter a yearly percentage.")), "% a year", "what your CFD provider charges on the position; blank: not compared"); // prettier-ignore
  line("CFD spread and fees", input(null, format.percent, "CfdSpread", bounds(0, 1, "Enter a percentage of the position.")), "% of position", "in and out together; blank: none"); // prettier-ignore
  line("Futures fees", input(null, format.price, "FuturesFee", bounds(0, 1e9, "Enter an amount per contract.")), "per contract", "in the book's currency; in and out together; blank: none"); // prettier-ignore
  line("Tolerance", input(TOLERANCE, format.percent, "ResidualTolerance", bounds(0, 1, "Enter a percentage, such as 5%.")), "% of exposure", "rounding residual and over-hedge above it are checked"); // prettier-ignore
  line("Inputs are stale after", input(STALE_DAYS, format.days, "StaleDays", bounds(0, 3650, "Enter days.")), "days", "prices and margins further from the as-of date are checked"); // prettier-ignore
}

function addPut(draft: Draft, { plan, groups }: Blueprint): void {
  const { put } = plan;
  if (put === null) return;
  const line = (label: string, cell: SheetCell, unit: string, note = ""): void => {
    addLine(draft, { label, values: [cell], unit, note });
  };
  addRow(draft, text("Protective put to compare with", "columnHead"));
  line("Strike", input(put.strike, format.price, "PutStrike", POSITIVE), "points", `on the index of ${groups[0]?.choice.code ?? ""}`); // prettier-ignore
  line("Volatility", input(put.volatility, format.percent, "PutVolatility", bounds(0, 10, "Enter a yearly percentage.")), "% a year"); // prettier-ignore
  line("Days to its expiry", input(put.days, format.days, "PutDays", bounds(0, 3650, "Enter days.")), "days");
  line("Interest rate", input(put.rate, format.percent, "PutRate", bounds(-1, 1, "Enter a yearly percentage.")), "% a year"); // prettier-ignore
  line("Dividend yield", input(put.yield, format.percent, "PutYield", bounds(-1, 1, "Enter a yearly percentage.")), "% a year"); // prettier-ignore
}

function isInverse({ choice }: Group): boolean {
  return choice.payoff === "inverse";
}

function code(content: string, suffix: string): SheetCell {
  return { ...text(content, "columnHead"), name: `ContractCode_${suffix}` };
}

function bounds(min: number, max: number, message: string): SheetValidation {
  return { kind: "decimal", min, max, message };
}
