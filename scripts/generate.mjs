// What is written from the formula entries and committed: docs/functions.md, docs/glossary.md, the table in README.md.
import { readFile, writeFile } from "node:fs/promises";
import fromEntries from "./from-entries.js";

const root = new URL("../", import.meta.url);
const { functionsMarkdown, glossaryMarkdown, withFunctionsTable } =
  await fromEntries.load("src/functions/markdown.ts");

await writeFile(new URL("docs/functions.md", root), functionsMarkdown());
await writeFile(new URL("docs/glossary.md", root), glossaryMarkdown());
const readme = new URL("README.md", root);
await writeFile(readme, withFunctionsTable(await readFile(readme, "utf8")));
