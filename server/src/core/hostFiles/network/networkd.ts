/** Networks of systemd-networkd, `*.network` (systemd.network(5)). */
import type { HostFact, HostFileFacts } from "../facts.ts";
import { iniEntries } from "../ini.ts";
import { blankWords } from "../words.ts";
import { addressFact } from "./addressWord.ts";

export function readNetworkd(text: string): HostFileFacts {
  const entries = iniEntries(text);
  const facts: HostFact[] = [];
  const names = entries
    .filter(({ section, name }) => section === "Match" && name === "Name")
    .flatMap(({ value }) => blankWords(value.text, value.start));
  const [first] = names;
  // A pattern, or several names, leave open which interface it is.
  const device = names.length === 1 && first !== undefined && /^[^*?[!]+$/.test(first.text) ? first : undefined;
  if (device !== undefined) {
    facts.push({ kind: "interface", interface: device.text, start: device.start, end: device.end });
  }
  for (const { section, name, value } of entries) {
    if ((section === "Network" || section === "Address") && name === "Address") {
      const fact = addressFact(value, device?.text);
      if (fact !== undefined) facts.push(fact);
    }
    if (section === "Network" && name === "DHCP" && !/^(?:no|false|none|off|0)$/i.test(value.text)) {
      facts.push({ kind: "dynamic", interface: device?.text, start: value.start, end: value.end });
    }
  }
  return facts;
}
