import { belowInWords } from "../../src/taskpane/below-in-words";

describe("belowInWords", () => {
  const row = (name: string, at = 24, hasValue = true) => ({ row: at, name, hasValue });

  it.each([
    { below: [], says: [] },
    { below: [row("NEWCO")], says: ["Row 25 (NEWCO), right below the holdings, is not among them."] },
    { below: [row("")], says: ["Row 25, right below the holdings, is not among them."] },
    {
      below: [row("NEWCO"), row("OTHER", 25)],
      says: ["Rows 25, 26 (NEWCO, OTHER), right below the holdings, are not among them."],
    },
    {
      below: ["A", "", "C", "D", "E"].map((name, i) => row(name, 24 + i)),
      says: ["Rows 25, 26, 27, 28, 29 (A, C, D, …), right below the holdings, are not among them."],
    },
    {
      below: [row("NEWCO", 24, false)],
      says: ["Row 25 (NEWCO), right below the holdings, has a quantity and a price, but no value yet."],
    },
    {
      below: [row("A"), row("B", 25, false), row("C", 26, false)],
      says: [
        "Row 25 (A), right below the holdings, is not among them.",
        "Rows 26, 27 (B, C), right below the holdings, have a quantity and a price, but no value yet.",
      ],
    },
  ])("$says", ({ below, says }) => expect(belowInWords(below)).toEqual(says));
});
