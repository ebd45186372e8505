// The add-in as Excel loads it: dist/. Built again only when something that it is made of is newer.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const sources = [
  "src",
  "assets",
  "manifest.xml",
  "webpack.config.js",
  "scripts/from-entries.js",
  "package.json",
];

/** When the newest file of these was changed. The workbench is no part of the add-in. */
function newest(entries) {
  return Math.max(
    0,
    ...entries.map((entry) => {
      const stat = statSync(entry);
      if (!stat.isDirectory()) return stat.mtimeMs;
      const inside = readdirSync(entry).filter((name) => name !== "workbench");
      return newest(inside.map((name) => path.join(entry, name)));
    }),
  );
}

/** Builds dist/ unless it is up to date. */
export function buildAddIn() {
  // functions.json and the pages are written last, so one of them tells when the build was finished.
  const built = path.join(root, "dist", "functions.json");
  const changed = newest(sources.map((entry) => path.join(root, entry)));
  if (existsSync(built) && statSync(built).mtimeMs > changed) return;
  const webpack = path.join(root, "node_modules/webpack-cli/bin/cli.js");
  const { status } = spawnSync(
    process.execPath,
    [webpack, "--config", "webpack.config.js", "--mode", "production", "--stats", "errors-warnings"],
    { cwd: root, stdio: "inherit" },
  );
  if (status !== 0) throw new Error("The add-in could not be built; webpack says why above.");
}
