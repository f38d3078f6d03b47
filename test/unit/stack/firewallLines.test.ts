/** The lines that let VRRP in: what they look like in each format, and that the judge of firewalls then accepts. */
import assert from "node:assert/strict";
import { judgeAdvert } from "../../../server/src/core/hostFiles/firewall/judge.ts";
import { advertsOf, incomingFlows } from "../../../server/src/core/languages/stack/model/incomingPackets.ts";
import { type Files, offered, written } from "../../kit/companions.ts";
import { keepalivedConf, workspaceOf } from "../../kit/estate.ts";

const name = "lb1/keepalived.conf";
const unicast = keepalivedConf({
  more: "    unicast_src_ip 192.0.2.1\n    unicast_peer {\n        192.0.2.2\n        192.0.2.3\n    }\n",
});
const six = keepalivedConf({ name: "VI_6", id: "60", address: "fe80::10/64" });

/** What the filters of lb1 do with all adverts that it waits for. */
function verdicts(files: Files): readonly string[] {
  const host = workspaceOf(files).estate.hosts.find((one) => one.name === "lb1");
  assert.ok(host);
  const adverts = incomingFlows(host).flatMap(advertsOf);
  assert.notEqual(adverts.length, 0);
  return host.facts.firewalls.flatMap(({ ruleset }) =>
    adverts
      .filter(({ family }) => ruleset.families.includes(family))
      .map((advert) => judgeAdvert(ruleset, advert).kind),
  );
}

const closed = `table inet filter {
    chain input {
        type filter hook input priority filter; policy drop;
        ct state established,related accept
    }
}
`;
const empty = `table inet filter {
    chain input {
        type filter hook input priority filter; policy drop;
    }
}
`;
const commands = `add table inet filter
add chain inet filter input { type filter hook input priority 0; policy drop; }
add rule inet filter input ct state invalid drop
`;
const jumps = `table inet filter {
  chain input {
    type filter hook input priority filter
    policy drop
    jump ours
    reject
  }
  chain ours {
    tcp dport 22 accept
  }
}
`;
const save = `*filter
:INPUT DROP [0:0]
:FORWARD ACCEPT [0:0]
-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT
-A INPUT -j REJECT
COMMIT
`;
const bareSave = "*filter\n:INPUT DROP [0:0]\nCOMMIT\n";
const shell = "#!/bin/sh\niptables -P INPUT DROP\niptables -A INPUT -p tcp --dport 22 -j ACCEPT\n";
const zone = `<?xml version="1.0" encoding="utf-8"?>
<zone target="DROP">
  <interface name="eth0"/>
  <service name="ssh"/>
</zone>
`;

const filters: readonly (readonly [what: string, file: string, content: string])[] = [
  ["nftables, with rules", "lb1/nftables.conf", closed],
  ["nftables, a chain without rules", "lb1/nftables.conf", empty],
  ["nftables, as commands", "lb1/rules.nft", commands],
  ["nftables, with a chain that is jumped to", "lb1/etc/nftables.conf", jumps],
  ["iptables-save", "lb1/rules.v4", save],
  ["iptables-save without rules", "lb1/rules.v4", bareSave],
  ["iptables-save without a line break at the end", "lb1/rules.v4", bareSave.trimEnd()],
  ["ip6tables-save", "lb1/rules.v6", save],
  ["commands of a script", "lb1/firewall.sh", shell],
  ["a zone of firewalld", "lb1/etc/firewalld/zones/public.xml", zone],
];

