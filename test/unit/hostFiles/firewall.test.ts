/** Which rule or policy decides about an advert; that the verdicts are the kernel's the conformance suite shows. */
import assert from "node:assert/strict";
import { judgeAdvert } from "../../../server/src/core/hostFiles/firewall/judge.ts";
import type { Advert } from "../../../server/src/core/hostFiles/firewall/matches.ts";
import { readHostFile } from "../../../server/src/core/hostFiles/readers.ts";
import { parseAddress } from "../../../server/src/core/net/address.ts";
import { draw, readFixture } from "../../kit/fixture.ts";

const multicast: Advert = {
  direction: "in",
  family: 4,
  protocol: 112,
  interface: "eth0",
  source: parseAddress("10.0.0.2"),
  destination: parseAddress("224.0.0.18"),
};

/** The mark lies under what decides, with the verdict. */
function decides(path: string, drawing: string, advert: Partial<Advert> = {}): void {
  const [file] = readFixture(drawing, path);
  assert.ok(file);
  const { kind, at } = judge(path, file.text, advert);
  const before = file.text.slice(0, at?.start).split("\n");
  const start = before.at(-1)?.length ?? 0;
  const mark = at === undefined ? [] : [{ line: before.length - 1, start, end: start + at.end - at.start, text: kind }];
  assert.equal(draw(file.text, mark), draw(file.text, file.marks));
}

function judge(path: string, text: string, advert: Partial<Advert>) {
  const [fact] = readHostFile(path, text).filter((one) => one.kind === "firewall");
  assert.ok(fact, "a firewall");
  return judgeAdvert(fact.ruleset, { ...multicast, ...advert });
}

function verdict(path: string, text: string, advert: Partial<Advert> = {}): string {
  return judge(path, text, advert).kind;
}

