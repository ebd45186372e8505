/**
 * Runs a task after the current one, without the 4 ms that browsers add to nested timers:
 * a sync would take 4.4 ms instead of 0.1 ms.
 */
export function soon(task: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    task();
  };
  port2.postMessage(null);
}
