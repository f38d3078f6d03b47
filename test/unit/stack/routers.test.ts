/** What the examples of the rules about virtual routers leave open: uncertain cases, other severities, and the fixes. */
import assert from "node:assert/strict";
import { routerRules } from "../../../server/src/core/languages/stack/rules/routers/index.ts";
import type { Fix, Problem } from "../../../server/src/core/schema/problem.ts";
import { checkProblems, folder, type Loaded, load, problemsOf } from "../../kit/check.ts";

/** A file of a host with one instance; marks are lines that begin with `#`. */
function node(host: string, priority: number, lines: string, addresses = "192.0.2.10/24"): string {
  return `#- ${host}/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    priority ${priority}
${lines.includes("virtual_router_id") ? "" : "    virtual_router_id 51\n"}${lines}
    virtual_ipaddress {
        ${addresses}
    }
}
`;
}

function unicast(source: string, ...peers: readonly string[]): string {
  return `    unicast_src_ip ${source}\n    unicast_peer {\n${peers.map((peer) => `        ${peer}\n`).join("")}    }`;
}

const check = (...nodes: readonly string[]) =>
  checkProblems(`\n${nodes.join("")}`, { only: ({ code }) => code.startsWith("stack/") });

describe("rules about virtual routers", () => {
  it("compare only what members with one VRID say", () => {
    check(
      node("lb1", 150, "    virtual_router_id 51\n#                     ^^ error: VRID 51 here\n    advert_int 3"),
      node(
        "lb2",
        100,
        "    virtual_router_id 52\n#                     ^^ error: VRID 52 here",
        "192.0.2.10/24\n192.0.2.11/24",
      ),
    );
  });

  it("inform of different intervals in version 3, where the master's holds", () => {
    check(
      node(
        "lb1",
        150,
        "    version 3\n    advert_int 0.5\n#              ^^^ information: Adverts every 0.5 s here and every 1 s on lb2",
      ),
      node(
        "lb2",
        100,
        "    version 3\n    advert_int 1\n#              ^ information: Adverts every 1 s here and every 0.5 s on lb1",
      ),
    );
  });

  it("name the odd one where most agree", () => {
    check(
      node("lb1", 150, "    advert_int 2"),
      node("lb2", 120, "    advert_int 2"),
      node("lb3", 100, "    advert_int 5\n#              ^ error: Adverts every 5 s here and every 2 s on lb1, lb2"),
    );
  });

  it("know that only the first eight characters of a password count", () => {
    const secret = (password: string) =>
      `    authentication {\n        auth_type PASS\n        auth_pass ${password}\n    }`;
    check(node("lb1", 150, secret("mapleleaf")), node("lb2", 100, secret("mapleleague")));
  });

  it("let passwords differ where no version compares them", () => {
    const secret = (password: string) =>
      `    version 3\n    authentication {\n        auth_type PASS\n        auth_pass ${password}\n    }`;
    check(node("lb1", 150, secret("maple")), node("lb2", 100, secret("birch")));
  });

  it("are silent about what only the host knows", () => {
    check(
      node("lb1", 150, "    include /etc/keepalived/more.conf\n    advert_int 5"),
      node(
        "lb2",
        100,
        "    authentication {\n        auth_type PASS\n        auth_pass ${_ENV SECRET}\n    }",
        "192.0.2.10/24\n${_ENV MORE}",
      ),
    );
  });

  it("point at the instance where the version of the file does not hold for it", () => {
    const address = "fe80::10/64";
    check(
      `${node("lb1", 150, "", address).replace("VI_1 {", "VI_1 {\n#             ^^^^ error: VRRP version 3 (the default) here and 2 on lb2")}global_defs {\n    vrrp_version 2\n}\n`,
      node("lb2", 100, "    version 2\n#           ^ error: VRRP version 2 here and 3 on lb1", address),
    );
  });

  it("name some of many addresses", () => {
    const many = [1, 2, 3, 4, 5].map((last) => `192.0.2.2${last}/24`).join("\n        ");
    const marked = many.replace(
      "\n",
      "\n#       ^^^^^^^^^^^^^ error: 192.0.2.21, 192.0.2.22 (+3) missing on lb2: two masters\n",
    );
    check(
      node("lb1", 150, "", `192.0.2.10/24\n        ${marked}`),
      node("lb2", 100, "").replace(
        "address {",
        "address {\n#   ^^^^^^^^^^^^^^^^^ error: 192.0.2.21, 192.0.2.22 (+3) of lb1 missing",
      ),
    );
  });

  it("are sure of lists that share nothing where the addresses are of one subnet", () => {
    check(
      node(
        "lb1",
        150,
        "",
        "192.0.2.10\n#       ^^^^^^^^^^ error: 192.0.2.10 here and 192.0.2.11 on lb2: both are MASTER",
      ),
      node(
        "lb2",
        100,
        "",
        "192.0.2.11\n#       ^^^^^^^^^^ error: 192.0.2.11 here and 192.0.2.10 on lb1: both are MASTER",
      ),
    );
  });

  it("warn of lists that share nothing, not even a network", () => {
    check(
      node("lb1", 150, "", "192.0.2.10/24\n#       ^^^^^^^^^^^^^ warning: 192.0.2.10 here and 198.51.100.10 on lb2"),
      node(
        "lb2",
        100,
        "",
        "198.51.100.10/24\n#       ^^^^^^^^^^^^^^^^ warning: 198.51.100.10 here and 192.0.2.10 on lb1",
      ),
    );
  });

  it("warn where only a node of lower priority leaves another out", () => {
    check(
      node("lb1", 150, unicast("192.0.2.1", "192.0.2.2")),
      node(
        "lb2",
        100,
        unicast("192.0.2.2", "192.0.2.9\n#       ^^^^^^^^^ is no known node of VI_1, lb1 has 192.0.2.1 and"),
      ),
    );
  });

  it("know no peers of hosts whose addresses nobody tells", () => {
    check(
      node("lb1", 150, "    unicast_peer {\n        192.0.2.2\n        192.0.2.3\n    }"),
      node("lb2", 120, "    unicast_peer {\n        192.0.2.1\n        192.0.2.3\n    }"),
      node("lb3", 100, "    unicast_peer {\n        192.0.2.1\n        192.0.2.2\n    }"),
    );
  });

  it("say once that a list lacks a node that also checks sources", () => {
    check(
      node(
        "lb1",
        150,
        `    check_unicast_src\n${unicast("192.0.2.1", "192.0.2.9\n#       ^^^^^^^^^ error: Adverts of lb2 (192.0.2.2) are dropped here")}`,
      ),
      node("lb2", 100, unicast("192.0.2.2", "192.0.2.1")),
    );
  });

  it("leave unicast routers with one VRID alone that have no peer in common", () => {
    check(
      node("lb1", 150, unicast("192.0.2.1", "192.0.2.2")),
      node("lb2", 100, unicast("192.0.2.2", "192.0.2.1")),
      node("lb3", 150, unicast("192.0.2.3", "192.0.2.4"), "192.0.2.20/24"),
      node("lb4", 100, unicast("192.0.2.4", "192.0.2.3"), "192.0.2.20/24"),
    );
  });

  it("take two pairs with one VRID and name for two routers", () => {
    const id = (names: string) =>
      `    virtual_router_id 51\n#                     ^^ warning: VRID 51 is also that of "VI_1" on ${names}`;
    check(
      node("lb1", 150, id("lb3, lb4")),
      node("lb2", 100, id("lb3, lb4")),
      node("lb3", 150, id("lb1, lb2"), "192.0.2.20/24"),
      node("lb4", 100, id("lb1, lb2"), "192.0.2.20/24"),
    );
  });

  it("take a copy of a cluster in another folder for a cluster of its own", () => {
    const pair = (place: string) => [
      node(`${place}/lb1`, 150, unicast("192.0.2.1", "192.0.2.2")),
      node(`${place}/lb2`, 100, unicast("192.0.2.2", "192.0.2.1")),
    ];
    check(...pair("production"), ...pair("staging"));
  });

  it("take in a node far away that has the others as peers", () => {
    check(
      node("east/lb1", 150, unicast("192.0.2.1", "192.0.2.2", "192.0.2.3")),
      node("east/lb2", 120, unicast("192.0.2.2", "192.0.2.1", "192.0.2.3")),
      node(
        "west/lb3",
        100,
        unicast("192.0.2.3", "192.0.2.1", "192.0.2.2")
          .replace("unicast_peer {", "unicast_peer {\n#   ^^^^^^^^^^^^ warning: lb1 (192.0.2.1) is no peer here")
          .replace("        192.0.2.1\n", ""),
      ),
    );
  });

  it("apply what is stated of networks to hosts below its folder alone", () => {
    check(
      node("office/lb1", 150, ""),
      node("office/lb2", 100, ""),
      node("cloud/lb1", 150, "").replace("VI_1 {", "VI_1 {\n#             ^^^^ carries no multicast"),
      node("cloud/lb2", 100, "").replace("VI_1 {", "VI_1 {\n#             ^^^^ carries no multicast"),
      `#- cloud/.ha-config.json
{ "networks": { "cloud": { "addresses": ["192.0.2.0/24"], "multicast": false } } }
`,
    );
  });

  it("take a copied source for no address of the host that sets up its own", () => {
    const interfaces = (number: number) =>
      `#- lb${number}/interfaces\niface eth0 inet static\n    address 192.0.2.${number}/24\n`;
    check(
      node(
        "lb1",
        150,
        unicast("192.0.2.1", "192.0.2.2").replace(
          "192.0.2.1",
          "192.0.2.1\n#                  ^^^^^^^^^ also that of lb2",
        ),
      ),
      interfaces(1),
      node(
        "lb2",
        100,
        unicast("192.0.2.1", "192.0.2.9").replace(
          "192.0.2.1",
          "192.0.2.1\n#                  ^^^^^^^^^ also that of lb1",
        ),
      ),
      "vrrp_instance VI_2 {\n#             ^^^^ Only lb2 has\n    interface eth0\n    virtual_router_id 52\n    priority 100\n    unicast_peer {\n        192.0.2.1\n    }\n    virtual_ipaddress {\n        192.0.2.11/24\n    }\n}\n",
      interfaces(2),
    );
  });

  it("offer peers for all hosts where their addresses are stated", () => {
    const loaded = load(`
${node("lb1", 150, "")}${node("lb2", 100, "")}#- .ha-config.json
{
  "hosts": {
    "lb1": { "files": ["lb1/**"], "addresses": { "eth0": ["192.0.2.1/24"] } },
    "lb2": { "files": ["lb2/**"], "addresses": { "eth0": ["192.0.2.2/24"] } }
  },
  "networks": { "cloud": { "addresses": ["192.0.2.0/24"], "multicast": false } }
}
`);
    const [problem] = problemsOf(loaded, "lb1/keepalived.conf").filter(({ code }) => code === "stack/unicast-needed");
    const [fix] = problem?.fixes ?? [];
    assert.ok(fix, "a fix is offered");
    const texts = mended(loaded, fix);
    assert.match(
      texts.get("lb1/keepalived.conf") ?? "",
      /^ {4}unicast_peer \{\n {8}192\.0\.2\.2\n {4}\}\n {4}interface/m,
    );
    assert.match(
      texts.get("lb2/keepalived.conf") ?? "",
      /^ {4}unicast_peer \{\n {8}192\.0\.2\.1\n {4}\}\n {4}interface/m,
    );
    assert.deepEqual(found(texts, "stack/"), []);
  });

  for (const { id, bad } of routerRules) {
    for (const [index, example] of bad.entries()) {
      it(`mend what they offer to mend: ${id}, example ${index + 1}`, () => {
        const loaded = load(example);
        const own = loaded.files.flatMap(({ name }) => problemsOf(loaded, name)).filter(({ code }) => code === id);
        assert.ok(own.length > 0, "the example is bad");
        for (const fix of own.flatMap((problem) => problem.fixes ?? [])) {
          assert.deepEqual(found(mended(loaded, fix), id), [], fix.title.en);
        }
      });
    }
  }
});