describe("what a firewall does with adverts", () => {
  it("a policy of nftables", () => {
    decides(
      "etc/nftables.conf",
      `
table inet filter {
  chain input {
    type filter hook input priority filter; policy drop;
#                                           ^^^^^^^^^^^ drops
    ct state established,related accept
    tcp dport 22 accept
  }
}
`,
    );
  });

  it("a rule of nftables, in a chain that is jumped to", () => {
    decides(
      "lb1/rules.nft",
      `
table inet filter {
  chain cluster {
    ip protocol vrrp accept # here
#   ^^^^^^^^^^^^^^^^^^^^^^^ accepts
  }
  chain input {
    type filter hook input priority filter; policy drop;
    iifname "eth0" jump cluster
  }
}
`,
    );
  });

  it("a rule that may or may not match", () => {
    decides(
      "etc/nftables.conf",
      `
table ip filter {
  chain input {
    type filter hook input priority 0; policy drop;
    meta mark 7 accept
#   ^^^^^^^^^^^^^^^^^^ unknown
  }
}
`,
    );
    decides(
      "etc/nftables.conf",
      `
table ip filter {
  chain input {
    type filter hook input priority 0
    meta mark 7 accept
#   ^^^^^^^^^^^^^^^^^^ accepts
  }
}
`,
    );
  });

  it("an interface that is not known", () => {
    decides(
      "etc/nftables.conf",
      `
table ip filter {
  chain input {
    type filter hook input priority 0
    iifname "eth1" ip protocol vrrp drop
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown
  }
}
`,
      { interface: undefined },
    );
  });

  it("chains that lead in a circle, and chains that are missing", () => {
    const base = (rule: string) => `chain in { type filter hook input priority 0\n${rule}\n}\n}`;
    assert.equal(
      verdict("a.nft", `table ip t {\nchain a { jump b\n}\nchain b { jump a\n}\n${base("jump a")}`),
      "unknown",
    );
    assert.equal(verdict("a.nft", `table ip t {\n${base("jump gone")}`), "unknown");
  });

  it("what a file includes leaves open what its rules do not decide", () => {
    const include = 'include "/etc/more.nft"\n';
    const chain = (rule: string) =>
      `table ip t {\nchain in {\ntype filter hook input priority 0; policy drop;\n${rule}\n}\n}\n`;
    assert.equal(verdict("a.nft", include), "unknown");
    assert.equal(verdict("a.nft", include + chain("")), "unknown");
    assert.equal(verdict("a.nft", include + chain("ip protocol vrrp drop")), "drops");
    assert.equal(verdict("a.nft", include + chain("ip saddr $PEERS accept")), "unknown");
    assert.equal(verdict("a.nft", chain("ip protocol vrrp accept\ninclude more")), "accepts");
    assert.equal(verdict("a.nft", chain("include more\nip protocol vrrp accept")), "unknown");
  });

  it("a verdict map that is not understood may do anything", () => {
    const chain = (rule: string) => `table ip t {\nchain in {\ntype filter hook input priority 0\n${rule}\n}\n}\n`;
    assert.equal(verdict("a.nft", chain("new thing vmap { 1 : drop }")), "unknown");
    assert.equal(verdict("a.nft", chain("iifname vmap @gone")), "unknown");
    assert.equal(verdict("a.nft", chain("iifname vmap { eth1 : drop }")), "accepts");
    assert.equal(verdict("a.nft", chain("fib daddr . iif type != { local } drop")), "unknown");
  });

  it("packets that connection tracking does not see have no state", () => {
    const text = `table ip t {
chain pre {
type filter hook prerouting priority raw
notrack
}
chain in {
type filter hook input priority 0
ct state new drop
}
}`;
    assert.equal(verdict("a.nft", text), "unknown");
    assert.equal(verdict("a.nft", text.replace("notrack", "")), "drops");
  });

  it("iptables-save", () => {
    decides(
      "etc/iptables/rules.v4",
      `
*filter
:INPUT DROP [0:0]
#<^^^^^^^^^ drops
-A INPUT -p tcp -j ACCEPT
COMMIT
`,
    );
    decides(
      "etc/sysconfig/iptables",
      `
*filter
:INPUT DROP [0:0]
[3:180] -A INPUT -p vrrp -m comment --comment "VRRP" -j ACCEPT
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ accepts
COMMIT
`,
    );
    const dropping = "*filter\n:INPUT DROP [0:0]\nCOMMIT\n";
    assert.equal(verdict("rules.v6", dropping), "accepts");
    assert.equal(verdict("rules.v6", dropping, { family: 6 }), "drops");
  });

  it("iptables in scripts: what was there before is not known", () => {
    decides(
      "fw.sh",
      `
iptables -A INPUT -p tcp -j ACCEPT
#<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown
`,
    );
    decides(
      "fw.sh",
      `
iptables -P INPUT DROP
iptables -A INPUT -p vrrp -j ACCEPT
#<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ accepts
`,
    );
    assert.equal(verdict("fw.sh", "iptables -P INPUT DROP\n", { direction: "out" }), "unknown");
    assert.equal(verdict("fw.sh", "iptables -P INPUT DROP\n", { family: 6 }), "accepts");
  });

  it("zones of firewalld", () => {
    decides(
      "etc/firewalld/zones/public.xml",
      `
<?xml version="1.0" encoding="utf-8"?>
<zone>
  <interface name="eth0"/>
  <service name="ssh"/>
  <protocol value="vrrp"/>
# ^^^^^^^^^^^^^^^^^^^^^^^^ accepts
</zone>
`,
    );
    decides(
      "zones/public.xml",
      `
<zone target="DROP">
#             ^^^^ drops
  <interface name="eth0"/>
  <service name="ssh"/>
  <!-- <protocol value="vrrp"/> -->
  <rule family="ipv6"><protocol value="vrrp"/><accept/></rule>
</zone>
`,
    );
    decides(
      "zones/public.xml",
      `
<zone>
  <interface name="eth0"/>
  <protocol value="vrrp"/>
  <rule family="ipv4"><source address="10.0.0.0/24"/><drop/></rule>
# ^^^^^^^^^^^^^^^^^^^^ drops
</zone>
`,
    );
    const dmz = '<zone><interface name="eth1"/></zone>';
    assert.equal(verdict("zones/dmz.xml", dmz), "unknown");
    assert.equal(verdict("zones/dmz.xml", dmz, { interface: "eth1" }), "drops");
    assert.equal(verdict("zones/dmz.xml", dmz, { direction: "out" }), "accepts");
  });
});
