/** The kernel settings that a host needs: which, why, and in which file they are written. */
import assert from "node:assert/strict";
import { say } from "../../../server/src/core/text/localized.ts";
import { codesOf, type Files, offered, written } from "../../kit/companions.ts";
import { keepalivedConf, uriOf, workspaceOf } from "../../kit/estate.ts";

const haproxy = `frontend web
    mode http
    timeout client 10s
    bind 192.0.2.10:80
    http-request return status 200
`;
const proxy: Files = { "lb1/keepalived.conf": keepalivedConf(), "lb1/haproxy.cfg": haproxy };

const lvs = (kind: string) => `virtual_server 192.0.2.10 80 {
    lvs_sched rr
    lvs_method ${kind}
    protocol TCP
    real_server 192.0.2.21 80 {
    }
}
`;
const realServer = "auto eth0\niface eth0 inet static\n    address 192.0.2.21/24\n";

const isOfBinds = ({ code }: { readonly code: string }) => code === "stack/bind-not-local";

describe("the kernel settings of a host", () => {
  it("lets HAProxy bind the virtual address, in a file of its own", () => {
    const after = written("sysctl", proxy, "lb1/haproxy.cfg");
    assert.equal(
      after["lb1/sysctl.d/90-ha.conf"],
      `# HAProxy binds 192.0.2.10, which this node does not hold all the time
net.ipv4.ip_nonlocal_bind = 1
`,
    );
    assert.deepEqual(codesOf(proxy, isOfBinds), ["lb1/haproxy.cfg: stack/bind-not-local"]);
    assert.deepEqual(codesOf(after, isOfBinds), []);
    assert.deepEqual(offered("sysctl", after, "lb1/haproxy.cfg"), []);
  });

  it("speaks the reader's language in the comments", () => {
    const after = written("sysctl", proxy, "lb1/haproxy.cfg", "zh-cn");
    assert.match(after["lb1/sysctl.d/90-ha.conf"] ?? "", /^# HAProxy 绑定 192\.0\.2\.10/);
  });

  it("goes below etc where the host's files lie there", () => {
    const files = { "lb1/etc/keepalived/keepalived.conf": keepalivedConf(), "lb1/etc/haproxy/haproxy.cfg": haproxy };
    assert.ok(written("sysctl", files, "lb1/etc/haproxy/haproxy.cfg")["lb1/etc/sysctl.d/90-ha.conf"]);
  });

  it("goes to a file of its own for each of several hosts that share a folder", () => {
    const files = {
      "keepalived-master.conf": keepalivedConf({ priority: "150" }),
      "keepalived-backup.conf": keepalivedConf(),
      "haproxy.cfg": haproxy,
    };
    const after = written("sysctl", files, "haproxy.cfg");
    assert.deepEqual(Object.keys(after).slice(3), ["sysctl-master.conf", "sysctl-backup.conf"]);
    assert.deepEqual(codesOf(after, isOfBinds), []);
  });

  it("goes to the end of the host's own file, or exchanges the value there", () => {
    const more = { ...proxy, "lb1/sysctl.conf": "net.core.somaxconn = 4096" };
    assert.equal(
      written("sysctl", more, "lb1/haproxy.cfg")["lb1/sysctl.conf"],
      `net.core.somaxconn = 4096
# HAProxy binds 192.0.2.10, which this node does not hold all the time
net.ipv4.ip_nonlocal_bind = 1
`,
    );
    const off = { ...proxy, "lb1/sysctl.conf": "net.ipv4.ip_nonlocal_bind = 0\nnet.core.somaxconn = 4096\n" };
    assert.equal(
      written("sysctl", off, "lb1/haproxy.cfg")["lb1/sysctl.conf"],
      "net.ipv4.ip_nonlocal_bind = 1\nnet.core.somaxconn = 4096\n",
    );
  });

  it("forwards packets for NAT, of IPv6 as well", () => {
    const files = { "lb1/keepalived.conf": keepalivedConf() + lvs("NAT") };
    const after = written("sysctl", files, "lb1/keepalived.conf");
    assert.match(after["lb1/sysctl.d/90-ha.conf"] ?? "", /192\.0\.2\.10 \(80\).*\nnet\.ipv4\.ip_forward = 1\n/);
    const six = lvs("NAT").replace("192.0.2.10", "2001:db8::10").replace("192.0.2.21", "2001:db8::21");
    const after6 = written("sysctl", { "lb1/keepalived.conf": six }, "lb1/keepalived.conf");
    assert.match(
      after6["lb1/sysctl.d/90-ha.conf"] ?? "",
      /2001:db8::10 \(80\).*\nnet\.ipv6\.conf\.all\.forwarding = 1\n/,
    );
    const set = { ...files, "lb1/sysctl.conf": "net.ipv4.conf.all.forwarding = 1\n" };
    assert.deepEqual(offered("sysctl", set, "lb1/keepalived.conf"), []);
  });

  it("keeps real servers quiet about an address that they share", () => {
    const files = { "lb1/keepalived.conf": keepalivedConf() + lvs("DR"), "web1/interfaces": realServer };
    const after = written("sysctl", files, "lb1/keepalived.conf");
    assert.deepEqual(Object.keys(after), [...Object.keys(files), "web1/sysctl.d/90-ha.conf"]);
    const lines = after["web1/sysctl.d/90-ha.conf"]?.match(/^net.*$/gm);
    assert.deepEqual(lines, ["net.ipv4.conf.all.arp_ignore = 1", "net.ipv4.conf.all.arp_announce = 2"]);
    const set = {
      ...files,
      "web1/sysctl.conf": "net.ipv4.conf.eth0.arp_ignore = 1\nnet.ipv4.conf.all.arp_announce = 2\n",
    };
    assert.deepEqual(offered("sysctl", set, "lb1/keepalived.conf"), []);
  });

  it("is not offered where nothing is needed", () => {
    assert.deepEqual(offered("sysctl", { "lb1/keepalived.conf": keepalivedConf() }, "lb1/keepalived.conf"), []);
  });

  it("mends stack/bind-not-local, with a file or a line", () => {
    const fixOf = (files: Files) => {
      const uri = uriOf("lb1/haproxy.cfg");
      const problems = workspaceOf(files).problems(uri).get(uri) ?? [];
      const fix = problems.find(({ code }) => code === "stack/bind-not-local")?.fixes?.[0];
      assert.ok(fix);
      return fix;
    };
    const { creates, edits, safety } = fixOf(proxy);
    assert.equal(safety, "unsafe");
    assert.deepEqual(edits, []);
    const [file] = creates ?? [];
    assert.equal(file?.uri, uriOf("lb1/sysctl.d/90-ha.conf"));
    assert.match(file === undefined ? "" : say(file.text, "en"), /^# .*\nnet\.ipv4\.ip_nonlocal_bind = 1\n$/);
    const line = fixOf({ ...proxy, "lb1/sysctl.conf": "net.core.somaxconn = 4096\n" });
    assert.deepEqual(line.creates, []);
    assert.deepEqual(
      line.edits.map(({ text }) => text),
      ["net.ipv4.ip_nonlocal_bind = 1\n"],
    );
  });
});
