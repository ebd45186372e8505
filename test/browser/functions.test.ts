import { expect, test } from "./workbench";

// Free cells of the sample's equity book: column H is empty.

test.describe("typing a function", () => {
  for (const { formula, value } of [
    // −32 = (0.5 − 1.3) × 10,000,000 ÷ (5,000 × 50): CME's multiplier of ES is $50 a point.
    { formula: '=FUT_CONTRACTS(10000000,5000,"ES",1.3,0.5)', value: -32 },
    // 12,800 × $2 a point of MNQ.
    { formula: '=FUT_NOTIONAL(12800,"MNQ")', value: 25_600 },
    // 50 points × $50.
    { formula: '=FUT_PNL(4000,4050,"ES")', value: 2_500 },
  ]) {
    test(`${formula} gives ${value}`, async ({ workbench }) => {
      await workbench.type("H5", formula);
      await workbench.expectValue("H5", value);
    });
  }

  test("=FUT_LEVERAGE gives 200,000 over 12,320, 16.23", async ({ workbench }) => {
    await workbench.type("H5", '=FUT_LEVERAGE(4000,"ES",12320)');
    await expect.poll(async () => Number(await workbench.value("H5")).toFixed(2)).toBe("16.23");
  });

  test("offers the function and explains its arguments", async ({ workbench, page }) => {
    await workbench.click("H5");
    await page.keyboard.type("=FUT_CON", { delay: 40 });
    await expect(page.getByText("FUT_CONTRACTS").first()).toBeVisible();
    await page.keyboard.type("TRACTS(", { delay: 40 });
    await expect(page.getByText("portfolioValue").first()).toBeVisible();
    await page.keyboard.press("Escape");
  });

  test("shows #BUSY! first", async ({ workbench }) => {
    const seen = await workbench.watch("H5");
    await workbench.type("H5", '=FUT_NOTIONAL(12800,"MNQ")');
    await workbench.expectValue("H5", 25_600);
    expect(await seen()).toContainEqual({ error: "#BUSY!" });
  });

  test("follows its precedents", async ({ workbench }) => {
    await workbench.type("H5", "4000");
    await workbench.type("H6", '=FUT_NOTIONAL(H5,"ES")');
    await workbench.expectValue("H6", 200_000);
    await workbench.type("H5", "5000");
    await workbench.expectValue("H6", 250_000);
  });

  test("spills over a range of arguments", async ({ workbench }) => {
    for (const [i, price] of ["4000", "5000", "6000"].entries()) await workbench.type(`H${5 + i}`, price);
    await workbench.type("I5", '=FUT_NOTIONAL(H5:H7,"ES")');
    await expect.poll(() => workbench.values("I5:I7")).toEqual([[200_000], [250_000], [300_000]]);
  });

  test("says why an argument is refused", async ({ workbench }) => {
    await workbench.type("H5", '=FUT_NOTIONAL(12800,"NOSUCH")');
    await expect.poll(() => workbench.text("H5")).toMatch(/^#(VALUE!|N\/A)$/);
    await workbench.click("H5");
    await expect(workbench.errorCard).toContainText("NOSUCH");
  });

  test("says why an argument among others is refused", async ({ workbench }) => {
    for (const [i, code] of ["ES", "NOSUCH", "NQ"].entries()) await workbench.type(`H${5 + i}`, code);
    await workbench.type("I5", "=FUT_NOTIONAL(100,H5:H7)");
    await expect.poll(() => workbench.text("I6")).toBe("#N/A");
    expect(await workbench.values("I5:I7")).toMatchObject([[5000], [{ error: "#N/A" }], [2000]]);
    await workbench.click("I6");
    await expect(workbench.errorCard).toContainText("NOSUCH");
  });
});
