/**
 * Lines of data and the words that are reported on them. What the daemon says of thousands of such lines is compared
 * in the conformance tests; here stands where exactly it is said.
 */
import assert from "node:assert/strict";
import { parse as parseWith } from "../../../server/src/core/languages/keepalived/parser.ts";
import { addressEntry } from "../../../server/src/core/languages/keepalived/values/addressEntry.ts";
import {
  groupEntry,
  realServerHead,
  virtualServerHead,
} from "../../../server/src/core/languages/keepalived/values/groupEntry.ts";
import { interfaceName } from "../../../server/src/core/languages/keepalived/values/interface.ts";
import { route } from "../../../server/src/core/languages/keepalived/values/route.ts";
import { rule } from "../../../server/src/core/languages/keepalived/values/rule.ts";
import {
  interfaceDelays,
  linkbeatInterface,
  trackedInterface,
  tracker,
  unicastPeer,
} from "../../../server/src/core/languages/keepalived/values/tracker.ts";
import { StatementReader } from "../../../server/src/core/schema/reader.ts";
import type { SuggestContext, Value } from "../../../server/src/core/schema/value.ts";
import type { Word } from "../../../server/src/core/syntax/ast.ts";

/** A line and the words reported on it, in order; `~` marks a warning. */
type Case = readonly [line: string, reported?: readonly string[], version?: string];

const script = tracker({
  scope: "vrrp_script",
  weight: { min: -254, max: 254 },
  reverse: ["reverse", "noreverse"],
});
const bfd = tracker({ scope: "bfd_instance", weight: { min: -253, max: 253 }, reverse: ["reverse", "noreverse"] });

