/** An option of a rule: what hover and the reference say of it, and what it changes while a rule is read. */
import type { Keyword } from "../../../schema/spec.ts";
import type { SuggestContext, Suggestion } from "../../../schema/value.ts";
import type { Word } from "../../../syntax/ast.ts";
import type { Text } from "../../../text/localized.ts";
import type { Draft } from "../model/draft.ts";
import type { Takes } from "../syntax/options.ts";
import { link } from "./link.ts";

/** What an option sets; the names are those of ipvsadm's own messages (optnames in ipvsadm.c). */
export type Group =
  | "numeric"
  | "connection"
  | "service-address"
  | "scheduler"
  | "persistent"
  | "netmask"
  | "real-server"
  | "forwarding-method"
  | "weight"
  | "u-threshold"
  | "l-threshold"
  | "mcast-interface"
  | "timeout"
  | "daemon"
  | "stats"
  | "rate"
  | "thresholds"
  | "persistent-conn"
  | "nosort"
  | "syncid"
  | "exact"
  | "ops"
  | "pe"
  | "sched-flags"
  | "mcast-group"
  | "mcast-port"
  | "mcast-ttl"
  | "sync-maxlen"
  | "tun-info"
  | "tun-type"
  | "tun-port"
  | "tun-nocsum"
  | "tun-csum"
  | "tun-remcsum";

export interface Option {
  readonly keyword: Keyword;
  /** All names, the one by which trees call it first. */
  readonly names: readonly string[];
  /** Undefined for the two that may stand as often as one likes. */
  readonly sets: Group | undefined;
  readonly takes: Takes;
  /** Reads the value, which is undefined where none is written. */
  readonly read: (draft: Draft, value: Word | undefined, option: Word) => void;
  /** Values to choose from, for a command. */
  readonly suggest?: (context: SuggestContext, command: string) => readonly Suggestion[];
}

export interface OptionFacts {
  /** What its value is called; square brackets where it may be left out. */
  readonly value?: string;
  readonly since?: string;
  readonly default?: Keyword["default"];
  readonly rows?: Keyword["rows"];
  readonly doc: Text;
  readonly ok: readonly string[];
  readonly bad: readonly string[];
  readonly read: Option["read"];
  readonly suggest?: Option["suggest"];
}

/** Makes an option of its names, `-t --tcp-service`. */
export function option(names: string, sets: Group | undefined, facts: OptionFacts): Option {
  const all = names.split(" ");
  const [name = ""] = all;
  const { value, since = "1.24", doc, ok, bad, read, suggest } = facts;
  const written = all.join("|");
  return {
    names: all,
    sets,
    takes: value === undefined ? "nothing" : value.startsWith("[") ? "optional value" : "value",
    read,
    ...(suggest === undefined ? {} : { suggest }),
    keyword: {
      name,
      signature: value === undefined ? written : `${written} ${value}`,
      args: [],
      since,
      doc,
      link,
      ok,
      bad,
      ...(facts.default === undefined ? {} : { default: facts.default }),
      ...(facts.rows === undefined ? {} : { rows: facts.rows }),
    },
  };
}

/** Reads nothing: an option that only its own command looks at. */
export function ignore(): void {
  // Only that it stands there counts, which is known already.
}
