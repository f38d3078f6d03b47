/** Workspaces of several hosts for tests: files go in, hosts, clusters and problems come out. */
import type { Estate } from "../../server/src/core/model/cluster/host.ts";
import { defaultSettings, Service } from "../../server/src/core/service.ts";

const root = "file:///work/";

/** A service that has taken in these files, by path. */
export function workspaceOf(files: Readonly<Record<string, string>>): Service {
  const texts = new Map(Object.entries(files).map(([name, text]) => [root + name, text]));
  const service = new Service(
    {
      read: (uri) => texts.get(uri) ?? null,
      list: (pattern) => (texts.has(pattern) ? [pattern] : []),
      failed: (rule, error) => {
        throw new Error(`rule ${rule} failed`, { cause: error });
      },
    },
    defaultSettings,
  );
  for (const [uri, text] of texts) service.workspace.add(uri, text, { open: false });
  return service;
}

/** The URI of a file of the workspace. */
export function uriOf(name: string): string {
  return root + name;
}

/** Each host with the files that it reads: `lb1: lb1/keepalived.conf, haproxy.cfg`. */
export function hostLines({ hosts }: Estate): readonly string[] {
  return hosts.map(({ name, files }) => `${name}: ${files.map(({ uri }) => uri.slice(root.length)).join(", ")}`);
}

/** Each virtual router of several hosts: `lb1 VI_1, lb2 VI_1`. */
export function routerLines({ clusters }: Estate): readonly string[] {
  return clusters.flatMap(({ routers }) =>
    routers
      .filter(({ members }) => members.length > 1)
      .map(({ members }) => members.map(({ host, instance }) => `${host.name} ${instance.name}`).join(", ")),
  );
}

/** A keepalived.conf with one instance. */
export function keepalivedConf(
  changes: Partial<Record<"id" | "priority" | "address" | "name" | "more", string>> = {},
): string {
  const { id = "51", priority = "100", address = "192.0.2.10/24", name = "VI_1", more = "" } = changes;
  return `vrrp_instance ${name} {
    interface eth0
    virtual_router_id ${id}
    priority ${priority}
${more}    virtual_ipaddress {
        ${address}
    }
}
`;
}
