/** What is read off the files of a host: drawings with a mark under the text that each fact points at. */
import assert from "node:assert/strict";
import type { HostFact } from "../../../server/src/core/hostFiles/facts.ts";
import { readHostFile } from "../../../server/src/core/hostFiles/readers.ts";
import { draw, readFixture } from "../../kit/fixture.ts";

/** Draws the facts of the file, those without a width and the packet filter left out, and compares. */
function facts(path: string, drawing: string): void {
  const [file] = readFixture(drawing, path);
  assert.ok(file);
  const found = readHostFile(path, file.text).filter((fact) => fact.end > fact.start && fact.kind !== "firewall");
  const marks = found.map((fact) => {
    const before = file.text.slice(0, fact.start).split("\n");
    const start = before.at(-1)?.length ?? 0;
    return { line: before.length - 1, start, end: start + fact.end - fact.start, text: say(fact) };
  });
  const order = marks.toSorted((a, b) => a.line - b.line || a.start - b.start);
  assert.equal(draw(file.text, order), draw(file.text, file.marks));
}

function say(fact: HostFact): string {
  switch (fact.kind) {
    case "address":
      return `${fact.address.bytes.join(".")}/${fact.prefixLength ?? "?"} on ${fact.interface ?? "?"}`;
    case "interface":
      return `interface ${fact.interface}`;
    case "dynamic":
      return `more on ${fact.interface ?? "?"}`;
    case "setting":
      return `${fact.key} = ${fact.value}`;
    case "host name":
      return `host ${fact.name}`;
    case "name":
      return `${fact.name} is ${fact.address.bytes.join(".")}`;
    case "process":
      return `runs ${fact.name}`;
    case "firewall":
      return "firewall";
  }
}

