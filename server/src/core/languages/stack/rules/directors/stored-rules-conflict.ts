import type { Host } from "../../../../model/cluster/host.ts";
import type { VirtualServer } from "../../../../model/facts.ts";
import type { ClusterRule, Finding } from "../../../../rules/rule.ts";
import type { Location, Related } from "../../../../schema/problem.ts";
import { fill, type Text, text } from "../../../../text/localized.ts";
import { hosts } from "../../model/parts.ts";
import { nameOf, serverIn, serverName, serverNames, serversWithout, servicesOf } from "../../model/virtualServers.ts";

const messages = {
  extra: text(
    "The stored rules set it up too: {0} stays in it unchecked",
    "存储的规则也设置了它：{0} 会留在其中且不受检查",
  ),
  scheduler: text(
    'The stored rules set it up too: "{0}" may stay instead of "{1}"',
    '存储的规则也设置了它：可能一直是"{0}"而不是"{1}"',
  ),
  persistence: text(
    "The stored rules set it up too, with another persistence, which may stay",
    "存储的规则也设置了它且会话保持不同，可能一直沿用",
  ),
  weight: text(
    "The stored rules set it up too: weight {0} of {1} may stay instead of {2}",
    "存储的规则也设置了它：{1} 的权重可能一直是 {0} 而不是 {2}",
  ),
  method: text(
    'The stored rules set it up too: "{0}" to {1} may stay instead of "{2}"',
    '存储的规则也设置了它：到 {1} 的方式可能一直是"{0}"而不是"{2}"',
  ),
  same: text("The stored rules set it up too: two owners of one table", "存储的规则也设置了它：同一张表有两个管理者"),
  flush: text(
    "This empties the table at each start: {0} of the stored rules is lost",
    "每次启动都会清空该表：存储规则中的 {0} 会丢失",
  ),
};
const stored = text("The stored rule", "存储的规则");

/**
 * keepalived/check/ipvswrapper.c, ipvs_talk: that a service or server is there already is logged and no failure, and what
 * is there is left as it is; check_daemon.c, start_check: `lvs_flush` empties the table first. Measured with 2.2.7: what was
 * loaded first stays, and a server that only the rules name stays whichever comes first.
 */
export const storedRulesConflict: ClusterRule<Host> = {
  id: "stack/stored-rules-conflict",
  severity: "warning",
  scope: "cluster",
  parts: hosts,
  summary: text(
    "A virtual server that both keepalived and stored IPVS rules set up.",
    "keepalived 与存储的 IPVS 规则设置了同一虚拟服务器。",
  ),
  why: text(
    "The kernel has one table. What `ipvsadm -R` has loaded keepalived finds at its start: it logs an error for each line and leaves it as it is, so the stored scheduler, weights and methods stay, and a server that only the rules name gets clients without ever being checked. The other way round `ipvsadm -R` fails at these lines, and when keepalived stops it deletes what both set up. With `lvs_flush` it deletes all stored rules at each start. Leave each virtual server to one of them.",
    "内核只有一张表。`ipvsadm -R` 已加载的内容，keepalived 启动时会发现：它为每一项记录一条错误并保持原样，于是存储的调度算法、权重和转发方式继续生效，只写在规则中的服务器会收到客户端却从不受检查。反过来，`ipvsadm -R` 会在这些行上失败；keepalived 停止时还会删除双方都设置的服务。使用 `lvs_flush` 时，每次启动都会删除所有存储的规则。每个虚拟服务器应只由一方管理。",
  ),
  bad: [
    both(
      "192.0.2.10 80 {\n#              ^^^^^^^^^^ The stored rules set it up too: 198.51.100.12:80 stays in it unchecked",
      [
        "-A -t 192.0.2.10:80 -s rr",
        "-a -t 192.0.2.10:80 -r 198.51.100.11:80 -m -w 1",
        "-a -t 192.0.2.10:80 -r 198.51.100.12:80 -m -w 1",
      ],
    ),
    both('192.0.2.10 80 {\n#              ^^^^^^^^^^ "wlc" may stay instead of "rr"', [
      "-A -t 192.0.2.10:80 -s wlc",
      "-a -t 192.0.2.10:80 -r 198.51.100.11:80 -m -w 1",
    ]),
    both("192.0.2.10 80 {\n#              ^^^^^^^^^^ with another persistence", ["-A -t 192.0.2.10:80 -s rr -p 300"]),
    both("192.0.2.10 80 {\n#              ^^^^^^^^^^ weight 5 of 198.51.100.11:80 may stay instead of 1", [
      "-A -t 192.0.2.10:80 -s rr",
      "-a -t 192.0.2.10:80 -r 198.51.100.11:80 -m -w 5",
    ]),
    both('192.0.2.10 80 {\n#              ^^^^^^^^^^ "DR" to 198.51.100.11:80 may stay instead of "NAT"', [
      "-A -t 192.0.2.10:80 -s rr",
      "-a -t 192.0.2.10:80 -r 198.51.100.11:80 -g -w 1",
    ]),
    both("192.0.2.10 80 {\n#              ^^^^^^^^^^ information: The stored rules set it up too: two owners", [
      "-A -t 192.0.2.10:80 -s rr",
      "-a -t 192.0.2.10:80 -r 198.51.100.11:80 -m -w 1",
    ]),
    both(
      "192.0.2.10 80 {",
      ["-A -t 192.0.2.10:80 -s wlc", "-A -t 192.0.2.99:80 -s wlc"],
      "lvs_flush\n#   ^^^^^^^^^ This empties the table at each start: 192.0.2.99:80 of the stored rules is lost",
    ),
  ],
  good: [
    both("192.0.2.10 80 {", ["-A -t 192.0.2.10:443 -s wlc", "-A -u 192.0.2.10:80 -s wlc"]),
    both("192.0.2.10 80 {", ["-A -t 192.0.2.10:80 -s wlc"], "lvs_flush"),
  ],
  check(host, { report }) {
    const { serviceFlushes, isPartial } = host.facts;
    const kept = servicesOf(host, "keepalived");
    const loaded = servicesOf(host, "ipvsadm");
    const [flush] = serviceFlushes;
    if (flush !== undefined) {
      const lost = [...loaded].flatMap(([key, service]) => (kept.has(key) ? [] : [service]));
      if (!isPartial && lost.length > 0) report(flushed(flush, lost));
      return;
    }
    for (const [key, service] of kept) {
      const other = loaded.get(key);
      if (other !== undefined) report(conflict(service, other));
    }
  },
};

