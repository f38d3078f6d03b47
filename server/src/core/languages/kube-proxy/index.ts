/** Everything that is only true of kube-proxy's configuration. */

import type { Language } from "../../model/language.ts";
import { facts } from "./facts.ts";
import { root } from "./schema/index.ts";
import { split } from "./sections.ts";
import { doubt } from "./template.ts";
import { parseLine } from "./yaml/line.ts";
import { checkText } from "./yaml/problems.ts";
import { kindLine } from "./yaml/read.ts";
import { parse } from "./yaml/tree.ts";

export const kubeProxy: Language = {
  id: "kube-proxy",
  title: "kube-proxy",
  recognise(path, text) {
    if (kindLine.test(text)) return 3;
    // The name alone only tells that a look into the file is worthwhile: a DaemonSet may have it, too.
    return text === "" && /kube-?proxy[^/\\]*\.(?:ya?ml|conf|json)$/i.test(path) ? 1 : 0;
  },
  split,
  parse,
  parseLine,
  layout: "indented",
  guest: { of: "yaml", files: /\.ya?ml$/i },
  negations: [],
  maxWords: Number.POSITIVE_INFINITY,
  root,
  complaint: "error",
  doubt,
  companions: () => [],
  checkText,
  prepare: () => undefined,
  defaultVersion: "1.35",
  versions: ["1.28", "1.29", "1.30", "1.31", "1.32", "1.33", "1.34", "1.35"].map((version) => ({ version })),
  configIds: () => [],
  emptyEnvironment: { definitions: new Map() },
  needsPreprocessing: () => false,
  preprocess: (items, _source, environment) => ({ items, environment, problems: [], included: [], incomplete: false }),
  glossaries: [],
  directives: [],
  predefined: [],
  triggers: [" "],
  snippets: {},
  facts,
  tellsHosts: false,
};
