import type { Configuration } from "../../../../model/configuration.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { owner, readInstance } from "../../model/vrrpInstance.ts";

const message = text(
  '"nopreempt" makes priority changes by a weight useless: no node takes over from a living master',
  '"nopreempt"使权重带来的优先级变化失去作用：MASTER 存活时不会被接管',
);
const weighted = text("This changes the priority by a weight", "此项按权重调整优先级");

/** The lists of an instance, what they refer to, and the weight where neither says one. */
const lists: readonly { readonly keyword: string; readonly scope: string; readonly otherwise: number }[] = [
  { keyword: "track_script", scope: "vrrp_script", otherwise: 0 },
  { keyword: "track_process", scope: "vrrp_track_process", otherwise: 0 },
  { keyword: "track_file", scope: "track_file", otherwise: 1 },
  { keyword: "track_bfd", scope: "bfd_instance", otherwise: 0 },
  { keyword: "track_interface", scope: "", otherwise: 0 },
];

/** keepalived/vrrp/vrrp.c: vrrp_state_backup; acassen/keepalived issues 2599 and 2379. */
export const nopreemptWeight: ConfigurationRule<Globals> = {
  id: "keepalived/nopreempt-weight",
  severity: "warning",
  scope: "configuration",
  reads: ["vrrp_instance", "vrrp_script", "vrrp_track_process", "track_file", "vrrp_track_file", "bfd_instance"],
  summary: text("`nopreempt` together with trackers that have a weight.", "`nopreempt` 与带权重的跟踪项同用。"),
  why: text(
    "A failing check with a weight lowers the priority, and the other node is to take over because its own is higher. With `nopreempt` it does not: it stays BACKUP as long as it hears any advert. Use weight 0, so that the failure means FAULT, or allow preemption.",
    "带权重的检查失败时会降低优先级，本意是让优先级更高的另一节点接管。但有了 `nopreempt`，只要还能收到通告，另一节点就一直是 BACKUP。应使用权重 0（失败即进入 FAULT），或允许抢占。",
  ),
  bad: [
    `
global_defs {
    enable_script_security
    script_user root
}
vrrp_script chk {
    script "/usr/bin/true"
    weight -20
}
vrrp_instance VI_1 {
    state BACKUP
    interface eth0
    virtual_router_id 51
    priority 100
    nopreempt
#   ^^^^^^^^^ no node takes over
    track_script {
        chk
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  good: [
    `
global_defs {
    enable_script_security
    script_user root
}
vrrp_script chk {
    script "/usr/bin/true"
    weight -20
}
vrrp_instance VI_1 {
    state BACKUP
    interface eth0
    virtual_router_id 51
    priority 100
    nopreempt
    track_script {
        chk weight 0
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(configuration, { report, globals, version }) {
    for (const block of configuration.all("vrrp_instance")) {
      const { nopreempt, starts, priority } = readInstance(block, globals, version);
      if (nopreempt === undefined || starts !== "BACKUP" || priority === undefined || priority === owner) continue;
      const trackers = lists.flatMap(({ keyword, scope, otherwise }) =>
        block
          .all(keyword)
          .flatMap((list) => list.children)
          .filter((line) => (weightOf(line, configuration, scope) ?? otherwise) !== 0),
      );
      if (trackers.length === 0) continue;
      const related = trackers.map((line) => ({ ...line.at(line.head), message: weighted }));
      report({ at: nopreempt.at(nopreempt.head), message, related });
    }
  },
};

/** The weight of the line, else of what it refers to; 0 where that is not known. */
function weightOf(line: Bound, configuration: Configuration, scope: string): number | undefined {
  const own = line.values.findLast((value) => value.name === "weight" && typeof value.data === "number")?.data;
  if (typeof own === "number") return Number.isNaN(own) ? 0 : own;
  if (scope === "") return undefined;
  const definition = configuration.definitions(scope, line.name)[0]?.bound;
  if (definition === undefined) return 0;
  return definition.has("weight") ? (definition.number("weight") ?? 0) : undefined;
}
