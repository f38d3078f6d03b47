/** Rules about services on virtual addresses beyond their own examples: what must stay unsaid, and what fixes do. */
import assert from "node:assert/strict";
import { serviceRules } from "../../../server/src/core/languages/stack/rules/services/index.ts";
import type { Problem } from "../../../server/src/core/schema/problem.ts";
import { checkProblems, load, problemsOf } from "../../kit/check.ts";

// Nearly all drawings would break these two, which have examples and drawings of their own.
const apart = ["stack/bind-not-local", "stack/service-not-watched"];
const ids = new Set(serviceRules.map(({ id }) => id).filter((id) => !apart.includes(id)));
const only = ({ code }: Problem) => ids.has(code);
const check = (...files: readonly string[]) => checkProblems(`\n${files.join("")}`, { only });

interface Keepalived {
  readonly before?: string;
  /** Lines of the instance. */
  readonly lines?: string;
  readonly addresses?: readonly string[];
  readonly after?: string;
}

function keepalived(host: string, options: Keepalived = {}): string {
  const { before = "", lines = "", addresses = ["192.0.2.10/24"], after = "" } = options;
  return `#- ${host}/keepalived.conf
${before}vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
${lines}    virtual_ipaddress {
${addresses.map((address) => `        ${address}\n`).join("")}    }
}
${after}`;
}

function haproxy(host: string, ...lines: readonly string[]): string {
  return `#- ${host}/haproxy.cfg\nfrontend web\n    mode http\n${lines.map((line) => `    ${line}\n`).join("")}`;
}

const interfaces = (host: string, address: string) =>
  `#- ${host}/interfaces\niface eth0 inet static\n    address ${address}\n`;

const service = (address: string) => `virtual_server ${address} 80 {
    lb_algo rr
    lb_kind NAT
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
}
`;

const two = ["192.0.2.10/24", "192.0.2.20/24"];

