import { Button } from "@fluentui/react-button";

interface WelcomeCardProps {
  readonly onUseSelection: () => void;
  readonly onSample: () => void;
  readonly onSkip: () => void;
}

/** First run: what this does, in a glance; gone with one click. */
export function WelcomeCard({ onUseSelection, onSample, onSkip }: WelcomeCardProps) {
  return (
    <section className="hs-card" aria-labelledby="hs-welcome">
      <h2 id="hs-welcome">Hedge a portfolio with futures</h2>
      <ol>
        <li>Select your holdings, with their header row.</li>
        <li>Choose the contract, its price and your aim.</li>
        <li>Build a hedge sheet of ordinary Excel formulas.</li>
      </ol>
      <p className="hs-quiet">Nothing leaves this workbook. Not advice.</p>
      <div className="hs-row">
        <Button appearance="primary" size="small" onClick={onUseSelection}>
          Use my selection
        </Button>
        <Button size="small" onClick={onSample}>
          Insert sample holdings
        </Button>
        <Button appearance="transparent" size="small" onClick={onSkip}>
          Skip
        </Button>
      </div>
    </section>
  );
}
