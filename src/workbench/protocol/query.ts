import type { AnyObject } from "../workbook/object-class";
import type { Session } from "../workbook/session";
import { classOf, getProperty, identity, navigate, notImplemented } from "./members";
import { wireName, type QueryInfo } from "./wire";

/** The answer to `load`: the selected properties, deep ones nested, with names as the wire has them. */
export function query(object: AnyObject, info: QueryInfo, session: Session): Record<string, unknown> {
  const select = [...(info.Select ?? []), ...(info.Expand ?? [])].map((path) => path.replaceAll(".", "/"));
  const { items } = classOf(object);
  if (!items) return properties(object, select, identity(object, session), session);

  const skip = info.Skip ?? 0;
  const end = info.Top ? skip + info.Top : undefined;
  const members = items(object.state, session).slice(skip, end);
  const own = select.filter((path) => classOf(object).get?.[path]);
  const ofItems = select.filter((path) => !own.includes(path));
  const answers = members.map((member, index) =>
    properties(member, ofItems, { _Index: skip + index, ...identity(member, session) }, session),
  );
  return { _Items: answers, ...properties(object, own.length > 0 ? own : ["$none"], {}, session) };
}

function properties(
  object: AnyObject,
  select: readonly string[],
  answer: Record<string, unknown>,
  session: Session,
): Record<string, unknown> {
  const { get, navigate: links } = classOf(object);
  const all = select.length === 0 || select.includes("*");
  for (const name of all ? Object.keys(get ?? {}) : [])
    answer[wireName(name)] = getProperty(object, name, session);
  for (const [name, rest] of byHead(select)) {
    if (get?.[name]) answer[wireName(name)] = getProperty(object, name, session);
    else if (links?.[name]) answer[wireName(name)] = nested(object, name, rest, session);
    else if (!isIgnored(name)) throw notImplemented(object, name);
  }
  return answer;
}

function nested(object: AnyObject, name: string, rest: readonly string[], session: Session): unknown {
  const child = navigate(object, name, session);
  return child && query(child, { Select: rest }, session);
}

/** "format/fill/color" and "format/font/bold" both go through "format". */
function byHead(select: readonly string[]): Map<string, string[]> {
  const heads = new Map<string, string[]>();
  for (const path of select) {
    const [head = "", ...rest] = path.split("/");
    const tails = heads.get(head) ?? [];
    if (rest.length > 0 && rest[0] !== "items") tails.push(rest.join("/"));
    else if (rest.length > 1) tails.push(rest.slice(1).join("/"));
    heads.set(head, tails);
  }
  return heads;
}

/** "*" is done already; "$none" asks for nothing but whether the object exists. */
function isIgnored(name: string): boolean {
  return name === "*" || name.startsWith("$") || name === "_ReferenceId" || name === "isNullObject";
}
