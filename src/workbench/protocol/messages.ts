import { soon } from "./soon";

/** What the host sends of its own accord: [category, type, target, JSON text, id]. */
export type Message = readonly [category: number, type: number, target: string, text: string, id: number];

/** Collects messages and hands them over together, in order, never inside the call that caused them. */
export class Messages {
  private listener: ((messages: readonly Message[]) => void) | null = null;
  private waiting: Message[] = [];
  private scheduled = false;

  /** The library begins to listen some time after it is loaded: what came before waits for it. */
  listen(listener: (messages: readonly Message[]) => void): void {
    this.listener = listener;
    this.schedule();
  }

  send(message: Message): void {
    this.waiting.push(message);
    this.schedule();
  }

  private schedule(): void {
    if (this.scheduled || !this.listener) return;
    this.scheduled = true;
    soon(() => {
      this.scheduled = false;
      const messages = this.waiting;
      this.waiting = [];
      if (messages.length > 0) this.listener?.(messages);
    });
  }
}