function flushed(at: Location, lost: readonly VirtualServer[]): Finding {
  const names = lost.slice(0, 2).map(nameOf);
  const more = lost.length > names.length ? ` (+${lost.length - names.length})` : "";
  return {
    at,
    message: fill(messages.flush, `${names.join(", ")}${more}`),
    related: lost.map((service) => ({ ...service.at, message: stored })),
  };
}

function conflict(service: VirtualServer, other: VirtualServer): Finding {
  const found = service.isPartial ? undefined : difference(service, other);
  const { message, at } = found ?? { message: messages.same, at: other.at };
  const related: readonly Related[] = [{ ...at, message: stored }];
  return { at: service.at, message, related, ...(found === undefined ? { severity: "information" as const } : {}) };
}

/** What the stored rules say otherwise, the worst first. */
function difference(
  service: VirtualServer,
  other: VirtualServer,
): { readonly message: Text; readonly at: Location } | undefined {
  const extra = serversWithout(other, service);
  const [first] = extra;
  if (first !== undefined) return { message: fill(messages.extra, serverNames(other, extra)), at: first.at };
  const [own, its] = [service.scheduler, other.scheduler];
  if (own !== undefined && its !== undefined && own.value !== its.value) {
    return { message: fill(messages.scheduler, its.value, own.value), at: its.at };
  }
  if (service.persistence !== other.persistence) {
    return { message: messages.persistence, at: other.persistenceAt ?? other.at };
  }
  for (const server of service.servers) {
    const same = serverIn(other, service, server);
    if (same === undefined) continue;
    const name = serverName(service, server);
    if (same.method !== server.method) {
      return { message: fill(messages.method, same.method, name, server.method), at: same.methodAt ?? same.at };
    }
    if (same.weight !== undefined && server.weight !== undefined && same.weight !== server.weight) {
      return { message: fill(messages.weight, same.weight, name, server.weight), at: same.weightAt ?? same.at };
    }
  }
  return undefined;
}

function both(head: string, rules: readonly string[], globals = ""): string {
  return `
#- lb1/keepalived.conf
${globals === "" ? "" : `global_defs {\n    ${globals}\n}\n`}virtual_server ${head}
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        weight 1
        TCP_CHECK {
        }
    }
}
#- lb1/ipvsadm.rules
${rules.join("\n")}
`;
}
