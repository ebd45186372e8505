import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import manifestScripts from "../scripts/manifest.js";

const { localOrigin, manifestFor, originOf } = manifestScripts;
const text = readFileSync("manifest.xml", "utf8");
const { document } = new JSDOM(text, { contentType: "text/xml" }).window;

const elements = (selector: string) => [...document.querySelectorAll(selector)];
const attribute = (element: Element, name: string) => element.getAttribute(name) ?? "";

// Microsoft Learn, "How to find the proper order of manifest elements" (task pane add-in).
const topOrder = [
  "Id",
  "AlternateID",
  "Version",
  "ProviderName",
  "DefaultLocale",
  "DisplayName",
  "Description",
  "IconUrl",
  "HighResolutionIconUrl",
  "SupportUrl",
  "AppDomains",
  "Hosts",
  "Requirements",
  "DefaultSettings",
  "Permissions",
  "Dictionary",
  "VersionOverrides",
  "ExtendedOverrides",
];
const orders: Record<string, readonly string[]> = {
  OfficeApp: topOrder,
  VersionOverrides: [
    "Description",
    "Requirements",
    "Hosts",
    "Resources",
    "WebApplicationInfo",
    "EquivalentAddins",
  ],
  "VersionOverrides > Hosts > Host": ["Runtimes", "AllFormFactors", "DesktopFormFactor", "MobileFormFactor"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  Group: ["Label", "Icon", "Control"],
  Control: ["Label", "Supertip", "Icon", "Action"],
  Resources: ["Images", "Urls", "ShortStrings", "LongStrings"],
  "ExtensionPoint[*|type='CustomFunctions']": ["Script", "Page", "Metadata", "Namespace"],
};

/** Width and height of a PNG, from its header (PNG specification, IHDR). */
function pngSize(file: string) {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), colourType: bytes[25] };
}

const fileOf = (url: string) => url.replace(localOrigin + "/", "");

describe("manifest.xml", () => {
  it("is well-formed XML", () => {
    expect(elements("parsererror")).toEqual([]);
    expect(document.documentElement.localName).toBe("OfficeApp");
  });

  it.each(Object.entries(orders))("has the children of %s in Microsoft's order", (selector, order) => {
    const parents =
      selector === "OfficeApp"
        ? [document.documentElement]
        : elements(selector.replace("[*|type='CustomFunctions']", ""));
    expect(parents.length).toBeGreaterThan(0);
    for (const parent of parents) {
      if (
        selector.startsWith("ExtensionPoint") &&
        !attribute(parent, "xsi:type").startsWith("CustomFunctions")
      )
        continue;
      const places = [...parent.children].map((child) => order.indexOf(child.localName));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  it("keeps the id that has shipped", () => {
    expect(document.querySelector("OfficeApp > Id")?.textContent).toBe(
      "a5cf75e4-02ad-4a1b-ad79-68f0ea4b3ff5",
    );
  });

  it("has the version of package.json", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(document.querySelector("OfficeApp > Version")?.textContent).toBe(`${version}.0`);
  });

  it("has no namespace: users type =FUT_CONTRACTS(…)", () => {
    expect(elements("Namespace")).toEqual([]);
  });

  it("names each resource once and uses every one", () => {
    const given = elements("Resources *").filter((element) => element.hasAttribute("id"));
    const ids = given.map((element) => attribute(element, "id"));
    const used = elements("[resid]").map((element) => attribute(element, "resid"));
    expect(new Set(ids).size).toBe(ids.length);
    expect([...new Set(used)].sort()).toEqual([...ids].sort());
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(32);
  });

  it("keeps strings within Microsoft's lengths: 125 characters short, 250 long", () => {
    for (const element of elements("ShortStrings > *"))
      expect(attribute(element, "DefaultValue").length).toBeLessThanOrEqual(125);
    for (const element of elements("LongStrings > *"))
      expect(attribute(element, "DefaultValue").length).toBeLessThanOrEqual(250);
    expect(
      attribute(document.querySelector("OfficeApp > Description") as Element, "DefaultValue").length,
    ).toBeLessThanOrEqual(250);
  });

  it("uses one page for the shared runtime: Runtime, Page, FunctionFile and every task pane action", () => {
    const resids = ["Runtime", "Page > SourceLocation", "FunctionFile", "Action > SourceLocation"].flatMap(
      (selector) => elements(selector).map((element) => attribute(element, "resid")),
    );
    expect(new Set(resids)).toEqual(new Set(["Taskpane.Url"]));
    expect(elements("TaskpaneId")).toEqual([]);
  });

  it("has one origin", () => {
    const urls = [...text.matchAll(/DefaultValue="(https?:[^"]+)"/g)].map(
      (match) => new URL(match[1] ?? "").origin,
    );
    expect(urls.length).toBeGreaterThan(10);
    expect(new Set(urls)).toEqual(new Set([localOrigin]));
  });

  it("has icons of the right pixel size, with transparency", () => {
    for (const image of elements("Icon > *")) {
      const size = Number(attribute(image, "size"));
      const resource = elements("Images > *").find(
        (given) => attribute(given, "id") === attribute(image, "resid"),
      );
      const file = fileOf(attribute(resource as Element, "DefaultValue"));
      expect(pngSize(file)).toEqual({ width: size, height: size, colourType: 6 });
    }
    for (const icon of elements("Icon")) {
      const sizes = [...icon.children].map((image) => attribute(image, "size"));
      for (const mandatory of ["16", "32", "80"]) expect(sizes).toContain(mandatory);
    }
    const url = (selector: string) =>
      fileOf(attribute(document.querySelector(selector) as Element, "DefaultValue"));
    expect(pngSize(url("IconUrl"))).toMatchObject({ width: 32, height: 32 });
    expect(pngSize(url("HighResolutionIconUrl"))).toMatchObject({ width: 64, height: 64 });
  });
});

describe("the production manifest", () => {
  const origin = "https://hedgesheet.example";

  it("has every localhost gone", () => {
    const production = manifestFor(text, origin);
    expect(production).not.toContain("localhost");
    expect(production.split(origin).length).toBe(text.split(localOrigin).length);
  });

  it("is for localhost without an address", () => {
    expect(originOf(undefined)).toBe(localOrigin);
    expect(originOf("")).toBe(localOrigin);
    expect(originOf(origin + "/")).toBe(origin);
  });

  it.each([
    "http://hedgesheet.example",
    "https://hedgesheet.example/addin",
    "https://hedgesheet.example/?a=1",
  ])("refuses %s, and says what it expects", (url) => {
    expect(() => originOf(url)).toThrow(
      `HEDGESHEET_URL must be the https address of a site root, such as https://hedgesheet.example, but is ${url}`,
    );
  });

  it("refuses a manifest with another localhost address than the one it moves", () => {
    expect(() => manifestFor(`${localOrigin}/a http://localhost:8080/b`, origin)).toThrow(
      "manifest.xml names a localhost address other than https://localhost:3000",
    );
  });
});
