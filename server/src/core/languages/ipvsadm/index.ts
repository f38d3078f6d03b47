/** Rules of IPVS, as `ipvsadm -S -n` writes and `ipvsadm -R` reads them. */
import snippets from "../../../../../snippets/ipvsadm.json" with { type: "json" };
import type { Language } from "../../model/language.ts";
import { text } from "../../text/localized.ts";
import { entitle } from "./entitle.ts";
import { facts } from "./facts.ts";
import { ruleOf } from "./model/rule.ts";
import { options } from "./schema/options/index.ts";
import { openers, root } from "./schema/root.ts";
import { schedulers } from "./schema/schedulers.ts";
import { spelling } from "./schema/spelling.ts";
import { parse } from "./syntax/parse.ts";
import { prepare } from "./syntax/parser.ts";
import { splitter } from "./syntax/sections.ts";
import { findings } from "./values/ruleWords.ts";

const headers: ReadonlySet<string> = new Set(openers.slice(0, 1));

/** A service or a server with its address, which nothing else writes like that at the start of a line. */
const typical =
  /^[ \t]*(?:(?:sudo[ \t]+)?(?:\/\S*\/)?ipvsadm[ \t]+)?(?:-[AaEe](?:[tu]|[ \t]+(?:-[tuf]|--(?:tcp|udp|sctp|fwmark)-service))|--add-ser(?:vice|ver))[ \t=]+[\w[]/m;

/** Where distributions keep the rules (Red Hat's ipvsadm.service, Debian's init script). */
const places = /\/etc\/sysconfig\/ipvsadm$|\/etc\/ipvsadm\.rules$/;

export const ipvsadm: Language = {
  id: "ipvsadm",
  title: "ipvsadm",
  recognise(path, content) {
    const name = path.replace(/^.*[/\\]/, "");
    const isNamed = /^ipvs.*\.rules$|^ipvsadm\.save$|\.ipvs$/i.test(name) || places.test(path);
    // A script is a program, whatever commands stand in it.
    if (content.startsWith("#!")) return 0;
    return (isNamed ? 3 : 0) + (typical.test(content) ? 2 : 0);
  },
  split: splitter(openers),
  parse: (content) => parse(content, spelling, headers),
  layout: "lines",
  flush: true,
  stray: (statement, source) =>
    findings(ruleOf(statement).faults, ({ start, end }, replacement) => ({ source, start, end, text: replacement })),
  entitle,
  negations: [],
  maxWords: Number.POSITIVE_INFINITY,
  root,
  complaint: "warning",
  doubt: (content) => (/\{\{|\{%|<%/.test(content) ? "all" : "none"),
  companions: () => [],
  checkText: () => [],
  prepare,
  defaultVersion: "1.31",
  versions: [{ version: "1.31" }],
  configIds: () => [],
  emptyEnvironment: { definitions: new Map() },
  needsPreprocessing: () => false,
  preprocess: (items, _source, environment) => ({
    items,
    environment,
    problems: [],
    included: [],
    incomplete: false,
  }),
  glossaries: [
    { title: text("option", "选项"), entries: options.map(({ keyword }) => keyword) },
    { title: text("scheduler", "调度算法"), entries: schedulers.map(({ keyword }) => keyword) },
  ],
  directives: [],
  predefined: [],
  triggers: [" ", "-", ","],
  snippets,
  facts,
  tellsHosts: false,
};
