/** What a haproxy.cfg says about its host: where it listens, and which servers it sends to. */
import type { Configuration } from "../../model/configuration.ts";
import { type Facts, type Listener, noFacts, type ProxyServer } from "../../model/facts.ts";
import { parseAddress } from "../../net/address.ts";
import type { Bound } from "../../schema/bound.ts";
import { type Endpoint, endpointsOf, unknownEndpointsOf } from "./model/endpoints.ts";
import { ofLines } from "./model/gathered.ts";
import { proxySectionsOf } from "./model/proxySections.ts";
import { ownerOf } from "./owners.ts";
import type { Address } from "./syntax/inner.ts";

interface Kept {
  readonly endpoints: readonly Endpoint[];
  readonly unknown: readonly Bound[];
  readonly servers: readonly ProxyServer[];
  readonly proxies: Facts["proxies"];
  readonly outgoing: Facts["outgoing"];
  readonly incomplete: boolean;
  readonly facts: Facts;
}

const kept = new WeakMap<Configuration, Kept>();

export function facts(configuration: Configuration): Facts {
  const endpoints = endpointsOf(configuration);
  const unknown = unknownEndpointsOf(configuration);
  const servers = serversOf(configuration);
  const proxies = proxySectionsOf(configuration);
  const outgoing = outgoingOf(configuration);
  const { incomplete } = configuration;
  const before = kept.get(configuration);
  const isSame =
    before?.endpoints === endpoints &&
    before.unknown === unknown &&
    before.servers === servers &&
    before.proxies === proxies &&
    before.outgoing === outgoing &&
    before.incomplete === incomplete;
  if (isSame) return before.facts;
  const made: Facts = {
    ...noFacts,
    listeners: endpoints.flatMap(listener),
    listenersAreUnknown: unknown.length > 0,
    outgoing,
    proxyServers: servers,
    proxies,
    processes: ["haproxy"],
    isPartial: incomplete,
  };
  kept.set(configuration, { endpoints, unknown, servers, proxies, outgoing, incomplete, facts: made });
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

const senders = ["source", "server", "server-template", "default-server"];

/** The address behind the word `source`, of a proxy or a server (4.2 and 5.2 of the manual). */
const outgoingOf = ofLines((line): Facts["outgoing"] => {
  if (!senders.includes(line.keyword?.name ?? "")) return [];
  const { words } = line.statement;
  const at = words.findIndex(({ value }) => value === "source");
  const text = at === -1 ? "" : (words[at + 1]?.value.replace(/^ipv[46]@/, "") ?? "");
  const address = parseAddress(text) ?? parseAddress(text.replace(/:[\d-]*$/, ""));
  return address === undefined ? [] : [address];
});
