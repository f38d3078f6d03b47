/** What may happen to a host, in the words in which a failover is described anywhere in this project. */
import type { Facts } from "../../model/facts.ts";
import { fill, type Text, text } from "../../text/localized.ts";

/** What the argument of an event names. */
export type EventArgument = "interface" | "check" | "direction" | "file" | undefined;

/**
 * Every kind with what its argument names:
 * - `power-off`, `power-on`: the whole host, with its links
 * - `crash`: the processes are gone, and what they configured stays
 * - `stop`, `start`: the daemon, in good order
 * - `freeze`, `thaw`: the processes stand still
 * - `link-down`, `link-up` of an interface, so that the host knows
 * - `detach`, `attach` of an interface: cut from the network while its carrier stays up
 * - `script-fail`, `script-ok`: what a check of that name finds from now on
 * - `drop-vrrp` `in` or `out`: a firewall on the host; `allow-vrrp` takes it away
 * - `reload` of another file in the place of the host's main file
 */
export const eventArguments = {
  "power-off": undefined,
  "power-on": undefined,
  crash: undefined,
  stop: undefined,
  start: undefined,
  freeze: undefined,
  thaw: undefined,
  "link-down": "interface",
  "link-up": "interface",
  detach: "interface",
  attach: "interface",
  "script-fail": "check",
  "script-ok": "check",
  "drop-vrrp": "direction",
  "allow-vrrp": undefined,
  reload: "file",
} as const satisfies Readonly<Record<string, EventArgument>>;

export type EventKind = keyof typeof eventArguments;

export const eventKinds = Object.keys(eventArguments) as readonly EventKind[];

/** Something that happens. */
export interface SimulationEvent {
  /** Milliseconds after the start. */
  readonly at: number;
  readonly kind: EventKind;
  /** The name of the host in the cluster model, or its id where names are not enough. */
  readonly host: string;
  /** The interface, the check, the direction or the file. */
  readonly argument?: string;
  /** With `reload`: what the host's files say from then on. */
  readonly facts?: Facts;
}

const messages = {
  words: text(
    'An event is "TIME KIND HOST [ARGUMENT]", such as "2s power-off lb1": "{0}" is not',
    '事件的写法为"TIME KIND HOST [ARGUMENT]"，例如"2s power-off lb1"："{0}"不符合',
  ),
  time: text('"{0}" is no time; write "1500ms" or "2s"', '"{0}"不是时间；应写成"1500ms"或"2s"'),
  kind: text('There is no event "{0}"; there are {1}', '没有名为"{0}"的事件；可用的有 {1}'),
  missing: text('"{0}" needs one more word: {1}', '"{0}"还缺一个词：{1}'),
  superfluous: text('"{0}" takes no further word', '"{0}"之后不再需要其他词'),
  direction: text('A direction is "in" or "out", not "{0}"', '方向应为"in"或"out"，而不是"{0}"'),
};
const nouns: Readonly<Record<Exclude<EventArgument, undefined>, Text>> = {
  interface: text("an interface", "网络接口"),
  check: text("the name of a check", "检查的名称"),
  direction: text('"in" or "out"', '"in"或"out"'),
  file: text("a file", "文件"),
};

/** A time as options write it, `1500ms` or `2s`, in milliseconds; undefined where it is none. */
export function parseTime(written: string): number | undefined {
  const [, number = "", unit] = /^(\d+(?:\.\d+)?)(ms|s)$/.exec(written) ?? [];
  return unit === undefined ? undefined : Number(number) * (unit === "s" ? 1000 : 1);
}

/**
 * Reads `TIME KIND HOST [ARGUMENT]`, or says what is wrong with it. Whether host and argument are there is not asked;
 * `names` are those of hosts, which may hold blanks.
 */
export function parseEvent(written: string, names: readonly string[] = []): SimulationEvent | Text {
  const [time = "", kind = "", ...others] = written.trim().split(/\s+/);
  const rest = others.join(" ");
  const named = names.filter((name) => name.includes(" ") && `${rest} `.startsWith(`${name} `));
  const host = named.sort((a, b) => b.length - a.length)[0] ?? others[0] ?? "";
  if (host === "") return fill(messages.words, written);
  const more = rest.slice(host.length + 1);
  const at = parseTime(time);
  if (at === undefined) return fill(messages.time, time);
  if (!isKind(kind)) return fill(messages.kind, kind, eventKinds.join(", "));
  const wanted: EventArgument = eventArguments[kind];
  if (wanted === undefined) return more === "" ? { at, kind, host } : fill(messages.superfluous, kind);
  if (more === "") return fill(messages.missing, kind, nouns[wanted]);
  if (wanted === "direction" && more !== "in" && more !== "out") return fill(messages.direction, more);
  return { at, kind, host, argument: more };
}

function isKind(word: string): word is EventKind {
  return Object.hasOwn(eventArguments, word);
}
