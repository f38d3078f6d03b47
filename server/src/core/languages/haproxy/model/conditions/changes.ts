/** What a rule changes of that which later conditions read. */
import type { Bound } from "../../../../schema/bound.ts";
import { type RuleSetName, ruleOf } from "../../schema/ruleSets.ts";
import type { Resource } from "./subjects.ts";
import type { Test } from "./test.ts";

type Changes = (rule: Bound, isResponse: boolean) => readonly Resource[];

const path: Changes = () => ["path", "uri"];
const pathAndQuery: Changes = () => ["path", "query", "uri"];
const uri: Changes = () => ["path", "query", "uri", "header host"];
const clients: Changes = () => ["src"];
const own: Changes = () => ["dst"];
const files: Changes = () => ["files"];
const variable: Changes = (rule) => {
  const name = rule.values.find((value) => value.defines === "variable");
  return name === undefined ? ["everything"] : [`var ${String(name.data)}`];
};
const header: Changes = (rule, isResponse) => {
  const name = rule.value("name");
  if (name === undefined || name.word.unknown === true) return ["everything"];
  const written = String(name.data).toLowerCase();
  if (isResponse) return [`response header ${written}`];
  return written === "host" ? ["header host", "uri"] : [`header ${written}`];
};
/** With `-m`, names are patterns. */
const removed: Changes = (rule, isResponse) =>
  rule.value("choice") === undefined ? header(rule, isResponse) : ["everything"];

const changes: Readonly<Record<string, Changes>> = {
  "set-path": path,
  "replace-path": path,
  "set-pathq": pathAndQuery,
  "replace-pathq": pathAndQuery,
  "normalize-uri": pathAndQuery,
  "set-query": () => ["query", "uri"],
  "set-uri": uri,
  "replace-uri": uri,
  "set-method": () => ["method"],
  "set-status": () => ["status"],
  "set-src": clients,
  "set-src-port": clients,
  "set-dst": own,
  "set-dst-port": own,
  "set-var": variable,
  "set-var-fmt": variable,
  "unset-var": variable,
  "do-resolve": variable,
  "set-header": header,
  "add-header": header,
  "replace-header": header,
  "replace-value": header,
  "del-header": removed,
  "add-acl": files,
  "del-acl": files,
  "set-map": files,
  "del-map": files,
};

/** Actions that change nothing that a condition could notice and conclusions are drawn from. */
const harmless: ReadonlySet<string> = new Set([
  "accept",
  "allow",
  "auth",
  "cache-store",
  "cache-use",
  "capture",
  "close",
  "deny",
  "dgram-drop",
  "disable-l7-retry",
  "do-log",
  "early-hint",
  "pause",
  "redirect",
  "reject",
  "return",
  "sc-add-gpc",
  "sc-inc-gpc",
  "sc-inc-gpc0",
  "sc-inc-gpc1",
  "sc-set-gpt",
  "sc-set-gpt0",
  "send-retry",
  "set-bandwidth-limit",
  "set-bc-mark",
  "set-bc-tos",
  "set-fc-mark",
  "set-fc-tos",
  "set-log-level",
  "set-mark",
  "set-nice",
  "set-priority-class",
  "set-priority-offset",
  "set-retries",
  "set-timeout",
  "set-tos",
  "silent-drop",
  "strict-mode",
  "tarpit",
  "track-sc",
  "use-service",
  "wait-for-body",
  "wait-for-handshake",
]);

const responses: ReadonlySet<RuleSetName> = new Set(["tcp-response content", "http-response", "http-after-response"]);

/** The resources that a rule changes; `everything` where that is not known. Lines that are no rules change nothing. */
export function changesOf(rule: Bound): readonly Resource[] {
  const found = ruleOf(rule.keyword);
  if (found === undefined) return [];
  const { name } = found.action;
  return changes[name]?.(rule, responses.has(found.set)) ?? (harmless.has(name) ? [] : ["everything"]);
}

/** Whether a rule may change what the tests look at. */
export function disturbs(rule: Bound, tests: readonly Test[]): boolean {
  const changed = changesOf(rule);
  if (changed.length === 0) return false;
  if (changed.includes("everything"))
    return tests.some(({ subject }) => subject !== undefined && subject.reads.length > 0);
  return tests.some(({ subject }) => subject?.reads.some((resource) => changed.includes(resource)) === true);
}
