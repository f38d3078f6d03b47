/** Examples as rules have them, true and false, by which one sees that claims are judged. */
import type { Claim } from "../claims.ts";
import { address, fileOf } from "./cluster.ts";

export interface JudgedClaim {
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
  readonly claim: Claim;
  /** Whether it is true of the files. */
  readonly holds: boolean;
}

const path = "etc/keepalived/keepalived.conf";

function pair(first: string, second: string): ReadonlyMap<string, string> {
  return new Map([
    [`lb1/${path}`, first],
    ["lb1/etc/haproxy/haproxy.cfg", "defaults\n  mode http\n"],
    [`lb2/${path}`, second],
    ["web/etc/haproxy/haproxy.cfg", "defaults\n  mode http\n"],
  ]);
}

const script = `vrrp_script alive {
  script "/usr/bin/pgrep haproxy"
  interval 1
  weight WEIGHT
  fall 1
}`;
const tracked = (weight: number) => {
  const instance = "track_script {\n    alive\n  }";
  return fileOf({ blocks: script.replace("WEIGHT", String(weight)), instance }, 150);
};
/** As people write it: version 2, one advert a second. */
const plain = (id: number, priority: number) => `vrrp_instance VI_1 {
  state BACKUP
  interface ens18
  virtual_router_id ${id}
  priority ${priority}
  virtual_ipaddress {
    ${address}
  }
}
`;

const split: Claim = { kind: "two-masters", address };
const stuck: Claim = { kind: "no-failover", address, event: { node: "lb1", kind: "script-fail", argument: "alive" } };

export const claims: readonly JudgedClaim[] = [
  { name: "router ids that differ", files: pair(plain(51, 150), plain(52, 100)), claim: split, holds: true },
  { name: "router ids that agree", files: pair(plain(51, 150), plain(51, 100)), claim: split, holds: false },
  { name: "a weight too small", files: pair(tracked(-20), fileOf({}, 100)), claim: stuck, holds: true },
  { name: "a weight large enough", files: pair(tracked(-60), fileOf({}, 100)), claim: stuck, holds: false },
];
