/**
 * The addresses of a vrrp_instance, read from top to bottom as the daemon reads them: the first one decides the
 * address family, and what comes later and differs is refused (vrrp_parser.c, vrrp_data.c).
 */
import { type Address, type Family, parseAddress } from "../../../net/address.ts";
import type { Bound } from "../../../schema/bound.ts";
import type { Word } from "../../../syntax/ast.ts";
import { bareAddress } from "../values/endpoint.ts";

/** An address that an instance names. */
export interface Named {
  /** The line or the statement with the address. */
  readonly bound: Bound;
  readonly word: Word;
  readonly address: Address;
}

/** An address of `virtual_ipaddress` or `virtual_ipaddress_excluded`. */
export interface ListedVip extends Named {
  readonly excluded: boolean;
}

/** What was read first and so decided something. */
export interface Decision {
  readonly bound: Bound;
  readonly word: Word;
}

export interface VersionClash {
  readonly statement: Bound;
  /** The version that stays, and what set it; for IPv6 the first IPv6 address. */
  readonly stays: 2 | 3;
  readonly because: Decision;
}

export interface InstanceAddresses {
  /** Undefined where only the host knows it; IPv4 where nothing tells. */
  readonly family: Family | undefined;
  readonly familyFrom: Decision | undefined;
  /** Of the accepted virtual addresses, in order. */
  readonly vips: readonly Named[];
  readonly excluded: readonly Named[];
  /** Both kinds in the order of reading. */
  readonly listed: readonly ListedVip[];
  readonly peers: readonly Named[];
  readonly source: Named | undefined;
  /** `mcast_dst_ip`. */
  readonly group: Named | undefined;
  /** Addresses of the other family, which the daemon skips. */
  readonly strangers: readonly (Named & { readonly from: Decision })[];
  /** `native_ipv6` in an instance that is IPv4 already. */
  readonly lateNative: readonly Bound[];
  /** The version that the instance sets; undefined where it sets none, NaN where only the host knows. */
  readonly ownVersion: number | undefined;
  readonly versionFrom: Bound | undefined;
  readonly versionClashes: readonly VersionClash[];
}

export function readAddresses(instance: Bound): InstanceAddresses {
  return new AddressReader().read(instance);
}

/** The address that a word of a line or statement writes, without prefix length. */
export function namedAddress(bound: Bound): Named | undefined {
  const word = bound.value("address")?.word;
  if (word === undefined || word.unknown === true) return undefined;
  const address = parseAddress(bareAddress(word.value));
  return address === undefined ? undefined : { bound, word, address };
}

class AddressReader {
  #family: Family | undefined;
  #from: Decision | undefined;
  /** Nothing can be told of the family any more: a word that only the host knows came first. */
  #lost = false;
  #version: number | undefined;
  #versionFrom: Bound | undefined;
  #source: Named | undefined;
  #group: Named | undefined;
  readonly #listed: ListedVip[] = [];
  readonly #peers: Named[] = [];
  readonly #strangers: (Named & { from: Decision })[] = [];
  readonly #lateNative: Bound[] = [];
  readonly #clashes: VersionClash[] = [];

  read(instance: Bound): InstanceAddresses {
    for (const child of instance.children) this.#statement(child);
    return {
      family: this.#lost ? undefined : (this.#family ?? 4),
      familyFrom: this.#from,
      vips: this.#listed.filter((vip) => !vip.excluded),
      excluded: this.#listed.filter((vip) => vip.excluded),
      listed: this.#listed,
      peers: this.#peers,
      source: this.#source,
      group: this.#group,
      strangers: this.#strangers,
      lateNative: this.#lateNative,
      ownVersion: this.#version,
      versionFrom: this.#versionFrom,
      versionClashes: this.#clashes,
    };
  }

  #statement(child: Bound): void {
    switch (child.keyword?.name) {
      case "native_ipv6":
        if (this.#family === 4) this.#lateNative.push(child);
        else {
          this.#decide(6, { bound: child, word: child.head });
          this.#version = 3;
          this.#versionFrom = child;
        }
        break;
      case "version":
        this.#setVersion(child);
        break;
      case "mcast_src_ip":
      case "unicast_src_ip": {
        this.#source = this.#accept(child);
        break;
      }
      case "mcast_dst_ip":
        this.#group = this.#accept(child);
        break;
      case "use_ipvlan": {
        const found = this.#accept(child);
        // Its address is the source as well, where there is none yet.
        this.#source ??= found;
        break;
      }
      case "unicast_peer":
        this.#peers.push(...child.children.flatMap((line) => this.#accept(line) ?? []));
        break;
      case "virtual_ipaddress":
        this.#list(
          child.children.flatMap((line) => this.#accept(line) ?? []),
          false,
        );
        break;
      case "virtual_ipaddress_excluded":
        // They may be of both families and decide nothing.
        this.#list(
          child.children.flatMap((line) => namedAddress(line) ?? []),
          true,
        );
        break;
    }
  }

  #list(found: readonly Named[], excluded: boolean): void {
    this.#listed.push(...found.map((named) => ({ ...named, excluded })));
  }

  #accept(bound: Bound): Named | undefined {
    if (bound.value("address")?.word.unknown === true && this.#family === undefined) this.#lost = true;
    const found = namedAddress(bound);
    if (found === undefined || this.#lost) return found;
    if (this.#family === undefined || this.#from === undefined) this.#decide(found.address.family, found);
    else if (this.#family !== found.address.family) {
      this.#strangers.push({ ...found, from: this.#from });
      return undefined;
    }
    return found;
  }

  #decide(family: Family, from: Decision): void {
    if (this.#family !== undefined || this.#lost) return;
    this.#family = family;
    this.#from = from;
  }

  #setVersion(statement: Bound): void {
    const value = statement.values[0];
    if (value === undefined) return;
    if (value.word.unknown === true) {
      this.#version = Number.NaN;
      return;
    }
    if (value.data !== 2 && value.data !== 3) return;
    const before = this.#version;
    if ((before === 2 || before === 3) && before !== value.data && this.#versionFrom !== undefined) {
      const from = this.#versionFrom;
      this.#clashes.push({
        statement,
        stays: before,
        because: { bound: from, word: from.values[0]?.word ?? from.head },
      });
    } else if (value.data === 2 && this.#family === 6 && this.#from !== undefined) {
      this.#clashes.push({ statement, stays: 3, because: this.#from });
    } else if (before === undefined) {
      this.#version = value.data;
      this.#versionFrom = statement;
    }
  }
}
