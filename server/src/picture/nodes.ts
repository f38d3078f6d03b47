/** The boxes of the picture: clients, addresses, hosts, services, servers, and clusters around hosts. */
import { h } from "preact";
import type { AddressNode, GraphCluster, GraphNode, HostNode, ServerNode } from "../core/topology/graph.ts";
import type { Box } from "../core/topology/layout.ts";
import type { InstanceState } from "../core/vrrp/simulation/timeline.ts";
import { describe, endpoint, heldBy, idsOf, problemsOf } from "./describe.ts";
import { widthOf } from "./fit.ts";
import { partAttributes, type Shown } from "./part.ts";
import { rowOf } from "./rows.ts";
import { boxOf, holderNames, isDown } from "./scene.ts";
import { badge, badgeRoom, type Element, line, mark, type Piece, Pulse, pill, pillWidth, svg } from "./shapes.ts";
import { failureWords, stateWords, words } from "./words.ts";

/** A node where the layout has put it; nothing where it is folded away. */
export function nodeOf(shown: Shown, node: GraphNode): Element | null {
  const box = boxOf(shown.drawn, node.id);
  if (box === undefined) return null;
  if (node.kind === "host") return hostCard(shown, node, box);
  if (node.kind === "address") return addressBox(shown, node, box);
  if (node.kind === "clients") return clientsBox(shown, node, box);
  return plainBox(shown, node, box);
}

function frame(
  shown: Shown,
  node: GraphNode,
  box: Box,
  look: string,
  of: unknown,
  ...inner: (Element | null)[]
): Element {
  const { width, height } = box;
  return svg(
    "g",
    {
      ...partAttributes(shown, node.id, describe(shown.drawn, node), `node ${node.kind} ${look}`),
      "data-failed": shown.drawn.moment.failed[node.id],
      transform: `translate(${box.x} ${box.y})`,
    },
    svg("rect", { class: "frame", width, height, rx: 9 }),
    ...inner,
    h(Pulse, { of: JSON.stringify([of, node.problems]), width, height, radius: 9 }),
  );
}

function clientsBox(shown: Shown, node: GraphNode, box: Box): Element {
  const { width, height } = box;
  const people =
    "M-9 7A4.5 4.5 0 0 1 0 7M0 7A4.5 4.5 0 0 1 9 7M-4.5 -2.8A2.6 2.6 0 1 0 -4.5 2.4A2.6 2.6 0 1 0 -4.5 -2.8M4.5 -2.8A2.6 2.6 0 1 0 4.5 2.4A2.6 2.6 0 1 0 4.5 -2.8";
  const isTall = height >= 40;
  return frame(
    shown,
    node,
    box,
    "",
    "",
    svg("path", {
      class: "people",
      d: people,
      transform: `translate(${width / 2} ${isTall ? height / 2 - 10 : height / 2})`,
    }),
    isTall
      ? line(width / 2, height / 2 + 17, width - 8, [{ words: shown.drawn.say(words.anybody), look: "dim" }], {
          size: 11,
          anchor: "middle",
        })
      : null,
  );
}

function addressBox(shown: Shown, node: AddressNode, box: Box): Element {
  const { drawn } = shown;
  const { width, height } = box;
  const holders = holderNames(drawn, node.id);
  const look = holders.length === 0 ? "bad nobody" : holders.length > 1 ? "bad" : "good";
  const isClash = holders.length > 1;
  const ids = [...idsOf(drawn, node.virtualRouterIds), prefixOf(node)].filter((word) => word !== "").join(" · ");
  const middle: Piece = isClash ? { words: drawn.say(words.alarm), look: "bad" } : { words: ids, look: "dim" };
  const held: Piece = {
    words: isClash ? holders.join(" + ") : heldBy(drawn, node.id),
    look: holders.length === 1 ? "good" : "bad",
  };
  const lines: readonly (readonly [Piece, number])[] = [
    [{ words: node.address, look: "address" }, 13],
    ...(height >= 56 ? [[middle, 11] as const] : []),
    ...(height >= 34 ? [[held, 11] as const] : []),
  ];
  const room = width - 36 - badgeRoom(node.problems);
  const step = Math.min(17, (height - 12) / lines.length);
  const top = height / 2 - (step * (lines.length - 1)) / 2 + 4;
  return frame(
    shown,
    node,
    box,
    look,
    holders.join(),
    holders.length > 1 ? svg("rect", { class: "alarm", width, height, rx: 9 }) : null,
    mark(
      holders.length === 1 ? "full" : holders.length === 0 ? "dash" : "cross",
      15,
      height / 2,
      holders.length === 1 ? "good" : "bad",
    ),
    ...lines.map(([piece, size], index) => line(28, top + index * step, room, [piece], { size })),
    badge(node.problems, node.messages, width - 17, height / 2),
  );
}

