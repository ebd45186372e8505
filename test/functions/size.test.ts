import { build } from "esbuild";
import { gzipSync } from "node:zlib";
import { FORMULAS } from "../../src/formulas/formulas";

/** functions.js starts with every workbook that holds a FUT_ function, even with the pane closed. */
const MOST_BYTES = 35_000;

let bundle: string;
beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: ["src/functions/functions.ts"],
    bundle: true,
    minify: true,
    write: false,
    target: "es2022",
  });
  bundle = outputFiles[0]?.text ?? "";
});

describe("functions.js", () => {
  it("is small", () => {
    const { length } = gzipSync(bundle, { level: 9 });
    expect(length).toBeGreaterThan(10_000);
    expect(length).toBeLessThan(MOST_BYTES);
  });

  it.each(FORMULAS)("calculates $name without its words", ({ name, summary, examples, limits }) => {
    expect(bundle).toContain(name);
    for (const words of [summary, ...limits, ...examples.map(({ says }) => says)]) {
      expect(bundle).not.toContain(words);
    }
  });
});
