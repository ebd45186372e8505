import {
  test as base,
  expect,
  type Frame,
  type FrameLocator,
  type Locator,
  type Page,
} from "@playwright/test";
import type { Area, CellInput, CellValue, EngineEvent } from "../../src/workbench/engine/engine";

export { expect };

/** A user before the workbench: a real mouse and keyboard, and eyes for what cells hold. */
export class Workbench {
  /** The add-in's task pane. */
  readonly pane: FrameLocator;
  readonly errorCard: Locator;

  constructor(readonly page: Page) {
    this.pane = page.frameLocator("#pane-frame iframe");
    this.errorCard = page.locator("#error-card");
  }

  /** Opens the page and waits until the grid is drawn and the add-in has started. */
  async open(): Promise<void> {
    await this.page.goto("/");
    await this.page.waitForFunction(() => "workbench" in window, null, { timeout: 60_000 });
    await this.page.locator("#pane-frame .pane-message").waitFor({ state: "hidden", timeout: 60_000 });
  }

  /** The add-in's own page, once Office.js has started there. */
  async addIn(): Promise<Frame> {
    const frame = this.page.frames().find((one) => one.url().includes("taskpane.html"));
    if (!frame) throw new Error("the add-in has not started");
    await frame.waitForFunction(() => "Excel" in window);
    return frame;
  }

  /** Clicks on a cell of the sheet that is shown, such as "B5". */
  async click(address: string): Promise<void> {
    const { x, y } = await this.middle(address);
    await this.page.mouse.click(x, y);
  }

  /** Drags from the first to the last cell of a range, such as "A4:F24". */
  async select(range: string): Promise<void> {
    const [first = range, last = first] = range.split(":");
    const [from, to] = [await this.middle(first), await this.middle(last)];
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
    await this.page.mouse.move(to.x, to.y, { steps: 5 });
    await this.page.mouse.up();
  }

  /** Types into a cell and presses Enter. */
  async type(address: string, text: string): Promise<void> {
    await this.click(address);
    await this.page.keyboard.type(text, { delay: 15 });
    await this.enter();
  }

  /** Inserts a row by the menu of the row's head. */
  async insertRowAbove(row: number): Promise<void> {
    await this.openRowMenu(row);
    // Its middle is a box for the number of rows.
    await this.page.getByText("rows above").click({ position: { x: 8, y: 14 } });
  }

  async deleteRow(row: number): Promise<void> {
    await this.openRowMenu(row);
    await this.page.getByText("Delete selected row").click();
  }

  /** Goes down by the keyboard to a cell with a list of choices, out of sight perhaps, and takes one. */
  async chooseInCell(address: string, choice: string): Promise<void> {
    const { row, column } = place(address);
    await this.click(address.replace(/\d+$/, "6"));
    for (let down = 5; down < row; down++) await this.page.keyboard.press("ArrowDown");
    await expect.poll(async () => (await this.selection())[0]).toMatchObject({ row, column });
    await this.page.keyboard.press("F2");
    const list = this.page.getByText("Select an item", { exact: true }).locator("..");
    await list.getByText(choice, { exact: true }).click();
  }

  /**
   * Ends the editing of a cell. Univer's list of suggestions trails behind fast typing, and takes an Enter that comes
   * while it is open: wait as a reader of the list would, and press again if the first one only closed it.
   */
  async enter(): Promise<void> {
    await this.page.waitForTimeout(600);
    await expect(async () => {
      await this.page.keyboard.press("Enter");
      await expect.poll(() => this.isEditing(), { timeout: 1_000 }).toBe(false);
    }).toPass({ timeout: 10_000 });
  }

  isEditing(): Promise<boolean> {
    return this.page.evaluate(() => window.workbench.isEditing());
  }

  /** Shows a sheet by its tab. */
  async showSheet(name: string): Promise<void> {
    await this.page.getByText(name, { exact: true }).first().click();
    await expect.poll(() => this.activeSheet()).toBe(name);
  }

  activeSheet(): Promise<string> {
    return this.page.evaluate(() => {
      const { engine } = window.workbench;
      return engine.sheets().find(({ id }) => id === engine.activeSheet())?.name ?? "";
    });
  }

  sheetNames(): Promise<string[]> {
    return this.page.evaluate(() => window.workbench.engine.sheets().map(({ name }) => name));
  }

  /** What the cell computes; on the sheet that is shown, unless one is named. */
  async value(address: string, sheet?: string): Promise<CellValue> {
    const area = await this.area(address, sheet);
    return this.page.evaluate((cell) => window.workbench.engine.values(cell)[0]?.[0] ?? "", area);
  }

  async values(range: string, sheet?: string): Promise<CellValue[][]> {
    const area = await this.area(range, sheet);
    return this.page.evaluate((cells) => window.workbench.engine.values(cells), area);
  }

