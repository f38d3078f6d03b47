/** The name of a host, and the names it knows: /etc/hostname (hostname(5)) and /etc/hosts (hosts(5)). */
import { parseAddress } from "../net/address.ts";
import type { HostFileFacts } from "./facts.ts";
import { blankWords, linesOf } from "./words.ts";

/** The first line that is no comment. */
export function readHostName(text: string): HostFileFacts {
  for (const line of linesOf(text)) {
    const [word] = blankWords(line.text, line.start);
    if (word === undefined || word.text.startsWith("#")) continue;
    return [{ kind: "host name", name: word.text, start: word.start, end: word.end }];
  }
  return [];
}

/** One fact for each name of each address. */
export function readHosts(text: string): HostFileFacts {
  return [...linesOf(text)].flatMap((line) => {
    const [first, ...names] = blankWords(line.text.replace(/#.*$/, ""), line.start);
    const address = first === undefined ? undefined : parseAddress(first.text);
    if (address === undefined) return [];
    return names.map(({ text: name, start, end }) => ({ kind: "name" as const, name, address, start, end }));
  });
}
