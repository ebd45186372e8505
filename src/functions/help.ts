import type { Example, ExampleCell, Formula, Native, NativeContract, Param } from "../formulas/formula";
import { FORMULAS } from "../formulas/formulas";
import { CELL_RULES, ERRORS, parameterHelp, SIGNS } from "./help-text";
import { helpPath } from "./metadata";

/** A page of help: where it is served, relative to the add-in's root, and its HTML. */
export interface HelpPage {
  readonly path: string;
  readonly html: string;
}

/** One page per function, and the index that the manifest names as the support page. */
export function helpPages(): HelpPage[] {
  return [indexPage(), ...FORMULAS.map(functionPage)];
}

/** How a function is typed: `FUT_NOTIONAL(price, contract, [contracts=1])`. */
export function signature({ name, params }: Formula): string {
  const words = Object.entries(params).map(([param, facts]) => {
    if (facts.kind === "word") return `[${param}="${facts.default}"]`;
    if (!("optional" in facts)) return param;
    return facts.kind === "number" && facts.default !== undefined
      ? `[${param}=${facts.default}]`
      : `[${param}]`;
  });
  return `${name}(${words.join(", ")})`;
}

/** An example as one types it into a cell; a range is typed as an array. */
export function typedExample(formula: Formula, example: Example): string {
  return `=${formula.name}(${example.cells.map(typedCell).join(",")})`;
}

function typedCell(cell: ExampleCell): string {
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "string") return `"${cell}"`;
  return `{${cell.map((line) => line.map(typedCell).join(",")).join(";")}}`;
}

/** What the cell, or the spilled block, then shows. */
export function shownResult({ result }: Example): string {
  return Array.isArray(result)
    ? (result as readonly (readonly (number | string)[])[]).map((line) => line.join(" | ")).join("; ")
    : String(result);
}

/**
 * The native formulas over the arguments' own names, each with the words before it: one for a linear and one for an
 * inverse contract where they differ, none where Excel has no such formula.
 */
export function nativeSpellings(
  formula: Formula,
): { readonly words: string; readonly formulas: readonly string[] }[] {
  if (!formula.hasNative) return [];
  const linear = spelled(formula, "linear");
  const inverse = spelled(formula, "inverse");
  if (linear.join() === inverse.join()) return [{ words: "Excel's own formula:", formulas: linear }];
  return [
    { words: "Excel's own formula, for a linear contract:", formulas: linear },
    { words: "For an inverse contract:", formulas: inverse },
  ];
}

function spelled(formula: Formula, payoff: "linear" | "inverse"): string[] {
  const args: Record<string, string | NativeContract> = {};
  for (const [name, { kind }] of Object.entries(formula.params)) {
    if (kind === "contract") {
      const multiplier = name === "contract" ? "multiplier" : name.replace("Contract", "Multiplier");
      args[name] = { multiplier, payoff };
    } else if (kind !== "word") args[name] = name;
  }
  const native: Native = formula.native(args as never);
  return typeof native === "string" ? [`=${native}`] : native.flat().map((cell) => `=${cell}`);
}

function functionPage(formula: Formula): HelpPage {
  const { name, summary, params, result, examples, limits, nativeNote } = formula;
  const body = [
    `<p><a href="index.html">All functions</a></p>`,
    `<h1>${text(name)}</h1>`,
    `<p>${text(summary)}</p>`,
    `<p><code>=${text(signature(formula))}</code></p>`,
    `<h2>Formula</h2>`,
    list(formula.formula),
    `<h2>Arguments</h2>`,
    `<dl>${Object.entries(params).map(argument).join("\n")}</dl>`,
    `<h2>Answer</h2>`,
    `<p>${text(result.description)} Unit: ${text(result.unit)}.</p>`,
    `<h2>Examples to paste</h2>`,
    ...examples.map((example) => exampleHtml(formula, example)),
    `<h2>Without the add-in</h2>`,
    ...nativeSpellings(formula).map(
      ({ words, formulas }) => `<p>${text(words)}</p><pre><code>${text(formulas.join("\n"))}</code></pre>`,
    ),
    ...(nativeNote === undefined ? [] : [`<p>${text(nativeNote)}</p>`]),
    `<h2>Errors and what to do</h2>`,
    `<dl>${ERRORS.map(([code, remedy]) => `<dt>${text(code)}</dt><dd>${text(remedy)}</dd>`).join("\n")}</dl>`,
    `<h2>Limits</h2>`,
    list(limits),
  ];
  return { path: helpPath(name), html: page(name, body) };
}

function argument([name, param]: readonly [string, Param]): string {
  const words =
    param.kind === "word"
      ? list(Object.entries(param.words).map(([word, meaning]) => `${word}: ${meaning}`))
      : "";
  return `<dt><code>${text(name)}</code></dt><dd>${text(parameterHelp(param))}${words}</dd>`;
}

function exampleHtml(formula: Formula, example: Example): string {
  return (
    `<p>${text(example.says)}</p><pre><code>${text(typedExample(formula, example))}</code></pre>` +
    `<p>gives <strong>${text(shownResult(example))}</strong>. <small>${text(example.source)}</small></p>`
  );
}

function indexPage(): HelpPage {
  const body = [
    `<h1>Functions</h1>`,
    `<p>${text(SIGNS)}</p>`,
    `<p>${text(CELL_RULES)}</p>`,
    `<dl>${FORMULAS.map(
      ({ name, summary }) =>
        `<dt><a href="${helpPath(name).replace("help/", "")}"><code>${text(name)}</code></a></dt>` +
        `<dd>${text(summary)}</dd>`,
    ).join("\n")}</dl>`,
  ];
  return { path: "help/index.html", html: page("Functions", body) };
}

const STYLE =
  ":root{color-scheme:light dark}" +
  "body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}" +
  "pre{white-space:pre-wrap;overflow-wrap:anywhere;padding:.5rem;border:1px solid}" +
  "dt{margin-top:.75rem;font-weight:600}";

function page(title: string, body: readonly string[]): string {
  return [
    `<!doctype html>`,
    `<html lang="en">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>${text(title)} – Hedgesheet</title>`,
    `<style>${STYLE}</style></head>`,
    `<body><main>`,
    ...body,
    `</main></body>`,
    `</html>`,
    ``,
  ].join("\n");
}

function list(lines: readonly string[]): string {
  return `<ul>${lines.map((line) => `<li>${text(line)}</li>`).join("")}</ul>`;
}

/** Words as HTML text. */
function text(words: string): string {
  return words.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
