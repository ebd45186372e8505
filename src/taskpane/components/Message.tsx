import type { ReactNode } from "react";

interface MessageProps {
  readonly intent: "success" | "warning";
  readonly title: string;
  /** The sentences, then the buttons. */
  readonly children: ReactNode;
}

/** The sign says the same as the colour. */
const SIGNS: Readonly<Record<MessageProps["intent"], string>> = { success: "✓", warning: "!" };

/** A message in its place in the pane; where it appears is a live region that reads it out. */
export function Message({ intent, title, children }: MessageProps) {
  return (
    <div role="group" aria-label={title} className={`hs-message hs-message-${intent}`}>
      <span className="hs-message-sign" aria-hidden="true">
        {SIGNS[intent]}
      </span>
      <div className="hs-message-text">
        <strong>{title}</strong> {children}
      </div>
    </div>
  );
}
