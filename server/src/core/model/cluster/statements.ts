/**
 * What `.ha-config.json` states: hosts, networks and severities that cannot be guessed. People write it by hand, so it
 * is read with mistrust: what is wrong in it is told with its place, and the rest counts.
 */
import { type Node, type ParseError, parseTree } from "jsonc-parser";
import { type Address, parseAddress } from "../../net/address.ts";
import type { Severity } from "../../schema/problem.ts";
import { fill, type Text, text } from "../../text/localized.ts";
import { nearest } from "../../text/nearest.ts";
import type { Range } from "../../text/range.ts";
import type { Network } from "./host.ts";

/** The name of the file, wherever in the workspace it lies. */
export const statementsFile = ".ha-config.json";

export interface StatedHostAddress extends Range {
  readonly interface: string;
  readonly address: Address;
  readonly text: string;
  readonly prefixLength: number | undefined;
}

export interface StatedHost extends Range {
  readonly name: string;
  /** Patterns of paths, seen from the folder of the file. */
  readonly files: readonly (Range & { readonly pattern: string })[];
  /** What follows the `@` of conditional lines in keepalived.conf. */
  readonly id: string | undefined;
  readonly addresses: readonly StatedHostAddress[];
  /** Versions of daemons by language id. */
  readonly versions: Readonly<Record<string, string>>;
  readonly processes: readonly string[];
}

export interface StatementProblem extends Range {
  readonly message: Text;
  readonly severity: Severity;
}

/** A network as it is written; whose it is follows from where the file lies. */
export type StatedNetwork = Omit<Network, "site">;

export interface Statements {
  readonly hosts: readonly StatedHost[];
  readonly networks: readonly StatedNetwork[];
  /** Names of hosts that form a cluster, by the cluster's name. */
  readonly clusters: readonly (Range & { readonly name: string; readonly hosts: readonly string[] })[];
  readonly rules: Readonly<Record<string, Severity | "off">>;
  readonly problems: readonly StatementProblem[];
}

const messages = {
  syntax: text("This is not JSON from here on", "从此处起不是合法的 JSON"),
  object: text("An object in braces must stand here", "此处应为花括号中的对象"),
  list: text("A list in brackets must stand here", "此处应为方括号中的列表"),
  string: text("A text in quotes must stand here", "此处应为引号中的文本"),
  boolean: text("true or false must stand here", "此处应为 true 或 false"),
  unknown: text('Nothing is called "{0}" here', '此处没有名为"{0}"的项'),
  near: text('Nothing is called "{0}" here, did you mean "{1}"?', '此处没有名为"{0}"的项，是否想写"{1}"？'),
  address: text(
    '"{0}" is no IP address, such as 192.0.2.1 or 192.0.2.1/24',
    '"{0}"不是 IP 地址，例如 192.0.2.1 或 192.0.2.1/24',
  ),
  network: text('"{0}" is no network, such as 192.0.2.0/24', '"{0}"不是网段，例如 192.0.2.0/24'),
  version: text('"{0}" is not a version such as 2.2.7', '"{0}"不是版本号，例如 2.2.7'),
  severity: text(
    '"{0}" should be off, hint, information, warning or error',
    '"{0}"应为 off、hint、information、warning 或 error',
  ),
  id: text('"{0}" is no VRID from 1 to 255', '"{0}"不是 1 到 255 的 VRID'),
  noHost: text('No host is called "{0}"', '没有名为"{0}"的主机'),
};

const severities: readonly string[] = ["off", "hint", "information", "warning", "error"];

/** Reads the text of the file; `languages` are the ids for which versions may be stated. */
export function readStatements(content: string, languages: readonly string[]): Statements {
  return new StatementReader(languages).read(content);
}

class StatementReader {
  readonly #languages: readonly string[];
  readonly #problems: StatementProblem[] = [];

  constructor(languages: readonly string[]) {
    this.#languages = languages;
  }