const grammars: readonly [name: string, value: Value, cases: readonly Case[]][] = [
  [
    "virtual addresses",
    addressEntry({ kind: "virtual" }),
    [
      ["192.0.2.1/24 brd + dev eth0 scope global label eth0:1 no_track"],
      ["192.0.2.1 peer 192.0.2.2 use_vmac"],
      ["2001:db8::1/64 -nodad home mngtmpaddr noprefixroute autojoin preferred_lft 0"],
      ["192.0.2.1/"],
      ["192.0.2.1/+8"],
      ["192.0.2/24", ["192.0.2"]],
      ["host.example/24", ["host.example"]],
      ["192.0.2.1/33", ["33"]],
      ["2001:db8::1/129", ["129"]],
      ["192.0.2.1/24/8", ["24/8"]],
      ["192.0.2.1 dev", ["dev"]],
      ["192.0.2.1 dev eth0 dev eth1", ["dev"]],
      ["192.0.2.1 dev eth0:1", ["eth0:1"]],
      ["192.0.2.1 dev abcdefghijklmnop", ["abcdefghijklmnop"]],
      ["192.0.2.1 scope 256", ["256"]],
      ["192.0.2.1 scope lnik", ["~lnik"]],
      ["192.0.2.1 scope campus"],
      ["2001:db8::1 scope link", ["scope"]],
      ["2001:db8::1 scope global"],
      ["2001:db8::1 label a", ["label"]],
      ["192.0.2.1 label abcdefghijklmnop", ["abcdefghijklmnop"]],
      ["192.0.2.1/31 brd +", ["+"]],
      ["192.0.2.1/30 brd -"],
      ["192.0.2.1 broadcast 192.0.2.255"],
      ["192.0.2.1/24 brd all", ["all"]],
      ["2001:db8::1/64 brd +", ["brd"]],
      ["192.0.2.1 peer 192.0.2.2 brd 192.0.2.255", ["192.0.2.255"]],
      ["192.0.2.1/24 peer 192.0.2.2", ["192.0.2.1/24"]],
      ["192.0.2.1 peer 192.0.2.2/24", ["192.0.2.2/24"]],
      ["192.0.2.1 peer 2001:db8::2", ["2001:db8::2"]],
      ["192.0.2.1 preferred_lft 4294967296", ["4294967296"]],
      ["192.0.2.1 preferred_lft forever"],
      ["192.0.2.1 track_group a", ["track_group", "a"]],
      ["192.0.2.1 lable eth0:1 no_trak", ["lable", "no_trak"]],
    ],
  ],
  [
    "static addresses",
    addressEntry({ kind: "static" }),
    [
      ["192.0.2.1 track_group a"],
      ["192.0.2.1 track_group a track_group b", ["track_group"]],
      ["192.0.2.1 use_vmac", ["use_vmac"]],
    ],
  ],
  [
    "virtual routes",
    route({ kind: "virtual" }),
    [
      ["default via 192.0.2.1 dev eth0"],
      ["src 192.0.2.9 to 10.0.0.0/8 via 192.0.2.1 dev eth0 table 100 metric 5 rto_min 1s"],
      ["unreachable 10.0.0.0/8"],
      ["unreachable 10.0.0.0/8", ["10.0.0.0/8"], "2.3.1"],
      ["unreachable 10.0.0.0/8 no_track", [], "2.2.7"],
      ["10.0.0.0/8 dev eth0 nexthop via 192.0.2.1 weight 256 nexthop via 192.0.2.2"],
      ["10.0.0.0/8 nexthop weight 257", ["257"]],
      ["10.0.0.0/8 nexthop via 192.0.2.1 mtu 1400", ["mtu"]],
      ["10.0.0.0/8 nexthop via 2001:db8::1", ["2001:db8::1"]],
      ["dev eth0", ["dev"]],
      ["10.0.0.0/33", ["33"]],
      ["10.0.0.0/8 10.1.0.0/16", ["~10.0.0.0/8"]],
      ["via 192.0.2.1 default", ["default"]],
      ["10.0.0.0/8 via 2001:db8::1", ["2001:db8::1"]],
      ["10.0.0.0/8 via", ["via"]],
      ["10.0.0.0/8 gw 192.0.2.1", ["gw"]],
      ["10.0.0.0/8 via 192.0.2.1 or 192.0.2.2", ["or"]],
      ["inet to 10.0.0.0/8"],
      ["inet 10.0.0.0/8 dev eth0", ["10.0.0.0/8"]],
      ["10.0.0.0/8 inet dev eth0", ["eth0"]],
      ["10.0.0.0/8 inet no_track", ["~no_track"]],
      ["10.0.0.0/8 from 10.1.0.0/16", ["10.1.0.0/16"]],
      ["10.0.0.0/8 mertic 5 dev eth0", ["mertic"]],
      ["10.0.0.0/8 metric 4294967296", ["4294967296"]],
      ["10.0.0.0/8 table 4294967295 table mian", ["~mian"]],
      ["10.0.0.0/8 table vpn"],
      ["10.0.0.0/8 table 08", ["08"]],
      ["10.0.0.0/8 protocol static", ["static"]],
      ["10.0.0.0/8 protocol static no_track"],
      ["10.0.0.0/8 protocol 18"],
      ["10.0.0.0/8 realms 1/256", ["256"]],
      ["2001:db8::/32 realms 1", ["realms"]],
      ["10.0.0.0/8 pref low", ["pref"]],
      ["10.0.0.0/8 expires 5", ["expires"]],
      ["10.0.0.0/8 mtu lock 1400 mtu lock", ["lock"]],
      ["10.0.0.0/8 rtt 1.2345s", ["1.2345s"]],
      ["10.0.0.0/8 rtt 100ms", ["100ms"]],
      ["10.0.0.0/8 rtt 100ms no_track", [], "2.2.7"],
      ["10.0.0.0/8 features sack quickack 2", ["sack", "2"]],
      ["10.0.0.0/8 encap ip id 5 dst 192.0.2.1 ttl 64"],
      ["10.0.0.0/8 encap ip tos 8", ["ip"]],
      ["10.0.0.0/8 encap ip6 dst 192.0.2.1", ["192.0.2.1"]],
      ["10.0.0.0/8 encap mpls 100/200/300", ["100/200/300"]],
      ["10.0.0.0/8 encap mpls 1 encap ip dst 192.0.2.1", ["~encap", "dst"]],
      ["10.0.0.0/8 encap gre", ["gre"]],
      ["10.0.0.0/8 encap", ["encap"]],
    ],
  ],
  [
    "static routes",
    route({ kind: "static" }),
    [
      ["10.0.0.0/8 dev eth0 track_group a"],
      ["10.0.0.0/8 track_group a", ["track_group"]],
      ["10.0.0.0/8 dev eth0 track_group a track_group b", ["track_group"]],
    ],
  ],
  [
    "virtual rules",
    rule({ kind: "virtual" }),
    [
      ["from 10.0.0.0/8 to 192.0.2.0/24 table 100 preference 0x10"],
      ["from all blackhole preference 5"],
      ["preference 5 goto 6"],
      ["preference 5 type prohibit"],
      ["from 10.0.0.0/8 table 100", ["from"]],
      ["from 10.0.0.0/8 preference 5", ["from"]],
      ["preference 5 goto 5", ["goto"]],
      ["goto 5", ["goto"]],
      ["preference 5 table 1 nop", ["nop"]],
      ["preference 5 unicast", ["unicast"]],
      ["preference 5 table 0", ["0"]],
      ["preference 5 table unspec", ["unspec"]],
      ["preference 08 table 5", ["08"]],
      ["preference 5 nop realms 5", ["realms"]],
      ["from 10.0.0.0/8 to all table 5 preference 5", ["all"]],
      ["from 10.0.0.0/8 to 2001:db8::/32 table 5 preference 5", ["2001:db8::/32"]],
      ["inet from 10.0.0.0/8 table 5 preference 5", ["from"]],
      ["inet not table 5 preference 5", ["~not"]],
      ["table 5 preference 5 fwmark 1/0xff"],
      ["table 5 preference 5 fwmark 1/-1", ["1/-1"]],
      ["table 5 preference 5 sport 80", ["80"]],
      ["table 5 preference 5 dport 80-90"],
      ["table 5 preference 5 ipproto 128", ["128"]],
      ["table 5 preference 5 ipproto sctp"],
      ["table 5 preference 5 protocol 4", ["4"]],
      ["table 5 preference 5 protocol 4 no_track"],
      ["table 5 preference 5 iif", ["iif"]],
      ["tabel 5 preference 5", ["tabel"]],
    ],
  ],
  [
    "static rules",
    rule({ kind: "static" }),
    [["table 5 preference 5 iif eth0 track_group a"], ["table 5 preference 5 track_group a", ["track_group"]]],
  ],
  [
    "members of a virtual server group",
    groupEntry(),
    [
      ["192.0.2.1 80"],
      ["192.0.2.1 000"],
      ["192.0.2.1-9 80"],
      ["192.0.2.1-192.0.2.1"],
      ["2001:db8::1-ff 80"],
      ["192.0.2.0/24"],
      ["fwmark 5 inet6"],
      ["192.0.2 65536", ["192.0.2", "65536"]],
      ["192.0.2.1-1", ["1"]],
      ["192.0.2.1-256", ["256"]],
      ["192.0.2.9-192.0.2.8", ["192.0.2.8"]],
      ["2001:db8::1-fffff", ["fffff"]],
      ["192.0.2.1/24", ["192.0.2.1/24"]],
      ["192.0.2.0/0", ["0"]],
      ["2001:db8::/129", ["129"]],
      ["fwmark", ["fwmark"]],
      ["fwmark 4294967296", ["4294967296"]],
      ["fwmark 5 ipv6", ["ipv6"]],
      ["192.0.2.1 80 tcp", ["~tcp"]],
    ],
  ],
  [
    "heads of virtual servers",
    virtualServerHead(),
    [["192.0.2.1 80"], ["fwmark 5"], ["group a"], ["group", ["group"]], ["fwmark x", ["x"]], ["192.0.2.1 -1", ["-1"]]],
  ],
  ["heads of real servers", realServerHead(), [["2001:db8::1"], ["a 80", ["a"]], ["192.0.2.1 x", ["x"]]]],
  [
    "tracked scripts",
    script,
    [
      ["a weight -253 noreverse"],
      ["a weight 254", ["254"]],
      ["a weight 255 back", ["255", "back"]],
      ["a weight", ["weight"]],
      ["a wieght 5", ["wieght"]],
    ],
  ],
  ["tracked BFD instances", bfd, [["a weight 253 reverse"], ["a weight 254", ["254"]]]],
  [
    "tracked interfaces",
    trackedInterface(),
    [["eth0 weight 5 reverse"], ["eth0 weight -254", ["-254"]], ["eth0 weight 5 noreverse", ["noreverse"]]],
  ],
  [
    "unicast peers",
    unicastPeer(),
    [
      ["192.0.2.1 min_ttl 1 max_ttl 255"],
      ["192.0.2.1 min_ttl 256", ["256"]],
      ["192.0.2.1 min_ttl 5 max_ttl 4", ["max_ttl"]],
      ["192.0.2.1 ttl 5", ["ttl"]],
      ["192.0.2.1 max_ttl", ["max_ttl"]],
      ["a", ["a"]],
    ],
  ],
  [
    "interfaces with linkbeat",
    linkbeatInterface(),
    [["eth0"], ["eth0 MII"], ["eth0 mii", ["mii"]], ["eth0 MII IOCTL", ["IOCTL"]]],
  ],
  [
    "delays of interfaces",
    interfaceDelays(),
    [["eth0 1.5 255"], ["eth0 256 -1", ["256", "-1"]], ["eth0 0.0000001", ["0.0000001"]], ["eth0", ["~eth0"]]],
  ],
  ["names of interfaces", interfaceName(), [["eth0.100@"], ["a/b", ["a/b"]], ["eth0:1", ["eth0:1"]]]],
];

