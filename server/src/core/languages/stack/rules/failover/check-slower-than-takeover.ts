import type { Cluster } from "../../../../model/cluster/host.ts";
import type { Tracker } from "../../../../model/facts.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import { priorityOf } from "../../../../vrrp/priority.ts";
import { downTime, skew } from "../../../../vrrp/timing.ts";
import { clusters } from "../../model/parts.ts";
import { type Election, electionOf, type Standing } from "../../model/standings.ts";

const message = text(
  '{0} waits up to {1} s for "{2}" to fail, and {3} s for the election',
  '{0} 最长等待 {1} 秒"{2}"才算失败，而选举只需 {3} 秒',
);
const taker = text("{0} would take over", "{0} 将会接管");

/** A check may take this many times as long as the rest, and this many seconds, before it is worth a word. */
const muchSlower = 5;
const longEnough = 10;

/** vrrp_scheduler.c: vrrp_script_thread runs a script every `interval`, and it has to fail `fall` times in a row. */
export const checkSlowerThanTakeover: ClusterRule<Cluster> = {
  id: "stack/check-slower-than-takeover",
  severity: "information",
  scope: "cluster",
  parts: clusters,
  summary: text(
    "A check that takes far longer to fail than the nodes take to elect another MASTER.",
    "检查判定失败所需的时间远长于选出新 MASTER 的时间。",
  ),
  why: text(
    "Until a script has failed `fall` times in a row, once every `interval` seconds, nothing happens: clients wait for as long as that on a broken service. Only then the election begins, which a shorter `advert_int` would speed up. Where seconds count, shorten `interval` or lower `fall` first.",
    "脚本每 `interval` 秒运行一次，连续失败 `fall` 次之前什么也不会发生：客户端一直在等待已故障的服务。此后才开始选举，`advert_int` 影响的只是这一段。如果在意中断时间，应先缩短 `interval` 或减小 `fall`。",
  ),
  bad: [
    pair(`interval 10
#            ^^ 192.0.2.10 waits up to 30 s for "chk" to fail, and 3.6 s for the election
    fall 3
    weight -60`),
    pair(`interval 15
#            ^^ 192.0.2.10 waits up to 30 s for "chk" to fail, and 0.6 s for the election
    fall 2`),
  ],
  good: [pair("interval 5\n    fall 3\n    weight -60"), pair("interval 10\n    fall 3\n    weight -20")],
  check(cluster, { report }) {
    const done = new Set<Bound | undefined>();
    for (const router of cluster.routers) {
      const election = electionOf(router);
      for (const one of election?.standings ?? []) {
        for (const tracker of one.instance.trackers) {
          if (election === undefined || tracker.script === undefined || done.has(tracker.definition)) continue;
          const next = election.standings.find((other) => other !== one);
          const takes = next === undefined ? undefined : takeover(one, next, tracker, election);
          const { interval, fall, at } = tracker.script;
          const fails = interval * fall;
          if (next === undefined || takes === undefined) continue;
          if (fails <= longEnough || fails <= muchSlower * takes.atMost) continue;
          done.add(tracker.definition);
          report({
            at,
            message: fill(message, election.address, rounded(fails), tracker.name, rounded(takes.seconds)),
            related: [{ ...next.instance.at, message: fill(taker, next.member.host.name) }],
          });
        }
      }
    }
  },
};

/** How long the election takes once the check has failed; undefined where it is not known or nothing moves. */
function takeover(
  one: Standing,
  next: Standing,
  tracker: Tracker,
  { standings }: Election,
): { readonly seconds: number; readonly atMost: number } | undefined {
  const { advertInterval } = one.instance;
  const { version } = next.instance;
  if (tracker.isIgnored || tracker.weight === undefined) return undefined;
  if (advertInterval === undefined || version === undefined) return undefined;
  const left = priorityOf(one.instance, [tracker]);
  const isStuck = one === standings[0] && left !== undefined && left >= next.priority;
  if (tracker.weight !== 0 && isStuck) return undefined;
  const atMost = downTime(next.instance, next.priority, advertInterval.value);
  if (atMost === undefined) return undefined;
  // A node in FAULT says so, and the next one need not wait for missing adverts.
  const seconds = tracker.weight === 0 ? skew(version, next.priority, advertInterval.value) : atMost;
  return { seconds, atMost };
}

function rounded(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}

function pair(lines: string): string {
  return `
#- lb1/keepalived.conf
global_defs {
    enable_script_security
    script_user root
}
vrrp_script chk {
    script "/usr/bin/true"
    ${lines}
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    track_script {
        chk
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`;
}
