/** Brings a sheet to the front, at its first cell; one that is hidden is unhidden. */
export function showSheet(name: string): Promise<void> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.load("visibility");
    await context.sync();
    if (sheet.visibility !== "Visible") sheet.visibility = "Visible";
    sheet.activate();
    sheet.getRange("A1").select();
    await context.sync();
  });
}
