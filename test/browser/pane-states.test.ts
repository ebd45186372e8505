import { expect, test, type Workbench } from "./workbench";

const SHEET = "Hedge Equity book";

/** The equity book in the pane, ready to build: 10,000,000 at beta 1.30, hedged to 0.50 with ES at 5,000 is −32. */
async function planHedge(workbench: Workbench): Promise<void> {
  await workbench.select("A4:F24");
  await workbench.openPane();
  const { pane } = workbench;
  await pane.getByLabel("Price of ES").fill("5000");
  await pane.getByLabel("Target beta", { exact: true }).fill("0.5");
  await expect(headline(workbench)).toHaveText("Sell 32 ES: beta 1.30 → 0.50");
}

function headline({ pane }: Workbench) {
  return pane.locator(".hs-headline");
}

/** Drags over the heads of the columns. */
async function selectColumns(workbench: Workbench, first: string, last: string): Promise<void> {
  const head = async (column: string) => {
    const sheet = await workbench.page.evaluate(() => window.workbench.engine.activeSheet());
    const area = { sheet, row: 0, column: column.charCodeAt(0) - 65, rows: 1, columns: 1 };
    const box = await workbench.page.evaluate((cell) => {
      const { x, y, width } = window.workbench.cellRectangle(cell) ?? { x: 0, y: 0, width: 0 };
      return { x: x + width / 2, y: y - 10 };
    }, area);
    return box;
  };
  const { mouse } = workbench.page;
  const [from, to] = [await head(first), await head(last)];
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(to.x, to.y, { steps: 8 });
  await mouse.up();
}

/** Runs Office.js in the pane's own page. */
async function protectWorkbook(workbench: Workbench): Promise<void> {
  const frame = await workbench.addIn();
  await frame.evaluate(async () => {
    await Excel.run(async (context) => {
      context.workbook.protection.protect();
      await context.sync();
    });
  });
}

test("several areas are refused with a sentence, and one block is taken when it is selected", async ({
  workbench,
  page,
}) => {
  const { pane } = workbench;
  await workbench.select("A4:A24");
  await page.keyboard.down("Control");
  await workbench.select("E4:F24");
  await page.keyboard.up("Control");
  await workbench.openPane();
  await expect(pane.getByText("2 separate areas are selected.", { exact: false })).toBeVisible();
  await expect(pane.getByText("Select one block of cells", { exact: false })).toBeVisible();
  await expect(pane.getByRole("button", { name: "Build hedge sheet" })).toBeDisabled();
  await workbench.select("A4:F24");
  await expect(pane.getByText("Equity book!A4:F24")).toBeVisible();
});

test("whole columns are trimmed to the used rows, without the title and the totals", async ({
  workbench,
}) => {
  const { pane } = workbench;
  await selectColumns(workbench, "A", "F");
  await workbench.openPane();
  await expect(pane.getByText("Equity book!A1:F25").first()).toBeVisible();
  await expect(pane.getByText("20 rows", { exact: false }).first()).toBeVisible();
  await expect(pane.getByText(/total/i).first()).toBeVisible();
  await pane.getByLabel("Price of ES").fill("5000");
  await pane.getByLabel("Target beta", { exact: true }).fill("0.5");
  await expect(headline(workbench)).toHaveText("Sell 32 ES: beta 1.30 → 0.50");
});

test("one cell inside the table offers the table", async ({ workbench }) => {
  const { pane } = workbench;
  await workbench.click("C9");
  await workbench.openPane();
  await expect(pane.getByText("Only cell C9 is selected.", { exact: false })).toBeVisible();
  await pane.getByRole("button", { name: /^Use A\d+:F\d+$/ }).click();
  await expect(pane.getByText("20 rows", { exact: false }).first()).toBeVisible();
});