describe("lets VRRP in", () => {
  for (const [what, file, content] of filters) {
    for (const [how, conf] of [
      ["multicast", keepalivedConf() + six],
      ["unicast", unicast + six],
    ] as const) {
      it(`${what}, ${how}`, () => {
        const files = { [name]: conf, [file]: content };
        assert.ok(verdicts(files).includes("drops"), "something is dropped before");
        const after = written("firewall", files, name);
        assert.deepEqual(new Set(verdicts(after)), new Set(["accepts"]));
        assert.deepEqual(offered("firewall", after, name), [], "then it is not offered again");
      });
    }
  }

  it("writes a file of its own where no filter is known", () => {
    const daemon = "global_defs {\n    lvs_sync_daemon eth1 VI_1\n}\n";
    const files = { [name]: daemon + unicast };
    const after = written("firewall", files, name);
    assert.equal(
      after["lb1/nftables.d/vrrp.nft"],
      `# Adds to the chain "input" of the table "inet filter"; include it in nftables.conf.
# Rules that drop must come after it: what they drop stays dropped.
table inet filter {
    chain input {
        type filter hook input priority filter;
        # Adverts of VRRP (IP protocol 112) for VI_1
        iifname "eth0" ip saddr { 192.0.2.2, 192.0.2.3 } ip protocol 112 accept
        # Connections that IPVS copies from the other node (UDP 8848)
        iifname "eth1" ip daddr 224.0.0.81 udp dport 8848 accept
    }
}
`,
    );
    assert.deepEqual(verdicts(after), ["accepts", "accepts"]);
    const closedAfter = `${after["lb1/nftables.d/vrrp.nft"]}`.replace(
      "priority filter;",
      "priority filter; policy drop;",
    );
    assert.deepEqual(verdicts({ ...files, "lb1/nftables.d/vrrp.nft": closedAfter }), ["accepts", "accepts"]);
    assert.match(written("firewall", files, name, "zh-cn")["lb1/nftables.d/vrrp.nft"] ?? "", /VI_1 的 VRRP 通告/);
  });

  it("writes a file for each of several hosts that share a folder", () => {
    const from = (own: number, other: number) =>
      keepalivedConf({
        more: `    unicast_src_ip 192.0.2.${own}\n    unicast_peer {\n        192.0.2.${other}\n    }\n`,
      });
    const files = { "keepalived-master.conf": from(1, 2), "keepalived-backup.conf": from(2, 1) };
    const after = written("firewall", written("firewall", files, "keepalived-master.conf"), "keepalived-backup.conf");
    assert.deepEqual(Object.keys(after), [...Object.keys(files), "vrrp-master.nft", "vrrp-backup.nft"]);
    assert.match(after["vrrp-master.nft"] ?? "", /saddr 192\.0\.2\.2 /);
    assert.match(after["vrrp-backup.nft"] ?? "", /saddr 192\.0\.2\.1 /);
    for (const { facts } of workspaceOf(after).estate.hosts) assert.equal(facts.firewalls.length, 1);
  });

  it("lets AH in where the adverts are signed by it, and any interface where they come by a virtual MAC", () => {
    const more = "    use_vmac\n    authentication {\n        auth_type AH\n        auth_pass secret\n    }\n";
    const after = written("firewall", { [name]: keepalivedConf({ more }) }, name);
    assert.match(after["lb1/nftables.d/vrrp.nft"] ?? "", /^ {8}ip daddr 224\.0\.0\.18 ip protocol 51 accept$/m);
  });

  it("lets in what IPVS copies, where the policy drops", () => {
    const daemon = "global_defs {\n    lvs_sync_daemon eth1 VI_1\n}\n";
    const files = { [name]: daemon + keepalivedConf(), "lb1/rules.v4": save };
    const after = written("firewall", files, name)["lb1/rules.v4"] ?? "";
    assert.match(after, /^-A INPUT -i eth0 -d 224\.0\.0\.18 -p 112 -j ACCEPT$/m);
    assert.match(after, /^-A INPUT -i eth1 -d 224\.0\.0\.81 -p udp --dport 8848 -j ACCEPT$/m);
  });

  it("is not offered where the filter accepts, or where nothing could help", () => {
    const open = closed.replace("policy drop", "policy accept");
    assert.deepEqual(offered("firewall", { [name]: keepalivedConf(), "lb1/nftables.conf": open }, name), []);
    const early = `${closed}table ip early {
    chain pre {
        type filter hook prerouting priority raw; policy drop;
    }
}
`;
    assert.deepEqual(offered("firewall", { [name]: keepalivedConf(), "lb1/nftables.conf": early }, name), []);
    assert.deepEqual(offered("firewall", { "lb1/haproxy.cfg": "global\n" }, "lb1/haproxy.cfg"), []);
  });
});
