/**
 * Proxies with what they take over from their defaults: frontends, backends, listens. A proxy is the same object as
 * long as neither its section nor one of its defaults has changed, so that what rules find of it can be kept.
 */
import type { Configuration } from "../../../model/configuration.ts";
import { gather } from "../../../model/gather.ts";
import type { Bound } from "../../../schema/bound.ts";

export type ProxyKind = "frontend" | "backend" | "listen";
export type Mode = "tcp" | "http" | "log" | "spop" | "haterm";

const kinds: ReadonlySet<string> = new Set(["frontend", "backend", "listen"]);

export class Proxy {
  readonly block: Bound;
  readonly kind: ProxyKind;
  /** The defaults that it takes settings from, the nearest first. */
  readonly defaults: readonly Bound[];
  /** The line that sets the mode, its own or that of its defaults. */
  readonly modeLine: Bound | undefined;
  readonly mode: Mode;
  #isDisabled: boolean | undefined;

  constructor(block: Bound, defaults: readonly Bound[]) {
    this.block = block;
    this.kind = block.keyword?.name as ProxyKind;
    this.defaults = defaults;
    this.modeLine = this.find("mode");
    this.mode = (this.modeLine?.values[0]?.data as Mode | undefined) ?? "tcp";
  }

  get name(): string {
    return this.block.name;
  }

  /** It listens. */
  get isFrontend(): boolean {
    return this.kind !== "backend";
  }

  /** The daemon does not start it, and does not check what needs other sections (src/proxy.c: PR_FL_DISABLED). */
  get isDisabled(): boolean {
    this.#isDisabled ??= this.#readDisabled();
    return this.#isDisabled;
  }

  #readDisabled(): boolean {
    const says = (block: Bound) =>
      block.children.findLast((child) => child.keyword?.name === "disabled" || child.keyword?.name === "enabled");
    for (const block of [this.block, ...this.defaults]) {
      const last = says(block);
      if (last !== undefined) return last.keyword?.name === "disabled";
    }
    return false;
  }

  /** It has servers. */
  get isBackend(): boolean {
    return this.kind !== "frontend";
  }

  /** `http`, or the mode that works like it. */
  get isHttp(): boolean {
    return this.mode === "http" || this.mode === "haterm";
  }

  /** Statements of a keyword in the section itself. */
  own(keyword: string): readonly Bound[] {
    return this.block.all(keyword);
  }

  /** All statements of a keyword that the proxy obeys: those of its defaults first, as the daemon runs them. */
  all(keyword: string): readonly Bound[] {
    return [...this.defaults.toReversed(), this.block].flatMap((block) => block.all(keyword));
  }

  /** All statements of the section itself whose keyword begins with these words: `http-request`. */
  rules(set: string): readonly Bound[] {
    return this.block.children.filter((child) => child.keyword?.name.startsWith(`${set} `) === true);
  }

  /** The statement that counts for a keyword: the last one of the section, or of the nearest defaults. */
  find(keyword: string): Bound | undefined {
    for (const block of [this.block, ...this.defaults]) {
      const found = block.find(keyword);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Whether an option is on: `no option x` and `default option x` switch it off. */
  hasOption(name: string): boolean {
    const found = this.find(`option ${name}`);
    return found !== undefined && found.negation === undefined;
  }

  get servers(): readonly Bound[] {
    return this.block.children.filter((child) => /^server(?:-template)?$/.test(child.keyword?.name ?? ""));
  }

  /** An option of a server, with what `default-server` lines above it say. */
  serverOption(server: Bound, name: string): Bound["values"][number] | undefined {
    const own = server.value(name);
    if (own !== undefined) return own;
    const lines = [...this.defaults.toReversed(), this.block].flatMap((block) => block.all("default-server"));
    return lines
      .filter((line) => line.source !== server.source || line.statement.start < server.statement.start)
      .findLast((line) => line.value(name) !== undefined)
      ?.value(name);
  }
}

const keptProxies = new WeakMap<Bound, { readonly defaults: readonly Bound[]; readonly proxy: Proxy }>();
const keptLists = new WeakMap<readonly Bound[], readonly Proxy[]>();

/** The proxies of a configuration, in the order of reading. */
export function proxiesOf(configuration: Configuration): readonly Proxy[] {
  const blocks = blocksOf(configuration);
  const kept = keptLists.get(blocks);
  if (kept !== undefined) return kept;
  const list: Proxy[] = [];
  const seen: Bound[] = [];
  // Most proxies have the defaults of the one before.
  let last: readonly Bound[] | undefined;
  for (const block of blocks) {
    if (block.keyword?.name === "defaults") {
      seen.push(block);
      last = undefined;
    } else if (block.value("from") === undefined) {
      last ??= defaultsOf(block, seen);
      list.push(proxyOf(block, last));
    } else list.push(proxyOf(block, defaultsOf(block, seen)));
  }
  keptLists.set(blocks, list);
  return list;
}

const blocksOf = gather(
  (configuration) => configuration.sections,
  ({ statements }) =>
    statements.filter(({ keyword }) => keyword?.name === "defaults" || kinds.has(keyword?.name ?? "")),
);

/** The proxy that a section of a configuration is. */
export function proxyAt(block: Bound, configuration: Configuration): Proxy | undefined {
  proxiesOf(configuration);
  return keptProxies.get(block)?.proxy;
}

function proxyOf(block: Bound, defaults: readonly Bound[]): Proxy {
  const kept = keptProxies.get(block);
  const isSame =
    kept?.defaults === defaults ||
    (kept?.defaults.length === defaults.length && kept.defaults.every((one, at) => one === defaults[at]));
  if (kept !== undefined && isSame) return kept.proxy;
  const proxy = new Proxy(block, defaults);
  keptProxies.set(block, { defaults, proxy });
  return proxy;
}

/**
 * The defaults of a section, and theirs: those that it names, else the last ones above it, named or not
 * (doc/configuration.txt, 4).
 */
export function defaultsOf(block: Bound, above: readonly Bound[]): readonly Bound[] {
  const found: Bound[] = [];
  let next = block;
  let known = above;
  for (;;) {
    const from = next.value("from")?.data;
    // Without `from`, defaults begin anew and only a proxy looks at what stands above it.
    if (from === undefined && next !== block) return found;
    const one = from === undefined ? known.at(-1) : known.findLast((other) => other.name === from);
    if (one === undefined || found.includes(one)) return found;
    found.push(one);
    known = known.slice(0, known.indexOf(one));
    next = one;
  }
}
