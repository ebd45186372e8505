import type { NativeContract } from "./formula";

/** Value of one contract, in Excel's words. */
export function nativeContractValue(contract: Required<NativeContract>, price: string): string {
  return contract.payoff === "inverse" ? contract.multiplier : `${price}*${contract.multiplier}`;
}

/**
 * The spelling for a word: that of the word itself where it is a literal, else an IF over the cell that holds it.
 * The first one is the default: it counts for a blank cell and any other word.
 */
export function nativeChoice<W extends string>(word: string, spellings: Readonly<Record<W, string>>): string {
  const [first, ...others] = Object.entries<string>(spellings);
  const literal = [first, ...others].find((choice) => word === `"${choice?.[0] ?? ""}"`);
  if (literal !== undefined) return literal[1];
  return others.reduceRight(
    (rest, [allowed, spelling]) => `IF(${word}="${allowed}",${spelling},${rest})`,
    first?.[1] ?? "",
  );
}

/**
 * Whole lots, in Excel's words, as `toLot` does. `contracts` is spelled several times: a name or a cell reads best.
 *
 *   rounding   a literal with its quotes, or a cell
 */
export function nativeToLot(args: {
  readonly contracts: string;
  readonly lot: string;
  readonly rounding: string;
}): string {
  const { contracts, lot, rounding } = args;
  const number = lot === "1" ? contracts : `${contracts}/${lot}`;
  const whole = `${nativeWholeNumber({ number, rounding })}${lot === "1" ? "" : `*${lot}`}`;
  return nativeUnlessExact(rounding, { exact: contracts, whole });
}

/** The exact spelling where the rounding is "none", else the whole one. */
export function nativeUnlessExact(
  rounding: string,
  spellings: { readonly exact: string; readonly whole: string },
): string {
  const { exact, whole } = spellings;
  if (isWord(rounding)) return rounding === '"none"' ? exact : whole;
  return `IF(${rounding}="none",${exact},${whole})`;
}

/**
 * A whole number, in Excel's words, as `wholeNumber` does: the number is moved by its noise first.
 *
 * Each mode has its own function. One ROUND of the number moved by half would be shorter, and wrong: 10⁻¹⁷ − ½ is −½ in
 * doubles, which rounds to −1.
 */
export function nativeWholeNumber(args: { readonly number: string; readonly rounding: string }): string {
  const { number, rounding } = args;
  const noise = `MIN(ABS(${number})*1E-9,0.001)`;
  return nativeChoice(rounding, {
    nearest: `ROUND(${number}+SIGN(${number})*${noise},0)`,
    down: `ROUNDDOWN(${number}+SIGN(${number})*${noise},0)`,
    up: `ROUNDUP(${number}-SIGN(${number})*${noise},0)`,
  });
}

function isWord(spelling: string): boolean {
  return spelling.startsWith('"');
}
