import type { BookFigure } from "../plan/figure-names";
import type { HedgeSpelling, ContractOf, HedgeOf } from "../plan/figures";
import type { Spelling } from "../../calc/spelling";
import { aimKind } from "../plan/aims";
import { futuresExposure } from "./contract-figures";
import { isZeroBut, ratio } from "../noise";

/**
 * The whole book without and with its hedge: each figure, once. The lowest cash is not among them: it follows from the
 * ladder, which the sheet has cell by cell (cash-ladder.ts).
 */
export const FIGURES_OF_BOOK: Readonly<Record<Exclude<BookFigure, "LowestCash">, HedgeSpelling>> = {
  PortfolioBeta: (s, { PortfolioExposure, PortfolioValue, GrossValue }) =>
    ratio(s, PortfolioExposure, PortfolioValue, GrossValue),
  /** Share of the exposure that a volatility target keeps: target / realised, within 0 and 1. */
  ExposureScale: (s, { TargetVolatility, RealisedVolatility }) => {
    const [none, all] = [s.number(0), s.number(1)];
    const scale = s.greatest(none, s.least(all, s.over(TargetVolatility, RealisedVolatility)));
    return s.either(s.isAbove(RealisedVolatility, none), scale, all);
  },
  FuturesExposure: (s, { contracts }) => s.sum(contracts.map((of) => futuresExposure(s, of))),
  NetExposure: (s, { PortfolioExposure, FuturesExposure }) => s.plus(PortfolioExposure, FuturesExposure),
  /** What loses when the market moves: the holdings, less a purchase to come that gets dearer. */
  ExposureAtRisk: (s, hedge) => {
    const purchase = aimKind(hedge.plan.aim.kind).purchase?.(s, hedge).exposure;
    return purchase === undefined ? hedge.PortfolioExposure : s.minus(hedge.PortfolioExposure, purchase);
  },
  EffectiveBeta: (s, { NetExposure, PortfolioValue, GrossValue }) =>
    ratio(s, NetExposure, PortfolioValue, GrossValue),
  /** (long + short + futures notional) / value. */
  GrossLeverage: (s, { contracts, GrossValue, PortfolioValue }) => {
    const futures = contracts.map(({ HedgeNotional }) => s.abs(HedgeNotional));
    const leverage = s.over(s.sum([GrossValue, ...futures]), s.abs(PortfolioValue));
    return s.either(isZeroBut(s, PortfolioValue, GrossValue), s.number(0), leverage);
  },
  /** Of all contracts: what is left alone is no part of it. */
  HedgedExposure: (s, { contracts }) => s.sum(contracts.map(({ GroupExposure }) => GroupExposure)),
  WeightNow: (s, { HedgedExposure, PortfolioValue, GrossValue }) =>
    ratio(s, HedgedExposure, PortfolioValue, GrossValue),
  WeightOn: (s, { HedgedExposure, FuturesExposure, PortfolioValue, GrossValue }) =>
    ratio(s, s.plus(HedgedExposure, FuturesExposure), PortfolioValue, GrossValue),
  /** Initial margin of all contracts; what is not known counts as 0, unless none is. */
  TotalMargin: (s, { contracts }) =>
    sumOfKnown(
      s,
      contracts.map(({ MarginTotal }) => MarginTotal),
    ),
  TotalMaintenance: (s, { contracts }) =>
    sumOfKnown(
      s,
      contracts.map(({ MaintenanceTotal }) => MaintenanceTotal),
    ),
  /** Index level for the put: the spot; the futures price where it is blank. */
  PutSpot: (s, { contracts: [first] }) => {
    if (first === undefined) return s.unknown;
    const isBlank = s.isEqual(s.orZero(first.SpotPrice), s.number(0));
    return s.either(isBlank, first.FuturesPrice, first.SpotPrice);
  },
};

/** The sum of the parts that are known; unknown where none is. */
export function sumOfKnown<N, B, T>(s: Spelling<N, B, T>, parts: readonly N[]): N {
  const isNone = s.isEqual(s.countKnown(parts), s.number(0));
  return s.either(isNone, s.unknown, s.sum(parts.map((part) => s.orZero(part))));
}

/** "ES: margin not known; NQ: margin not known": the contracts held whose part of a total is not known; "" for none. */
export function unknownParts<N, B, T>(
  s: Spelling<N, B, T>,
  { contracts }: HedgeOf<N, T>,
  what: string,
  partOf: (of: ContractOf<N, T>) => N,
): T {
  const each = contracts.map((of) => {
    const isHeld = s.isOther(of.HedgeNotional, s.number(0));
    const words = s.text(`; ${of.group.choice.code}: ${what} not known`);
    return s.eitherText(s.all([s.not(s.isKnown(partOf(of))), isHeld]), words, s.text(""));
  });
  return s.withoutFirst(s.join(each), 2);
}

/** Profit and loss of a market move: portfolio + futures = net. */
export function profitAt<N, B, T>(s: Spelling<N, B, T>, hedge: HedgeOf<N, T>, move: N) {
  const unhedged = s.times(hedge.ExposureAtRisk, move);
  const futures = s.times(hedge.FuturesExposure, move);
  return { unhedged, futures, hedged: s.plus(unhedged, futures) };
}
