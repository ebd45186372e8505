import { useId, useState, type ReactNode } from "react";

interface SectionProps {
  readonly title: string;
  /** What the section comes to, shown while it is closed. */
  readonly note?: string | undefined;
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
}

/** A part of the pane that folds away under its heading. */
export function Section({ title, note, startsOpen = true, children }: SectionProps) {
  const [open, setOpen] = useState(startsOpen);
  const id = useId();
  return (
    <section className="hs-section" aria-labelledby={`${id}title`}>
      <h2>
        <button
          type="button"
          className="hs-section-head"
          aria-expanded={open}
          aria-controls={`${id}body`}
          onClick={() => setOpen(!open)}
        >
          <span className="hs-section-title" id={`${id}title`}>
            {title}
          </span>
          {!open && note !== undefined && <span className="hs-section-note">{note}</span>}
        </button>
      </h2>
      <div className="hs-section-body" id={`${id}body`} hidden={!open}>
        {children}
      </div>
    </section>
  );
}
