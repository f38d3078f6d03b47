/** Settings of `global_defs` that change what other blocks mean. */
import type { Configuration } from "../../model/configuration.ts";
import { atLeast } from "../../text/version.ts";

export interface Globals {
  /** `vrrp_version`: the version of instances that do not say. */
  readonly vrrpVersion: number;
  /** `vrrp_strict`: the rules of the RFC, to the letter. */
  readonly strict: boolean;
  /** `enable_script_security`: no script that others than root could change. */
  readonly scriptSecurity: boolean;
  /** Values of all other switches and numbers that instances inherit, by keyword. */
  readonly values: Readonly<Record<string, string | number | boolean>>;
}

/** Reads the global settings; the last of several statements counts, and it may stand anywhere in the file. */
export function readGlobals(configuration: Configuration): Globals {
  const values: Record<string, string | number | boolean> = {};
  for (const block of configuration.all("global_defs")) {
    for (const statement of block.children) {
      const name = statement.keyword?.name;
      const [value] = statement.values;
      if (name !== undefined && value?.word.unknown !== true) values[name] = value?.data ?? true;
    }
  }
  const number = (name: string, otherwise: number) => (typeof values[name] === "number" ? values[name] : otherwise);
  return {
    vrrpVersion: number("vrrp_version", 2),
    // Before 2.3.0 its argument was not read: `vrrp_strict off` turned it on.
    strict: atLeast(configuration.version, "2.3.0") ? isOn(values["vrrp_strict"]) : values["vrrp_strict"] !== undefined,
    scriptSecurity: isOn(values["enable_script_security"]),
    values,
  };
}

function isOn(value: string | number | boolean | undefined): boolean {
  return value !== undefined && value !== false;
}
