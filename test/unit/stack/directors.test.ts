/** Rules about directors beyond their own examples: three hosts, groups, fixes, and all that must stay unsaid. */
import assert from "node:assert/strict";
import { directorRules } from "../../../server/src/core/languages/stack/rules/directors/index.ts";
import { formatAddress, parseAddress } from "../../../server/src/core/net/address.ts";
import type { Problem } from "../../../server/src/core/schema/problem.ts";
import { checkProblems, load, problemsOf } from "../../kit/check.ts";

const ids = new Set(directorRules.map(({ id }) => id));
const only = ({ code }: Problem) => ids.has(code);

/** Hosts lb1, lb2, … of one cluster with 192.0.2.10, each with what stands below its instance. */
function hosts(...texts: readonly string[]): string {
  const files = texts.map(
    (text, index) => `#- lb${index + 1}/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority ${150 - index}
    virtual_ipaddress {
        192.0.2.10
    }
}
${text}`,
  );
  return `\n${files.join("")}`;
}

interface Lines {
  readonly head?: string;
  readonly lines?: string;
  readonly servers?: readonly string[];
}

function service({ head = "192.0.2.10 80 {", lines = "", servers = ["198.51.100.11 80 {"] }: Lines = {}): string {
  const blocks = servers.map((server) => `    real_server ${server}\n        TCP_CHECK {\n        }\n    }\n`);
  return `virtual_server ${head}
    lb_algo wrr
    lb_kind NAT
${lines}${blocks.join("")}}
`;
}

function checkDirectors(drawing: string): void {
  checkProblems(drawing, { only });
}

describe("rules about directors", () => {
  it("where most agree only the others are wrong", () => {
    checkDirectors(
      hosts(
        service({ servers: ["198.51.100.11 80 {\n        weight 2", "198.51.100.12 80 {"] }),
        service({ servers: ["198.51.100.11 80 {\n        weight 2", "198.51.100.12 80 {"] }),
        service({
          servers: [
            "198.51.100.11 80 {\n        weight 5\n#              ^ warning: Weight 5 of 198.51.100.11:80 here, 2 on lb1, lb2: a failover",
            "198.51.100.12 80 {",
          ],
        }),
      ),
    );
    checkDirectors(
      hosts(
        service({ servers: ["198.51.100.11 80 {", "198.51.100.12 80 {", "198.51.100.13 80 {", "198.51.100.14 80 {"] }),
        service({ servers: ["198.51.100.11 80 {", "198.51.100.12 80 {", "198.51.100.13 80 {", "198.51.100.14 80 {"] }),
        service({
          head: "192.0.2.10 80 {\n#              ^^^^^^^^^^ 198.51.100.12:80 (+2) of lb1, lb2 missing here",
        }),
      ),
    );
  });

  it("the one of three that lacks a virtual server is told at its address", () => {
    const missing = hosts(
      service() + service({ head: "192.0.2.10 443 {" }),
      service() + service({ head: "192.0.2.10 443 {" }),
      service(),
    );
    const at = missing.lastIndexOf("        192.0.2.10\n") + "        192.0.2.10\n".length;
    checkDirectors(
      `${missing.slice(0, at)}#       ^^^^^^^^^^ 192.0.2.10:443 is a virtual server on lb1, lb2, not here\n${missing.slice(at)}`,
    );
  });

  it("the entries of a group are told once", () => {
    const group = "virtual_server_group web {\n    192.0.2.10 80\n    192.0.2.10 443\n}\n";
    const head = "group web {";
    checkDirectors(
      hosts(
        group +
          service({
            head,
            servers: [
              "198.51.100.11 80 {",
              "198.51.100.12 80 {\n#               ^^^^^^^^^^^^^^^^ 198.51.100.12:80 is not used on lb2",
            ],
          }),
        group.replace("10 80\n", "10 80\n#   ^^^^^^^^^^ 198.51.100.12:80 of lb1 missing here\n") + service({ head }),
      ),
    );
  });

  it("what is not known in full is no difference", () => {
    checkDirectors(hosts(service(), service({ servers: ["${_ENV WEB} 80 {"] })));
    checkDirectors(hosts(service({ lines: "    include more.conf\n" }), service({ servers: ["198.51.100.12 80 {"] })));
    checkDirectors(hosts(service() + service({ head: "192.0.2.10 443 {" }), service({ head: "fwmark 7 {" })));
    const daemon = (words: string) => `global_defs {\n    lvs_sync_daemon ${words}\n}\n${service()}`;
    checkDirectors(hosts(daemon("eth0 VI_1 id 7"), daemon("${_ENV LINK} VI_1 id 8")));
  });

  it("nodes that may be real servers themselves may prefer themselves", () => {
    const servers = (first: string, second: string) =>
      service({
        servers: [`198.51.100.11 80 {\n        weight ${first}`, `198.51.100.12 80 {\n        weight ${second}`],
      });
    checkDirectors(
      hosts(
        servers(
          "9\n#              ^ information: Weight 9 of 198.51.100.11:80",
          "1\n#              ^ information: Weight 1 of",
        ),
        servers(
          "1\n#              ^ information: Weight 1 of 198.51.100.11:80",
          "9\n#              ^ information: Weight 9 of",
        ),
      ),
    );
    const sources = (drawing: string) =>
      drawing.replace(/(lb(\d)[\s\S]*?)(?= {4}virtual_ipaddress)/g, "$1    unicast_src_ip 198.51.100.1$2\n");
    checkDirectors(sources(hosts(servers("9", "1"), servers("1", "9"))));
  });

  it("a port that is not written is that of the service", () => {
    checkDirectors(hosts(service(), service({ servers: ["198.51.100.11 {"] })));
  });

  it("a virtual server that HAProxy serves elsewhere is not missing", () => {
    const listens =
      "#- lb2/haproxy.cfg\nfrontend web\n    mode http\n    bind *:443\n    http-request return status 200\n";
    checkDirectors(hosts(service() + service({ head: "192.0.2.10 443 {" }), service()) + listens);
  });

  it("takes the value of the other host over", () => {
    const loaded = load(
      hosts(service({ lines: "    persistence_timeout 50\n" }), service({ lines: "    persistence_timeout 500\n" })),
    );
    const fixes = problemsOf(loaded, "lb2/keepalived.conf")
      .filter(({ code }) => code === "stack/persistence-differs")
      .flatMap((problem) => problem.fixes ?? []);
    assert.deepEqual(
      fixes.map(({ safety, edits }) => [safety, edits.map(({ text }) => text)]),
      [["unsafe", ["50"]]],
    );
  });

  it("an address is written as RFC 5952 has it", () => {
    for (const written of [
      "192.0.2.1",
      "::",
      "::1",
      "2001:db8::1",
      "1:0:0:2::3",
      "fe80::a0b:0:1",
      "1:0:2:3:4:5:6:7",
      "1::",
    ]) {
      const address = parseAddress(written);
      assert.ok(address);
      assert.equal(formatAddress(address), written);
    }
  });
});
