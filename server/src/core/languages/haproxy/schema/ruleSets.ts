/** Rules: a set of them for each stage that a request or a response goes through, and the actions that each takes. */
import type { Deprecation, Keyword, Removal } from "../../../schema/spec.ts";
import { maybe, shape, value } from "../../../schema/values/pattern.ts";
import type { Piece } from "../../../schema/values/pieces.ts";
import type { Text } from "../../../text/localized.ts";
import { atLeast } from "../../../text/version.ts";
import { condition } from "../values/condition.ts";
import { actions } from "./actions.ts";
import { manual } from "./link.ts";
import { namedBackend, namedDefaults, namedFrontend, type ProxyKeyword, type Sections } from "./places.ts";

export interface RuleSet {
  readonly name: RuleSetName;
  readonly sections: Sections;
  readonly modes?: readonly string[];
  readonly since: string;
}

export type RuleSetName =
  | "quic-initial"
  | "tcp-request connection"
  | "tcp-request session"
  | "tcp-request content"
  | "http-request"
  | "tcp-response content"
  | "http-response"
  | "http-after-response";

export interface Action {
  readonly name: string;
  readonly prefix?: boolean;
  /** The rule sets that know it, and since when. */
  readonly sets: Readonly<Partial<Record<RuleSetName, string>>>;
  /** No rule of the set is looked at after it. */
  readonly final?: boolean;
  /** Needs `expose-experimental-directives`. */
  readonly experimental?: boolean;
  readonly pieces: (stage: RuleSetName) => readonly Piece[];
  readonly since: string;
  readonly deprecated?: Deprecation;
  readonly removed?: Removal;
  readonly doc: Text;
  /** Lines of rule sets that take other words than the rest. */
  readonly examples?: Readonly<Partial<Record<RuleSetName, Pick<Keyword, "ok" | "bad">>>>;
  /** What may stand behind the rule set's name, and what may not. */
  readonly ok: readonly string[];
  readonly bad: readonly string[];
}

/** In the order in which the daemon goes through them (doc/configuration.txt, 4.3 and 4.4). */
export const ruleSets: readonly RuleSet[] = [
  { name: "quic-initial", sections: namedFrontend, since: "3.1" },
  { name: "tcp-request connection", sections: namedFrontend, since: "1.5" },
  { name: "tcp-request session", sections: namedFrontend, since: "1.7" },
  { name: "tcp-request content", sections: namedDefaults, since: "1.5" },
  { name: "http-request", sections: namedDefaults, modes: ["http"], since: "1.5" },
  { name: "tcp-response content", sections: namedBackend, since: "1.5" },
  { name: "http-response", sections: namedDefaults, modes: ["http"], since: "1.5" },
  { name: "http-after-response", sections: namedDefaults, modes: ["http"], since: "2.2" },
];

/** A rule as a keyword: `http-request deny`. */
export interface RuleKeyword extends ProxyKeyword {
  readonly set: RuleSetName;
  readonly action: Action;
}

/** All rules that may be written, one keyword for each action in each of its sets. */
export const ruleKeywords: readonly RuleKeyword[] = ruleSets.flatMap((set) =>
  actions.flatMap((action): readonly RuleKeyword[] => {
    const since = action.sets[set.name];
    return since === undefined ? [] : [toKeyword(set, action, atLeast(since, set.since) ? since : set.since)];
  }),
);

function toKeyword(set: RuleSet, action: Action, since: string): RuleKeyword {
  const { name, prefix, pieces, deprecated, removed, doc } = action;
  const { ok, bad } = action.examples?.[set.name] ?? action;
  return {
    name: `${set.name} ${name}`,
    args: shape(...pieces(set.name), maybe(value("condition", condition(set.name)))),
    exact: true,
    repeat: true,
    since,
    doc,
    link: manual("4.3", name),
    ok: ok.map((line) => `${set.name} ${line}`),
    bad: bad.map((line) => `${set.name} ${line}`),
    sections: set.sections,
    set: set.name,
    action,
    ...(prefix === undefined ? {} : { prefix }),
    ...(set.modes === undefined ? {} : { modes: set.modes }),
    ...(deprecated === undefined ? {} : { deprecated }),
    ...(removed === undefined ? {} : { removed }),
  };
}

/** The rule that a keyword is; undefined for other keywords. */
export function ruleOf(keyword: Keyword | undefined): Pick<RuleKeyword, "set" | "action"> | undefined {
  return keyword !== undefined && "action" in keyword ? (keyword as unknown as RuleKeyword) : undefined;
}
