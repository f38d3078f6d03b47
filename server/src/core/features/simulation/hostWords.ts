/** How people call hosts in events and options: by name, and where a name is not enough by id or the end of it. */
import type { Host } from "../../model/cluster/host.ts";
import { fill, list, type Text, text } from "../../text/localized.ts";
import { nearest } from "../../text/nearest.ts";

const messages = {
  none: text("No file has a VRRP instance", "没有文件包含 VRRP 实例"),
  unknown: text('There is no host "{0}"; there are {1}', '没有主机"{0}"；现有 {1}'),
  meant: text('There is no host "{0}", did you mean "{1}"?', '没有主机"{0}"，是否指"{1}"？'),
  ambiguous: text('Several hosts are called "{0}": {1}', '有多台主机名为"{0}"：{1}'),
};

/** More names than these are no help in a message. */
const mostNames = 12;

/** The word for each host: its name, or its id where others have the same name. */
export function wordsFor(hosts: readonly Host[]): (host: Host) => string {
  const count = new Map<string, number>();
  for (const { name } of hosts) count.set(name, (count.get(name) ?? 0) + 1);
  return ({ id, name }) => (count.get(name) === 1 ? name : id);
}

/** The host that a word means among those given, or why none is meant. `b/lb1` is the one whose id ends so. */
export function findHost(hosts: readonly Host[], word: string): Host | Text {
  if (hosts.length === 0) return messages.none;
  const isMeant: readonly ((host: Host) => boolean)[] = [
    ({ id }) => id === word,
    ({ name }) => name === word,
    ({ id }) => id.endsWith(`/${word}`),
  ];
  for (const is of isMeant) {
    const [first, ...others] = hosts.filter(is);
    if (first === undefined) continue;
    if (others.length === 0) return first;
    return fill(messages.ambiguous, word, namesShown([first, ...others].map(({ id }) => id)));
  }
  const words = hosts.map(wordsFor(hosts));
  const meant = words.length > mostNames ? nearest(word, words) : undefined;
  if (meant !== undefined) return fill(messages.meant, word, meant);
  return fill(messages.unknown, word, namesShown(words));
}

/** Names in a sentence, not more than anybody reads. */
export function namesShown(names: readonly string[]): Text {
  return list(names.length > mostNames ? [...names.slice(0, mostNames), "…"] : names);
}
