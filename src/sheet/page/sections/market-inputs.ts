import type { Blueprint } from "../blueprint";
import { input } from "../cells";
import { contractLines, type Draft } from "../draft";
import { isDated, isIsolated, isMarginedByAmount, isPerpetual } from "../../plan/groups";
import { format } from "../../plan/number-formats";
import { DATE, POSITIVE, bounds } from "../../plan/validations";
import { priceUnit } from "../../plan/units";

/** What changes from day to day: each with its date, or for the user to fill in. */
export function addMarket(draft: Draft, blueprint: Blueprint): void {
  addSpots(draft, blueprint);
  addMargins(draft, blueprint);
  addDates(draft, blueprint);
  addFunding(draft, blueprint);
  addLeverage(draft, blueprint);
}

function addSpots(draft: Draft, { plan, groups }: Blueprint): void {
  const line = contractLines(draft, groups);
  line(
    "Spot or index level",
    priceUnit(groups),
    ({ choice, suffix }) => input(choice.spot, format.price, `SpotPrice_${suffix}`, POSITIVE),
    "blank: not known",
  );
  line(
    "Price date",
    "",
    ({ choice, suffix }) => input(choice.priceDate ?? plan.asOf, format.date, `PriceDate_${suffix}`, DATE),
    "day of the futures price and the spot",
  );
}

function addMargins(draft: Draft, { groups }: Blueprint): void {
  const line = contractLines(draft, groups, isMarginedByAmount);
  line(
    "Initial margin",
    "per contract",
    ({ choice, suffix }) => input(choice.initialMargin, format.price, `InitialMargin_${suffix}`, POSITIVE),
    "in the contract's currency; from your broker: margins change",
  );
  line(
    "Maintenance margin",
    "per contract",
    ({ choice, suffix }) =>
      input(choice.maintenanceMargin, format.price, `MaintenanceMargin_${suffix}`, POSITIVE),
    "blank: initial margin / the factor below",
  );
  line("Margin date", "", ({ choice, suffix }) =>
    input(choice.marginDate, format.date, `MarginDate_${suffix}`, DATE),
  );
}

function addDates(draft: Draft, { groups }: Blueprint): void {
  const line = contractLines(draft, groups, isDated);
  line(
    "Expiry",
    "",
    ({ choice, suffix }) => input(choice.expiry, format.date, `ExpiryDate_${suffix}`, DATE),
    "last trading day",
  );
  line(
    "Roll date",
    "",
    ({ choice, suffix }) => input(choice.roll, format.date, `RollDate_${suffix}`, DATE),
    "blank: not known",
  );
}

function addFunding(draft: Draft, { groups }: Blueprint): void {
  const line = contractLines(draft, groups, isPerpetual);
  const rate = bounds(-1, 1, "Enter a percentage, such as 0.01%.");
  const hours = bounds(0.01, 168, "Enter hours, such as 8.");
  line(
    "Funding rate",
    "per interval",
    ({ choice, suffix }) => input(choice.fundingRate, format.rate, `FundingRate_${suffix}`, rate),
    "positive: longs pay shorts, so a short receives it",
  );
  line("Funding interval", "hours", ({ choice, suffix }) =>
    input(choice.fundingIntervalHours, format.number, `FundingHours_${suffix}`, hours),
  );
}

function addLeverage(draft: Draft, { groups }: Blueprint): void {
  const line = contractLines(draft, groups, isIsolated);
  const times = bounds(0.01, 200, "Enter the leverage, such as 2.");
  const rate = bounds(0, 1, "Enter a percentage, such as 0.5%.");
  line(
    "Leverage of the position",
    "times",
    ({ choice, suffix }) => input(choice.leverage, format.leverage, `IsolatedLeverage_${suffix}`, times),
    "isolated margin, in place of a margin per contract; a hedge wants little",
  );
  line(
    "Maintenance rate",
    "% of position",
    ({ choice, suffix }) => input(choice.maintenanceRate, format.percent, `MaintenanceRate_${suffix}`, rate),
    "of the exchange's first tier",
  );
}
