/** sysctl.conf and the files of sysctl.d as a language. The version is that of the kernel, whose keys they set. */
import snippets from "../../../../../snippets/sysctl-conf.json" with { type: "json" };
import type { Language } from "../../model/language.ts";
import { facts } from "./facts.ts";
import { companions } from "./model/order.ts";
import { root } from "./schema/index.ts";
import { suggestLine } from "./suggestLine.ts";
import { parse, prepare } from "./syntax/parser.ts";
import { splitter } from "./syntax/sections.ts";

/** A line that sets a key of the kernel, and any other line that is neither blank nor a comment. */
const setting = /^[ \t]*-?(?:net|kernel|vm|fs|dev|user|debug)[./][\w./*-]+[ \t]*=/;
const line = /^[ \t]*[^\s#;].*$/gm;

export const sysctlConf: Language = {
  id: "sysctl-conf",
  title: "sysctl",
  recognise(path, text) {
    const name = path.replace(/^.*[/\\]/, "");
    if (name === "sysctl.conf" || /[/\\]sysctl\.d[/\\][^/\\]+\.conf$/.test(path)) return 5;
    const byName = /sysctl.*\.conf/.test(name) ? 3 : 0;
    const lines = text.slice(0, 20_000).match(line) ?? [];
    return byName + (lines.filter((one) => setting.test(one)).length * 2 > lines.length ? 2 : 0);
  },
  split: splitter,
  parse,
  layout: "lines",
  negations: [],
  maxWords: Number.POSITIVE_INFINITY,
  root,
  open: true,
  separator: "=",
  complaint: "error",
  companions,
  // What a template puts together of pieces is not looked at; the other paragraphs are.
  doubt: (text) => (/\{\{|\{%|<%/.test(text) ? "all" : "none"),
  checkText: () => [],
  prepare,
  defaultVersion: "6.12",
  versions: ["4.19", "5.4", "5.10", "5.15", "6.1", "6.6", "6.12"].map((version) => ({ version, longTerm: true })),
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
  suggestLine,
  glossaries: [],
  directives: [],
  predefined: [],
  triggers: [" ", ".", "/", "="],
  snippets,
  facts,
  tellsHosts: false,
};
