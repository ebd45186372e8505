import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { readCell } from "../../src/formulas/read";
import { FORMULAS } from "../../src/formulas/formulas";
import { helpPages } from "../../src/functions/help";
import { metadata } from "../../src/functions/metadata";

interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly dimensionality: string;
  readonly optional?: true;
  readonly customEnumId?: string;
}
interface Func {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly Parameter[];
}

const BASE = "https://hedgesheet.example";
const written = metadata(BASE);
const functions = written.functions as readonly Func[];

describe("functions.json", () => {
  it("is what Microsoft's newest schema allows", () => {
    const { validate, errors } = customFunctionsSchema();
    // Microsoft documents allowErrorForDataTypeAny (custom-functions-json, "Manually create JSON metadata"), and Excel
    // hands errors over only with it, but the manifest's schema has not taken it up.
    const { allowErrorForDataTypeAny, ...rest } = written;
    expect(allowErrorForDataTypeAny).toBe(true);
    expect([validate(rest), errors()]).toEqual([true, null]);
    expect(validate({ ...rest, functions: [{ ...functions[0], id: "FUT NOTIONAL" }] })).toBe(false);
  });

  it("names each function as its entry does, bare and for good: workbooks store the names", () => {
    expect(functions.map(({ name }) => name)).toEqual(FORMULAS.map(({ name }) => name));
    for (const { id, name } of functions) {
      expect(id).toBe(name);
      expect(name).toMatch(/^FUT_[A-Z_]+$/);
    }
  });

  it("takes a cell or a range for every argument, required ones first", () => {
    for (const { parameters } of functions) {
      for (const { type, dimensionality, description } of parameters) {
        expect([type, dimensionality]).toEqual(["any", "matrix"]);
        expect(description).toMatch(/^[A-Z].*\.$/);
      }
      const optional = parameters.map((parameter) => parameter.optional === true);
      expect(optional).toEqual([...optional].sort((a, b) => Number(a) - Number(b)));
    }
  });

  it("points to a help page that is built", () => {
    const built = new Set(helpPages().map(({ path }) => `${BASE}/${path}`));
    for (const { helpUrl } of functions) expect(built).toContain(helpUrl);
    expect(built.size).toBe(functions.length + 1);
  });

  it("is far below the megabyte that Excel on the desktop takes", () => {
    expect(JSON.stringify(written).length).toBeLessThan(200_000);
  });
});

describe("the drop-downs", () => {
  const used = functions.flatMap(({ parameters }) =>
    parameters.flatMap(({ customEnumId }) => (customEnumId === undefined ? [] : [customEnumId])),
  );

  it("are each used and each there, once", () => {
    const ids = written.enums.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...new Set(used)].sort()).toEqual([...ids].sort());
  });

  it("offer only what the function takes", () => {
    for (const { name, parameters } of functions) {
      for (const { name: argument, customEnumId } of parameters) {
        const param = FORMULAS.find((formula) => formula.name === name)?.params[argument];
        if (param === undefined) throw new Error(`${name} has no ${argument}`);
        const offered = written.enums.find(({ id }) => id === customEnumId)?.values ?? [];
        expect(offered.length > 0).toBe(["word", "contract", "code"].includes(param.kind));
        for (const { stringValue } of offered) {
          const read = readCell(argument, param, stringValue);
          expect(param.kind === "contract" ? read : [read]).toMatchObject(
            param.kind === "contract" ? { code: stringValue } : [stringValue],
          );
        }
      }
    }
  });
});

interface Validator {
  (data: unknown): boolean;
  readonly errors: unknown;
}

/** The part on custom functions of the newest manifest schema that npm's @microsoft/app-manifest carries. */
function customFunctionsSchema() {
  const manifests = join(process.cwd(), "node_modules/@microsoft/app-manifest");
  const schemas = join(manifests, "build/json-schemas/teams");
  const newest = readdirSync(schemas)
    .filter((version) => /^v\d+\.\d+$/.test(version))
    .sort((a, b) => Number(a.split(".")[1]) - Number(b.split(".")[1]))
    .at(-1);
  const schema = JSON.parse(
    readFileSync(join(schemas, newest ?? "", "MicrosoftTeams.schema.json"), "utf8"),
  ) as { $schema: string; definitions: object };
  const requireThere = createRequire(join(manifests, "package.json"));
  const { default: Ajv } = requireThere("ajv-draft-04") as {
    default: new (options: object) => { compile: (schema: object) => Validator };
  };
  const { default: addFormats } = requireThere("ajv-formats") as { default: (ajv: object) => void };
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats(ajv);
  const validate = ajv.compile({
    $schema: schema.$schema,
    definitions: schema.definitions,
    $ref: "#/definitions/extensionCustomFunctions",
  });
  return { validate, errors: () => validate.errors };
}
