/** What files that are no language of ours say, as facts with their places. */
import type { SettingFact } from "../../hostFiles/facts.ts";
import { readHostFile } from "../../hostFiles/readers.ts";
import type { Location, Source } from "../../schema/problem.ts";
import type { Section } from "../../text/document.ts";
import type { Range } from "../../text/range.ts";
import { decodedUri } from "../../text/uri.ts";
import { type Facts, type KernelSetting, noFacts } from "../facts.ts";

const kept = new WeakMap<Section, Facts>();

/** The facts of a file whose whole text is one section; the same object while the text is the same. */
export function hostFileFacts(source: Source): Facts {
  let facts = kept.get(source.section);
  if (facts === undefined) {
    facts = readFacts(source);
    kept.set(source.section, facts);
  }
  return facts;
}

function readFacts(source: Source): Facts {
  const found = readHostFile(decodedUri(source.uri), source.section.text);
  const at = ({ start, end }: Range) => ({ source, start, end });
  return {
    ...noFacts,
    addresses: found.flatMap((fact) => (fact.kind === "address" ? [{ ...fact, at: at(fact) }] : [])),
    settings: found.flatMap((fact) => (fact.kind === "setting" ? [setting(fact, at(fact))] : [])),
    processes: found.flatMap((fact) => (fact.kind === "process" ? [fact.name] : [])),
    firewalls: found.flatMap((fact) => (fact.kind === "firewall" ? [{ ruleset: fact.ruleset, source }] : [])),
    names: found.flatMap((fact) => (fact.kind === "name" ? [{ name: fact.name, address: fact.address }] : [])),
  };
}

function setting({ key, value }: SettingFact, at: Location): KernelSetting {
  const number = /^-?\d+$/.test(value) ? Number(value) : undefined;
  return { key, isGlob: /[*?[]/.test(key), excludes: false, value, number, at, valueAt: at };
}
