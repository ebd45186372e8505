// Sideloads the add-in into the Excel on this computer, over https with Microsoft's development certificates.
//
// office-addin-debugging and office-addin-dev-certs are fetched when this is run (npx), not installed with the
// project: they bring a few hundred packages that nobody without Excel needs, one of which compiles native code.
import { spawn, spawnSync } from "node:child_process";

const shell = process.platform === "win32";
const tool = (name, ...args) => ["--yes", name, ...args];

if (process.platform === "linux") {
  console.error(
    "Excel runs on Windows and Mac. On this computer, try the add-in in the workbench: npm start\n" +
      "For Excel on the web, run `npm run excel` on the Mac or PC whose browser you use, " +
      "and upload manifest.xml there, under Add-ins → More add-ins → My add-ins.",
  );
  process.exit(1);
}

const build = spawnSync("npm", ["run", "build"], { stdio: "inherit", shell });
if (build.status !== 0) process.exit(1);

const certificates = spawnSync("npx", tool("office-addin-dev-certs@3.0.0", "install"), {
  stdio: "inherit",
  shell,
});
if (certificates.status !== 0) process.exit(1);

// The server says its address as soon as it listens; if it cannot, it says why and ends.
const server = spawn(process.execPath, ["scripts/serve.mjs", "--https"], {
  stdio: ["ignore", "pipe", "inherit"],
});
const listens = await new Promise((resolve) => {
  server.stdout.once("data", () => resolve(true));
  server.once("exit", () => resolve(false));
});
if (!listens) process.exit(1);

const start = spawnSync(
  "npx",
  tool("office-addin-debugging@7.0.0", "start", "manifest.xml", "desktop", "--no-debug"),
  { stdio: "inherit", shell },
);
if (start.status !== 0) {
  server.kill();
  process.exit(1);
}
console.log(
  "Hedgesheet is served to Excel at https://localhost:3000. Stop with Ctrl+C, then `npm run stop`.",
);
