// npm start: builds the add-in and the workbench, serves them on this machine and opens the browser.
import { spawn } from "node:child_process";
import { buildAddIn } from "./build-addin.mjs";
import { buildWorkbench } from "./build-workbench.mjs";
import { serve, serverProblem, workbenchPort } from "./serve.mjs";

const openers = { darwin: ["open"], win32: ["cmd", "/c", "start", ""], linux: ["xdg-open"] };

function openBrowser(url) {
  const [command, ...args] = openers[process.platform] ?? openers.linux;
  const child = spawn(command, [...args, url], { stdio: "ignore", detached: true });
  child.on("error", () => console.log("Open that address in a browser."));
  child.unref();
}

try {
  const port = workbenchPort();
  await buildWorkbench();
  buildAddIn();
  const { url } = await serve(port);
  console.log(`The Hedgesheet workbench is at ${url} (Ctrl+C stops it)`);
  if (process.stdout.isTTY && !process.argv.includes("--no-open")) openBrowser(url);
} catch (error) {
  console.error(serverProblem(error));
  process.exitCode = 1;
}
