import { openOffice, type OpenOffice } from "./office";

let office: OpenOffice;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

function run<T>(batch: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<T>): Promise<T> {
  return office.Excel.run((context) => batch(context, context.workbook.worksheets.getFirst()));
}

describe("cells", () => {
  it("take values as if they were typed", async () => {
    const typed = [
      "=1+1",
      "+2*3",
      "-8/2",
      "12",
      "1,234.5",
      "5%",
      "TRUE",
      "'=1+1",
      "'007",
      "text",
      "#N/A",
      -32,
    ];
    const read = await run(async (context, sheet) => {
      const range = sheet.getRange("A1:L1");
      range.values = [typed];
      range.load("values,formulas,valueTypes");
      await context.sync();
      return range.toJSON();
    });
    expect(read.values).toEqual([[2, 6, -4, 12, 1234.5, 0.05, true, "=1+1", "007", "text", "#N/A", -32]]);
    expect(read.formulas?.[0]?.slice(0, 3)).toEqual(["=1+1", "=2*3", "=-8/2"]);
    expect(read.valueTypes?.[0]?.slice(6, 11)).toEqual(["Boolean", "String", "String", "String", "Error"]);
  });

  it("keep a formula as text where the format is text", async () => {
    const read = await run(async (context, sheet) => {
      const range = sheet.getRange("A1");
      range.numberFormat = [["@"]];
      range.values = [["=1+1"]];
      range.load("values,formulas");
      await context.sync();
      return [range.values, range.formulas];
    });
    expect(read).toEqual([[["=1+1"]], [["=1+1"]]]);
  });

  it("answer null for entire columns, and the used part when asked", async () => {
    const read = await run(async (context, sheet) => {
      sheet.getRange("B3:C5").values = [
        [1, 2],
        [3, ""],
        [5, 6],
      ];
      const columns = sheet.getRange("B:D").load("values,address,isEntireColumn,rowCount");
      const used = columns.getUsedRange(true).load("address,values");
      const empty = sheet.getRange("F:F").getUsedRangeOrNullObject().load("address");
      await context.sync();
      return [
        columns.values,
        columns.address,
        columns.isEntireColumn,
        columns.rowCount,
        used.address,
        empty.isNullObject,
      ];
    });
    expect(read).toEqual([null, "Sheet1!B:D", true, 1_048_576, "Sheet1!B3:C5", true]);
  });

  it("know their neighbours", async () => {
    const read = await run(async (context, sheet) => {
      sheet.getRange("B2:D4").values = [
        [1, "=B2", "a"],
        [2, "", "b"],
        [3, "=B4", "c"],
      ];
      sheet.getRange("3:3").rowHidden = true;
      const ranges = [
        sheet.getRange("C3").getSurroundingRegion(),
        sheet.getRange("B2").getResizedRange(2, 1),
        sheet.getRange("B2:D4").getIntersection("D3:F9"),
        sheet.getRange("B2").getBoundingRect("D4").getLastCell(),
        sheet.getRange("B2:D4").getRow(1),
        sheet.getRange("B2:D4").getEntireColumn(),
      ].map((range) => range.load("address"));
      const areas = [
        sheet.getRange("A:Z").getSpecialCells("Formulas"),
        sheet.getRange("A:Z").getSpecialCells("Constants", "Numbers"),
        sheet.getRange("B2:D4").getSpecialCells("Visible"),
      ].map((area) => area.load("address"));
      const none = sheet.getRange("A1:Z1").getSpecialCellsOrNullObject("Formulas").load("address");
      const visible = sheet.getRange("B2:D4").getVisibleView().load("values");
      await context.sync();
      return [
        [...ranges, ...areas].map(({ address }) => address.replaceAll("Sheet1!", "")),
        none.isNullObject,
        visible.values,
      ];
    });
    expect(read).toEqual([
      ["B2:D4", "B2:C4", "D3:D4", "D4", "B3:D3", "B:D", "C2,C4", "B2:B4", "B2:D2,B4:D4"],
      true,
      [
        [1, 1, "a"],
        [3, 3, "c"],
      ],
    ]);
  });

  it("compute with sheet-local names, constants among them", async () => {
    const read = await run(async (context, sheet) => {
      const hedge = context.workbook.worksheets.add("Hedge 1");
      hedge.names.add("TargetBeta", hedge.getRange("B1"));
      sheet.names.add("TargetBeta", "=7");
      context.workbook.names.add("Rate", "=0.05");
      hedge.getRange("B1").values = [[0.5]];
      hedge.getRange("B2").formulas = [["=TargetBeta*Rate*100"]];
      sheet.getRange("A1:A2").formulas = [["=TargetBeta"], ["='Hedge 1'!TargetBeta+1"]];
      const inHedge = hedge.getRange("B2").load("values");
      const inFirst = sheet.getRange("A1:A2").load("values");
      hedge.names.load("items/name,items/formula,items/value,items/type,items/scope");
      const [name] = [context.workbook.names.getItem("Rate").load("value,type,formula")];
      await context.sync();
      hedge.name = "Renamed";
      hedge.getRange("B1").values = [[2]];
      const renamed = sheet.getRange("A2").load("values,formulas");
      await context.sync();
      return [
        inHedge.values,
        inFirst.values,
        hedge.names.items[0]?.toJSON(),
        name.toJSON(),
        renamed.values,
        renamed.formulas,
      ];
    });
    expect(read).toEqual([
      [[2.5]],
      [[7], [1.5]],
      {
        name: "TargetBeta",
        formula: "='Hedge 1'!$B$1",
        value: "'Hedge 1'!$B$1",
        type: "Range",
        scope: "Worksheet",
      },
      { value: 0.05, type: "Double", formula: "=0.05" },
      [[3]],
      [["=Renamed!TargetBeta+1"]],
    ]);
  });

  it("are written 100,000 at a time, in one request", async () => {
    const rows = Array.from({ length: 10_000 }, (_, row) =>
      Array.from({ length: 10 }, (_, column) => row * 10 + column),
    );
    office.host.resetSyncs();
    const last = await run(async (context, sheet) => {
      const range = sheet.getRange("A1:J10000");
      range.values = rows;
      const sum = sheet.getRange("L1");
      sum.formulas = [["=SUM(A1:J10000)"]];
      sum.load("values");
      await context.sync();
      return sum.values;
    });
    expect(last).toEqual([[(99_999 * 100_000) / 2]]);
    expect(office.host.syncs.write).toBe(1);
  });
});

