import { findContract } from "../../../contracts/catalogue";
import { FUT_BASIS, FUT_FUNDING } from "../../../formulas/carry";
import { known, UNKNOWN } from "../../hedge/dashes";
import { BOOK_CELLS, contractCell, contractCells } from "../../plan/cell-names";
import { isDated, isPerpetual } from "../../plan/groups";
import { format } from "../../plan/number-formats";
import { priceUnit } from "../../plan/units";
import type { Blueprint } from "../blueprint";
import { word } from "../sheet-cells";
import {
  addContractHeads,
  addSection,
  contractLines,
  formulaLines,
  type ContractCells,
  type Draft,
} from "../draft";

const { AsOfDate, HorizonDays } = BOOK_CELLS;

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

function addBasis(draft: Draft, { groups, hedge }: Blueprint): void {
  const line = formulaLines(draft, hedge);
  const datedLine = formulaLines(draft, hedge, isDated);
  line(
    {
      label: "Basis",
      unit: priceUnit(groups),
      name: "PriceBasis",
      format: format.signed,
      note: "futures less spot; set the spot in the inputs to see it",
    },
    (cells) => known(cells.SpotPrice, basis(cells)),
  );
  line(
    { label: "Basis in %", unit: "% of spot", name: "RelativeBasis", format: format.basis },
    ({ SpotPrice, FuturesPrice }) => known(SpotPrice, `${FuturesPrice}/${SpotPrice}-1`),
  );
  datedLine(
    { label: "Days to expiry", unit: "days", name: "ExpiryDays", format: format.days },
    ({ ExpiryDate }) => known(ExpiryDate, `${ExpiryDate}-${AsOfDate}`),
  );
  datedLine(
    { label: "Basis, annualised", unit: "% a year", name: "AnnualBasis", format: format.percent },
    (cells) => {
      const { RelativeBasis, ExpiryDays } = cells;
      return knownOver(RelativeBasis, `N(${ExpiryDays})<=0`, basis(cells, ExpiryDays));
    },
  );
}

/** A futures position earns or pays the basis as its price becomes the spot. */
function addCarryOfBasis(draft: Draft, { hedge, money, currency }: Blueprint): void {
  const line = formulaLines(draft, hedge, isDated);
  line(
    {
      label: "Carry to expiry",
      unit: currency,
      name: "CarryToExpiry",
      format: money,
      note: "what the basis pays as it closes: a short earns a positive basis",
    },
    ({ SpotPrice, FuturesPrice, HedgeNotional }) =>
      known(SpotPrice, `IF(${FuturesPrice}=0,0,${HedgeNotional}*(${SpotPrice}/${FuturesPrice}-1))`),
  );
  line(
    {
      label: "Carry to the horizon",
      unit: currency,
      name: "CarryToHorizon",
      format: money,
      note: "at the same rate; past the expiry by rolling",
    },
    ({ CarryToExpiry, ExpiryDays }) =>
      knownOver(CarryToExpiry, `N(${ExpiryDays})<=0`, `${CarryToExpiry}*${HorizonDays}/${ExpiryDays}`),
  );
}

function addFunding(draft: Draft, { groups, hedge, money, currency }: Blueprint): void {
  const line = formulaLines(draft, hedge, isPerpetual);
  line(
    {
      label: "Funding an interval",
      unit: currency,
      name: "FundingInterval",
      format: money,
      note: "positive: you receive; negative: you pay",
    },
    (cells) => known(cells.FundingRate, funding(cells), true),
  );
  contractLines(draft, groups, isPerpetual)("You", "", ({ suffix }) => {
    const { FundingInterval } = contractCells(suffix);
    const side = `IF(${FundingInterval}>0,"receive","pay")`;
    return word(known(FundingInterval, side), contractCell("FundingSide", suffix));
  });
  const overDays = (label: string, days: string, name: "FundingToHorizon" | "FundingYear"): void => {
    line({ label, unit: currency, name, format: money, note: "at today's rate" }, (cells) => {
      const { FundingInterval, FundingHours } = cells;
      return knownOver(FundingInterval, `N(${FundingHours})=0`, funding(cells, days));
    });
  };
  overDays("Funding to the horizon", HorizonDays, "FundingToHorizon");
  overDays("Funding a year", "365", "FundingYear");
}

/**
 * What the other kind of contract would have to pay: the one's basis as a funding rate, the other's funding as a basis.
 */
function addBreakEven(draft: Draft, { hedge }: Blueprint): void {
  formulaLines(
    draft,
    hedge,
    isDated,
  )(
    {
      label: "Break-even against a perpetual",
      unit: "per 8 h",
      name: "BreakEvenFunding",
      format: format.rate,
      note: "the funding rate that pays a short as much as this basis",
    },
    ({ AnnualBasis }) => known(AnnualBasis, `${AnnualBasis}/(365*24/8)`, true),
  );
  formulaLines(
    draft,
    hedge,
    isPerpetual,
  )(
    {
      label: "Break-even against a dated future",
      unit: "% a year",
      name: "BreakEvenBasis",
      format: format.percent,
      note: "the annualised basis that pays a short as much as this funding",
    },
    ({ FundingRate, FundingHours }) =>
      knownOver(FundingRate, `N(${FundingHours})=0`, `${FundingRate}*365*24/${FundingHours}`),
  );
}

/** Expiries before the horizon's end; with one on its last day the hedge ends, and nothing is rolled. */
function addRoll(draft: Draft, { hedge }: Blueprint): void {
  const line = formulaLines(draft, hedge, isDated);
  line(
    {
      label: "Days to the roll",
      unit: "days",
      name: "RollDays",
      format: format.days,
      note: "from the as-of date to the roll date of the inputs",
    },
    ({ RollDate }) => known(RollDate, `${RollDate}-${AsOfDate}`),
  );
  line(
    {
      label: "Rolls within the horizon",
      unit: "rolls",
      name: "HorizonRolls",
      format: format.days,
      note: "each into the contract that expires next",
    },
    ({ ExpiryDate }, { group }) => {
      const days = daysBetweenExpiries(group.choice.code);
      return known(ExpiryDate, `MAX(0,-INT((${ExpiryDate}-${AsOfDate}-${HorizonDays})/${days}))`);
    },
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
function basis({ SpotPrice: spot, FuturesPrice: futuresPrice }: ContractCells, days?: string): string {
  const prices = { spot, futuresPrice };
  return String(FUT_BASIS.native(days === undefined ? prices : { ...prices, days }));
}

/** Of one interval, or over days. */
function funding({ HedgeNotional, FundingRate, FundingHours }: ContractCells, days?: string): string {
  const position = { positionValue: HedgeNotional, fundingRate: FundingRate };
  const times = days === undefined ? {} : { days, intervalHours: FundingHours };
  return String(FUT_FUNDING.native({ ...position, ...times }));
}

/** The expression where an amount is known and there is a time that it is earned or paid over; else a dash. */
function knownOver(amount: string, isNoTime: string, expression: string): string {
  return `IF(OR(NOT(ISNUMBER(${amount})),${isNoTime}),${UNKNOWN},${expression})`;
}
