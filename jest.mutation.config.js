// The tests that mutants of calc, contracts and formulas must fail: quick ones, with fewer random runs.
const base = require("./jest.config.js");

process.env.HEDGESHEET_RUNS ??= "25";

module.exports = { ...base, testMatch: ["**/test/{calc,contracts,formulas}/**/*.test.ts"] };
