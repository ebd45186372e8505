import type { FollowedRange } from "../excel/follow-range";
import type { ReadCells } from "../excel/read-selection";

interface FollowingWork {
  /** Begins to follow; calls the listener when cells may have changed. */
  readonly open: (listener: () => void) => Promise<FollowedRange>;
  /** False while something else is being done to the workbook. */
  readonly mayRead: () => boolean;
  readonly take: (cells: ReadCells) => void;
  /** The cells cannot be read, now or ever again; a later change is tried all the same. */
  readonly fail: (error: unknown) => void;
  /** Trying again would not help. */
  readonly isLasting: (error: unknown) => boolean;
}

/** A part of the book that is read again, quietly, a moment after it has changed. */
export interface Following {
  /** Reads at once, whether something was heard of or not: of a new name of its sheet, say, Excel tells nothing. */
  readonly catchUp: () => Promise<void>;
  /** Ends it, at once for whoever listens; resolves when Excel has let go of the cells too. */
  readonly stop: () => Promise<void>;
}

/** Milliseconds from a change to the reading of it: many cells in a row are one reading. */
export const PAUSE = 400;
/** The same for long books, which take Excel longer to hand over. */
const LONG_PAUSE = 2_000;
const LONG_BOOK = 2_000;
const RETRY_AFTER = 2_000;
const RETRIES = 3;

export function startFollowing(work: FollowingWork): Following {
  let followed: Promise<FollowedRange> | null = null;
  let changed = false;
  let stopped = false;
  let failures = 0;
  let pause = PAUSE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looking: Promise<void> | null = null;
  let ended: Promise<void> | null = null;

  function look(): Promise<void> {
    looking ??= lookOnce().then((wait) => {
      looking = null;
      if (changed) later(wait);
    });
    return looking;
  }

  /** @returns how long to wait before the next look */
  async function lookOnce(): Promise<number> {
    changed = false;
    try {
      const { read } = await open();
      const cells = await read();
      failures = 0;
      pause = cells.values.length > LONG_BOOK ? LONG_PAUSE : PAUSE;
      if (!stopped) work.take(cells);
      return pause;
    } catch (error) {
      if (stopped) return pause;
      failures++;
      if (!work.isLasting(error) && failures <= RETRIES) {
        changed = true;
      } else {
        failures = 0;
        work.fail(error);
      }
      return RETRY_AFTER;
    }
  }

  /** Once, unless that fails. */
  function open(): Promise<FollowedRange> {
    followed ??= work
      .open(() => {
        changed = true;
        later(pause);
      })
      .catch((error: unknown) => {
        followed = null;
        throw error;
      });
    return followed;
  }

  function later(wait: number): void {
    if (stopped || looking !== null || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      if (work.mayRead()) void look();
      else later(PAUSE);
    }, wait);
  }

  open().catch(() => {
    changed = true;
    later(RETRY_AFTER);
  });

  return {
    async catchUp() {
      if (looking) await looking;
      if (stopped) return;
      clearTimeout(timer);
      timer = undefined;
      await look();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      // What cannot be ended, because its sheet is gone, say, is silent from now on.
      ended ??= Promise.resolve(followed?.then(({ stop }) => stop())).catch(() => undefined);
      return ended;
    },
  };
}
