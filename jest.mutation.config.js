// The tests that mutants of calc, contracts and formulas must fail: quick ones, with fewer random runs.
const base = require("./jest.config.js");

process.env.HEDGESHEET_RUNS ??= "25";

module.exports = {
  ...base,
  roots: ["<rootDir>/test/calc", "<rootDir>/test/contracts", "<rootDir>/test/formulas"],
};
