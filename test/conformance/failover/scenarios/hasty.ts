/** Troubles that come one upon the other, before anything has settled; and files that are rarely seen. */
import type { EventKind } from "../scenario.ts";
import { cluster, type HostText, type JudgedScenario } from "./cluster.ts";

type Moment = readonly [at: number, node: string, kind: EventKind, argument?: string];

const pair: Readonly<Record<string, HostText>> = { lb1: {}, lb2: {} };
const three: Readonly<Record<string, HostText>> = { lb1: {}, lb2: {}, lb3: { priority: 50 } };
const script = (weight: string) => `vrrp_script alive {\n  script "/bin/true"\n  interval 1\n  ${weight}\n}`;
const checked = "track_script {\n    alive\n  }";

/** Events at fixed times, in milliseconds; by the second second all have started. */
function hasty(
  name: string,
  hosts: Readonly<Record<string, HostText | string>>,
  ...moments: readonly Moment[]
): JudgedScenario {
  const events = moments.map(([at, node, kind, argument]) => ({
    at,
    node,
    kind,
    ...(argument === undefined ? {} : { argument }),
  }));
  return { ...cluster(name, hosts, [], {}), events };
}

const ah = (word: string): HostText => ({
  global: "vrrp_version 2",
  instance: `advert_int 1\nauthentication {\n    auth_type AH\n    auth_pass ${word}\n  }`,
});
const bare = (priority: number) => `vrrp_instance web {
  virtual_router_id 51
  priority ${priority}
  version 3
  advert_int 0.2
  virtual_ipaddress {
    192.0.2.10/24
  }
}
`;
const sixth = (priority: number) => `vrrp_instance six {
  interface eth0
  virtual_router_id 51
  priority ${priority}
  advert_int 0.2
  virtual_ipaddress {
    fe80::10/64
  }
}`;

