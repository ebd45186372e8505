import { Decimal, fromCell } from "../../../src/calc/decimal";
import { groupsOf, isIsolated, isPerpetual, type Group } from "../../../src/sheet/plan/groups";
import type { ContractChoice, HedgePlan } from "../../../src/sheet/plan/plan";
import { previewHedge } from "../../../src/sheet/hedge/preview-hedge";

/** What each check of a contract reads that a plan may leave out, in the sheet's order. */
const MAY_BE_BLANK: readonly {
  readonly check: string;
  readonly of: (group: Group) => boolean;
  readonly inputs: readonly (keyof ContractChoice)[];
  readonly words: string;
  /** One of the inputs is enough. */
  readonly either?: true;
}[] = [
  { check: "Price near spot", of: () => true, inputs: ["spot"], words: "spot or index level" },
  { check: "Margin is not the notional", of: byAmount, inputs: ["initialMargin"], words: "initial margin" },
  { check: "Price fits the margin", of: onIndex, inputs: ["initialMargin"], words: "initial margin" },
  {
    check: "Initial above maintenance",
    of: byAmount,
    inputs: ["initialMargin", "maintenanceMargin"],
    words: "initial and the maintenance margin",
  },
  {
    check: "Margins fit together",
    of: byAmount,
    inputs: ["initialMargin", "maintenanceMargin"],
    words: "initial and the maintenance margin",
  },
  { check: "Leverage moderate", of: isIsolated, inputs: ["leverage"], words: "leverage" },
  {
    check: "Maintenance below margin",
    of: isIsolated,
    inputs: ["leverage", "maintenanceRate"],
    words: "leverage and the maintenance rate",
  },
  { check: "Not expired", of: isDated, inputs: ["expiry"], words: "expiry" },
  {
    check: "Roll not due",
    of: isDated,
    inputs: ["roll", "expiry"],
    words: "roll date or the expiry",
    either: true,
  },
  {
    check: "Margins fresh",
    of: byAmount,
    inputs: ["initialMargin", "marginDate"],
    words: "initial margin and its date",
  },
];

function byAmount(group: Group): boolean {
  return !isIsolated(group);
}

function isDated(group: Group): boolean {
  return !isPerpetual(group);
}

/** Of the contracts of random plans all but the coins' are on share indices. */
function onIndex(group: Group): boolean {
  return byAmount(group) && !isOnBitcoin(group);
}

function isOnBitcoin({ choice }: Group): boolean {
  return choice.code.startsWith("BTC");
}

/** The checks that can say neither OK nor CHECK, because the plan or the book leaves out what they need. */
export function notChecked(plan: HedgePlan): string[] {
  const { groups: previewed, warnings } = previewHedge(plan);
  const groups = groupsOf(plan);
  const { columns, rows } = plan.holdings;
  const ofContracts = MAY_BE_BLANK.flatMap(({ check, of, inputs, words, either }) => {
    const lacking = groups.filter((group) => {
      const blank = inputs.filter((input) => group.choice[input] === null);
      return of(group) && (either ? blank.length === inputs.length : blank.length > 0);
    });
    const codes = lacking.map(({ choice }) => choice.code).join(", ");
    return codes === "" ? [] : [{ check, message: `${codes}: enter the ${words} to check this.` }];
  });
  const noBetas = columns.beta !== undefined && rows.every(({ beta }) => beta === null);
  const value = rows.reduce((sum, row) => sum.plus(fromCell(row.value)), new Decimal(0));
  const gross = rows.reduce((sum, row) => sum.plus(fromCell(row.value).abs()), new Decimal(0));
  const held = groups.filter((_, n) => previewed[n]?.notional !== 0);
  const noMargin = held.some(
    (group) => (isIsolated(group) ? group.choice.leverage : group.choice.initialMargin) === null,
  );
  const noRate = held.some((group) => isIsolated(group) && group.choice.maintenanceRate === null);
  const cash = "Enter the cash and all margins (or leverage";
  const ofBook = [
    { check: "Betas plausible", message: "Enter betas in the book to check this.", is: noBetas },
    {
      check: "Betas are to the contract",
      message: "Enter betas in the book to check this.",
      is: noBetas && columns.name !== undefined && groups.some(isOnBitcoin),
    },
    {
      check: "Gross leverage moderate",
      message: "The values add up to 0: there is no value to compare with.",
      is: value.abs().lessThanOrEqualTo(gross.times("1e-12")),
    },
    {
      check: "Cash covers the margin",
      message: `${cash}) to check this.`,
      is: plan.cash === null || noMargin,
    },
    {
      check: "Cash lasts",
      message: `${cash} and maintenance rate) to check this.`,
      is: plan.cash === null || noMargin || noRate,
    },
  ].filter(({ is }) => is);
  return [...ofContracts, ...ofBook]
    .filter(({ check }) => !warnings.some((warning) => warning.check === check))
    .map(({ check, message }) => `${check}: ${message}`);
}