  read(content: string): Statements {
    const errors: ParseError[] = [];
    const root = parseTree(content, errors, { allowTrailingComma: true });
    const [error] = errors;
    if (error !== undefined) {
      const start = Math.min(error.offset, content.length);
      this.#say({ start, end: Math.min(content.length, start + Math.max(1, error.length)) }, messages.syntax);
    }
    const top = this.#entries(root, ["$schema", "hosts", "networks", "clusters", "rules"]);
    const hosts = this.#each(top.get("hosts"), (name, node, at) => this.#host(name, node, at));
    const names = new Set(hosts.map((host) => host.name));
    return {
      hosts,
      networks: this.#each(top.get("networks"), (name, node) => this.#network(name, node)),
      clusters: this.#each(top.get("clusters"), (name, node, at) => ({
        ...at,
        name,
        hosts: this.#members(node, names),
      })),
      rules: this.#rules(top.get("rules")),
      problems: this.#problems,
    };
  }

  #host(name: string, node: Node, at: Range): StatedHost {
    const entries = this.#entries(node, ["files", "id", "addresses", "versions", "processes"]);
    return {
      ...at,
      name,
      files: this.#strings(entries.get("files")).map(({ value, ...range }) => ({ ...range, pattern: value })),
      id: this.#string(entries.get("id"))?.value,
      addresses: this.#each(entries.get("addresses"), (name, list) => this.#addresses(name, list)).flat(),
      versions: this.#versions(entries.get("versions")),
      processes: this.#strings(entries.get("processes")).map(({ value }) => value),
    };
  }

  #addresses(interfaceName: string, list: Node): readonly StatedHostAddress[] {
    const written = list.type === "string" ? this.#string(list) : undefined;
    const all = written === undefined ? this.#strings(list) : [written];
    return all.flatMap(({ value, start, end }) => {
      const range = rangeIn(value);
      if (range === undefined) this.#say({ start, end }, fill(messages.address, value));
      return range === undefined
        ? []
        : [{ ...range, interface: interfaceName, text: value.replace(/\/.*$/, ""), start, end }];
    });
  }

  #versions(node: Node | undefined): Readonly<Record<string, string>> {
    const found: Record<string, string> = {};
    for (const [language, value] of this.#entries(node, this.#languages)) {
      const version = this.#string(value);
      if (version === undefined) continue;
      if (/^\d+(\.\d+)*$/.test(version.value)) found[language] = version.value;
      else this.#say(version, fill(messages.version, version.value));
    }
    return found;
  }

  #network(name: string, node: Node): StatedNetwork {
    const entries = this.#entries(node, ["addresses", "multicast", "usedVirtualRouterIds"]);
    const multicast = entries.get("multicast");
    if (multicast !== undefined && multicast.type !== "boolean") this.#say(rangeOf(multicast), messages.boolean);
    return {
      name,
      ranges: this.#strings(entries.get("addresses")).flatMap(({ value, start, end }) => {
        const range = rangeIn(value);
        if (range === undefined) this.#say({ start, end }, fill(messages.network, value));
        const { address, prefixLength } = range ?? {};
        return address === undefined ? [] : [{ address, prefixLength: prefixLength ?? address.bytes.length * 8 }];
      }),
      carriesMulticast: multicast?.value !== false,
      usedVirtualRouterIds: this.#items(entries.get("usedVirtualRouterIds")).flatMap((item) => {
        const id: unknown = item.value;
        if (typeof id === "number" && Number.isInteger(id) && id >= 1 && id <= 255) return [id];
        this.#say(rangeOf(item), fill(messages.id, String(id)));
        return [];
      }),
    };
  }

  #members(node: Node, known: ReadonlySet<string>): readonly string[] {
    return this.#strings(node).flatMap(({ value, start, end }) => {
      if (known.has(value)) return [value];
      this.#say({ start, end }, fill(messages.noHost, value));
      return [];
    });
  }

  #rules(node: Node | undefined): Statements["rules"] {
    const rules: Record<string, Severity | "off"> = {};
    for (const { name, value } of this.#properties(node)) {
      const severity = this.#string(value);
      if (severity === undefined) continue;
      if (severities.includes(severity.value)) rules[name] = severity.value as Severity | "off";
      else this.#say(severity, fill(messages.severity, severity.value));
    }
    return rules;
  }

  /** The known entries of an object, the last of several of one name; what is unknown is told. */
  #entries(node: Node | undefined, known: readonly string[]): ReadonlyMap<string, Node> {
    const found = new Map<string, Node>();
    for (const { name, key, value } of this.#properties(node)) {
      if (known.includes(name)) found.set(name, value);
      else {
        const meant = nearest(name, known);
        const message = meant === undefined ? fill(messages.unknown, name) : fill(messages.near, name, meant);
        this.#say(rangeOf(key), message, "warning");
      }
    }
    return found;
  }

  #each<T>(node: Node | undefined, make: (name: string, value: Node, at: Range) => T): readonly T[] {
    return this.#properties(node).map(({ name, key, value }) => make(name, value, rangeOf(key)));
  }

  #properties(node: Node | undefined): readonly { readonly name: string; readonly key: Node; readonly value: Node }[] {
    if (node === undefined) return [];
    if (node.type !== "object") {
      this.#say(rangeOf(node), messages.object);
      return [];
    }
    return (node.children ?? []).flatMap(({ children = [] }) => {
      const [key, value] = children;
      return key === undefined || value === undefined ? [] : [{ name: String(key.value), key, value }];
    });
  }

  #items(node: Node | undefined): readonly Node[] {
    if (node === undefined) return [];
    if (node.type === "array") return node.children ?? [];
    this.#say(rangeOf(node), messages.list);
    return [];
  }

  #strings(node: Node | undefined): readonly (Range & { readonly value: string })[] {
    return this.#items(node).flatMap((item) => this.#string(item) ?? []);
  }

  #string(node: Node | undefined): (Range & { readonly value: string }) | undefined {
    if (node === undefined) return undefined;
    if (typeof node.value === "string") return { ...rangeOf(node), value: node.value };
    this.#say(rangeOf(node), messages.string);
    return undefined;
  }

  #say({ start, end }: Range, message: Text, severity: Severity = "error"): void {
    this.#problems.push({ start, end, message, severity });
  }
}

function rangeOf({ offset, length }: Node): Range {
  return { start: offset, end: offset + length };
}

/** An address with or without prefix length. */
function rangeIn(
  written: string,
): { readonly address: Address; readonly prefixLength: number | undefined } | undefined {
  const [, host = "", length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(written) ?? [];
  const address = parseAddress(host);
  if (address === undefined || Number(length ?? 0) > address.bytes.length * 8) return undefined;
  return { address, prefixLength: length === undefined ? undefined : Number(length) };
}
