/** The law of the readers: any text has facts, whose ranges lie within it, and any ruleset a verdict. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { judgeAdvert } from "../../../server/src/core/hostFiles/firewall/judge.ts";
import type { Advert } from "../../../server/src/core/hostFiles/firewall/matches.ts";
import { hostFileReaders, readHostFile } from "../../../server/src/core/hostFiles/readers.ts";
import { parseAddress } from "../../../server/src/core/net/address.ts";
import { cases } from "../../conformance/firewall/cases.ts";

/** A path for each reader. */
const paths = [
  "etc/network/interfaces",
  "ifcfg-eth0",
  "a.nmconnection",
  "a.network",
  "netplan/a.yaml",
  "hostname",
  "hosts",
  "a.nft",
  "rules.v4",
  "zones/a.xml",
  "a.service",
  "nginx/nginx.conf",
  "a.sh",
];
const written = [
  "iface eth0 inet static\n|address 10.0.0.1/24\n|up ip addr add 10.0.0.1 dev lo\n|IPADDR=10.0.0.1\n|[ipv4]\n",
  "network:\n|  ethernets:\n|    eth0:\n|      addresses: [10.0.0.1/24]\n|&a |*a |? |- |- - |a: |[Service]\n|ExecStart=/bin/a\n",
  "<zone>|<zone target='DROP'>|<rule>|<protocol value='vrrp'/>|</rule>|<interface name='eth0'/>|<!--|-->",
  "case $1 in\n|start)\n|;;\n|esac\n|if x; then\n|fi\n|$A|`x`|$(x)|<<END\n|END\n|A=1\n|echo 1 >/proc/sys/a/b\n",
  "'|\"|\\|\\\n|{|}|[|]|(|)|\0|\ud800|中|\r\n|\ufeff",
].flatMap((line) => line.split("|"));
const fragments = [...cases.flatMap(({ text }) => text.split(/(?<=\n)|(?= )/)), ...written];
const texts = fc.oneof(
  fc.array(fc.constantFrom(...fragments), { maxLength: 60 }).map((parts) => parts.join("")),
  fc.string(),
);
const adverts = fc.record<Advert>({
  direction: fc.constantFrom("in", "out"),
  family: fc.constant(4),
  protocol: fc.constantFrom(112, 51),
  interface: fc.constantFrom("eth0", undefined),
  source: fc.constantFrom(parseAddress("10.0.0.2"), undefined),
  destination: fc.constantFrom(parseAddress("224.0.0.18"), undefined),
});

describe("readers of host files", () => {
  it("each has a path here", () => {
    const unread = hostFileReaders.filter((reader) => !paths.some((path) => reader.matches(path)));
    assert.deepEqual(unread, []);
  });

  it("read any text, and point into it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), texts, adverts, (path, text, advert) => {
        for (const fact of readHostFile(path, text)) {
          assert.ok(fact.start >= 0 && fact.start <= fact.end && fact.end <= text.length, JSON.stringify(fact));
          if (fact.kind !== "firewall") continue;
          const { at } = judgeAdvert(fact.ruleset, advert);
          assert.ok(at === undefined || (at.start >= 0 && at.start <= at.end && at.end <= text.length));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("bear depth and length", () => {
    const units = [
      "[",
      "{",
      "- ",
      "? ",
      "a: ",
      " ",
      "<a>",
      "(",
      "$(",
      "\\\n",
      "{ {",
      "jump x\n",
      "\t",
      '"',
      "\ufeff",
      "a\u000b",
      "a|b)\n",
      "|",
    ];
    const stairs = Array.from({ length: 1500 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n");
    for (const text of [...units.map((unit) => unit.repeat(10_000)), stairs]) {
      for (const path of paths) {
        const outside = readHostFile(path, text).filter(({ end }) => end > text.length);
        assert.deepEqual(outside, [], path);
      }
    }
  });

  it("follow no chain deeper than the kernel does", () => {
    const chain = (number: number) => `chain c${number} { jump c${number + 1}\n}\n`;
    const jumps = Array.from({ length: 5000 }, (_, number) => chain(number)).join("");
    const text = `table ip t {\n${jumps}chain in { type filter hook input priority 0\njump c0\n}\n}`;
    const [fact] = readHostFile("a.nft", text);
    assert.ok(fact?.kind === "firewall");
    const advert = { direction: "in", family: 4, protocol: 112, interface: "eth0" } as const;
    const verdict = judgeAdvert(fact.ruleset, { ...advert, source: undefined, destination: undefined });
    assert.equal(verdict.kind, "unknown");
  });
});
