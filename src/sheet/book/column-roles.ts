/** What most of a column's cells hold. */
export type ColumnContent = "number" | "percent" | "date" | "text" | "blank";

/** What a column of a holdings table can be: how it is told from others, and where the pane offers it. */
interface ColumnRoleFacts {
  /** As the pane and messages call it. */
  readonly label: string;
  /** In the pane: at once, or among the other columns; null: known, so that it is taken for nothing else. */
  readonly offered: "first" | "more" | null;
  /** Its place among those in the pane. */
  readonly place?: number;
  /** Content that suits; "blank" suits all (a column prepared but not filled in). */
  readonly holds: readonly ColumnContent[];
  /** Of several such columns the first is taken: a ticker and a name both say which holding it is. */
  readonly anyWillDo?: true;
  /** Header words (see `normalised`) that settle it, the better ones first. */
  readonly strong: readonly string[];
  /** Header words that only suggest it. */
  readonly weak: readonly string[];
  /** Header words that speak against it. */
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

/** The roles, in the order of preference where two fit a column as well. A role needs its row here, and a reader. */
export const ROLES = table({
  name: {
    label: "Name",
    offered: "first",
    place: 1,
    holds: ["text"],
    anyWillDo: true,
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
    label: "Quantity",
    offered: "first",
    place: 3,
    holds: ["number"],
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
    label: "Price",
    offered: "first",
    place: 4,
    holds: ["number", "percent"],
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
    label: "Value",
    offered: "first",
    place: 2,
    holds: ["number"],
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
    label: "Beta",
    offered: "first",
    place: 5,
    holds: ["number", "percent"],
    strong: ["beta", "adj beta", "adjusted beta", "raw beta", "portfolio beta"],
    weak: [],
    not: ["exposure", "value", "contribution", "weighted", "notional", "date"],
  },
  hedgeWith: {
    label: "Hedge with",
    offered: "first",
    place: 6,
    holds: ["text"],
    strong: ["hedge with", "hedge contract", "hedge instrument", "hedged with", "futures contract"],
    weak: ["hedge", "contract", "future", "futures"],
    not: ["price", "value", "multiplier", "size", "ratio", "percent", "beta"],
  },
  cost: {
    label: "Cost",
    offered: "more",
    place: 7,
    holds: ["number"],
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
    label: "Currency",
    offered: "more",
    place: 8,
    holds: ["text"],
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
    label: "Weight",
    offered: null,
    holds: ["number", "percent"],
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
    label: "Sector",
    offered: null,
    holds: ["text"],
    anyWillDo: true,
    strong: ["sector", "industry", "gics sector", "asset class", "branche", "secteur"],
    weak: ["category", "class", "type", "group"],
    not: ["share", "weight", "percent"],
  },
});

/** The rows as they are, with the names of the roles as their type. */
function table<Role extends string>(
  rows: Readonly<Record<Role, ColumnRoleFacts>>,
): Readonly<Record<Role, ColumnRoleFacts>> {
  return rows;
}
