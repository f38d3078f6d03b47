/** Stick tables: what they are called by, what their keys are and what they keep with them (src/stick_table.c). */
import type { Configuration } from "../../../model/configuration.ts";
import type { Bound } from "../../../schema/bound.ts";
import type { SampleType } from "../samples/types.ts";

export interface StickTable {
  readonly name: string;
  readonly line: Bound;
  /** Undefined where it cannot be seen. */
  readonly keys: SampleType | undefined;
  readonly stored: ReadonlySet<string>;
  /** Some of the line is only known to the host. */
  readonly partial: boolean;
}

/** What the types of tables are as types of samples (src/stick_table.c: stktable_types). */
const types: Readonly<Record<string, SampleType>> = {
  ip: "ipv4",
  ipv4: "ipv4",
  ipv6: "ipv6",
  integer: "sint",
  string: "str",
  binary: "bin",
};

/** All tables by name: that of their proxy, or `peers/name`. */
export function tablesOf(configuration: Configuration): ReadonlyMap<string, StickTable> {
  const found = new Map<string, StickTable>();
  for (const line of configuration.all("stick-table")) add(found, line.parent?.name ?? "", line);
  for (const line of configuration.all("table")) {
    if (line.parent?.keyword?.name === "peers") add(found, line.name, line);
  }
  return found;
}

function add(found: Map<string, StickTable>, name: string, line: Bound): void {
  const type = line.values.find((value) => value.name in types && value.data === true)?.name;
  const stored = line.values.filter((value) => value.name === "store" && value.data !== true);
  found.set(name, {
    name,
    line,
    keys: type === undefined ? undefined : types[type],
    stored: new Set(stored.map((value) => String(value.data))),
    partial: line.statement.words.some((word) => word.unknown === true),
  });
}