const parse = (text: string) => parseWith(text, new Set());

function read(value: Value, line: string, version = "2.4.3"): StatementReader {
  const [item] = parse(`${line}\n`).items;
  assert.ok(item?.kind === "statement");
  const source = { uri: "file:///line", section: { text: line, lineStarts: [0] } };
  const reader = new StatementReader(item.words, undefined, source, version, undefined);
  reader.readAll([{ name: "entry", value }], item.words[0] as Word, false);
  return reader;
}

const context: SuggestContext = { names: (scope) => [`a ${scope}`], typed: "", version: "2.4", block: undefined };

function offered(value: Value, before: string): readonly string[] {
  const [item] = parse(before).items;
  const words = item?.kind === "statement" ? item.words : [];
  return (value.suggest?.(words, context) ?? []).map((suggestion) => suggestion.label);
}

describe("lines of data in keepalived.conf", () => {
  for (const [name, value, cases] of grammars) {
    describe(name, () => {
      for (const [line, reported = [], version] of cases) {
        it(`reads ${line}${version === undefined ? "" : ` (${version})`}`, () => {
          const { findings } = read(value, line, version);
          const shown = findings.map(({ start, end, severity }) => {
            return `${severity === "warning" ? "~" : ""}${line.slice(start, end)}`;
          });
          assert.deepEqual(shown, reported);
          for (const { message } of findings) assert.match(message.zh, /[\u4e00-\u9fff]/);
        });
      }
    });
  }

  it("binds every word of an address line", () => {
    const { values } = read(addressEntry({ kind: "static" }), "192.0.2.1/24 dev eth0 broadcast + track_group a");
    const bound = values.map(({ name, data, token, refers }) => [name, data, token, refers ?? ""].join(" ").trim());
    assert.deepEqual(bound, [
      "address 192.0.2.1/24 number",
      "dev true property",
      "dev eth0 string",
      "brd true property",
      "brd + enumMember",
      "track_group true property",
      "track_group a class track_group",
    ]);
  });

  it("leaves no word of a good line unbound", () => {
    for (const [, value, cases] of grammars) {
      for (const [line, reported, version] of cases) {
        if (reported !== undefined) continue;
        const { values } = read(value, line, version);
        const skipped = /\binet6? to\b/.test(line) ? 1 : 0;
        const words = parse(line).items.flatMap((item) => (item.kind === "statement" ? item.words : []));
        assert.equal(new Set(values.map(({ word }) => word.start)).size, words.length - skipped, line);
      }
    }
  });

  it("names a virtual server by its address, mark or group", () => {
    const names = ["192.0.2.1 80", "fwmark 5", "group a"].map((line) => read(virtualServerHead(), line).values[0]);
    assert.deepEqual(
      names.map((value) => [value?.name, value?.data, value?.refers ?? ""]),
      [
        ["address", "192.0.2.1", ""],
        ["fwmark", 5, ""],
        ["group", "a", "virtual_server_group"],
      ],
    );
  });

  it("offers options that are not used yet, and values where one is due", () => {
    const entry = addressEntry({ kind: "static" });
    assert.ok(offered(entry, "192.0.2.1 dev eth0").includes("label"));
    assert.ok(!offered(entry, "192.0.2.1 dev eth0").includes("dev"));
    assert.deepEqual(offered(entry, "192.0.2.1 track_group"), ["a track_group"]);
    assert.ok(offered(route({ kind: "virtual" }), "10.0.0.0/8 table").includes("main"));
    assert.ok(offered(route({ kind: "virtual" }), "10.0.0.0/8 encap ip").includes("dst"));
    assert.ok(offered(route({ kind: "virtual" }), "10.0.0.0/8 nexthop").includes("weight"));
    assert.ok(offered(rule({ kind: "virtual" }), "from all").includes("table"));
    assert.deepEqual(offered(virtualServerHead(), "group"), ["a virtual_server_group"]);
    assert.deepEqual(offered(script, ""), ["a vrrp_script"]);
    assert.deepEqual(offered(script, "a weight 5"), ["reverse", "noreverse"]);
  });

  it("describes each option in both languages", () => {
    const lines: readonly [Value, string][] = [
      [addressEntry({ kind: "virtual" }), "192.0.2.1"],
      [route({ kind: "static" }), "10.0.0.0/8"],
      [route({ kind: "static" }), "10.0.0.0/8 nexthop"],
      [route({ kind: "static" }), "10.0.0.0/8 encap ip"],
      [rule({ kind: "static" }), "not"],
      [unicastPeer(), "192.0.2.1"],
    ];
    for (const [value, before] of lines) {
      for (const label of offered(value, before)) {
        const word: Word = { start: 0, end: label.length, raw: label, value: label, quoted: false, closed: true };
        const doc = value.describe?.(word);
        assert.ok(doc?.en.endsWith(".") && doc.zh.endsWith("。"), label);
      }
    }
  });
});
