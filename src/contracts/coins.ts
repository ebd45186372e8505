import { CONTRACTS, findContract } from "./catalogue";
import type { Contract } from "./contract";

/** A coin that the catalogue has contracts on. */
export interface Coin {
  /** What a book may call it: the catalogue's name first, then its tickers, then what else people say. */
  readonly names: readonly string[];
  /** The contracts on it, in the catalogue's order. */
  readonly contracts: readonly Contract[];
}

/** What people say of a coin beside the exchanges' name and tickers. */
const ALSO_CALLED: Readonly<Partial<Record<string, readonly string[]>>> = {
  Ether: ["Ethereum"],
  XRP: ["Ripple"],
  Stellar: ["Stellar Lumens", "Lumens"],
};

const ON_COINS = CONTRACTS.filter(({ coin }) => coin !== null);

const COINS = [...new Set(ON_COINS.map(({ underlying }) => underlying))].map((underlying): Coin => {
  const contracts = ON_COINS.filter((contract) => contract.underlying === underlying);
  return { names: namesOf(underlying, contracts), contracts };
});

const byName = new Map(COINS.flatMap((coin) => coin.names.map((name) => [name.toUpperCase(), coin])));
const byUnderlying = new Map(COINS.map((coin) => [coin.names[0], coin]));

function namesOf(name: string, contracts: readonly Contract[]): readonly string[] {
  // An inverse contract pays in the coin, and may call it otherwise: BitMEX pays XBT.
  const tickers = contracts.flatMap(({ coin, payoff, settlementCurrency }) => [
    ...(coin === null ? [] : [coin]),
    ...(payoff === "inverse" ? [settlementCurrency] : []),
  ]);
  return [...new Set([name, ...tickers, ...(ALSO_CALLED[name] ?? [])])];
}

/** The coin that a text names, in any case and with blanks around it: "Bitcoin", "btc ", "XBT"; undefined for none. */
export function findCoin(text: string): Coin | undefined {
  const name = text.trim();
  // In capitals a dotless "ı" is an I, and a long "ſ" an S; Excel's "=" takes neither for the other.
  return /^[ -~]*$/.test(name) ? byName.get(name.toUpperCase()) : undefined;
}

/** The coin that a contract is on; undefined where it is on no coin, or not in the catalogue. */
export function coinOf(code: string): Coin | undefined {
  return byUnderlying.get(findContract(code)?.underlying ?? "");
}

/** Whether a contract is on the coin that a text names. */
export function isContractOn(code: string, text: string): boolean {
  const coin = coinOf(code);
  return coin !== undefined && coin === findCoin(text);
}
