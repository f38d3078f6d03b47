/** What stored IPVS rules say about their host: the virtual servers and sync daemons that the kernel is given. */
import type { Configuration } from "../../model/configuration.ts";
import { type Facts, noFacts, type RealServer, type SyncDaemon, type VirtualServer } from "../../model/facts.ts";
import { derived } from "../../model/gather.ts";
import { parseAddress } from "../../net/address.ts";
import type { Location } from "../../schema/problem.ts";
import { type SyncDaemon as Daemon, type Server, type Service, type Table, tableOf } from "./model/table.ts";
import type { Group } from "./schema/option.ts";

/** ip_vs_sync.c: IP_VS_SYNC_PORT. */
const defaultPort = 8848;

const made = derived(
  ({ services, daemons }: Table): Facts => ({
    ...noFacts,
    virtualServers: services.map(virtualServer),
    syncDaemons: daemons.map(syncDaemon),
  }),
);

export function facts(configuration: Configuration): Facts {
  return made(tableOf(configuration));
}

function virtualServer(service: Service): VirtualServer {
  const { protocol, host, family, port, mark, scheduler, persistence } = service;
  const address = host?.kind === "address" ? parseAddress(host.text) : undefined;
  const servers = service.servers.map(realServer);
  return {
    by: "ipvsadm",
    address,
    mark: protocol === "fwmark" ? mark : undefined,
    port,
    protocol: protocol === "udp" ? "UDP" : protocol === "sctp" ? "SCTP" : "TCP",
    family,
    scheduler: { value: scheduler, at: placeOf(service, "scheduler") },
    persistence: persistence?.seconds,
    persistenceAt: service.places.get("persistent"),
    servers: servers.flatMap((server) => server ?? []),
    sorry: undefined,
    at: placeOf(service, "service-address"),
    isPartial: (host !== undefined && address === undefined) || servers.includes(undefined),
  };
}

/** Undefined for a server whose name only the host can resolve. */
function realServer(server: Server): RealServer | undefined {
  const address = server.host.kind === "address" ? parseAddress(server.host.text) : undefined;
  if (address === undefined) return undefined;
  const { port, method, weight, places } = server;
  const at = placeOf(server, "real-server");
  return {
    address,
    port,
    method,
    methodAt: places.get("forwarding-method"),
    weight,
    weightAt: places.get("weight"),
    at,
  };
}

function syncDaemon(daemon: Daemon): SyncDaemon {
  const { state, interface: on, syncId, group, port } = daemon;
  return {
    by: "ipvsadm",
    role: state,
    interface: on,
    id: syncId,
    port: port ?? defaultPort,
    group: group === undefined ? undefined : parseAddress(group),
    at: daemon.bound.at(daemon.bound.title),
    idAt: daemon.places.get("syncid"),
    isPartial: false,
  };
}

function placeOf({ bound, places }: Pick<Service, "bound" | "places">, group: Group): Location {
  return places.get(group) ?? bound.at(bound.title);
}