/** The files of a drawing after a fix, by name. */
function mended({ service, files }: Loaded, fix: Fix): ReadonlyMap<string, string> {
  return new Map(
    files.map(({ name, text }) => {
      const sections = service.workspace.document(folder + name)?.sections ?? [];
      const edits = fix.edits
        .filter(({ source }) => source.uri === folder + name)
        .map((edit) => {
          const before = sections.slice(0, sections.indexOf(edit.source.section));
          const offset = before.reduce((sum, section) => sum + section.text.length, 0);
          return { start: offset + edit.start, end: offset + edit.end, text: edit.text };
        })
        .sort((a, b) => b.start - a.start);
      return [name, edits.reduce((now, edit) => now.slice(0, edit.start) + edit.text + now.slice(edit.end), text)];
    }),
  );
}

/** Messages of the problems whose code begins so. */
function found(texts: ReadonlyMap<string, string>, code: string): readonly string[] {
  const drawing = [...texts].map(([name, text]) => `#- ${name}\n${text}`).join("\n");
  const loaded = load(drawing);
  const isOwn = (problem: Problem) => problem.code.startsWith(code);
  return loaded.files.flatMap(({ name }) =>
    problemsOf(loaded, name)
      .filter(isOwn)
      .map(({ message }) => message.en),
  );
}
