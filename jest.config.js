/** Unit, property, agreement and protocol tests. Browser tests: playwright.config.ts; golden: jest.golden.config.js. */
module.exports = {
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  testPathIgnorePatterns: ["<rootDir>/test/browser/", "<rootDir>/test/golden/"],
  transform: {
    "^.+\\.(ts|tsx|js|mjs)$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
        },
        module: { type: "commonjs" },
      },
    ],
  },
  transformIgnorePatterns: ["/node_modules/(?!(@ironcalc|hucre)/)"],
  testTimeout: 60_000,
  // Jest would leave one core idle: half of them where there are two.
  maxWorkers: "100%",
};