describe("formats", () => {
  it("go to several areas at once", async () => {
    const read = await run(async (context, sheet) => {
      const format = sheet.getRanges("A1:B2,C4").format;
      format.fill.color = "#ffffcc";
      format.font.color = "blue";
      format.horizontalAlignment = "Right";
      format.borders.getItem("EdgeBottom").style = "Continuous";
      sheet.getRange("A1").format.columnWidth = 90;
      const block = sheet.getRange("A1:B2").load("format/fill/color,format/font/color,format/columnWidth");
      const mixed = sheet.getRange("A1:C4").load("format/fill/color");
      const edge = sheet.getRange("A2:B2").format.borders.getItem("EdgeBottom").load("style");
      const inside = sheet.getRange("A1:B1").format.borders.getItem("EdgeBottom").load("style");
      await context.sync();
      const { fill, font, columnWidth } = block.format;
      return [fill.color, font.color, columnWidth, mixed.format.fill.color, edge.style, inside.style];
    });
    expect(read).toEqual(["#FFFFCC", "#0000FF", null, null, "Continuous", "None"]);
  });

  it("shape what a cell shows", async () => {
    const read = await run(async (context, sheet) => {
      const range = sheet.getRange("A1:A5");
      range.values = [[-1234.5], [0.1234], [46000], [1 / 3], [-0.2]];
      range.numberFormat = [["#,##0.00;(#,##0.00)"], ["0.0%"], ["yyyy-mm-dd"], ["General"], ["0"]];
      range.load("text");
      await context.sync();
      return range.text.flat();
    });
    expect(read).toEqual(["(1,234.50)", "12.3%", "2025-12-09", "0.333333333", "0"]);
  });
});

