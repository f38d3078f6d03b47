/** What a haproxy.cfg says about its host: where it listens, and which servers it sends to. */
import type { Configuration } from "../../model/configuration.ts";
import { type Facts, type Listener, noFacts, type ProxyServer } from "../../model/facts.ts";
import { parseAddress } from "../../net/address.ts";
import type { Bound } from "../../schema/bound.ts";
import { type Endpoint, endpointsOf } from "./model/endpoints.ts";
import { ofLines } from "./model/gathered.ts";
import { ownerOf } from "./owners.ts";
import type { Address } from "./syntax/inner.ts";

interface Kept {
  readonly endpoints: readonly Endpoint[];
  readonly servers: readonly ProxyServer[];
  readonly incomplete: boolean;
  readonly facts: Facts;
}

const kept = new WeakMap<Configuration, Kept>();

export function facts(configuration: Configuration): Facts {
  const endpoints = endpointsOf(configuration);
  const servers = serversOf(configuration);
  const { incomplete } = configuration;
  const before = kept.get(configuration);
  if (before?.endpoints === endpoints && before.servers === servers && before.incomplete === incomplete) {
    return before.facts;
  }
  const made: Facts = {
    ...noFacts,
    listeners: endpoints.flatMap(listener),
    proxyServers: servers,
    processes: ["haproxy"],
    isPartial: incomplete,
  };
  kept.set(configuration, { endpoints, servers, incomplete, facts: made });
  return made;
}

function listener({ bound, address, transport, host, families, from, to }: Endpoint): readonly Listener[] {
  if (transport === "file") return [];
  const written = host === "" ? undefined : parseAddress(address.host?.value ?? "");
  return [
    {
      process: "haproxy",
      owner: ownerOf(bound.parent),
      address: written,
      families,
      transport,
      from,
      to,
      at: bound.at(address),
      line: bound,
      bindsForeign: bound.value("transparent") !== undefined,
    },
  ];
}

const serversOf = ofLines((line): readonly ProxyServer[] => {
  if (line.keyword?.name !== "server") return [];
  const value = line.value("address");
  if (value === undefined || value.word.unknown === true) return [];
  return ((value.inner as readonly Address[] | undefined) ?? []).flatMap((one) => serverOf(line, one));
});

function serverOf(line: Bound, { host, port, start, end }: Address): readonly ProxyServer[] {
  const address = parseAddress(host?.value ?? "");
  if (address === undefined) return [];
  const at = line.at({ start, end });
  return [{ name: line.name, owner: ownerOf(line.parent), address, port: port?.from, at }];
}
