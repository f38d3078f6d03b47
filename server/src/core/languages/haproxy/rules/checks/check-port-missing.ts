import type { PartRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import type { BoundValue } from "../../../../schema/value.ts";
import { fill, text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { checkOptionOf } from "../../model/checkOptions.ts";
import { isUncertain } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { isComplete, settingOf, switchOf } from "../../model/servers.ts";
import type { Address } from "../../syntax/inner.ts";
import { front, http } from "../examples.ts";

const message = text('"{0}" has no port that a check could try', '"{0}"没有可供检查的端口');
const agent = text('"agent-check" needs an "agent-port"', '"agent-check"需要"agent-port"');

/** src/check.c: init_srv_check; src/server.c: _srv_parse_finalize. */
export const checkPortMissing: PartRule<Proxy, Globals> = {
  id: "haproxy/check-port-missing",
  severity: "error",
  scope: "part",
  parts: proxiesOf,
  summary: text("A server that is checked, without a port to check.", "启用了检查的服务器没有可检查的端口。"),
  why: text(
    "A server without a port gets the port that the client came to, but a check has no client. It needs a `port`, and an agent its `agent-port`.",
    "没有写端口的服务器使用客户端连接的端口，但健康检查没有客户端，因此需要 `port`；代理检查则需要 `agent-port`。",
  ),
  bad: [
    `${http}${front}
backend app
    server s1 192.0.2.11 check
#             ^^^^^^^^^^ has no port that a check could try
`,
    `${http}${front}
backend app
    server s1 192.0.2.11:80 agent-check
#                           ^^^^^^^^^^^ needs an "agent-port"
`,
  ],
  good: [
    `${http}${front}
backend app
    server s1 192.0.2.11 check port 8080
    server s2 192.0.2.12:80 agent-check agent-port 9999
`,
    `${http}${front}
backend app
    option tcp-check
    tcp-check connect port 8080
    server s1 192.0.2.11 check
`,
  ],
  check(proxy, { report, version }) {
    if (!proxy.isBackend || isUncertain(proxy.block)) return;
    for (const server of proxy.servers) {
      if (isUncertain(server) || !isComplete(proxy, server)) continue;
      const address = server.value("address");
      if (
        address !== undefined &&
        switchOf(proxy, server, "check") !== undefined &&
        lacksPort(proxy, server, address, version)
      ) {
        report({ at: server.at(address.word), message: fill(message, address.word.value) });
      }
      const asked = switchOf(proxy, server, "agent-check");
      if (asked === undefined || settingOf(proxy, server, "agent-port") !== undefined) continue;
      // The port of checks serves agents too, but only where it stands on a line above (src/check.c).
      if (settingOf(proxy, server, "port") === undefined) {
        report({ at: asked.bound.at(asked.value.word), message: agent });
      }
    }
  },
};

function lacksPort(proxy: Proxy, server: Bound, value: BoundValue, version: string): boolean {
  const addresses = [value, settingOf(proxy, server, "addr")?.value].flatMap((one) =>
    one === undefined ? [] : (((one.inner as readonly Address[] | undefined) ?? []) as readonly Address[]),
  );
  // A name may stay without an address for now, and then without a fault.
  const isLate = ["init-addr", "resolvers"].some((name) => settingOf(proxy, server, name) !== undefined);
  if (settingOf(proxy, server, "port") !== undefined || isLate) return false;
  return addresses.every(hasNoPort) && !stepsKnowPort(proxy, version);
}

function hasNoPort({ kind, host, port, unknown }: Address): boolean {
  // Every address, or none, is not looked at; nor is an address that is one number, which is known too late.
  if (unknown || !/^(?:ipv4|ipv6|name)$/.test(kind) || /^(?:[0.:]+|\d+)$/.test(host?.value ?? "")) return false;
  return port === undefined || port.word.value === "" || port.relative !== undefined || port.from === 0;
}

/** Steps of a check may bring ports of their own; what they say in detail is not looked at. */
function stepsKnowPort(proxy: Proxy, version: string): boolean {
  const kind = checkOptionOf(proxy)?.keyword?.name;
  if (kind === "option external-check") return atLeast(version, "3.4");
  const steps = ["http-check connect", "tcp-check connect"].flatMap((name) => proxy.all(name));
  return steps.length > 0 && steps.every(mayKnowPort);
}

/** Each step that connects needs a port of its own then. */
function mayKnowPort({ statement }: Bound): boolean {
  return statement.words.some(({ value, unknown }) => unknown === true || value === "port" || value.includes(":"));
}
