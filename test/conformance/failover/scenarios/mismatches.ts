/** Files that do not agree: what makes two masters of them, and what does not. */
import { address, cluster, type HostText, type JudgedScenario } from "./cluster.ts";

const two = ["lb1 and lb2"];
const old = "vrrp_version 2";

function password(word: string): HostText {
  return { global: old, instance: `advert_int 1\nauthentication {\n    auth_type PASS\n    auth_pass ${word}\n  }` };
}

export const mismatches: readonly JudgedScenario[] = [
  cluster("router ids differ", { lb1: {}, lb2: { instance: "virtual_router_id 52" } }, [], two),
  cluster(
    "versions differ",
    { lb1: { instance: "advert_int 1" }, lb2: { global: old, instance: "advert_int 1" } },
    [],
    two,
  ),
  cluster("passwords differ", { lb1: password("harbour"), lb2: password("haven") }, [], two),
  cluster(
    "passwords differ behind the eighth character",
    { lb1: password("harbours1"), lb2: password("harbours2") },
    [],
    ["lb1"],
  ),
  cluster(
    "intervals differ in version 2",
    { lb1: { global: old, instance: "advert_int 1" }, lb2: { global: old, instance: "advert_int 2" } },
    [],
    two,
  ),
  cluster("intervals differ in version 3", { lb1: {}, lb2: { instance: "advert_int 0.4" } }, [], ["lb1"]),
  cluster("one more address on one host", { lb1: { virtual: [`${address}/24`, "192.0.2.11/24"] }, lb2: {} }, [], {
    [address]: two,
    "192.0.2.11": ["lb1"],
  }),
  cluster("other addresses", { lb1: {}, lb2: { virtual: ["192.0.2.11/24"] } }, [], {
    [address]: ["lb1"],
    "192.0.2.11": ["lb2"],
  }),
  cluster(
    "only the excluded addresses differ",
    { lb1: { instance: "virtual_ipaddress_excluded {\n    192.0.2.11/24\n  }" }, lb2: {} },
    [{ node: "lb1", kind: "power-off" }],
    { [address]: ["lb1", "lb2"], "192.0.2.11": ["lb1", "nobody"] },
  ),
  cluster(
    "a file that the daemon refuses",
    { lb1: { blocks: "vrrp_instance twin {\n interface eth0\n virtual_router_id 51\n advert_int 0.2\n}" }, lb2: {} },
    [{ node: "lb2", kind: "power-off" }],
    ["lb2", "nobody"],
  ),
];
