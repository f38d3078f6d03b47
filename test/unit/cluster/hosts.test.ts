/** Which files one machine would read: from folders, names of files, ids in lines, and what is stated. */
import assert from "node:assert/strict";
import { placeOf, stemOf } from "../../../server/src/core/model/cluster/place.ts";
import { hostLines, keepalivedConf, workspaceOf } from "../../kit/estate.ts";

const proxy =
  "frontend web\n    bind 192.0.2.10:80\n    default_backend app\nbackend app\n    server a 192.0.2.21:80\n";

function hostsOf(...names: readonly string[]): readonly string[] {
  const texts = names.map((name) => [name, /\.cfg$/.test(name) ? proxy : keepalivedConf()] as const);
  return hostLines(workspaceOf(Object.fromEntries(texts)).estate);
}

describe("hosts", () => {
  it("are the folders above /etc", () => {
    assert.deepEqual(
      hostsOf(
        "lb1/etc/keepalived/keepalived.conf",
        "lb1/etc/haproxy/haproxy.cfg",
        "lb2/etc/keepalived/keepalived.conf",
      ),
      [
        "lb1: lb1/etc/keepalived/keepalived.conf, lb1/etc/haproxy/haproxy.cfg",
        "lb2: lb2/etc/keepalived/keepalived.conf",
      ],
    );
  });

  it("are folders without those that say what lies in them", () => {
    assert.deepEqual(
      hostsOf("site/hosts/lb1/keepalived/keepalived.conf", "site/hosts/lb2/keepalived/keepalived.conf"),
      ["lb1: site/hosts/lb1/keepalived/keepalived.conf", "lb2: site/hosts/lb2/keepalived/keepalived.conf"],
    );
  });

  it("are in the names of files, and share what names none", () => {
    assert.deepEqual(hostsOf("web/keepalived-master.conf", "web/keepalived-backup.conf", "web/haproxy.cfg"), [
      "master: web/keepalived-master.conf, web/haproxy.cfg",
      "backup: web/keepalived-backup.conf, web/haproxy.cfg",
    ]);
    assert.deepEqual(hostsOf("keepalived.conf.node-192.0.2.1", "keepalived.conf.node-192.0.2.2"), [
      "node-192.0.2.1: keepalived.conf.node-192.0.2.1",
      "node-192.0.2.2: keepalived.conf.node-192.0.2.2",
    ]);
    assert.deepEqual(hostsOf("lb1-keepalived.conf", "lb2-keepalived.conf", "haproxy-lb2.cfg"), [
      "lb1: lb1-keepalived.conf",
      "lb2: lb2-keepalived.conf, haproxy-lb2.cfg",
    ]);
  });

  it("share the files of the folder above them", () => {
    assert.deepEqual(hostsOf("web/haproxy.cfg", "web/lb1/keepalived.conf", "web/lb2/keepalived.conf"), [
      "lb1: web/lb1/keepalived.conf, web/haproxy.cfg",
      "lb2: web/lb2/keepalived.conf, web/haproxy.cfg",
    ]);
  });

  it("are ids of lines in one file", () => {
    const service = workspaceOf({
      "ha/keepalived.conf": keepalivedConf({ more: "    @lb1 state MASTER\n    @lb2 state BACKUP\n" }),
      "ha/haproxy.cfg": proxy,
    });
    assert.deepEqual(hostLines(service.estate), [
      "lb1: ha/keepalived.conf, ha/haproxy.cfg",
      "lb2: ha/keepalived.conf, ha/haproxy.cfg",
    ]);
  });

  it("leave old copies, samples and templates out", () => {
    const names = ["keepalived.conf.bak", "keepalived.conf.sample", "keepalived.conf.20240101", "keepalived.conf.j2"];
    assert.deepEqual(hostsOf("lb1/keepalived.conf", ...names.map((name) => `lb1/${name}`)), [
      "lb1: lb1/keepalived.conf",
    ]);
  });

  it("are what is stated, before anything is guessed", () => {
    const service = workspaceOf({
      ".ha-config.json": `{
        // The names of these files tell nothing.
        "hosts": {
          "alpha": { "files": ["a/**"], "addresses": { "eth0": ["192.0.2.1/24"] }, "versions": { "keepalived": "2.2.7" } },
          "beta": { "files": ["b", "common/*.cfg"] }
        }
      }`,
      "a/one.conf": keepalivedConf(),
      "b/two.conf": keepalivedConf(),
      "common/haproxy.cfg": proxy,
    });
    const { estate } = service;
    assert.deepEqual(hostLines(estate), ["alpha: a/one.conf", "beta: b/two.conf, common/haproxy.cfg"]);
    assert.deepEqual(
      estate.hosts[0]?.addresses.map(({ text, interface: on }) => `${text} ${on}`),
      ["192.0.2.1 eth0"],
    );
    assert.equal(estate.hosts[0]?.configurations[0]?.version, "2.2.7");
  });

  it("have the addresses that files tell", () => {
    const service = workspaceOf({
      "lb1/keepalived.conf": keepalivedConf({
        more: "    unicast_src_ip 192.0.2.1\n    unicast_peer {\n        192.0.2.2\n    }\n",
      }),
      "lb2/keepalived.conf": keepalivedConf(),
      "a/sysctl.conf": "",
      "lb1/haproxy.cfg": proxy,
    });
    const lines = service.estate.hosts.map(({ name, addresses }) => `${name}: ${addresses.map((one) => one.text)}`);
    assert.deepEqual(lines.slice(0, 2), ["lb1: 192.0.2.1", "lb2: 192.0.2.2"]);
  });
});

