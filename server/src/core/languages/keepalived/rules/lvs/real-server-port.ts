import { edit, replace } from "../../../../rules/fixes.ts";
import type { Finding, PartRule } from "../../../../rules/rule.ts";
import type { Fix } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { endpointOf, hasAddress, isMark, type Server, type Service, services } from "../../model/lvs.ts";

const differs = text(
  'With "{0}" the port cannot change: {1} is reset to {2}, the port of the service',
  '"{0}"方式不能改变端口：{1} 会被改回服务的端口 {2}',
);
const portless = text(
  'With "{0}" the port cannot change: {1} is ignored, as the service has none',
  '"{0}"方式不能改变端口：服务没有写端口，因此 {1} 会被忽略',
);
const marked = text(
  'With "{0}" a service with a firewall mark uses no port: {1} is ignored',
  '"{0}"方式下，防火墙标记服务不使用端口，{1} 会被忽略',
);
const entryDiffers = text(
  'With "{0}" the port cannot change: {1} does not match "{2}" of the group',
  '"{0}"方式不能改变端口：{1} 与组内的"{2}"不一致',
);
const servicePort = text("The port of the service", "服务的端口");
const removePort = text("Remove the port", "删除端口");

/** keepalived/check/check_data.c: validate_check_config. */
export const realServerPort: PartRule<Service, Globals> = {
  id: "keepalived/real-server-port",
  severity: "error",
  scope: "part",
  parts: services,
  summary: text(
    "A real server behind `DR` or `TUN` with a port that is not the service's.",
    "使用 `DR` 或 `TUN` 的真实服务器写了与服务不同的端口。",
  ),
  why: text(
    "Only `NAT` rewrites packets and so can send them to another port. With `DR` and `TUN` the server receives them as the client sent them; keepalived resets the port, and a server that listens elsewhere gets nothing.",
    "只有 `NAT` 会改写报文，才能转到其他端口。`DR` 和 `TUN` 会把报文原样交给服务器；keepalived 会把端口改回去，在其他端口监听的服务器什么也收不到。",
  ),
  bad: [
    `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind DR
    protocol TCP
    real_server 198.51.100.11 8080 {
#                             ^^^^ With "DR" the port cannot change: 8080 is reset to 80
        TCP_CHECK {
        }
    }
    sorry_server 198.51.100.99 8080
#                              ^^^^ With "DR" the port cannot change: 8080 is reset to 80
}
`,
    `
virtual_server fwmark 5 {
    lb_algo rr
    real_server 198.51.100.11 80 {
#                             ^^ uses no port
        lvs_method TUN
        TCP_CHECK {
        }
    }
}
`,
    `
virtual_server_group web {
    192.0.2.10 80
    192.0.2.10 443
}
virtual_server group web {
    lb_algo rr
    lb_kind DR
    protocol TCP
    real_server 198.51.100.11 80 {
#                             ^^ does not match "192.0.2.10 443"
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
    lb_kind DR
    protocol TCP
    real_server 198.51.100.11 {
        TCP_CHECK {
            connect_port 80
        }
    }
    real_server 198.51.100.12 8080 {
        lvs_method NAT
        TCP_CHECK {
        }
    }
}
`,
  ],
  check(service, { report }) {
    for (const server of [...service.servers, ...(service.sorry === undefined ? [] : [service.sorry])]) {
      const { port, portWord } = server.endpoint;
      if (server.method === "NAT" || !port || portWord === undefined) continue;
      const finding = service.group === undefined ? judge(service, server, port) : judgeGroup(service, server, port);
      if (finding !== undefined) report({ at: server.bound.at(portWord), ...finding });
    }
  },
};

type Judgement = Omit<Finding, "at">;

function judge(service: Service, server: Server, port: number): Judgement | undefined {
  const { method, bound, endpoint } = server;
  const drop = removal(server);
  if (!hasAddress(service)) return { message: fill(marked, method, port), fixes: drop };
  const own = service.endpoint?.port;
  if (own === undefined || own === port || endpoint.portWord === undefined) return undefined;
  if (own === 0) return { message: fill(portless, method, port), fixes: drop };
  const { portWord = service.bound.head } = service.endpoint ?? {};
  return {
    message: fill(differs, method, port, own),
    related: [{ ...service.bound.at(portWord), message: servicePort }],
    fixes: [replace(bound, endpoint.portWord, String(own), "safe")],
  };
}

function judgeGroup({ group }: Service, server: Server, port: number): Judgement | undefined {
  const entries = group?.entries ?? [];
  if (entries.some(isMark)) return { message: fill(marked, server.method, port), fixes: removal(server) };
  const other = entries.find((entry) => (endpointOf(entry)?.port ?? port) !== port);
  if (other === undefined) return undefined;
  const written = other.statement.words
    .slice(0, 2)
    .map((word) => word.value)
    .join(" ");
  return {
    message: fill(entryDiffers, server.method, port, written),
    related: [{ ...other.at(other.head), message: servicePort }],
    fixes: removal(server),
  };
}

/** Without a port the server has the one that the packets have. */
function removal({ bound, endpoint: { word, portWord } }: Server): readonly Fix[] {
  if (portWord === undefined) return [];
  const range = { start: word.end, end: portWord.end };
  return [{ title: removePort, safety: "unsafe", edits: [edit(bound, range, "")] }];
}
