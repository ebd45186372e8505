import { expect, test, type Workbench } from "./workbench";

type Told = [address: string, changeType: string, triggerSource: string];

/** Listens to the equity book's `onChanged` by Office.js in the pane's page; gives what came since the last call. */
async function listen(workbench: Workbench): Promise<() => Promise<Told[]>> {
  const frame = await workbench.addIn();
  const handle = await frame.evaluateHandle(async () => {
    const told: Told[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Equity book").onChanged.add((event) => {
        told.push([event.address, event.changeType, event.triggerSource]);
        return Promise.resolve();
      });
      await context.sync();
    });
    return told;
  });
  return () => handle.evaluate((told) => told.splice(0));
}

test("onChanged comes once for each edit of the user, with what was changed", async ({ workbench, page }) => {
  const told = await listen(workbench);
  const expectTold = async (...expected: [string, string][]) => {
    const heard: Told[] = [];
    await expect
      .poll(async () => {
        heard.push(...(await told()));
        return heard.length;
      })
      .toBeGreaterThanOrEqual(expected.length);
    await page.waitForTimeout(300);
    heard.push(...(await told()));
    expect(heard).toEqual(expected.map(([address, what]) => [address, what, "Unknown"]));
  };

  await workbench.type("H5", "12");
  await expectTold(["H5", "RangeEdited"]);

  // A formula's new value is no change: E5 is C5 × D5, and only C5 was typed.
  await workbench.type("C5", "1000");
  await expectTold(["C5", "RangeEdited"]);

  await workbench.select("C5:D6");
  await page.keyboard.press("Control+c");
  await page.waitForTimeout(300);
  await workbench.click("H10");
  await page.keyboard.press("Control+v");
  await expectTold(["H10:I11", "RangeEdited"]);
  await page.keyboard.press("Control+z");
  await expectTold(["H10:I11", "RangeEdited"]);
  await page.keyboard.press("Control+y");
  await expectTold(["H10:I11", "RangeEdited"]);

  await workbench.select("H10:I11");
  await page.keyboard.press("Delete");
  await expectTold(["H10:I11", "RangeEdited"]);

  // A colour or bold is no change of content.
  await page.keyboard.press("Control+b");
  await page.waitForTimeout(300);
  expect(await told()).toEqual([]);

  await workbench.insertRowAbove(10);
  await expectTold(["10:10", "RowInserted"]);
  await workbench.deleteRow(10);
  await expectTold(["10:10", "RowDeleted"]);
  await page.keyboard.press("Control+z");
  await expectTold(["10:10", "RowInserted"]);
});