function prefixOf({ prefixLength }: AddressNode): string {
  return prefixLength === undefined ? "" : `/${prefixLength}`;
}

function hostCard(shown: Shown, node: HostNode, box: Box): Element {
  const { drawn } = shown;
  const { width } = box;
  const failure = drawn.moment.failed[node.id];
  const states = node.rows.flatMap((row) =>
    row.kind === "instance" ? [drawn.moment.instances[row.id]?.state ?? row.state] : [],
  );
  const { words: said, look } = summary(shown, node, states);
  const failed = failure === undefined ? undefined : failureWords[failure];
  const pillWords = failed === undefined ? said : drawn.say(failed);
  const pillLook = failed === undefined ? look : "bad hollow";
  const right = width - 12 - badgeRoom(node.problems);
  const { rows, head } = rowsIn(shown, node, box);
  const middle = Math.min(21, head / 2 + 1);
  return frame(
    shown,
    node,
    box,
    failed === undefined ? look : "failed",
    [pillWords, pillLook],
    line(
      14,
      middle + 4.5,
      right - 22 - (pillWords === "" ? 0 : pillWidth(pillWords)),
      [{ words: node.name, look: "strong" }],
      { size: 13.5 },
    ),
    pillWords === "" ? null : pill(pillWords, right, middle, pillLook),
    badge(node.problems, node.messages, width - 20, middle),
    ...rows,
  );
}

/** The rows of a card that are not folded away, and how much height there is above them. */
function rowsIn(shown: Shown, node: HostNode | ServerNode, box: Box): { rows: readonly Element[]; head: number } {
  const places = node.rows.flatMap((row) => {
    const place = boxOf(shown.drawn, row.id);
    return place === undefined ? [] : [{ row, place: { ...place, x: place.x - box.x, y: place.y - box.y } }];
  });
  const head = Math.min(box.height, ...places.map(({ place }) => place.y));
  return { rows: places.map(({ row, place }) => rowOf(shown, node, row, place)), head };
}

/** What all instances of a host are; how many of them are MASTER where they differ. */
function summary(shown: Shown, node: HostNode, states: readonly InstanceState[]): { words: string; look: string } {
  const { drawn, clashing } = shown;
  const [first, ...others] = states;
  if (first === undefined) return { words: "", look: isDown(drawn.moment, node.id) ? "off" : "" };
  const masters = states.filter((state) => state === "MASTER").length;
  const look = clashing.has(node.id)
    ? "bad"
    : masters > 0
      ? "good"
      : states.includes("FAULT")
        ? "bad hollow"
        : states.includes("BACKUP")
          ? "spare hollow"
          : "off hollow";
  if (others.every((state) => state === first)) return { words: drawn.say(stateWords[first]), look };
  const shownState = masters > 0 ? "MASTER" : states.includes("FAULT") ? "FAULT" : "BACKUP";
  const count = states.filter((state) => state === shownState).length;
  return { words: `${drawn.say(stateWords[shownState])} ${count}/${states.length}`, look };
}

function plainBox(shown: Shown, node: Exclude<GraphNode, HostNode | AddressNode>, box: Box): Element {
  const { drawn } = shown;
  const { width } = box;
  const isBusy = drawn.busy.has(node.id);
  const lines: readonly Piece[] =
    node.kind === "service"
      ? [
          { words: node.name, look: "strong" },
          { words: [makers[node.by], node.scheduler ?? ""].filter((word) => word !== "").join(" · "), look: "dim" },
        ]
      : node.kind === "server"
        ? [
            { words: node.name, look: "strong" },
            {
              words:
                node.name === node.address
                  ? node.port === undefined
                    ? ""
                    : `:${node.port}`
                  : endpoint(node.address, node.port),
              look: "dim",
            },
          ]
        : [];
  const { rows, head } = node.kind === "server" ? rowsIn(shown, node, box) : { rows: [], head: box.height };
  const said = lines.filter(({ words: some }) => some !== "").slice(0, head >= 38 ? 2 : 1);
  const top = head / 2 - (17 * (said.length - 1)) / 2 + 4.2;
  return frame(
    shown,
    node,
    box,
    isBusy ? "good" : "",
    isBusy,
    mark(isBusy ? "full" : "ring", 15, head / 2, isBusy ? "good" : "spare"),
    ...said.map((piece, index) =>
      line(28, top + 17 * index, width - 36 - badgeRoom(node.problems), [piece], { size: index === 0 ? 12.5 : 11 }),
    ),
    badge(node.problems, node.messages, width - 17, head / 2),
    ...rows,
  );
}

