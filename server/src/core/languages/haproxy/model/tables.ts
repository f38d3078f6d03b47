/** Stick tables: what they are called by, what their keys are and what they keep with them (src/stick_table.c). */
import type { Configuration } from "../../../model/configuration.ts";
import { derived } from "../../../model/gather.ts";
import type { Bound } from "../../../schema/bound.ts";
import type { SampleType } from "../samples/types.ts";
import { ofLines } from "./gathered.ts";

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

/** All tables by name: that of their proxy, or `peers/name`; the same map while they are the same. */
export function tablesOf(configuration: Configuration): ReadonlyMap<string, StickTable> {
  return byName(tableLines(configuration));
}

const proxyTablesIn = derived(
  (tables: readonly StickTable[]) =>
    new Set(tables.filter(({ line }) => line.keyword?.name === "stick-table").map(({ name }) => name)),
);

/** The names of the proxies that have a table. */
export function proxyTables(configuration: Configuration): ReadonlySet<string> {
  return proxyTablesIn(tableLines(configuration));
}

const tableLines = ofLines((line) => {
  const keyword = line.keyword?.name;
  if (keyword === "stick-table") return [tableOf(line.parent?.name ?? "", line)];
  return keyword === "table" && line.parent?.keyword?.name === "peers" ? [tableOf(line.name, line)] : [];
});

const byName = derived((tables: readonly StickTable[]) => {
  const isOfPeers = ({ line }: StickTable) => line.keyword?.name === "table";
  const inOrder = [...tables.filter((one) => !isOfPeers(one)), ...tables.filter(isOfPeers)];
  return new Map(inOrder.map((table) => [table.name, table]));
});

function tableOf(name: string, line: Bound): StickTable {
  const type = line.values.find((value) => value.name in types && value.data === true)?.name;
  const stored = line.values.filter((value) => value.name === "store" && value.data !== true);
  return {
    name,
    line,
    keys: type === undefined ? undefined : types[type],
    stored: new Set(stored.map((value) => String(value.data))),
    partial: line.statement.words.some((word) => word.unknown === true),
  };
}
