import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { type Endpoint, endpointsOf } from "../../model/endpoints.ts";
import { http } from "../examples.ts";

const messages = {
  same: text('"{0}" is already listened on by "{1}"', '"{0}"已由"{1}"监听'),
  overlap: text(
    '"{0}" and the "{1}" of "{2}" overlap: the more exact one is served first',
    '"{0}"与"{2}"的"{1}"重叠：以更具体的地址为先',
  ),
  first: text("It is listened on here", "已在此处监听"),
};

/** The daemon binds with SO_REUSEPORT (src/proto_tcp.c: tcp_bind_listener), so two sockets of it do not collide. */
export const bindDuplicate: ConfigurationRule<Globals> = {
  id: "haproxy/bind-duplicate",
  severity: "warning",
  scope: "configuration",
  reads: (configuration) => [endpointsOf(configuration)],
  summary: text("One address and port that is listened on twice.", "同一地址和端口被监听两次。"),
  why: text(
    "HAProxy starts without a word, and the kernel deals new connections out to both at random: some clients meet the one certificate or the one set of rules, some the other. Such a fault is hard to find, as it comes and goes.",
    "HAProxy 不作任何提示就会启动，内核会把新连接随机分给两者：有的客户端遇到这一份证书或规则，有的遇到另一份。这种时有时无的故障很难排查。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    bind 192.0.2.10:8443
frontend api
    bind 192.0.2.10:8440-8450
#        ^^^^^^^^^^^^^^^^^^^^ already listened on by "web"
    bind *:8080
#        ^^^^^^ already listened on by "web"
`,
    `${http}
frontend web
    bind :8080
frontend api
    bind 192.0.2.10:8080
#        ^^^^^^^^^^^^^^^ and the ":8080" of "web" overlap
`,
  ],
  good: [
    `${http}
frontend web
    bind *:8080
    bind :::8080 v6only
    bind 192.0.2.10:8443
frontend api
    bind 192.0.2.11:8443
    bind *:8081 interface eth0
frontend other
    bind *:8081 interface eth1
`,
  ],
  check(configuration, { report }) {
    const endpoints = endpointsOf(configuration);
    const order = new Map(endpoints.map((endpoint, index) => [endpoint, index]));
    // From low to high ports, with those that still reach as far.
    const open = new Map<string, Endpoint[]>();
    const told = { same: new Set<Endpoint>(), overlap: new Set<Endpoint>() };
    for (const endpoint of endpoints.toSorted((a, b) => a.from - b.from)) {
      let isCovered = false;
      for (const other of neighbours(open, endpoint).toSorted(
        (a, b) => a.from - b.from || (order.get(a) ?? 0) - (order.get(b) ?? 0),
      )) {
        if (!mayMeet(endpoint, other)) continue;
        isCovered ||= isWithin(endpoint, other);
        const [first, second] =
          (order.get(other) ?? 0) < (order.get(endpoint) ?? 0) ? [other, endpoint] : [endpoint, other];
        const isSame = first.host === second.host;
        const known = told[isSame ? "same" : "overlap"];
        if (known.has(second)) continue;
        known.add(second);
        const { address, bound } = second;
        report({
          at: bound.at(address),
          message: isSame
            ? fill(messages.same, written(second), ownerOf(first))
            : fill(messages.overlap, written(second), written(first), ownerOf(first)),
          ...(isSame ? {} : { severity: "information" as const }),
          related: [{ ...first.bound.at(first.address), message: messages.first }],
        });
      }
      if (isCovered) continue;
      const group = open.get(groupOf(endpoint, endpoint.host));
      if (group === undefined) open.set(groupOf(endpoint, endpoint.host), [endpoint]);
      else group.push(endpoint);
    }
  },
};

function groupOf({ transport, realm }: Endpoint, host: string): string {
  return `${transport}\0${realm}\0${host}`;
}

/** Those that reach up to an endpoint: of its host and of all hosts, or, where it is for all, every one. */
function neighbours(open: Map<string, Endpoint[]>, endpoint: Endpoint): readonly Endpoint[] {
  const { host, from } = endpoint;
  const isAll = host === "" && endpoint.transport !== "file";
  const found: Endpoint[] = [];
  for (const key of isAll ? open.keys() : new Set([groupOf(endpoint, host), groupOf(endpoint, "")])) {
    const group = open.get(key)?.filter((other) => other.to >= from);
    if (group === undefined) continue;
    open.set(key, group);
    for (const other of group) found.push(other);
  }
  return found;
}

function mayMeet(a: Endpoint, b: Endpoint): boolean {
  if (a.transport !== b.transport || a.realm !== b.realm) return false;
  if (!a.families.some((family) => b.families.includes(family))) return false;
  const isShared = a.host === b.host || (a.transport !== "file" && (a.host === "" || b.host === ""));
  // Lines for different threads share an address on purpose.
  return isShared && !(isPinned(a) && isPinned(b));
}

/** Whether all that meets the one meets the other as well. */
function isWithin(one: Endpoint, other: Endpoint): boolean {
  const isReached = one.families.every((family) => other.families.includes(family));
  return isReached && one.host === other.host && one.to <= other.to && !isPinned(other);
}

function isPinned({ bound }: Endpoint): boolean {
  return bound.value("thread") !== undefined || bound.value("process") !== undefined;
}

function written({ bound, address }: Endpoint): string {
  return bound.source.section.text.slice(address.start, address.end);
}

function ownerOf({ bound: { parent } }: Endpoint): string {
  return parent?.name === "" ? parent.head.value : (parent?.name ?? "");
}
