/** The table of haproxy.cfg: its sections, and what stands in them (doc/configuration.txt, 3 to 10). */
import { type Argument, type Keyword, keywords } from "../../../schema/spec.ts";
import type { Text } from "../../../text/localized.ts";
import { withRewrites } from "../upgrades/index.ts";
import { process } from "./global.ts";
import { globalFeatures } from "./globalFeatures.ts";
import * as lines from "./lines.ts";
import { manual } from "./link.ts";
import * as others from "./others.ts";
import { inSection, type ProxyKeyword, type ProxyKind } from "./places.ts";
import { basics } from "./proxy/basics.ts";
import { checks } from "./proxy/checks.ts";
import { content } from "./proxy/content.ts";
import { logging } from "./proxy/logging.ts";
import { options } from "./proxy/options.ts";
import { outdated } from "./proxy/outdated.ts";
import { statistics } from "./proxy/statistics.ts";
import { stickiness } from "./proxy/stickiness.ts";
import { timeouts } from "./proxy/timeouts.ts";
import { ruleKeywords } from "./ruleSets.ts";
import { sectionTexts } from "./sectionTexts.ts";
import { tune } from "./tune.ts";

const proxyKeywords: readonly ProxyKeyword[] = withRewrites([
  ...basics,
  ...timeouts,
  ...options,
  ...ruleKeywords,
  ...content,
  ...stickiness,
  ...checks,
  ...logging,
  ...statistics,
  ...outdated,
]);

const inGlobal: readonly Keyword[] = withRewrites([...process, ...globalFeatures, ...tune]);

/** How a section begins, and what stands in it. */
interface Section {
  readonly name: string;
  readonly args: readonly Argument[];
  readonly inside: readonly Keyword[];
  readonly since: string;
  readonly removed?: string;
}

const proxy = (name: ProxyKind, since: string, args: readonly Argument[]): Section => ({
  name,
  args,
  inside: inSection(proxyKeywords, name),
  since,
});

const named = (name: string, since: string, inside: readonly Keyword[], removed?: string): Section => ({
  name,
  args: lines.named(name),
  inside,
  since,
  ...(removed === undefined ? {} : { removed }),
});

const sections: readonly Section[] = [
  { name: "global", args: [], inside: inGlobal, since: "1.5" },
  proxy("defaults", "1.5", lines.defaults()),
  proxy("frontend", "1.5", lines.proxy("frontend", "proxy")),
  proxy("backend", "1.5", lines.proxy("backend", "proxy")),
  proxy("listen", "1.5", lines.proxy("frontend", "backend", "proxy")),
  named("peers", "1.5", others.peers),
  named("resolvers", "1.6", others.resolvers),
  named("mailers", "1.6", others.mailers),
  named("userlist", "1.5", others.userlist),
  named("program", "2.0", others.program, "3.3"),
  named("ring", "2.2", others.ring),
  named("cache", "1.8", others.cache),
  named("http-errors", "2.2", others.httpErrors),
  named("fcgi-app", "2.1", others.fcgiApp),
  named("log-forward", "2.3", others.logForward),
  named("log-profile", "3.1", others.logProfile),
  { name: "traces", args: [], inside: others.traces, since: "3.1" },
  { name: "crt-store", args: lines.optionalName("crt-store"), inside: others.crtStore, since: "3.0" },
  named("acme", "3.2", others.acme),
  named("healthcheck", "3.4", [...others.healthcheck, ...checkRules()]),
  { name: "namespace_list", args: [], inside: others.namespaceList, since: "1.6" },
];

/** The steps of a check, which a `healthcheck` section takes too. */
function checkRules(): readonly Keyword[] {
  return inSection(checks, "backend").filter(({ name }) => /^(?:http|tcp)-check /.test(name));
}

/** Sections whose parsers do not look at words behind the name (src/cfgparse.c, src/resolvers.c, src/sink.c, src/http_htx.c). */
const loose: ReadonlySet<string> = new Set(["defaults", "backend", "resolvers", "mailers", "ring", "http-errors"]);

export const root = keywords(
  sections.map(({ name, args, inside, since, removed }): Keyword => {
    const doc: Text = sectionTexts[name] ?? { en: name, zh: name };
    return {
      name,
      signature: [name, ...args.map(({ value }) => value.signature)].join(" "),
      args,
      exact: !loose.has(name),
      body: keywords(inside),
      repeat: true,
      since,
      doc,
      link: manual("3", name),
      ok: [],
      bad: [],
      ...(removed === undefined ? {} : { removed: { in: removed } }),
    };
  }),
);
