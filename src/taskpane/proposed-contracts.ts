import { CONTRACTS, familyOf, findContract } from "../contracts/catalogue";
import { coinOf, findCoin, isContractOn, type Coin } from "../contracts/coins";
import type { Contract } from "../contracts/contract";
import type { OwnContract } from "../excel/own-contracts";
import { assetsOf } from "../sheet/book/assets";
import type { Holdings } from "../sheet/book/holdings";
import { usableOwn } from "./contract-options";

const PERPETUALS = CONTRACTS.filter(({ cycle }) => cycle === "perpetual");

/**
 * The contracts to propose for holdings: those that a "Hedge with" column names, in its order; the first hedges the
 * rows that name none, as altcoins are hedged with Bitcoin.
 *
 * @param usual the contract where no row names one
 */
export function proposedCodes(
  holdings: Holdings,
  own: readonly OwnContract[],
  usual: string,
): readonly string[] {
  const known = (code: string) => usableOwn(own, code) !== undefined || findContract(code) !== undefined;
  const named = new Set(holdings.rows.map(({ hedgeWith }) => hedgeWith.trim().toUpperCase()));
  const codes = [...named].filter((code) => code !== "" && known(code));
  return codes.length === 0 ? [usual] : codes;
}

/**
 * The contract to propose where no holding names one: the one used last if it fits the book; else the first perpetual
 * on a coin that the book holds, or another contract on one, or the E-mini S&P 500.
 */
export function usualCode(holdings: Holdings, own: readonly OwnContract[], last: string | null): string {
  if (last !== null && usableOwn(own, last)) return last;
  const coins = coinsOf(holdings);
  const onHeldCoin = [...PERPETUALS, ...CONTRACTS].find((contract) =>
    coins.some(({ contracts }) => contracts.includes(contract)),
  );
  const isKnown = last !== null && findContract(last) !== undefined;
  const fits = isKnown && (coinOf(last) !== undefined) === (onHeldCoin !== undefined);
  return fits ? last : (onHeldCoin?.code ?? "ES");
}

/**
 * The contract to propose beside those of a hedge: on an underlying that none of them has; a coin of the book before
 * others, a contract of the first one's family, size, exchange and payoff before others.
 *
 * @param codes of the contracts in the hedge, the first one first
 * @returns null if the catalogue has no other underlying
 */
export function nextCode(holdings: Holdings, codes: readonly string[]): string | null {
  const used = codes.map((code) => findContract(code)?.underlying);
  const first = findContract(codes[0] ?? "") ?? findContract(usualCode(holdings, [], null));
  const isMicro = (first?.larger ?? null) !== null;
  const free = [...familyOf(first), ...CONTRACTS].filter(
    ({ underlying, larger }) => !used.includes(underlying) && (larger !== null) === isMicro,
  );
  const held = coinsOf(holdings).flatMap(
    ({ contracts }) => free.find((contract) => contracts.includes(contract)) ?? [],
  );
  const next = held[0] ?? free[0];
  const onNext = free.filter(({ underlying }) => underlying === next?.underlying);
  return likeFirst(onNext, first)?.code ?? null;
}

/** A coin of the book, and the code of a contract on it. */
export interface CoinContract {
  readonly key: string;
  readonly code: string;
}

/**
 * Each coin of the book with a contract on that coin: the one it has, else one of the hedge, else a perpetual of the
 * catalogue, on the first contract's exchange where it has one. Assets on which there is none are left out.
 *
 * @param codes of the contracts in the hedge, the first one first
 * @param chosen code of the contract that an asset has now
 */
export function coinContracts(
  holdings: Holdings,
  codes: readonly string[],
  chosen: (key: string) => string,
): readonly CoinContract[] {
  const first = findContract(codes[0] ?? "");
  return assetsOf(holdings).flatMap(({ key, text }) => {
    const coin = findCoin(text);
    if (coin === undefined) return [];
    const inHedge = [chosen(key), ...codes].find((code) => coinOf(code) === coin);
    const listed = PERPETUALS.filter((contract) => coin.contracts.includes(contract));
    const code = inHedge ?? likeFirst(listed, first)?.code;
    return code === undefined ? [] : [{ key, code }];
  });
}

/**
 * What a contract on a coin moves when the market that the book's betas are to moves by 1: the beta that the book gives
 * the coin. Betas to Bitcoin say 1.2 of Ether, so its perpetual has 1.2 as well, and 50 ETH are hedged with 50.
 *
 * @returns 1 where the book says nothing of the coin, or two things, or nothing that a future could have
 */
export function coinBeta(code: string, { rows }: Holdings): number {
  const betas = new Set(rows.filter(({ nameText }) => isContractOn(code, nameText)).map(({ beta }) => beta));
  const [beta = null] = betas;
  return betas.size === 1 && beta !== null && beta > 0 ? beta : 1;
}

/** The coins of the book that the catalogue knows, in the book's order. */
function coinsOf(holdings: Holdings): readonly Coin[] {
  return [...new Set(assetsOf(holdings).flatMap(({ text }) => findCoin(text) ?? []))];
}

/** The contract of the first one's exchange and payoff, else the first in the list. */
function likeFirst(contracts: readonly Contract[], first: Contract | undefined): Contract | undefined {
  const alike = contracts.find(
    ({ exchange, payoff }) => exchange === first?.exchange && payoff === first.payoff,
  );
  return alike ?? contracts[0];
}
