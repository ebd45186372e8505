/** Workbooks recalculated by LibreOffice: run by scripts/golden-tests.mjs, which finds it. */
const shared = require("./jest.config.js");

module.exports = {
  ...shared,
  roots: ["<rootDir>/test/golden"],
  testPathIgnorePatterns: [],
  testTimeout: 600_000,
};
