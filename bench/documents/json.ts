/** A JSON document of a given size that says about what the keepalived.conf says, and the schema that it is held to. */
import { Random } from "./random.ts";

const algorithms = ["rr", "wrr", "lc", "wlc", "sh"];
const methods = ["NAT", "DR", "TUN"];
const address = { type: "string", pattern: "^[0-9.]+(/[0-9]+)?$", description: "An IPv4 address" };
const port = { type: "integer", minimum: 1, maximum: 65535, description: "A TCP port" };
const seconds = { type: "integer", minimum: 1, maximum: 3600, description: "Seconds" };

const realServer = closed(["address", "port"], {
  address,
  port,
  weight: { type: "integer", minimum: 0, maximum: 65535, description: "The share of connections" },
  inhibit_on_failure: { type: "boolean" },
  check: closed([], { type: { enum: ["HTTP_GET", "TCP_CHECK"] }, path: { type: "string" }, connect_timeout: seconds }),
});

const virtualServer = closed(["address", "port", "real_servers"], {
  address,
  port,
  delay_loop: seconds,
  lb_algo: { enum: algorithms, description: "How the next real server is chosen" },
  lb_kind: { enum: methods, description: "How packets are forwarded" },
  persistence_timeout: seconds,
  real_servers: { type: "array", minItems: 1, items: realServer },
});

const instance = closed(["name", "interface", "virtual_router_id"], {
  name: { type: "string", pattern: "^\\w+$" },
  state: { enum: ["MASTER", "BACKUP"] },
  interface: { type: "string", maxLength: 15 },
  virtual_router_id: { type: "integer", minimum: 1, maximum: 255 },
  priority: { type: "integer", minimum: 1, maximum: 255 },
  unicast_peer: { type: "array", items: address },
  virtual_ipaddress: { type: "array", items: address },
});

/** The schema of `jsonText`: closed objects, patterns, ranges and choices. */
export const jsonSchema: object = closed(["instances", "virtual_servers"], {
  instances: { type: "array", items: instance },
  virtual_servers: { type: "array", items: virtualServer },
});

function closed(required: readonly string[], properties: object): object {
  return { type: "object", additionalProperties: false, required, properties };
}

/** A document of `bytes` bytes, to within one virtual server. */
export function jsonText(bytes: number): string {
  const random = new Random(7);
  const instances: object[] = [];
  const servers: object[] = [];
  let size = 0;
  while (size < bytes) {
    const number = servers.length;
    if (number % 3 === 0) size += take(instances, makeInstance(random, instances.length));
    size += take(servers, makeVirtualServer(random, number));
  }
  return `${JSON.stringify({ instances, virtual_servers: servers }, null, 2)}\n`;
}

/** Adds an entry; returns how many bytes it takes where it stands, two levels deep. */
function take(list: object[], entry: object): number {
  list.push(entry);
  const text = JSON.stringify(entry, null, 2);
  return text.length + 4 * text.split("\n").length;
}

function makeInstance(random: Random, number: number): object {
  const subnet = `10.${50 + Math.floor(number / 250)}.${number % 250}`;
  return {
    name: `VI_${number}`,
    state: "BACKUP",
    interface: `eth${Math.floor(number / 200)}`,
    virtual_router_id: 1 + (number % 200),
    priority: 100 + random.below(100),
    unicast_peer: [`${subnet}.2`, `${subnet}.3`],
    virtual_ipaddress: [`${subnet}.10/24`, `${subnet}.11/24`],
  };
}

function makeVirtualServer(random: Random, number: number): object {
  return {
    address: `10.150.${number % 250}.10`,
    port: 80,
    delay_loop: 6,
    lb_algo: random.pick(algorithms),
    lb_kind: random.pick(methods),
    persistence_timeout: 50 + random.below(300),
    real_servers: Array.from({ length: 2 + random.below(4) }, (_, index) => ({
      address: `192.168.${number % 250}.${10 + index}`,
      port: 80,
      weight: 1 + random.below(100),
      inhibit_on_failure: true,
      check: { type: "HTTP_GET", path: `/health?node=${index}`, connect_timeout: 3 },
    })),
  };
}
