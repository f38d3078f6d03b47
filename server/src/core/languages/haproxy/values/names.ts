/** Names of other things in the configuration. */
import type { Scope, Value } from "../../../schema/value.ts";
import { refer } from "../../../schema/values/name.ts";
import { backendOwner, ownerOf } from "../owners.ts";
import { part } from "../syntax/positions.ts";

/**
 * A stick table: the name of the proxy that has it, or `peers/table` (src/stick_table.c: stktable_find_by_name). Whether
 * a proxy has one is a rule's business.
 */
export function stickTable(): Value {
  return {
    ...refer("proxy"),
    signature: "TABLE",
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const refers = word.value.includes("/") ? "table" : "proxy";
      reader.bind({ name, word, data: word.value, token: "class", refers });
    },
    suggest: (_before, { names }) =>
      [...names("proxy"), ...names("table")].map((label) => ({ label, kind: "reference" as const })),
  };
}

/** Names a table of a `peers` section, which others call `peers/table`. */
export function tableName(): Value {
  return {
    signature: "NAME",
    token: "class",
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const data = `${reader.block?.name ?? ""}/${word.value}`;
      reader.bind({ name, word, data, token: "class", defines: "table" });
    },
  };
}

/** A name that the same section gives: a user of a group. */
export function ownReference(scope: Scope): Value {
  return {
    signature: scope.toUpperCase(),
    token: "class",
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      reader.bind({ name, word, data: word.value, token: "class", refers: scope, owner: ownerOf(reader.block) });
    },
    suggest: (_before, { names, block }) =>
      names(scope, ownerOf(block)).map((label) => ({ label, kind: "reference" as const })),
  };
}

/** A server of this backend, or `backend/server`. */
export function server(): Value {
  return {
    signature: "[BACKEND/]SERVER",
    token: "class",
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const slash = word.value.indexOf("/");
      if (slash === -1) {
        const owner = ownerOf(reader.block);
        reader.bind({ name, word, data: word.value, token: "class", refers: "server", owner });
        return;
      }
      const backend = part(word, 0, slash);
      const one = part(word, slash + 1, word.value.length);
      reader.bind({ name: "backend", word: backend, data: backend.value, token: "class", refers: "backend" });
      const owner = backendOwner(backend.value);
      reader.bind({ name, word: one, data: one.value, token: "class", refers: "server", owner });
    },
    suggest(_before, { names, typed, block }) {
      const slash = typed.indexOf("/");
      const owner = slash === -1 ? ownerOf(block) : backendOwner(typed.slice(0, slash));
      const own = names("server", owner).map((label) => ({ label, kind: "reference" as const, from: slash + 1 }));
      const backends = slash === -1 ? names("backend") : [];
      return [...own, ...backends.map((label) => ({ label: `${label}/`, kind: "reference" as const, again: true }))];
    },
  };
}

/** A name, or a log format that gives one when a request comes: anything with a `%` but `%%` (src/cfgparse-listen.c). */
export function nameOr(value: Value, dynamic: Value): Value {
  return {
    ...value,
    match(reader, name) {
      const isDynamic = reader.peek()?.value.replaceAll("%%", "").includes("%") === true;
      (isDynamic ? dynamic : value).match(reader, name);
    },
    suggest: (before, context) => (context.typed.includes("%") ? dynamic : value).suggest?.(before, context) ?? [],
  };
}
