/** Workbooks recalculated by LibreOffice: run by scripts/golden-tests.mjs, which finds it. */
const { testPathIgnorePatterns: _, ...shared } = require("./jest.config.js");

module.exports = { ...shared, roots: ["<rootDir>/test/golden"], testTimeout: 600_000 };
