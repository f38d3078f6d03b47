import type { BlockRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import type { Address } from "../../syntax/inner.ts";
import { http } from "../examples.ts";

const messages = {
  second: text("A peers section listens once, and does above already", "peers 段只能监听一次，前面已经有了"),
  several: text("A peers section listens on a single address and port", "peers 段只能监听一个地址和端口"),
  mixed: text(
    '"peer" lines hold the address to listen on themselves: beside "bind", write "server"',
    '"peer"行自带监听地址；与"bind"同用时应写"server"',
  ),
};
const first = text("It listens here", "在此处监听");

/** src/cfgparse-peers.c: cfg_parse_peers. */
export const peersListener: BlockRule<Globals> = {
  id: "haproxy/peers-listener",
  severity: "error",
  scope: "block",
  on: ["peers"],
  summary: text("A peers section that listens more than once.", "peers 段多次监听。"),
  why: text(
    "Peers find each other at one address each. It stands either on the `peer` line with the host's own name, or on a `bind` line; then the others are `server` lines. HAProxy refuses a second one.",
    "每个节点只有一个地址供对方连接：要么写在本机名称的 `peer` 行上，要么写在 `bind` 行上，此时其余节点用 `server` 行。写第二个会被拒绝。",
  ),
  bad: [
    `
peers cluster
    bind 192.0.2.1:10000
    bind 192.0.2.1:10001
#   ^^^^ does above already
    server lb1
    server lb2 192.0.2.2:10000
${http}
frontend web
    bind :8080
`,
    `
peers cluster
    bind 192.0.2.1:10000
    peer lb1 192.0.2.1:10000
#   ^^^^ beside "bind", write "server"
    peer lb2 192.0.2.2:10000
#   ^^^^ beside "bind", write "server"
${http}
frontend web
    bind :8080
`,
  ],
  good: [
    `
global
    localpeer lb1
peers cluster
    bind 192.0.2.1:10000
    server lb1
    server lb2 192.0.2.2:10000
${http}
frontend web
    bind :8080
`,
  ],
  check(peers, { report, version }) {
    const [bind, ...others] = peers.all("bind").filter((line) => !isUncertain(line));
    if (bind === undefined) return;
    const related = [{ ...bind.at(bind.title), message: first }];
    for (const other of others) report({ at: other.at(other.title), message: messages.second, related });
    for (const peer of peers.all("peer")) {
      if (isUncertain(peer)) continue;
      // Beside "bind" the daemon takes no "peer" line with an address.
      if (peer.value("address") !== undefined) report({ at: peer.at(peer.title), message: messages.mixed, related });
    }
    if (others.length === 0 && hasSeveral(bind) && atLeast(version, "2.7")) {
      report({ at: bind.at(bind.value("address")?.word ?? bind.title), message: messages.several });
    }
  },
};

function hasSeveral(bind: Bound): boolean {
  const addresses = (bind.value("address")?.inner as readonly Address[] | undefined) ?? [];
  if (addresses.some(({ unknown }) => unknown)) return false;
  return addresses.length > 1 || addresses.some(({ port }) => port?.range === true && port.from !== port.to);
}
