/** What holds in the end: order of files, globs, and how `all` and an interface combine. */
import assert from "node:assert/strict";
import { sysctlConf } from "../../../server/src/core/languages/sysctl-conf/index.ts";
import { effective, effectiveIn, written } from "../../../server/src/core/languages/sysctl-conf/model/effective.ts";
import { type Entry, entriesOf, entryOf } from "../../../server/src/core/languages/sysctl-conf/model/entries.ts";
import { companions, systemOrder } from "../../../server/src/core/languages/sysctl-conf/model/order.ts";
import { defaultSettings, Service } from "../../../server/src/core/service.ts";

function entries(text: string): readonly Entry[] {
  const source = { uri: "file:///a", section: { text, lineStarts: [0] } };
  return sysctlConf.parse(text).items.flatMap((item) => {
    const entry = item.kind === "statement" ? entryOf(item, source, undefined) : undefined;
    return entry === undefined ? [] : [entry];
  });
}

describe("entries of sysctl.conf", () => {
  it("say what a line says", () => {
    const [one, two, three] = entries(
      "-net/ipv4/conf/eth0.100/rp_filter\t= 0x2 \n-net.ipv4.conf.lo.*\nnet.ipv4.tcp_rmem = 1 2  3",
    );
    assert.ok(one && two && three);
    assert.equal(one.key, "net.ipv4.conf.eth0/100.rp_filter");
    assert.equal(one.general, "net.ipv4.conf.*.rp_filter");
    assert.equal(one.interface?.name, "eth0.100");
    assert.deepEqual([one.interface.at.start, one.interface.at.end], [15, 23]);
    assert.deepEqual([one.number, one.ignoresErrors, one.excludes], [2, true, false]);
    assert.deepEqual([two.excludes, two.isGlob, two.value], [true, true, undefined]);
    assert.equal(three.value, "1 2  3");
  });

  it("have no value that only the host knows", () => {
    assert.equal(entries("net.ipv4.ip_forward = {{ forward }}")[0]?.value, undefined);
  });
});

describe("files of one host", () => {
  it("are read by name, whatever their folder, and sysctl.conf last", () => {
    const files = ["etc/sysctl.conf", "usr/lib/sysctl.d/50-a.conf", "etc/sysctl.d/99-z.conf", "run/sysctl.d/10-b.conf"];
    assert.deepEqual(systemOrder(files.map((file) => `file:///lb1/${file}`)), [
      "file:///lb1/run/sysctl.d/10-b.conf",
      "file:///lb1/usr/lib/sysctl.d/50-a.conf",
      "file:///lb1/etc/sysctl.d/99-z.conf",
      "file:///lb1/etc/sysctl.conf",
    ]);
  });

  it("hide others of the same name", () => {
    const files = ["file:///usr/lib/sysctl.d/50.conf", "file:///etc/sysctl.d/50.conf", "file:///run/sysctl.d/50.conf"];
    assert.deepEqual(systemOrder(files), ["file:///etc/sysctl.d/50.conf"]);
  });

  it("belong to the first of them", () => {
    const files = ["file:///h/etc/sysctl.d/10.conf", "file:///h/etc/sysctl.d/20.conf", "file:///h/etc/sysctl.conf"];
    const list = (pattern: string) =>
      files.filter((file) => (pattern.includes("*") ? file.startsWith(pattern.replace(/\*.*/, "")) : file === pattern));
    assert.deepEqual(companions("file:///h/etc/sysctl.d/10.conf", list), files.slice(1));
    assert.deepEqual(companions("file:///h/etc/sysctl.conf", list), []);
    assert.deepEqual(companions("file:///elsewhere/some-sysctl.conf", list), []);
  });

  it("are one configuration", () => {
    const texts = new Map([
      ["file:///h/etc/sysctl.d/10-a.conf", "net.ipv4.conf.all.arp_ignore = 1\n"],
      ["file:///h/etc/sysctl.conf", "net.ipv4.conf.eth0.arp_ignore = 2\n"],
    ]);
    const service = new Service(
      {
        read: (uri) => texts.get(uri),
        list: (pattern) => [...texts.keys()].filter((uri) => uri === pattern || uri === pattern.replace("*", "10-a")),
        failed: assert.fail,
      },
      defaultSettings,
    );
    for (const [uri, text] of texts) service.open(uri, undefined, text);
    const [configuration] = service.workspace.configurations("file:///h/etc/sysctl.conf");
    assert.ok(configuration);
    assert.equal(entriesOf(configuration).length, 2);
    assert.equal(effectiveIn(configuration, "net.ipv4.conf.*.arp_ignore", "eth0")?.number, 2);
    assert.equal(effectiveIn(configuration, "net.ipv4.conf.*.arp_ignore", "eth1")?.number, 1);
  });
});

describe("what holds in the end", () => {
  const cases: readonly [text: string, key: string, interfaceName: string | undefined, value: string | undefined][] = [
    ["net.ipv4.ip_forward = 0\nnet/ipv4/ip_forward = 1", "net.ipv4.ip_forward", undefined, "1"],
    ["net.ipv4.conf.all.arp_ignore = 1\nnet.ipv4.conf.eth0.arp_ignore = 2", "net.ipv4.conf.*.arp_ignore", "eth0", "2"],
    ["net.ipv4.conf.all.rp_filter = 2\nnet.ipv4.conf.eth0.rp_filter = 1", "net.ipv4.conf.*.rp_filter", "eth0", "2"],
    ["net.ipv4.conf.default.rp_filter = 1", "net.ipv4.conf.*.rp_filter", "eth0", "1"],
    ["net.ipv4.conf.default.rp_filter = 1", "net.ipv4.conf.*.rp_filter", "lo", undefined],
    ["net.ipv4.conf.all.send_redirects = 0", "net.ipv4.conf.*.arp_ignore", "eth0", undefined],
    [
      "net.ipv4.conf.all.accept_source_route = 1\nnet.ipv4.conf.eth0.accept_source_route = 0",
      "net.ipv4.conf.*.accept_source_route",
      "eth0",
      "0",
    ],
    ["net.ipv6.conf.all.accept_ra = 0", "net.ipv6.conf.*.accept_ra", "eth0", undefined],
    ["net.ipv4.conf.eth0.forwarding = 0\nnet.ipv4.ip_forward = 1", "net.ipv4.conf.*.forwarding", "eth0", "1"],
    ["net.ipv4.ip_forward = 1\nnet.ipv4.conf.eth0.forwarding = 0", "net.ipv4.conf.*.forwarding", "eth0", "0"],
    ["net.ipv4.conf.eth0.forwarding = 1\nnet.ipv4.ip_forward = 0", "net.ipv4.conf.*.forwarding", "eth0", "1"],
    ["net.ipv4.conf.eth0.rp_filter = 1\nnet.ipv4.conf.*.rp_filter = 2", "net.ipv4.conf.eth0.rp_filter", undefined, "1"],
  ];
  for (const [text, key, interfaceName, value] of cases) {
    it(`${JSON.stringify(text)} makes ${key} on ${interfaceName ?? "the host"} ${value ?? "what it was"}`, () => {
      assert.equal(effective(entries(text), key, interfaceName)?.value, value);
    });
  }

  it("globs leave alone what a line excludes", () => {
    const all = entries("net.ipv4.conf.*.rp_filter = 2\n-net.ipv4.conf.eth*.rp_filter\n");
    assert.equal(written(all, "net.ipv4.conf.eth0.rp_filter"), undefined);
    assert.equal(written(all, "net.ipv4.conf.bond0.rp_filter")?.value, "2");
  });
});