export const hastes: readonly JudgedScenario[] = [
  hasty("the BACKUP goes before it takes over", three, [2500, "lb1", "power-off"], [2800, "lb2", "power-off"]),
  hasty("the MASTER stands still for a moment", pair, [2500, "lb1", "freeze"], [2800, "lb1", "thaw"]),
  hasty("the BACKUP stands still for a moment", pair, [2500, "lb2", "freeze"], [3600, "lb2", "thaw"]),
  hasty("the network parts for a moment", pair, [2500, "lb1", "detach", "eth0"], [2800, "lb1", "attach", "eth0"]),
  hasty(
    "the network parts again and again",
    pair,
    [2500, "lb1", "detach", "eth0"],
    [3700, "lb1", "attach", "eth0"],
    [4700, "lb2", "detach", "eth0"],
    [5900, "lb2", "attach", "eth0"],
  ),
  hasty(
    "a check fails and works again between its runs",
    { lb1: { blocks: script("interval 3"), instance: checked }, lb2: {} },
    [3300, "lb1", "script-fail", "alive"],
    [4200, "lb1", "script-ok", "alive"],
  ),
  hasty(
    "a check works again before the BACKUP takes over",
    { lb1: { blocks: script("weight -60"), instance: checked }, lb2: { instance: "down_timer_adverts 20" } },
    [2500, "lb1", "script-fail", "alive"],
    [3500, "lb1", "script-ok", "alive"],
  ),
  hasty(
    "a start just after the power failed elsewhere",
    { lb1: {}, lb2: { delay: 1000 } },
    [2600, "lb2", "power-off"],
    [3000, "lb1", "power-off"],
    [3600, "lb2", "power-on"],
  ),
  hasty("a stop of both at one time", pair, [2500, "lb1", "stop"], [2500, "lb2", "stop"]),
  hasty(
    "a stop while the other one starts",
    pair,
    [2500, "lb2", "stop"],
    [4500, "lb2", "start"],
    [4600, "lb1", "stop"],
  ),
  hasty(
    "a deaf BACKUP takes over and hears again at once",
    pair,
    [2500, "lb2", "drop-vrrp", "in"],
    [3600, "lb2", "allow-vrrp"],
  ),
  hasty("a mute MASTER for a moment", pair, [2500, "lb1", "drop-vrrp", "out"], [2900, "lb1", "allow-vrrp"]),
  hasty(
    "both hosts cut off, and one back",
    three,
    [2500, "lb1", "detach", "eth0"],
    [2600, "lb2", "detach", "eth0"],
    [4500, "lb2", "attach", "eth0"],
    [6000, "lb1", "attach", "eth0"],
  ),
  hasty(
    "a crash while the BACKUP stands still",
    pair,
    [2500, "lb2", "freeze"],
    [2700, "lb1", "crash"],
    [4500, "lb2", "thaw"],
    [6000, "lb1", "start"],
  ),
  hasty(
    "the link of the MASTER while the BACKUP is deaf",
    pair,
    [2500, "lb2", "drop-vrrp", "in"],
    [4000, "lb1", "link-down", "eth0"],
    [5000, "lb2", "allow-vrrp"],
    [6000, "lb1", "link-up", "eth0"],
  ),
  hasty(
    "version 2 and a moment's silence",
    {
      lb1: { global: "vrrp_version 2", instance: "advert_int 1" },
      lb2: { global: "vrrp_version 2", instance: "advert_int 1" },
    },
    [6000, "lb1", "detach", "eth0"],
    [8000, "lb1", "attach", "eth0"],
  ),

  cluster(
    "AH in version 2",
    { lb1: ah("harbour"), lb2: ah("harbour") },
    [
      { node: "lb1", kind: "power-off" },
      { node: "lb1", kind: "power-on" },
    ],
    {},
  ),
  cluster(
    "AH on one side only",
    { lb1: ah("harbour"), lb2: { global: "vrrp_version 2", instance: "advert_int 1" } },
    [],
    {},
  ),
  cluster("AH with other words", { lb1: ah("harbour"), lb2: ah("haven") }, [], {}),
  cluster(
    "no interface is named",
    { lb1: bare(150), lb2: bare(100) },
    [{ node: "lb1", kind: "link-down", argument: "eth0" }],
    {},
  ),
  cluster(
    "one id for both families",
    { lb1: { blocks: sixth(50) }, lb2: { blocks: sixth(100) } },
    [{ node: "lb1", kind: "power-off" }],
    {},
  ),
  cluster(
    "version 2 is asked of an IPv6 service",
    { lb1: { global: "vrrp_version 2", virtual: ["fe80::10/64"] }, lb2: { virtual: ["fe80::10/64"] } },
    [{ node: "lb1", kind: "power-off" }],
    {},
  ),
  cluster(
    "addresses are compared in the first advert only",
    {
      lb1: { instance: "skip_check_adv_addr" },
      lb2: { instance: "skip_check_adv_addr", virtual: ["192.0.2.10/24", "192.0.2.11/24"] },
    },
    [],
    {},
  ),
  cluster(
    "a multicast group of their own",
    { lb1: { instance: "mcast_dst_ip 224.0.0.77" }, lb2: { global: "vrrp_mcast_group4 224.0.0.77" } },
    [{ node: "lb1", kind: "stop" }],
    {},
  ),
  cluster(
    "between equals with IPv6 the higher link-local address wins",
    {
      lb1: { priority: 100, virtual: ["fe80::10/64"] },
      lb2: { priority: 100, virtual: ["fe80::10/64"], delay: 1200 },
    },
    [
      { node: "lb2", kind: "detach", argument: "eth0" },
      { node: "lb2", kind: "attach", argument: "eth0" },
    ],
    { "fe80::10": ["lb1", "lb1 and lb2", "lb2"] },
  ),
  {
    ...cluster(
      "nopreempt, and a start at one time",
      { lb1: { priority: 110, instance: "nopreempt" }, lb2: {} },
      [],
      {},
    ),
    race: "a few milliseconds decide who is first, and the first one keeps the address",
  },
  {
    ...cluster(
      "three of one priority that start together",
      { lb1: { priority: 100 }, lb2: { priority: 100 }, lb3: { priority: 100 } },
      [],
      {},
    ),
    race: "whose timer is first keeps the address",
  },
];
