/** virtual_server blocks as facts, one for each address, port and mark that a block or its group names. */
import type { Configuration } from "../../../model/configuration.ts";
import type { RealServer, ServiceProtocol, SyncDaemon, VirtualServer } from "../../../model/facts.ts";
import { parseAddress } from "../../../net/address.ts";
import type { Bound } from "../../../schema/bound.ts";
import type { Location } from "../../../schema/problem.ts";
import { mayHoldMore } from "../model/gaps.ts";
import {
  type Endpoint,
  endpointOf,
  last,
  methodNames,
  type Server,
  type Service,
  schedulerNames,
  services,
  weightOf,
} from "../model/lvs.ts";
import { stated } from "./stated.ts";

/** ip_vs.h: the daemon's default for a block that names no scheduler is wlc; a persistent one without time has 6 minutes. */
const defaultPersistence = 360;

/** The services that the daemon keeps. */
export function serviceFacts(configuration: Configuration): readonly VirtualServer[] {
  return services(configuration).flatMap((service) => factsOf(service, configuration));
}

function factsOf(service: Service, configuration: Configuration): readonly VirtualServer[] {
  const { bound, group, family } = service;
  const scheduler = last(bound, ...schedulerNames);
  const shared = {
    by: "keepalived" as const,
    family,
    protocol: protocolOf(bound),
    scheduler: stated(scheduler, scheduler?.name),
    persistence: persistenceOf(bound),
    persistenceAt: placeOf(bound.find("persistence_timeout")),
    servers: service.servers.flatMap(realServer),
    sorry: service.sorry === undefined ? undefined : realServer(service.sorry)[0],
    isPartial: mayHoldMore(bound) || configuration.incomplete || bound.children.some(hasUnknown),
  };
  const heads: readonly Bound[] = group === undefined ? [bound] : group.entries;
  return heads.flatMap((head): VirtualServer[] => {
    const mark = head.value("fwmark");
    if (mark !== undefined) {
      return [{ ...shared, address: undefined, mark: Number(mark.data), port: 0, at: head.at(mark.word) }];
    }
    const endpoint = endpointOf(head);
    if (endpoint?.address === undefined) return [];
    const isRange = /[-/]/.test(endpoint.word.value);
    const isPartial = shared.isPartial || isRange || endpoint.port === undefined;
    return [{ ...shared, isPartial, ...addressOf(endpoint, head) }];
  });
}

function addressOf(endpoint: Endpoint, head: Bound): Pick<VirtualServer, "address" | "mark" | "port" | "at"> {
  return { address: endpoint.address, mark: undefined, port: endpoint.port ?? 0, at: head.at(endpoint.word) };
}

function realServer({ bound, endpoint, method }: Server): readonly RealServer[] {
  if (endpoint.address === undefined || endpoint.port === undefined) return [];
  const { address, port, word, portWord } = endpoint;
  const at = bound.at({ start: word.start, end: portWord?.end ?? word.end });
  const methodAt = placeOf(last(bound, "lvs_method") ?? (bound.parent && last(bound.parent, ...methodNames)));
  const weightAt = placeOf(bound.find("weight") ?? bound.parent?.find("weight"));
  return [{ address, port, method, methodAt, weight: weightOf(bound), weightAt, at }];
}

function hasUnknown({ values }: Bound): boolean {
  return values.some(({ word }) => word.unknown === true);
}

/** The value of a statement. */
function placeOf(statement: Bound | undefined): Location | undefined {
  return statement?.at(statement.nameWord);
}

/** What empties the table of the kernel when the daemon starts (check_daemon.c: start_check). */
export function flushFacts(configuration: Configuration): readonly Location[] {
  return configuration.all("global_defs").flatMap((block) => {
    const statement = block.find("lvs_flush");
    return statement === undefined ? [] : [statement.at(statement.head)];
  });
}

/** check_data.c: alloc_vs; a service without a protocol is a UDP one before it is completed to TCP. */
function protocolOf(bound: Bound): ServiceProtocol {
  const written = bound.string("protocol")?.toUpperCase();
  return written === "UDP" || written === "SCTP" ? written : "TCP";
}

function persistenceOf(bound: Bound): number | undefined {
  return bound.has("persistence_timeout") ? (bound.number("persistence_timeout") ?? defaultPersistence) : undefined;
}

/** core/global_parser.c: lvs_syncd_handler; check/ipvswrapper.c: ipvs_syncd_cmd, id and port where none is given. */
export function syncDaemonFacts(configuration: Configuration): readonly SyncDaemon[] {
  return configuration.all("lvs_sync_daemon").flatMap((statement): SyncDaemon[] => {
    const name = statement.value("interface");
    const isPartial = hasUnknown(statement);
    if (name === undefined && !isPartial) return [];
    const instance = statement.value("inst");
    const id = statement.value("id");
    const [block] = configuration.definitions("vrrp_instance", String(instance?.data ?? ""));
    const implied = block?.bound.number("virtual_router_id");
    const group = statement.value("group");
    return [
      {
        by: "keepalived",
        role: "follows",
        interface: name === undefined || name.word.unknown === true ? undefined : String(name.data),
        id: typeof id?.data === "number" ? id.data : implied,
        port: Number(statement.value("port")?.data ?? 8848),
        group: group === undefined ? undefined : parseAddress(String(group.data)),
        at: statement.at(statement.head),
        idAt: id === undefined ? undefined : statement.at(id.word),
        isPartial,
      },
    ];
  });
}
