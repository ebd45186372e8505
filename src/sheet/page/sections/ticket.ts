import { nativeToLot } from "../../../formulas/native";
import type { Blueprint } from "../blueprint";
import { formula, text, total } from "../cells";
import { addContractHeads, addLine, addRow, addSection, contractLines, type Draft } from "../draft";
import type { Group } from "../../plan/groups";
import { isZeroBut } from "../../hedge/native";
import { AIM_NOTE, aimExposure } from "./aim-exposure";
import { contractValueCell } from "./contract-value";
import { addOrders } from "./orders";
import { addSmallerTicket, addSmallUnits, hasSmaller } from "./smaller-ticket";
import { contractFormat, format } from "../../plan/number-formats";

/** What to trade, per contract, and how the number comes about. */
export function addTicket(draft: Draft, blueprint: Blueprint): void {
  addSection(draft, "Hedge ticket");
  if (blueprint.plan.aim.kind === "targetVolatility") addScale(draft);
  addContractHeads(draft, "Contract", blueprint.groups);
  addExact(draft, blueprint);
  addWhole(draft, blueprint);
  addOrders(draft, blueprint);
  addPosition(draft, blueprint);
  addOutcome(draft, blueprint);
}

function addScale(draft: Draft): void {
  const scale = "IF(RealisedVolatility>0,MAX(0,MIN(1,TargetVolatility/RealisedVolatility)),1)";
  addLine(
    draft,
    "Exposure kept",
    formula(scale, format.percent, "ExposureScale"),
    "% of exposure",
    "target / realised volatility, between 0 and 1",
  );
}

/** From exposures to a number of contracts that nobody can trade yet. */
function addExact(draft: Draft, { groups, plan, money, currency }: Blueprint): void {
  const line = contractLines(draft, groups);
  line(
    "Exposure aimed at",
    currency,
    ({ suffix }, index) => formula(aimExposure(plan.aim, groups, index), money, `AimExposure_${suffix}`),
    AIM_NOTE[plan.aim.kind],
  );
  line(
    "Exposure to add",
    currency,
    ({ suffix }) => {
      const change = `AimExposure_${suffix}-GroupExposure_${suffix}`;
      const size = `(ABS(AimExposure_${suffix})+GroupGross_${suffix})`;
      return formula(`IF(${isZeroBut(change, size)},0,${change})`, money, `ExposureToAdd_${suffix}`);
    },
    "negative: futures are sold",
  );
  line("Value of one contract", currency, (group) => contractValueCell(group, group.suffix, money));
  line(
    "Contracts, exact",
    "contracts",
    ({ suffix }) =>
      formula(
        `IF(FuturesBeta_${suffix}*ContractValue_${suffix}=0,0,ExposureToAdd_${suffix}/(FuturesBeta_${suffix}*ContractValue_${suffix}))`,
        format.exact,
        `ExactContracts_${suffix}`,
      ),
    "exposure to add / (futures beta × value of one contract)",
  );
}

/** To the lot, or split into large and small contracts; what is held is netted. */
function addWhole(draft: Draft, blueprint: Blueprint): void {
  const { groups, plan } = blueprint;
  const line = contractLines(draft, groups);
  if (hasSmaller(groups)) addSmallUnits(draft, blueprint);
  line(
    "Contracts to hold",
    "contracts",
    (group) =>
      total(
        contractsToHold(group),
        contractFormat(group.choice.lot, plan.rounding),
        `ContractsToHold_${group.suffix}`,
      ),
    "rounded to the lot; negative is short",
  );
  line(
    "Contracts to trade",
    "contracts",
    ({ choice, suffix }) =>
      total(
        `ContractsToHold_${suffix}-HeldContracts_${suffix}`,
        contractFormat(choice.lot, plan.rounding),
        `ContractsToTrade_${suffix}`,
      ),
    "to hold less held now",
  );
  if (!hasSmaller(groups)) return;
  addSmallerTicket(draft, blueprint);
  const both = groups.map(({ choice: { code, smaller } }) =>
    text(smaller === null ? code : `${code} + ${smaller.code}`, "columnHead"),
  );
  addRow(draft, text("Both together", "columnHead"), ...both);
}

function contractsToHold({ suffix, smallerSuffix }: Group): string {
  if (smallerSuffix === null) {
    return nativeToLot({
      contracts: `ExactContracts_${suffix}`,
      lot: `LotSize_${suffix}`,
      rounding: "RoundingMode",
    });
  }
  const large = `TRUNC(ROUND(SmallUnits_${suffix}/SizeRatio_${suffix}/LotSize_${suffix},9))*LotSize_${suffix}`;
  return `IF(RoundingMode="none",ExactContracts_${suffix},IF(SizeRatio_${suffix}=0,0,${large}))`;
}

function addPosition(draft: Draft, { groups, money, currency }: Blueprint): void {
  const line = contractLines(draft, groups);
  line("Rounding difference", "contracts", ({ suffix, smallerSuffix }) => {
    const small = smallerSuffix === null ? "" : `+ContractsToHold_${smallerSuffix}/SizeRatio_${suffix}`;
    return formula(
      `ContractsToHold_${suffix}${small}-ExactContracts_${suffix}`,
      format.exact,
      `RoundingDifference_${suffix}`,
    );
  });
  line("Notional", currency, ({ suffix, smallerSuffix }) => {
    const value = (each: string): string => `ContractsToHold_${each}*ContractValue_${each}`;
    const small = smallerSuffix === null ? "" : `+${value(smallerSuffix)}`;
    return formula(`${value(suffix)}${small}`, money, `HedgeNotional_${suffix}`);
  });
}

/** What is left of the exposure, and how much of it the futures took. */
function addOutcome(draft: Draft, { groups, plan, money, currency }: Blueprint): void {
  const line = contractLines(draft, groups);
  line("Exposure after the hedge", currency, ({ suffix }) =>
    formula(
      `GroupExposure_${suffix}+HedgeNotional_${suffix}*FuturesBeta_${suffix}`,
      money,
      `ExposureAfter_${suffix}`,
    ),
  );
  line("Effective beta", "ratio", ({ suffix }) =>
    total(
      `IF(${isZeroBut(`GroupValue_${suffix}`, `GroupGross_${suffix}`)},0,ExposureAfter_${suffix}/GroupValue_${suffix})`,
      format.beta,
      `EffectiveBeta_${suffix}`,
    ),
  );
  line(
    "Residual exposure",
    currency,
    ({ suffix }) =>
      formula(`ExposureAfter_${suffix}-AimExposure_${suffix}`, money, `ResidualExposure_${suffix}`),
    "what rounding leaves",
  );
  const isPurchase = plan.aim.kind === "cashToCome";
  line(
    isPurchase ? "Share of the purchase hedged" : "Share of exposure hedged",
    isPurchase ? "% of purchase" : "% of exposure",
    ({ suffix }) => {
      const hedged = isPurchase ? "(CashToCome*CashBeta)" : `-GroupExposure_${suffix}`;
      const isNothing = isPurchase
        ? `${hedged}=0`
        : isZeroBut(`GroupExposure_${suffix}`, `GroupGross_${suffix}`);
      return formula(
        `IF(${isNothing},0,HedgeNotional_${suffix}*FuturesBeta_${suffix}/${hedged})`,
        format.percent,
        `ShareHedged_${suffix}`,
      );
    },
  );
}
