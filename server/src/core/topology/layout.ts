/** Stands in until the real one. */
import type { Graph } from "./graph.ts";
export interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export interface Layout {
  readonly width: number; readonly height: number;
  readonly boxes: Readonly<Record<string, Box>>;
  readonly paths: Readonly<Record<string, string>>;
  readonly columns: readonly { readonly kind: "clients" | "address" | "host" | "service" | "server"; readonly x: number; readonly width: number }[];
  readonly folded: readonly string[];
}
export function layoutOf(graph: Graph, options?: { readonly folded?: ReadonlySet<string>; readonly before?: Layout }): Layout {
  const folded = options?.folded ?? new Set<string>();
  const order = ["clients", "address", "host", "service", "server"] as const;
  const widths = { clients: 64, address: 190, host: 300, service: 170, server: 170 };
  const boxes: Record<string, Box> = {};
  const columns = [];
  let x = 24, height = 0;
  const hidden = new Set(graph.clusters.filter((c) => folded.has(c.id)).flatMap((c) => c.hosts));
  for (const kind of order) {
    let y = 48;
    const width = widths[kind];
    columns.push({ kind, x, width });
    if (kind === "host") for (const c of graph.clusters) if (folded.has(c.id)) { boxes[c.id] = { x, y, width, height: 64 }; y += 88; }
    for (const node of graph.nodes) {
      if (node.kind !== kind || hidden.has(node.id)) continue;
      if (node.kind === "host") {
        let at = y + 40;
        for (const row of node.rows) { const h = row.kind === "instance" || row.kind === "tracker" ? 42 : 26; boxes[row.id] = { x: x + 12, y: at, width: width - 24, height: h }; at += h + 6; }
        boxes[node.id] = { x, y, width, height: at + 6 - y }; y = at + 46;
      } else { const h = kind === "address" ? 68 : kind === "clients" ? 56 : 56; boxes[node.id] = { x, y: y + (kind === "host" ? 0 : 60), width, height: h }; y += h + 24; }
    }
    height = Math.max(height, y + 60); x += width + 70;
  }
  for (const c of graph.clusters) if (!folded.has(c.id)) {
    const some = c.hosts.flatMap((id) => boxes[id] ?? []);
    if (some.length === 0) continue;
    const left = Math.min(...some.map((b) => b.x)), top = Math.min(...some.map((b) => b.y));
    boxes[c.id] = { x: left - 12, y: top - 12, width: some[0]!.width + 24, height: Math.max(...some.map((b) => b.y + b.height)) - top + 24 };
  }
  const paths: Record<string, string> = {};
  for (const e of graph.edges) {
    const a = boxes[e.from], b = boxes[e.to];
    if (a === undefined || b === undefined) continue;
    if (e.kind === "elect") { const p = a.x + a.width; paths[e.id] = `M ${p} ${a.y + a.height / 2} C ${p + 40} ${a.y + a.height / 2} ${p + 40} ${b.y + b.height / 2} ${p} ${b.y + b.height / 2}`; continue; }
    const x1 = a.x + a.width, y1 = a.y + a.height / 2, x2 = b.x, y2 = b.y + b.height / 2, m = (x1 + x2) / 2;
    paths[e.id] = `M ${x1} ${y1} C ${m} ${y1} ${m} ${y2} ${x2} ${y2}`;
  }
  return { width: x, height, boxes, paths, columns, folded: [...folded] };
}
