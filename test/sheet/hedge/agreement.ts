import { hasAssetList } from "../../../src/sheet/plan/hedged-with";
import { groupsOf } from "../../../src/sheet/plan/groups";
import { hedgeInDecimals } from "../../../src/sheet/hedge/hedge-in-decimals";
import type { Holding } from "../../../src/sheet/book/holdings";
import type { HedgePlan } from "../../../src/sheet/plan/plan";
import { previewHedge } from "../../../src/sheet/hedge/preview-hedge";

type Value = number | string | boolean;

/** Something that the preview and the sheet say differently. */
export interface Difference {
  readonly what: string;
  readonly sheet: Value;
  readonly preview: Value | null;
}

/**
 * Where a calculated sheet and the preview differ: money and ratios by more than 1e-9 of what was added up,
 * contracts at all, unless the exact number is so near to where rounding turns that a double cannot tell.
 */
export function differences(plan: HedgePlan, value: (name: string) => Value): Difference[] {
  const preview = previewHedge(plan);
  const { rows } = plan.holdings;
  const gross = 1 + sizeOf(rows, plan);
  const toCome = plan.aim.kind === "cashToCome" ? plan.aim.amount * plan.aim.beta : 0;
  const found: Difference[] = [];
  const close = (what: string, ours: number | null, scale: number): void => {
    const sheet = value(what);
    const same =
      ours === null
        ? typeof sheet === "string"
        : typeof sheet === "number" && Math.abs(sheet - ours) <= 1e-9 * scale;
    if (!same) found.push({ what, sheet, preview: ours });
  };
  const portfolio = Math.max(gross, Math.abs(toCome));
  // A ratio to a total that nearly cancels is only as exact as that total.
  const perValue = (size: number, total: number, ratio: number): number =>
    total === 0 ? 1 : ((1 + Math.abs(ratio)) * Math.max(size, Math.abs(total))) / Math.abs(total);
  close("PortfolioValue", preview.portfolioValue, gross);
  close("PortfolioBeta", preview.beta, perValue(gross, preview.portfolioValue, preview.beta));
  const notionals = preview.groups.reduce((sum, { notional }) => sum + Math.abs(notional), 0);
  for (const [index, { choice, suffix, smallerSuffix, holdings }] of groupsOf(plan).entries()) {
    const group = preview.groups[index];
    if (group === undefined) throw new Error("the preview lacks a group");
    const size = portfolio + Math.abs(group.notional) * Math.abs(choice.futuresBeta);
    close(`GroupExposure_${suffix}`, group.exposure, gross);
    close(`ContractValue_${suffix}`, group.contractValue, Math.abs(group.contractValue));
    // With a list of assets, the first contract's holdings are those the list does not give to another: a difference.
    const isOfAll = plan.aim.kind === "targetWeight" || (hasAssetList(plan) && index === 0);
    const added = isOfAll ? portfolio : sizeOf(holdings, plan);
    const perExposure = 1 / Math.abs(choice.futuresBeta * group.contractValue);
    // Of a book of 1e-15 there is nothing to hedge: sums may call it 0.
    const exactScale = Math.max(Math.max(added, Math.abs(toCome)) * perExposure, 1e-6);
    close(`ExactContracts_${suffix}`, group.exact, exactScale);
    const unit =
      choice.smaller === null
        ? choice.lot
        : (choice.smaller.lot * choice.smaller.multiplier) / choice.multiplier;
    if (canRoundEitherWay(group.exact / unit, exactScale / unit, plan.rounding)) return found;
    const whole = (what: string, ours: number): void => {
      const sheet = value(what);
      const tolerance = plan.rounding === "none" ? 1e-9 * exactScale : 1e-12 * Math.abs(ours);
      if (!(typeof sheet === "number" && Math.abs(sheet - ours) <= tolerance))
        found.push({ what, sheet, preview: ours });
    };
    whole(`ContractsToHold_${suffix}`, group.contracts);
    whole(`ContractsToTrade_${suffix}`, group.trade);
    if (smallerSuffix !== null) {
      whole(`ContractsToHold_${smallerSuffix}`, group.contractsSmaller);
      whole(`ContractsToTrade_${smallerSuffix}`, group.tradeSmaller);
    }
    close(`HedgeNotional_${suffix}`, group.notional, size);
    close(`EffectiveBeta_${suffix}`, group.effectiveBeta, perValue(size, group.value, group.effectiveBeta));
    close(`ResidualExposure_${suffix}`, group.residualExposure, size);
    const perContract = Math.abs(group.margin ?? 0) / Math.max(1e-300, Math.abs(group.contracts));
    const uncertain = plan.rounding === "none" ? perContract * exactScale : 0;
    close(`MarginTotal_${suffix}`, group.margin, Math.abs(group.margin ?? 1) + uncertain);
  }
  const size = portfolio + notionals;
  close(
    "EffectiveBeta",
    preview.effectiveBeta,
    perValue(size, preview.portfolioValue, preview.effectiveBeta),
  );
  const margins = preview.groups.reduce((sum, { margin }) => sum + (margin ?? 0), 0);
  const lowest = plan.cash === null ? null : hedgeInDecimals(plan).LowestCash.toNumber();
  close("LowestCash", lowest, size + margins + (plan.cash ?? 0));
  close("UnhedgedAt_Shock", preview.atShock.unhedged, size);
  close("FuturesAt_Shock", preview.atShock.futures, size);
  close("HedgedAt_Shock", preview.atShock.hedged, size);
  // Contracts are compared above. Betas have two decimals; to a total that nearly cancels they have none that count.
  const isBalanced = Math.abs(preview.portfolioValue) < 1e-6 * gross;
  const unit = plan.rounding === "none" || isBalanced ? Infinity : 0.01;
  const headline = value("HedgeHeadline");
  if (!saysTheSame(String(headline), preview.headline, unit))
    found.push({ what: "HedgeHeadline", sheet: headline, preview: preview.headline });
  return found;
}

