/** Schedulers with their flags, and persistence engines: modules of the kernel, net/netfilter/ipvs/ip_vs_*.c. */
import type { Keyword } from "../../../schema/spec.ts";
import { type Text, text } from "../../../text/localized.ts";
import { link } from "./link.ts";

export interface Scheduler {
  readonly keyword: Keyword;
  /** First kernel with it, where that is newer than any that is still maintained somewhere. */
  readonly kernel?: string;
}

function scheduler(name: string, doc: Text, kernel?: string): Scheduler {
  return {
    ...(kernel === undefined ? {} : { kernel }),
    keyword: {
      name,
      args: [],
      since: "1.24",
      doc,
      link,
      ok: [`-A -t 192.0.2.2:80 -s ${name}`],
      bad: [],
      ...(kernel === undefined ? {} : { rows: [{ label: text("Kernel", "内核"), value: kernel }] }),
    },
  };
}

export const schedulers: readonly Scheduler[] = [
  scheduler("rr", text("Round robin: one server after the other.", "轮询：依次分配给每台服务器。")),
  scheduler("wrr", text("Round robin by weight.", "按权重轮询。")),
  scheduler("lc", text("The server with the fewest connections.", "选择连接数最少的服务器。")),
  scheduler(
    "wlc",
    text(
      "The server with the fewest connections for its weight. The default.",
      "按权重选择连接数最少的服务器，默认算法。",
    ),
  ),
  scheduler(
    "lblc",
    text(
      "For caches: what goes to one destination goes to one server, unless that one has too much to do.",
      "用于缓存：同一目的地址的请求交给同一台服务器，除非其过载。",
    ),
  ),
  scheduler(
    "lblcr",
    text("Like `lblc`, with a set of servers for each destination.", "与 `lblc` 类似，但每个目的地址对应一组服务器。"),
  ),
  scheduler("dh", text("By a hash of the destination's address.", "按目的地址哈希。")),
  scheduler("sh", text("By a hash of the client's address.", "按客户端地址哈希。")),
  scheduler(
    "sed",
    text(
      "The server with the shortest delay to expect: (connections + 1) / weight.",
      "选择预期延迟最短的服务器：（连接数 + 1）/ 权重。",
    ),
  ),
  scheduler("nq", text("An idle server if there is one, otherwise as `sed`.", "优先选择空闲服务器，否则同 `sed`。")),
  scheduler(
    "fo",
    text("Failover: the server with the greatest weight that is up.", "故障转移：选择可用服务器中权重最大者。"),
    "3.10",
  ),
  scheduler(
    "ovf",
    text(
      "Overflow: the server with the greatest weight until it has as many connections as its weight, then the next.",
      "溢出：优先权重最大的服务器，当其活动连接数达到权重时转向下一台。",
    ),
    "4.3",
  ),
  scheduler(
    "mh",
    text("Maglev: a consistent hash of the client's address.", "Maglev：按客户端地址的一致性哈希。"),
    "4.18",
  ),
  scheduler(
    "twos",
    text(
      "Of two servers taken at random by weight, the less busy one.",
      "按权重随机取两台服务器，选择负载较轻的一台。",
    ),
    "5.12",
  ),
  scheduler(
    "none",
    text(
      "No scheduler: nothing is forwarded until the service gets one.",
      "无调度算法：在设置算法之前不转发任何流量。",
    ),
    "4.2",
  ),
];

export const schedulerNames: ReadonlySet<string> = new Set(schedulers.map(({ keyword }) => keyword.name));

export interface SchedulerFlag {
  readonly name: string;
  /** Each scheduler gives the three bits names of its own. */
  readonly bit: 1 | 2 | 4;
  /** The only scheduler with which it may stand. */
  readonly scheduler?: string;
  readonly doc: Text;
}

/** parse_sched_flags in ipvsadm.c, in the order in which print_sched_flags prints them. */
export const schedulerFlags: readonly SchedulerFlag[] = [
  {
    name: "sh-fallback",
    bit: 1,
    scheduler: "sh",
    doc: text("Takes another server where the chosen one is down.", "所选服务器不可用时改选另一台。"),
  },
  {
    name: "sh-port",
    bit: 2,
    scheduler: "sh",
    doc: text("Hashes the client's port too.", "哈希时包含客户端端口。"),
  },
  {
    name: "mh-fallback",
    bit: 1,
    scheduler: "mh",
    doc: text("Takes another server where the chosen one is down.", "所选服务器不可用时改选另一台。"),
  },
  {
    name: "mh-port",
    bit: 2,
    scheduler: "mh",
    doc: text("Hashes the client's port too.", "哈希时包含客户端端口。"),
  },
  { name: "flag-1", bit: 1, doc: text("The first flag of any scheduler.", "任意调度算法的第一个标志。") },
  { name: "flag-2", bit: 2, doc: text("The second flag of any scheduler.", "任意调度算法的第二个标志。") },
  { name: "flag-3", bit: 4, doc: text("The third flag of any scheduler.", "任意调度算法的第三个标志。") },
];

/** Persistence engines: ip_vs_pe_sip.c is the only one. */
export const engines: readonly string[] = ["sip"];
