import { Decimal } from "../../calc/decimal";
import { contractDecimals } from "../plan/number-formats";
import type { ContractChoice, Rounding } from "../plan/plan";

/**
 * Numbers in sentences, twice: here for the pane, and as Excel's FIXED for the sheet. TEXT is not used,
 * because its format codes change with the language of Excel ("0.00" is no German format).
 */
export function ratioInWords(x: Decimal): string {
  return fixed(x, 2);
}

export function percentInWords(x: Decimal): string {
  return `${fixed(x.times(100), 1)}%`;
}

export function moneyInWords(x: Decimal): string {
  return fixed(x, 0);
}

/** What to tell the broker for a contract and its smaller one: ["sell 2 ES", "sell 5 MES"]. */
export function ordersInWords(
  { code, lot, smaller }: Pick<ContractChoice, "code" | "lot" | "smaller">,
  rounding: Rounding,
  trades: { readonly trade: Decimal; readonly tradeSmaller: Decimal },
): readonly string[] {
  const large = contractsInWords(trades.trade, contractDecimals(lot, rounding), code);
  const small =
    smaller === null
      ? ""
      : contractsInWords(trades.tradeSmaller, contractDecimals(smaller.lot, rounding), smaller.code);
  return [large, small].filter((order) => order !== "");
}

/** "sell 32 ES", "sell 0.163 BTCUSDT"; "" for nothing. "3,000.000" would be three million to many a reader. */
function contractsInWords(trade: Decimal, decimals: number, code: string): string {
  const rounded = trade.abs().toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  const size = fixed(rounded, rounded.isInteger() ? 0 : decimals);
  return Number(size.replaceAll(",", "")) === 0
    ? ""
    : `${trade.isNegative() ? "sell" : "buy"} ${size} ${code}`;
}

function fixed(x: Decimal, decimals: number): string {
  const [whole = "0", fraction] = x.toFixed(decimals, Decimal.ROUND_HALF_UP).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return /[1-9]/.test(digits) ? digits : digits.replace("-", "");
}
