// The servers, on this machine only. For the workbench, over http: the page, the built add-in at the paths its manifest
// names, and the unmodified Office.js from npm. It makes one change: taskpane.html gets the seam before Office.js, and
// its Office.js comes from here, as nothing may leave the machine. For Excel, over https: the built add-in as it is.
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const addIn = { prefix: "/", folder: path.join(root, "dist") };

const officeOnTheWeb = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const seam = `parent.workbench.hostAddIn(window);\n`;

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
};

const headers = {
  "cache-control": "no-cache",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

/** What is served to whom: folders, headers, and how a file's bytes are changed on the way. */
const workbench = {
  home: "/workbench/index.html",
  folders: [
    { prefix: "/office/", folder: path.join(root, "node_modules/@microsoft/office-js/dist") },
    { prefix: "/workbench/", folder: path.join(root, "build/workbench") },
    addIn,
  ],
  headers: {
    ...headers,
    // Univer and Fluent UI write style elements; Univer's pictures are data: URLs. Nothing is fetched from elsewhere.
    "content-security-policy": [
      "default-src 'self'",
      "connect-src 'self'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self' data:",
      "frame-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ].join("; "),
  },
  change: (pathname, body) => (pathname === "/taskpane.html" ? withSeam(body.toString()) : body),
};
const excel = {
  home: "/taskpane.html",
  folders: [addIn],
  // Excel on the web fetches functions.json from its own origin.
  headers: { ...headers, "access-control-allow-origin": "*" },
  change: (_pathname, body) => body,
};

/** The file that a path names, or null: never one outside the folders. */
function fileFor(pathname, { home, folders }) {
  const wanted = pathname === "/" ? home : pathname;
  const { prefix, folder } = folders.find((entry) => wanted.startsWith(entry.prefix));
  const file = path.join(folder, wanted.slice(prefix.length));
  return file.startsWith(folder + path.sep) ? file : null;
}

/** taskpane.html as Excel would load it, but for where Office.js comes from. */
function withSeam(html) {
  const officeTag = new RegExp(
    `<script[^>]*\\ssrc="${officeOnTheWeb.replaceAll(".", "\\.")}"[^>]*></script>`,
  );
  if (!officeTag.test(html)) {
    throw new Error(`dist/taskpane.html does not load Office.js from ${officeOnTheWeb}`);
  }
  return html.replace(
    officeTag,
    (tag) =>
      `<script src="/workbench/seam.js"></script>\n    ${tag.replace(officeOnTheWeb, "/office/office.js")}`,
  );
}

async function answer(pathname, site) {
  if (pathname === "/workbench/seam.js" && site === workbench) return { type: types[".js"], body: seam };
  const file = fileFor(pathname, site);
  const body = file && (await readFile(file).catch(() => null));
  if (!body) return null;
  return {
    type: types[path.extname(file)] ?? "application/octet-stream",
    body: site.change(pathname, body),
  };
}

/** The path that an address asks for; null for an address that is none, which must not end the server. */
function pathOf(address) {
  try {
    return decodeURIComponent(new URL(address, "http://localhost").pathname);
  } catch {
    return null;
  }
}

function respond(site) {
  return (request, response) => {
    const address = request.url ?? "/";
    const pathname = pathOf(address);
    (pathname === null ? Promise.resolve(null) : answer(pathname, site)).then(
      (found) => {
        if (found) response.writeHead(200, { ...site.headers, "content-type": found.type }).end(found.body);
        else response.writeHead(404, site.headers).end(`Not found: ${address}`);
      },
      (error) => {
        console.error(error.message);
        response.writeHead(500, site.headers).end(error.message);
      },
    );
  };
}

async function listen(server, port) {
  await new Promise((resolve, reject) => {
    server.once("error", reject).listen(port, "localhost", resolve);
  });
  return server.address().port;
}

/**
 * Serves the workbench on localhost.
 *
 * @param port 0 for any free one
 * @returns the address, and a way to stop
 */
export async function serve(port) {
  const server = createServer(respond(workbench));
  return { url: `http://localhost:${await listen(server, port)}`, stop: () => server.close() };
}

/** The port that manifest.xml names. */
const EXCEL_PORT = 3000;

/** The workbench's port: PORT, or 3000. */
export function workbenchPort() {
  const wanted = process.env.PORT || "3000";
  const port = Number(wanted);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`PORT must be a whole number from 0 to 65535, but is ${wanted}.`);
}

/** Serves the add-in to Excel, with the development certificate that office-addin-dev-certs makes. */
async function serveToExcel() {
  const folder = path.join(homedir(), ".office-addin-dev-certs");
  const [cert, key] = await Promise.all(
    ["localhost.crt", "localhost.key"].map((file) => readFile(path.join(folder, file))),
  ).catch(() => {
    throw new Error(`There is no development certificate in ${folder}. \`npm run excel\` makes it.`);
  });
  const server = createSecureServer({ cert, key }, respond(excel));
  return { url: `https://localhost:${await listen(server, EXCEL_PORT)}` };
}

/** What went wrong, with the next step. */
export function serverProblem(error) {
  return error.code === "EADDRINUSE"
    ? `Port ${error.port} is taken. Stop what uses it. ` +
        "Or choose another port for the workbench by the environment variable PORT: " +
        "PORT=3001 npm start (PowerShell: $env:PORT=3001; npm start)"
    : error.message;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { url } = process.argv.includes("--https") ? await serveToExcel() : await serve(workbenchPort());
    console.log(url);
  } catch (error) {
    console.error(serverProblem(error));
    process.exitCode = 1;
  }
}
