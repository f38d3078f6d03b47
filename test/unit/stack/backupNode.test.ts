/** The file of the second node: what differs in it, where it goes, and that both are then one sane cluster. */
import assert from "node:assert/strict";
import { codesOf, type Files, offered, written } from "../../kit/companions.ts";

const unicast = `! Load balancer 1
global_defs {
    router_id lb1
    enable_script_security
    script_user root
}
vrrp_script chk_haproxy {
    script "/usr/bin/true"
    interval 2
    weight -20
}
vrrp_instance VI_1 { # the web site
    state MASTER
    interface eth0
    virtual_router_id 51
    priority 150
    advert_int 1
    unicast_src_ip 192.0.2.1
    unicast_peer {
        192.0.2.2
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
    track_script {
        chk_haproxy
    }
}
`;

const instance = (name: string, id: number, lines: string) => `vrrp_instance ${name} {
    interface eth0
    virtual_router_id ${id}
${lines}    virtual_ipaddress {
        192.0.2.${id}/24
    }
}
`;

const script = (weight: number) => `global_defs {
    enable_script_security
    script_user root
}
vrrp_script chk {
    script "/usr/bin/true"
    weight ${weight}
}
`;
const tracked = "    track_script {\n        chk\n    }\n";

/** Sane files of one node; where the partner's goes. */
const nodes: readonly (readonly [what: string, files: Files, target: string])[] = [
  ["unicast, with a script that has a weight", { "lb1/keepalived.conf": unicast }, "lb2/keepalived.conf"],
  [
    "multicast, below etc",
    { "lb1/etc/keepalived/keepalived.conf": instance("VI_1", 51, "    state MASTER\n    priority 101\n") },
    "lb2/etc/keepalived/keepalived.conf",
  ],
  [
    "a role in the name of the file",
    { "keepalived-master.conf": instance("VI_1", 51, "    state MASTER\n    priority 150\n") },
    "keepalived-backup.conf",
  ],
  ["no name of a node", { "keepalived.conf": instance("VI_1", 51, "    priority 100\n") }, "keepalived-backup.conf"],
  [
    "no name of a node, below etc",
    { "etc/keepalived/keepalived.conf": instance("VI_1", 51, "    state MASTER\n") },
    "etc/keepalived/keepalived-backup.conf",
  ],
  ["no priority", { "node-a/keepalived.conf": instance("VI_1", 51, "    state MASTER\n") }, "node-b/keepalived.conf"],
  [
    "a small weight",
    { "lb01/keepalived.conf": script(-3) + instance("VI_1", 51, `    priority 100\n${tracked}`) },
    "lb02/keepalived.conf",
  ],
  [
    "a positive weight that reaches the highest priority",
    { "lb1/keepalived.conf": script(40) + instance("VI_1", 51, `    priority 230\n${tracked}`) },
    "lb2/keepalived.conf",
  ],
  [
    "both begin as BACKUP, and the holder keeps the address",
    { "lb1/keepalived.conf": instance("VI_1", 51, "    state BACKUP\n    priority 100\n    nopreempt\n") },
    "lb2/keepalived.conf",
  ],
  [
    "each leads in one of two routers",
    {
      "lb1/keepalived.conf":
        instance("VI_1", 51, "    state MASTER\n    priority 150\n") +
        instance("VI_2", 52, "    state BACKUP\n    priority 100\n"),
    },
    "lb2/keepalived.conf",
  ],
  [
    "a source for multicast",
    { "lb1/keepalived.conf": instance("VI_1", 51, "    priority 150\n    mcast_src_ip 192.0.2.1\n") },
    "lb2/keepalived.conf",
  ],
  [
    "a password",
    {
      "lb1/keepalived.conf": instance(
        "VI_1",
        51,
        "    priority 150\n    authentication {\n        auth_type PASS\n        auth_pass secret\n    }\n",
      ),
    },
    "lb2/keepalived.conf",
  ],
];

