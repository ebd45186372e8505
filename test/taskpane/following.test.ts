import type { ReadCells } from "../../src/excel/read-selection";
import { PAUSE, startFollowing } from "../../src/taskpane/following";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function cellsOf(value: number): ReadCells {
  return {
    range: { sheet: "Book", address: "A1" },
    below: { values: [], types: [], numberFormats: [] },
    sheet: "Book",
    row: 0,
    column: 0,
    values: [[value]],
    types: [["Double"]],
    numberFormats: [["General"]],
    hiddenRows: [],
    notes: [],
  };
}

/** A book of one cell, followed; everything that happens is written down. */
function follow(reads?: () => Promise<ReadCells>, opens: () => Promise<void> = () => Promise.resolve()) {
  const book = { value: 1, busy: false, lasting: false };
  const happened: string[] = [];
  let tell = () => {};
  const following = startFollowing({
    open: async (listener) => {
      tell = listener;
      await opens();
      return {
        read: () => {
          happened.push("read");
          return reads?.() ?? Promise.resolve(cellsOf(book.value));
        },
        stop: () => {
          happened.push("stop");
          return Promise.resolve();
        },
      };
    },
    mayRead: () => !book.busy,
    take: ({ values }) => happened.push(`take ${String(values[0]?.[0])}`),
    fail: (error) => happened.push(`fail ${String(error)}`),
    isLasting: () => book.lasting,
  });
  const change = (value: number) => {
    book.value = value;
    tell();
  };
  return { book, happened, following, change };
}

/** Lets time pass, and everything that waits for it happen. */
const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

describe("following a book", () => {
  it("reads nothing until something has changed", async () => {
    const { happened } = follow();
    await pass(10_000);
    expect(happened).toEqual([]);
  });

  it("reads once for many changes in a row", async () => {
    const { happened, change } = follow();
    await pass(0);
    for (const value of [2, 3, 4]) change(value);
    await pass(PAUSE);
    expect(happened).toEqual(["read", "take 4"]);
  });

  it("reads all the while, not only at the end, when changes never cease", async () => {
    const { happened, change } = follow();
    await pass(0);
    for (let tick = 0; tick < 20; tick++) {
      change(tick);
      await pass(PAUSE / 4);
    }
    expect(happened.filter((what) => what === "read").length).toBeGreaterThanOrEqual(4);
  });

  it("reads again what changes while it reads", async () => {
    let answer: (cells: ReadCells) => void = () => {};
    const { happened, change } = follow(() => new Promise((resolve) => (answer = resolve)));
    await pass(0);
    change(2);
    await pass(PAUSE);
    change(3);
    answer(cellsOf(2));
    await pass(PAUSE);
    answer(cellsOf(3));
    await pass(0);
    expect(happened).toEqual(["read", "take 2", "read", "take 3"]);
  });

  it("leaves the book alone while something else is being done to it", async () => {
    const { book, happened, change } = follow();
    await pass(0);
    book.busy = true;
    change(2);
    await pass(5_000);
    expect(happened).toEqual([]);
    book.busy = false;
    await pass(PAUSE);
    expect(happened).toEqual(["read", "take 2"]);
  });

  it("catches up at once when asked to, even then", async () => {
    const { book, happened, change, following } = follow();
    await pass(0);
    book.busy = true;
    change(2);
    await following.catchUp();
    expect(happened).toEqual(["read", "take 2"]);
    await pass(5_000);
    expect(happened).toEqual(["read", "take 2"]);
  });

  it("catches up with what nothing was heard of", async () => {
    const { book, happened, following } = follow();
    await pass(0);
    book.value = 2;
    await following.catchUp();
    await pass(5_000);
    expect(happened).toEqual(["read", "take 2"]);
  });

  it("tries again when Excel is busy, and says so in the end", async () => {
    const { happened, change } = follow(() => Promise.reject(new Error("busy")));
    await pass(0);
    change(2);
    await pass(60_000);
    expect(happened).toEqual(["read", "read", "read", "read", "fail Error: busy"]);
  });

  it("says at once what will not pass, and still follows what comes after", async () => {
    let gone = true;
    const { book, happened, change } = follow(() =>
      gone ? Promise.reject(new Error("gone")) : Promise.resolve(cellsOf(3)),
    );
    book.lasting = true;
    await pass(0);
    change(2);
    await pass(60_000);
    gone = false;
    change(3);
    await pass(PAUSE);
    expect(happened).toEqual(["read", "fail Error: gone", "read", "take 3"]);
  });

  it("begins later if it cannot begin at once", async () => {
    let busy = true;
    const { happened } = follow(undefined, () =>
      busy ? Promise.reject(new Error("busy")) : Promise.resolve(),
    );
    await pass(0);
    busy = false;
    await pass(10_000);
    expect(happened).toEqual(["read", "take 1"]);
  });

  it("ends: no reading, and nothing is left registered", async () => {
    const { happened, change, following } = follow();
    await pass(0);
    change(2);
    void following.stop();
    change(3);
    await pass(10_000);
    expect(happened).toEqual(["stop"]);
  });

  it("ends even before it has begun", async () => {
    const { happened, following } = follow();
    void following.stop();
    await pass(10_000);
    expect(happened).toEqual(["stop"]);
  });
});
