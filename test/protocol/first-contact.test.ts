import { openOffice, type OpenOffice } from "./office";

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

describe("Microsoft's Office.js before our host", () => {
  it("believes that it is in Excel", async () => {
    const info = await office.Office.onReady();
    expect(info).toMatchObject({ host: "Excel", platform: "PC" });
    expect(office.Office.context.requirements.isSetSupported("ExcelApi", "1.15")).toBe(true);
    expect(office.Office.context.requirements.isSetSupported("ExcelApi", "1.16")).toBe(false);
  });

  it("reads the selection", async () => {
    const read = await office.Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange().load("values,address");
      await context.sync();
      return [range.address, range.values];
    });
    expect(read).toEqual(["Sheet1!A1", [[""]]]);
  });

  it("writes a sheet and reads what it computes", async () => {
    const read = await office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Futures");
      const range = sheet.getRange("A1:B3");
      range.formulas = [
        [1, "=A1*2"],
        [2, "=A2*2"],
        ["=SUM(A1:A2)", "=SUM(B1:B2)/7"],
      ];
      range.numberFormat = "0.00" as unknown as string[][];
      range.format.fill.color = "yellow";
      range.format.font.bold = true;
      range.format.autofitColumns();
      range.load("values,formulas,text,numberFormat,address,format/fill/color,format/font/bold");
      sheet.load("name,id");
      await context.sync();
      return { ...range.toJSON(), sheet: sheet.name };
    });
    expect(read).toMatchObject({
      sheet: "Futures",
      address: "Futures!A1:B3",
      values: [
        [1, 2],
        [2, 4],
        [3, 6 / 7],
      ],
      text: [
        ["1.00", "2.00"],
        ["2.00", "4.00"],
        ["3.00", "0.86"],
      ],
      format: { fill: { color: "#FFFF00" }, font: { bold: true } },
    });
  });
});