const makers = { haproxy: "HAProxy", keepalived: "LVS", ipvsadm: "LVS" } as const;

/** The frame around the hosts of a cluster, or the one box that they are folded to. */
export function clusterOf(shown: Shown, cluster: GraphCluster): Element | null {
  const { drawn } = shown;
  const box = boxOf(drawn, cluster.id);
  if (box === undefined) return null;
  const { width, height } = box;
  const count = drawn.say(cluster.hosts.length === 1 ? words.oneHost : words.hosts, cluster.hosts.length);
  const hosts = cluster.hosts.flatMap((id) => {
    const node = drawn.nodes.get(id);
    return node?.kind === "host" ? [node] : [];
  });
  const place = `translate(${box.x} ${box.y})`;
  if (!drawn.layout.folded.includes(cluster.id)) {
    const description = [drawn.say(words.cluster), cluster.name, count].join(", ");
    return svg(
      "g",
      { class: "cluster", transform: place },
      svg("rect", { class: "frame", width, height, rx: 12 }),
      clusterName(shown, cluster, description, width),
    );
  }
  const problems = hosts
    .flatMap((host) => [host, ...host.rows])
    .reduce(
      (sum, { problems: some }) => ({
        error: sum.error + some.error,
        warning: sum.warning + some.warning,
        information: sum.information + some.information,
      }),
      { error: 0, warning: 0, information: 0 },
    );
  const masters = hosts.filter((host) => Object.values(drawn.moment.holders).some((ids) => ids.includes(host.id)));
  const isClash = hosts.some((host) => shown.clashing.has(host.id));
  const description = [
    drawn.say(words.cluster),
    cluster.name,
    count,
    drawn.say(words.folded),
    problemsOf(drawn, problems),
  ];
  const second =
    masters.length === 0 ? count : `${count} · ${stateWords.MASTER.en}: ${masters.map(({ name }) => name).join(", ")}`;
  return svg(
    "g",
    {
      ...partAttributes(
        shown,
        cluster.id,
        description.filter((word) => word !== "").join(", "),
        `node cluster folded ${isClash ? "bad" : masters.length > 0 ? "good" : ""}`,
      ),
      ...(shown.keys === undefined ? {} : { "aria-expanded": "false" }),
      transform: place,
    },
    svg("rect", { class: "frame behind", x: 5, y: 5, width, height, rx: 9 }),
    svg("rect", { class: "frame", width, height, rx: 9 }),
    mark(isClash ? "cross" : "full", 15, height / 2, isClash ? "bad" : masters.length > 0 ? "good" : "calm"),
    line(28, height / 2 - 4, width - 36 - badgeRoom(problems), [{ words: cluster.name, look: "strong" }], {
      size: 12.5,
    }),
    line(28, height / 2 + 13, width - 36 - badgeRoom(problems), [{ words: second, look: "dim" }], { size: 11 }),
    badge(problems, [], width - 18, height / 2),
    h(Pulse, { of: JSON.stringify([second, isClash, problems]), width, height, radius: 9 }),
  );
}

/** The name on the frame of a cluster, by which it is folded. */
function clusterName(shown: Shown, cluster: GraphCluster, description: string, width: number): Element {
  const name = `${shown.keys === undefined ? "" : "▾ "}${cluster.name}`;
  const room = Math.min(width - 28, widthOf(name, 11) + 12);
  return svg(
    "g",
    {
      ...partAttributes(shown, cluster.id, description, "clusterName"),
      ...(shown.keys === undefined ? {} : { "aria-expanded": "true" }),
    },
    svg("rect", { class: "frame", x: 8, y: 9, width: room, height: 19, rx: 5 }),
    line(14, 22.5, room - 10, [{ words: name, look: "dim" }], { size: 11 }),
  );
}
