import type { NativeContract } from "./formula";

/** Value of one contract, in Excel's words. */
export function nativeContractValue(contract: Required<NativeContract>, price: string): string {
  return contract.payoff === "inverse" ? contract.multiplier : `${price}*${contract.multiplier}`;
}

/**
 * The spelling for a word: that of the word itself where it is a literal, else an IF over the cell that holds it.
 * The last one counts for any other word.
 */
export function nativeChoice<W extends string>(word: string, spellings: Readonly<Record<W, string>>): string {
  const choices = Object.entries<string>(spellings);
  const literal = choices.find(([allowed]) => word === `"${allowed}"`);
  if (literal !== undefined) return literal[1];
  return choices.reduceRight(
    (rest, [allowed, spelling]) => (rest === "" ? spelling : `IF(${word}="${allowed}",${spelling},${rest})`),
    "",
  );
}

/**
 * Whole lots, in Excel's words: ROUND, ROUNDDOWN or ROUNDUP of the number of lots, moved by its noise first, as
 * `toLot` does. `contracts` is spelled several times: give a name or a cell.
 */
export function nativeToLot(args: {
  readonly contracts: string;
  readonly lot: string;
  /** A literal with its quotes, or a cell. */
  readonly rounding: string;
}): string {
  const { contracts, lot, rounding } = args;
  const lots = lot === "1" ? contracts : `${contracts}/${lot}`;
  const noise = `SIGN(${lots})*MIN(ABS(${lots})*1E-9,0.001)`;
  const times = lot === "1" ? "" : `*${lot}`;
  return nativeChoice(rounding, {
    nearest: `ROUND(${lots}+${noise},0)${times}`,
    down: `ROUNDDOWN(${lots}+${noise},0)${times}`,
    up: `ROUNDUP(${lots}-${noise},0)${times}`,
    none: contracts,
  });
}