  /** What was typed into the cells, or written: formulas as formulas. */
  async inputs(range: string, sheet?: string): Promise<CellInput[][]> {
    const area = await this.area(range, sheet);
    return this.page.evaluate((cells) => window.workbench.engine.inputs(cells), area);
  }

  /** What the cell shows. */
  async text(address: string, sheet?: string): Promise<string> {
    const area = await this.area(address, sheet);
    return this.page.evaluate((cell) => window.workbench.engine.texts(cell)[0]?.[0] ?? "", area);
  }

  /** Where a sheet-local name points, such as "B7". */
  async addressOf(name: string, sheet: string): Promise<string> {
    const formula = await this.page.evaluate(
      ([wanted, title]) => {
        const { engine } = window.workbench;
        const scope = engine.sheets().find((one) => one.name === title)?.id;
        return engine.names().find((one) => one.name === wanted && one.scope === scope)?.formula;
      },
      [name, sheet],
    );
    if (formula === undefined) throw new Error(`the sheet "${sheet}" has no name ${name}`);
    return formula.slice(formula.lastIndexOf("!") + 1).replaceAll("$", "");
  }

  /** What the cell with a sheet-local name computes. */
  async named(name: string, sheet: string): Promise<CellValue> {
    return this.value(await this.addressOf(name, sheet), sheet);
  }

  async namedBecomes(name: string, value: unknown, sheet: string): Promise<void> {
    await expect.poll(() => this.named(name, sheet)).toEqual(value);
  }

  /** Opens the pane by the ribbon and puts the welcome away. */
  async openPane(): Promise<void> {
    await this.page
      .getByRole("toolbar", { name: "Add-in commands" })
      .getByRole("button", { name: "Hedge" })
      .click();
    await this.pane.getByRole("button", { name: "Skip" }).click();
  }

  /** Waits until a cell holds the value; custom functions take a moment. */
  async expectValue(address: string, value: unknown, sheet?: string): Promise<void> {
    await expect.poll(() => this.value(address, sheet)).toEqual(value);
  }

  /** The selected area in A1 notation without sheet. */
  selection(): Promise<Area[]> {
    return this.page.evaluate(() => [...window.workbench.engine.selection()]);
  }

  /** Keeps the values that a cell takes from now on, one per calculation. */
  async watch(address: string): Promise<() => Promise<CellValue[]>> {
    const area = await this.area(address);
    const handle = await this.page.evaluateHandle((cell) => {
      const seen: CellValue[] = [];
      window.workbench.engine.on((event: EngineEvent) => {
        const value = window.workbench.engine.values(cell)[0]?.[0];
        if (event.type === "changed" && value !== undefined) seen.push(value);
      });
      return seen;
    }, area);
    return () => handle.jsonValue();
  }

  private async openRowMenu(row: number): Promise<void> {
    const area = await this.area(`A${row}`);
    const head = await this.page.evaluate((cell) => {
      const box = window.workbench.cellRectangle(cell);
      return box && { x: box.x - 20, y: box.y + box.height / 2 };
    }, area);
    if (!head) throw new Error(`row ${row} is not in sight`);
    await this.page.mouse.click(head.x, head.y);
    await this.page.mouse.click(head.x, head.y, { button: "right" });
  }

  private async middle(address: string): Promise<{ x: number; y: number }> {
    const area = await this.area(address);
    const middle = await this.page.evaluate((cell) => {
      const box = window.workbench.cellRectangle(cell);
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, area);
    if (!middle) throw new Error(`${address} is not in sight`);
    return middle;
  }

  private async area(range: string, sheet?: string): Promise<Area> {
    const id = await this.page.evaluate((name) => {
      const { engine } = window.workbench;
      return name === undefined ? engine.activeSheet() : engine.sheets().find((one) => one.name === name)?.id;
    }, sheet);
    if (id === undefined) throw new Error(`there is no sheet "${sheet ?? ""}"`);
    const [first = range, last = first] = range.split(":");
    const [top, bottom] = [place(first), place(last)];
    return { sheet: id, ...top, rows: bottom.row - top.row + 1, columns: bottom.column - top.column + 1 };
  }
}

function place(address: string): { row: number; column: number } {
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  if (!letters || !digits) throw new Error(`"${address}" is not a cell`);
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

/** A test with a fresh workbench; it fails on any page error, console error or request to another origin. */
export const test = base.extend<{ workbench: Workbench }>({
  workbench: async ({ page, baseURL }, use) => {
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(`page error: ${error.stack ?? error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(`console error: ${message.text()}`);
    });
    page.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith("http") && origin !== baseURL) faults.push(`request to ${request.url()}`);
    });
    const workbench = new Workbench(page);
    await workbench.open();
    await use(workbench);
    expect(faults).toEqual([]);
  },
});
