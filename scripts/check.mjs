// Everything that can be checked without running the add-in. One command does what CI does.
import { spawnSync } from "node:child_process";

const steps = [
  ["types", "tsc", ["-p", "."]],
  ["lint", "eslint", [".", "--max-warnings", "0"]],
  ["layers", "depcruise", ["src", "--config", ".dependency-cruiser.cjs"]],
  ["format", "prettier", ["--check", "--log-level", "warn", "."]],
];

let failed = 0;
for (const [name, command, args] of steps) {
  const start = performance.now();
  const { status } = spawnSync("npx", ["--no-install", command, ...args], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
  if (status !== 0) failed++;
}
process.exitCode = failed === 0 ? 0 : 1;
