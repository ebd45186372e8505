// The tests that mutants of the sheet, and of what reads and writes it, must fail: with fewer random runs.
const base = require("./jest.config.js");

process.env.HEDGESHEET_RUNS ??= "5";

module.exports = {
  ...base,
  testMatch: ["**/test/{sheet,excel,taskpane}/**/*.test.ts"],
  // One is about size, the other lets every request fail once: seconds and minutes for each mutant.
  testPathIgnorePatterns: [...base.testPathIgnorePatterns, "/(large-books|faults)\\.test\\.ts$"],
};
