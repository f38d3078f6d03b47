import { belowEdit, removeStatement } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import type { Fix } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { mayHoldMore } from "../../model/gaps.ts";

const before = text('"{0}" must stand below "sorry_server"', '"{0}"必须写在"sorry_server"之后');
const without = text('"{0}" without a "sorry_server"', '写了"{0}"，却没有"sorry_server"');
const here = text("The sorry server", "sorry 服务器");
const move = text('Move below "sorry_server"', '移到"sorry_server"之后');

/** keepalived/check/check_parser.c: ssvri_handler, ss_forwarding_handler. */
export const sorryServerOrder: BlockRule<Globals> = {
  id: "keepalived/sorry-server-order",
  severity: "error",
  scope: "block",
  on: ["sorry_server_inhibit", "sorry_server_lvs_method"],
  summary: text(
    "A setting of the sorry server above `sorry_server`, or without one.",
    "sorry 服务器的设置写在 `sorry_server` 之前，或根本没有 `sorry_server`。",
  ),
  why: text(
    "keepalived reads top down and has no sorry server yet when it meets the line, so it ignores it.",
    "keepalived 自上而下读取，读到该行时还没有 sorry 服务器，因此会忽略它。",
  ),
  bad: [
    `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    sorry_server_inhibit
#   ^^^^^^^^^^^^^^^^^^^^ must stand below "sorry_server"
    sorry_server 198.51.100.99 80
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
}
`,
    `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    sorry_server_lvs_method DR
#   ^^^^^^^^^^^^^^^^^^^^^^^ without a "sorry_server"
    real_server 198.51.100.11 80 {
        TCP_CHECK {
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
    sorry_server 198.51.100.99 80
    sorry_server_inhibit
    sorry_server_lvs_method DR
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
}
`,
  ],
  check(statement, { report }) {
    const { parent } = statement;
    if (parent === undefined) return;
    const own = parent.children.indexOf(statement);
    const index = parent.children.findIndex((child) => child.keyword?.name === "sorry_server");
    const server = parent.children[index];
    if ((server !== undefined && index < own) || (server === undefined && mayHoldMore(parent))) return;
    const name = statement.head.value;
    report({
      at: statement.at(statement.head),
      message: fill(server === undefined ? without : before, name),
      ...(server === undefined
        ? { fixes: [removeStatement(statement, "safe")] }
        : { related: [{ ...server.at(server.head), message: here }], fixes: moved(statement, server) }),
    });
  },
};

/** Takes the statement out and writes it below the other. */
function moved(statement: Bound, below: Bound): readonly Fix[] {
  const { source } = statement;
  const [removal] = removeStatement(statement, "safe").edits;
  if (source !== below.source || removal === undefined) return [];
  const written = source.section.text.slice(statement.statement.start, statement.statement.end).trim();
  return [{ title: move, safety: "safe", edits: [removal, belowEdit(below, written)] }];
}
