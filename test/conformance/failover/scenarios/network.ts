/** Links, switches and firewalls between hosts that agree. */
import { cluster, type JudgedScenario } from "./cluster.ts";

const pair = { lb1: {}, lb2: {} };

export const network: readonly JudgedScenario[] = [
  cluster(
    "a link goes down and comes up",
    pair,
    [
      { node: "lb1", kind: "link-down", argument: "eth0" },
      { node: "lb1", kind: "link-up", argument: "eth0" },
    ],
    ["lb1", "lb2", "lb1"],
  ),
  cluster(
    "a link that is not tracked goes down",
    { lb1: { instance: "dont_track_primary" }, lb2: {} },
    [{ node: "lb1", kind: "link-down", argument: "eth0" }],
    ["lb1", "lb1 and lb2"],
  ),
  cluster(
    "the network parts and heals",
    pair,
    [
      { node: "lb1", kind: "detach", argument: "eth0" },
      { node: "lb1", kind: "attach", argument: "eth0" },
    ],
    ["lb1", "lb1 and lb2", "lb1"],
  ),
  cluster(
    "of equal priorities the higher address wins when the network heals",
    {
      lb1: { priority: 100, addresses: [{ interface: "eth0", address: "192.0.2.3", prefix: 24 }] },
      lb2: { priority: 100, delay: 3000, addresses: [{ interface: "eth0", address: "192.0.2.4", prefix: 24 }] },
    },
    [
      { node: "lb2", kind: "detach", argument: "eth0" },
      { node: "lb2", kind: "attach", argument: "eth0" },
    ],
    ["lb1", "lb1 and lb2", "lb2"],
  ),
  cluster(
    "a firewall makes the backup deaf, and lets it hear again",
    pair,
    [
      { node: "lb2", kind: "drop-vrrp", argument: "in" },
      { node: "lb2", kind: "allow-vrrp" },
    ],
    ["lb1", "lb1 and lb2", "lb1"],
  ),
  cluster(
    "a firewall makes the master mute",
    pair,
    [{ node: "lb1", kind: "drop-vrrp", argument: "out" }],
    ["lb1", "lb1 and lb2"],
  ),
  cluster("a deaf master stays", pair, [{ node: "lb1", kind: "drop-vrrp", argument: "in" }], ["lb1", "lb1"]),
  cluster(
    "interfaces of different names in one network",
    { lb1: { instance: "interface ens33" }, lb2: { instance: "interface bond0" } },
    [{ node: "lb1", kind: "link-down", argument: "ens33" }],
    ["lb1", "lb2"],
  ),
  cluster(
    "an IPv6 address",
    { lb1: { virtual: ["fe80::10", "2001:db8::10/64"] }, lb2: { virtual: ["fe80::10", "2001:db8:0::0:10/64"] } },
    [{ node: "lb1", kind: "power-off" }],
    { "2001:db8::10": ["lb1", "lb2"], "fe80::10": ["lb1", "lb2"] },
  ),
];
