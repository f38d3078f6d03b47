/** Who waits for whom, and how long: preemption, delays, owners, strict mode, and what a reload changes. */
import type { LabAction } from "../scenario.ts";
import { cluster, fileOf, type HostText, type JudgedScenario } from "./cluster.ts";

const of = (node: string, kind: LabAction["kind"], argument?: string): LabAction =>
  argument === undefined ? { node, kind } : { node, kind, argument };
const restart = [of("lb1", "stop"), of("lb1", "start")];
const flap = [of("lb1", "link-down", "eth0"), of("lb1", "link-up", "eth0")];
const late = { delay: 1200 };
const check = 'vrrp_script alive {\n  script "/bin/true"\n  interval 1\n}';
const checked = "track_script {\n    alive\n  }";
const next = "etc/keepalived/next.conf";
const reload = (node = "lb1") => of(node, "reload", next);
const rereads = (before: HostText, after: HostText, priority = 150): HostText => ({
  ...before,
  files: { [next]: fileOf(after, priority) },
});
const second = (priority: number) => `vrrp_instance mail {
  interface eth0
  virtual_router_id 52
  priority ${priority}
  advert_int 0.2
  virtual_ipaddress {
    192.0.2.20/24
  }
}`;

/** Where a delay decides: it begins with the first advert that is heard, somewhere within an interval. */
const delayed = (scenario: JudgedScenario): JudgedScenario => ({
  ...scenario,
  untimed: "the delay begins with the first lower advert, up to an interval after the start",
});

