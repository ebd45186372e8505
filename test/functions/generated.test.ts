import { readFileSync } from "node:fs";
import { join } from "node:path";
import { functionsMarkdown, glossaryMarkdown, withFunctionsTable } from "../../src/functions/markdown";

function committed(path: string): string {
  return readFileSync(join(__dirname, "../..", path), "utf8");
}

describe("what is made from the entries, with npm run generate", () => {
  it("docs/functions.md says what the entries say", () => {
    expect(committed("docs/functions.md")).toBe(functionsMarkdown());
  });

  it("docs/glossary.md says what the entries say", () => {
    expect(committed("docs/glossary.md")).toBe(glossaryMarkdown());
  });

  it("README.md lists the functions", () => {
    expect(withFunctionsTable(committed("README.md"))).toBe(committed("README.md"));
  });

  it("needs the marks to know where the table goes", () => {
    expect(() => withFunctionsTable("# Hedgesheet")).toThrow("README.md must hold the lines");
  });
});
