import { COLUMN_ROLES, type ColumnRole } from "./holdings";

/** Header words of a role: those that settle it, those that only suggest it, and those that speak against it. */
interface RoleWords {
  readonly strong: readonly string[];
  readonly weak: readonly string[];
  readonly not: readonly string[];
}

const NOT_A_LEVEL = [
  "change",
  "chg",
  "return",
  "pnl",
  "pl",
  "gain",
  "loss",
  "target",
  "high",
  "low",
  "unrealised",
  "unrealized",
];
const OF_PURCHASE = ["cost", "avg", "average", "purchase", "entry", "buy", "bought", "book", "paid"];

/** Normalised words (see {@link normalised}), the better ones first. */
const WORDS: Readonly<Record<ColumnRole, RoleWords>> = {
  name: {
    strong: [
      "ticker",
      "symbol",
      "name",
      "security",
      "asset",
      "instrument",
      "coin",
      "isin",
      "token",
      "stock",
      "company",
      "security name",
      "asset name",
      "company name",
      "bezeichnung",
      "wertpapier",
      "titel",
      "nom",
      "nombre",
    ],
    weak: [
      "holding",
      "holdings",
      "position",
      "description",
      "issuer",
      "fund",
      "id",
      "code",
      "cusip",
      "sedol",
    ],
    not: ["sector", "class", "type", "currency", "price"],
  },
  quantity: {
    strong: [
      "quantity",
      "qty",
      "shares",
      "units",
      "amount held",
      "number of shares",
      "no of shares",
      "position size",
      "coins",
      "stuck",
      "anzahl",
      "menge",
      "quantite",
      "cantidad",
    ],
    weak: ["position", "positions", "holding", "holdings", "amount", "size", "balance", "nominal"],
    not: ["value", "price", "percent", "class", "name", ...NOT_A_LEVEL],
  },
  price: {
    strong: [
      "price",
      "last price",
      "last",
      "close",
      "closing price",
      "mark",
      "mark price",
      "market price",
      "current price",
      "unit price",
      "px",
      "px last",
      "kurs",
      "preis",
      "prix",
      "cours",
      "precio",
    ],
    weak: ["quote", "rate", "level"],
    not: ["percent", "open", "strike", "date", "value", ...OF_PURCHASE, ...NOT_A_LEVEL],
  },
  value: {
    strong: [
      "market value",
      "mkt value",
      "mkt val",
      "market val",
      "mv",
      "value",
      "val",
      "position value",
      "current value",
      "total value",
      "usd value",
      "marktwert",
      "wert",
      "kurswert",
      "valeur",
      "valor",
    ],
    weak: ["exposure", "notional", "amount", "worth", "total", "balance", "nav"],
    not: ["beta", "percent", "weight", "par", "face", "per", "date", ...OF_PURCHASE, ...NOT_A_LEVEL],
  },
  beta: {
    strong: ["beta", "adj beta", "adjusted beta", "raw beta", "portfolio beta"],
    weak: [],
    not: ["exposure", "value", "contribution", "weighted", "notional", "date"],
  },
  hedgeWith: {
    strong: ["hedge with", "hedge contract", "hedge instrument", "hedged with", "futures contract"],
    weak: ["hedge", "contract", "future", "futures"],
    not: ["price", "value", "multiplier", "size", "ratio", "percent", "beta"],
  },
  cost: {
    strong: [
      "cost basis",
      "cost",
      "book value",
      "book cost",
      "total cost",
      "avg price",
      "average price",
      "avg cost",
      "average cost",
      "unit cost",
      "cost price",
      "purchase price",
      "entry price",
      "buy price",
      "bought at",
      "cost per share",
      "purchase value",
      "einstand",
      "einstandspreis",
    ],
    weak: ["entry", "paid", "basis"],
    not: ["percent", "date", "futures", ...NOT_A_LEVEL],
  },
  currency: {
    strong: [
      "currency",
      "ccy",
      "curr",
      "cur",
      "local currency",
      "trading currency",
      "wahrung",
      "devise",
      "divisa",
    ],
    weak: [],
    not: ["rate", "value", "price"],
  },
  weight: {
    strong: [
      "weight",
      "wgt",
      "wt",
      "percent weight",
      "weight percent",
      "percent of portfolio",
      "portfolio percent",
      "percent of nav",
      "percent of total",
      "gewicht",
      "gewichtung",
      "poids",
    ],
    weak: ["allocation", "percent", "share"],
    not: ["beta", "target", "change", "return"],
  },
  sector: {
    strong: ["sector", "industry", "gics sector", "asset class", "branche", "secteur"],
    weak: ["category", "class", "type", "group"],
    not: ["share", "weight", "percent"],
  },
};

/** Words that say in which currency or how a column is stated, but not what it is. */
const STATED_IN =
  /^(usd|eur|gbp|chf|jpy|cad|aud|hkd|sek|nok|usdt|usdc|in|the|of|a|local|base|current|total|m|mn|k)$/;

/** How well a header names each role, from 0 (not at all) to 1 (it says exactly that). */
export function headerScores(header: string): Readonly<Record<ColumnRole, number>> {
  const words = normalised(header);
  const scores = COLUMN_ROLES.map((role) => [role, score(words, WORDS[role])] as const);
  return Object.fromEntries(scores) as Record<ColumnRole, number>;
}

/** Whether a header says that a cost is that of one unit: "Avg price", "Cost per share". */
export function saysPerUnit(header: string): boolean {
  return normalised(header).some((word) => /^(avg|average|unit|per|price|entry|einstandspreis)$/.test(word));
}

/** Whether a row's label says that the row sums up others: "Total", "Grand total", "Sum". */
export function saysTotal(label: string): boolean {
  return /^(grand |portfolio |sub ?|net )?(total|totals|sum|gesamt|summe|insgesamt|subtotal)( (portfolio|value|usd|eur|gbp|assets|equity|equities|holdings|net|long|short|book|[a-z]+ total))*$/.test(
    normalised(label).join(" "),
  );
}

/** A header's words: lower case, without punctuation and diacritics; "β" is beta, "%" is percent, "MktVal" two words. */
export function normalised(text: string): string[] {
  return text
    .replace(/[βΒ]/g, " beta ")
    .replaceAll("%", " percent ")
    .replace(/#/g, " number ")
    .replace(/P\s*[&/]\s*L/gi, " pnl ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ")
    .filter((word) => word !== "");
}

function score(words: readonly string[], role: RoleWords): number {
  if (words.length === 0) return 0;
  const [strong, weak] = [bestMatch(words, role.strong), bestMatch(words, role.weak) * 0.7];
  // A phrase that says exactly this ("Book value" for a cost) stands, whatever its words mean elsewhere.
  if (strong === 1) return strong;
  if (words.some((word) => role.not.includes(word))) return 0;
  return Math.max(strong, weak);
}

/** 1 where the header is the phrase, apart from how it is stated; less where it holds other words too. */
function bestMatch(words: readonly string[], phrases: readonly string[]): number {
  const text = ` ${words.join(" ")} `;
  const telling = words.filter((word) => !STATED_IN.test(word)).join(" ");
  return Math.max(
    0,
    ...phrases.map((phrase) => {
      if (phrase === telling || phrase === text.trim()) return 1;
      return text.includes(` ${phrase} `) ? 0.5 + (0.4 * phrase.split(" ").length) / words.length : 0;
    }),
  );
}
