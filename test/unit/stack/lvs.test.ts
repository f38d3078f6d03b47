/** Rules about LVS beyond their own examples: who is whose real server, what counts as a setting, what stays unsaid. */
import assert from "node:assert/strict";
import { lvsRules } from "../../../server/src/core/languages/stack/rules/lvs/index.ts";
import type { Problem } from "../../../server/src/core/schema/problem.ts";
import { applied } from "../../kit/applied.ts";
import { checkProblems, load, problemsOf } from "../../kit/check.ts";

const ids = new Set(lvsRules.map(({ id }) => id));
const only = ({ code }: Problem) => ids.has(code);

type Files = Readonly<Record<string, string>>;

function estate(files: Files): string {
  return `\n${Object.entries(files)
    .map(([name, text]) => `#- ${name}\n${text}`)
    .join("")}`;
}

/** A virtual server with these servers; each may say more. */
function director(kind: string, servers: readonly string[], address = "192.0.2.10 80"): string {
  const blocks = servers.map((server) => `    real_server ${server} {\n        TCP_CHECK {\n        }\n    }\n`);
  return `virtual_server ${address} {\n    lb_algo rr\n    lb_kind ${kind}\n    protocol TCP\n${blocks.join("")}}\n`;
}

function interfaces(address: string, virtual = "192.0.2.10/32", on = "lo:0"): string {
  const held = virtual === "" ? "" : `iface ${on} inet static\n    address ${virtual}\n`;
  return `iface eth0 inet static\n    address ${address}/24\n${held}`;
}

const direct = director("DR", ["192.0.2.21 80"]);
const quiet = "net.ipv4.conf.all.arp_ignore = 1\nnet.ipv4.conf.all.arp_announce = 2\n";

/** What is said in a file: severity, rule and message. */
function said(files: Files, name: string): readonly string[] {
  return problemsOf(load(estate(files)), name)
    .filter(only)
    .map(({ severity, code, message }) => `${severity} ${code.replace("stack/", "")}: ${message.en}`);
}

const web1 = (sysctl: string, more: Files = {}): Files => ({
  "lb1/keepalived.conf": direct,
  "web1/interfaces": interfaces("192.0.2.21"),
  "web1/sysctl.conf": sysctl,
  ...more,
});

const vrrp =
  "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    virtual_ipaddress {\n        192.0.2.10\n    }\n}\n";

function proxy(mode: string, ipvs: string): string {
  const head = "apiVersion: kubeproxy.config.k8s.io/v1alpha1\nkind: KubeProxyConfiguration\n";
  return `${head}mode: ${mode}\n${ipvs === "" ? "" : `ipvs:\n${ipvs}`}`;
}

describe("rules about LVS", () => {
  describe("fixes", () => {
    for (const rule of lvsRules) {
      for (const [index, drawing] of rule.bad.entries()) {
        const loaded = load(drawing);
        const offered = loaded.files.flatMap(({ name }) =>
          problemsOf(loaded, name)
            .filter(({ code }) => code === rule.id)
            .flatMap(({ fixes = [], message }) => fixes.map((fix) => ({ name, fix, said: message.en }))),
        );
        for (const { name, fix, said: before } of offered) {
          it(`of ${rule.id}, bad example ${index + 1}: ${fix.title.en} mends it`, () => {
            const left = problemsOf(load(applied(loaded, fix.edits)), name);
            const same = left.filter(({ code, message }) => code === rule.id && message.en === before);
            assert.deepEqual(same, []);
          });
        }
      }
    }
  });

  describe("ARP of real servers", () => {
    it("takes what decides: of all and the interface the greater value", () => {
      assert.deepEqual(said(web1(quiet), "lb1/keepalived.conf"), []);
      const byInterface =
        "net.ipv4.conf.eth0.arp_ignore = 2\nnet.ipv4.conf.all.arp_ignore = 0\nnet.ipv4.conf.all.arp_announce = 2\n";
      assert.deepEqual(said(web1(byInterface), "lb1/keepalived.conf"), []);
      assert.deepEqual(
        said(web1("net.ipv4.conf.*.arp_ignore = 1\nnet.ipv4.conf.*.arp_announce = 2\n"), "lb1/keepalived.conf"),
        [],
      );
    });

    it("does not take what is set for lo, or for an interface that the host does not have", () => {
      for (const name of ["lo", "ens192"]) {
        const sysctl = quiet.replaceAll("all", name);
        assert.deepEqual(said(web1(sysctl), "lb1/keepalived.conf"), [
          "warning real-server-arp: web1 answers ARP for 192.0.2.10 as well: arp_ignore is not set, arp_announce is not set there",
        ]);
      }
    });

    it("takes values that answer for values that answer", () => {
      for (const [value, count] of [
        [1, 0],
        [2, 0],
        [3, 0],
        [4, 1],
        [8, 0],
      ] as const) {
        const sysctl = quiet.replace("arp_ignore = 1", `arp_ignore = ${value}`);
        assert.equal(said(web1(sysctl), "lb1/keepalived.conf").length, count, `arp_ignore ${value}`);
      }
    });

    it("is the same for a dummy interface", () => {
      const files = web1("net.core.somaxconn = 1024\n", {
        "web1/interfaces": interfaces("192.0.2.21", "192.0.2.10/32", "dummy0"),
      });
      assert.equal(said(files, "lb1/keepalived.conf").length, 1);
      assert.deepEqual(said({ ...files, "web1/sysctl.conf": quiet }, "lb1/keepalived.conf"), []);
    });

    it("takes any interface where none is known to have the server's address", () => {
      const files = {
        "lb1/keepalived.conf": direct,
        "web1-192.0.2.21/sysctl.conf": quiet.replaceAll("all", "ens192"),
      };
      assert.deepEqual(said(files, "lb1/keepalived.conf"), []);
      const loud = { ...files, "web1-192.0.2.21/sysctl.conf": "net.ipv4.conf.ens192.arp_ignore = 0\n" };
      assert.equal(said(loud, "lb1/keepalived.conf").length, 1);
    });

    it("keeps quiet with arp_announce 1 where the address is of another network", () => {
      const sysctl = quiet.replace("arp_announce = 2", "arp_announce = 1");
      const files = web1(sysctl, {
        "lb1/keepalived.conf": director("DR", ["192.0.2.21 80"], "198.51.100.10 80"),
        "web1/interfaces": interfaces("192.0.2.21", "198.51.100.10/32"),
      });
      assert.deepEqual(said(files, "lb1/keepalived.conf"), []);
      assert.equal(said(web1(sysctl), "lb1/keepalived.conf").length, 1);
    });

    it("leaves hosts alone whose scripts set it as well", () => {
      const start =
        "echo 1 > /proc/sys/net/ipv4/conf/all/arp_ignore\necho 2 > /proc/sys/net/ipv4/conf/all/arp_announce\n";
      assert.deepEqual(
        said(web1("net.ipv4.conf.all.arp_ignore = 0\n", { "web1/lvs.sh": start }), "lb1/keepalived.conf"),
        [],
      );
      const stop = start.replace(/echo \d/g, "echo 0");
      assert.deepEqual(
        said(web1("net.core.somaxconn = 1024\n", { "web1/lvs.sh": start + stop }), "lb1/keepalived.conf"),
        [],
      );
      const forwards = { "web1/up.sh": "sysctl -w net.ipv4.ip_forward=1\n" };
      assert.equal(said(web1("net.core.somaxconn = 1024\n", forwards), "lb1/keepalived.conf").length, 1);
    });

    it("tells each director once, and the file with the wrong value once", () => {
      const two = direct + director("DR", ["192.0.2.21 443"], "192.0.2.10 443");
      const files = web1("net.ipv4.conf.all.arp_ignore = 0\nnet.ipv4.conf.all.arp_announce = 2\n", {
        "lb1/keepalived.conf": two,
        "lb2/keepalived.conf": two,
      });
      assert.equal(said(files, "lb1/keepalived.conf").length, 1);
      assert.equal(said(files, "lb2/keepalived.conf").length, 1);
      assert.deepEqual(said(files, "web1/sysctl.conf"), [
        "warning real-server-arp: 192.0.2.10 is a virtual address here: it takes 1 to keep quiet about it",
      ]);
    });

    it("asks after a server without settings only where another one has them", () => {
      const both = director("DR", ["192.0.2.21 80", "192.0.2.22 80"]);
      const files = web1(quiet, { "lb1/keepalived.conf": both, "web2/interfaces": interfaces("192.0.2.22") });
      assert.deepEqual(said(files, "lb1/keepalived.conf"), [
        "information real-server-arp: Nothing shows whether web2 keeps quiet about 192.0.2.10; web1 does",
      ]);
      assert.deepEqual(said({ ...files, "web1/sysctl.conf": "" }, "lb1/keepalived.conf"), []);
    });
  });

  describe("say nothing", () => {
    const loud = "net.core.somaxconn = 1024\n";
    const silent: Readonly<Record<string, Files>> = {
      "of tunnels and NAT as far as ARP goes": web1(loud, {
        "lb1/keepalived.conf": director("NAT", ["192.0.2.21 80"]),
      }),
      "of ARP for IPv6": web1(loud, {
        "lb1/keepalived.conf": director("DR", ["2001:db8::21 80"], "2001:db8::10 80"),
        "web1/interfaces":
          "iface eth0 inet6 static\n    address 2001:db8::21/64\niface lo inet6 static\n    address 2001:db8::10/128\n",
      }),
      "of a value that only a template's engine knows": web1(
        "net.ipv4.conf.all.arp_ignore = {{ ignore }}\nnet.ipv4.conf.all.arp_announce = 2\n",
      ),
      "of a server that no host is": web1(loud, { "lb1/keepalived.conf": director("DR", ["192.0.2.99 80"]) }),
      "of a host whose files lie elsewhere": {
        "one/lb1/keepalived.conf": direct,
        "one/lb2/keepalived.conf": direct,
        "two/web1/interfaces": interfaces("192.0.2.21", ""),
        "two/web1/sysctl.conf": loud,
      },
      "of an address that two hosts have": web1(loud, {
        "web2/interfaces": interfaces("192.0.2.21", ""),
        "web2/sysctl.conf": loud,
      }),
      "of ARP for an address on an interface that may be asked": web1(loud, {
        "web1/interfaces": interfaces("192.0.2.21", "192.0.2.10/32", "eth1"),
      }),
      "of ARP where another packet filter may drop it": web1(loud, {
        "web1/interfaces": `${interfaces("192.0.2.21")}    up arptables -A INPUT -d 192.0.2.10 -j DROP\n`,
      }),
      "of ARP where an interface sets it when it comes up": web1(loud, {
        "web1/interfaces": `${interfaces("192.0.2.21")}    up sysctl -w net.ipv4.conf.eth0.arp_ignore=1\n`,
      }),
      "of an address on the interface that is asked where nothing at all is answered": web1(
        "net.ipv4.conf.eth0.arp_ignore = 8\n",
        { "web1/interfaces": interfaces("192.0.2.21", "192.0.2.10/32", "eth0:0") },
      ),
      "of a firewall mark": web1(loud, {
        "lb1/keepalived.conf": "virtual_server fwmark 1 {\n    lb_kind DR\n    real_server 192.0.2.21 {\n    }\n}\n",
        "web1/interfaces": interfaces("192.0.2.21", ""),
      }),
      "of a missing address where a script may add it": web1(quiet, {
        "web1/interfaces": interfaces("192.0.2.21", ""),
        "web1/lvs.sh": 'for vip in $VIPS; do ip address add "$vip" dev lo; done\n',
      }),
      "of a missing address that VRRP gives the host": web1(quiet, {
        "web1/interfaces": interfaces("192.0.2.21", ""),
        "web1/keepalived.conf":
          "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    virtual_ipaddress {\n        192.0.2.10\n    }\n}\n",
      }),
      "of a missing address that a rule of the packet filter catches": web1(quiet, {
        "web1/interfaces": interfaces("192.0.2.21", ""),
        "web1/rules.v4": "*nat\n-A PREROUTING -d 192.0.2.10/32 -p tcp -j REDIRECT\nCOMMIT\n",
      }),
      "of forwarding where a script turns it on": {
        "lb1/keepalived.conf": director("NAT", ["198.51.100.21 80"]),
        "lb1/sysctl.conf": "net.ipv4.ip_forward = 0\n",
        "lb1/rc.local": "echo 1 > /proc/sys/net/ipv4/ip_forward\n",
      },
      "of forwarding where a line for all turns it on later": {
        "lb1/keepalived.conf": director("NAT", ["198.51.100.21 80"]),
        "lb1/sysctl.conf": "net.ipv4.ip_forward = 0\nnet.ipv4.conf.all.forwarding = 1\n",
      },
      "of forwarding to the director itself": {
        "lb1/keepalived.conf": director("NAT", ["127.0.0.1 80", "192.0.2.1 80"]),
        "lb1/interfaces": interfaces("192.0.2.1", ""),
        "lb1/sysctl.conf": "net.ipv4.ip_forward = 0\n",
      },
      "of forwarding without settings": { "lb1/keepalived.conf": director("NAT", ["198.51.100.21 80"]) },
      "of a director that only one side has as a server": {
        "lb1/keepalived.conf": director("DR", ["192.0.2.2 80"]),
        "lb1/interfaces": interfaces("192.0.2.1"),
        "lb2/keepalived.conf": director("DR", ["192.0.2.2 80"]),
        "lb2/interfaces": interfaces("192.0.2.2"),
      },
      "of networks that a template's engine leaves alone": {
        "lb1/keepalived.conf": direct,
        "lb1/kube-proxy.yaml": proxy("ipvs", "  strictARP: true\n  excludeCIDRs: {{ networks }}\n"),
      },
      "of kube-proxy far from keepalived": {
        "one/lb1/keepalived.conf": vrrp,
        "one/lb2/keepalived.conf": vrrp,
        "two/k8s/kube-proxy.yaml": proxy("ipvs", ""),
      },
    };
    for (const [what, files] of Object.entries(silent)) {
      it(what, () => checkProblems(estate(files), { only }));
    }
  });

  it("leave it at information where a backup drops what would circle", () => {
    const files = {
      "lb1/keepalived.conf": director("DR", ["192.0.2.1 80", "192.0.2.2 80"]),
      "lb1/interfaces": interfaces("192.0.2.1"),
      "lb2/keepalived.conf": director("DR", ["192.0.2.1 80", "192.0.2.2 80"]) + vrrp,
      "lb2/interfaces": interfaces("192.0.2.2", ""),
    };
    const [one] = said(files, "lb1/keepalived.conf");
    const [other] = said(files, "lb2/keepalived.conf");
    assert.match(one ?? "", /^information real-server-on-director: lb2 /);
    assert.match(other ?? "", /^warning real-server-on-director: lb1 /);
  });

  it("only inform of stored rules that kube-proxy may have made itself", () => {
    const files = {
      "node1/ipvsadm.rules": "-A -t 10.96.0.1:443 -s rr\n-a -t 10.96.0.1:443 -r 192.0.2.1:6443 -m\n",
      "node1/kube-proxy.yaml": proxy("ipvs", "  strictARP: true\n"),
    };
    assert.deepEqual(said(files, "node1/ipvsadm.rules"), [
      "information kube-proxy-excludes: kube-proxy on node1 deletes this: its excludeCIDRs lack 10.96.0.1",
    ]);
    assert.match(said(files, "node1/kube-proxy.yaml").join(), /^information/);
  });

  it("know a server by what others call it, and by what is stated", () => {
    const sysctl = { "web1/sysctl.conf": "net.core.somaxconn = 1024\n", "lb1/keepalived.conf": direct };
    assert.equal(said({ ...sysctl, "lb1/hosts": "192.0.2.21 web1\n" }, "lb1/keepalived.conf").length, 1);
    const stated = JSON.stringify({
      hosts: {
        lb1: { files: ["lb1/*"] },
        web1: { files: ["web1/*"], addresses: { eth0: "192.0.2.21/24" } },
      },
    });
    assert.equal(said({ ...sysctl, ".ha-config.json": `${stated}\n` }, "lb1/keepalived.conf").length, 1);
  });
});
