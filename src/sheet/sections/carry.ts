import { FUT_BASIS, FUT_FUNDING } from "../../formulas/carry";
import type { Blueprint } from "../blueprint";
import { format, formula, sentence, text, word } from "../cells";
import { addLine, addRow, addSection, contractLines, type Draft } from "../draft";
import { isPerpetual, type Group } from "../groups";
import { sumOfKnown, UNKNOWN, unknownParts } from "../native";
import { priceUnit } from "../words";
import type { SheetCell } from "../worksheet";

/** What holding the hedge costs or earns: basis of dated contracts, funding of perpetuals; when to roll. */
export function addCarry(draft: Draft, { groups, money, currency }: Blueprint): void {
  const dated = (group: Group): boolean => !isPerpetual(group);
  const always = (): boolean => true;
  const line = contractLines(draft, groups);
  addSection(draft, "Carry and roll");
  addRow(
    draft,
    text("Contract", "columnHead"),
    ...groups.map(({ choice }) => text(choice.code, "columnHead")),
  );
  line(
    "Basis",
    priceUnit(groups),
    always,
    ({ suffix }) =>
      formula(known([`SpotPrice_${suffix}`], basis(suffix)), format.signed, `PriceBasis_${suffix}`),
    "futures less spot; set the spot in the inputs to see it",
  );
  line("Basis in %", "% of spot", always, ({ suffix }) =>
    formula(
      known([`SpotPrice_${suffix}`], `FuturesPrice_${suffix}/SpotPrice_${suffix}-1`),
      format.basis,
      `RelativeBasis_${suffix}`,
    ),
  );
  line("Days to expiry", "days", dated, ({ suffix }) =>
    formula(
      known([`ExpiryDate_${suffix}`], `ExpiryDate_${suffix}-AsOfDate`),
      format.days,
      `ExpiryDays_${suffix}`,
    ),
  );
  line("Basis, annualised", "% a year", dated, ({ suffix }) =>
    formula(
      `IF(OR(NOT(ISNUMBER(RelativeBasis_${suffix})),N(ExpiryDays_${suffix})<=0),${UNKNOWN},${basis(suffix, `ExpiryDays_${suffix}`)})`,
      format.percent,
      `AnnualBasis_${suffix}`,
    ),
  );
  line(
    "Carry to expiry",
    currency,
    dated,
    ({ suffix }) =>
      formula(known([`SpotPrice_${suffix}`], carryToExpiry(suffix)), money, `CarryToExpiry_${suffix}`),
    "what the basis pays as it closes: a short earns a positive basis",
  );
  line(
    "Carry to the horizon",
    currency,
    dated,
    ({ suffix }) =>
      formula(
        `IF(OR(NOT(ISNUMBER(CarryToExpiry_${suffix})),N(ExpiryDays_${suffix})<=0),${UNKNOWN},CarryToExpiry_${suffix}*HorizonDays/ExpiryDays_${suffix})`,
        money,
        `CarryToHorizon_${suffix}`,
      ),
    "at the same rate; past the expiry by rolling",
  );
  line(
    "Funding an interval",
    currency,
    isPerpetual,
    ({ suffix }) =>
      formula(known([`FundingRate_${suffix}`], funding(suffix), true), money, `FundingInterval_${suffix}`),
    "positive: you receive; negative: you pay",
  );
  line("You", "", isPerpetual, ({ suffix }) =>
    word(
      `IF(N(FundingInterval_${suffix})=0,${UNKNOWN},IF(FundingInterval_${suffix}>0,"receive","pay"))`,
      `FundingSide_${suffix}`,
    ),
  );
  for (const [label, days, name] of [
    ["Funding to the horizon", "HorizonDays", "FundingToHorizon"],
    ["Funding a year", "365", "FundingYear"],
  ] as const) {
    line(
      label,
      currency,
      isPerpetual,
      ({ suffix }) =>
        formula(
          `IF(OR(NOT(ISNUMBER(FundingInterval_${suffix})),N(FundingHours_${suffix})=0),${UNKNOWN},${funding(suffix, days)})`,
          money,
          `${name}_${suffix}`,
        ),
      "at today's rate",
    );
  }
  line(
    "Break-even against a perpetual",
    "per 8 h",
    dated,
    ({ suffix }) =>
      formula(
        known([`AnnualBasis_${suffix}`], `AnnualBasis_${suffix}/(365*24/8)`, true),
        format.rate,
        `BreakEvenFunding_${suffix}`,
      ),
    "the funding rate that pays a short as much as this basis",
  );
  line(
    "Break-even against a dated future",
    "% a year",
    isPerpetual,
    ({ suffix }) =>
      formula(
        `IF(OR(NOT(ISNUMBER(FundingRate_${suffix})),N(FundingHours_${suffix})=0),${UNKNOWN},FundingRate_${suffix}*365*24/FundingHours_${suffix})`,
        format.percent,
        `BreakEvenBasis_${suffix}`,
      ),
    "the annualised basis that pays a short as much as this funding",
  );
  line(
    "Days to the roll",
    "days",
    dated,
    ({ suffix }) =>
      formula(
        known([`RollDate_${suffix}`], `RollDate_${suffix}-AsOfDate`),
        format.days,
        `RollDays_${suffix}`,
      ),
    "from the as-of date to the roll date of the inputs",
  );
  line(
    "Rolls within the horizon",
    "rolls",
    dated,
    ({ suffix }) =>
      formula(
        known(
          [`ExpiryDate_${suffix}`],
          `IF(AsOfDate+HorizonDays<ExpiryDate_${suffix},0,1+INT((AsOfDate+HorizonDays-ExpiryDate_${suffix})/91))`,
        ),
        format.days,
        `HorizonRolls_${suffix}`,
      ),
    "quarterly contracts",
  );
}

