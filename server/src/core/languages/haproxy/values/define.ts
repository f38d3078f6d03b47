/** Names that a line gives. */
import type { Scope, Value } from "../../../schema/value.ts";
import { atLeast } from "../../../text/version.ts";
import { ownerOf } from "../owners.ts";
import { checkedName } from "./text.ts";

/** The name of a section, which may be called by it in several roles: a `listen` is a frontend and a backend. */
export function sectionName(...scopes: readonly Scope[]): Value {
  // src/cfgparse-listen.c: since 3.4 an alert about a proxy's name ends nothing.
  const isProxy = scopes.includes("proxy");
  const refuses = (version: string) => !isProxy || !atLeast(version, "3.4");
  return checkedName(
    {
      signature: "NAME",
      token: "class",
      match(reader, name) {
        const word = reader.next();
        if (word === undefined) return;
        for (const defines of scopes) reader.bind({ name, word, data: word.value, token: "class", defines });
      },
    },
    refuses,
  );
}

/** A name that only its section knows: a server, an ACL, a peer. */
export function ownName(scope: Scope): Value {
  return checkedName({
    signature: "NAME",
    token: "class",
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const owner = ownerOf(reader.block);
      reader.bind({ name, word, data: word.value, token: "class", defines: scope, owner });
    },
  });
}
