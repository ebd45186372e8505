/**
 * Which way imports run: a folder imports only from folders below it.
 *
 *   taskpane, functions → excel → sheet → formulas → contracts → calc
 */
const order = ["calc", "contracts", "formulas", "sheet", "excel"];

const downward = order.map((folder, level) => ({
  name: `${folder}-imports-downward`,
  comment:
    `src/${folder} imports only from ${order.slice(0, level).join(", ") || "nothing else of ours"}: ` +
    "each layer can be read, and tested, without those above it.",
  severity: "error",
  from: { path: `^src/${folder}/` },
  to: { path: "^src/", pathNot: `^src/(${order.slice(0, level + 1).join("|")})/` },
}));

/** Within the sheet the same, wing by wing: the page is laid out from the hedge, which follows from plan and book. */
const wings = ["book", "plan", "hedge", "page"];

const downwardInSheet = wings.map((wing, level) => ({
  name: `${wing}-imports-downward`,
  comment: `src/sheet/${wing} imports only from ${wings.slice(0, level).join(", ") || "no other wing"}.`,
  severity: "error",
  from: { path: `^src/sheet/${wing}/` },
  to: { path: `^src/sheet/(${wings.slice(level + 1).join("|") || "-"})/` },
}));

const groundFloor = {
  name: "ground-floor-of-the-sheet",
  comment: "What lies beside the wings serves them all, and knows none.",
  severity: "error",
  from: { path: "^src/sheet/[^/]+$" },
  to: { path: "^src/sheet/[^/]+/" },
};

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...downward,
    ...downwardInSheet,
    groundFloor,
    {
      name: "functions-stay-small",
      comment:
        "functions.js starts in every workbook: no worksheet, no Office.js workbook access, no pane code.",
      severity: "error",
      from: { path: "^src/functions/" },
      to: { path: "^src/(sheet|excel|taskpane|workbench)/" },
    },
    {
      name: "taskpane-is-the-top",
      comment: "Nothing of ours imports the task pane: it is what the user sees, the end of the chain.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/taskpane/" },
      to: { path: "^src/taskpane/" },
    },
    {
      name: "workbench-knows-nothing-of-the-add-in",
      comment: "The workbench loads the built add-in through its manifest, as Excel does.",
      severity: "error",
      from: { path: "^src/workbench/" },
      to: { path: "^src/", pathNot: "^src/workbench/" },
    },
    {
      name: "add-in-knows-nothing-of-the-workbench",
      comment: "One could delete the workbench and ship.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/workbench/" },
      to: { path: "^src/workbench/" },
    },
    {
      name: "pure-core",
      comment: "From calc to sheet no package but decimal.js: they run in Node, in a worker, anywhere.",
      severity: "error",
      from: { path: "^src/(calc|contracts|formulas|sheet)/" },
      to: {
        dependencyTypes: ["npm", "npm-dev", "npm-optional", "npm-peer", "core"],
        pathNot: "decimal\\.js",
      },
    },
    {
      name: "no-circular",
      comment: "A cycle has no first chapter.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-dev-dependency-in-the-add-in",
      comment:
        "What the add-in needs at run time is a dependency, so that its licence and weight are looked at.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/workbench/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "@types/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js", ".mjs"], mainFields: ["module", "main"] },
  },
};
