import { findContract } from "../../../contracts/catalogue";
import { FUT_BASIS, FUT_FUNDING } from "../../../formulas/carry";
import type { Blueprint } from "../blueprint";
import { formula, word } from "../cells";
import { addContractHeads, addSection, contractLines, type Draft } from "../draft";
import { isDated, isPerpetual } from "../../plan/groups";
import { known, UNKNOWN } from "../../hedge/native";
import { format } from "../../plan/number-formats";
import { priceUnit } from "../../plan/units";

/** What holding the hedge costs or earns: basis of dated contracts, funding of perpetuals; when to roll. */
export function addCarry(draft: Draft, blueprint: Blueprint): void {
  addSection(draft, "Carry and roll");
  addContractHeads(draft, "Contract", blueprint.groups);
  addBasis(draft, blueprint);
  addCarryOfBasis(draft, blueprint);
  addFunding(draft, blueprint);
  addBreakEven(draft, blueprint);
  addRoll(draft, blueprint);
}

function addBasis(draft: Draft, { groups }: Blueprint): void {
  const line = contractLines(draft, groups);
  const datedLine = contractLines(draft, groups, isDated);
  line(
    "Basis",
    priceUnit(groups),
    ({ suffix }) =>
      formula(known(`SpotPrice_${suffix}`, basis(suffix)), format.signed, `PriceBasis_${suffix}`),
    "futures less spot; set the spot in the inputs to see it",
  );
  line("Basis in %", "% of spot", ({ suffix }) =>
    formula(
      known(`SpotPrice_${suffix}`, `FuturesPrice_${suffix}/SpotPrice_${suffix}-1`),
      format.basis,
      `RelativeBasis_${suffix}`,
    ),
  );
  datedLine("Days to expiry", "days", ({ suffix }) =>
    formula(
      known(`ExpiryDate_${suffix}`, `ExpiryDate_${suffix}-AsOfDate`),
      format.days,
      `ExpiryDays_${suffix}`,
    ),
  );
  datedLine("Basis, annualised", "% a year", ({ suffix }) =>
    formula(
      `IF(OR(NOT(ISNUMBER(RelativeBasis_${suffix})),N(ExpiryDays_${suffix})<=0),${UNKNOWN},${basis(suffix, `ExpiryDays_${suffix}`)})`,
      format.percent,
      `AnnualBasis_${suffix}`,
    ),
  );
}

/** A futures position earns or pays the basis as its price becomes the spot. */
function addCarryOfBasis(draft: Draft, { groups, money, currency }: Blueprint): void {
  const line = contractLines(draft, groups, isDated);
  const toExpiry = (suffix: string): string =>
    `IF(FuturesPrice_${suffix}=0,0,HedgeNotional_${suffix}*(SpotPrice_${suffix}/FuturesPrice_${suffix}-1))`;
  line(
    "Carry to expiry",
    currency,
    ({ suffix }) => formula(known(`SpotPrice_${suffix}`, toExpiry(suffix)), money, `CarryToExpiry_${suffix}`),
    "what the basis pays as it closes: a short earns a positive basis",
  );
  line(
    "Carry to the horizon",
    currency,
    ({ suffix }) =>
      formula(
        `IF(OR(NOT(ISNUMBER(CarryToExpiry_${suffix})),N(ExpiryDays_${suffix})<=0),${UNKNOWN},CarryToExpiry_${suffix}*HorizonDays/ExpiryDays_${suffix})`,
        money,
        `CarryToHorizon_${suffix}`,
      ),
    "at the same rate; past the expiry by rolling",
  );
}

