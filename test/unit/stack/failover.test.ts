/** Rules about failover beyond their own examples: what their fixes do, three hosts, and all that must stay unsaid. */
import assert from "node:assert/strict";
import { failoverRules } from "../../../server/src/core/languages/stack/rules/failover/index.ts";
import type { Problem } from "../../../server/src/core/schema/problem.ts";
import { applied } from "../../kit/applied.ts";
import { checkProblems, load, problemsOf } from "../../kit/check.ts";

const ids = new Set(failoverRules.map(({ id }) => id));
const only = ({ code }: Problem) => ids.has(code);

interface Node {
  readonly priority?: string;
  /** Lines of the instance. */
  readonly lines?: string;
  readonly vrid?: number;
  /** What stands before the instance. */
  readonly before?: string;
}

function hosts(...nodes: readonly Node[]): string {
  const texts = nodes.map(
    ({ priority = "100", lines = "", vrid = 51, before = "" }, index) => `#- lb${index + 1}/keepalived.conf
${before}vrrp_instance VI_1 {
    interface eth0
    virtual_router_id ${vrid}
    priority ${priority}
${lines}    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  );
  return `\n${texts.join("")}`;
}

const script = (weight: string) => `vrrp_script chk {
    script "/usr/bin/true"
    interval 2
    weight ${weight}
}
`;
const tracks = "    track_script {\n        chk\n    }\n";

describe("rules about failover", () => {
  describe("fixes", () => {
    for (const rule of failoverRules) {
      for (const [index, drawing] of rule.bad.entries()) {
        const loaded = load(drawing);
        const offered = loaded.files.flatMap(({ name }) =>
          problemsOf(loaded, name)
            .filter(({ code }) => code === rule.id)
            .flatMap(({ fixes = [], message }) => fixes.map((fix) => ({ name, fix, said: message.en }))),
        );
        if (offered.length === 0) continue;
        it(`of ${rule.id}, bad example ${index + 1}, mend what they are offered for`, () => {
          for (const { name, fix, said } of offered) {
            const left = problemsOf(load(applied(loaded, fix.edits)), name);
            const same = left.filter(({ code, message }) => code === rule.id && message.en === said);
            assert.deepEqual(same, [], `${fix.title.en}: ${said}`);
          }
        });
      }
    }

    it("offer the smallest weight that is enough", () => {
      const weigh = (mine: string, its: string) => {
        const drawing = hosts(
          { priority: "150", before: script(mine), lines: tracks },
          { priority: "100", before: script(its), lines: tracks },
        );
        const [problem] = problemsOf(load(drawing), "lb1/keepalived.conf").filter(only);
        return problem?.fixes?.map(({ edits }) => edits.map(({ text }) => text).join());
      };
      assert.deepEqual(weigh("-20", "-20"), ["-51"]);
      assert.deepEqual(weigh("2", "2"), ["-49"], "the other keeps what it adds");
      assert.deepEqual(weigh("2", "0"), ["-51"]);
      assert.deepEqual(weigh("-51", "-20"), undefined);
    });

    it("offer no weight where none is enough", () => {
      const drawing = hosts({ priority: "150", before: script("-20"), lines: tracks }, { priority: "1" });
      const [problem] = problemsOf(load(drawing), "lb1/keepalived.conf").filter(only);
      assert.match(problem?.message.en ?? "", /leaves 130 here, lb2 has 1:/);
      assert.deepEqual(problem?.fixes, []);
    });
  });

  describe("say nothing", () => {
    const silent: Readonly<Record<string, string>> = {
      "of priorities where the VRIDs differ": hosts({ vrid: 51 }, { vrid: 52 }),
      "of states where the intervals of version 2 differ": hosts(
        { lines: "    state MASTER\n" },
        { lines: "    state MASTER\n    advert_int 2\n" },
      ),
      "where one node sends unicast and the other multicast": hosts(
        {},
        { lines: "    unicast_src_ip 192.0.2.2\n    unicast_peer {\n        192.0.2.1\n    }\n" },
      ),
      "of a priority that only the host knows": hosts({ priority: "${_ENV PRIORITY}" }, { priority: "100" }),
      "where a file out of view may hold more": hosts(
        { lines: "    include parts/*.conf\n    include missing.conf\n" },
        { lines: "    include missing.conf\n" },
      ),
      "of two owners, which is another matter": hosts({ priority: "255" }, { priority: "255" }),
      "of what a tracked file holds": hosts(
        {
          priority: "150",
          before: "track_file drain {\n    file /etc/drain\n    weight -1\n}\n",
          lines: "    track_file {\n        drain\n    }\n",
        },
        { priority: "100" },
      ),
      "of a tracker that counts the other way round": hosts(
        { priority: "150", before: script("-20 reverse"), lines: tracks },
        { priority: "100" },
      ),
      "of a weight that an address owner does not have": hosts(
        { priority: "255", before: script("-20"), lines: tracks },
        { priority: "100" },
      ),
      "of the own interface, which means FAULT in any case": hosts(
        { priority: "150", lines: "    track_interface {\n        eth0 weight -10\n    }\n" },
        { priority: "100" },
      ),
      "of a host that stands alone": hosts({ lines: "    state MASTER\n" }),
      "where MASTER makes the owner": hosts(
        { lines: "    state MASTER\n" },
        { lines: "    state MASTER\n" },
      ).replaceAll("    priority 100\n", ""),
      "of nopreempt in the middle, which holds back from the last": hosts(
        { priority: "150" },
        { priority: "100", lines: "    state BACKUP\n    nopreempt\n" },
        { priority: "50" },
      ),
      "of the last one's delay where weights may turn the order": hosts(
        { priority: "150", before: script("-120"), lines: tracks },
        { priority: "100", lines: "    state BACKUP\n    preempt_delay 5\n" },
      ),
    };
    for (const [title, drawing] of Object.entries(silent)) {
      it(title, () => {
        checkProblems(drawing, { only });
      });
    }
  });

  describe("of three hosts", () => {
    it("name the best of the others, and keep the weights of the rest out of it", () => {
      checkProblems(
        hosts(
          {
            priority: "150",
            before: script(
              '-10\n#          ^^^ warning: "chk" (weight -10) leaves 140 here, lb3 has 120: 192.0.2.10 does not move',
            ),
            lines: tracks,
          },
          { priority: "100", before: script("-10"), lines: tracks },
          { priority: "120", before: script("-10"), lines: tracks },
        ),
        { only },
      );
    });

    it("report sync groups where most hosts agree at the odd one only", () => {
      const group = "vrrp_sync_group G {\n    group {\n        VI_1\n        VI_2\n    }\n}\n";
      const pair = (host: number, before: string, mark = "") => `#- lb${host}/keepalived.conf
${before}${instance(1, 160 - host)}${instance(2, 160 - host).replace("VI_2 {\n", `VI_2 {\n${mark}`)}`;
      const marked = '#             ^^^^ "VI_2" is not in one group with "VI_1" here, as it is on lb1\n';
      checkProblems(`\n${pair(1, group)}${pair(2, group)}${pair(3, "", marked)}`, { only });
    });
  });

  it("know that a tracked process keeps its weight in a sync group, and a script does not", () => {
    const process = `vrrp_track_process chk {
    process haproxy
    weight -10
}
`;
    const group = "vrrp_sync_group G {\n    group {\n        VI_1\n        VI_2\n    }\n}\n";
    const track = (kind: string) =>
      instance(1, 150).replace("    virtual_ip", `    ${kind} {\n        chk\n    }\n    virtual_ip`);
    const other = `#- lb2/keepalived.conf\n${group}${instance(1, 100)}${instance(2, 100)}`;
    const drawing = (before: string, kind: string) =>
      `\n#- lb1/keepalived.conf\n${before}${group}${track(kind)}${instance(2, 150)}${other}`;
    const marked = process.replace("-10\n", '-10\n#          ^^^ "chk" (weight -10) leaves 140 here, lb2 has 100\n');
    checkProblems(drawing(marked, "track_process"), { only });
    checkProblems(drawing(script("-10"), "track_script"), { only });
  });

  it("count the weights in where priorities are compared", () => {
    checkProblems(
      hosts(
        {
          priority: "90\n#            ^^ warning: Priority 100 with its weights here and on lb2: which node gets",
          before: script("10"),
          lines: tracks,
        },
        { priority: "100\n#            ^^^ warning: Priority 100 here and on lb1: which node gets" },
      ),
      { only },
    );
  });
});

function instance(id: number, priority: number): string {
  return `vrrp_instance VI_${id} {
    interface eth${id}
    virtual_router_id 5${id}
    priority ${priority}
    virtual_ipaddress {
        192.0.2.1${id}/24
    }
}
`;
}
