/** Adverts from host to host. */
import { cluster, type HostText, type JudgedScenario } from "./cluster.ts";

function unicast(own: number, ...peers: readonly number[]): HostText {
  const list = peers.map((peer) => `192.0.2.${peer}`).join("\n    ");
  return { instance: `unicast_src_ip 192.0.2.${own}\nunicast_peer {\n    ${list}\n  }` };
}

export const unicasts: readonly JudgedScenario[] = [
  cluster("unicast", { lb1: unicast(1, 2), lb2: unicast(2, 1) }, [{ node: "lb1", kind: "power-off" }], ["lb1", "lb2"]),
  cluster(
    "unicast without an address of one's own",
    {
      lb1: { instance: "unicast_peer {\n    192.0.2.2\n  }" },
      lb2: { instance: "unicast_peer {\n    192.0.2.1\n  }" },
    },
    [{ node: "lb1", kind: "power-off" }],
    ["lb1", "lb2"],
  ),
  cluster("the master writes to another host", { lb1: unicast(1, 3), lb2: unicast(2, 1) }, [], ["lb1 and lb2"]),
  cluster("the backup writes to another host, unnoticed", { lb1: unicast(1, 2), lb2: unicast(2, 3) }, [], ["lb1"]),
  cluster("one uses unicast and the other multicast", { lb1: unicast(1, 2), lb2: {} }, [], ["lb1 and lb2"]),
  {
    ...cluster(
      "a source address that the host does not have",
      {
        lb1: { ...unicast(1, 2), addresses: [{ interface: "eth0", address: "192.0.2.5", prefix: 24 }] },
        lb2: unicast(2, 1),
      },
      [],
      ["lb2"],
    ),
    states: { lb1: "FAULT", lb2: "MASTER" },
  },
];