/** The same words, and the same numbers within so much and 1e-9. */
export function saysTheSame(one: string, other: string | undefined, unit: number): boolean {
  const NUMBER = /\d[\d,]*(\.\d+)?/g;
  const numbers = (text: string) =>
    (text.match(NUMBER) ?? []).map((each) => Number(each.replaceAll(",", "")));
  if (one.replace(NUMBER, "…") !== other?.replace(NUMBER, "…")) return false;
  const others = numbers(other);
  return numbers(one).every((each, n) => Math.abs(each - (others[n] ?? NaN)) <= unit + 1e-9 * Math.abs(each));
}

/** What is added up for an exposure and its aim, each without its sign. */
function sizeOf(holdings: readonly Holding[], { aim, defaultBeta }: HedgePlan): number {
  const target = aim.kind === "targetBeta" ? Math.abs(aim.targetBeta) : 0;
  const weight = ({ beta }: Holding): number => Math.max(1, target, Math.abs(beta ?? defaultBeta));
  return holdings.reduce((sum, holding) => sum + Math.abs(holding.value) * weight(holding), 0);
}

/** Whether a number of lots is so near to where rounding turns that a double, which errs by its size, cannot tell. */
function canRoundEitherWay(lots: number, size: number, rounding: HedgePlan["rounding"]): boolean {
  if (rounding === "none") return false;
  // Where the add-in's rounding turns: see src/calc/rounding.ts.
  const noise = Math.min(Math.abs(lots) * 1e-9, 0.001);
  const turn = { nearest: 0.5 - noise, down: 1 - noise, up: noise }[rounding];
  const beyond = Math.abs(lots) % 1;
  const distance = Math.min(Math.abs(beyond - turn), 1 - Math.abs(beyond - turn));
  return size > 1e12 || distance < 1e-14 * size;
}
