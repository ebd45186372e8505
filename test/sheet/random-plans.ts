import fc from "fast-check";
import { assetKey, NOT_HEDGED } from "../../src/sheet/book/assets";
import { contractChoice, smallerChoice, STANDARD_LIMITS } from "../../src/sheet/plan/contract-choice";
import type { Aim, ContractChoice, HedgePlan } from "../../src/sheet/plan/plan";
import { bookOf } from "./books";
import type { UserSheet } from "./evaluate";

export interface RandomHedge {
  readonly plan: HedgePlan;
  readonly book: UserSheet;
}

/** Codes with a plausible price each: index futures, with and without micros, crypto linear and inverse. */
const MARKETS = [
  ["ES", 5000],
  ["NQ", 18_000],
  ["RTY", 2100],
  ["YM", 39_000],
  ["MES", 5000],
  ["BTCUSD_PERP", 60_000],
  ["BTCUSDT", 60_000],
] as const;

const SHEETS = [
  "Book 1",
  "O'Brien's",
  "=SUM(A1)",
  "a'b''c",
  "Depot (März)",
  "100% [x]".replace(/[[\]]/g, ""),
  "R1C1",
  "A1",
];
const NAMES = [
  "=1+1",
  "+cmd",
  "-x",
  "@SUM",
  "'quoted'",
  'say "hi"',
  "[x]",
  "#REF!",
  "Apple",
  "Ünïcode",
  "\tTab",
  "1e5",
  "apple",
  "Apple ",
  "a*",
  "BTC",
  "bitcoin",
  "700",
  "",
];