test("a protected workbook takes no new sheet: a sentence, and nothing is written", async ({ workbench }) => {
  const { pane } = workbench;
  await planHedge(workbench);
  await protectWorkbook(workbench);
  const sheets = await workbench.sheetNames();
  await pane.getByRole("button", { name: "Build hedge sheet" }).click();
  await expect(pane.getByText(/protected/i).first()).toBeVisible();
  await expect(pane.getByText(/unprotect/i).first()).toBeVisible();
  expect(await workbench.sheetNames()).toEqual(sheets);
  await pane.getByRole("button", { name: "Dismiss" }).click();
  await expect(pane.getByText(/unprotect/i)).toHaveCount(0);
});

test("a protected sheet of holdings is hedged all the same: nothing is written on it", async ({
  workbench,
  page,
}) => {
  const { pane } = workbench;
  await page.evaluate(() => {
    const { engine } = window.workbench;
    engine.setSheet(engine.activeSheet(), { protected: true });
  });
  await planHedge(workbench);
  await pane.getByRole("button", { name: "Build hedge sheet" }).click();
  await expect(pane.getByText(`Built “${SHEET}”.`)).toBeVisible();
  await workbench.namedBecomes("ContractsToTrade_ES", -32, SHEET);
});

test("building waits for the cell that is being edited, and says so", async ({ workbench, page }) => {
  const { pane } = workbench;
  await planHedge(workbench);
  await workbench.click("C5");
  await page.keyboard.press("F2");
  await page.keyboard.type("0", { delay: 15 });
  expect(await workbench.isEditing()).toBe(true);
  await pane.getByRole("button", { name: "Build hedge sheet" }).click();
  await expect(pane.getByText("Excel waits while a cell is being edited", { exact: false })).toBeVisible();
  expect(await workbench.sheetNames()).not.toContain(SHEET);
  await workbench.click("H30");
  await expect(pane.getByText(`Built “${SHEET}”.`)).toBeVisible();
  // 3,695 with a 0 typed behind it; the sheet is linked, so it counts: 10,000,000 + 33,255 × 270.
  expect(await workbench.value("C5", "Equity book")).toBe(36_950);
  await workbench.namedBecomes("PortfolioValue", 18_978_850, SHEET);
});

test("waiting for a cell's edit can be cancelled, and building after it works", async ({
  workbench,
  page,
}) => {
  const { pane } = workbench;
  await planHedge(workbench);
  const sheets = await workbench.sheetNames();
  await workbench.click("C5");
  await page.keyboard.type("4000", { delay: 15 });
  expect(await workbench.isEditing()).toBe(true);
  await pane.getByRole("button", { name: "Build hedge sheet" }).click();
  // Long before the five seconds after which any work shows how far it is.
  await expect(pane.getByText("Excel waits while a cell is being edited", { exact: false })).toBeVisible({
    timeout: 3_000,
  });
  await expect(pane.getByText("Nothing is written yet.", { exact: false })).toBeVisible();
  expect(await workbench.isEditing()).toBe(true);
  await pane.getByRole("button", { name: "Cancel" }).click();
  await expect(pane.getByText("Building was cancelled.", { exact: false })).toBeVisible();
  expect(await workbench.isEditing()).toBe(true);
  expect(await workbench.value("C5")).toBe(3_695);

  await workbench.click("H30");
  await workbench.expectValue("C5", 4_000);
  // What Excel held back is over now: it was only to read.
  await expect(pane.getByRole("button", { name: "Build hedge sheet" })).toBeEnabled();
  expect(await workbench.sheetNames()).toEqual(sheets);
  await pane.getByRole("button", { name: "Build hedge sheet" }).click();
  await expect(pane.getByText(`Built “${SHEET}”.`)).toBeVisible();
  // 10,000,000 + 305 × 270
  await workbench.namedBecomes("PortfolioValue", 10_082_350, SHEET);
  expect((await workbench.sheetNames()).toSorted()).toEqual([...sheets, SHEET].toSorted());
});

