/** Sync groups, several services, three hosts, and one trouble on top of another. */
import type { LabAction } from "../scenario.ts";
import { cluster, type HostText, type JudgedScenario } from "./cluster.ts";

const of = (node: string, kind: LabAction["kind"], argument?: string): LabAction =>
  argument === undefined ? { node, kind } : { node, kind, argument };

const check = 'vrrp_script alive {\n  script "/bin/true"\n  interval 1\n  WEIGHT\n}';
const checked = "track_script {\n    alive\n  }";

interface Inner {
  readonly priority: number;
  readonly lines?: string;
  readonly group?: string;
  readonly outer?: string;
  readonly blocks?: string;
  readonly third?: boolean;
  readonly delay?: number;
}

/** A service inside, on eth1, in a group with the one outside. */
function grouped({ priority, lines = "", group = "", outer = "", blocks = "", third = false, delay }: Inner): HostText {
  const instance = (name: string, id: number, on: string, address: string) => `vrrp_instance ${name} {
  interface ${on}
  virtual_router_id ${id}
  priority ${priority}
  advert_int 0.2
  ${lines}
  virtual_ipaddress {
    ${address}
  }
}`;
  return {
    blocks: `${blocks}
vrrp_sync_group all {
  group {
    web
    inside
    ${third ? "back" : ""}
  }
  ${group}
}
${instance("inside", 52, "eth1", "10.20.0.10/24")}
${third ? instance("back", 53, "eth2", "10.30.0.10/24") : ""}`,
    priority,
    instance: outer,
    ...(delay === undefined ? {} : { delay }),
  };
}

const pair = (more: Omit<Inner, "priority"> = {}, other: Omit<Inner, "priority"> = {}) => ({
  lb1: grouped({ priority: 150, ...more }),
  lb2: grouped({ priority: 100, ...other }),
});
const script = (weight: string) => check.replace("WEIGHT", weight);
const flap = (name: string) => [of("lb1", "script-fail", name), of("lb1", "script-ok", name)];
const link = (name: string, node = "lb1") => [of(node, "link-down", name), of(node, "link-up", name)];
const late = { delay: 1500 };
const single = (id: number, priority: number, address: string, on = "eth0", name = "mail") => `vrrp_instance ${name} {
  interface ${on}
  virtual_router_id ${id}
  priority ${priority}
  advert_int 0.2
  virtual_ipaddress {
    ${address}
  }
}`;

