import { found, HostError } from "./host-error";
import { object, type HostObject, type ObjectClass } from "./object-class";
import type { Session } from "./session";

/** Values are kept as JSON text: what Excel stores in the file is text too. */
export const settingCollection: ObjectClass<"SettingCollection"> = {
  items: (_, { settings }) => [...settings.keys()].map((key) => object("Setting", { key })),
  call: {
    add: (_, [key, value], { settings }) => {
      if (typeof key !== "string" || key === "") throw new HostError("InvalidArgument");
      settings.set(key, JSON.stringify(value ?? null));
      return object("Setting", { key });
    },
    getCount: (_, __, { settings }) => settings.size,
    getItem: (_, [key], session) => found(byKey(key, session)),
    getItemOrNullObject: (_, [key], session) => byKey(key, session),
  },
};

function byKey(key: unknown, { settings }: Session): HostObject<"Setting"> | null {
  return typeof key === "string" && settings.has(key) ? object("Setting", { key }) : null;
}

export const setting: ObjectClass<"Setting"> = {
  id: ({ key }) => key,
  get: {
    key: ({ key }) => key,
    value: ({ key }, { settings }) => JSON.parse(found(settings.get(key))) as unknown,
  },
  set: {
    value: ({ key }, value, { settings }) => {
      found(settings.get(key));
      settings.set(key, JSON.stringify(value));
    },
  },
  call: {
    delete: ({ key }, _, { settings }) => {
      settings.delete(key);
    },
  },
};
