/** Connections of NetworkManager, `*.nmconnection` (nm-settings-keyfile(5)). */
import type { HostFact, HostFileFacts } from "../facts.ts";
import { iniEntries } from "../ini.ts";
import { pieces } from "../words.ts";
import { addressFact } from "./addressWord.ts";

export function readNetworkManager(text: string): HostFileFacts {
  const entries = iniEntries(text);
  const facts: HostFact[] = [];
  const named = entries.find(({ section, name }) => section === "connection" && name === "interface-name")?.value;
  if (named !== undefined) facts.push({ kind: "interface", interface: named.text, start: named.start, end: named.end });
  for (const { section, name, value } of entries) {
    if (section !== "ipv4" && section !== "ipv6") continue;
    // `address1=10.0.0.1/24,10.0.0.254`: the gateway comes second; `addresses` holds several, each before a `;`.
    if (/^address(?:es)?\d*$/.test(name)) {
      const words = pieces(value, /;/).flatMap((one) => pieces(one, /,/)[0] ?? []);
      facts.push(...words.flatMap((word) => addressFact(word, named?.text) ?? []));
    }
    if (name === "method" && /^(?:auto|dhcp)$/.test(value.text)) {
      facts.push({ kind: "dynamic", interface: named?.text, start: value.start, end: value.end });
    }
  }
  return facts;
}
