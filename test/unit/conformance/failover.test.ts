// The scene of a run with real nodes, as files let one guess it, and the files as the daemons there read them.

import assert from "node:assert/strict";
import { layOut } from "../../conformance/failover/layout.ts";
import type { LabNode } from "../../conformance/failover/scenario.ts";
import { prepared } from "../../conformance/failover/scripts.ts";
import { sketchOf } from "../../conformance/failover/sketch.ts";

const main = "etc/keepalived/keepalived.conf";

function node(name: string, text: string, addresses: LabNode["addresses"] = []): LabNode {
  return { name, main, files: new Map([[main, text]]), addresses };
}

function instance(device: string, id: number, virtual: string, more = ""): string {
  return `vrrp_instance I${id} {
  interface ${device}
  virtual_router_id ${id}
  ${more}
  virtual_ipaddress {
    ${virtual}
  }
}
`;
}

/** `lb1 eth0 192.0.2.201/24` by network, without networks that no instance is on. */
function drawn(nodes: readonly LabNode[], devices: readonly string[]): string[][] {
  const ports = layOut(nodes).filter((port) => devices.includes(port.interface));
  const networks = [...new Set(ports.map((port) => port.network))];
  return networks.map((network) =>
    ports
      .filter((port) => port.network === network)
      .map((port) => {
        const addresses = port.addresses.map((one) => `${one.address}/${one.prefix}`);
        return [port.node, port.interface, ...addresses].join(" ");
      }),
  );
}

describe("the scene of a failover", () => {
  it("joins interfaces of different names by their addresses", () => {
    const nodes = [
      node("a", instance("ens33", 1, "192.0.2.10/24") + instance("ens34", 2, "10.9.8.7/24")),
      node("b", instance("ens34", 1, "192.0.2.10/24") + instance("ens33", 2, "10.9.8.7/24")),
    ];
    assert.deepEqual(drawn(nodes, ["ens33", "ens34"]), [
      ["a ens33 192.0.2.201/24", "b ens34 192.0.2.202/24"],
      ["a ens34 10.9.8.201/24", "b ens33 10.9.8.202/24"],
    ]);
  });

  it("joins interfaces by name where their addresses differ", () => {
    const nodes = [node("a", instance("eth0", 1, "192.0.2.10/24")), node("b", instance("eth0", 1, "10.9.8.7/24"))];
    assert.deepEqual(drawn(nodes, ["eth0"]), [["a eth0 192.0.2.201/24", "b eth0 10.9.8.201/24"]]);
  });

  it("never joins two interfaces of one node", () => {
    const text = instance("eth0", 1, "192.0.2.10/24") + instance("eth1", 2, "192.0.2.11/24");
    assert.deepEqual(drawn([node("a", text), node("b", text)], ["eth0", "eth1"]), [
      ["a eth0 192.0.2.201/24", "b eth0 192.0.2.203/24"],
      ["a eth1 192.0.2.202/24", "b eth1 192.0.2.204/24"],
    ]);
  });

  it("takes the addresses that unicast lines name, and leaves taken ones alone", () => {
    const nodes = [
      node("a", instance("eth0", 1, "192.0.2.201/24", "unicast_src_ip 192.0.2.1\n unicast_peer {\n 192.0.2.2\n }")),
      node("b", instance("eth0", 1, "192.0.2.201/24", "unicast_peer {\n 192.0.2.1\n }")),
      node("c", instance("eth0", 2, "192.0.2.202/24")),
    ];
    assert.deepEqual(drawn(nodes, ["eth0"]), [["a eth0 192.0.2.1/24", "b eth0 192.0.2.2/24", "c eth0 192.0.2.203/24"]]);
  });

  it("stays within small networks and adds IPv4 beside IPv6", () => {
    const nodes = [node("a", instance("eth0", 1, "192.0.2.17/28")), node("b", instance("eth1", 2, "2001:db8::1/64"))];
    const [small, six] = drawn(nodes, ["eth0", "eth1"]).map((network) => network[0]);
    assert.equal(small, "a eth0 192.0.2.25/28");
    assert.match(six ?? "", /^b eth1 2001:db8:0:0:0:0:0:c9\/64 10\.20\d\.0\.2\/24$/);
  });

  it("takes what is given as it is", () => {
    const given = [{ interface: "eth0", address: "198.51.100.4", prefix: 20 }];
    assert.deepEqual(drawn([node("a", instance("eth0", 1, "192.0.2.10/24"), given)], ["eth0"]), [
      ["a eth0 198.51.100.4/20"],
    ]);
  });
});

describe("what a failover waits for", () => {
  it("knows how long elections take", () => {
    const election = (text: string) => sketchOf(node("a", text)).instances.map((one) => one.election);
    assert.deepEqual(election(instance("eth0", 1, "192.0.2.10")), [4000]);
    assert.deepEqual(election(instance("eth0", 1, "192.0.2.10", "version 3\n advert_int 0.2")), [800]);
    assert.deepEqual(election(instance("eth0", 1, "192.0.2.10", "down_timer_adverts 5\n preempt_delay 3")), [9000]);
  });

  it("reads definitions, and the lines of its own host only", () => {
    const text = `$V=192.0.2.10\n${instance("eth0", 1, "${V}/24", "@a advert_int 2\n @^a advert_int 3")}`;
    const of = (name: string) => sketchOf(node(name, text)).instances[0];
    assert.equal(of("a")?.addresses[0]?.address, "192.0.2.10");
    assert.equal(of("a")?.election, 7000);
    assert.equal(of("b")?.election, 10_000);
  });
});

describe("a node's file, ready for the daemon", () => {
  it("looks at a file in the place of a check, and changes nothing else", () => {
    const text = `global_defs {
  script_user nobody nogroup   # of us
}
vrrp_script alive {
  script "/bin/pgrep -x 'haproxy'" # or so
  interval 2
  user nobody
}
vrrp_script "other one" { script /bin/true }
${instance("eth0", 1, "192.0.2.10", 'notify "/bin/tell script"')}`;
    const expected = text
      .replace("nobody nogroup", "root")
      .replace("\"/bin/pgrep -x 'haproxy'\"", '"/usr/bin/test ! -e /run/lab/a/failed/alive"')
      .replace("user nobody", "user root")
      .replace("/bin/true", '"/usr/bin/test ! -e /run/lab/a/failed/other+32one"');
    assert.equal(prepared(node("a", text), main), expected);
  });

  it("leaves the files of others alone", () => {
    const text = "vrrp_script alive {\n  script /bin/true\n}\n";
    const lab = { ...node("a", text), files: new Map([["etc/other/notes.txt", text]]) };
    assert.equal(prepared(lab, "etc/other/notes.txt"), text);
  });
});
