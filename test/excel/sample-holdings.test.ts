import { readActiveNumber } from "../../src/excel/read-number";
import { readRange } from "../../src/excel/read-selection";
import { insertSampleHoldings } from "../../src/excel/sample-holdings";
import { detectColumns } from "../../src/sheet/book/detect-columns";
import { readHoldings } from "../../src/sheet/book/read-holdings";
import type { OpenOffice } from "../protocol/office";
import { openBook, usersPart } from "./book";

let office: OpenOffice;
afterEach(() => office.close());

it("inserts holdings that the pane can read, on a sheet of their own", async () => {
  office = await openBook([["mine"]], "Sample holdings");
  const before = await usersPart(office, []);
  const range = await insertSampleHoldings();
  expect(range).toEqual({ sheet: "Sample holdings 2", address: "A1:E9" });
  const cells = await readRange(range);
  const { rows } = readHoldings(cells, detectColumns(cells).choice);
  // 200,000 + 200,000 + 150,000 + 100,000 + 100,000 + 100,000 + 80,000 + 70,000
  expect(rows.reduce((sum, { value }) => sum + value, 0)).toBe(1_000_000);
  expect(rows.every(({ beta }) => beta !== null)).toBe(true);
  const added = office.engine.sheets().find(({ name }) => name === range.sheet);
  expect(await usersPart(office, [added?.id ?? ""])).toEqual(before);
});

it.each([
  ["blank", "", "Cell A1 is blank."],
  ["text", "5,000 or so", "Cell A1 holds no number."],
  ["an error", "=1/0", "Cell A1 holds no number."],
])("takes no price from a cell that is %s", async (_, input, sentence) => {
  office = await openBook([[input]], "Prices");
  await expect(readActiveNumber()).rejects.toThrow(sentence);
});

it("takes the price from the active cell", async () => {
  office = await openBook([["=6850+0.25"]], "Prices");
  expect(await readActiveNumber()).toBe(6850.25);
});