describe("the path of a file", () => {
  it("tells the folder, its neighbours and the name", () => {
    const { folder, site, tag } = placeOf("file:///work/prod/lb1/etc/keepalived/keepalived.conf");
    assert.deepEqual([folder, site, tag], ["file:///work/prod/lb1", "file:///work/prod", undefined]);
  });

  it("is read whatever it holds", () => {
    for (const uri of [
      "file:///",
      "file:///%zz/keepalived.conf",
      "untitled:Untitled-1",
      "",
      "vscode-vfs://github/a/b/c.conf",
    ]) {
      assert.doesNotThrow(() => placeOf(uri));
    }
    assert.equal(placeOf("file:///etc/keepalived/keepalived.conf").folderName, undefined);
  });
});

describe("the stem of a name", () => {
  it("is what neighbours share", () => {
    assert.deepEqual(["lb1", "lb-02", "LB_3"].map(stemOf), ["lb", "lb", "lb"]);
    assert.deepEqual(["master", "backup", "slave-2", "node"].map(stemOf), ["", "", "", "node"]);
    assert.notEqual(stemOf("shop-lb1"), stemOf("mail-lb1"));
  });
});

describe("other files of a host", () => {
  it("tell its addresses, its processes and what it calls others", () => {
    const { estate } = workspaceOf({
      "lb1/etc/keepalived/keepalived.conf": keepalivedConf(),
      "lb1/etc/network/interfaces": "auto eth0\niface eth0 inet static\n    address 192.0.2.1/24\n",
      "lb1/etc/nginx/nginx.conf": "events {}\n",
      "lb1/etc/hosts": "192.0.2.21 web1\n",
      "web1/etc/sysctl.d/90-lvs.sh": "sysctl -w net.ipv4.conf.all.arp_ignore=1\n",
    });
    const [balancer, server] = estate.hosts;
    assert.deepEqual(
      balancer?.addresses.map(({ text, interface: on }) => `${text} ${on}`),
      ["192.0.2.1 eth0"],
    );
    assert.deepEqual(balancer?.facts.processes, ["keepalived", "nginx"]);
    assert.deepEqual(
      server?.addresses.map(({ text }) => text),
      ["192.0.2.21"],
    );
    assert.deepEqual(
      server?.facts.settings.map(({ key, value }) => `${key}=${value}`),
      ["net.ipv4.conf.all.arp_ignore=1"],
    );
  });
});