const percent = (min: number, max: number) =>
  fc.integer({ min: min * 1000, max: max * 1000 }).map((n) => n / 1000);
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const amount = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -2_000_000, max: 9_000_000 }) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 99_999_999 }).map((n) => n / 100) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1e15, 1e-15, -1e15) },
);
const beta = fc.oneof(
  { weight: 8, arbitrary: percent(-0.5, 2.5).map((value) => ({ beta: value })) },
  { weight: 1, arbitrary: fc.constant({ beta: null }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("n/a", "1.2", "=1", "-").map((betaText) => ({ beta: null, betaText })),
  },
);

function holding(codes: readonly string[]) {
  return fc.record({
    name: fc.constantFrom(...NAMES),
    value: amount,
    beta,
    hedgeWith: fc.constantFrom("", ...codes, ...codes.map((code) => code.toLowerCase()), "GOLD", "none"),
    quantity: fc.integer({ min: -500, max: 900 }),
    price: fc.integer({ min: 1, max: 9999 }).map((n) => n / 4),
    cost: orNull(amount),
  });
}

/** Some of the names with a contract each, or with none; a name that the book does not have may be among them. */
function assetContracts(codes: readonly string[]): fc.Arbitrary<HedgePlan["assetContracts"]> {
  if (codes.length === 0) return fc.constant({});
  return fc
    .subarray([...NAMES, "Sold"])
    .chain((names) =>
      fc.tuple(
        ...names.map((name) =>
          fc.constantFrom(...codes, NOT_HEDGED).map((code) => [assetKey(name), code] as const),
        ),
      ),
    )
    .map((choices) => Object.fromEntries(choices));
}

/** Every aim has its numbers here: one that is new is compared on pane and sheet as soon as it compiles. */
const AIMS: { readonly [Kind in Aim["kind"]]: fc.Arbitrary<Omit<Extract<Aim, { kind: Kind }>, "kind">> } = {
  targetBeta: percent(-0.5, 2).map((targetBeta) => ({ targetBeta })),
  hedgeShare: percent(0, 1.5).map((share) => ({ share })),
  targetWeight: percent(0, 1.5).map((weight) => ({ weight })),
  targetVolatility: fc
    .tuple(percent(0, 0.6), percent(0.05, 0.9))
    .map(([target, realised]) => ({ target, realised })),
  cashToCome: fc
    .tuple(fc.integer({ min: 0, max: 50_000_000 }), percent(0.2, 2))
    .map(([amountToCome, itsBeta]) => ({ amount: amountToCome, beta: itsBeta })),
};

const aim: fc.Arbitrary<Aim> = fc.oneof(
  ...Object.entries<fc.Arbitrary<object>>(AIMS).map(([kind, numbers]) =>
    numbers.map((members) => ({ kind, ...members }) as Aim),
  ),
);

function contract([code, price]: readonly [string, number]): fc.Arbitrary<ContractChoice> {
  return fc
    .record({
      price: fc.integer({ min: -200, max: 200 }).map((n) => price * (1 + n / 1000)),
      fx: fc.constantFrom(1, 1, 1, 0.9, 1.1, 0.0065),
      futuresBeta: fc.constantFrom(1, 1, 1, 0.95, 1.2, -1),
      held: fc.integer({ min: -40, max: 40 }),
      heldSmaller: fc.integer({ min: -9, max: 9 }),
      withSmaller: fc.boolean(),
      initialMargin: orNull(fc.integer({ min: 500, max: 30_000 })),
      maintenanceMargin: orNull(fc.integer({ min: 400, max: 28_000 })),
      marginDate: orNull(fc.integer({ min: 45_900, max: 46_000 })),
      spot: orNull(fc.integer({ min: -30, max: 30 }).map((n) => price * (1 + n / 1000))),
      expiry: orNull(fc.integer({ min: 45_990, max: 46_200 })),
      roll: orNull(fc.integer({ min: 45_985, max: 46_190 })),
      leverage: orNull(fc.constantFrom(0.5, 1, 2, 3, 10)),
      maintenanceRate: orNull(fc.constantFrom(0, 0.005, 0.01)),
      fundingRate: orNull(fc.integer({ min: -50, max: 50 }).map((n) => n / 100_000)),
    })
    .map(({ withSmaller, ...market }) => {
      const perpetual = code.startsWith("BTC");
      const smaller = withSmaller ? smallerChoice(code) : null;
      return contractChoice(code, {
        ...market,
        smaller,
        heldSmaller: smaller === null ? 0 : market.heldSmaller,
        fundingRate: perpetual ? market.fundingRate : null,
        leverage: perpetual ? market.leverage : null,
        expiry: perpetual ? null : market.expiry,
        roll: perpetual ? null : market.roll,
        futuresBeta: perpetual ? Math.abs(market.futuresBeta) : market.futuresBeta,
      });
    });
}

/** What the user may change of the limits and moves; half of the plans leave them as they are. */
const limits: fc.Arbitrary<Partial<HedgePlan>> = fc.oneof(
  fc.constant({}),
  fc.record({
    tolerance: percent(0, 0.3),
    staleDays: fc.integer({ min: 0, max: 60 }),
    marginFactor: percent(1, 1.5),
    cfdFinancing: orNull(percent(-0.02, 0.1)),
    cfdSpread: orNull(percent(0, 0.01)),
    futuresFee: orNull(percent(0, 9)),
    adverseMoves: fc.array(percent(-0.03, 0.08), { minLength: 10, maxLength: 10 }),
    scenarioMoves: fc.array(percent(-0.5, 0.5), { minLength: 7, maxLength: 7 }),
  }),
);

/** Days of the contracts' prices. */
const priceDates = fc.array(orNull(fc.integer({ min: 45_985, max: 46_000 })), { minLength: 3, maxLength: 3 });

/** Plans of every kind but for the limits. */
const hedgeWithStandardLimits: fc.Arbitrary<RandomHedge> = fc
  .tuple(
    fc.shuffledSubarray([...MARKETS], { minLength: 1, maxLength: 3 }),
    fc.constantFrom("column", "asset", "one"),
    fc.boolean(),
  )
  .chain(([markets, hedgedBy, byQuantity]) => {
    const chosen = hedgedBy === "one" ? markets.slice(0, 1) : markets;
    const codes = chosen.map(([code]) => code);
    return fc
      .record({
        rows: fc.oneof(
          { weight: 12, arbitrary: fc.array(holding(codes), { minLength: 1, maxLength: 25 }) },
          { weight: 1, arbitrary: fc.array(holding(codes), { minLength: 501, maxLength: 600 }) },
        ),
        sheet: fc.constantFrom(...SHEETS),
        contracts: fc.tuple(...chosen.map(contract)),
        aim,
        rounding: fc.constantFrom("nearest", "nearest", "down", "up", "none"),
        defaultBeta: fc.constantFrom(1, 0, 0.8),
        shock: fc.constantFrom(-0.05, -0.2, 0.1),
        cash: orNull(fc.integer({ min: 0, max: 3_000_000 })),
        put: orNull(
          fc.record({
            strike: fc.integer({ min: 4000, max: 6000 }),
            volatility: fc.constantFrom(0, 0.15, 0.6),
            days: fc.constantFrom(0, 30, 90),
            rate: fc.constantFrom(0, 0.04),
            yield: fc.constantFrom(0, 0.015),
          }),
        ),
        horizonDays: fc.integer({ min: 1, max: 365 }),
        assetContracts: assetContracts(hedgedBy === "one" ? [] : codes),
        withBetas: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
      })
      .map(({ rows, sheet, contracts, withBetas, ...choices }): RandomHedge => {
        // MES is the small one of ES: together with it, ES takes no remainder.
        const apart = codes.includes("MES");
        const columns = {
          name: 0,
          ...(byQuantity ? { quantity: 1, price: 2 } : { value: 3 }),
          ...(withBetas ? { beta: 4 } : {}),
          ...(hedgedBy === "column" ? { hedgeWith: 5 } : {}),
          cost: 6,
        };
        const filled = rows.map(({ beta: rowBeta, ...row }) => ({
          ...row,
          ...rowBeta,
          ...(withBetas ? {} : { beta: null }),
          value: byQuantity ? row.quantity * row.price : row.value,
        }));
        const { holdings, book } = bookOf(filled, sheet, columns);
        return {
          book,
          plan: {
            ...STANDARD_LIMITS,
            ...choices,
            holdings,
            asOf: 46_000,
            contracts: contracts.map((each) => (apart ? { ...each, smaller: null, heldSmaller: 0 } : each)),
          },
        };
      });
  });

/** Plans of every kind: each aim, one contract or several, mixes, both payoffs, odd books and odd names. */
export const randomHedge: fc.Arbitrary<RandomHedge> = fc
  .tuple(hedgeWithStandardLimits, limits, priceDates)
  .map(([{ plan, book }, typed, dates]) => {
    const contracts = plan.contracts.map((each, n) => ({ ...each, priceDate: dates[n] ?? null }));
    const isTyped = Object.keys(typed).length > 0;
    return { book, plan: { ...plan, ...typed, contracts: isTyped ? contracts : plan.contracts } };
  });
