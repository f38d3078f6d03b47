/** Which lines the daemon comes to check: those of proxies that are on, and of defaults that such a proxy uses. */
import type { Configuration } from "../../../model/configuration.ts";
import type { Bound } from "../../../schema/bound.ts";
import { effectHere, findKeyword } from "../../../schema/spec.ts";
import { type Proxy, proxiesOf, proxyAt } from "./proxies.ts";

/** Formats of which a backend's are thrown away before anyone reads them (src/proxy.c: proxy_finalize). */
const frontendFormats: ReadonlySet<string> = new Set(["log-format", "log-format-sd"]);

/**
 * The started proxies that obey a statement: it is theirs or their defaults', and no later one takes its place.
 * Undefined where the statement belongs to no proxy.
 */
export function proxiesObeying(bound: Bound, configuration: Configuration): readonly Proxy[] | undefined {
  const block = bound.parent;
  const kind = block?.keyword?.name ?? "";
  const name = bound.keyword?.name ?? "";
  if (block === undefined || !/^(?:defaults|frontend|backend|listen)$/.test(kind)) return undefined;
  const own = kind === "defaults" ? undefined : proxyAt(block, configuration);
  const all = kind === "defaults" ? proxiesOf(configuration) : own === undefined ? [] : [own];
  return all.filter((proxy) => {
    if (proxy.isDisabled || (proxy.block !== block && !proxy.defaults.includes(block))) return false;
    if (frontendFormats.has(name) && !proxy.isFrontend) return false;
    if (!worksIn(proxy, name, configuration.version)) return false;
    return bound.keyword?.repeat === true || proxy.find(name) === bound;
  });
}

/** Whether the daemon comes to check what a statement names. */
export function isInForce(bound: Bound, configuration: Configuration): boolean {
  return proxiesObeying(bound, configuration)?.length !== 0;
}

/** Whether proxies of this kind know the keyword: a backend takes no `default_backend` from its defaults. */
function worksIn({ block }: Proxy, name: string, version: string): boolean {
  const keyword = block.body?.kind === "keywords" ? findKeyword(block.body, name) : undefined;
  return keyword === undefined || effectHere(keyword, version) === "works";
}
