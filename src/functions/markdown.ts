import type { Example, Formula, Param } from "../formulas/formula";
import { FORMULAS } from "../formulas/formulas";
import { TERMS } from "../formulas/vocabulary";
import { nativeSpellings, shownResult, signature, typedExample } from "./help";
import { CELL_RULES, ERRORS, parameterHelp, SIGNS } from "./help-text";

const MADE = "<!-- Made from src/formulas by `npm run generate`; edit there. -->";

/** docs/functions.md: all that is said of every function. */
export function functionsMarkdown(): string {
  return paragraphs([
    MADE,
    "# The functions",
    functionsTable((name) => `#${name.toLowerCase()}`),
    `${SIGNS} ${CELL_RULES}`,
    "Optional arguments are in brackets, with their default. " +
      "In a native spelling the arguments stand for the cells that hold them; `multiplier` is the contract's.",
    "## Errors",
    table(["Cell shows", "What to do"], ERRORS),
    ...FORMULAS.flatMap(functionSection),
  ]);
}

/** docs/glossary.md: the terms, each with what it means, its unit, and the functions that use it. */
export function glossaryMarkdown(): string {
  return paragraphs([
    MADE,
    "# Glossary",
    SIGNS,
    ...Object.entries(TERMS).map(([word, meaning]) => `**${word}**: ${meaning}`),
    "## Arguments",
    "An argument that means something special in one function is listed twice.",
    ...glossary().map(([word, meanings]) => [`**${word}**`, list(meanings)].join("\n\n")),
  ]);
}

const FROM = "<!-- functions: made by `npm run generate` -->";
const TO = "<!-- end of functions -->";

/**
 * The README with the table of functions between its marks.
 *
 * @throws {Error} if the marks are missing
 */
export function withFunctionsTable(readme: string): string {
  const from = readme.indexOf(FROM);
  const to = readme.indexOf(TO);
  if (from < 0 || to < from) throw new Error(`README.md must hold the lines ${FROM} and ${TO}`);
  const made = functionsTable((name) => `docs/functions.md#${name.toLowerCase()}`);
  return `${readme.slice(0, from)}${FROM}\n\n${made}\n\n${readme.slice(to)}`;
}

function functionsTable(link: (name: string) => string): string {
  return table(
    ["Function", "What it answers"],
    FORMULAS.map(({ name, summary }) => [`[\`${name}\`](${link(name)})`, summary]),
  );
}

function functionSection(formula: Formula): string[] {
  const { name, summary, params, result, examples, limits } = formula;
  return [
    `## ${name}`,
    summary,
    code([`=${signature(formula)}`]),
    "Formula:",
    list(formula.formula),
    "Arguments:",
    list(Object.entries(params).map(argument)),
    `Answer: ${result.description} Unit: ${result.unit}.`,
    "Without the add-in:",
    ...nativeText(formula),
    "Examples:",
    ...examples.map((example) => exampleText(formula, example)),
    "Limits:",
    list(limits),
  ];
}

function argument([name, param]: readonly [string, Param]): string {
  const words =
    param.kind === "word"
      ? Object.entries(param.words).map(([word, meaning]) => `\n  - \`"${word}"\`: ${meaning}`)
      : [];
  return `\`${name}\`: ${parameterHelp(param)}${words.join("")}`;
}

function exampleText(formula: Formula, example: Example): string {
  return [
    example.says,
    code([typedExample(formula, example)]),
    `gives ${shownResult(example)}. Source: ${example.source}.`,
  ].join("\n\n");
}

function nativeText(formula: Formula): string[] {
  const spelled = nativeSpellings(formula).flatMap(({ words, formulas }) => [words, code(formulas)]);
  return formula.nativeNote === undefined ? spelled : [...spelled, formula.nativeNote];
}

function glossary(): (readonly [string, string[]])[] {
  const terms = new Map<string, Map<string, string[]>>();
  for (const { name, params } of FORMULAS) {
    for (const [word, param] of Object.entries(params)) {
      const meanings = terms.get(word) ?? new Map<string, string[]>();
      terms.set(word, meanings);
      const meaning = parameterHelp(param).replace(/ (Default: [^.]*\.|May be left out\.)/, "");
      meanings.set(meaning, [...(meanings.get(meaning) ?? []), name]);
    }
  }
  return [...terms]
    .sort(([a], [b]) => a.localeCompare(b, "en"))
    .map(([word, meanings]) => [
      word,
      [...meanings].map(([meaning, names]) => `${meaning} (${names.map(linkTo).join(", ")})`),
    ]);
}

function linkTo(name: string): string {
  return `[${name}](functions.md#${name.toLowerCase()})`;
}

/** Columns are padded, as Prettier has it. */
function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const rows = lines.map((cells) => cells.map((cell) => cell.replaceAll("|", "\\|")));
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, i) => (cells[i] ?? "").padEnd(width)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

function list(lines: readonly string[]): string {
  return lines.map((text) => `- ${text}`).join("\n");
}

function code(lines: readonly string[]): string {
  return ["```", ...lines, "```"].join("\n");
}

function paragraphs(blocks: readonly string[]): string {
  return `${blocks.join("\n\n")}\n`;
}
