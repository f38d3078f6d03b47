import { insertInto, removeStatement } from "../../../../rules/fixes.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";

const message = text(
  '"{0}" tells its events to "{1}" only, so "{2}" does not find it',
  '"{0}"只把事件通知给"{1}"，因此"{2}"找不到它',
);
const here = text("Only this is told", "只通知这一方");

interface Use {
  /** Where a session is named. */
  readonly path: string;
  /** The word that the session needs, and the one that shuts the user out. */
  readonly needs: string;
  readonly other: string;
}

const uses: readonly Use[] = [
  { path: "BFD_CHECK", needs: "checker", other: "vrrp" },
  { path: "track_bfd", needs: "vrrp", other: "checker" },
];

/** keepalived/bfd/bfd_parser.c: bfd_vrrp_end_handler, bfd_checker_end_handler. */
export const bfdProcess: ConfigurationRule<Globals> = {
  id: "keepalived/bfd-process",
  severity: "error",
  scope: "configuration",
  reads: ["bfd_instance", ...uses.map((use) => use.path)],
  summary: text(
    "A BFD session for `vrrp` only that a check uses, or for `checker` only that an instance tracks.",
    "检查引用了仅用于 `vrrp` 的 BFD 会话，或实例跟踪了仅用于 `checker` 的 BFD 会话。",
  ),
  why: text(
    "With the word `vrrp` or `checker` a session tells its events to that process alone; the other does not even know its name and ignores whatever refers to it. Without both words the two are told.",
    "写了 `vrrp` 或 `checker` 时，会话只把事件告诉该进程；另一个进程根本不知道这个名称，会忽略对它的引用。两个词都不写则双方都会得到通知。",
  ),
  bad: [
    `
bfd_instance bfd1 {
    neighbor_ip 192.0.2.254
    vrrp
}
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        BFD_CHECK {
            name bfd1
#                ^^^^ tells its events to "vrrp" only
        }
    }
}
`,
  ],
  good: [
    `
bfd_instance bfd1 {
    neighbor_ip 192.0.2.254
    vrrp
    checker
}
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        BFD_CHECK {
            name bfd1
        }
    }
}
`,
  ],
  check(configuration, { report }) {
    for (const { value, bound, name, ...place } of configuration.references) {
      if (value.refers !== "bfd_instance") continue;
      const use = uses.find((one) => bound.parent?.keyword?.name === one.path);
      const [session] = configuration.definitions("bfd_instance", name);
      const only = use === undefined ? undefined : session?.bound.find(use.other);
      if (use === undefined || session === undefined || only === undefined || session.bound.has(use.needs)) continue;
      report({
        at: { source: place.source, start: place.start, end: place.end },
        message: fill(message, name, use.other, use.path),
        related: [{ ...only.at(only.head), message: here }],
        fixes: [insertInto(session.bound, use.needs, "unsafe"), removeStatement(only, "unsafe")],
      });
    }
  },
};
