// functions.json and the help pages are made from the formula entries at build time; neither is committed.
const path = require("node:path");
const esbuild = require("esbuild");

/** Bundles a module of the project and gives what it exports. */
async function load(entry) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path.resolve(__dirname, "..", entry)],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    logLevel: "silent",
  });
  const module = { exports: {} };
  new Function("module", "exports", "require", outputFiles[0].text)(module, module.exports, require);
  return module.exports;
}

class FromEntriesPlugin {
  constructor({ origin }) {
    this.origin = origin;
  }

  apply(compiler) {
    const { RawSource } = compiler.webpack.sources;
    compiler.hooks.thisCompilation.tap("FromEntries", (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tapPromise({ name: "FromEntries", stage }, async () => {
        const { metadata } = await load("src/functions/metadata.ts");
        const { helpPages } = await load("src/functions/help.ts");
        compilation.emitAsset(
          "functions.json",
          new RawSource(JSON.stringify(metadata(this.origin), null, 1)),
        );
        for (const { path: file, html } of helpPages()) compilation.emitAsset(file, new RawSource(html));
      });
    });
  }
}

module.exports = { FromEntriesPlugin, load };
