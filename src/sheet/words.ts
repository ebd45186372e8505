import type { Spelling } from "../calc/spelling";

/**
 * Numbers in sentences. On the sheet they are FIXED, not TEXT, whose format codes change with the language of Excel
 * ("0.00" is no German format). A number within a billionth of a half is rounded as the half: a sum of doubles differs
 * from the exact one by as much.
 */
export function inWords<N, B, T>(s: Spelling<N, B, T>, x: N, decimals: number): T {
  const places = s.number(decimals);
  return s.fixed(s.round(s.round(x, s.number(9)), places), places);
}

export function ratioInWords<N, B, T>(s: Spelling<N, B, T>, x: N): T {
  return inWords(s, x, 2);
}

export function percentInWords<N, B, T>(s: Spelling<N, B, T>, share: N): T {
  return s.join([inWords(s, s.times(s.number(100), share), 1), s.text("%")]);
}

export function moneyInWords<N, B, T>(s: Spelling<N, B, T>, amount: N): T {
  return inWords(s, amount, 0);
}
