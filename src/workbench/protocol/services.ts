import { HostError } from "../workbook/host-error";

/** Something of the host that is no part of the workbook, reached by its name on the server. */
export interface Service {
  readonly name: string;
  readonly call: (method: string, args: readonly unknown[]) => unknown;
}

/** A service with the methods that it has; how the library capitalises them differs from call to call. */
export function service(
  name: string,
  methods: Readonly<Record<string, (args: readonly unknown[]) => unknown>>,
): Service {
  return {
    name,
    call: (method, args) => {
      const known = Object.entries(methods).find(([key]) => key.toLowerCase() === method.toLowerCase());
      if (known) return known[1](args) ?? null;
      // Services are asked for their own events too; none of them ever has one to tell.
      if (/^_?(?:un)?register/i.test(method)) return null;
      throw new HostError("ApiNotFound", `HOST: ${name}.${method} is not implemented`, `${name}.${method}`);
    },
  };
}