export const ways: readonly JudgedScenario[] = [
  cluster("nopreempt after a fault", { lb1: { instance: "nopreempt" }, lb2: late }, flap, {}),
  cluster(
    "nopreempt after power was off",
    { lb1: { instance: "nopreempt" }, lb2: late },
    [of("lb1", "power-off"), of("lb1", "power-on")],
    {},
  ),
  cluster(
    "nopreempt when the network heals",
    { lb1: { instance: "nopreempt" }, lb2: late },
    [of("lb1", "detach", "eth0"), of("lb1", "attach", "eth0")],
    {},
  ),
  cluster(
    "nopreempt after the MASTER stood still",
    { lb1: { instance: "nopreempt" }, lb2: late },
    [of("lb1", "freeze"), of("lb1", "thaw")],
    {},
  ),
  cluster(
    "nopreempt on both",
    { lb1: { instance: "nopreempt" }, lb2: { instance: "nopreempt", ...late } },
    [...restart, of("lb2", "stop")],
    {},
  ),
  cluster(
    "nopreempt with a check without weight",
    { lb1: { instance: `nopreempt\n${checked}`, blocks: check }, lb2: late },
    [of("lb1", "script-fail", "alive"), of("lb1", "script-ok", "alive")],
    {},
  ),
  cluster(
    "nopreempt of an owner counts for nothing",
    { lb1: { instance: "nopreempt", priority: 255 }, lb2: {} },
    restart,
    {},
  ),
  delayed(
    cluster("a second's delay before preemption", { lb1: { instance: "preempt_delay 1" }, lb2: late }, restart, {}),
  ),
  delayed(
    cluster("a delay before preemption, after a fault", { lb1: { instance: "preempt_delay 1" }, lb2: late }, flap, {}),
  ),
  cluster(
    "a delay before preemption, with state MASTER",
    { lb1: { instance: "state MASTER\npreempt_delay 1" }, lb2: {} },
    restart,
    {},
  ),
  {
    ...cluster(
      "a delay before preemption, and the MASTER goes",
      { lb1: { instance: "preempt_delay 5" }, lb2: late },
      [],
      {},
    ),
    events: [
      { at: 3000, node: "lb1", kind: "stop" },
      { at: 5000, node: "lb1", kind: "start" },
      { at: 6500, node: "lb2", kind: "power-off" },
    ],
  },
  cluster("the host with the highest priority starts late", { lb1: { delay: 2500 }, lb2: {} }, [], {}),
  cluster("the host with the lowest priority starts late", { lb1: {}, lb2: { delay: 2500 } }, [], {}),
  cluster(
    "a late start with nopreempt",
    { lb1: { instance: "nopreempt", delay: 2500 }, lb2: {} },
    [of("lb2", "power-off")],
    {},
  ),
  delayed(
    cluster(
      "a late start with a delay before preemption",
      { lb1: { instance: "preempt_delay 1", delay: 2500 }, lb2: {} },
      [],
      {},
    ),
  ),
  cluster("a startup delay", { lb1: { global: "vrrp_startup_delay 1", ...late }, lb2: {} }, restart, {}),
  cluster(
    "a startup delay on all",
    { lb1: { global: "vrrp_startup_delay 1" }, lb2: { global: "vrrp_startup_delay 1" } },
    [of("lb1", "power-off")],
    {},
  ),
  cluster(
    "a startup delay and a reload",
    { lb1: rereads({ global: "vrrp_startup_delay 1" }, { global: "vrrp_startup_delay 1", priority: 90 }), lb2: {} },
    [reload()],
    {},
  ),
  cluster(
    "five adverts may be missed",
    { lb1: {}, lb2: { instance: "down_timer_adverts 5" } },
    [of("lb1", "power-off"), of("lb1", "power-on")],
    {},
  ),
  cluster(
    "one advert may be missed",
    { lb1: {}, lb2: { instance: "down_timer_adverts 1" } },
    [of("lb1", "power-off")],
    {},
  ),
  cluster(
    "the whole file lets two be missed",
    { lb1: { global: "vrrp_down_timer_adverts 2" }, lb2: { global: "vrrp_down_timer_adverts 2" } },
    [of("lb1", "power-off")],
    {},
  ),
  cluster("an owner", { lb1: { priority: 255 }, lb2: {} }, restart, {}),
  cluster("an owner with state MASTER", { lb1: { priority: 255, instance: "state MASTER" }, lb2: {} }, restart, {}),
  cluster("an owner with state BACKUP", { lb1: { priority: 255, instance: "state BACKUP" }, lb2: {} }, restart, {}),
  cluster("an owner that starts late", { lb1: { priority: 255, delay: 2500 }, lb2: {} }, [], {}),
  cluster("an owner, and its link", { lb1: { priority: 255 }, lb2: {} }, flap, {}),
  cluster(
    "an owner, and the network",
    { lb1: { priority: 255 }, lb2: {} },
    [of("lb1", "detach", "eth0"), of("lb1", "attach", "eth0")],
    {},
  ),
  cluster("strict mode", { lb1: { global: "vrrp_strict" }, lb2: { global: "vrrp_strict" } }, restart, {}),
  cluster(
    "strict mode with state MASTER",
    { lb1: { global: "vrrp_strict", instance: "state MASTER" }, lb2: { global: "vrrp_strict" } },
    [of("lb1", "detach", "eth0"), of("lb1", "attach", "eth0")],
    {},
  ),
  cluster(
    "strict mode and nopreempt",
    { lb1: { global: "vrrp_strict", instance: "nopreempt" }, lb2: { global: "vrrp_strict", ...late } },
    restart,
    {},
  ),
  cluster(
    "strict mode and a delay before preemption",
    { lb1: { global: "vrrp_strict", instance: "preempt_delay 2" }, lb2: { global: "vrrp_strict", ...late } },
    restart,
    {},
  ),
  cluster(
    "lower adverts are not answered",
    { lb1: { instance: "lower_prio_no_advert" }, lb2: { instance: "lower_prio_no_advert" } },
    [of("lb1", "detach", "eth0"), of("lb1", "attach", "eth0")],
    {},
  ),
  cluster(
    "lower adverts are not answered, in the whole file",
    { lb1: { global: "vrrp_lower_prio_no_advert" }, lb2: {} },
    [of("lb2", "detach", "eth0"), of("lb2", "attach", "eth0")],
    {},
  ),
  cluster(
    "higher adverts are answered",
    { lb1: {}, lb2: { instance: "higher_prio_send_advert" } },
    [of("lb1", "detach", "eth0"), of("lb1", "attach", "eth0")],
    {},
  ),
  cluster(
    "a virtual MAC",
    { lb1: { instance: "use_vmac" }, lb2: { instance: "use_vmac" } },
    [of("lb1", "power-off")],
    {},
  ),
  cluster(
    "the higher address wins between equals, once more",
    {
      lb1: { priority: 100, addresses: [{ interface: "eth0", address: "192.0.2.9", prefix: 24 }] },
      lb2: { priority: 100, delay: 2500, addresses: [{ interface: "eth0", address: "192.0.2.4", prefix: 24 }] },
    },
    [of("lb2", "detach", "eth0"), of("lb2", "attach", "eth0")],
    {},
  ),
  cluster(
    "the first of several addresses of an interface counts between equals",
    {
      lb1: {
        priority: 100,
        addresses: [
          { interface: "eth0", address: "192.0.2.3", prefix: 24 },
          { interface: "eth0", address: "192.0.2.99", prefix: 24 },
        ],
      },
      lb2: { priority: 100, delay: 2500, addresses: [{ interface: "eth0", address: "192.0.2.4", prefix: 24 }] },
    },
    [of("lb2", "detach", "eth0"), of("lb2", "attach", "eth0")],
    {},
  ),
  cluster(
    "a source that is written counts between equals",
    {
      lb1: {
        priority: 100,
        instance: "mcast_src_ip 192.0.2.99",
        addresses: [
          { interface: "eth0", address: "192.0.2.3", prefix: 24 },
          { interface: "eth0", address: "192.0.2.99", prefix: 24 },
        ],
      },
      lb2: { priority: 100, delay: 2500, addresses: [{ interface: "eth0", address: "192.0.2.4", prefix: 24 }] },
    },
    [of("lb2", "detach", "eth0"), of("lb2", "attach", "eth0")],
    {},
  ),
  cluster(
    "equal priorities, and power",
    { lb1: { priority: 100 }, lb2: { priority: 100, ...late } },
    [of("lb1", "power-off"), of("lb1", "power-on")],
    {},
  ),
  cluster("equal priorities, and a link", { lb1: { priority: 100 }, lb2: { priority: 100, ...late } }, flap, {}),
  cluster("a backup reads a higher priority", { lb1: {}, lb2: rereads({}, { priority: 200 }) }, [reload("lb2")], {}),
  cluster(
    "a backup reads a lower priority, and the MASTER goes",
    { lb1: {}, lb2: rereads({}, { priority: 20 }) },
    [reload("lb2"), of("lb1", "power-off")],
    {},
  ),
  cluster(
    "the MASTER reads a higher priority",
    { lb1: rereads({}, { priority: 200 }), lb2: {} },
    [reload(), of("lb1", "power-off")],
    {},
  ),
  cluster("the MASTER reads an equal priority", { lb1: rereads({}, { priority: 100 }), lb2: {} }, [reload()], {}),
  cluster(
    "the MASTER reads one more address",
    {
      lb1: rereads({}, { virtual: ["192.0.2.10/24", "192.0.2.11/24"] }),
      lb2: rereads({}, { virtual: ["192.0.2.10/24", "192.0.2.11/24"] }, 100),
    },
    [reload(), reload("lb2")],
    {},
  ),
  cluster(
    "the BACKUP reads one more address first",
    {
      lb1: rereads({}, { virtual: ["192.0.2.10/24", "192.0.2.11/24"] }),
      lb2: rereads({}, { virtual: ["192.0.2.10/24", "192.0.2.11/24"] }, 100),
    },
    [reload("lb2"), reload()],
    {},
  ),
  cluster(
    "the MASTER reads one address less",
    {
      lb1: rereads({ virtual: ["192.0.2.10/24", "192.0.2.11/24"] }, {}),
      lb2: rereads({ virtual: ["192.0.2.10/24", "192.0.2.11/24"] }, {}, 100),
    },
    [reload(), reload("lb2")],
    {},
  ),
  cluster(
    "the MASTER reads another excluded address",
    { lb1: rereads({}, { instance: "virtual_ipaddress_excluded {\n    192.0.2.11/24\n  }" }), lb2: {} },
    [reload(), of("lb1", "power-off")],
    {},
  ),
  cluster(
    "the MASTER reads another interval",
    { lb1: rereads({}, { instance: "advert_int 0.4" }), lb2: {} },
    [reload(), of("lb1", "power-off")],
    {},
  ),
  cluster(
    "the BACKUP reads another interval",
    { lb1: {}, lb2: rereads({}, { instance: "advert_int 0.4" }, 100) },
    [reload("lb2"), of("lb1", "power-off")],
    {},
  ),
  cluster(
    "the MASTER reads another router id",
    { lb1: rereads({}, { instance: "virtual_router_id 60" }), lb2: {} },
    [reload()],
    {},
  ),
  cluster(
    "the MASTER reads a check that is well",
    { lb1: rereads({}, { blocks: check, instance: checked }), lb2: {} },
    [reload()],
    {},
  ),
  cluster(
    "the MASTER reads a check with a weight",
    {
      lb1: rereads({}, { blocks: check.replace("interval 1", "interval 1\n  weight 20"), instance: checked }),
      lb2: {},
    },
    [reload()],
    {},
  ),
  cluster(
    "the MASTER reads the same again, with a check",
    { lb1: rereads({ blocks: check, instance: checked }, { blocks: check, instance: checked }), lb2: {} },
    [reload(), of("lb1", "power-off")],
    {},
  ),
  cluster(
    "the BACKUP reads the same again",
    { lb1: {}, lb2: rereads({}, {}, 100) },
    [reload("lb2"), of("lb1", "power-off")],
    {},
  ),
  cluster(
    "the MASTER reads nopreempt",
    { lb1: rereads({}, { instance: "nopreempt" }), lb2: {} },
    [reload(), ...restart],
    {},
  ),
  cluster(
    "the MASTER reads one more instance",
    { lb1: rereads({}, { blocks: second(150) }), lb2: rereads({}, { blocks: second(100) }, 100) },
    [reload(), reload("lb2"), of("lb1", "power-off")],
    {},
  ),
  cluster(
    "the MASTER reads one instance less",
    { lb1: rereads({ blocks: second(150) }, {}), lb2: { blocks: second(100) } },
    [reload(), of("lb1", "power-off")],
    {},
  ),
  cluster(
    "a host that is in FAULT reads its file again",
    { lb1: rereads({}, {}), lb2: {} },
    [of("lb1", "link-down", "eth0"), reload(), of("lb1", "link-up", "eth0")],
    {},
  ),
  cluster(
    "the version changes on one after the other",
    {
      lb1: rereads({ instance: "advert_int 1" }, { global: "vrrp_version 2", instance: "advert_int 1" }),
      lb2: rereads({ instance: "advert_int 1" }, { global: "vrrp_version 2", instance: "advert_int 1" }, 100),
    },
    [reload(), reload("lb2")],
    {},
  ),
];
