/** Names that a line gives. */
import type { Scope, Value } from "../../../schema/value.ts";
import { atLeast } from "../../../text/version.ts";
import { ownerOf } from "../owners.ts";
import { checkedName } from "./text.ts";

/** Sections and things of sections that may be called anything (src/cfgparse-listen.c, src/cache.c, src/auth.c). */
const free = new Set<Scope>(["defaults", "cache", "crt-store", "user"]);

/** The name of a section, which may be called by it in several roles: a `listen` is a frontend and a backend. */
export function sectionName(...scopes: readonly Scope[]): Value {
  const name: Value = {
    signature: "NAME",
    token: "class",
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      for (const defines of scopes) reader.bind({ name, word, data: word.value, token: "class", defines });
    },
  };
  if (scopes.some((scope) => free.has(scope))) return name;
  // src/cfgparse-listen.c: since 3.4 an alert about a proxy's name no longer ends the start.
  const isProxy = scopes.includes("proxy");
  return checkedName(name, (version) => !isProxy || !atLeast(version, "3.4"));
}

/** A name that only its section knows: a server, an ACL, a peer. */
export function ownName(scope: Scope): Value {
  const name: Value = {
    signature: "NAME",
    token: "class",
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const owner = ownerOf(reader.block);
      reader.bind({ name, word, data: word.value, token: "class", defines: scope, owner });
    },
  };
  return free.has(scope) ? name : checkedName(name);
}
