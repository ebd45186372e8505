// The workbench page: build/workbench/. esbuild, as it bundles Univer in a second where webpack takes half a minute.
import { build } from "esbuild";
import { copyFile, mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const target = path.join(root, "build", "workbench");

/** Builds the page and returns the folder that holds it. */
export async function buildWorkbench() {
  await mkdir(target, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: ["src/workbench/page/main.ts"],
    outdir: target,
    bundle: true,
    format: "esm",
    splitting: true,
    minify: true,
    chunkNames: "chunks/[name]-[hash]",
    target: "es2022",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
  await copyFile(path.join(root, "src/workbench/page/index.html"), path.join(target, "index.html"));
  return target;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const start = performance.now();
  const folder = await buildWorkbench();
  console.log(`${path.relative(root, folder)} built in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
