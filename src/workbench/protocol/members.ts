import { classes } from "../workbook/classes";
import { HostError } from "../workbook/host-error";
import type { AnyObject } from "../workbook/object-class";
import type { Session } from "../workbook/session";

/** An Excel class as the protocol uses it: any member of any object, by name. The typings stop at the wire. */
interface LooseClass {
  readonly id?: (state: unknown, session: Session) => string;
  readonly get?: Readonly<Record<string, ((state: unknown, session: Session) => unknown) | undefined>>;
  readonly set?: Readonly<
    Record<string, ((state: unknown, value: unknown, session: Session) => void) | undefined>
  >;
  readonly navigate?: Readonly<
    Record<string, ((state: unknown, session: Session) => AnyObject | null) | undefined>
  >;
  readonly call?: Readonly<Record<string, Method | undefined>>;
  readonly internal?: Readonly<Record<string, Method | undefined>>;
  readonly items?: (state: unknown, session: Session) => readonly AnyObject[];
}
type Method = (state: unknown, args: readonly unknown[], session: Session) => unknown;

export function classOf(object: AnyObject): LooseClass {
  const found = classes[object.type] as LooseClass | undefined;
  if (!found) throw notImplemented(object, "*");
  return found;
}

/** Runs a member and says, in a refusal, which member it was. */
export function within<T>(object: AnyObject, member: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof HostError && error.location === "") {
      throw new HostError(error.code, error.message, `${object.type}.${member}`);
    }
    throw error;
  }
}

export function notImplemented(object: AnyObject, member: string): HostError {
  const name = `${object.type}.${member}`;
  return new HostError("ApiNotFound", `HOST: ${name} is not implemented`, name);
}

/** What tells the library where to find an object again: "Id" if the class has a public id, else "_Id". */
export function identity(object: AnyObject, session: Session): Record<string, unknown> {
  const { id, get } = classOf(object);
  if (!id) return {};
  return { [get?.["id"] ? "Id" : "_Id"]: id(object.state, session) };
}

export function getProperty(object: AnyObject, name: string, session: Session): unknown {
  const getter = classOf(object).get?.[name];
  if (!getter) throw notImplemented(object, name);
  return within(object, name, () => getter(object.state, session));
}

export function setProperty(object: AnyObject, name: string, value: unknown, session: Session): void {
  const setter = classOf(object).set?.[name];
  if (!setter) throw notImplemented(object, name);
  within(object, name, () => setter(object.state, value, session));
}

export function navigate(object: AnyObject, name: string, session: Session): AnyObject | null {
  const link = classOf(object).navigate?.[name];
  if (!link) throw notImplemented(object, name);
  return within(object, name, () => link(object.state, session));
}

/** Calls a public method, or one that only the library knows. @returns a value, an object of the workbook, or null */
export function callMethod(
  object: AnyObject,
  wireName: string,
  name: string,
  args: readonly unknown[],
  session: Session,
): unknown {
  const { call, internal } = classOf(object);
  const method = internal?.[wireName] ?? call?.[name];
  if (!method) throw notImplemented(object, name);
  return within(object, name, () => method(object.state, args, session)) ?? null;
}
