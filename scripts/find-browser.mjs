// A browser for the tests: the system's Chrome, Chromium or Edge; else Playwright's download; else Debian's package.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

const places = {
  linux: [
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/microsoft-edge",
    "/snap/bin/chromium",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"].flatMap((variable) =>
    ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"].map((file) =>
      path.win32.join(process.env[variable] ?? "C:\\", file),
    ),
  ),
};

function installed() {
  const chosen = process.env.CHROME_PATH || undefined;
  if (chosen && !existsSync(chosen)) throw new Error(`CHROME_PATH names ${chosen}, which is not there.`);
  return chosen ?? (places[process.platform] ?? []).find((file) => existsSync(file));
}

async function playwrights() {
  const { chromium } = await import("@playwright/test");
  return [chromium.executablePath()].find((file) => existsSync(file));
}

function run(command, args) {
  return spawnSync(command, args, { stdio: "inherit", shell: process.platform === "win32" }).status === 0;
}

/** The path of a browser that the tests can drive; installs one if there is none. */
export async function findBrowser() {
  const found = installed() ?? (await playwrights());
  if (found) return found;
  console.log("No Chrome, Chromium or Edge found: downloading Playwright's Chromium.");
  if (run("npx", ["playwright", "install", "chromium"])) {
    const downloaded = await playwrights();
    if (downloaded) return downloaded;
  }
  if (process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("The download failed: installing Debian's chromium.");
    if (
      run("apt-get", ["update"]) &&
      run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"])
    ) {
      const packaged = installed();
      if (packaged) return packaged;
    }
  }
  throw new Error(
    "The browser tests need Chrome, Chromium or Edge, and none could be found or installed. " +
      "Install one, or set CHROME_PATH to it.",
  );
}
