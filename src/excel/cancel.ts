import { Refusal } from "./problem";

/**
 * Stops where the user has cancelled.
 *
 * @throws {Refusal} Cancelled, with the message
 */
export function requireNotCancelled(signal: AbortSignal | undefined, message: string): void {
  if (signal?.aborted) throw cancelled(message);
}

/**
 * What Excel answers, or the end of waiting for it as soon as the user cancels.
 *
 * Office.js cannot take a request back that Excel holds until a cell's edit has ended: Excel still carries it out then.
 * So only requests that change nothing may be left alone like this; a write must be waited for.
 *
 * @throws {Refusal} Cancelled, with the message
 */
export async function unlessCancelled<T>(
  reading: Promise<T>,
  signal: AbortSignal | undefined,
  message: string,
): Promise<T> {
  if (signal === undefined) return reading;
  return Promise.race([reading, rejectedOnceCancelled(signal, message)]);
}

function rejectedOnceCancelled(signal: AbortSignal, message: string): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => {
      reject(cancelled(message));
    };
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}

function cancelled(message: string): Refusal {
  return new Refusal("Cancelled", message, "Start again whenever you like.");
}
