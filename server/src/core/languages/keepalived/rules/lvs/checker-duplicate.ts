import { removeStatement } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { checksOf } from "../../model/checkers.ts";

const message = text('The same "{0}" stands above already', '上面已有相同的"{0}"');
const first = text("The first one", "第一处");

export const checkerDuplicate: BlockRule<Globals> = {
  id: "keepalived/checker-duplicate",
  severity: "information",
  scope: "block",
  on: ["real_server"],
  summary: text("The same health check twice on one real server.", "同一台真实服务器上有两个相同的健康检查。"),
  why: text(
    "Every check of a server must pass. Two equal ones double the probes and nothing else; mostly one of them was meant to differ, in its port or page.",
    "服务器的每个检查都必须通过。两个相同的检查只会让探测次数翻倍；多半其中一个本应写不同的端口或页面。",
  ),
  bad: [
    `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        TCP_CHECK {
            connect_timeout 3
        }
        TCP_CHECK {
#       ^^^^^^^^^ The same "TCP_CHECK"
            connect_timeout 3
        }
    }
}
`,
  ],
  good: [
    `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        TCP_CHECK {
            connect_timeout 3
        }
        TCP_CHECK {
            connect_timeout 3
            connect_port 443
        }
    }
}
`,
  ],
  check(server, { report }) {
    const seen = new Map<string, Bound>();
    for (const check of checksOf(server)) {
      const written = words(check);
      const before = seen.get(written);
      if (before === undefined) seen.set(written, check);
      else {
        report({
          at: check.at(check.head),
          message: fill(message, check.head.value),
          related: [{ ...before.at(before.head), message: first }],
          fixes: [removeStatement(check, "safe")],
          tag: "unnecessary",
        });
      }
    }
  },
};

/** All words of a block, so that two blocks that say the same are equal. */
function words(block: Bound): string {
  const own = block.statement.words.map((word) => word.value).join("\0");
  return [own, ...block.children.map(words)].join("\n");
}
