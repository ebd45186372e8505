import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { WorkbookData } from "./engine";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const EXTENSION = "http://schemas.microsoft.com/office/webextensions/webextension/2010/11";
const TYPES = "[Content_Types].xml";

/** The parts of a file that hucre does not read: settings of add-ins, custom XML, which names are hidden. */
export function readParts(bytes: Uint8Array): {
  settings: Record<string, string>;
  customXml: { id: string; xml: string }[];
  hiddenNames: ReadonlySet<string>;
} {
  const wanted =
    /^(?:xl\/webextensions\/webextension\d+\.xml|customXml\/(?:item|itemProps)\d+\.xml|xl\/workbook\.xml)$/;
  const parts = unzipSync(bytes, { filter: ({ name }) => wanted.test(name) });
  const text = (name: string): string => (parts[name] ? strFromU8(parts[name]) : "");
  const settings: Record<string, string> = {};
  const customXml: { id: string; xml: string }[] = [];
  for (const name of Object.keys(parts).sort()) {
    if (name.startsWith("xl/webextensions/")) {
      for (const [, key = "", value = ""] of text(name).matchAll(
        /<we:property name="([^"]*)" value="([^"]*)"\/>/g,
      )) {
        settings[unescapeXml(key)] = unescapeXml(value);
      }
    }
    const number = /^customXml\/item(\d+)\.xml$/.exec(name)?.[1];
    if (number !== undefined) {
      const id = /itemID="([^"]*)"/.exec(text(`customXml/itemProps${number}.xml`))?.[1];
      customXml.push({ id: id ?? `{item${number}}`, xml: text(name).replace(/^<\?xml[^]*?\?>\s*/, "") });
    }
  }
  const hidden = text("xl/workbook.xml").matchAll(/<definedName [^>]*name="([^"]*)"[^>]*hidden="1"/g);
  return {
    settings,
    customXml,
    hiddenNames: new Set([...hidden].map(([, name = ""]) => name.toLowerCase())),
  };
}

/** Adds what hucre does not write, and puts right what Excel would stumble over. */
export function finishParts(bytes: Uint8Array, data: WorkbookData): Uint8Array {
  const parts = unzipSync(bytes);
  const edit = (name: string, change: (text: string) => string): void => {
    const part = parts[name];
    if (part) parts[name] = strToU8(change(strFromU8(part)));
  };
  for (const name of Object.keys(parts)) {
    if (name.startsWith("xl/worksheets/sheet")) edit(name, typedErrors);
  }
  edit("xl/styles.xml", orderedFonts);
  edit("xl/workbook.xml", (text) => hideNames(text, data));
  addCustomXml(parts, data.customXml);
  if (Object.keys(data.settings).length > 0) addSettings(parts, data.settings);
  return zipSync(parts, { level: 6, mtime: Date.UTC(1980, 0, 2) });
}

const FORMULA = /(?:<f\b[^>]*\/>|<f\b[^>]*>[^<]*<\/f>)/;
const ERROR = /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)/;
const ERROR_AS_TEXT = new RegExp(
  `<c ([^>]*?) ?t="str"([^>]*)>(${FORMULA.source}<v>${ERROR.source}</v>)</c>`,
  "g",
);

/** An error is stored as an error, not as the text of one. */
function typedErrors(sheet: string): string {
  return sheet.replace(ERROR_AS_TEXT, '<c $1 t="e"$2>$3</c>');
}

const FONT_ORDER = [
  "b",
  "i",
  "strike",
  "condense",
  "extend",
  "outline",
  "shadow",
  "u",
  "vertAlign",
  "sz",
  "color",
  "name",
  "family",
  "charset",
  "scheme",
];

/** The children of a font in the order that Excel writes; others are refused by the Open XML SDK. */
function orderedFonts(styles: string): string {
  return styles.replace(/<font>([^]*?)<\/font>/g, (_, body: string) => {
    const children = [...body.matchAll(/<(\w+)[^>]*\/>/g)];
    children.sort(([, a = ""], [, b = ""]) => FONT_ORDER.indexOf(a) - FONT_ORDER.indexOf(b));
    return `<font>${children.map(([child]) => child).join("")}</font>`;
  });
}