describe("rules about services on virtual addresses", () => {
  describe("say nothing", () => {
    const silent: Readonly<Record<string, readonly string[]>> = {
      "of an address beside that of which the host's files tell nothing": [
        keepalived("lb1"),
        haproxy("lb1", "bind 192.0.2.11:80", "bind 192.0.2.1:8404"),
      ],
      "of the host's own address beside a VIP that is served": [
        keepalived("lb1"),
        haproxy("lb1", "bind 192.0.2.10:80", "bind 192.0.2.100:80"),
      ],
      "of an address near a VIP that is a server as well": [
        keepalived("lb1"),
        haproxy("lb1", "bind 192.0.2.100:80", "default_backend app"),
        "#- lb1/haproxy/back.cfg\nbackend app\n    mode http\n    server self 192.0.2.100:80\n",
      ],
      "of LVS that sends to HAProxy on an address next to the VIP": [
        keepalived("lb1", { after: service("192.0.2.10") }),
        haproxy("lb1", "bind 192.0.2.100:80"),
      ],
      "of the address of another node where any may be bound": [
        keepalived("lb1", { lines: "    unicast_src_ip 192.0.2.1\n    unicast_peer {\n        192.0.2.2\n    }\n" }),
        keepalived("lb2", { lines: "    unicast_src_ip 192.0.2.2\n    unicast_peer {\n        192.0.2.1\n    }\n" }),
        haproxy("lb2", "bind 192.0.2.1:8404 transparent", "bind 192.0.2.10:80"),
      ],
      "of one haproxy.cfg that names the addresses of all nodes": [
        keepalived("lb1", { lines: "    unicast_src_ip 192.0.2.1\n    unicast_peer {\n        192.0.2.2\n    }\n" }),
        keepalived("lb2", { lines: "    unicast_src_ip 192.0.2.2\n    unicast_peer {\n        192.0.2.1\n    }\n" }),
        "#- haproxy.cfg\nfrontend web\n    mode http\n    bind 192.0.2.1:80\n    bind 192.0.2.2:80\n    bind 192.0.2.10:80\n",
      ],
      "of a VIP while the host has listeners that are not known": [
        keepalived("lb1", { addresses: two }),
        haproxy("lb1", "bind 192.0.2.10:80", 'bind "$VIP:80"'),
      ],
      "of a VIP that HAProxy connects from": [
        keepalived("lb1", { addresses: two }),
        haproxy("lb1", "bind 192.0.2.10:80"),
        "#- lb1/haproxy/back.cfg\nbackend app\n    mode http\n    source 192.0.2.20\n    server a 198.51.100.1:80\n",
      ],
      "of a VIP on which LVS or HAProxy on every address takes connections": [
        keepalived("lb1", { addresses: two, after: service("192.0.2.20") }),
        haproxy("lb1", "bind 192.0.2.10:80"),
        keepalived("gw1", { addresses: ["198.51.100.10/24", "198.51.100.20/24"] }),
        haproxy("gw1", "bind 198.51.100.10:80", "bind :8080"),
      ],
      "of a VIP of IPv6 beside listeners of IPv4": [
        keepalived("lb1", {
          addresses: ["192.0.2.10/24"],
          after: keepalived("x", { addresses: ["2001:db8::10/64"] })
            .replace("#- x/keepalived.conf\n", "")
            .replace("VI_1", "VI_6"),
        }),
        haproxy("lb1", "bind 192.0.2.10:80"),
      ],
      "of a VIP where another daemon may listen": [
        keepalived("lb1", { addresses: two }),
        haproxy("lb1", "bind 192.0.2.10:80"),
        "#- lb1/nginx.service\n[Service]\nExecStart=/usr/sbin/nginx\n",
      ],
      "of ports where the other host's listeners are not known": [
        keepalived("lb1"),
        haproxy("lb1", "bind 192.0.2.10:80"),
        keepalived("lb2"),
      ],
      "of ports that the other host takes by LVS or within a range": [
        keepalived("lb1"),
        haproxy("lb1", "bind 192.0.2.10:80-81"),
        keepalived("lb2"),
        haproxy("lb2", "bind 192.0.2.10:80", "bind :81"),
      ],
      "of the port of QUIC, without which clients go on by TCP": [
        keepalived("lb1"),
        haproxy("lb1", "bind 192.0.2.10:443", "bind quic4@192.0.2.10:8443"),
        keepalived("lb2"),
        haproxy("lb2", "bind 192.0.2.10:443"),
      ],
      "of virtual servers on a host without instances": [
        "#- lb1/ipvs.rules\n-A -t 192.0.2.100:80 -s rr\n-a -t 192.0.2.100:80 -r 198.51.100.11:80 -m\n",
      ],
      "of an address that the host has by itself": [
        keepalived("lb1"),
        interfaces("lb1", "192.0.2.100/24"),
        "#- lb1/ipvs.rules\n-A -t 192.0.2.100:80 -s rr\n-a -t 192.0.2.100:80 -r 198.51.100.11:80 -m\n",
      ],
      "again of what keepalived.conf itself shows": [keepalived("lb1", { after: service("192.0.2.100") })],
      "of strict mode in the address owner": [
        keepalived("lb1", { before: "global_defs {\n    vrrp_strict\n}\n", lines: "    priority 255\n" }),
        haproxy("lb1", "bind 192.0.2.10:80"),
      ],
      "of no_accept before listeners on every address": [
        keepalived("lb1", { lines: "    no_accept\n" }),
        haproxy("lb1", "bind :80"),
      ],
      "of strict mode again in the file in which it is told": [
        keepalived("lb1", { before: "global_defs {\n    vrrp_strict\n}\n", after: service("192.0.2.10") }),
      ],
      "of other names of a program": [
        keepalived("lb1", { before: 'vrrp_script chk {\n    script "/usr/bin/killall -0 apache2"\n}\n' }),
        "#- lb1/httpd.service\n[Service]\nExecStart=/usr/sbin/httpd\n",
      ],
      "of a process where nothing shows what runs": [
        keepalived("lb1", { before: 'vrrp_script chk {\n    script "/usr/bin/killall -0 nginx"\n}\n' }),
      ],
    };
    for (const [title, files] of Object.entries(silent)) it(title, () => check(...files));
  });

  describe("of binds", () => {
    it("inform where only the nearness of a VIP tells", () => {
      check(
        keepalived("lb1", { addresses: ["192.168.10.100/24"] }),
        haproxy(
          "lb1",
          'bind 192.168.10.10:80\n#        ^^^^^^^^^^^^^^^^ information: "192.168.10.10" is no address of lb1, whose VIP is 192.168.10.100',
        ),
      );
    });

    it("warn of an address that a host with known ones does not have", () => {
      check(
        keepalived("lb1"),
        interfaces("lb1", "192.0.2.1/24"),
        haproxy(
          "lb1",
          "bind 192.0.2.10:80",
          'bind 192.0.2.77:80\n#        ^^^^^^^^^^^^^ warning: lb1 does not have "192.0.2.77", neither as VIP nor as its own',
        ),
      );
    });

    it("know the VIPs that only another host of the cluster holds", () => {
      const second = keepalived("x", { addresses: ["192.0.2.20/24"] })
        .replace("#- x/keepalived.conf\n", "")
        .replace("VI_1", "VI_2")
        .replace("51", "52");
      check(
        keepalived("lb1", { after: second }),
        keepalived("lb2"),
        haproxy(
          "lb2",
          "bind 192.0.2.10:80",
          'bind 192.0.2.20:80\n#        ^^^^^^^^^^^^^ warning: Only lb1 holds the VIP "192.0.2.20": nobody reaches it on lb2',
        ),
      );
    });

    it("are put right by a fix that leaves the port alone", () => {
      const loaded = load(
        `\n${keepalived("lb1")}${interfaces("lb1", "192.0.2.1/24")}${haproxy("lb1", "bind ipv4@192.0.2.100:80")}`,
      );
      const [problem] = problemsOf(loaded, "lb1/haproxy.cfg").filter(only);
      const [edit] = problem?.fixes?.[0]?.edits ?? [];
      assert.ok(edit);
      assert.equal(edit.source.section.text.slice(edit.start, edit.end), "192.0.2.100");
      assert.equal(edit.text, "192.0.2.10");
    });
  });

  describe("of hosts that differ", () => {
    it("point at each where both listen elsewhere", () => {
      check(
        keepalived("lb1"),
        haproxy(
          "lb1",
          "bind 192.0.2.10:80\n#        ^^^^^^^^^^^^^ warning: HAProxy does not listen on 192.0.2.10:80 on lb2",
        ),
        keepalived("lb2"),
        haproxy(
          "lb2",
          "bind 192.0.2.10:8080\n#        ^^^^^^^^^^^^^^^ warning: HAProxy does not listen on 192.0.2.10:8080 on lb1",
        ),
      );
    });

    it("point at the odd one of three", () => {
      check(
        keepalived("lb1"),
        haproxy("lb1", "bind 192.0.2.10:443"),
        keepalived("lb2"),
        haproxy("lb2", "bind :443"),
        keepalived("lb3"),
        haproxy("lb3", "bind 192.0.2.10:80", "bind 192.0.2.10:80")
          .replace(
            "bind 192.0.2.10:80\n",
            "bind 192.0.2.10:8443\n#        ^^^^^^^^^^^^^^^ warning: HAProxy does not listen on 192.0.2.10:443 here, as on lb1, lb2\n#        ^^^^^^^^^^^^^^^ warning: HAProxy does not listen on 192.0.2.10:8443 on lb1, lb2\n",
          )
          .replace("    bind 192.0.2.10:80\n", ""),
      );
    });

    it("only inform of listeners on every address", () => {
      check(
        keepalived("lb1"),
        haproxy(
          "lb1",
          "bind 192.0.2.10:80",
          "bind :8404\n#        ^^^^^ information: HAProxy does not listen on 192.0.2.10:8404 on lb2",
        ),
        keepalived("lb2"),
        haproxy("lb2", "bind 192.0.2.10:80"),
      );
    });
  });

  describe("of what keepalived drops", () => {
    it("know that version 2 has no accept mode in strict mode", () => {
      check(
        keepalived("lb1", { before: "global_defs {\n    vrrp_strict\n}\n", lines: "    accept\n" }),
        haproxy(
          "lb1",
          "bind 192.0.2.10:80\n#        ^^^^^^^^^^^^^ warning: Nobody reaches this on 192.0.2.10: keepalived drops packets",
        ),
      );
    });

    it("tell of IPVS rules on such an address", () => {
      check(
        keepalived("lb1", { before: "global_defs {\n    vrrp_strict\n}\n" }),
        "#- lb1/ipvs.rules\n-A -t 192.0.2.10:80 -s rr\n#     ^^^^^^^^^^^^^ warning: Nobody reaches this on 192.0.2.10\n-a -t 192.0.2.10:80 -r 198.51.100.11:80 -m\n",
      );
    });
  });

  it("of IPVS rules tell which other host holds the address", () => {
    const second = keepalived("x", { addresses: ["192.0.2.20/24"] })
      .replace("#- x/keepalived.conf\n", "")
      .replace("VI_1", "VI_2")
      .replace("51", "52");
    check(
      keepalived("lb1", { after: second }),
      keepalived("lb2"),
      '#- lb2/ipvs.rules\n-A -t 192.0.2.20:80 -s rr\n#     ^^^^^^^^^^^^^ warning: Only lb1 holds "192.0.2.20": what lb2 distributes there\n-a -t 192.0.2.20:80 -r 198.51.100.11:80 -m\n',
    );
  });

  describe("of what is not watched", () => {
    const unwatched = (...files: readonly string[]) =>
      checkProblems(`\n${files.join("")}`, { only: ({ code }) => code === "stack/service-not-watched" });
    const script = 'vrrp_script chk {\n    script "/usr/local/bin/check"\n}\n';
    const bind = haproxy("lb1", "bind 192.0.2.10:80");

    it("count the trackers of the whole sync group", () => {
      const other = "vrrp_instance VI_2 {\n    interface eth1\n    virtual_router_id 52\n}\n";
      const group = "vrrp_sync_group G {\n    group {\n        VI_1\n        VI_2\n    }\n}\n";
      const tracked = other.replace("    virtual", "    track_script {\n        chk\n    }\n    virtual");
      unwatched(keepalived("lb1", { before: script + group, after: tracked }), bind);
      const marked = keepalived("lb1", { before: script, after: tracked }).replace(
        "VI_1 {\n",
        'VI_1 {\n#             ^^^^ information: Nothing of "VI_1" watches HAProxy: 192.0.2.10 stays here\n',
      );
      unwatched(marked, bind);
    });

    it("know that an interface is no process", () => {
      const marked = keepalived("lb1", { lines: "    track_interface {\n        eth1\n    }\n" }).replace(
        "VI_1 {\n",
        'VI_1 {\n#             ^^^^ Nothing of "VI_1" watches HAProxy\n',
      );
      unwatched(marked, bind);
    });

    it("say nothing of listeners on every address", () => {
      unwatched(keepalived("lb1"), haproxy("lb1", "bind :80"));
    });
  });
});
