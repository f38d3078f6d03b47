/** Everything that is only true of haproxy.cfg. */
import snippets from "../../../../../snippets/haproxy.json" with { type: "json" };
import type { Language, Series } from "../../model/language.ts";
import type { Problem, Source } from "../../schema/problem.ts";
import { common } from "./common.ts";
import { companions } from "./companions.ts";
import { directives, predefined } from "./directives.ts";
import { facts } from "./facts.ts";
import { glossaries } from "./glossaries.ts";
import { needsPreprocessing, preprocess } from "./preprocess.ts";
import { missingNewline, nulByte } from "./preprocessorProblems.ts";
import { root } from "./schema/index.ts";
import { parse } from "./syntax/parse.ts";
import { prepare } from "./syntax/parser.ts";
import { splitter } from "./syntax/sections.ts";

const sectionWords = new Set(root.keywords.map((keyword) => keyword.name));

/** Lines that nothing but a haproxy.cfg has: the header of a section, and what stands in most of them. */
const header = /^(?:global|defaults|frontend|backend|listen)\b[^{};=]*$/m;
const typical =
  /^[ \t]+(?:mode (?:http|tcp)|bind [^;{]*:\d+|server [\w.-]+ [^;{]+|timeout (?:client|server|connect) |balance |default_backend |use_backend |http-request |option \w)/m;

/** Every other series is maintained for five years (BRANCHES of the sources). */
const versions: readonly Series[] = ["2.4", "2.6", "2.8", "3.0", "3.2", "3.4"].flatMap((version) => {
  const [major, minor] = version.split(".");
  return [{ version, longTerm: true }, { version: `${major}.${Number(minor) + 1}` }];
});

export const haproxy: Language = {
  id: "haproxy",
  title: "HAProxy",
  recognise(path, text) {
    const name = path.replace(/^.*[/\\]/, "");
    const byName = /haproxy/i.test(name) ? 2 : /[/\\]haproxy[/\\]/.test(path) && name.endsWith(".cfg") ? 1 : 0;
    const byText = header.test(text) && typical.test(text) ? 2 : 0;
    // A folder of haproxy holds maps, error pages and certificates too.
    return byText + (byName > 0 && (byText > 0 || /\.(?:cfg|conf|j2|tmpl|erb)$|haproxy$/i.test(name)) ? byName : 0);
  },
  split: splitter(sectionWords),
  parse: (text) => parse(text, sectionWords),
  layout: "lines",
  negations: ["no", "default"],
  // src/cfgparse.c: MAX_LINE_ARGS.
  maxWords: 64,
  root,
  complaint: "warning",
  doubt,
  companions,
  checkText,
  prepare,
  defaultVersion: "3.4",
  versions,
  configIds: () => [],
  emptyEnvironment: { definitions: new Map() },
  needsPreprocessing,
  preprocess,
  glossaries,
  directives,
  predefined,
  // Samples: `%[req.hdr(host),lower]`; blocks of conditions; variables; `.if`.
  triggers: [" ", ".", ",", "%", "[", "(", "{", "$"],
  common,
  snippets,
  facts,
  tellsHosts: false,
};

/** Jinja and ERB keep lines whole; Go's templates put them together of pieces that begin with `{{`. */
function doubt(text: string): "none" | "some" | "all" {
  if (!/\{[{%]|<%/.test(text)) return "none";
  if (/^[ \t]*\{\{/m.test(text)) return "all";
  return /\{\{[^\n]*\}\}|\{%-?[ \t]*\w|<%[ =-]/.test(text) ? "some" : "none";
}

/** A last line without a line break, and bytes that end a text in C. Only the last section of a file has no line break at its end. */
function checkText(source: Source): readonly Problem[] {
  const { text } = source.section;
  const nul = text.indexOf("\0");
  const found = nul === -1 ? [] : [nulByte(source, nul)];
  // Template engines add or take line breaks at the end as they like.
  if (text === "" || text.endsWith("\n") || doubt(text) !== "none") return found;
  return [...found, missingNewline(source)];
}
