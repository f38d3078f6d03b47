/**
 * Servers at the end of the way. The same address and port is one server, whatever services call it. One whose address
 * is that of a host with files of its own goes by that host's name.
 */
import type { Host } from "../model/cluster/host.ts";
import { type Address, formatAddress } from "../net/address.ts";
import type { Location } from "../schema/problem.ts";
import { isSameList } from "../text/lists.ts";
import type { RowDraft, ServerDraft } from "./draft.ts";
import { filesOf } from "./hostCard.ts";
import type { HostIndex } from "./hostIndex.ts";
import { idOf } from "./ids.ts";

/** A server as a service names it. */
export interface Target {
  readonly name: string;
  readonly address: Address | undefined;
  /** What stands where the address should. */
  readonly word: string;
  readonly port: number | undefined;
  readonly at: Location;
}

/** A server as one service sends to it. */
export interface SentTo {
  /** That of its node. */
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly port: number | undefined;
  /** The id of the host that it is. */
  readonly host: string | undefined;
  readonly at: Location;
}

/** What is known of hosts where servers are named. */
export interface Surroundings {
  readonly index: HostIndex;
  readonly siteOf: (host: Host) => string;
  /** The id of the card of a host, and what ids call the host; the card is undefined where it can only be a server. */
  readonly cardOf: (hostId: string) => { readonly called: string; readonly card: string | undefined } | undefined;
}

/** What a target is. */
export function sentTo(seenFrom: Host, { name, address, word, port, at }: Target, around: Surroundings): SentTo {
  const written = address === undefined ? undefined : formatAddress(address);
  const host = around.index.find(seenFrom, { address: written, word });
  const card = host === undefined ? undefined : around.cardOf(host);
  const shown = written ?? word;
  const id =
    card !== undefined && card.card === undefined
      ? idOf("server", card.called)
      : idOf("server", around.siteOf(seenFrom), shown, port ?? "");
  return { id, name, address: shown, port, host, at };
}

/** How nodes of servers that are hosts are made. */
export interface ServerCards {
  readonly hostOf: (hostId: string) => Host | undefined;
  readonly cardOf: (host: Host) => string | undefined;
  readonly rowsOf: (host: Host) => readonly RowDraft[];
}

/** Makes the nodes of servers; a node stays the same object while nothing of it changes. */
export class ServerMaker {
  #kept = new Map<string, ServerDraft>();

  make(all: readonly SentTo[], cards: ServerCards): readonly ServerDraft[] {
    const byId = new Map<string, SentTo[]>();
    for (const one of all) {
      const list = byId.get(one.id);
      if (list === undefined) byId.set(one.id, [one]);
      else list.push(one);
    }
    const before = this.#kept;
    this.#kept = new Map([...byId].map(([id, list]) => [id, kept(before.get(id), draftOf(id, list, cards))]));
    return [...this.#kept.values()];
  }
}

function draftOf(id: string, all: readonly SentTo[], { hostOf, cardOf, rowsOf }: ServerCards): ServerDraft {
  const [first] = all;
  const host = first?.host === undefined ? undefined : hostOf(first.host);
  const ports = new Set(all.map(({ port }) => port));
  const card = host === undefined ? undefined : cardOf(host);
  const isPlain = host !== undefined && card === undefined;
  return {
    kind: "server",
    id,
    name: host?.name ?? first?.name ?? "",
    address: first?.address ?? "",
    port: ports.size === 1 ? first?.port : undefined,
    host: card,
    files: isPlain ? filesOf(host) : [],
    rows: isPlain ? rowsOf(host) : [],
    sources: all.map(({ at }) => at),
  };
}

function kept(before: ServerDraft | undefined, now: ServerDraft): ServerDraft {
  const isSame =
    before !== undefined &&
    before.name === now.name &&
    before.address === now.address &&
    before.port === now.port &&
    before.host === now.host &&
    isSameList(before.files, now.files) &&
    isSameList(before.rows, now.rows) &&
    isSameList(before.sources, now.sources);
  return isSame ? before : now;
}
