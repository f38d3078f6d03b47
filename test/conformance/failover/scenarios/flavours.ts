/** Everything that may happen to a host, in every way in which adverts travel. The engine says what comes of it. */
import type { LabAction } from "../scenario.ts";
import { cluster, type HostText, type JudgedScenario } from "./cluster.ts";

type Pair = readonly [HostText, HostText];

const unicast = (own: string, peer: string): HostText => ({
  instance: `unicast_src_ip ${own}\nunicast_peer {\n    ${peer}\n  }`,
});
const six = ["2001:db8::10/64"];
const local = ["fe80::10/64"];
const second: HostText = { global: "vrrp_version 2", instance: "advert_int 1" };

const fast: Readonly<Record<string, Pair>> = {
  multicast: [{}, {}],
  unicast: [unicast("192.0.2.1", "192.0.2.2"), unicast("192.0.2.2", "192.0.2.1")],
  "IPv6 multicast": [{ virtual: local }, { virtual: local }],
  "IPv6 unicast": [
    { ...unicast("2001:db8::1", "2001:db8::2"), virtual: six },
    { ...unicast("2001:db8::2", "2001:db8::1"), virtual: six },
  ],
};
const slow: Readonly<Record<string, Pair>> = {
  "version 2": [second, second],
  "version 2 with a password": [
    { ...second, instance: "advert_int 1\nauthentication {\n    auth_type PASS\n    auth_pass harbour\n  }" },
    { ...second, instance: "advert_int 1\nauthentication {\n    auth_type PASS\n    auth_pass harbour\n  }" },
  ],
  "version 2, unicast": [
    { ...second, instance: `advert_int 1\n${unicast("192.0.2.1", "192.0.2.2").instance}` },
    { ...second, instance: `advert_int 1\n${unicast("192.0.2.2", "192.0.2.1").instance}` },
  ],
};

const of = (node: string, kind: LabAction["kind"], argument?: string): LabAction =>
  argument === undefined ? { node, kind } : { node, kind, argument };

const troubles: Readonly<Record<string, readonly LabAction[]>> = {
  "power comes and goes": [of("lb1", "power-off"), of("lb1", "power-on")],
  "the daemon stops and starts": [of("lb1", "stop"), of("lb1", "start")],
  "a crash and a start": [of("lb1", "crash"), of("lb1", "start")],
  "the MASTER stands still": [of("lb1", "freeze"), of("lb1", "thaw")],
  "the BACKUP stands still": [of("lb2", "freeze"), of("lb2", "thaw")],
  "the link of the MASTER": [of("lb1", "link-down", "eth0"), of("lb1", "link-up", "eth0")],
  "the link of the BACKUP": [of("lb2", "link-down", "eth0"), of("lb2", "link-up", "eth0")],
  "the network parts": [of("lb1", "detach", "eth0"), of("lb1", "attach", "eth0")],
  "the BACKUP is cut off": [of("lb2", "detach", "eth0"), of("lb2", "attach", "eth0")],
  "a deaf BACKUP": [of("lb2", "drop-vrrp", "in"), of("lb2", "allow-vrrp")],
  "a mute MASTER": [of("lb1", "drop-vrrp", "out"), of("lb1", "allow-vrrp")],
  "a mute BACKUP": [of("lb2", "drop-vrrp", "out"), of("lb2", "allow-vrrp")],
  "a deaf MASTER": [of("lb1", "drop-vrrp", "in"), of("lb1", "allow-vrrp")],
};
/** With a second between adverts, only what tells the versions apart. */
const few = ["power comes and goes", "the daemon stops and starts", "the network parts"];

export const flavours: readonly JudgedScenario[] = [
  ...Object.entries(slow).flatMap(([way, pair]) =>
    Object.entries(troubles)
      .filter(([what]) => few.includes(what))
      .map(([what, events]) => playing(way, pair, what, events)),
  ),
  ...Object.entries(fast).flatMap(([way, pair]) =>
    Object.entries(troubles).map(([what, events]) => playing(way, pair, what, events)),
  ),
];

function playing(way: string, [lb1, lb2]: Pair, what: string, events: readonly LabAction[]): JudgedScenario {
  return cluster(`${way}: ${what}`, { lb1, lb2 }, events, {});
}
