/** Settings of `global_defs` that change what other blocks mean. */
import type { Configuration } from "../../model/configuration.ts";

export interface Globals {
  /** `vrrp_version`: the version of instances that do not say. */
  readonly vrrpVersion: number;
  readonly strict: boolean;
  readonly scriptSecurity: boolean;
  readonly defaultInterface: string | undefined;
  /** Values of all other switches and numbers that instances inherit, by keyword. */
  readonly values: Readonly<Record<string, string | number | boolean>>;
}

/** Reads the global settings; the last of several statements counts, and it may stand anywhere in the file. */
export function readGlobals(configuration: Configuration): Globals {
  const values: Record<string, string | number | boolean> = {};
  for (const block of configuration.all("global_defs")) {
    for (const statement of block.children) {
      const name = statement.keyword?.name;
      if (name !== undefined) values[name] = statement.values[0]?.data ?? true;
    }
  }
  const number = (name: string, otherwise: number) => (typeof values[name] === "number" ? values[name] : otherwise);
  const { default_interface: defaultInterface } = values;
  return {
    vrrpVersion: number("vrrp_version", 2),
    strict: isOn(values["vrrp_strict"]),
    scriptSecurity: isOn(values["enable_script_security"]),
    defaultInterface: typeof defaultInterface === "string" ? defaultInterface : undefined,
    values,
  };
}

function isOn(value: string | number | boolean | undefined): boolean {
  return value !== undefined && value !== false;
}
