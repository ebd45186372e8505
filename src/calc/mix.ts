import { contractValue, type ContractTerms } from "./contract-value";
import { Decimal } from "./decimal";
import { DomainError } from "./errors";
import { IN_DECIMALS } from "./in-decimals";
import { wholeNumber, type Rounding } from "./rounding";
import type { Spelling } from "./spelling";

/** Contracts of the two sizes; never one long and the other short. */
export interface ContractMix {
  readonly large: Decimal;
  readonly small: Decimal;
}

/**
 * Whole large and small contracts (E-mini + Micro) that come closest to a number of large contracts, and of those
 * the fewest contracts.
 *
 *   residual = |contracts × L − (large × L + small × S)|, least; then |large| + |small|, least
 *
 *   contracts      wanted, in large contracts; negative is short
 *   price          futures price of both, in points; > 0
 *   largeContract  worth L each
 *   smallContract  worth S each, less than L
 *   rounding       of the remainder, to the small contract's lot: "down" never exceeds `contracts`, "up" always
 *                  covers it, "none" leaves all of it, unrounded, in the large contract
 *
 * @throws {DomainError} `argument` if price or a multiplier is not greater than 0, or the small contract is not smaller
 */
export function contractMix(args: {
  readonly contracts: Decimal;
  readonly price: Decimal;
  readonly largeContract: ContractTerms;
  readonly smallContract: ContractTerms;
  readonly rounding: Rounding;
}): ContractMix {
  const { contracts, price, largeContract, smallContract, rounding } = args;
  const largeLot = lotValue(price, largeContract);
  const smallLot = lotValue(price, smallContract);
  requireSmaller(largeLot, smallLot);
  if (rounding === "none") return { large: contracts, small: new Decimal(0) };
  const wanted = contracts.abs().times(contractValue({ price, contract: largeContract }));
  const lots = largeLot.modulo(smallLot).isZero()
    ? splitEvenly(wanted, largeLot.dividedBy(smallLot), smallLot, rounding)
    : bestSplit(wanted, largeLot, smallLot, rounding);
  const large = lots.large.times(largeContract.lot);
  const small = lots.small.times(smallContract.lot);
  return contracts.isNegative() ? { large: negated(large), small: negated(small) } : { large, small };
}

/** Without −0: a hedge that rounds to nothing is 0 on either side. */
function negated(contracts: Decimal): Decimal {
  return contracts.isZero() ? contracts : contracts.negated();
}

function lotValue(price: Decimal, contract: ContractTerms): Decimal {
  return contractValue({ price, contract }).times(contract.lot);
}

function requireSmaller(large: Decimal, small: Decimal): void {
  if (small.lessThan(large)) return;
  throw new DomainError(
    "argument",
    `smallContract must be worth less than largeContract, but is worth ${small.toString()} against ` +
      `${large.toString()}; name the larger contract first`,
  );
}

/** `ratio` small lots make a large one: round in small lots, then exchange as many as possible for large ones. */
function splitEvenly(
  wanted: Decimal,
  ratio: Decimal,
  small: Decimal,
  rounding: Exclude<Rounding, "none">,
): ContractMix {
  const units = wholeNumber(wanted.dividedBy(small), rounding);
  const large = largeOf(IN_DECIMALS, { units, ratio, lot: null });
  return { large, small: smallOf(IN_DECIMALS, { units, ratio, large }) };
}

/**
 * As many large contracts as a number of small ones holds, in whole lots.
 *
 *   units   the hedge in small contracts, rounded to their lot; signed
 *   ratio   small contracts in a large one
 *   lot     of the large contract; null where it trades in ones
 */
export function largeOf<N, B, T>(
  s: Spelling<N, B, T>,
  { units, ratio, lot }: { readonly units: N; readonly ratio: N; readonly lot: N | null },
): N {
  const contracts = s.over(units, ratio);
  const lots = lot === null ? contracts : s.over(contracts, lot);
  // A computer may call 3 lots 2.9999999999999996.
  const whole = s.truncate(s.round(lots, s.number(9)));
  return lot === null ? whole : s.times(whole, lot);
}

/** What is left for small contracts: units − large × ratio. */
export function smallOf<N, B, T>(
  s: Spelling<N, B, T>,
  { units, ratio, large }: { readonly units: N; readonly ratio: N; readonly large: N },
): N {
  return s.minus(units, s.times(large, ratio));
}

/** How many numbers of large lots are tried where the sizes do not divide: below, residuals repeat or fall short. */
const TRIES = 1000;

/** Residuals closer than this, as a share of a small lot, are equal: they differ by noise only. */
const SAME = new Decimal("1e-9");

/** The sizes do not divide each other, so a large lot less may leave a smaller residual: try, from most to fewest. */
function bestSplit(
  wanted: Decimal,
  large: Decimal,
  small: Decimal,
  rounding: Exclude<Rounding, "none">,
): ContractMix {
  const most = wholeNumber(wanted.dividedBy(large), rounding === "down" ? "down" : "up");
  let best: ContractMix = { large: most, small: new Decimal(0) };
  let least = new Decimal(Infinity);
  for (let tried = 0; tried <= TRIES && tried <= most.toNumber(); tried++) {
    const ofLarge = most.minus(tried);
    const rest = wanted.minus(ofLarge.times(large));
    const ofSmall = rest.isPositive() ? wholeNumber(rest.dividedBy(small), rounding) : new Decimal(0);
    const residual = rest.minus(ofSmall.times(small)).abs();
    // Fewer large lots mean more contracts, so an equal residual is no better.
    if (residual.plus(small.times(SAME)).lessThan(least)) {
      least = residual;
      best = { large: ofLarge, small: ofSmall };
    }
  }
  return best;
}
