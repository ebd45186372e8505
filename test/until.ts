const LONGEST_MS = 30_000;

/**
 * Waits for what must come, however slow the machine; a test says "not yet" or "never" only of what it then makes come.
 *
 * @throws if it has not come after half a minute
 */
export async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + LONGEST_MS;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`Waited ${LONGEST_MS} ms for ${String(holds)}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
