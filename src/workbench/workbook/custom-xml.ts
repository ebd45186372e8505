import { found, HostError } from "./host-error";
import { object, type HostObject, type ObjectClass } from "./object-class";
import type { Session } from "./session";

type Part = Session["customXml"][number];

export const customXmlPartCollection: ObjectClass<"CustomXmlPartCollection"> = {
  items: (_, { customXml }) => customXml.map(partObject),
  call: {
    add: (_, [xml], session) => {
      const id = `{${String(session.nextId()).padStart(8, "0")}-0000-0000-0000-0000000000CF}`;
      session.customXml.push({ id, xml: requireXml(xml) });
      return object("CustomXmlPart", { id });
    },
    getByNamespace: (_, [namespace]) =>
      object("CustomXmlPartScopedCollection", { namespace: namespace ?? "" }),
    getCount: (_, __, { customXml }) => customXml.length,
    getItem: (_, [id], session) => found(byId(id, session)),
    getItemOrNullObject: (_, [id], session) => byId(id, session),
  },
};

export const customXmlPartScopedCollection: ObjectClass<"CustomXmlPartScopedCollection"> = {
  items: ({ namespace }, session) => inNamespace(namespace, session).map(partObject),
  call: {
    getCount: ({ namespace }, _, session) => inNamespace(namespace, session).length,
    getItem: ({ namespace }, [id], session) =>
      partObject(found(inNamespace(namespace, session).find((part) => part.id === id))),
    getItemOrNullObject: ({ namespace }, [id], session) =>
      orNull(inNamespace(namespace, session).find((part) => part.id === id)),
    getOnlyItem: ({ namespace }, _, session) => {
      const parts = inNamespace(namespace, session);
      if (parts.length !== 1) throw new HostError("GeneralException");
      return partObject(found(parts[0]));
    },
    getOnlyItemOrNullObject: ({ namespace }, _, session) => {
      const parts = inNamespace(namespace, session);
      if (parts.length > 1) throw new HostError("GeneralException");
      return orNull(parts[0]);
    },
  },
};

export const customXmlPart: ObjectClass<"CustomXmlPart"> = {
  id: ({ id }) => id,
  get: {
    id: ({ id }) => id,
    namespaceUri: ({ id }, session) => namespaceOf(partOf(id, session).xml),
  },
  call: {
    getXml: ({ id }, _, session) => partOf(id, session).xml,
    setXml: ({ id }, [xml], session) => {
      partOf(id, session).xml = requireXml(xml);
    },
    delete: ({ id }, _, { customXml }) => {
      const index = customXml.findIndex((part) => part.id === id);
      if (index >= 0) customXml.splice(index, 1);
    },
  },
};

function partObject({ id }: Part): HostObject<"CustomXmlPart"> {
  return object("CustomXmlPart", { id });
}

function orNull(part: Part | undefined): HostObject<"CustomXmlPart"> | null {
  return part ? partObject(part) : null;
}

function byId(id: unknown, { customXml }: Session): HostObject<"CustomXmlPart"> | null {
  return orNull(customXml.find((part) => part.id === id));
}

function partOf(id: string, { customXml }: Session): Part {
  return found(customXml.find((part) => part.id === id));
}

function inNamespace(namespace: string, { customXml }: Session): Part[] {
  return customXml.filter(({ xml }) => namespaceOf(xml) === namespace);
}

/** The namespace of the root element. */
function namespaceOf(xml: string): string {
  const root = /<([A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*((?:\s[^<>]*)?)>/.exec(
    xml.replace(/<\?[^]*?\?>|<!--[^]*?-->/g, ""),
  );
  const prefix = root?.[1]?.slice(0, -1);
  const attribute = prefix ? `xmlns:${prefix}` : "xmlns";
  return new RegExp(`\\s${attribute}\\s*=\\s*["']([^"']*)["']`).exec(root?.[2] ?? "")?.[1] ?? "";
}

function requireXml(xml: unknown): string {
  if (typeof xml !== "string" || !/^\s*(?:<\?xml[^]*?\?>\s*)?<[A-Za-z_][^]*>\s*$/.test(xml)) {
    throw new HostError("InvalidArgument");
  }
  return xml;
}
