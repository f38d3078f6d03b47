/** Where a rule may take the place of an older kind of line, and whether it then comes in the same order as that did. */
import type { OldLine } from "../../../schema/spec.ts";
import { sectionOf, siblings } from "./lines.ts";

/** Rules are for proxies in mode http; defaults without a name take none (doc/configuration.txt, 4.1). */
export function takesRules(line: OldLine): boolean {
  const { kind, name } = sectionOf(line);
  const mode = siblings(line, "mode");
  const isTcp = [...mode.above, ...mode.below].some((words) => words[1]?.value === "tcp");
  return !line.negated && !isTcp && !(kind === "defaults" && name === "");
}

/** Filters by regular expressions ran behind all rules of their set: it is the same where none stands below. */
export function comesLast(line: OldLine, set: "http-request" | "http-response"): boolean {
  return siblings(line, set).below.length === 0;
}
