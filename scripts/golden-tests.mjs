// Recalculates hedge worksheets with LibreOffice, a program that is not ours, and compares every cell.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const chosen = process.env.HEDGESHEET_SOFFICE || undefined;
const PLACES = [
  "soffice",
  "libreoffice",
  "/usr/bin/soffice",
  "/usr/lib/libreoffice/program/soffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
];

const soffice = (chosen === undefined ? PLACES : [chosen]).find((place) => {
  if (/[\\/]/.test(place) && !existsSync(place)) return false;
  return spawnSync(place, ["--version"], { stdio: "ignore" }).status === 0;
});

if (soffice === undefined) {
  console.error(
    [
      chosen === undefined
        ? "LibreOffice was not found, so no worksheet was recalculated. Get it:"
        : `HEDGESHEET_SOFFICE names ${chosen}, which does not run, so no worksheet was recalculated. Get LibreOffice:`,
      "  Debian, Ubuntu   apt-get install --no-install-recommends libreoffice-calc",
      "  macOS            brew install --cask libreoffice",
      "  Windows          winget install TheDocumentFoundation.LibreOffice",
      "or set HEDGESHEET_SOFFICE to the path of its program soffice.",
    ].join("\n"),
  );
  process.exit(1);
}

const env = { ...process.env, HEDGESHEET_SOFFICE: soffice };
const steps = [
  ["node_modules/jest/bin/jest.js", "--config", "jest.golden.config.js", ...process.argv.slice(2)],
  ["scripts/browser-tests.mjs", "--config", "playwright.golden.config.ts"],
];
const failed = steps.filter(
  (args) => spawnSync(process.execPath, args, { stdio: "inherit", env }).status !== 0,
);
process.exitCode = failed.length === 0 ? 0 : 1;