function addFunding(draft: Draft, { groups, money, currency }: Blueprint): void {
  const line = contractLines(draft, groups, isPerpetual);
  line(
    "Funding an interval",
    currency,
    ({ suffix }) =>
      formula(known(`FundingRate_${suffix}`, funding(suffix), true), money, `FundingInterval_${suffix}`),
    "positive: you receive; negative: you pay",
  );
  line("You", "", ({ suffix }) =>
    word(
      `IF(N(FundingInterval_${suffix})=0,${UNKNOWN},IF(FundingInterval_${suffix}>0,"receive","pay"))`,
      `FundingSide_${suffix}`,
    ),
  );
  const overDays = (label: string, days: string, name: "FundingToHorizon" | "FundingYear"): void => {
    line(
      label,
      currency,
      ({ suffix }) =>
        formula(
          `IF(OR(NOT(ISNUMBER(FundingInterval_${suffix})),N(FundingHours_${suffix})=0),${UNKNOWN},${funding(suffix, days)})`,
          money,
          `${name}_${suffix}`,
        ),
      "at today's rate",
    );
  };
  overDays("Funding to the horizon", "HorizonDays", "FundingToHorizon");
  overDays("Funding a year", "365", "FundingYear");
}

/** What the other kind of contract would have to pay: the one's basis as a funding rate, the other's funding as a basis. */
function addBreakEven(draft: Draft, { groups }: Blueprint): void {
  contractLines(draft, groups, isDated)(
    "Break-even against a perpetual",
    "per 8 h",
    ({ suffix }) =>
      formula(
        known(`AnnualBasis_${suffix}`, `AnnualBasis_${suffix}/(365*24/8)`, true),
        format.rate,
        `BreakEvenFunding_${suffix}`,
      ),
    "the funding rate that pays a short as much as this basis",
  );
  contractLines(draft, groups, isPerpetual)(
    "Break-even against a dated future",
    "% a year",
    ({ suffix }) =>
      formula(
        `IF(OR(NOT(ISNUMBER(FundingRate_${suffix})),N(FundingHours_${suffix})=0),${UNKNOWN},FundingRate_${suffix}*365*24/FundingHours_${suffix})`,
        format.percent,
        `BreakEvenBasis_${suffix}`,
      ),
    "the annualised basis that pays a short as much as this funding",
  );
}

/** Expiries before the horizon's end; with one on its last day the hedge ends, and nothing is rolled. */
function addRoll(draft: Draft, { groups }: Blueprint): void {
  const line = contractLines(draft, groups, isDated);
  line(
    "Days to the roll",
    "days",
    ({ suffix }) =>
      formula(known(`RollDate_${suffix}`, `RollDate_${suffix}-AsOfDate`), format.days, `RollDays_${suffix}`),
    "from the as-of date to the roll date of the inputs",
  );
  line(
    "Rolls within the horizon",
    "rolls",
    ({ choice, suffix }) =>
      formula(
        known(
          `ExpiryDate_${suffix}`,
          `MAX(0,-INT((ExpiryDate_${suffix}-AsOfDate-HorizonDays)/${daysBetweenExpiries(choice.code)}))`,
        ),
        format.days,
        `HorizonRolls_${suffix}`,
      ),
    "each into the contract that expires next",
  );
}

/** On average; a contract that is not in the catalogue is taken for a quarterly one. */
function daysBetweenExpiries(code: string): string {
  switch (findContract(code)?.cycle) {
    case "weekly":
      return "7";
    case "monthly":
      return "(365/12)";
    case "long-dated":
      return "365";
    default:
      return "91";
  }
}

/** Futures less spot; with days, as a yearly share of the spot. */
function basis(suffix: string, days?: string): string {
  const prices = { spot: `SpotPrice_${suffix}`, futuresPrice: `FuturesPrice_${suffix}` };
  return String(FUT_BASIS.native(days === undefined ? prices : { ...prices, days }));
}

/** Of one interval, or over days. */
function funding(suffix: string, days?: string): string {
  const position = { positionValue: `HedgeNotional_${suffix}`, fundingRate: `FundingRate_${suffix}` };
  const times = days === undefined ? {} : { days, intervalHours: `FundingHours_${suffix}` };
  return String(FUT_FUNDING.native({ ...position, ...times }));
}
