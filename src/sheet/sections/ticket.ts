import { FUT_NOTIONAL } from "../../formulas/position";
import { nativeToLot } from "../../formulas/native";
import { contractsOf, type Blueprint, type SheetContract } from "../blueprint";
import { contractFormat, format, formula, text, total, word } from "../cells";
import { addLine, addRow, addSection, type Draft } from "../draft";
import type { Group } from "../groups";
import { isZeroBut } from "../native";
import type { Aim } from "../plan";
import type { SheetCell } from "../worksheet";
import { contractDecimals } from "../words";

/** What to trade, per contract, and how the number comes about. */
export function addTicket(draft: Draft, blueprint: Blueprint): void {
  const { groups, plan, money, currency } = blueprint;
  addSection(draft, "Hedge ticket");
  if (plan.aim.kind === "targetVolatility") {
    addLine(draft, {
      label: "Exposure kept",
      values: [
        formula("IF(RealisedVolatility>0,MAX(0,MIN(1,TargetVolatility/RealisedVolatility)),1)", format.percent, "ExposureScale"), // prettier-ignore
      ],
      unit: "% of exposure",
      note: "target / realised volatility, between 0 and 1",
    });
  }
  addRow(
    draft,
    text("Contract", "columnHead"),
    ...groups.map(({ choice }) => text(choice.code, "columnHead")),
  );
  const lines = (label: string, unit: string, cell: (group: Group, index: number) => SheetCell, note = "") =>
    addLine(draft, { label, values: groups.map(cell), unit, note });

  lines(
    "Exposure aimed at",
    currency,
    ({ suffix }, index) => formula(aimExposure(plan.aim, groups, index), money, `AimExposure_${suffix}`),
    AIM_NOTE[plan.aim.kind],
  );
  lines(
    "Exposure to add",
    currency,
    ({ suffix }) =>
      formula(
        `IF(${isZeroBut(`AimExposure_${suffix}-GroupExposure_${suffix}`, `(ABS(AimExposure_${suffix})+GroupGross_${suffix})`)},0,AimExposure_${suffix}-GroupExposure_${suffix})`, // prettier-ignore
        money,
        `ExposureToAdd_${suffix}`,
      ),
    "negative: futures are sold",
  );
  lines("Value of one contract", currency, (group) => contractValueCell(group, group.suffix, money));
  lines(
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
  if (groups.some(({ smallerSuffix }) => smallerSuffix !== null)) addSmallUnits(draft, blueprint);
  lines(
    "Contracts to hold",
    "contracts",
    (group) =>
      total(contractsToHold(group), contractFormat(group.choice.lot), `ContractsToHold_${group.suffix}`),
    "rounded to the lot; negative is short",
  );
  lines(
    "Contracts to trade",
    "contracts",
    ({ choice, suffix }) =>
      total(
        `ContractsToHold_${suffix}-HeldContracts_${suffix}`,
        contractFormat(choice.lot),
        `ContractsToTrade_${suffix}`,
      ),
    "to hold less held now",
  );
  if (groups.some(({ smallerSuffix }) => smallerSuffix !== null)) addSmallTicket(draft, blueprint);
  if (groups.some(({ smallerSuffix }) => smallerSuffix !== null)) {
    addRow(
      draft,
      text("Both together", "columnHead"),
      ...groups.map(({ choice }) =>
        text(choice.smaller === null ? choice.code : `${choice.code} + ${choice.smaller.code}`, "columnHead"),
      ),
    );
  }
  addOrders(draft, groups, plan.rounding);
  lines("Rounding difference", "contracts", ({ choice, suffix, smallerSuffix }) => {
    const small =
      choice.smaller === null || smallerSuffix === null
        ? ""
        : `+ContractsToHold_${smallerSuffix}/SizeRatio_${suffix}`;
    return formula(
      `ContractsToHold_${suffix}${small}-ExactContracts_${suffix}`,
      format.exact,
      `RoundingDifference_${suffix}`,
    );
  });
  lines("Notional", currency, ({ suffix, smallerSuffix }) =>
    formula(
      `ContractsToHold_${suffix}*ContractValue_${suffix}` +
        (smallerSuffix === null ? "" : `+ContractsToHold_${smallerSuffix}*ContractValue_${smallerSuffix}`),
      money,
      `HedgeNotional_${suffix}`,
    ),
  );
  lines("Exposure after the hedge", currency, ({ suffix }) =>
    formula(
      `GroupExposure_${suffix}+HedgeNotional_${suffix}*FuturesBeta_${suffix}`,
      money,
      `ExposureAfter_${suffix}`,
    ),
  );
  lines("Effective beta", "ratio", ({ suffix }) =>
    total(
      `IF(${isZeroBut(`GroupValue_${suffix}`, `GroupGross_${suffix}`)},0,ExposureAfter_${suffix}/GroupValue_${suffix})`,
      format.beta,
      `EffectiveBeta_${suffix}`,
    ),
  );
  lines(
    "Residual exposure",
    currency,
    ({ suffix }) =>
      formula(`ExposureAfter_${suffix}-AimExposure_${suffix}`, money, `ResidualExposure_${suffix}`),
    "what rounding leaves",
  );
  const isPurchase = plan.aim.kind === "cashToCome";
  lines(
    isPurchase ? "Share of the purchase hedged" : "Share of exposure hedged",
    isPurchase ? "% of purchase" : "% of exposure",
    ({ suffix }) => {
      const hedged = isPurchase ? "(CashToCome*CashBeta)" : `-GroupExposure_${suffix}`;
      return formula(
        `IF(${hedged}=0,0,HedgeNotional_${suffix}*FuturesBeta_${suffix}/${hedged})`,
        format.percent,
        `ShareHedged_${suffix}`,
      );
    },
  );
}

const AIM_NOTE: Record<Aim["kind"], string> = {
  targetBeta: "target beta × value",
  hedgeShare: "(1 − hedge share) × exposure",
  targetWeight: "target weight × portfolio value",
  targetVolatility: "exposure kept × exposure",
  cashToCome: "exposure + cash to come × its beta",
};

function aimExposure(aim: Aim, groups: readonly Group[], index: number): string {
  const suffix = groups[index]?.suffix ?? "";
  switch (aim.kind) {
    case "targetBeta":
      return `TargetBeta*GroupValue_${suffix}`;
    case "hedgeShare":
      return `(1-HedgeShare)*GroupExposure_${suffix}`;
    case "targetWeight":
      return `TargetWeight*PortfolioValue${shareOfExposure(groups, suffix)}`;
    case "targetVolatility":
      return `ExposureScale*GroupExposure_${suffix}`;
    case "cashToCome":
      return index === 0 ? `GroupExposure_${suffix}+CashToCome*CashBeta` : `GroupExposure_${suffix}`;
  }
}

/** Several contracts share a target weight in proportion to their exposures. */
function shareOfExposure(groups: readonly Group[], suffix: string): string {
  if (groups.length === 1) return "";
  const sum = groups.map((group) => `GroupExposure_${group.suffix}`).join("+");
  const size = groups.map((group) => `ABS(GroupExposure_${group.suffix})`).join("+");
  return `*IF(${isZeroBut(`(${sum})`, `(${size})`)},1/${String(groups.length)},GroupExposure_${suffix}/(${sum}))`;
}

function contractValueCell({ choice, suffix: large }: Group, suffix: string, money: string): SheetCell {
  const one = FUT_NOTIONAL.native({
    price: `FuturesPrice_${large}`,
    contract: { multiplier: `ContractMultiplier_${suffix}`, payoff: choice.payoff },
    contracts: `FxRate_${large}`,
  });
  return formula(String(one), money, `ContractValue_${suffix}`);
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

/** The hedge counted in the smaller contract, before it is split into large and small. */
function addSmallUnits(draft: Draft, { groups }: Blueprint): void {
  const small = (cell: (suffix: string, smallerSuffix: string) => SheetCell) =>
    groups.map(({ suffix, smallerSuffix }) => (smallerSuffix === null ? null : cell(suffix, smallerSuffix)));
  addLine(draft, {
    label: "Small contracts in a large one",
    values: small((suffix, smaller) =>
      word(
        `IF(ContractMultiplier_${smaller}=0,0,ContractMultiplier_${suffix}/ContractMultiplier_${smaller})`,
        `SizeRatio_${suffix}`,
      ),
    ),
    unit: "contracts",
  });
  addLine(draft, {
    label: "Exact, in small contracts",
    values: small((suffix) =>
      formula(`ExactContracts_${suffix}*SizeRatio_${suffix}`, format.exact, `ExactSmall_${suffix}`),
    ),
    unit: "contracts",
  });
  addLine(draft, {
    label: "Rounded, in small contracts",
    values: small((suffix, smaller) =>
      formula(
        nativeToLot({
          contracts: `ExactSmall_${suffix}`,
          lot: `LotSize_${smaller}`,
          rounding: "RoundingMode",
        }),
        format.fraction,
        `SmallUnits_${suffix}`,
      ),
    ),
    unit: "contracts",
    note: "split below: as many large ones as fit, the rest small",
  });
}

function addSmallTicket(draft: Draft, { groups, money, currency }: Blueprint): void {
  const small = (cell: (group: Group, smaller: string, lot: number) => SheetCell) =>
    groups.map((group) => {
      const { choice, smallerSuffix } = group;
      return choice.smaller === null || smallerSuffix === null
        ? null
        : cell(group, smallerSuffix, choice.smaller.lot);
    });
  addRow(
    draft,
    text("Smaller contract", "columnHead"),
    ...groups.map(({ choice }) => (choice.smaller === null ? null : text(choice.smaller.code, "columnHead"))),
  );
  addLine(draft, {
    label: "Value of one (smaller)",
    values: small((group, smaller) => contractValueCell(group, smaller, money)),
    unit: currency,
  });
  addLine(draft, {
    label: "Contracts to hold (smaller)",
    values: small(({ suffix }, smaller, lot) =>
      total(
        `IF(RoundingMode="none",0,SmallUnits_${suffix}-ContractsToHold_${suffix}*SizeRatio_${suffix})`,
        contractFormat(lot),
        `ContractsToHold_${smaller}`,
      ),
    ),
    unit: "contracts",
  });
  addLine(draft, {
    label: "Contracts to trade (smaller)",
    values: small((_, smaller, lot) =>
      total(
        `ContractsToHold_${smaller}-HeldContracts_${smaller}`,
        contractFormat(lot),
        `ContractsToTrade_${smaller}`,
      ),
    ),
    unit: "contracts",
  });
}

/** The orders as words, which the headline puts together. */
function addOrders(draft: Draft, groups: readonly Group[], rounding: Blueprint["plan"]["rounding"]): void {
  const contracts = contractsOf(groups);
  const order = (contract: SheetContract) =>
    word(orderText(contract, rounding), `OrderText_${contract.suffix}`);
  const large = contracts.filter(({ small }) => !small);
  addLine(draft, { label: "Order", values: large.map(order) });
  if (contracts.length > large.length) {
    addLine(draft, {
      label: "Order (smaller)",
      values: groups.map((group) => {
        const contract = contracts.find((each) => each.small && each.group === group);
        return contract === undefined ? null : order(contract);
      }),
    });
  }
  const all = contracts.map(({ suffix }) => `OrderText_${suffix}`);
  const list = all.map((name) => `IF(${name}="","",", "&${name})`).join("&");
  addLine(draft, {
    label: "Orders",
    values: [
      formula(`IF(${all.join("&")}="","nothing to trade",MID(${list},3,1000))`, "General", "OrderList"),
    ],
  });
}

function orderText(
  { suffix, group: { choice }, small }: SheetContract,
  rounding: Blueprint["plan"]["rounding"],
): string {
  const lot = small && choice.smaller !== null ? choice.smaller.lot : choice.lot;
  const trade = `ContractsToTrade_${suffix}`;
  const decimals = rounding === "none" ? contractDecimals(lot, "nearest") : contractDecimals(lot, rounding);
  const places = `IF(RoundingMode="none",4,${String(decimals)})`;
  return (
    `IF(ROUND(${trade},${places})=0,"",IF(${trade}<0,"sell ","buy ")` +
    `&FIXED(ROUND(ABS(${trade}),${places}),${places})&" "&ContractCode_${suffix})`
  );
}
