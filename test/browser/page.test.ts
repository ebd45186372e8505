import { expect, test } from "./workbench";

test("the sample book is worth 10,000,000 at a beta of 1.30", async ({ workbench }) => {
  expect(await workbench.values("E25:F25", "Equity book")).toEqual([[10_000_000, 1.3]]);
  expect(await workbench.values("B5:D5", "Crypto")).toEqual([[5, 48_000, 60_000]]);
});

test("a drag selects", async ({ workbench }) => {
  await workbench.select("A4:F24");
  await expect.poll(() => workbench.selection()).toMatchObject([{ row: 3, column: 0, rows: 21, columns: 6 }]);
});

test("the ribbon opens the pane, by keyboard too", async ({ workbench, page }) => {
  const button = page
    .getByRole("toolbar", { name: "Add-in commands" })
    .getByRole("button", { name: "Hedge" });
  await button.focus();
  await page.keyboard.press("Enter");
  const pane = page.getByRole("complementary", { name: "Task pane" });
  await expect(pane).toBeVisible();
  expect((await pane.boundingBox())?.width).toBe(350);
  await expect(workbench.pane.locator("body")).toBeVisible();
  await page.getByRole("button", { name: "Close the task pane" }).press("Enter");
  await expect(page.getByRole("button", { name: "Close the task pane" })).toBeHidden();
});

test("the context menu of a cell offers the add-in's command", async ({ workbench, page }) => {
  await workbench.click("C8");
  const { x, y } = await page.evaluate(() => {
    const { engine, cellRectangle } = window.workbench;
    const [cell] = engine.selection();
    const box = cell && cellRectangle(cell);
    return { x: (box?.x ?? 0) + 5, y: (box?.y ?? 0) + 5 };
  });
  await page.mouse.click(x, y, { button: "right" });
  await page.getByText("Hedge this range…").click();
  await expect(page.getByRole("button", { name: "Close the task pane" })).toBeVisible();
});

test("a workbook survives being downloaded and opened again", async ({ workbench, page }) => {
  await workbench.type("H5", "=E25*2");
  await workbench.expectValue("H5", 20_000_000);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download .xlsx" }).click(),
  ]);
  await workbench.type("H5", "0");
  await page.locator("#file-input").setInputFiles(await download.path());
  await expect(page.getByRole("status").last()).toContainText("Opened");
  await workbench.expectValue("H5", 20_000_000, "Equity book");
  expect(await workbench.text("E25", "Equity book")).toBe("10,000,000");
});
