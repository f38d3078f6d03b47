/** Files of kube-proxy for tests: one in which nothing is wrong, lines within blocks, and random ones. */
import fc from "fast-check";
import { root } from "../../server/src/core/languages/kube-proxy/schema/index.ts";
import { eachKeyword, type Keyword } from "../../server/src/core/schema/spec.ts";

export const header = "apiVersion: kubeproxy.config.k8s.io/v1alpha1\nkind: KubeProxyConfiguration\n";

export interface Field {
  readonly keyword: Keyword;
  /** The fields that it stands in, the outermost first; empty for those of the configuration itself. */
  readonly path: readonly string[];
}

/** All fields of the table, without the configuration itself. */
export function allFields(): readonly Field[] {
  const found: Field[] = [];
  eachKeyword(root, (keyword, path) => {
    if (path !== "") found.push({ keyword, path: path.split("/").slice(1) });
  });
  return found;
}

/** A line in the blocks that it belongs in. */
export function within(path: readonly string[], line: string): string {
  const heads = path.map((name, depth) => `${"  ".repeat(depth)}${name}:\n`);
  return `${heads.join("")}${"  ".repeat(path.length)}${line}\n`;
}

/** The text as the entry of a ConfigMap. */
export function inConfigMap(text: string): string {
  const inner = text.replace(/^(?=[^\n])/gm, "    ");
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: kube-proxy\ndata:\n  config.conf: |\n${inner}`;
}

const lines = allFields().flatMap(({ keyword, path }) =>
  [...keyword.ok, ...keyword.bad].map((line) => within(path, line)),
);

const fragments = [
  header,
  "---\n",
  "...\n",
  "kind: ConfigMap\ndata:\n  config.conf: |\n",
  "  config.conf: |-2\n",
  "    kind: KubeProxyConfiguration\n",
  "    mode: ipvs\n",
  "{kind: KubeProxyConfiguration, mode: ipvs}\n",
  '"kind": "KubeProxyConfiguration",\n',
  "{",
  "}",
  "[",
  "]",
  ": ",
  "- ",
  "? ",
  "\t",
  "  ",
  "\n",
  "\r\n",
  "&a ",
  "*a\n",
  "<<: *a\n",
  "!!str ",
  "| \n",
  ">\n",
  '"',
  "'",
  "# ha-config-ignore\n",
  "{{ .Values.mode }}\n",
  "{{- if .Values.ipvs }}\n",
  "mode: {{ .Values.mode }}\n  mode: ipvs\n",
  "mode: {{ .Values.mode }}\n",
  "{% if a %}\n",
  "mode: ${MODE}\n",
  "%YAML 1.1\n",
  "\ufeff",
  "\0",
  "\ud800",
  "é中😀",
];

const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...lines) },
  { weight: 4, arbitrary: fc.constantFrom(...fragments) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
);

/** A line of the table, right or wrong, or something that breaks one. */
export const anyPiece = piece;

/** Lines of the table mixed with pieces that break them, mostly below a header. */
export const anyYaml = fc
  .tuple(fc.constantFrom(header, header, inConfigMap(header), ""), fc.array(piece, { maxLength: 20 }))
  .map(([first, parts]) => first + parts.join(""));
