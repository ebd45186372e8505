const grouped = (digits: number) =>
  new Intl.NumberFormat("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
const [whole, two, three, four] = [grouped(0), grouped(2), grouped(3), grouped(4)];

/** Money: whole units from 1,000 on, cents below. */
export function money(amount: number): string {
  return minus(Math.abs(amount) >= 1000 ? whole.format(amount) : two.format(amount));
}

/** Money with its sign, because it is won or lost: +400,000, −650,000. */
export function gain(amount: number): string {
  return `${amount > 0 ? "+" : ""}${money(amount)}`;
}

/** A ratio such as a beta: one decimal more than people quote, so that a miss of the target shows. */
export function ratio(value: number): string {
  return minus(three.format(value));
}

/** 16.23×: notional per unit of margin. */
export function leverage(value: number): string {
  return `${two.format(value)}×`;
}

/** Contracts, with the decimals that the headline gives them. */
export function count(contracts: number, decimals: number): string {
  return minus(grouped(decimals).format(contracts));
}

/** Contracts before rounding. */
export function exactCount(contracts: number): string {
  return minus(four.format(contracts));
}

/** A real minus sign, as wide as a plus; and no minus before a zero. */
function minus(formatted: string): string {
  return /^-[0.,]*$/.test(formatted) ? formatted.slice(1) : formatted.replace("-", "−");
}
