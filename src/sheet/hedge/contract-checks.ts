import { Decimal, fromCell } from "../../calc/decimal";
import { findContract } from "../../contracts/catalogue";
import { MARGIN_FACTOR } from "./cash-ladder";
import { always, type ContractCheck, type Needs } from "./check";
import { exceeds, exceedsNative, isFar, isFarNative } from "./exceeds";
import { isDated, isIsolated, isMarginedByAmount, type Group } from "../plan/groups";
import { smallestUseful, type GroupNumbers } from "./hedge-numbers";
import {
  FAR_FROM_SPOT,
  LARGE_INDEX_MARGIN,
  MARGIN_LIKE_NOTIONAL,
  MOST_LEVERAGE,
  NOTHING,
  STALE_DAYS,
  TOLERANCE,
} from "./limits";
import { anyOf } from "./native";
import { isOnCoin } from "./own-coin";
import { moneyInWords } from "./words";

/** A share of the exposure, and never less than a computer's noise in contracts. */
const tolerated = ({ exposure, aim, contractValue }: GroupNumbers): Decimal =>
  Decimal.max(Decimal.max(exposure.abs(), aim.abs()).times(TOLERANCE), contractValue.times(NOTHING));
const toleratedNative = (suffix: string): string =>
  `MAX(ResidualTolerance*MAX(ABS(GroupExposure_${suffix}),ABS(AimExposure_${suffix})),${NOTHING}*ContractValue_${suffix})`;

/** Blank, or no number above 0. */
const blankOf =
  (...inputs: readonly string[]) =>
  ({ suffix }: Group): string => {
    const numbers = inputs.map((input) => `N(${input}_${suffix})`);
    return `${numbers.length === 1 ? numbers.join("") : `MIN(${numbers.join(",")})`}<=0`;
  };
const MARGIN: Needs<[Group]> = {
  blank: blankOf("InitialMargin"),
  advice: "enter the initial margin to check this.",
};
const BOTH_MARGINS: Needs<[Group]> = {
  blank: blankOf("InitialMargin", "MaintenanceMargin"),
  advice: "enter the initial and the maintenance margin to check this.",
};

