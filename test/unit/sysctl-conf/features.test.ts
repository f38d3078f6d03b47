/** What editors ask for in a sysctl.conf: hover, completion, names, folding, formatting, and what is recognised. */
import assert from "node:assert/strict";
import { folds, outline } from "../../../server/src/core/features/outline.ts";
import { tokens, tokenTypes } from "../../../server/src/core/features/tokens.ts";
import { sysctlConf } from "../../../server/src/core/languages/sysctl-conf/index.ts";
import { defaultSettings, Service } from "../../../server/src/core/service.ts";
import { SectionedDocument } from "../../../server/src/core/text/document.ts";
import { folder, load } from "../../kit/check.ts";
import { formatted } from "../../kit/single.ts";
import { chooseAt, completeAt, hoverAt, referencesAt } from "../../kit/verbs.ts";

const file = "sysctl.conf";

describe("hover in sysctl.conf", () => {
  it("explains a key, how interfaces combine, and its default", () => {
    const card = hoverAt("net.ipv4.conf.eth0.arp$0_ignore = 1\n", "en", file);
    assert.match(card, /real server of LVS/);
    assert.match(card, /the greater one holds/);
    assert.match(card, /Default: `0`/);
  });

  it("explains a value", () => {
    assert.match(hoverAt("net/ipv4/conf/eth0.100/arp_ignore = 0x$01\n", "en", file), /Answers only for addresses/);
    assert.match(hoverAt("net.ipv4.conf.all.arp_announce = $02\n", "zh-cn", file), /总是使用该接口/);
  });

  it("says nothing of a key that it does not know", () => {
    assert.equal(hoverAt("kernel.pan$0ic = 1\n", "en", file), "");
  });
});

describe("completion in sysctl.conf", () => {
  it("offers keys, with the interfaces of the file", () => {
    const labels = completeAt("net.ipv4.conf.bond0.rp_filter = 0\n$0", file);
    for (const label of ["net.ipv4.ip_forward", "net.ipv4.conf.*.arp_ignore", "net.ipv4.conf.bond0.arp_ignore"]) {
      assert.ok(labels.includes(label), label);
    }
    assert.ok(labels.includes("lvs-real-server-dr"), "snippets");
    assert.ok(!labels.includes("net.ipv4.tcp_tw_recycle"), "keys that are gone are not offered");
  });

  it("spells keys as they are begun", () => {
    const labels = completeAt("net/ipv4/conf/eth0.7/arp$0", file);
    assert.ok(labels.includes("net/ipv4/conf/eth0.7/arp_ignore"), labels.slice(0, 9).join(" "));
  });

  it("puts a gap where the interface goes", () => {
    assert.equal(
      chooseAt("net$0", "net.ipv4.conf.*.arp_ignore", file).trim(),
      "net.ipv4.conf.${1:eth0}.arp_ignore = $0",
    );
    assert.equal(chooseAt("net.ipv4.ip_f$0", "net.ipv4.ip_forward", file).trim(), "net.ipv4.ip_forward = $0");
  });

  it("offers the sign and then values", () => {
    assert.deepEqual(completeAt("net.ipv4.conf.all.arp_announce $0", file), ["="]);
    assert.deepEqual(completeAt("net.ipv4.conf.all.arp_announce = $0", file), ["0", "1", "2"]);
    assert.deepEqual(completeAt("# net.$0", file), []);
  });
});

describe("names in sysctl.conf", () => {
  it("are interfaces, wherever they are written", () => {
    const drawing =
      "net.ipv4.conf.et$0h0.rp_filter = 1\nnet/ipv6/conf/eth0/accept_ra = 0\nnet.ipv4.conf.all.rp_filter = 0\n";
    assert.deepEqual(referencesAt(drawing, file), ["sysctl.conf:1: eth0", "sysctl.conf:2: eth0"]);
  });
});

describe("the looks of sysctl.conf", () => {
  it("folds comments of several lines, also below a setting", () => {
    const text = "net.ipv4.ip_forward = 1\n# one\n; two\n# three\nnet.core.somaxconn = 1\n\n# alone\n";
    const document = new SectionedDocument(text, sysctlConf.split);
    assert.deepEqual(
      folds(sysctlConf, document).map(({ section, start, end }) => section.text.slice(start, end)),
      ["# one\n; two\n# three"],
    );
  });

  it("lists what is set", () => {
    const document = new SectionedDocument("# a\n-net.core.somaxconn = 1\n\nx = a  b\ny\n= 1\n", sysctlConf.split);
    assert.deepEqual(
      outline(sysctlConf, document).map(({ name, detail }) => `${name}: ${detail}`),
      ["net.core.somaxconn: 1", "x: a  b"],
    );
  });

  it("colours keys, interfaces and numbers", () => {
    const { service } = load("-net.ipv4.conf.eth0.rp_filter = 1\n", file);
    const data = tokens(service.workspace, folder + file);
    const types = Array.from({ length: data.length / 5 }, (_, at) => tokenTypes[data[at * 5 + 3] ?? -1]);
    assert.deepEqual(types, ["class", "number"]);
  });

  it("is formatted with a blank on either side of the sign", () => {
    assert.equal(
      formatted(
        sysctlConf,
        "  net.ipv4.ip_forward=1 \n-net.core.somaxconn\t =  4096\nnet.ipv4.tcp_rmem =1  2\t3\n# a=b\nx=\n",
      ),
      "net.ipv4.ip_forward = 1\n-net.core.somaxconn = 4096\nnet.ipv4.tcp_rmem = 1  2\t3\n# a=b\nx =\n",
    );
  });
});

describe("sysctl.conf is recognised", () => {
  const recognise = (path: string, text: string) =>
    new Service({ list: () => [], read: () => null, failed: assert.fail }, defaultSettings).open(path, undefined, text);

  it("by its name or by its lines", () => {
    assert.ok(recognise("file:///etc/sysctl.conf", ""));
    assert.ok(recognise("file:///etc/sysctl.d/10-lvs.conf", "a = b\n"));
    assert.ok(recognise("file:///tmp/a.txt", "# x\nnet.ipv4.ip_forward = 1\n\nnet/core/somaxconn=1\n"));
    assert.ok(!recognise("file:///tmp/a.txt", "name = value\nother = 1\nnet.ipv4.ip_forward = 1\n"));
  });

  it("before other languages that like the folder", () => {
    assert.equal(
      load("net.ipv4.ip_forward = 1\n", "99-sysctl.conf").service.workspace.language(`${folder}99-sysctl.conf`)?.id,
      "sysctl-conf",
    );
  });
});

describe("a template of sysctl.conf", () => {
  it("has no problem in what an engine fills in", () => {
    const { service } = load(
      "net.ipv4.ip_forward = {{ forward }}\n{% if lvs %}\nnet.ipv4.vs.conntrack ${X}\n{% endif %}\n",
      file,
    );
    assert.deepEqual(service.problems(folder + file).get(folder + file), []);
  });
});
