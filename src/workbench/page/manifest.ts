/** What Excel takes from an add-in's manifest: where its pages are, its ribbon buttons and its context menu. */
export interface AddInManifest {
  readonly id: string;
  readonly name: string;
  /** Path of the page that is runtime and task pane in one. */
  readonly panePath: string;
  /** Path of functions.json; null when the add-in has no functions. */
  readonly functionsPath: string | null;
  readonly groups: readonly RibbonGroup[];
  readonly contextMenu: readonly Command[];
}
export interface RibbonGroup {
  readonly label: string;
  readonly commands: readonly Command[];
}
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  readonly iconPath: string;
  readonly action:
    { readonly type: "ShowTaskpane" } | { readonly type: "ExecuteFunction"; readonly functionName: string };
}

/** The icon size that a large ribbon button shows; the largest there is, if not this one. */
const ICON_SIZE = "32";

/** Reads manifest.xml. Its origin is dropped: the server maps it to its own. */
export function readManifest(xml: string): AddInManifest {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  const fault = document.querySelector("parsererror");
  if (fault) throw new Error(`manifest.xml is not well-formed: ${fault.textContent}`);
  const resources = readResources(document);
  const find = (element: Element, path: string) => element.querySelector(path)?.getAttribute("resid") ?? "";
  const resource = (id: string) => {
    const value = resources.get(id);
    if (value === undefined) throw new Error(`manifest.xml has no resource "${id}"`);
    return value;
  };
  const readCommand = (control: Element): Command => {
    const icons = [...control.querySelectorAll(":scope > Icon > *")];
    const icon = icons.find((image) => image.getAttribute("size") === ICON_SIZE) ?? icons.at(-1);
    const action = control.querySelector(":scope > Action");
    const isFunction = action?.getAttribute("xsi:type") === "ExecuteFunction";
    return {
      id: control.id,
      label: resource(find(control, ":scope > Label")),
      tip: resource(find(control, ":scope > Supertip > Description")),
      iconPath: pathOf(resource(icon?.getAttribute("resid") ?? "")),
      action: isFunction
        ? { type: "ExecuteFunction", functionName: action.querySelector("FunctionName")?.textContent ?? "" }
        : { type: "ShowTaskpane" },
    };
  };
  const point = (type: string) => `DesktopFormFactor ExtensionPoint[*|type="${type}"]`;
  const metadata = document.querySelector("Metadata > SourceLocation")?.getAttribute("resid");
  return {
    id: document.querySelector("OfficeApp > Id")?.textContent ?? "",
    name: document.querySelector("OfficeApp > DisplayName")?.getAttribute("DefaultValue") ?? "",
    panePath: pathOf(
      document.querySelector("DefaultSettings > SourceLocation")?.getAttribute("DefaultValue") ?? "",
    ),
    functionsPath: metadata ? pathOf(resource(metadata)) : null,
    groups: [...document.querySelectorAll(`${point("PrimaryCommandSurface")} Group`)].map((group) => ({
      label: resource(find(group, ":scope > Label")),
      commands: [...group.querySelectorAll(":scope > Control")].map(readCommand),
    })),
    contextMenu: [
      ...document.querySelectorAll(`${point("ContextMenu")} > OfficeMenu#ContextMenuCell > Control`),
    ].map(readCommand),
  };
}

function readResources(document: Document): Map<string, string> {
  const entries = [...document.querySelectorAll("Resources > * > *")];
  return new Map(entries.map((entry) => [entry.id, entry.getAttribute("DefaultValue") ?? ""]));
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}