function hideNames(workbook: string, { names }: WorkbookData): string {
  const hidden = new Set(names.filter(({ visible }) => !visible).map(({ name }) => name.toLowerCase()));
  if (hidden.size === 0) return workbook;
  return workbook.replace(/<definedName ([^>]*)name="([^"]*)"/g, (whole, before: string, name: string) =>
    hidden.has(name.toLowerCase()) ? `<definedName ${before}name="${name}" hidden="1"` : whole,
  );
}

type Parts = Record<string, Uint8Array>;

function addCustomXml(parts: Parts, customXml: WorkbookData["customXml"]): void {
  customXml.forEach(({ id, xml }, index) => {
    const n = index + 1;
    parts[`customXml/item${n}.xml`] = strToU8(xml.startsWith("<?xml") ? xml : XML + xml);
    parts[`customXml/itemProps${n}.xml`] = strToU8(
      `${XML}<ds:datastoreItem ds:itemID="${guid(id, n)}" ` +
        `xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>`,
    );
    contentType(
      parts,
      `/customXml/itemProps${n}.xml`,
      "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    );
    relate(
      parts,
      `customXml/_rels/item${n}.xml.rels`,
      "rId1",
      `${OFFICE}/customXmlProps`,
      `itemProps${n}.xml`,
    );
    relate(
      parts,
      "xl/_rels/workbook.xml.rels",
      `rIdCustomXml${n}`,
      `${OFFICE}/customXml`,
      `../customXml/item${n}.xml`,
    );
  });
}

/** Settings belong to a web extension; its reference names no store, so that nobody is asked to install anything. */
function addSettings(parts: Parts, settings: WorkbookData["settings"]): void {
  const properties = Object.entries(settings)
    .map(([key, value]) => `<we:property name="${escapeXml(key)}" value="${escapeXml(value)}"/>`)
    .join("");
  parts["xl/webextensions/webextension1.xml"] = strToU8(
    `${XML}<we:webextension xmlns:we="${EXTENSION}" id="{00000000-0000-4000-8000-000000000001}">` +
      '<we:reference id="00000000-0000-4000-8000-000000000001" version="1.0.0.0" ' +
      'store="developer" storeType="Registry"/>' +
      `<we:alternateReferences/><we:properties>${properties}</we:properties><we:bindings/>` +
      `<we:snapshot xmlns:r="${OFFICE}"/></we:webextension>`,
  );
  parts["xl/webextensions/taskpanes.xml"] = strToU8(
    `${XML}<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11">` +
      `<wetp:taskpane dockstate="right" visibility="0" width="350" row="1">` +
      `<wetp:webextensionref xmlns:r="${OFFICE}" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`,
  );
  contentType(parts, "/xl/webextensions/webextension1.xml", "application/vnd.ms-office.webextension+xml");
  contentType(
    parts,
    "/xl/webextensions/taskpanes.xml",
    "application/vnd.ms-office.webextensiontaskpanes+xml",
  );
  relate(
    parts,
    "xl/webextensions/_rels/taskpanes.xml.rels",
    "rId1",
    "http://schemas.microsoft.com/office/2011/relationships/webextension",
    "webextension1.xml",
  );
  relate(
    parts,
    "_rels/.rels",
    "rIdTaskPanes",
    "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes",
    "xl/webextensions/taskpanes.xml",
  );
}

function contentType(parts: Parts, part: string, type: string): void {
  const types = strFromU8(parts[TYPES] ?? new Uint8Array());
  parts[TYPES] = strToU8(
    types.replace("</Types>", `<Override PartName="${part}" ContentType="${type}"/></Types>`),
  );
}

function relate(parts: Parts, file: string, id: string, type: string, target: string): void {
  const known = parts[file]
    ? strFromU8(parts[file])
    : `${XML}<Relationships xmlns="${PACKAGE}"></Relationships>`;
  const relationship = `<Relationship Id="${id}" Type="${type}" Target="${target}"/></Relationships>`;
  parts[file] = strToU8(known.replace("</Relationships>", relationship));
}

/** A custom XML part is stored under a GUID. */
function guid(id: string, n: number): string {
  const known = /^\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/i.test(id);
  return known ? id.toUpperCase() : `{00000000-0000-4000-8000-${String(n).padStart(12, "0")}}`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};

function escapeXml(text: string): string {
  return text.replace(/[&<>"\n\r\t]/g, (character) => ESCAPES[character] ?? "");
}

function unescapeXml(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll("&amp;", "&");
}
