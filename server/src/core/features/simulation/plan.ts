/**
 * From the words of a caller to simulations that can run: which hosts, with which addresses, and what happens to them.
 * What a word does not mean is said before anything runs, for an event that hits nothing looks like a cluster that holds.
 */
import type { Estate, Host } from "../../model/cluster/host.ts";
import type { Facts } from "../../model/facts.ts";
import type { FileHost } from "../../model/workspace.ts";
import { parseAddress } from "../../net/address.ts";
import type { Location } from "../../schema/problem.ts";
import { fill, type Text, text } from "../../text/localized.ts";
import { eventArguments, parseEvent, parseTime, type SimulationEvent } from "../../vrrp/simulation/events.ts";
import { type Scene, type StatedHostAddress, sceneOf } from "../../vrrp/simulation/scene.ts";
import { longest } from "../../vrrp/simulation/simulate.ts";
import { argumentProblem } from "./arguments.ts";
import { findHost, wordsFor } from "./hostWords.ts";
import { partsOf } from "./parts.ts";
import { type FileRange, type FindFile, type Reload, readReload } from "./reload.ts";

/** What a caller wants, in words. */
export interface Wish {
  readonly estate: Estate;
  /** The hosts that take part; all of the estate where absent. */
  readonly hosts?: readonly Host[];
  /** `TIME KIND HOST [ARGUMENT]`. */
  readonly events: readonly string[];
  /** `HOST=IP[@INTERFACE]`. */
  readonly addresses?: readonly string[];
  /** `HOST=TIME`. */
  readonly starts?: readonly string[];
  readonly files: FileHost;
  readonly findFile: FindFile;
}

/** Hosts that are simulated together, with what happens to them. */
export interface Part {
  readonly scene: Scene;
  /** Nothing is stated about its hosts but what files say. */
  readonly isPlain: boolean;
  readonly events: readonly SimulationEvent[];
}

export interface Plan {
  readonly kind: "plan";
  readonly parts: readonly Part[];
  /** How a report calls a host. */
  readonly wordFor: (host: Host) => string;
  /** Where something stands in files that were read for `reload`; undefined for those of the workspace. */
  readonly rangeOf: (location: Location) => FileRange | undefined;
}

/** Which of the words is wrong, and why. */
export interface Misunderstood {
  readonly kind: "misunderstood";
  readonly option: "event" | "address" | "start";
  readonly written: string;
  readonly text: Text;
}

const messages = {
  address: text(
    'An address is stated as "HOST=IP" or "HOST=IP@INTERFACE"',
    '地址的写法为"HOST=IP"或"HOST=IP@INTERFACE"',
  ),
  noAddress: text('"{0}" is no IP address', '"{0}"不是 IP 地址'),
  start: text('A late start is stated as "HOST=TIME", such as "lb1=2s"', '延迟启动的写法为"HOST=TIME"，例如"lb1=2s"'),
  late: text("No simulation is longer than {0} s", "模拟时长不得超过 {0} 秒"),
  time: text('"{0}" is no time; write "1500ms" or "2s"', '"{0}"不是时间；应写成"1500ms"或"2s"'),
};

/** Makes a plan of words, or says which of them cannot be understood. */
export function planOf(wish: Wish): Plan | Misunderstood {
  const { estate, hosts = estate.hosts, events, addresses = [], starts = [] } = wish;
  const known = hosts.filter(({ facts }) => facts.instances.length > 0);
  const stated = readAll("address", addresses, (written) => readAddress(written, known));
  if (!Array.isArray(stated)) return stated;
  const late = readAll("start", starts, (written) => readStart(written, known));
  if (!Array.isArray(late)) return late;
  const reloads: Reload[] = [];
  const read = readAll("event", events, (written) => readEvent(written, known, wish, reloads));
  if (!Array.isArray(read)) return read;
  const factsOf = (host: Host): readonly Facts[] => [
    host.facts,
    ...read.flatMap((event) => (event.host === host.id ? (event.facts ?? []) : [])),
  ];
  const parts = partsOf(estate, hosts, factsOf);
  for (const [index, event] of read.entries()) {
    const part = parts.find((one) => one.some(({ id }) => id === event.host)) ?? [];
    const problem = argumentProblem(event, part, factsOf, stated);
    if (problem !== undefined) return misunderstood("event", events[index] ?? "", problem);
  }
  const options = { addresses: stated, starts: new Map(late) };
  return {
    kind: "plan",
    parts: parts.map((part) => ({
      scene: sceneOf(part, estate.networks, options),
      isPlain: stated.length + late.length === 0,
      events: read.filter((event) => part.some(({ id }) => id === event.host)),
    })),
    wordFor: wordsFor(estate.hosts),
    rangeOf(location) {
      for (const reload of reloads) {
        const range = reload.range(location);
        if (range !== undefined) return range;
      }
      return undefined;
    },
  };
}

/** A length of time from the start, in milliseconds, or what is wrong with it. */
export function readTime(written: string): number | Text {
  const time = parseTime(written);
  if (time === undefined) return fill(messages.time, written);
  return time > longest ? tooLate() : time;
}

/** Whether `readTime` has found one. */
export function isTime(time: number | Text): time is number {
  return typeof time === "number";
}

function tooLate(): Text {
  return fill(messages.late, longest / 1000);
}

function readAll<T extends object>(
  option: Misunderstood["option"],
  all: readonly string[],
  read: (written: string) => T | Text,
): T[] | Misunderstood {
  const found: T[] = [];
  for (const written of all) {
    const one = read(written);
    if (isText(one)) return misunderstood(option, written, one);
    found.push(one);
  }
  return found;
}

function misunderstood(option: Misunderstood["option"], written: string, problem: Text): Misunderstood {
  return { kind: "misunderstood", option, written, text: problem };
}

function isText(value: object): value is Text {
  return "en" in value && "zh" in value;
}

function readEvent(written: string, known: readonly Host[], wish: Wish, reloads: Reload[]): SimulationEvent | Text {
  const event = parseEvent(
    written,
    known.map(({ name }) => name),
  );
  if (isText(event)) return event;
  if (event.at > longest) return tooLate();
  const host = findHost(known, event.host);
  if (isText(host)) return host;
  const resolved = { ...event, host: host.id };
  if (eventArguments[event.kind] !== "file") return resolved;
  const reload = readReload(host, event.argument ?? "", wish.findFile, wish.files);
  if (isText(reload)) return reload;
  reloads.push(reload);
  return { ...resolved, facts: reload.facts };
}

function readAddress(written: string, known: readonly Host[]): StatedHostAddress | Text {
  const [, word, ip = "", on] = /^(.*)=([^=@]+)(?:@([^=@]+))?$/.exec(written) ?? [];
  if (word === undefined) return messages.address;
  const host = findHost(known, word);
  if (isText(host)) return host;
  const address = parseAddress(ip.replace(/\/\d+$/, ""));
  return address === undefined ? fill(messages.noAddress, ip) : { host: host.id, interface: on, address };
}

function readStart(written: string, known: readonly Host[]): [string, number] | Text {
  const [, word, time = ""] = /^(.*)=([^=]+)$/.exec(written) ?? [];
  if (word === undefined) return messages.start;
  const host = findHost(known, word);
  if (isText(host)) return host;
  const at = readTime(time);
  return isTime(at) ? [host.id, at] : at;
}
