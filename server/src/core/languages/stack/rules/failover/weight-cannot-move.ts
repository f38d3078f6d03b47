import type { VirtualRouter } from "../../../../model/cluster/host.ts";
import type { Tracker } from "../../../../model/facts.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { titles } from "../../../../schema/fixTitles.ts";
import type { Fix } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import { mostWeight, priorityOf } from "../../../../vrrp/priority.ts";
import { sharedRouters } from "../../model/parts.ts";
import { electionOf, holdsBack, type Standing, weightsOf, winnerOf, written } from "../../model/standings.ts";

const message = text(
  '"{0}" (weight {1}) leaves {2} here, {3} has {4}: {5} does not move',
  '"{0}"（权重 {1}）失败后此处仍为 {2}，{3} 为 {4}：{5} 不会切换',
);
const alone = text(
  '"{0}" (weight {1}) alone leaves {2} here, {3} has {4}: {5} does not move',
  '仅"{0}"（权重 {1}）失败时此处仍为 {2}，{3} 为 {4}：{5} 不会切换',
);
const rival = text("{0} has {1} while all is well", "{0} 一切正常时为 {1}");

/**
 * vrrp.c: vrrp_state_backup takes an advert of the same priority as it takes a higher one; vrrp_track.c adds the
 * weights. Measured: at 150 against 100, weights -20 and -50 move nothing, -51 does.
 */
export const weightCannotMove: ClusterRule<VirtualRouter> = {
  id: "stack/weight-cannot-move",
  severity: "warning",
  scope: "cluster",
  parts: sharedRouters,
  summary: text(
    "A weight too small to make another node win when the check fails.",
    "权重太小，检查失败后其他节点仍无法胜出。",
  ),
  why: text(
    "A failed check with a weight only changes the priority. The address moves when the result is lower than what another node has: equal is not enough, as an equal node does not take over. A positive weight is added while the check succeeds, so its failure leaves the configured priority. Choose a weight larger than the gap, or weight 0, with which a failure means FAULT.",
    "带权重的检查失败时只改变优先级。只有结果低于其他节点的优先级时地址才会切换：相等不够，优先级相同的节点不会接管。正权重在检查成功时加上，因此失败后剩下的是配置的优先级。权重的绝对值应大于差距，或使用权重 0（失败即进入 FAULT）。",
  ),
  claim: { kind: "no-failover", address: "192.0.2.10", fails: { host: "lb1", script: "chk" } },
  bad: [
    pair({
      mine: `-20
#          ^^^ warning: "chk" (weight -20) leaves 130 here, lb2 has 100: 192.0.2.10 does not move`,
    }),
    pair({
      mine: `2
#          ^ warning: "chk" (weight +2) leaves 150 here, lb2 has 102: 192.0.2.10 does not move`,
      its: "2",
    }),
    pair({
      mine: `-50
#          ^^^ warning: "chk" (weight -50) leaves 100 here, lb2 has 100`,
    }),
    pair({
      mine: `-30
#          ^^^ information: "chk" (weight -30) alone leaves 120 here, lb2 has 100`,
      more: `
        disk weight -40
#                   ^^^ information: "disk" (weight -40) alone leaves 110 here`,
    }),
  ],
  good: [
    pair({ mine: "-51" }),
    pair({ mine: "51", its: "51" }),
    pair({ mine: "0" }),
    pair({ mine: "-60", more: "\n        disk weight -70" }),
  ],
  check(router, { report }) {
    const election = electionOf(router);
    const winner = winnerOf(election);
    const best = election?.standings[1];
    if (election === undefined || winner === undefined || best === undefined) return;
    const { instance } = winner;
    const others = election.standings.slice(1);
    const weak = weightsOf(instance).flatMap((tracker) => {
      const left = priorityOf(instance, [tracker]);
      return tracker.isReversed || left === undefined || left < best.priority || hasFault(winner, tracker)
        ? []
        : [{ tracker, left }];
    });
    const together = priorityOf(
      instance,
      weak.map(({ tracker }) => tracker),
    );
    const moves = together !== undefined && others.some((one) => one.priority > together && !holdsBack(one.instance));
    const { at } = best.instance.priority ?? best.instance;
    for (const { tracker, left } of weak) {
      const { name } = best.member.host;
      report({
        at: tracker.weightAt ?? tracker.at,
        severity: moves ? "information" : "warning",
        message: fill(
          moves ? alone : message,
          tracker.name,
          written(tracker),
          left,
          name,
          best.priority,
          election.address,
        ),
        related: [{ ...at, message: fill(rival, name, best.priority) }],
        fixes: enough(tracker, winner, best.priority),
      });
    }
  },
};

/** The instance's own interface going down means FAULT, whatever the weight of its second mention. */
function hasFault({ instance }: Standing, { kind, name }: Tracker): boolean {
  return kind === "interface" && instance.tracksInterface && name === instance.interface?.value;
}

/** The weight closest to 0 that lets the other node win: below it by one, and negative so that all else stays. */
function enough(tracker: Tracker, { instance }: Standing, rivalPriority: number): readonly Fix[] {
  const { weightAt } = tracker;
  const without = priorityOf({ ...instance, trackers: instance.trackers.filter((one) => one !== tracker) });
  if (weightAt === undefined || without === undefined || without <= rivalPriority || rivalPriority <= 1) return [];
  const weight = rivalPriority - 1 - without;
  if (weight < -mostWeight) return [];
  const title = fill(titles.replace, weight);
  return [{ title, safety: "unsafe", edits: [{ ...weightAt, text: String(weight) }] }];
}

interface Weights {
  readonly mine: string;
  readonly its?: string;
  readonly more?: string;
}

function pair({ mine, its = "0", more = "" }: Weights): string {
  return `\n${node(1, 150, mine, more)}${node(2, 100, its, "")}`;
}

function node(host: number, priority: number, weight: string, more: string): string {
  const disk = more === "" ? "" : `vrrp_script disk {\n    script "/usr/bin/true"\n    interval 2\n}\n`;
  return `#- lb${host}/keepalived.conf
global_defs {
    enable_script_security
    script_user root
}
vrrp_script chk {
    script "/usr/bin/true"
    interval 2
    weight ${weight}
}
${disk}vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority ${priority}
    track_script {
        chk${more}
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`;
}
