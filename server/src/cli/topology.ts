/** `ha-config topology`: the ways from clients to servers, as a tree, as JSON, or in the language of a drawing tool, or drawn. */
import { defaultSettings, Service } from "../core/service.ts";
import type { Locale } from "../core/text/localized.ts";
import { toDot } from "../core/topology/export/dot.ts";
import { toMermaid } from "../core/topology/export/mermaid.ts";
import { toTree } from "../core/topology/export/tree.ts";
import type { Graph, GraphNode, Row, SourceRange } from "../core/topology/graph.ts";
import { layoutOf } from "../core/topology/layout.ts";
import { diskFiles } from "../files/diskFiles.ts";
import { type PictureTheme, palettes } from "../picture/palette.ts";
import { renderSvg } from "../picture/renderSvg.ts";
import { visible } from "./columns.ts";
import { takeInPaths } from "./inputs.ts";
import { chooseLocale } from "./locale.ts";
import { shownPath } from "./paths.ts";
import { parse, UsageError } from "./usage.ts";

const options = {
  format: { type: "string", default: "text" },
  theme: { type: "string", default: "light" },
  locale: { type: "string" },
} as const;

type Write = (graph: Graph, locale: Locale, theme: PictureTheme) => string;

const formats: Readonly<Record<string, Write>> = {
  text: (graph, locale) => toTree(graph, locale).split("\n").map(visible).join("\n"),
  json: (graph) => `${JSON.stringify(toJson(graph), undefined, 2)}\n`,
  mermaid: toMermaid,
  dot: toDot,
  svg: (graph, locale, theme) => renderSvg(graph, layoutOf(graph), { locale, theme }),
};

export function topology(argv: readonly string[]): number {
  const { values, positionals } = parse({ args: [...argv], allowPositionals: true, options });
  const write = Object.hasOwn(formats, values.format) ? formats[values.format] : undefined;
  if (write === undefined) throw new UsageError(`unknown format "${values.format}"`);
  const { theme } = values;
  if (!isTheme(theme)) throw new UsageError(`unknown theme "${theme}"`);
  const service = new Service({ ...diskFiles, failed: () => undefined }, defaultSettings);
  takeInPaths(service, positionals, undefined);
  const locale = chooseLocale(values.locale, process.env);
  process.stdout.write(write(service.topology(locale), locale, theme));
  return 0;
}

function isTheme(word: string): word is PictureTheme {
  return Object.hasOwn(palettes, word);
}

/** The graph with paths instead of URIs. */
function toJson(graph: Graph) {
  return { version: 1, ...graph, nodes: graph.nodes.map(nodeJson) };
}

function nodeJson(node: GraphNode) {
  const own = { ...node, sources: node.sources.map(sourceJson) };
  if (node.kind !== "host" && node.kind !== "server") return own;
  return { ...own, files: node.files.map(shownPath), rows: node.rows.map(rowJson) };
}

function rowJson(row: Row) {
  return { ...row, sources: row.sources.map(sourceJson) };
}

function sourceJson({ uri, start, end }: SourceRange) {
  return { path: shownPath(uri), range: { start, end } };
}