const isGrave = ({ code, severity }: { code: string; severity: string }) =>
  severity === "error" || severity === "warning" || code.startsWith("stack/");

describe("create the backup node", () => {
  for (const [what, files, target] of nodes) {
    it(`contradicts nothing: ${what}`, () => {
      const [name = ""] = Object.keys(files);
      const after = written("backup", files, name);
      assert.deepEqual(Object.keys(after), [...Object.keys(files), target]);
      const before = codesOf(files, isGrave);
      const known = [...before, ...before.map((code) => code.replace(name, target))];
      assert.deepEqual(
        codesOf(after, isGrave).filter((code) => !known.includes(code)),
        [],
      );
    });
  }

  it("changes only what must differ", () => {
    const { "lb2/keepalived.conf": copy = "" } = written(
      "backup",
      { "lb1/keepalived.conf": unicast },
      "lb1/keepalived.conf",
    );
    const lines = unicast.split("\n");
    const changed = copy.split("\n").flatMap((line, at) => (line === lines[at] ? [] : [line.trim()]));
    assert.deepEqual(changed, [
      "router_id lb2",
      "state BACKUP",
      "priority 140",
      "unicast_src_ip 192.0.2.2",
      "192.0.2.1",
    ]);
  });

  it("lets the partner lead where this node is the backup", () => {
    const name = "lb1/keepalived.conf";
    const text =
      instance("VI_1", 51, "    state MASTER\n    priority 150\n") +
      instance("VI_2", 52, "    state BACKUP\n    priority 100\n");
    const { "lb2/keepalived.conf": copy = "" } = written("backup", { [name]: text }, name);
    assert.deepEqual(copy.match(/(?:state|priority) .*/g), [
      "state BACKUP",
      "priority 140",
      "state MASTER",
      "priority 110",
    ]);
  });

  it("copies what the file includes", () => {
    const files = {
      "lb1/keepalived.conf": "include conf.d/web.conf\n",
      "lb1/conf.d/web.conf": instance("VI_1", 51, "    state MASTER\n    priority 150\n"),
    };
    const after = written("backup", files, "lb1/conf.d/web.conf");
    assert.equal(after["lb2/keepalived.conf"], files["lb1/keepalived.conf"]);
    assert.match(after["lb2/conf.d/web.conf"] ?? "", /priority 140/);
  });

  it("swaps addresses in names and in sessions of BFD", () => {
    const name = "node-192.0.2.1/keepalived.conf";
    const bfd = "bfd_instance peer {\n    source_ip 192.0.2.1\n    neighbor_ip 192.0.2.2\n}\n";
    const after = written("backup", { [name]: unicast + bfd }, name);
    const copy = after["node-192.0.2.2/keepalived.conf"] ?? "";
    assert.match(copy, /source_ip 192\.0\.2\.2\n {4}neighbor_ip 192\.0\.2\.1\n/);
  });

  it("is not offered where there is a second node, or its address is not known", () => {
    const one = instance("VI_1", 51, "    priority 150\n");
    const two = instance("VI_1", 51, "    priority 100\n");
    assert.deepEqual(
      offered("backup", { "lb1/keepalived.conf": one, "lb2/keepalived.conf": two }, "lb1/keepalived.conf"),
      [],
    );
    const lonely = unicast.replace("    unicast_src_ip 192.0.2.1\n", "");
    assert.deepEqual(offered("backup", { "lb1/keepalived.conf": lonely }, "lb1/keepalived.conf"), []);
    const partial = `include missing.conf\n${one}`;
    assert.deepEqual(offered("backup", { "lb1/keepalived.conf": partial }, "lb1/keepalived.conf"), []);
  });

  it("never goes over a file that is there", () => {
    const files = {
      "keepalived-master.conf": instance("VI_1", 51, ""),
      "keepalived-backup.conf": instance("VI_9", 9, ""),
    };
    assert.deepEqual(offered("backup", files, "keepalived-master.conf"), []);
  });
});
