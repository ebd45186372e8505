// The workbench's server, on this machine only: the page, the built add-in at the paths its manifest names, and the
// unmodified Office.js from npm. The one change it makes: taskpane.html gets the seam before Office.js, and its
// Office.js comes from here, because nothing may leave the machine.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const folders = [
  { prefix: "/office/", folder: path.join(root, "node_modules/@microsoft/office-js/dist") },
  { prefix: "/workbench/", folder: path.join(root, "build/workbench") },
  { prefix: "/", folder: path.join(root, "dist") },
];

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
  // Univer and Fluent UI write style elements; Univer's pictures are data: URLs. Nothing is fetched from elsewhere.
  "content-security-policy":
    "default-src 'self'; connect-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'",
  "cache-control": "no-cache",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

/** The file that a path names, or null: never one outside the three folders. */
function fileFor(pathname) {
  const wanted = pathname === "/" ? "/workbench/index.html" : pathname;
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

async function answer(pathname) {
  if (pathname === "/workbench/seam.js") return { type: types[".js"], body: seam };
  const file = fileFor(pathname);
  if (!file) return null;
  const body = await readFile(file).catch(() => null);
  if (!body) return null;
  const isPane = pathname === "/taskpane.html";
  return {
    type: types[path.extname(file)] ?? "application/octet-stream",
    body: isPane ? withSeam(body.toString()) : body,
  };
}

/**
 * Serves the workbench on localhost.
 *
 * @param port 0 for any free one
 * @returns the address, and a way to stop
 */
export async function serve(port) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    answer(decodeURIComponent(pathname)).then(
      (found) => {
        if (found) response.writeHead(200, { ...headers, "content-type": found.type }).end(found.body);
        else response.writeHead(404, headers).end(`Not found: ${pathname}`);
      },
      (error) => {
        console.error(error.message);
        response.writeHead(500, headers).end(error.message);
      },
    );
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject).listen(port, "localhost", resolve);
  });
  return { url: `http://localhost:${server.address().port}`, stop: () => server.close() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serve(Number(process.env.PORT ?? 3000));
  console.log(url);
}