export const CONTRACT_CHECKS: readonly ContractCheck[] = [
  {
    check: "Hedge large enough",
    advice: "the hedge is too small for this contract. Choose a smaller one, or another rounding.",
    applies: always,
    open: ({ suffix, smallerSuffix }) =>
      `AND(ABS(ExactContracts_${suffix})>${NOTHING},ContractsToHold_${suffix}=0${smallerSuffix === null ? "" : `,ContractsToHold_${smallerSuffix}=0`})`,
    isOpen: ({ exact, contracts, contractsSmaller }) =>
      exact.abs().greaterThan(NOTHING) && contracts.isZero() && contractsSmaller.isZero(),
    detail: {
      native: (group, { aim }) => {
        const [hedged, what] =
          aim.kind === "cashToCome" ? ["CashToCome", "cash"] : [`GroupValue_${group.suffix}`, "holdings"];
        return `IF(${hedged}=0,""," (smallest order: for ${what} of "&FIXED(ROUND(${smallestUsefulNative(group, hedged)},0),0)&")")`;
      },
      words: (numbers, { aim }) => {
        const [hedged, what] =
          aim.kind === "cashToCome" ? [fromCell(aim.amount), "cash"] : [numbers.value, "holdings"];
        if (hedged.isZero()) return "";
        return ` (smallest order: for ${what} of ${moneyInWords(smallestUseful({ ...numbers, value: hedged }))})`;
      },
    },
  },
  {
    check: "Not over-hedged",
    advice: "the hedge turns the exposure around, past zero. Round down, or use a smaller contract.",
    applies: always,
    open: ({ suffix }) =>
      `AND(AimExposure_${suffix}*GroupExposure_${suffix}>=0,ExposureAfter_${suffix}*GroupExposure_${suffix}<0,${exceedsNative(`ABS(ExposureAfter_${suffix})`, toleratedNative(suffix))})`,
    isOpen: (numbers) => {
      const { aim, exposure, futuresExposure } = numbers;
      const after = exposure.plus(futuresExposure);
      return (
        aim.times(exposure).greaterThanOrEqualTo(0) &&
        after.times(exposure).lessThan(0) &&
        exceeds(after.abs(), tolerated(numbers))
      );
    },
  },
  {
    check: "Rounding within tolerance",
    advice:
      "whole contracts miss the aim by more than the tolerance. Add a smaller contract for the remainder.",
    applies: always,
    open: ({ suffix }) => exceedsNative(`ABS(ResidualExposure_${suffix})`, toleratedNative(suffix)),
    isOpen: (numbers) => exceeds(numbers.residual.abs(), tolerated(numbers)),
  },
  {
    check: "Held in whole lots",
    advice:
      "what is held is not in whole lots, so the order is not either, and its words are rounded. Check it, and the lot.",
    applies: always,
    open: ({ suffix, smallerSuffix }) => {
      const held = [suffix, ...(smallerSuffix === null ? [] : [smallerSuffix])].map(brokenLotNative);
      return `AND(RoundingMode<>"none",${anyOf(held)})`;
    },
    isOpen: ({ group: { choice } }, { rounding }) => {
      const { held, lot, smaller, heldSmaller } = choice;
      return (
        rounding !== "none" &&
        (isBrokenLot(held, lot) || (smaller !== null && isBrokenLot(heldSmaller, smaller.lot)))
      );
    },
  },
  {
    check: "Multiplier as in the catalogue",
    advice:
      "the multiplier is not the exchange's. Enter that of the contract you trade: a mini's with a micro hedges ten times off.",
    applies: (group) => specified(group).length > 0,
    open: (group) =>
      anyOf(
        specified(group).map(({ suffix, exchanges }) => `ContractMultiplier_${suffix}<>${String(exchanges)}`),
      ),
    isOpen: ({ group }) => specified(group).some(({ multiplier, exchanges }) => multiplier !== exchanges),
  },
  {
    check: "Price near spot",
    advice: "the futures price is more than 10 % from the spot. Is one of them another contract's, or old?",
    applies: always,
    open: ({ suffix }) =>
      `AND(N(SpotPrice_${suffix})>0,${isFarNative(`FuturesPrice_${suffix}`, `N(SpotPrice_${suffix})`, FAR_FROM_SPOT)})`,
    needs: { blank: blankOf("SpotPrice"), advice: "enter the spot or index level to check this." },
    isOpen: ({ group: { choice } }) =>
      choice.spot !== null && isFar(choice.price, choice.spot, FAR_FROM_SPOT),
  },
  {
    check: "Margin is not the notional",
    advice:
      "the margin is more than half of a contract's value. Is it the notional, or all contracts'? Enter that of one.",
    applies: isMarginedByAmount,
    open: ({ suffix }) =>
      exceedsNative(marginNative(suffix), `${String(MARGIN_LIKE_NOTIONAL)}*ContractValue_${suffix}`),
    needs: MARGIN,
    isOpen: (numbers) => exceeds(marginOf(numbers), numbers.contractValue.times(MARGIN_LIKE_NOTIONAL)),
  },
  {
    check: "Price fits the margin",
    advice:
      "the margin is more than a quarter of the contract's value, far above an index future's. Is the price another contract's?",
    applies: (group) => isMarginedByAmount(group) && isOnShareIndex(group),
    open: ({ suffix }) => {
      const margin = marginNative(suffix);
      const value = `ContractValue_${suffix}`;
      return `AND(${exceedsNative(margin, `${String(LARGE_INDEX_MARGIN)}*${value}`)},NOT(${exceedsNative(margin, `${String(MARGIN_LIKE_NOTIONAL)}*${value}`)}))`;
    },
    needs: MARGIN,
    isOpen: (numbers) => {
      const [margin, value] = [marginOf(numbers), numbers.contractValue];
      return (
        exceeds(margin, value.times(LARGE_INDEX_MARGIN)) &&
        !exceeds(margin, value.times(MARGIN_LIKE_NOTIONAL))
      );
    },
  },
  {
    check: "Initial above maintenance",
    advice: "the maintenance margin is above the initial margin. Are they swapped?",
    applies: isMarginedByAmount,
    open: ({ suffix }) =>
      `AND(N(InitialMargin_${suffix})>0,N(MaintenanceMargin_${suffix})>N(InitialMargin_${suffix}))`,
    needs: BOTH_MARGINS,
    isOpen: ({ group: { choice } }) =>
      (choice.initialMargin ?? 0) > 0 && (choice.maintenanceMargin ?? 0) > (choice.initialMargin ?? 0),
  },
  {
    check: "Margins fit together",
    advice:
      "initial / maintenance is far from the usual factor of the inputs. Are both of the same contract and day?",
    applies: isMarginedByAmount,
    open: ({ suffix }) =>
      `AND(N(InitialMargin_${suffix})>0,N(MaintenanceMargin_${suffix})>0,${exceedsNative(`ABS(N(InitialMargin_${suffix})-MarginFactor*N(MaintenanceMargin_${suffix}))`, `0.1*N(MaintenanceMargin_${suffix})`)})`,
    needs: BOTH_MARGINS,
    isOpen: ({ group: { choice } }) => {
      const { initialMargin, maintenanceMargin } = choice;
      if (
        initialMargin === null ||
        maintenanceMargin === null ||
        initialMargin <= 0 ||
        maintenanceMargin <= 0
      )
        return false;
      const maintenance = fromCell(maintenanceMargin);
      const miss = fromCell(initialMargin).minus(maintenance.times(MARGIN_FACTOR)).abs();
      return exceeds(miss, maintenance.times("0.1"));
    },
  },
  {
    check: "Leverage moderate",
    advice:
      "leverage above 3 brings the liquidation price near, and with it the end of the hedge. Post more margin.",
    applies: isIsolated,
    open: ({ suffix }) => `N(IsolatedLeverage_${suffix})>${String(MOST_LEVERAGE)}`,
    needs: { blank: blankOf("IsolatedLeverage"), advice: "enter the leverage to check this." },
    isOpen: ({ group: { choice } }) => (choice.leverage ?? 0) > MOST_LEVERAGE,
  },
  {
    check: "Maintenance below margin",
    advice: "the maintenance rate eats up all of the margin: liquidated at once. Is 0.5 % entered as 0.5?",
    applies: isIsolated,
    open: ({ suffix }) => `N(IsolatedLeverage_${suffix})*N(MaintenanceRate_${suffix})>=1`,
    needs: {
      blank: ({ suffix }) => `OR(N(IsolatedLeverage_${suffix})<=0,NOT(ISNUMBER(MaintenanceRate_${suffix})))`,
      advice: "enter the leverage and the maintenance rate to check this.",
    },
    isOpen: ({ group: { choice } }) =>
      fromCell(choice.leverage ?? 0)
        .times(fromCell(choice.maintenanceRate ?? 0))
        .greaterThanOrEqualTo(1),
  },
  {
    check: "Not expired",
    advice: "the contract has expired on the as-of date. Enter the next expiry and its price.",
    applies: isDated,
    open: ({ suffix }) => `AND(N(ExpiryDate_${suffix})>0,N(ExpiryDate_${suffix})<AsOfDate)`,
    needs: { blank: blankOf("ExpiryDate"), advice: "enter the expiry to check this." },
    isOpen: ({ group: { choice } }, { asOf }) => choice.expiry !== null && choice.expiry < asOf,
  },
  {
    // Most exchanges publish no roll date: there the last day to roll is the expiry.
    check: "Roll not due",
    advice:
      "the roll date, or the expiry where there is none, is within 7 days or past. Plan the roll into the next contract.",
    applies: isDated,
    open: ({ suffix }) => {
      const [roll, expiry] = [`N(RollDate_${suffix})`, `N(ExpiryDate_${suffix})`];
      return `AND(MAX(${roll},${expiry})>0,IF(${roll}>0,${roll},${expiry})-AsOfDate<=7)`;
    },
    needs: {
      blank: ({ suffix }) => `MAX(N(RollDate_${suffix}),N(ExpiryDate_${suffix}))<=0`,
      advice: "enter the roll date or the expiry to check this.",
    },
    isOpen: ({ group: { choice } }, { asOf }) => {
      const last = choice.roll ?? choice.expiry;
      return last !== null && last - asOf <= 7;
    },
  },
  {
    check: "Margins fresh",
    advice: "the margin's date and the as-of date are too far apart. Ask your broker for today's margin.",
    applies: isMarginedByAmount,
    open: ({ suffix }) =>
      `AND(N(InitialMargin_${suffix})>0,N(MarginDate_${suffix})>0,ABS(AsOfDate-N(MarginDate_${suffix}))>StaleDays)`,
    needs: {
      blank: blankOf("InitialMargin", "MarginDate"),
      advice: "enter the initial margin and its date to check this.",
    },
    isOpen: ({ group: { choice } }, { asOf }) =>
      (choice.initialMargin ?? 0) > 0 &&
      choice.marginDate !== null &&
      Math.abs(asOf - choice.marginDate) > STALE_DAYS,
  },
  {
    check: "Same underlying",
    advice:
      "the futures beta is not 1, so the betas are to another index. Basis risk remains; betas to its own index are better.",
    // A coin's contract has a beta to Bitcoin, as its coin has: see "Betas are to the contract".
    applies: (group) => !isOnCoin(group),
    open: ({ suffix }) => `FuturesBeta_${suffix}<>1`,
    isOpen: ({ group: { choice } }) => choice.futuresBeta !== 1,
  },
];

