/** Words for parts of the graph, the same in every form in which it is written. */
import { fill, joined, type Locale, say, type Text, text, verbatim } from "../../text/localized.ts";
import type { Graph, GraphEdge, GraphNode, InstanceRow, ProblemCounts, Row, SendEdge, TrackerRow } from "../graph.ts";

const words = {
  clients: text("Clients", "客户端"),
  priority: text("priority {0}", "优先级 {0}"),
  takesOver: text("takes over after {0} s", "{0} 秒后接管"),
  group: text("sync group {0}", "同步组 {0}"),
  weight: text("weight {0}", "权重 {0}"),
  fault: text("FAULT on failure", "失败时转为 FAULT"),
  every: text("every {0} s", "每 {0} 秒"),
  falls: text("falls after {0}", "{0} 次后判定失败"),
  backup: text("backup", "备用"),
  twoMasters: text("two masters", "双主"),
  errors: text("errors: {0}", "错误：{0}"),
  warnings: text("warnings: {0}", "警告：{0}"),
};
const trackers: Readonly<Record<TrackerRow["of"], Text>> = {
  script: text("script {0}", "脚本 {0}"),
  process: text("process {0}", "进程 {0}"),
  file: text("file {0}", "文件 {0}"),
  bfd: text("BFD {0}", "BFD {0}"),
  interface: text("interface {0}", "接口 {0}"),
};
const processTitles: ReadonlyMap<string, string> = new Map([["haproxy", "HAProxy"]]);

/** The alarm of all alarms. */
export const twoMasters = words.twoMasters;

/** The lines of a node without its rows: what it is called, then what else is to be said. */
export function nodeLines(node: GraphNode): readonly Text[] {
  switch (node.kind) {
    case "clients":
      return [words.clients];
    case "address": {
      const ids = node.virtualRouterIds.join(" / ");
      const written = node.prefixLength === undefined ? node.address : `${node.address}/${node.prefixLength}`;
      return [verbatim(written), ...(ids === "" ? [] : [verbatim(`VRID ${ids}`)])];
    }
    case "host":
      return [verbatim(node.name)];
    case "service": {
      const by = processTitles.get(node.by) ?? node.by;
      return [verbatim(node.name), verbatim(node.scheduler === undefined ? by : `${by}, ${node.scheduler}`)];
    }
    case "server": {
      const host = node.address.includes(":") ? `[${node.address}]` : node.address;
      const endpoint = node.port === undefined ? node.address : `${host}:${node.port}`;
      return node.name === node.address ? [verbatim(endpoint)] : [verbatim(node.name), verbatim(endpoint)];
    }
  }
}

/** The words of a row, in the order in which they are read. */
export function rowWords(row: Row): readonly Text[] {
  switch (row.kind) {
    case "instance":
      return instanceWords(row);
    case "interface": {
      const network = row.network === row.name ? [] : [verbatim(row.network)];
      return [verbatim(row.name), ...row.addresses.map(verbatim), ...network];
    }
    case "tracker":
      return trackerWords(row);
    case "listener":
      return [verbatim(`${processTitles.get(row.process) ?? row.process} ${row.name}`), ...row.sockets.map(verbatim)];
    case "kernel":
      return [verbatim(row.text)];
  }
}

function instanceWords({ name, state, priority, virtualRouterId, takeover, syncGroup, ...row }: InstanceRow) {
  return [
    verbatim(name),
    verbatim(state),
    ...(priority === undefined ? [] : [fill(words.priority, priority)]),
    ...(virtualRouterId === undefined ? [] : [verbatim(`VRID ${virtualRouterId}`)]),
    ...(row.version === undefined ? [] : [verbatim(`VRRPv${row.version}`)]),
    ...(row.interface === undefined ? [] : [verbatim(row.interface)]),
    ...(takeover === undefined ? [] : [fill(words.takesOver, (takeover / 1000).toFixed(2))]),
    ...(syncGroup === undefined ? [] : [fill(words.group, syncGroup)]),
  ];
}

function trackerWords({ name, of, weight, interval, fall }: TrackerRow): readonly Text[] {
  const effect = weight === undefined ? [] : weight === 0 ? [words.fault] : [fill(words.weight, weight)];
  return [
    fill(trackers[of], name),
    ...effect,
    ...(interval === undefined ? [] : [fill(words.every, interval)]),
    ...(fall === undefined || fall < 2 ? [] : [fill(words.falls, fall)]),
  ];
}

/** What is said of a way to a server. */
export function sendWords(
  { method, port, weight, isBackup }: SendEdge,
  target: GraphNode | undefined,
): readonly Text[] {
  const isKnown = target?.kind === "server" && target.port === port;
  return [
    ...(method === undefined ? [] : [verbatim(method)]),
    ...(port === undefined || isKnown ? [] : [verbatim(`:${port}`)]),
    ...(weight === undefined ? [] : [fill(words.weight, weight)]),
    ...(isBackup ? [words.backup] : []),
  ];
}

/** `errors: 2, warnings: 1`; nothing where nothing is wrong. */
export function problemWords({ error, warning }: ProblemCounts): readonly Text[] {
  return [
    ...(error === 0 ? [] : [fill(words.errors, error)]),
    ...(warning === 0 ? [] : [fill(words.warnings, warning)]),
  ];
}

/** Texts one after the other, separated as each language does it. */
export function listed(texts: readonly Text[]): Text {
  return { en: joined(texts, ", ").en, zh: joined(texts, "，").zh };
}

/** The same in the reader's language. */
export function sayAll(texts: readonly Text[], locale: Locale): string {
  return say(listed(texts), locale);
}

/** Short names for all nodes and rows, such as formats with names of their own want them: `n1`, `n2`. */
export function shortNames({ nodes }: Graph): ReadonlyMap<string, string> {
  const ids = nodes.flatMap((node) => [node.id, ...rowsOf(node).map(({ id }) => id)]);
  return new Map(ids.map((id, index) => [id, `n${index + 1}`]));
}

/** The rows of a node that has any. */
export function rowsOf(node: GraphNode): readonly Row[] {
  return node.kind === "host" || node.kind === "server" ? node.rows : [];
}

/** Edges of a kind. */
export function edgesOf<Kind extends GraphEdge["kind"]>(
  { edges }: Graph,
  kind: Kind,
): readonly Extract<GraphEdge, { kind: Kind }>[] {
  return edges.filter((edge): edge is Extract<GraphEdge, { kind: Kind }> => edge.kind === kind);
}

/** A text on one line, without characters that steer terminals or turn the direction of writing. */
export function plain(written: string): string {
  return written
    .replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]/g, " ")
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "");
}
