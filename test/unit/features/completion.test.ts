/** What is offered where, and what it inserts. */
import assert from "node:assert/strict";
import { root } from "../../../server/src/core/languages/keepalived/schema/index.ts";
import { eachKeyword } from "../../../server/src/core/schema/spec.ts";
import { chooseAt, completeAt } from "../../kit/verbs.ts";

const inside = (line: string) => `vrrp_instance VI_1 {\n    interface eth0\n    ${line}\n}\n`;

describe("completion", () => {
  it("offers blocks and directives at the root", () => {
    const labels = completeAt("$0");
    for (const label of ["vrrp_instance", "global_defs", "virtual_server", "include", "~SEQ"]) {
      assert.ok(labels.includes(label), label);
    }
    assert.ok(!labels.includes("priority"));
  });

  it("offers first what a block needs and does not have", () => {
    const labels = completeAt(inside("$0"));
    assert.deepEqual(labels.slice(0, 4), ["priority", "state", "virtual_ipaddress", "virtual_router_id"]);
  });

  it("does not offer again what may stand once", () => {
    assert.ok(!completeAt(inside("$0")).includes("interface"));
  });

  it("offers the word that is being typed", () => {
    assert.ok(completeAt(inside("sta$0")).includes("state"));
  });

  it("offers values", () => {
    assert.deepEqual(completeAt(inside("state $0")), ["BACKUP", "MASTER"]);
    assert.ok(completeAt("virtual_server 192.0.2.1 80 {\n  lb_kind $0\n}\n").includes("DR"));
  });

  it("offers names that are defined", () => {
    const script = 'vrrp_script chk_web {\n  script "/bin/true"\n}\n';
    assert.deepEqual(completeAt(`${script}${inside("track_script {\n        $0\n    }")}`), ["chk_web"]);
  });

  it("offers options of an address, and the option's values", () => {
    assert.ok(completeAt(inside("virtual_ipaddress {\n        192.0.2.10/24 $0\n    }")).includes("dev"));
    assert.ok(completeAt(inside("virtual_ipaddress {\n        192.0.2.10/24 scope $0\n    }")).includes("link"));
  });

  it("offers nothing in a comment", () => {
    assert.deepEqual(completeAt(inside("# sta$0")), []);
  });

  it("offers snippets only where what they begin with is allowed, after the keywords", () => {
    assert.ok(completeAt("$0").includes("vrrp-pair-high"));
    const labels = completeAt(inside("$0"));
    assert.ok(
      labels.includes("track-script") && !labels.includes("vrrp-pair-high") && !labels.includes("real-server-http"),
    );
    assert.ok(labels.indexOf("track-script") > labels.indexOf("vrf"));
  });

  it("knows that another name of a keyword is the keyword", () => {
    const labels = completeAt("virtual_server 192.0.2.1 80 {\n  lvs_sched rr\n  $0\n}\n");
    assert.deepEqual(labels.slice(0, 3), ["delay_loop", "lb_kind", "protocol"]);
    assert.ok(!labels.includes("lb_algo"));
  });

  it("works behind braces on one line", () => {
    assert.ok(completeAt("global_defs { $0 }").includes("router_id"));
    assert.ok(completeAt("global_defs { router_id a } $0").includes("vrrp_instance"));
  });

  it("offers variables, those of the file and those of the daemon", () => {
    const drawing = "$VIP=192.0.2.10\nvrrp_instance a {\n  virtual_ipaddress {\n    ${V$0}/24\n  }\n}\n";
    assert.deepEqual(completeAt(drawing).slice(0, 2), ["VIP", "_BANG"]);
    assert.match(chooseAt(drawing, "VIP"), /^ {4}\\\$\{VIP\\\}\/24$/m);
  });

  it("inserts a block with its gaps", () => {
    assert.equal(chooseAt("vrrp_ins$0\n", "vrrp_instance"), "vrrp_instance ${1:name} {\n\t$0\n}\n");
  });

  it("replaces the word under the cursor", () => {
    assert.equal(chooseAt(inside("state MAS$0TER"), "BACKUP"), inside("state BACKUP"));
  });

  it("offers every keyword of every block in its block", () => {
    const byPath = new Map<string, string[]>();
    eachKeyword(root, (keyword, path) => byPath.set(path, [...(byPath.get(path) ?? []), keyword.name]));
    for (const [path, names] of byPath) {
      const blocks = path === "" ? [] : path.split("/");
      const labels = new Set(
        completeAt(`${blocks.map((block) => `${block} x {\n`).join("")}$0\n${"}\n".repeat(blocks.length)}`),
      );
      // A keyword newer than the version that is set is not offered.
      const missing = names.filter(
        (name) => !labels.has(name) && !["set_supplementary_groups", "sni_name"].includes(name),
      );
      assert.deepEqual(missing, [], path);
    }
  });
});
