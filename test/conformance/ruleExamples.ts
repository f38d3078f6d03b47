/** The examples of every rule as configurations: what a rule claims about the daemon, the daemon is asked. */
import { allRules } from "../../server/src/core/service.ts";
import { atLeast } from "../../server/src/core/text/version.ts";
import { readFixture } from "../kit/fixture.ts";
import type { Base } from "./judged.ts";

/** The examples of a language's rules that hold for a version of the daemon; `main` is the path of the main file. */
export function ruleExamples(language: string, main: string, version: string): Base[] {
  return allRules()
    .filter((rule) => rule.id.startsWith(`${language}/`))
    .filter((rule) => atLeast(version, rule.since ?? "0") && (rule.until === undefined || atLeast(rule.until, version)))
    .flatMap((rule) => [
      ...rule.bad.map((drawing, index) => toBase(`${rule.id}, bad example ${index + 1}`, drawing, main)),
      ...rule.good.map((drawing, index) => toBase(`${rule.id}, good example ${index + 1}`, drawing, main)),
    ]);
}

function toBase(name: string, drawing: string, main: string): Base {
  const [first, ...others] = readFixture(drawing, main);
  return { name, text: first?.text ?? "", included: others.map((file) => ({ path: file.name, text: file.text })) };
}