test("a hedge that rounds to nothing names the smallest portfolio that is worth it", async ({
  workbench,
}) => {
  const { pane } = workbench;
  // Coca-Cola alone: 1,430 × 70 = 100,100 at beta 0.45; one ES at 5,000 is worth 250,000.
  await workbench.select("A23:F24");
  await workbench.openPane();
  await pane.getByLabel("Price of ES").fill("5000");
  await expect(pane.getByText("One ES is too large here", { exact: false })).toBeVisible();
  await expect(pane.locator("dd").filter({ hasText: "Nothing" })).toBeVisible();
});

test("numbers that can be misread are refused with a sentence", async ({ workbench, page }) => {
  const { pane } = workbench;
  await workbench.select("A4:F24");
  await workbench.openPane();
  await expect(headline(workbench)).toHaveText("Type the price of ES.");
  const price = pane.getByLabel("Price of ES");
  await price.fill("1,300");
  await page.keyboard.press("Tab");
  const sentence = "“1,300” can mean 1.3 or 1300.";
  await expect(headline(workbench)).toContainText(sentence);
  await expect(pane.getByRole("alert")).toContainText(sentence);
  await expect(price).toHaveAttribute("aria-invalid", "true");
  await expect(price).toHaveAccessibleDescription(/1300/);
  await expect(pane.getByRole("button", { name: "Build hedge sheet" })).toBeDisabled();
  await price.fill("1300");
  await expect(headline(workbench)).toContainText("Sell 200 ES");
  await expect(pane.getByRole("alert")).toHaveCount(0);
  await price.fill("");
  await expect(headline(workbench)).toHaveText("Type the price of ES.");
});

test("the whole way by Tab, Enter and typing", async ({ workbench, page }) => {
  const { pane } = workbench;
  await workbench.select("A4:F24");
  await page
    .getByRole("toolbar", { name: "Add-in commands" })
    .getByRole("button", { name: "Hedge" })
    .press("Enter");
  // The only step that is not a key: Excel moves the focus into a pane by F6, the workbench has no such key.
  await pane.getByRole("tab", { name: "Hedge" }).focus();
  const focused = () =>
    pane.locator("body").evaluate(({ ownerDocument: { activeElement: at } }) => {
      const label = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : undefined;
      return label ?? at?.getAttribute("aria-label") ?? at?.textContent ?? "";
    });
  const tabTo = async (wanted: string) => {
    for (let steps = 0; steps < 40 && (await focused()) !== wanted; steps++) await page.keyboard.press("Tab");
    expect(await focused()).toBe(wanted);
  };
  await tabTo("Use my selection");
  await page.keyboard.press("Enter");
  await expect(pane.getByLabel("Price of ES")).toBeVisible();
  await tabTo("Target beta");
  await page.keyboard.type("0.5");
  await tabTo("Price of ES");
  await page.keyboard.type("5000");
  await tabTo("Build hedge sheet");
  await expect(headline(workbench)).toHaveText("Sell 32 ES: beta 1.30 → 0.50");
  await page.keyboard.press("Enter");
  await expect(pane.getByText(`Built “${SHEET}”.`)).toBeVisible();
  await workbench.namedBecomes("ContractsToTrade_ES", -32, SHEET);
});

test("sample holdings are inserted on a new sheet and read; a price is picked from a cell", async ({
  workbench,
  page,
}) => {
  const { pane } = workbench;
  const book = await workbench.values("A1:F26", "Equity book");
  await page.getByRole("toolbar", { name: "Add-in commands" }).getByRole("button", { name: "Hedge" }).click();
  await pane.getByRole("button", { name: "Insert sample holdings" }).click();
  await expect(pane.getByText("Sample holdings!A1:E9")).toBeVisible();
  await expect.poll(() => workbench.activeSheet()).toBe("Sample holdings");
  expect(await workbench.values("A1:F26", "Equity book")).toEqual(book);
  await workbench.type("H2", "5000");
  await workbench.click("H2");
  await pane.getByRole("button", { name: "Pick the ES price from the selected cell" }).click();
  await expect(pane.getByLabel("Price of ES")).toHaveValue("5000");
  await workbench.click("A2");
  await pane.getByRole("button", { name: "Pick the ES price from the selected cell" }).click();
  await expect(pane.getByText("Cell A2 holds no number.", { exact: false })).toBeVisible();
  await expect(pane.getByLabel("Price of ES")).toHaveValue("5000");
});

