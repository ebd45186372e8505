import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "./workbench";

test("a download stores the add-in's functions, and what they spill, as Excel does", async ({
  workbench,
  page,
}) => {
  await page.evaluate(() => {
    const { engine } = window.workbench;
    const cell = { sheet: engine.activeSheet(), row: 4, column: 7, rows: 1, columns: 1 };
    engine.write(cell, [['=FUT_NOTIONAL({4000;5000;6000},"ES")']]);
  });
  await expect.poll(() => workbench.values("H5:H7")).toEqual([[200_000], [250_000], [300_000]]);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download .xlsx" }).click(),
  ]);
  const parts = unzipSync(await readFile(await file.path()));
  const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(sheet).toContain("_xldudf_FUT_NOTIONAL(");
  expect(sheet).toMatch(/<c r="H6"[^>]*><v>250000<\/v>/);
  expect(sheet).toMatch(/<c r="H7"[^>]*><v>300000<\/v>/);
});
