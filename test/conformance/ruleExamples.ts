/** The examples of every rule as configurations: what a rule claims about the daemon, the daemon is asked. */
import { allRules } from "../../server/src/core/service.ts";
import { atLeast } from "../../server/src/core/text/version.ts";
import { readFixture } from "../kit/fixture.ts";
import { type Base, main } from "./bases.ts";

/** The examples that hold for a version of the daemon. */
export function ruleExamples(version: string): Base[] {
  return allRules()
    .filter((rule) => atLeast(version, rule.since ?? "0") && (rule.until === undefined || atLeast(rule.until, version)))
    .flatMap((rule) => [
      ...rule.bad.map((drawing, index) => toBase(`${rule.id}, bad example ${index + 1}`, drawing)),
      ...rule.good.map((drawing, index) => toBase(`${rule.id}, good example ${index + 1}`, drawing)),
    ]);
}

function toBase(name: string, drawing: string): Base {
  const [first, ...others] = readFixture(drawing, main);
  return { name, text: first?.text ?? "", included: others.map((file) => ({ path: file.name, text: file.text })) };
}
