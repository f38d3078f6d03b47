import { isLinkLocal6 } from "../../../../net/address.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { connecting, isOnlyHosts, serverOf, targetOf } from "../../model/checkers.ts";
import { mayHoldMore } from "../../model/gaps.ts";

const message = text(
  'The check of the link-local address "{0}" needs "bind_if"',
  '检查链路本地地址"{0}"时必须写"bind_if"',
);
const here = text("The address of the real server", "真实服务器的地址");

/** keepalived/check/check_api.c: check_conn_opts. */
export const checkerLinkLocal: BlockRule<Globals> = {
  id: "keepalived/checker-link-local",
  severity: "error",
  scope: "block",
  on: [...connecting, "host"],
  summary: text(
    "A check of an IPv6 link-local address without `bind_if`.",
    "检查 IPv6 链路本地地址却没有写 `bind_if`。",
  ),
  why: text(
    "A link-local address exists on every interface, so the check must be told which one to use. keepalived drops the check, and the server then counts as healthy for ever.",
    "每个网卡上都有链路本地网段，必须指明检查从哪个网卡发出。keepalived 会丢弃该检查，服务器从此一直视为健康。",
  ),
  bad: [
    `
virtual_server 2001:db8::10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server fe80::11 80 {
        TCP_CHECK {
#       ^^^^^^^^^ "fe80::11" needs "bind_if"
        }
    }
    real_server 2001:db8:1::12 80 {
        TCP_CHECK {
            connect_ip fe80::12
#                      ^^^^^^^^ "fe80::12" needs "bind_if"
        }
    }
}
`,
  ],
  good: [
    `
virtual_server 2001:db8::10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server fe80::11 80 {
        TCP_CHECK {
            bind_if eth0
        }
    }
}
`,
  ],
  check(check, { report, version }) {
    const target = targetOf(check);
    if (target === undefined || !isLinkLocal6(target) || check.has("bind_if") || mayHoldMore(check)) return;
    // Without a page the check is dropped before its connection is looked at.
    if (check.keyword?.name.endsWith("_GET") === true && !check.has("url")) return;
    // From 2.2.8 on a host block writes its lines into the check around it, and it is hard to tell what is judged.
    const old = !atLeast(version, "2.2.8");
    if (old ? isOnlyHosts(check) : check.keyword?.name === "host" || check.has("host")) return;
    const named = check.find("connect_ip");
    const server = serverOf(check);
    const word = (named ?? server)?.nameWord;
    report({
      at: check.at(named?.nameWord ?? check.head),
      message: fill(message, word?.value ?? ""),
      related: named === undefined && server !== undefined ? [{ ...server.at(server.nameWord), message: here }] : [],
    });
  },
};