function basis(suffix: string, days?: string): string {
  const prices = { spot: `SpotPrice_${suffix}`, futuresPrice: `FuturesPrice_${suffix}` };
  return String(FUT_BASIS.native(days === undefined ? prices : { ...prices, days }));
}

function funding(suffix: string, days?: string): string {
  const position = { positionValue: `HedgeNotional_${suffix}`, fundingRate: `FundingRate_${suffix}` };
  const times = days === undefined ? {} : { days, intervalHours: `FundingHours_${suffix}` };
  return String(FUT_FUNDING.native({ ...position, ...times }));
}

/** A futures position at a price that becomes the spot. */
function carryToExpiry(suffix: string): string {
  return `IF(FuturesPrice_${suffix}=0,0,HedgeNotional_${suffix}*(SpotPrice_${suffix}/FuturesPrice_${suffix}-1))`;
}

/** The expression where the cells hold numbers, other than 0 unless `zeroCounts`; else a dash. */
function known(names: readonly string[], expression: string, zeroCounts = false): string {
  const blank = names.map((name) => (zeroCounts ? `NOT(ISNUMBER(${name}))` : `N(${name})=0`)).join(",");
  return `IF(${names.length > 1 ? `OR(${blank})` : blank},${UNKNOWN},${expression})`;
}

/** The same exposure by CFDs: financing every night instead of a basis in the price. */
export function addCfd(draft: Draft, { groups, money, currency }: Blueprint): void {
  addSection(draft, "Futures against CFDs over the horizon");
  const line = (label: string, expression: string, name: string, note: string | SheetCell = ""): void => {
    addLine(draft, { label, values: [formula(expression, money, name)], unit: currency, note });
  };
  const size = groups.map(({ suffix }) => `ABS(HedgeNotional_${suffix})`).join("+");
  const carryOf = (group: Group): string =>
    `${isPerpetual(group) ? "FundingToHorizon" : "CarryToHorizon"}_${group.suffix}`;
  const carry = groups.map(carryOf);
  const count = groups.flatMap(({ suffix, smallerSuffix }) =>
    [suffix, smallerSuffix].flatMap((each) => (each === null ? [] : [`ABS(ContractsToHold_${each})`])),
  );
  const rolls = groups.map((group) => (isPerpetual(group) ? "0" : `N(HorizonRolls_${group.suffix})`));
  line("Position", size, "HedgeSize", "notional of all futures, as large as the CFDs would be");
  line("CFD financing a day", `IF(ISNUMBER(CfdFinancing),-HedgeSize*CfdFinancing/365,${UNKNOWN})`, "CfdDay", "set the rate in the inputs to see it"); // prettier-ignore
  line("CFD financing to the horizon", `IF(ISNUMBER(CfdDay),CfdDay*HorizonDays,${UNKNOWN})`, "CfdToHorizon");
  line("CFD spread and fees", `IF(COUNT(CfdFinancing,CfdSpread)=0,${UNKNOWN},-HedgeSize*N(CfdSpread))`, "CfdCost"); // prettier-ignore
  line("CFDs in all", `IF(ISNUMBER(CfdToHorizon),CfdToHorizon+CfdCost,${UNKNOWN})`, "CfdTotal");
  line(
    "Futures carry and funding",
    sumOfKnown(carry),
    "FuturesCarry",
    sentence(unknownParts(groups, "carry", carryOf), "CarryGap"),
  );
  line(
    "Futures fees",
    `-N(FuturesFee)*(${count.join("+")})*(1+MAX(${rolls.join(",")}))`,
    "FuturesCost",
    "in and out, and again for each roll",
  );
  line("Futures in all", `IF(CarryGap="",N(FuturesCarry)+FuturesCost,${UNKNOWN})`, "FuturesTotal");
  line("Futures better by", `IF(COUNT(CfdTotal,FuturesTotal)=2,FuturesTotal-CfdTotal,${UNKNOWN})`, "FuturesBetter"); // prettier-ignore
}
