// The add-in as it is published: dist/. Its address comes from HEDGESHEET_URL; without it, localhost for development.
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const MiniCssExtractPlugin = require("mini-css-extract-plugin");
const { EsbuildPlugin } = require("esbuild-loader");
const { FromEntriesPlugin } = require("./scripts/from-entries.js");
const { localOrigin, originOf, manifestFor } = require("./scripts/manifest.js");
const { version } = require("./package.json");

const origin = originOf(process.env.HEDGESHEET_URL);

module.exports = (_env, { mode }) => ({
  mode: mode ?? "production",
  devtool: mode === "development" ? "inline-source-map" : "source-map",
  target: ["web", "es2022"],
  entry: {
    functions: "./src/functions/functions.ts",
    taskpane: "./src/taskpane/taskpane.ts",
  },
  output: {
    path: path.resolve(__dirname, "dist"),
    // The manifest names functions.js; lazy chunks carry a hash so that they can be cached for ever.
    filename: "[name].js",
    chunkFilename: "chunks/[name].[contenthash:8].js",
    clean: true,
  },
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  module: {
    rules: [
      { test: /\.tsx?$/, loader: "esbuild-loader", options: { target: "es2022", jsx: "automatic" } },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
    ],
  },
  optimization: {
    minimizer: [new EsbuildPlugin({ target: "es2022", css: true })],
    // taskpane.html loads functions.js first and small: no chunk is shared between the two entries.
    splitChunks: { chunks: "async" },
  },
  performance: { hints: false },
  plugins: [
    new (require("webpack").DefinePlugin)({ HEDGESHEET_VERSION: JSON.stringify(version) }),
    new MiniCssExtractPlugin({ filename: "[name].css", chunkFilename: "chunks/[name].[contenthash:8].css" }),
    new HtmlPlugin({
      template: "./src/taskpane/taskpane.html",
      filename: "taskpane.html",
      chunks: ["functions", "taskpane"],
      chunksSortMode: "manual",
      inject: "head",
      scriptLoading: "defer",
    }),
    new FromEntriesPlugin({ origin }),
    new CopyPlugin({
      patterns: [
        { from: "assets/*.png" },
        { from: "LICENSE", to: "LICENSE.txt" },
        {
          from: "manifest.xml",
          transform: (content) =>
            origin === localOrigin ? content : manifestFor(content.toString(), origin),
        },
      ],
    }),
  ],
});
