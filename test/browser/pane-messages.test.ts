import { expect, test } from "./workbench";

const SHEET = "Hedge Equity book";

test("a message that goes away gives the focus to the button that builds", async ({ workbench }) => {
  const { pane } = workbench;
  await workbench.select("A4:F24");
  await workbench.openPane();
  await pane.getByLabel("Price of ES").fill("5000");
  await pane.getByLabel("Target beta", { exact: true }).fill("0.5");
  await pane.getByRole("button", { name: "Build hedge sheet" }).click();
  await expect(pane.getByText(`Built “${SHEET}”.`)).toBeVisible();
  const build = pane.getByRole("button", { name: "Update hedge sheet" });
  await pane.getByRole("button", { name: "Dismiss" }).press("Enter");
  await expect(build).toBeFocused();

  await pane.getByRole("button", { name: `Remove ${SHEET}` }).click();
  await pane.getByRole("button", { name: "Keep it" }).press("Enter");
  await expect(build).toBeFocused();

  // Not from a box that the user has gone on to.
  await pane.getByRole("button", { name: `Remove ${SHEET}` }).click();
  const question = pane.getByRole("group", { name: `Remove “${SHEET}”?` });
  await question.getByRole("button", { name: "Remove the sheet" }).click();
  await pane.getByLabel("Price of ES").focus();
  await expect(pane.getByText(`Removed “${SHEET}”.`)).toBeVisible();
  await expect(pane.getByLabel("Price of ES")).toBeFocused();
});

test("the settings say why a contract table cannot be inserted", async ({ workbench }) => {
  const { pane } = workbench;
  await workbench.openPane();
  const frame = await workbench.addIn();
  await frame.evaluate(async () => {
    await Excel.run(async (context) => {
      context.workbook.protection.protect();
      await context.sync();
    });
  });
  await pane.getByRole("tab", { name: "Settings" }).click();
  await pane.getByRole("button", { name: "Insert a contract table" }).click();
  await expect(pane.getByRole("alert")).toContainText("Lift the protection (Review → Unprotect)");
  await pane.getByRole("button", { name: "Dismiss" }).click();
  await expect(pane.getByRole("alert")).toHaveCount(0);
});
