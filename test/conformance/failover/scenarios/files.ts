/** Files that are read again, included, or shared by hosts. */
import { cluster, fileOf, type JudgedScenario } from "./cluster.ts";

const next = "etc/keepalived/next.conf";
const reload = { node: "lb1", kind: "reload", argument: next } as const;

const shared = `global_defs {
  vrrp_version 3
}
include conf.d/*.conf
include /etc/keepalived/more/inside.conf
`;

function sharedBy(name: "lb1" | "lb2") {
  const priorities = "@lb1 priority 150\n  @^lb1 priority 100";
  const service = (title: string, id: number, address: string) => `vrrp_instance ${title} {
  interface eth0
  virtual_router_id ${id}
  ${priorities}
  advert_int 0.2
  virtual_ipaddress {
    ${address}/24
  }
}
`;
  return {
    name,
    main: "etc/keepalived/keepalived.conf",
    files: new Map([
      ["etc/keepalived/keepalived.conf", shared],
      ["etc/keepalived/conf.d/web.conf", service("web", 51, "192.0.2.10")],
      ["etc/keepalived/more/inside.conf", service("mail", 52, "192.0.2.11")],
      ["etc/haproxy/haproxy.cfg", "defaults\n  mode http\n"],
    ]),
    addresses: [],
  };
}

export const files: readonly JudgedScenario[] = [
  cluster(
    "a lower priority is read",
    { lb1: { files: { [next]: fileOf({}, 50) } }, lb2: {} },
    [reload],
    ["lb1", "lb2"],
  ),
  cluster(
    "a block that nothing closes is read",
    { lb1: { files: { [next]: fileOf({}, 150).replace(/\}\s*$/, "") } }, lb2: {} },
    [reload],
    ["lb1", "lb1"],
  ),
  cluster(
    "a file that the daemon refuses is read: it ends like a crash",
    {
      lb1: {
        files: { [next]: fileOf({ blocks: "vrrp_instance mail {\n  interface eth0\n  advert_int 0.2\n}" }, 150) },
      },
      lb2: {},
    },
    [reload],
    ["lb1", "lb1 and lb2"],
  ),
  {
    ...cluster("one set of files for both hosts", {}, [{ node: "lb1", kind: "stop" }], {
      "192.0.2.10": ["lb1", "lb2"],
      "192.0.2.11": ["lb1", "lb2"],
    }),
    nodes: [sharedBy("lb1"), sharedBy("lb2")],
    beyond: "names of hosts that only included files know make no hosts of the model",
  },
];
