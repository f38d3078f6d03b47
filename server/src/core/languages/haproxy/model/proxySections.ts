/** Proxies as facts: where each takes connections, which backends it hands them to, and to which servers it sends. */
import type { ProxySection, ProxyTarget, Stated } from "../../../model/facts.ts";
import { parseAddress } from "../../../net/address.ts";
import type { Bound } from "../../../schema/bound.ts";
import { backendOwner, ownerOf } from "../owners.ts";
import type { Address } from "../syntax/inner.ts";
import { ofProxies } from "./gathered.ts";
import type { Proxy } from "./proxies.ts";

/** All that the daemon starts, in the order of reading. */
export const proxySectionsOf = ofProxies((proxy): readonly ProxySection[] =>
  proxy.isDisabled
    ? []
    : [
        {
          process: "haproxy",
          name: proxy.name,
          owner: ownerOf(proxy.block),
          sends: proxy.isBackend,
          sockets: proxy.own("bind").flatMap(socketsOf),
          routes: routesOf(proxy),
          scheduler: schedulerOf(proxy),
          targets: proxy.isBackend ? proxy.servers.flatMap((line) => targetsOf(proxy, line)) : [],
          at: proxy.block.at(proxy.block.nameWord),
          block: proxy.block,
        },
      ],
);

const localKinds: ReadonlySet<string> = new Set(["unix", "abns", "abnsz", "fd", "sockpair"]);

function socketsOf(line: Bound): readonly Stated<string>[] {
  const value = line.value("address");
  const addresses = (value?.inner as readonly Address[] | undefined) ?? [];
  const { text } = line.source.section;
  return addresses
    .filter(({ kind }) => !localKinds.has(kind))
    .map((one) => ({ value: text.slice(one.start, one.end), at: line.at(one) }));
}

/** Names that are put together at run time, and those in maps, are not known (4.2 of the manual, use_backend). */
function routesOf(proxy: Proxy): readonly Stated<string>[] {
  if (!proxy.isFrontend) return [];
  const fallback = proxy.find("default_backend");
  return [...proxy.own("use_backend"), ...(fallback === undefined ? [] : [fallback])].flatMap((line) =>
    line.values
      .filter(({ refers }) => refers === "backend")
      .map(({ data, word }) => ({ value: backendOwner(String(data)), at: line.at(word) })),
  );
}

function schedulerOf(proxy: Proxy): Stated<string> | undefined {
  const line = proxy.isBackend ? proxy.find("balance") : undefined;
  return line === undefined
    ? undefined
    : { value: line.statement.words[1]?.value ?? line.name, at: line.at(line.nameWord) };
}

function targetsOf(proxy: Proxy, line: Bound): readonly ProxyTarget[] {
  const addresses = (line.value("address")?.inner as readonly Address[] | undefined) ?? [];
  const weight = Number(proxy.serverOption(line, "weight")?.data ?? Number.NaN);
  return addresses
    .filter(({ kind }) => !localKinds.has(kind))
    .map(({ host, port }) => ({
      name: line.name,
      host: host?.value ?? "",
      address: parseAddress(host?.value ?? ""),
      port: port?.relative === undefined ? port?.from : undefined,
      weight: Number.isInteger(weight) ? weight : undefined,
      isBackup: proxy.serverOption(line, "backup") !== undefined,
      at: line.at(line.statement),
    }));
}
