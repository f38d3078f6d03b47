/** A kind of value that a version of the daemon changed. */
import { atLeast } from "../../text/version.ts";
import type { Value } from "../value.ts";

/** `value` from the version on, `earlier` before it. */
export function changedIn(version: string, value: Value, earlier: Value): Value {
  return {
    ...value,
    match: (reader, name) => (atLeast(reader.version, version) ? value : earlier).match(reader, name),
  };
}
