import js from "@eslint/js";
import tseslint from "typescript-eslint";
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import noUnsanitized from "eslint-plugin-no-unsanitized";

export default tseslint.config(
  { ignores: ["dist/", "build/", "coverage/", "reports/", ".stryker-tmp/"] },
  js.configs.recommended,
  {
    // Prettier breaks code at 110, but neither texts nor comments. A URL stays in one piece.
    files: ["**/*.{ts,tsx,js,cjs,mjs}"],
    rules: { "max-len": ["error", { code: 120, ignoreUrls: true }] },
  },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      // A switch names every case, or says with a default what the others have in common.
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true, named: true } }],
    },
  },
  {
    // Cell text is data, never HTML; nothing leaves the machine.
    files: ["src/**/*.{ts,tsx}"],
    plugins: { "no-unsanitized": noUnsanitized },
    rules: {
      "no-unsanitized/method": "error",
      "no-unsanitized/property": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
    },
  },
  {
    files: ["src/{calc,contracts,formulas,sheet,excel,functions,taskpane}/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-globals": [
        "error",
        { name: "fetch", message: "Nothing leaves the machine." },
        { name: "XMLHttpRequest", message: "Nothing leaves the machine." },
        { name: "WebSocket", message: "Nothing leaves the machine." },
        { name: "alert", message: "Office.js makes alert throw; use a message bar." },
        { name: "confirm", message: "Office.js makes confirm throw; ask in the pane." },
      ],
      "no-restricted-properties": ["error", { object: "navigator", property: "sendBeacon" }],
    },
  },
  {
    files: ["src/{excel,functions}/**/*.ts"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "off",
      "office-addins/no-office-initialize": "error",
    },
  },
  {
    files: ["src/taskpane/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
  {
    files: ["**/*.{js,cjs,mjs}"],
    languageOptions: {
      globals: Object.fromEntries(
        [
          "console",
          "process",
          "module",
          "require",
          "__dirname",
          "Buffer",
          "URL",
          "performance",
          "setTimeout",
          "clearTimeout",
        ].map((name) => [name, "readonly"]),
      ),
    },
  },
  {
    // Playwright wants its configuration as the default export.
    files: ["*.config.ts"],
    rules: { "no-restricted-exports": "off" },
  },
);
