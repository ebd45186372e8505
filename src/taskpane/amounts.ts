const grouped = (digits: number) =>
  new Intl.NumberFormat("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
const [whole, two, four] = [grouped(0), grouped(2), grouped(4)];
const counted = new Intl.NumberFormat("en-US", { maximumFractionDigits: 8 });

/** Money: whole units from 1,000 on, cents below. */
export function money(amount: number): string {
  return minus(Math.abs(amount) >= 1000 ? whole.format(amount) : two.format(amount));
}

/** Money with its sign, because it is won or lost: +400,000, −650,000. */
export function gain(amount: number): string {
  return `${amount > 0 ? "+" : ""}${money(amount)}`;
}

/** A ratio such as a beta: two decimals, four where two would hide that it is not the target. */
export function ratio(value: number): string {
  const short = two.format(value);
  return minus(
    Math.abs(Number(two.format(value).replaceAll(",", "")) - value) < 0.0005 ? short : four.format(value),
  );
}

/** Contracts: whole ones plain, parts of one as they are. */
export function count(contracts: number): string {
  return minus(counted.format(contracts));
}

/** Contracts before rounding. */
export function exactCount(contracts: number): string {
  return minus(four.format(contracts));
}

/** "Sell 32 ES": what to tell the broker. */
export function order(contracts: number, code: string): string {
  return contracts === 0
    ? `no ${code}`
    : `${contracts < 0 ? "Sell" : "Buy"} ${count(Math.abs(contracts))} ${code}`;
}

/** A real minus sign, as wide as a plus; and no minus before a zero. */
function minus(formatted: string): string {
  return /^-[0.,]*$/.test(formatted) ? formatted.slice(1) : formatted.replace("-", "−");
}
