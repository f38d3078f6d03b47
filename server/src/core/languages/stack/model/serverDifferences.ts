/** Reports what is said of one real server otherwise on another host of the cluster. */
import type { RealServer } from "../../../model/facts.ts";
import type { Report } from "../../../rules/rule.ts";
import type { Location } from "../../../schema/problem.ts";
import { fill, type Text } from "../../../text/localized.ts";
import { elsewhere, hostNames, oddOnes, oneSide, type Said } from "./compare.ts";
import { takeOver } from "./serviceDifferences.ts";
import {
  isSamePlace,
  type ServiceMember,
  type SharedService,
  serverIn,
  serverName,
  withoutDirectors,
} from "./virtualServers.ts";

/** One real server as two virtual servers have it. */
export type ServerPair = readonly [RealServer, RealServer];

/** How real servers are compared. */
export interface ServerValue<T> {
  readonly pick: (server: RealServer) => T | undefined;
  readonly placeOf: (server: RealServer) => Location | undefined;
  /** Whether servers that both have are treated alike. */
  readonly same: (pairs: readonly ServerPair[], a: ServiceMember, b: ServiceMember) => boolean;
  /** Whether nodes that are real servers themselves may mean it so, as far as two of them tell. */
  readonly mayBeMeant?: (pairs: readonly ServerPair[]) => boolean;
  /** What it is here, of which server, what it is elsewhere, and on which hosts. */
  readonly message: Text;
}

/** One finding for each place at which a host says something else than most, or than any. */
export function reportServers<T extends string | number>(
  shared: SharedService,
  value: ServerValue<T>,
  report: Report,
): void {
  const { members } = withoutDirectors(shared);
  const same = (a: ServiceMember, b: ServiceMember) => value.same(pairsOf(a, b), a, b);
  for (const { one, others } of oddOnes({ members }, (member) => ({ value: member, at: member.service.at }), same)) {
    const side = oneSide(others, same);
    if (side === undefined) continue;
    const pairs = pairsOf(one.value, side[0].value);
    const isUnsure = members.some(({ host }) => host.addresses.length === 0) && value.mayBeMeant?.(pairs) === true;
    const done: Location[] = [];
    for (const [here, there] of pairs) {
      const [mine, its] = [value.pick(here), value.pick(there)];
      const at = value.placeOf(here) ?? here.at;
      if (mine === undefined || its === undefined || mine === its || done.some((place) => isSamePlace(place, at)))
        continue;
      done.push(at);
      const from = value.placeOf(there);
      report({
        at,
        message: fill(value.message, mine, serverName(one.value.service, here), its, hostNames(side)),
        ...(isUnsure ? { severity: "information" as const } : {}),
        related: elsewhere(said(value, one.value, here, others), String),
        fixes: from === undefined || value.placeOf(here) === undefined ? [] : [takeOver(at, from)],
      });
    }
  }
}

/** What others say of a server. */
function said<T>(
  { pick, placeOf }: ServerValue<T>,
  { service }: ServiceMember,
  server: RealServer,
  others: readonly Said<ServiceMember, ServiceMember>[],
): readonly Said<T, ServiceMember>[] {
  return others.flatMap(({ member }) => {
    const its = serverIn(member.service, service, server);
    const value = its === undefined ? undefined : pick(its);
    return its === undefined || value === undefined ? [] : [{ member, value, at: placeOf(its) ?? its.at }];
  });
}

/** The real servers that both have. */
function pairsOf(a: ServiceMember, b: ServiceMember): readonly ServerPair[] {
  return a.service.servers.flatMap((server): ServerPair[] => {
    const other = serverIn(b.service, a.service, server);
    return other === undefined ? [] : [[server, other]];
  });
}