export const more: readonly JudgedScenario[] = [
  cluster("a group, and power", pair(), [of("lb1", "power-off"), of("lb1", "power-on")], {}),
  cluster("a group, and a stop", pair(), [of("lb1", "stop"), of("lb1", "start")], {}),
  cluster("a group, and a crash", pair(), [of("lb1", "crash"), of("lb1", "start")], {}),
  cluster("a group, and the link outside", pair(), link("eth0"), {}),
  cluster("a group of the BACKUP, and its link", pair(), link("eth1", "lb2"), {}),
  cluster(
    "a group, one of whose networks parts",
    pair(),
    [of("lb1", "detach", "eth1"), of("lb1", "attach", "eth1")],
    {},
  ),
  cluster("a group that stands still", pair(), [of("lb1", "freeze"), of("lb1", "thaw")], {}),
  cluster(
    "a group, and both links",
    pair(),
    [
      of("lb1", "link-down", "eth0"),
      of("lb1", "link-down", "eth1"),
      of("lb1", "link-up", "eth0"),
      of("lb1", "link-up", "eth1"),
    ],
    {},
  ),
  cluster("a group of three", pair({ third: true }, { third: true }), link("eth2"), {}),
  cluster(
    "a group of three, and power",
    pair({ third: true }, { third: true }),
    [of("lb1", "power-off"), of("lb1", "power-on")],
    {},
  ),
  cluster("a group with a check of one member", pair({ blocks: script(""), outer: checked }), flap("alive"), {}),
  cluster("a group with a check of its own", pair({ blocks: script(""), group: checked }), flap("alive"), {}),
  cluster(
    "a group with a weighted check of its own",
    pair({ blocks: script("weight -60"), group: checked }),
    flap("alive"),
    {},
  ),
  cluster(
    "a group with a weighted check of a member",
    pair({ blocks: script("weight -60"), outer: checked }),
    flap("alive"),
    {},
  ),
  cluster(
    "a group that keeps weights",
    pair({ blocks: script("weight -60"), group: `sync_group_tracking_weight\n  ${checked}` }),
    flap("alive"),
    {},
  ),
  cluster("a group that tracks an interface", pair({ group: "track_interface {\n    eth5\n  }" }), link("eth5"), {}),
  cluster(
    "a group that tracks an interface with a weight",
    pair({ group: "track_interface {\n    eth5 weight -60\n  }" }),
    link("eth5"),
    {},
  ),
  cluster(
    "a group with nopreempt",
    pair({ lines: "nopreempt", outer: "nopreempt" }, late),
    [of("lb1", "stop"), of("lb1", "start")],
    {},
  ),
  cluster(
    "a group with nopreempt, and a link",
    pair({ lines: "nopreempt", outer: "nopreempt" }, late),
    link("eth1"),
    {},
  ),
  {
    ...cluster(
      "a group with a delay before preemption",
      pair({ lines: "preempt_delay 1", outer: "preempt_delay 1" }, late),
      link("eth1"),
      {},
    ),
    untimed: "the delay begins with the first lower advert, up to an interval after the start",
  },
  cluster(
    "a group of owners",
    { lb1: grouped({ priority: 255 }), lb2: grouped({ priority: 100 }) },
    [of("lb1", "stop"), of("lb1", "start")],
    {},
  ),
  cluster(
    "a group whose check fails before the start",
    pair({ blocks: script(""), outer: checked }),
    [of("lb1", "stop"), of("lb1", "script-fail", "alive"), of("lb1", "start"), of("lb1", "script-ok", "alive")],
    {},
  ),
  cluster(
    "a group with a link that is down before the start",
    pair(),
    [of("lb1", "stop"), of("lb1", "link-down", "eth1"), of("lb1", "start"), of("lb1", "link-up", "eth1")],
    {},
  ),
  cluster(
    "a group on one host only",
    { lb1: grouped({ priority: 150 }), lb2: { blocks: single(52, 100, "10.20.0.10/24", "eth1", "inside") } },
    link("eth1"),
    {},
  ),
  cluster("a group on both, started late", pair(late), [], {}),
  {
    ...cluster(
      "a group whose members lead on different hosts",
      { lb1: { ...grouped({ priority: 150 }), priority: 50 }, lb2: { ...grouped({ priority: 100 }), priority: 100 } },
      [],
      {},
    ),
    race: "each host leads one of the networks, and which of them gets both depends on who is first",
  },

  cluster(
    "two services, and power",
    { lb1: { blocks: single(52, 50, "192.0.2.20/24") }, lb2: { blocks: single(52, 100, "192.0.2.20/24") } },
    [of("lb1", "power-off"), of("lb1", "power-on"), of("lb2", "stop")],
    {},
  ),
  cluster(
    "two services on two networks, and a part of one",
    {
      lb1: { blocks: single(52, 150, "10.20.0.10/24", "eth1") },
      lb2: { blocks: single(52, 100, "10.20.0.10/24", "eth1") },
    },
    [of("lb1", "detach", "eth1"), of("lb1", "link-down", "eth0")],
    {},
  ),
  cluster(
    "two services of one id on two networks",
    {
      lb1: { blocks: single(51, 50, "10.20.0.10/24", "eth1") },
      lb2: { blocks: single(51, 100, "10.20.0.10/24", "eth1") },
    },
    [of("lb1", "power-off")],
    {},
  ),
  cluster(
    "two clusters of one id in one network",
    {
      lb1: {},
      lb2: {},
      lb3: { virtual: ["192.0.2.77/24"], priority: 120 },
      lb4: { virtual: ["192.0.2.77/24"], priority: 80 },
    },
    [of("lb1", "power-off"), of("lb3", "power-off")],
    {},
  ),
  cluster(
    "excluded addresses move with the others",
    {
      lb1: { instance: "virtual_ipaddress_excluded {\n    192.0.2.30/24\n    2001:db8::30/64\n  }" },
      lb2: { instance: "virtual_ipaddress_excluded {\n    192.0.2.30/24\n    2001:db8::30/64\n  }" },
    },
    [of("lb1", "link-down", "eth0"), of("lb1", "link-up", "eth0")],
    {},
  ),

  cluster(
    "three hosts, and a network that splits off one",
    { lb1: {}, lb2: {}, lb3: { priority: 50 } },
    [of("lb1", "detach", "eth0"), of("lb1", "attach", "eth0")],
    {},
  ),
  cluster(
    "three hosts, the middle one goes first",
    { lb1: {}, lb2: {}, lb3: { priority: 50 } },
    [of("lb2", "power-off"), of("lb1", "power-off"), of("lb2", "power-on"), of("lb1", "power-on")],
    {},
  ),
  cluster(
    "three hosts of one priority, one after the other",
    { lb1: { priority: 100 }, lb2: { priority: 100, delay: 1500 }, lb3: { priority: 100, delay: 3000 } },
    [of("lb3", "stop"), of("lb2", "stop")],
    {},
  ),
  cluster(
    "three hosts, unicast",
    {
      lb1: { instance: "unicast_src_ip 192.0.2.1\nunicast_peer {\n    192.0.2.2\n    192.0.2.3\n  }" },
      lb2: { instance: "unicast_src_ip 192.0.2.2\nunicast_peer {\n    192.0.2.1\n    192.0.2.3\n  }" },
      lb3: { priority: 50, instance: "unicast_src_ip 192.0.2.3\nunicast_peer {\n    192.0.2.1\n    192.0.2.2\n  }" },
    },
    [of("lb1", "power-off"), of("lb2", "power-off"), of("lb1", "power-on")],
    {},
  ),
  cluster(
    "three hosts, unicast, of which one is a stranger to another",
    {
      lb1: { instance: "unicast_src_ip 192.0.2.1\nunicast_peer {\n    192.0.2.2\n  }" },
      lb2: { instance: "unicast_src_ip 192.0.2.2\nunicast_peer {\n    192.0.2.1\n    192.0.2.3\n  }" },
      lb3: { priority: 50, instance: "unicast_src_ip 192.0.2.3\nunicast_peer {\n    192.0.2.1\n    192.0.2.2\n  }" },
    },
    [of("lb1", "power-off"), of("lb1", "power-on")],
    {},
  ),
  cluster(
    "IPv6 unicast without a source of one's own",
    {
      lb1: {
        virtual: ["2001:db8::10/64"],
        instance: "unicast_peer {\n    2001:db8::2\n  }",
        addresses: [{ interface: "eth0", address: "2001:db8::1", prefix: 64 }],
      },
      lb2: {
        virtual: ["2001:db8::10/64"],
        instance: "unicast_peer {\n    2001:db8::1\n  }",
        addresses: [{ interface: "eth0", address: "2001:db8::2", prefix: 64 }],
      },
    },
    [],
    {},
  ),
  cluster(
    "two unicast services of one id",
    {
      lb1: {
        instance: "unicast_src_ip 192.0.2.1\nunicast_peer {\n    192.0.2.2\n  }",
        blocks: `vrrp_instance mail {
  interface eth0
  virtual_router_id 51
  priority 50
  advert_int 0.2
  unicast_src_ip 192.0.2.1
  unicast_peer {
    192.0.2.3
  }
  virtual_ipaddress {
    192.0.2.20/24
  }
}`,
      },
      lb2: { instance: "unicast_src_ip 192.0.2.2\nunicast_peer {\n    192.0.2.1\n  }" },
      lb3: { virtual: ["192.0.2.20/24"], instance: "unicast_src_ip 192.0.2.3\nunicast_peer {\n    192.0.2.1\n  }" },
    },
    [of("lb3", "power-off"), of("lb1", "power-off")],
    {},
  ),
  cluster(
    "a stranger among checked peers",
    {
      lb1: { instance: "unicast_src_ip 192.0.2.1\nunicast_peer {\n    192.0.2.2\n  }" },
      lb2: { instance: "check_unicast_src\nunicast_src_ip 192.0.2.2\nunicast_peer {\n    192.0.2.9\n  }" },
    },
    [],
    {},
  ),
  cluster(
    "the MASTER goes while the next one is deaf",
    { lb1: {}, lb2: {}, lb3: { priority: 50 } },
    [of("lb2", "drop-vrrp", "in"), of("lb1", "power-off"), of("lb2", "allow-vrrp")],
    {},
  ),
  cluster(
    "the next one goes while the MASTER stands still",
    { lb1: {}, lb2: {}, lb3: { priority: 50 } },
    [of("lb1", "freeze"), of("lb2", "power-off"), of("lb1", "thaw")],
    {},
  ),
  cluster(
    "a crash, then power off and on",
    { lb1: {}, lb2: {} },
    [of("lb1", "crash"), of("lb1", "power-off"), of("lb1", "power-on")],
    {},
  ),
  cluster(
    "a crash of both, and a start of both",
    { lb1: {}, lb2: {} },
    [of("lb1", "crash"), of("lb2", "crash"), of("lb2", "start"), of("lb1", "start")],
    {},
  ),
  cluster(
    "a crash of the BACKUP",
    { lb1: {}, lb2: {} },
    [of("lb2", "crash"), of("lb1", "power-off"), of("lb2", "start")],
    {},
  ),
  cluster(
    "a stop while it stands still",
    { lb1: {}, lb2: {} },
    [of("lb1", "freeze"), of("lb1", "stop"), of("lb1", "thaw")],
    {},
  ),
  cluster(
    "both stand still, and go on one after the other",
    { lb1: {}, lb2: {} },
    [of("lb1", "freeze"), of("lb2", "freeze"), of("lb2", "thaw"), of("lb1", "thaw")],
    {},
  ),
  cluster(
    "the BACKUP goes on before it would have taken over",
    { lb1: {}, lb2: {} },
    [of("lb2", "freeze"), of("lb1", "power-off"), of("lb2", "thaw")],
    {},
  ),
  cluster(
    "the link of the BACKUP is down when the MASTER goes",
    { lb1: {}, lb2: {} },
    [of("lb2", "link-down", "eth0"), of("lb1", "power-off"), of("lb2", "link-up", "eth0")],
    {},
  ),
  cluster(
    "a network that parts while the link is down",
    { lb1: {}, lb2: {} },
    [
      of("lb1", "detach", "eth0"),
      of("lb1", "link-down", "eth0"),
      of("lb1", "attach", "eth0"),
      of("lb1", "link-up", "eth0"),
    ],
    {},
  ),
  cluster(
    "a deaf and mute MASTER",
    { lb1: {}, lb2: {} },
    [of("lb1", "drop-vrrp", "out"), of("lb1", "drop-vrrp", "in"), of("lb1", "allow-vrrp")].filter(
      (_, index) => index !== 1,
    ),
    {},
  ),
  cluster(
    "a stop of both, and a start in the other order",
    { lb1: {}, lb2: {} },
    [of("lb1", "stop"), of("lb2", "stop"), of("lb2", "start"), of("lb1", "start")],
    {},
  ),
  cluster(
    "everything at once: a check, a link and a stop",
    { lb1: { blocks: script("weight -60"), instance: checked }, lb2: {}, lb3: { priority: 50 } },
    [
      of("lb1", "script-fail", "alive"),
      of("lb2", "link-down", "eth0"),
      of("lb1", "stop"),
      of("lb2", "link-up", "eth0"),
      of("lb1", "start"),
    ],
    {},
  ),
  cluster(
    "intervals that differ, and the slower one leads",
    { lb1: { instance: "advert_int 0.6" }, lb2: {} },
    [of("lb1", "power-off"), of("lb1", "power-on")],
    {},
  ),
  cluster(
    "intervals that differ, and the faster one leads",
    { lb1: {}, lb2: { instance: "advert_int 0.6" } },
    [of("lb1", "power-off"), of("lb1", "power-on")],
    {},
  ),
  {
    ...cluster("equal priorities that start together", { lb1: { priority: 100 }, lb2: { priority: 100 } }, [], {}),
    race: "whose timer is first keeps the address",
  },
  {
    ...cluster("two owners", { lb1: { priority: 255 }, lb2: { priority: 255 } }, [], {}),
    race: "whose advert is first makes the other one step back",
  },
];