describe("what hangs on a sheet", () => {
  it("keeps validation, conditional formats and page set-up", async () => {
    const read = await run(async (context, sheet) => {
      const range = sheet.getRange("B2:B3");
      range.dataValidation.rule = { decimal: { operator: "Between", formula1: -3, formula2: 5 } };
      range.dataValidation.errorAlert = {
        title: "Not here",
        message: "−3 to 5",
        showAlert: true,
        style: "Stop",
      };
      const added = range.conditionalFormats.add("Custom");
      added.custom.rule.formula = "=B2<0";
      added.custom.format.fill.color = "red";
      sheet.freezePanes.freezeRows(2);
      sheet.pageLayout.orientation = "Landscape";
      sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
      sheet.pageLayout.setPrintArea("A1:D9");
      sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = "&P";
      sheet.horizontalPageBreaks.add("A4");
      sheet.horizontalPageBreaks.removePageBreaks();
      sheet.horizontalPageBreaks.add("A8:D8");
      sheet.horizontalPageBreaks.add("A6");
      const breaks = sheet.horizontalPageBreaks.load("items/rowIndex");
      sheet.showGridlines = false;
      sheet.load("showGridlines");
      const one = sheet.getRange("B3").dataValidation.load("rule,type,errorAlert");
      range.conditionalFormats.load("items/type,items/custom/rule/formula,items/custom/format/fill/color");
      await context.sync();
      const [format] = range.conditionalFormats.items;
      return [
        one.type,
        one.rule,
        one.errorAlert.message,
        format?.custom.rule.formula,
        format?.custom.format.fill.color,
        sheet.showGridlines,
        breaks.items.map(({ rowIndex }) => rowIndex),
      ];
    });
    expect(read).toEqual([
      "Decimal",
      { decimal: { formula1: "-3", formula2: "5", operator: "Between" } },
      "−3 to 5",
      "=B2<0",
      "#FF0000",
      false,
      [5, 7],
    ]);
    const [sheet] = (await office.host.save()).sheets;
    expect(sheet).toMatchObject({
      frozenRows: 2,
      pageLayout: {
        orientation: "Landscape",
        fitToWidth: 1,
        printArea: "A1:D9",
        breaksBefore: [5, 7],
        footer: "&P",
      },
    });
  });

  it("keeps charts", async () => {
    const read = await run(async (context, sheet) => {
      sheet.getRange("A1:B3").values = [
        ["Move", "Loss"],
        ["down", -5],
        ["flat", 0],
      ];
      const chart = sheet.charts.add("Line", sheet.getRange("A1:B3"), "Columns");
      chart.name = "Scenarios";
      chart.title.text = "Profit and loss";
      chart.legend.position = "Bottom";
      chart.axes.valueAxis.title.text = "USD";
      const second = chart.series.add("Hedged");
      second.setValues(sheet.getRange("C2:C3"));
      second.format.line.color = "#1F3864";
      chart.setPosition("D2", "F9");
      chart.load("name,left,top,width,height,title/text,legend/position,series/items/name");
      await context.sync();
      return [
        chart.name,
        chart.title.text,
        chart.legend.position,
        chart.series.items.map(({ name }) => name),
        chart.left,
        chart.top,
        chart.width,
        chart.height,
      ];
    });
    expect(read).toEqual(["Scenarios", "Profit and loss", "Bottom", ["Loss", "Hedged"], 144, 15, 144, 120]);
    const chart = office.engine.charts(office.engine.activeSheet())[0];
    expect(chart?.series[1]).toMatchObject({
      name: "Hedged",
      color: "#1F3864",
      values: { row: 1, column: 2, rows: 2 },
    });
  });

  it("keeps tables", async () => {
    const read = await run(async (context, sheet) => {
      sheet.getRange("A1:B3").values = [
        ["Asset", "Value"],
        ["A", 1],
        ["B", 2],
      ];
      const table = sheet.tables.add("A1:B3", true);
      table.name = "Positions";
      const column = table.columns.getItem("value").getDataBodyRange().load("address,values");
      const touching = sheet.getRange("B2").getTables().load("items/name");
      const header = table.getHeaderRowRange().load("values");
      await context.sync();
      return [column.address, column.values, touching.items.map(({ name }) => name), header.values];
    });
    expect(read).toEqual(["Sheet1!B2:B3", [[1], [2]], ["Positions"], [["Asset", "Value"]]]);
  });
});

it("lists the names of what is printed among the sheet's own, as Excel does", async () => {
  const names = await run(async (context, sheet) => {
    sheet.names.add("TargetBeta", sheet.getRange("B2"));
    sheet.pageLayout.setPrintArea("A1:B9,D1:E9");
    sheet.pageLayout.setPrintTitleRows("$1:$3");
    const own = sheet.names.load("items/name,items/formula,items/scope");
    const shared = context.workbook.names.load("items/name");
    await context.sync();
    return [
      ...own.items.map(({ name, formula, scope }) => `${scope} ${name} ${String(formula)}`),
      shared.items.length,
    ];
  });
  expect(names).toEqual([
    "Worksheet TargetBeta =Sheet1!$B$2",
    "Worksheet Print_Area =Sheet1!$A$1:$B$9,Sheet1!$D$1:$E$9",
    "Worksheet Print_Titles =Sheet1!$1:$3",
    0,
  ]);
});

describe("settings and parts", () => {
  it("are one store, seen by Office and by Excel, and saved with the file", async () => {
    const { settings } = office.Office.context.document;
    settings.set("from Office", { a: 1 });
    await new Promise<void>((saved) => settings.saveAsync(() => saved()));
    const read = await run(async (context) => {
      const setting = context.workbook.settings.getItem("from Office").load("value");
      context.workbook.settings.add("from Excel", [1, "two"]);
      context.workbook.customXmlParts.add('<a xmlns="urn:test"/>');
      const parts = context.workbook.customXmlParts.getByNamespace("urn:test").getCount();
      await context.sync();
      return [setting.value as unknown, parts.value];
    });
    expect(read).toEqual([{ a: 1 }, 1]);
    const saved = await office.host.save();
    expect(Object.keys(saved.settings)).toEqual(["from Office", "from Excel"]);
    expect(saved.customXml).toHaveLength(1);
  });
});
