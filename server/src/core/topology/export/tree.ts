/** The graph as indented lines, to be read in a terminal. */
import { fill, joined, type Locale, list, say, type Text, text, verbatim } from "../../text/localized.ts";
import type { Graph, GraphNode, HostNode, Row } from "../graph.ts";
import { edgesOf, listed, nodeLines, plain, problemWords, rowsOf, rowWords, sendWords, twoMasters } from "./labels.ts";

const words = {
  cluster: text("Cluster {0}", "集群 {0}"),
  host: text("Host {0}", "主机 {0}"),
  held: text("{0} ← {1}", "{0} ← {1}"),
  sent: text("→ {0}", "→ {0}"),
  alarm: text("{0}: {1}", "{0}：{1}"),
  sends: text("{0} → {1}", "{0} → {1}"),
  nobody: text("nobody", "无"),
  services: text("Services", "服务"),
  servers: text("Servers", "服务器"),
  nothing: text("No hosts: no file tells of one", "没有主机：没有文件说明任何主机"),
};

/** Writes a graph as lines of text. */
export function toTree(graph: Graph, locale: Locale): string {
  const byId = new Map<string, GraphNode>(graph.nodes.map((node) => [node.id, node]));
  const lines: string[] = [];
  const write = (depth: number, line: Text) => lines.push(`${"  ".repeat(depth)}${plain(say(line, locale))}`);
  const context: Context = { graph, byId, write };
  for (const cluster of graph.clusters) {
    if (lines.length > 0) lines.push("");
    write(0, fill(cluster.hosts.length > 1 ? words.cluster : words.host, cluster.name));
    for (const node of graph.nodes)
      if (node.kind === "address" && node.cluster === cluster.id) writeAddress(context, node);
    for (const id of cluster.hosts) {
      const host = byId.get(id);
      if (host?.kind === "host") writeHost(context, host, cluster.hosts.length > 1);
    }
  }
  const services = graph.nodes.filter(({ kind }) => kind === "service");
  if (services.length > 0) {
    lines.push("");
    write(0, words.services);
    for (const service of services) writeService(context, service);
  }
  const servers = graph.nodes.filter((node) => node.kind === "server" && node.rows.length > 0);
  if (servers.length > 0) {
    lines.push("");
    write(0, words.servers);
    for (const server of servers) {
      write(1, withProblems(listed(nodeLines(server)), server));
      for (const row of rowsOf(server)) write(2, withProblems(listed(rowWords(row)), row));
    }
  }
  if (lines.length === 0) write(0, words.nothing);
  return `${lines.join("\n")}\n`;
}

interface Context {
  readonly graph: Graph;
  readonly byId: ReadonlyMap<string, GraphNode>;
  readonly write: (depth: number, line: Text) => void;
}

/** The hosts of rows, by the ids of these. */
function homes({ nodes }: Graph): ReadonlyMap<string, HostNode> {
  return new Map(
    nodes.flatMap((node) => (node.kind === "host" ? node.rows.map((row) => [row.id, node] as const) : [])),
  );
}

function writeAddress({ graph, write }: Context, node: GraphNode): void {
  const homeOf = homes(graph);
  const holders = edgesOf(graph, "hold")
    .filter(({ from, isActive }) => from === node.id && isActive)
    .map(({ to }) => homeOf.get(to)?.name ?? to);
  const names = [...new Set(holders)];
  const title = withProblems(listed(nodeLines(node)), node);
  if (names.length < 2) write(1, fill(words.held, title, names[0] === undefined ? words.nobody : verbatim(names[0])));
  else write(1, fill(words.held, title, fill(words.alarm, twoMasters, list(names))));
}

function writeHost({ graph, byId, write }: Context, host: HostNode, isNamed: boolean): void {
  if (isNamed || host.problems.error + host.problems.warning > 0)
    write(1, withProblems(fill(words.host, host.name), host));
  for (const row of host.rows) {
    const to = edgesOf(graph, "serve")
      .filter(({ from }) => from === row.id)
      .flatMap((edge) => nodeLines(byId.get(edge.to) ?? host)[0]?.en ?? []);
    const line = withProblems(listed(rowWords(row)), row);
    write(2, to.length === 0 ? line : fill(words.sends, line, list(to)));
  }
}

function writeService({ graph, byId, write }: Context, service: GraphNode): void {
  write(1, withProblems(listed(nodeLines(service)), service));
  for (const edge of edgesOf(graph, "send")) {
    const server = byId.get(edge.to);
    if (edge.from !== service.id || server === undefined) continue;
    const parts = [...nodeLines(server), ...sendWords(edge, server)];
    write(2, fill(words.sent, listed(parts)));
  }
}

function withProblems(line: Text, { problems }: GraphNode | Row): Text {
  const told = problemWords(problems);
  return told.length === 0 ? line : joined([line, verbatim(" ["), listed(told), verbatim("]")]);
}