/** Whether contracts held are no multiple of the lot, by more than a computer's noise. */
function isBrokenLot(held: number, lot: number): boolean {
  const lots = fromCell(held).dividedBy(fromCell(lot)).abs();
  return exceeds(lots.minus(lots.round()).abs(), Decimal.max(1, lots).times(NOTHING));
}

function brokenLotNative(suffix: string): string {
  const lots = `ABS(N(HeldContracts_${suffix})/LotSize_${suffix})`;
  return exceedsNative(`ABS(${lots}-ROUND(${lots},0))`, `${NOTHING}*MAX(1,${lots})`);
}

/** Initial margin of one contract, in the book's currency. */
function marginOf({ group: { choice } }: GroupNumbers): Decimal {
  return fromCell(choice.initialMargin ?? 0).times(fromCell(choice.fx));
}

function marginNative(suffix: string): string {
  return `N(InitialMargin_${suffix})*FxRate_${suffix}`;
}

/** See {@link smallestUseful}. */
function smallestUsefulNative({ suffix, smallerSuffix }: Group, hedged: string): string {
  const one =
    smallerSuffix === null
      ? `LotSize_${suffix}`
      : `LotSize_${smallerSuffix}*ContractMultiplier_${smallerSuffix}/ContractMultiplier_${suffix}`;
  return `ABS(${hedged}/ExactContracts_${suffix})*${one}`;
}

function isOnShareIndex({ choice }: Group): boolean {
  const rule = findContract(choice.code)?.expiryRule ?? null;
  return rule !== null && rule !== "cme-crypto" && rule !== "cme-friday";
}

/** The contract and its smaller one, of those that the catalogue has, with the multiplier that the exchange sets. */
function specified({ choice, suffix, smallerSuffix }: Group) {
  const { code, multiplier, smaller } = choice;
  const both = [{ code, multiplier, suffix }];
  if (smaller !== null) both.push({ ...smaller, suffix: smallerSuffix ?? "" });
  return both.flatMap((each) => {
    const contract = findContract(each.code);
    return contract === undefined ? [] : [{ ...each, exchanges: contract.multiplier.toNumber() }];
  });
}
