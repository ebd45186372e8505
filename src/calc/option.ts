import { Decimal } from "./decimal";
import { requireNotNegative, requirePositive } from "./errors";

/**
 * European put, Black-Scholes-Merton, per unit of the underlying.
 *
 *   K e^(−rT) Φ(−d₂) − S e^(−qT) Φ(−d₁),   d₁ = (ln(S/K) + (r − q + σ²/2) T) ÷ (σ √T),   d₂ = d₁ − σ √T
 *
 *   spot        S   points; > 0
 *   strike      K   points; > 0
 *   rate        r   continuously compounded, per year
 *   yield       q   dividend yield, continuously compounded, per year
 *   volatility  σ   per year; 0 or greater
 *   days            to expiry, T = days ÷ yearDays; 0 or greater
 *
 * Without volatility or time: the discounted intrinsic value.
 *
 * @throws {DomainError} `argument` for an input out of range
 * @see Hull, Options, Futures, and Other Derivatives, ch. 17; Haug, The Complete Guide to Option Pricing Formulas
 */
export function putPrice(args: {
  readonly spot: Decimal;
  readonly strike: Decimal;
  readonly rate: Decimal;
  readonly yield: Decimal;
  readonly volatility: Decimal;
  readonly days: Decimal;
  readonly yearDays: Decimal;
}): Decimal {
  const { spot, strike, rate, volatility, days, yearDays } = args;
  requirePositive({ spot, strike, yearDays });
  requireNotNegative({ volatility, days });
  const years = days.dividedBy(yearDays);
  const spotNow = spot.times(Decimal.exp(args.yield.times(years).negated()));
  const strikeNow = strike.times(Decimal.exp(rate.times(years).negated()));
  const deviation = volatility.times(years.squareRoot());
  if (deviation.isZero()) return Decimal.max(strikeNow.minus(spotNow), 0);
  const d1 = Decimal.ln(spotNow.dividedBy(strikeNow)).dividedBy(deviation).plus(deviation.dividedBy(2));
  const d2 = d1.minus(deviation);
  const price = strikeNow.times(normal(d2.negated())).minus(spotNow.times(normal(d1.negated())));
  // Far out of the money the difference is below the last digits, on either side of 0.
  return Decimal.max(price, 0);
}

const SQRT_TWO_PI = Decimal.acos(-1).times(2).squareRoot();

/** Beyond this many deviations the tail is below 10⁻³³, which no cell can show. */
const FAR = 12;

/**
 * Standard normal distribution: the probability of a value below x.
 *
 *   Φ(x) = ½ + φ(x) × (x + x³/3 + x⁵/(3·5) + …)
 *
 * All terms have one sign, so no digits cancel.
 */
export function normal(x: Decimal): Decimal {
  if (x.abs().greaterThan(FAR)) return new Decimal(x.isNegative() ? 0 : 1);
  const square = x.times(x);
  let term = x;
  let sum = x;
  for (let odd = 3; !term.abs().lessThan("1e-35"); odd += 2) {
    term = term.times(square).dividedBy(odd);
    sum = sum.plus(term);
  }
  return Decimal.exp(square.dividedBy(-2)).dividedBy(SQRT_TWO_PI).times(sum).plus(0.5);
}
