/** What the daemon makes of definitions, loops, included files and braces in odd places, as its own test showed. */
import { checkProblems } from "../../kit/check.ts";

const instance = (addresses: string) => `vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
${addresses}
    }
}
`;

const cases: readonly [what: string, drawing: string][] = [
  ["a list with tuples", instance(`        ~LST({a,b}, {1 , 2}, {3}) 192.0.2\${b}.\${a}`)],
  [
    "blanks in a list's value",
    `~LST(a, 1 2) vrrp_script chk_$a {
#<^^^^^^^^^^ not a valid loop
}
`,
  ],
  ["numbers that are left out", instance("        ~SEQ(i,,2) 192.0.2.1${i}")],
  ["a name that no definition may have", instance("        ~SEQ(1i,1,1) 192.0.2.1")],
  ["a loop that a definition begins", `$LOOP=~SEQ(i, 1, 2)\n${instance("        $LOOP 192.0.2.$i")}`],
  [
    "a definition of several lines before the end of a line",
    `$ALL=192.0.2.1 \\
  192.0.2.2
${instance(`        $ALL dev eth0
#       ^^^^ warning: "$ALL" has several lines
#       ^^^^ error: "$ALL" is not an IP address`)}`,
  ],
  ["a definition of several lines at the end of a line", `$ALL=192.0.2.1 \\\n  192.0.2.2\n${instance("        $ALL")}`],
  [
    "parameters of a definition that takes none",
    `$NET=192.0.2
global_defs {
    router_id \${NET 1}
#             ^^^^^^^^ its braces are taken for those of a block
}
`,
  ],
  [
    "a condition that a definition holds",
    `$ONLY=@lb1 nopreempt
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    $ONLY
#   ^^^^^ Unknown keyword "@lb1"
    virtual_ipaddress {
        192.0.2.10
    }
}
`,
  ],
  [
    "a block that begins in an included file",
    `#- keepalived.conf
include begin.inc
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10
    }
}
#- begin.inc
vrrp_instance VI_1 {
`,
  ],
  [
    "a closing brace that is missing two blocks further in",
    `virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        TCP_CHECK {
#       ^^^^^^^^^ the block "TCP_CHECK" is not closed
            connect_timeout 3
    }
    real_server 198.51.100.12 80 {
        TCP_CHECK {
        }
    }
}
`,
  ],
  [
    "a doubled closing brace",
    `virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        } }
#         ^ Unexpected "}"
    }
    real_server 198.51.100.12 80 {
        TCP_CHECK {
        }
    }
}
`,
  ],
];

describe("odd places in keepalived.conf", () => {
  for (const [what, drawing] of cases) {
    it(what, () => checkProblems(drawing, { only: ({ severity }) => severity === "error" || severity === "warning" }));
  }
});

describe("what a version of keepalived changed", () => {
  const script = (interval: string) => `vrrp_script chk {
    script /usr/bin/true
    interval ${interval}
}
`;
  const changes: readonly [version: string, drawing: string][] = [
    ["2.2.7", script('1.5\n#            ^^^ Expected a whole number, not "1.5"')],
    ["2.3.2", script("1.5")],
    ["2.2.7", "global_defs {\n    vrrp_strict maybe\n}\n"],
    ["2.3.0", "global_defs {\n    vrrp_strict maybe\n#               ^^^^^ is not one of\n}\n"],
    ["2.2.7", "global_defs {\n    notification_email_from a@b c@d\n}\n"],
    [
      "2.3.0",
      "global_defs {\n    notification_email_from a@b c@d\n#                               ^^^ Too many words\n}\n",
    ],
    [
      "2.2.7",
      "garp_group {\n    garp_interval 3000\n#                 ^^^^ is not in the range\n    interface eth0\n}\n",
    ],
    ["2.3.2", "garp_group {\n    garp_interval 3000\n    interface eth0\n}\n"],
  ];
  for (const [version, drawing] of changes) {
    it(`${version}: ${drawing.split("\n", 3).join(" ")}`, () => {
      const settings = { versions: { keepalived: version }, together: [] };
      checkProblems(drawing, { settings, only: ({ severity }) => severity === "error" });
    });
  }
});
