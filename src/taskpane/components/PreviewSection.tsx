import { aimKind } from "../../sheet/plan/aims";
import type { GroupPreview, Preview } from "../../sheet/hedge/preview";
import type { HedgePlan } from "../../sheet/plan/plan";
import { count, exactCount, gain, leverage, money, ratio } from "../amounts";
import { contractTraits } from "../contract-options";
import { signedPercent } from "../scenario-chart";
import { Notes } from "./Notes";
import { ScenarioPicture } from "./ScenarioPicture";
import { Section } from "./Section";
import { contractDecimals } from "../../sheet/plan/number-formats";
import { bookCurrency } from "../../sheet/plan/units";

interface PreviewSectionProps {
  readonly preview: Preview;
  readonly plan: HedgePlan;
}

/** What the hedge will be: the numbers that the sheet will compute. */
export function PreviewSection({ preview, plan }: PreviewSectionProps) {
  const unit = bookCurrency(plan.contracts) ?? "the book's currency";
  const { atShock } = preview;
  return (
    <Section title="Preview" note={preview.headline}>
      <p className="hs-quiet">Amounts in {unit}</p>
      {preview.groups.map((group) => (
        <GroupFacts key={group.code} group={group} plan={plan} alone={preview.groups.length === 1} />
      ))}
      <dl className="hs-facts">
        <dt>Portfolio</dt>
        <dd>{money(preview.portfolioValue)}</dd>
        <dt>Beta</dt>
        <dd>
          <span className="hs-whole">
            {ratio(preview.beta)} → {ratio(preview.effectiveBeta)}
          </span>{" "}
          {"targetBeta" in plan.aim && (
            <small className="hs-whole">target {ratio(plan.aim.targetBeta)}</small>
          )}
        </dd>
      </dl>
      <dl className="hs-facts" aria-label={`If the market moves ${signedPercent(atShock.move)}`}>
        <dt className="hs-wide">If the market moves {signedPercent(atShock.move)}</dt>
        <dt className="hs-under">Unhedged</dt>
        <dd>{gain(atShock.unhedged)}</dd>
        <dt className="hs-under">Futures</dt>
        <dd>{gain(atShock.futures)}</dd>
        <dt className="hs-under">Hedged</dt>
        <dd>
          <strong>{gain(atShock.hedged)}</strong>
        </dd>
      </dl>
      <ScenarioPicture preview={preview} unit={unit} />
      <Notes
        notes={[
          ...preview.groups.flatMap((group) => tooSmall(group, plan)),
          ...preview.warnings.map(({ message }) => message),
        ]}
        warning
      />
      <p className="hs-quiet">Betas are estimates, and a future does not move exactly as a portfolio does.</p>
    </Section>
  );
}

interface GroupFactsProps {
  readonly group: GroupPreview;
  readonly plan: HedgePlan;
  readonly alone: boolean;
}

function GroupFacts({ group, plan, alone }: GroupFactsProps) {
  const { code, smallerCode } = group;
  const choice = plan.contracts.find((contract) => contract.code === code);
  const decimals = (of: { readonly lot: number } | null | undefined) =>
    contractDecimals(of?.lot ?? 1, plan.rounding);
  const held = (choice?.held ?? 0) !== 0 || (choice?.heldSmaller ?? 0) !== 0;
  // Of a perpetual the margin follows from the leverage.
  const asksLeverage = contractTraits(code).perpetual;
  const orders = group.orders.map((order) => order.charAt(0).toUpperCase() + order.slice(1));
  return (
    <dl className="hs-facts" aria-label={code}>
      <dt>To trade</dt>
      <dd>
        <strong>{orders.length === 0 ? "Nothing" : orders.join(", ")}</strong>
      </dd>
      {held && (
        <>
          <dt>To hold after it</dt>
          <dd>
            {count(group.contracts, decimals(choice))} {code}
            {smallerCode !== null &&
              `, ${count(group.contractsSmaller, decimals(choice?.smaller))} ${smallerCode}`}
          </dd>
        </>
      )}
      <dt>Exact</dt>
      <dd>
        {exactCount(group.exact)} {code}
      </dd>
      <dt>Notional</dt>
      <dd>{money(group.notional)}</dd>
      {!alone && (
        <>
          <dt>Beta of this part</dt>
          <dd className="hs-whole">
            {ratio(group.beta)} → {ratio(group.effectiveBeta)}
          </dd>
        </>
      )}
      <dt>{group.residualExposure < 0 ? "Exposure under the aim" : "Exposure over the aim"}</dt>
      <dd>{money(Math.abs(group.residualExposure))}</dd>
      <dt>Margin</dt>
      <dd>
        {group.margin === null ? (
          <small>{asksLeverage ? "give the leverage to see it" : "give it to see it"}</small>
        ) : (
          money(group.margin)
        )}
      </dd>
      {group.leverage !== null && (
        <>
          <dt>Leverage</dt>
          <dd>{leverage(group.leverage)}</dd>
        </>
      )}
    </dl>
  );
}

/** Where a hedge rounds to nothing: from how much on it would not. */
function tooSmall({ code, smallerCode, smallestUseful }: GroupPreview, { aim }: HedgePlan): string[] {
  if (smallestUseful === null) return [];
  const contract = smallerCode ?? code;
  const what = aimKind(aim.kind).purchase === undefined ? "a portfolio" : "cash";
  return [`One ${contract} is too large here: it hedges ${what} of about ${money(smallestUseful)}.`];
}
