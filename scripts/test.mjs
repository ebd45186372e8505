// All tests but the LibreOffice ones: unit, property, agreement and protocol tests in Node, a user in a real browser.
import { spawnSync } from "node:child_process";

const steps = [
  ["unit tests", ["run", "test:unit"]],
  ["browser tests", ["run", "test:browser"]],
];

let failed = 0;
for (const [name, args] of steps) {
  const { status } = spawnSync("npm", args, { stdio: "inherit", shell: process.platform === "win32" });
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${name}`);
  if (status !== 0) failed++;
}
process.exitCode = failed === 0 ? 0 : 1;
