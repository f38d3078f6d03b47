/** What a rule puts into the table: services and servers with all that the kernel keeps of them. */
import type { Bound } from "../../../schema/bound.ts";
import type { Location } from "../../../schema/problem.ts";
import type { Word } from "../../../syntax/ast.ts";
import type { Group } from "../schema/option.ts";
import { schedulerFlags } from "../schema/schedulers.ts";
import { valueBehind } from "./checkEntry.ts";
import type { Draft } from "./draft.ts";
import type { Places, Server, Service } from "./table.ts";

/** The service that a rule adds or sets anew. */
export function makeService(entry: Draft, bound: Bound): Omit<Service, "servers"> {
  const isMark = entry.mark > 0;
  const scheduler = entry.scheduler?.value ?? "wlc";
  const engine = entry.engine?.value;
  return {
    protocol: isMark ? "fwmark" : (entry.protocol ?? "tcp"),
    host: isMark ? undefined : entry.host,
    family: entry.family ?? 4,
    port: isMark ? 0 : entry.port,
    mark: entry.mark,
    scheduler,
    flags: flagsOf(scheduler, entry.schedulerFlags),
    persistence:
      entry.persistence === undefined ? undefined : { seconds: entry.persistence, netmask: entry.netmask, engine },
    engine,
    onePacket: entry.onePacket,
    bound,
    places: placesOf(entry, bound),
  };
}

/** Three bits, for which `sh` and `mh` have names of their own (print_sched_flags in ipvsadm.c). */
function flagsOf(scheduler: string, word: Word | undefined): readonly string[] {
  const written = new Set(word?.value.split(",") ?? []);
  const bits = new Set<number>(schedulerFlags.filter(({ name }) => written.has(name)).map(({ bit }) => bit));
  const own = schedulerFlags.filter((flag) => flag.scheduler === scheduler);
  const names = own.length > 0 ? own : schedulerFlags.filter((flag) => flag.scheduler === undefined);
  return names.filter(({ bit }) => bits.has(bit)).map(({ name }) => name);
}

/** The server that a rule adds or sets anew; undefined where only the host knows its address. */
export function makeServer(entry: Draft, bound: Bound): Server | undefined {
  const { serverHost: host, serverFamily: family, method } = entry;
  if (host === undefined || family === undefined) return undefined;
  return {
    host,
    family,
    port: entry.serverPort,
    method,
    weight: entry.weight,
    upperThreshold: entry.upper,
    lowerThreshold: entry.lower,
    tunnel: method === "TUN" ? { type: entry.tunnel, port: entry.tunnelPort, checksum: entry.checksum } : undefined,
    bound,
    places: placesOf(entry, bound),
  };
}

/** Where each option of a rule has its value. */
export function placesOf(entry: Draft, bound: Bound): Places {
  const places = new Map<Group, Location>();
  for (const [group, option] of entry.given) places.set(group, bound.at(valueBehind(entry, option) ?? option));
  return places;
}