describe("files of a host", () => {
  it("Debian's interfaces", () => {
    facts(
      "lb1/etc/network/interfaces",
      `
# address 10.9.9.9
auto lo eth0
iface lo inet loopback
#     ^^ interface lo
iface eth0 inet static
#     ^^^^ interface eth0
    address 10.0.0.1
#           ^^^^^^^^ 10.0.0.1/24 on eth0
    netmask 255.255.255.0
    gateway 10.0.0.254
    up ip addr add 10.0.0.7/32 dev $IFACE label eth0:7
#                  ^^^^^^^^^^^ 10.0.0.7/32 on eth0
    up ip -4 a a 10.0.0.8 dev lo || true
#                ^^^^^^^^ 10.0.0.8/? on lo
iface eth0:1 inet static
#     ^^^^^^ interface eth0
    address 10.0.0.2/24
#           ^^^^^^^^^^^ 10.0.0.2/24 on eth0
iface eth1 inet dhcp
#     ^^^^ interface eth1
#               ^^^^ more on eth1
    address nonsense
mapping eth2
    address 10.0.0.3
`,
    );
  });

  it("a command over two lines keeps its places", () => {
    facts(
      "interfaces.d/lo",
      `
iface lo inet loopback
#     ^^ interface lo
  up ip addr add \\
  10.0.0.8/32 dev lo
# ^^^^^^^^^^^ 10.0.0.8/32 on lo
`,
    );
  });

  it("ifcfg files", () => {
    facts(
      "rs1/ifcfg-lo:0",
      `
DEVICE=lo:0
#      ^^^^ interface lo
IPADDR=10.0.0.100
#      ^^^^^^^^^^ 10.0.0.100/32 on lo
NETMASK=255.255.255.255
ONBOOT=yes
`,
    );
    facts(
      "etc/sysconfig/network-scripts/ifcfg-eth1",
      `
BOOTPROTO="dhcp"
#          ^^^^ more on eth1
IPADDR0="10.0.1.1"
#        ^^^^^^^^ 10.0.1.1/24 on eth1
PREFIX0=24
IPADDR1=10.0.1.2/25
#       ^^^^^^^^^^^ 10.0.1.2/25 on eth1
IPADDR_START=10.0.1.9
IPV6ADDR=fd00::1/64
#        ^^^^^^^^^^ 253.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1/64 on eth1
`,
    );
  });

  it("connections of NetworkManager", () => {
    facts(
      "lan.nmconnection",
      `
[connection]
id=lan
interface-name=eth0
#              ^^^^ interface eth0
[ipv4]
address1=10.0.0.1/24,10.0.0.254
#        ^^^^^^^^^^^ 10.0.0.1/24 on eth0
addresses=10.0.0.2/24;10.0.0.3/24;
#         ^^^^^^^^^^^ 10.0.0.2/24 on eth0
#                     ^^^^^^^^^^^ 10.0.0.3/24 on eth0
method=manual
[ipv6]
method=auto
#      ^^^^ more on eth0
[wireguard]
address1=10.0.0.4/24
`,
    );
  });

  it("networks of systemd", () => {
    facts(
      "etc/systemd/network/10-lan.network",
      `
[Match]
Name=eth0
#    ^^^^ interface eth0
[Network]
DHCP=no
Address=10.0.0.1/24
#       ^^^^^^^^^^^ 10.0.0.1/24 on eth0
[Address]
Address=10.0.0.2/32
#       ^^^^^^^^^^^ 10.0.0.2/32 on eth0
`,
    );
    facts(
      "all.network",
      `
[Match]
Name=eth* ens3
[Network]
DHCP=ipv4
#    ^^^^ more on ?
Address=10.0.0.1/24
#       ^^^^^^^^^^^ 10.0.0.1/24 on ?
`,
    );
  });

  it("netplan", () => {
    facts(
      "etc/netplan/01-lan.yaml",
      `
network:
  version: 2
  ethernets:
    eth0:
#   ^^^^ interface eth0
      addresses: [10.0.0.1/24, "10.0.0.2/24"]
#                 ^^^^^^^^^^^ 10.0.0.1/24 on eth0
#                               ^^^^^^^^^^^ 10.0.0.2/24 on eth0
      dhcp6: true
#            ^^^^ more on eth0
    any:
      match: {macaddress: "aa:bb:cc:dd:ee:ff"}
      addresses:
        - 10.0.0.3/24:
#         ^^^^^^^^^^^ 10.0.0.3/24 on ?
            label: vip
  dummy-devices:
    dm0: {addresses: [fd00::1/128]}
#   ^^^ interface dm0
#                     ^^^^^^^^^^^ 253.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1/128 on dm0
`,
    );
  });

  it("the script of a real server", () => {
    facts(
      "rs1/lvs.sh",
      `
#!/bin/bash
VIP=10.0.0.100
BOTH=1; BOTH=2
case "$1" in
start|up)
  /sbin/ifconfig lo:0 $VIP netmask 255.255.255.255 broadcast $VIP up
#                     ^^^^ 10.0.0.100/32 on lo
  ip addr add "$VIP/32" dev dummy0
#              ^^^^^^^ 10.0.0.100/32 on dummy0
  ip addr add 10.0.0.$BOTH dev lo
  echo "1" >/proc/sys/net/ipv4/conf/lo/arp_ignore
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ net.ipv4.conf.lo.arp_ignore = 1
  sysctl -w net.ipv4.ip_forward=1 "net.ipv4.vs.conntrack = 0" >/dev/null
#           ^^^^^^^^^^^^^^^^^^^^^ net.ipv4.ip_forward = 1
#                                  ^^^^^^^^^^^^^^^^^^^^^^^^^ net.ipv4.vs.conntrack = 0
  sysctl -w net/ipv4/conf/eth0.100/arp_announce=2
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ net.ipv4.conf.eth0/100.arp_announce = 2
  ;;
stop)
  ip addr add 10.0.0.5/32 dev lo
  echo 0 > /proc/sys/net/ipv4/conf/lo/arp_ignore
  ;;
esac
cat <<END >/dev/null
ip addr add 10.0.0.6/32 dev lo
END
ip address show; ip route add 192.0.2.0/24 dev lo; ip addr del 10.0.0.1/32 dev lo
sysctl -p /etc/a=b
`,
    );
  });

  it("functions of a script that run on stop", () => {
    facts(
      "init.d/vip",
      `
start() {
  ip addr add 10.0.0.5/32 dev lo
#             ^^^^^^^^^^^ 10.0.0.5/32 on lo
}
stop() {
  ip addr add 10.0.0.6/32 dev lo
}
ip addr add 10.0.0.7/32 dev lo
#           ^^^^^^^^^^^ 10.0.0.7/32 on lo
`,
    );
  });

  it("names", () => {
    facts(
      "etc/hostname",
      `
# mine
  lb1
# ^^^ host lb1
lb2
`,
    );
    facts(
      "etc/hosts",
      `
127.0.0.1 localhost # lo
#         ^^^^^^^^^ localhost is 127.0.0.1
10.0.0.1  lb1 lb1.example.net
#         ^^^ lb1 is 10.0.0.1
#             ^^^^^^^^^^^^^^^ lb1.example.net is 10.0.0.1
nonsense  lb2
`,
    );
  });

  it("daemons, by units and by their own configurations", () => {
    facts(
      "etc/systemd/system/web.service",
      `
[Service]
ExecStartPre=/usr/bin/test -e /run
ExecStart=-/usr/sbin/nginx -g 'daemon off;'
#          ^^^^^^^^^^^^^^^ runs nginx
ExecStart=
`,
    );
    const runs = (path: string) => readHostFile(path, "x").map(say);
    assert.deepEqual(runs("lb1/etc/nginx/nginx.conf"), ["runs nginx"]);
    assert.deepEqual(runs("etc/haproxy/haproxy.cfg"), ["runs haproxy"]);
    assert.deepEqual(runs("etc/mysql/mariadb.conf.d/50-server.cnf"), ["runs mysqld"]);
    assert.deepEqual(runs("etc/nginx/sites-enabled/default"), []);
  });
});
