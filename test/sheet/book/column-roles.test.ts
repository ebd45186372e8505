import { ROLES } from "../../../src/sheet/book/column-roles";
import { normalised } from "../../../src/sheet/book/column-words";
import { detectColumns } from "../../../src/sheet/book/detect-columns";
import { COLUMN_ROLES } from "../../../src/sheet/book/holdings";
import { readHoldings } from "../../../src/sheet/book/read-holdings";
import { bookFromRecord } from "../../../src/sheet/plan/record";
import { contractChoice } from "../../../src/sheet/plan/contract-choice";
import { selected } from "./selected-cells";

const ES = contractChoice("ES", { price: 5000 });

describe("the roles of columns", () => {
  it("are offered in the pane but for those that nothing reads", () => {
    const offered = COLUMN_ROLES.filter((role) => ROLES[role].offered !== null);
    expect(COLUMN_ROLES.filter((role) => !offered.includes(role))).toEqual(["weight", "sector"]);
    const labels = offered.map((role) => ROLES[role].label);
    expect(new Set(labels).size).toBe(labels.length);
    for (const label of labels) expect(label).toMatch(/^[A-Z]/);
  });

  // Headers are compared as `normalised` leaves them: a word with capitals or accents would never be found.
  it("have header words as headers are compared", () => {
    for (const { strong, weak, not } of Object.values(ROLES)) {
      for (const words of [...strong, ...weak, ...not]) expect(normalised(words).join(" ")).toBe(words);
    }
  });

  // By content alone the weights would be betas: numbers between 0.3 and 2.5 that are not all whole.
  it("keep weights and sectors from being taken for betas and names", () => {
    const cells = selected([
      ["Sector", "Market value", "Weight"],
      ["Technology", 6000, 0.6],
      ["Energy", 4000, 0.4],
    ]);
    const { choice } = detectColumns(cells);
    expect(choice.columns).toEqual({ sector: 0, value: 1, weight: 2 });
    expect(readHoldings(cells, choice).rows).toMatchObject([
      { name: "", value: 6000, beta: null },
      { name: "", value: 4000, beta: null },
    ]);
  });

  it("are read from the records of sheets that were built while the pane offered them all", () => {
    const columns = { name: 0, value: 1, weight: 2, sector: 3 };
    const book = { sheet: "Book", firstRow: 1, lastRow: 2, columns };
    const plan = { aim: { kind: "targetBeta", targetBeta: 0 }, put: null, contracts: [ES] };
    expect(bookFromRecord(JSON.stringify({ hedgesheet: 1, book, plan }))).toEqual(book);
  });
});
