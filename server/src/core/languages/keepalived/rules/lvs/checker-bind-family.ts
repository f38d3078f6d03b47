import type { Family } from "../../../../net/address.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { addressOf, connecting, serverOf } from "../../model/checkers.ts";
import { endpointOf } from "../../model/lvs.ts";

const message = text(
  '"{0}" is IPv{1} but the other end of the check is IPv{2}: it is ignored',
  '"{0}"为 IPv{1}，而检查的另一端为 IPv{2}，此设置会被忽略',
);
const other = text("The other end", "另一端");
const later = text(
  'This stands below: write "connect_ip" before "bindto"',
  '此行写在后面："connect_ip"应写在"bindto"之前',
);

interface End {
  readonly family: Family;
  readonly bound: Bound;
}

/** keepalived/check/check_api.c: co_ip_handler, co_srcip_handler. */
export const checkerBindFamily: BlockRule<Globals> = {
  id: "keepalived/checker-bind-family",
  severity: "error",
  scope: "block",
  on: [...connecting, "host"],
  summary: text(
    "A check whose `bindto` and target are of different address families.",
    "检查的 `bindto` 与目标属于不同地址族。",
  ),
  why: text(
    "A connection cannot run from IPv4 to IPv6, so keepalived ignores whichever of the two comes last. `bindto` is compared with the real server as long as no `connect_ip` stands above it.",
    "连接不能从 IPv4 到 IPv6，keepalived 会忽略两者中写在后面的一个。`bindto` 之前没有 `connect_ip` 时，与真实服务器的地址比较。",
  ),
  bad: [
    `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        TCP_CHECK {
            bindto 2001:db8::1
#                  ^^^^^^^^^^^ is IPv6 but the other end of the check is IPv4
            connect_ip 2001:db8::11
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
            connect_ip 2001:db8::11
            bindto 2001:db8::1
        }
    }
}
`,
  ],
  check(check, { report, version }) {
    // From 2.2.8 on a host block writes its lines into the SMTP check around it, which follows its own order.
    if (atLeast(version, "2.2.8") && (check.keyword?.name === "host" || check.has("host"))) return;
    const server = serverOf(check);
    const family = server === undefined ? undefined : endpointOf(server)?.family;
    if (server === undefined || family === undefined) return;
    // An SMTP check takes over the real server's address only at its end.
    let target: End | undefined = check.keyword?.name === "SMTP_CHECK" ? undefined : { family, bound: server };
    let from: End | undefined;
    for (const [index, statement] of check.children.entries()) {
      const name = statement.keyword?.name;
      if (name !== "connect_ip" && name !== "bindto") continue;
      const address = addressOf(statement);
      if (address === undefined) return;
      const own: End = { family: address.family, bound: statement };
      const rival: End | undefined = name === "bindto" ? target : from;
      const fits = rival === undefined || rival.family === own.family;
      if (name === "bindto") from = fits ? own : undefined;
      else target = fits ? own : undefined;
      if (fits) continue;
      const after = name === "bindto" ? check.children.slice(index) : [];
      const below = after.find((one) => one.keyword?.name === "connect_ip");
      const related = [{ ...rival.bound.at(rival.bound.nameWord), message: other }];
      if (below !== undefined) related.push({ ...below.at(below.nameWord), message: later });
      report({
        at: statement.at(statement.nameWord),
        message: fill(message, statement.name, own.family, rival.family),
        related,
      });
    }
  },
};
