/** Which adverts a firewall is said to drop: of what protocol, by what interface, from whom to whom. */
import assert from "node:assert/strict";
import type { Problem } from "../../../server/src/core/schema/problem.ts";
import { checkProblems, load, problemsOf } from "../../kit/check.ts";

const id = "stack/firewall-drops-vrrp";
const only = ({ code }: Problem) => code === id;

const deaf = "\n#             ^^^^ lb2 does not hear lb1, its firewall drops VRRP: two masters for 192.0.2.10";

interface Node {
  readonly lines?: string;
  readonly mark?: string;
  readonly address?: string;
  readonly priority?: number;
}

function node(
  host: number,
  { lines = "", mark = "", address = "192.0.2.10/24", priority = 200 - host }: Node = {},
): string {
  return `#- lb${host}/keepalived.conf
vrrp_instance VI_1 {${mark}
    interface eth0
    virtual_router_id 51
    priority ${priority}
${lines}    virtual_ipaddress {
        ${address}
    }
}
`;
}

/** lb1 and lb2, where lb2 has a firewall that drops all but what these lines let in. */
function filtered(first: Node, second: Node, ...rules: readonly string[]): string {
  return `\n${node(1, first)}${node(2, second)}#- lb2/rules.v4
*filter
:INPUT DROP [0:0]
:OUTPUT ACCEPT [0:0]
${rules.map((rule) => `-A INPUT ${rule}\n`).join("")}COMMIT
`;
}

function unicast(own: number, other: number): string {
  return `    unicast_src_ip 192.0.2.${own}\n    unicast_peer {\n        192.0.2.${other}\n    }\n`;
}

function checkFirewall(drawing: string): void {
  checkProblems(drawing, { only });
}

describe("firewalls between the nodes of a virtual router", () => {
  it("let VRRP pass by its number, its group, its peer or its interface", () => {
    checkFirewall(filtered({}, { mark: deaf }));
    checkFirewall(filtered({}, { mark: deaf }, "-p tcp -j ACCEPT", "-m state --state ESTABLISHED -j ACCEPT"));
    for (const rule of ["-p 112 -j ACCEPT", "-d 224.0.0.18 -j ACCEPT", "-i eth0 -j ACCEPT"]) {
      checkFirewall(filtered({}, {}, rule));
    }
    checkFirewall(filtered({}, { mark: deaf }, "-i eth1 -j ACCEPT"));
  });

  it("see unicast adverts go from node to node", () => {
    const [first, second] = [{ lines: unicast(1, 2) }, { lines: unicast(2, 1) }];
    checkFirewall(filtered(first, second, "-s 192.0.2.1 -p vrrp -j ACCEPT"));
    checkFirewall(filtered(first, { ...second, mark: deaf }, "-s 192.0.2.3 -p vrrp -j ACCEPT"));
    checkFirewall(filtered(first, { ...second, mark: deaf }, "-d 224.0.0.18 -j ACCEPT"));
    // By what interface they come in no file tells.
    checkFirewall(filtered(first, second, "-i eth1 -j ACCEPT"));
  });

  it("see the authentication header instead where there is one", () => {
    const lines = "    authentication {\n        auth_type AH\n        auth_pass secret\n    }\n";
    checkFirewall(filtered({ lines }, { lines }, "-p ah -j ACCEPT"));
    checkFirewall(filtered({ lines }, { lines, mark: deaf }, "-p vrrp -j ACCEPT"));
    const version = "    version 3\n";
    checkFirewall(filtered({ lines: version + lines }, { lines: version + lines, mark: deaf }, "-p ah -j ACCEPT"));
  });

  it("of IPv4 leave IPv6 alone", () => {
    const lines = "    version 3\n";
    checkFirewall(filtered({ lines, address: "2001:db8::10/64" }, { lines, address: "2001:db8::10/64" }));
  });

  it("between nodes that do not share a VRID are not to blame", () => {
    const drawing = filtered({}, {}).replace("virtual_router_id 51", "virtual_router_id 52");
    checkFirewall(drawing);
  });

  it("are unsure where another file of the host lets adverts in", () => {
    const nft = "table inet filter {\n  chain input {\n    type filter hook input priority 0;\n";
    const end = "  }\n}\n";
    checkFirewall(`${filtered({}, {})}#- lb2/rules.nft\n${nft}    ip protocol vrrp accept\n${end}`);
    checkFirewall(`${filtered({}, { mark: deaf })}#- lb2/rules.nft\n${nft}${end}`);
  });

  it("say nothing of two masters where priorities are equal", () => {
    const mark = "\n#             ^^^^ warning: lb2 does not hear lb1, its firewall drops VRRP";
    const drawing = filtered({ priority: 100 }, { priority: 100, mark });
    checkFirewall(drawing);
    const loaded = load(drawing);
    const [problem] = problemsOf(loaded, "lb2/keepalived.conf").filter(only);
    assert.equal(problem?.message.en, "lb2 does not hear lb1, its firewall drops VRRP");
    assert.deepEqual(
      problem?.related?.map(({ source, start, end }) => source.section.text.slice(start, end)),
      [":INPUT DROP"],
    );
  });

  it("of three nodes name all that are not heard", () => {
    checkFirewall(
      `\n${node(1)}${node(2)}${node(3, { mark: "\n#             ^^^^ lb3 does not hear lb1, lb2, its firewall drops VRRP: two masters" })}#- lb3/rules.v4
*filter
:INPUT DROP [0:0]
COMMIT
`,
    );
  });
});