test("each holding is hedged with the contract that its row names", async ({ workbench, page }) => {
  const { pane } = workbench;
  await page.evaluate(() => {
    const { engine } = window.workbench;
    const codes = ["Hedge with", "ES", "NQ", "NQ", ...Array<string>(17).fill("")];
    const area = { sheet: engine.activeSheet(), row: 3, column: 6, rows: codes.length, columns: 1 };
    engine.write(
      area,
      codes.map((code) => [code]),
    );
  });
  await workbench.select("A4:G24");
  await workbench.openPane();
  await pane.getByLabel("Price of ES").fill("5000");
  await expect(headline(workbench)).toHaveText("Type the price of NQ.");
  await pane.getByLabel("Price of NQ").fill("20000");
  // NQ: (6,940 × 200 × 1.85 + 1,850 × 515 × 1.05) ÷ (20,000 × 20) = 8.92; the other 18 rows:
  // (13,000,000 − 3,568,187.50) ÷ (5,000 × 50) = 37.73.
  await expect(pane.getByLabel("NQ", { exact: true })).toContainText("Sell 9 NQ");
  await expect(pane.getByLabel("ES", { exact: true })).toContainText("Sell 38 ES");
  await pane.getByRole("button", { name: "Build hedge sheet" }).click();
  await workbench.namedBecomes("ContractsToTrade_NQ", -9, SHEET);
  await workbench.namedBecomes("ContractsToTrade_ES", -38, SHEET);
});

const LOOKS = [
  { what: "light", theme: "Light", forcedColors: "none" },
  { what: "dark", theme: "Dark", forcedColors: "none" },
  { what: "forced colours", theme: "Light", forcedColors: "active" },
] as const;

for (const { what, theme, forcedColors } of LOOKS) {
  test(`nothing sticks out at 350 and 320 pixels: ${what}`, async ({ workbench, page }) => {
    const { pane } = workbench;
    await page.emulateMedia({ forcedColors });
    await planHedge(workbench);
    await pane.getByRole("tab", { name: "Settings" }).click();
    await pane.getByLabel("Theme").selectOption({ label: theme });
    await pane.getByRole("tab", { name: "Hedge" }).click();
    await pane.getByRole("button", { name: "2 Columns" }).click();
    await pane.locator("details").evaluateAll((folded) => {
      for (const one of folded) one.setAttribute("open", "");
    });
    await pane.getByLabel("Price of ES").fill("1,300");
    await page.keyboard.press("Tab");
    await expect(pane.getByRole("alert")).toBeVisible();
    for (const width of [350, 320]) {
      await page.locator("#pane-frame iframe").evaluate((frame, pixels) => {
        frame.style.maxWidth = `${pixels}px`;
      }, width);
      const root = pane.locator("html");
      await expect.poll(() => root.evaluate(({ clientWidth }) => clientWidth)).toBeLessThanOrEqual(width);
      expect(
        await root.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
      ).toBeLessThanOrEqual(0);
      const out = await pane.locator(".hs-pane *").evaluateAll((elements, right) => {
        const inFrame = (element: Element) => element.closest(".hs-table-frame") !== null;
        return elements
          .filter((element) => !inFrame(element) && element.getBoundingClientRect().right > right)
          .map(({ outerHTML }) => outerHTML.slice(0, 80));
      }, width);
      expect(out).toEqual([]);
    }
  });
}
