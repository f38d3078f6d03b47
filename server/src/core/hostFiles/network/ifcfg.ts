/** Interfaces of Red Hat's and SUSE's network scripts: `ifcfg-eth0`, shell assignments (initscripts' sysconfig.txt). */
import type { HostFact, HostFileFacts } from "../facts.ts";
import { assignment, baseName, linesOf, pieces, unquoted, type Word } from "../words.ts";
import { addressFact, deviceOf } from "./addressWord.ts";

/** The addresses of an `ifcfg-*` file; without DEVICE the file's name tells the interface. */
export function readIfcfg(text: string, path: string): HostFileFacts {
  const values = new Map<string, Word>();
  for (const line of linesOf(text)) {
    const found = assignment(line);
    if (found !== undefined) values.set(found.name, unquoted(found.value));
  }
  const named = values.get("DEVICE");
  const device = deviceOf(named?.text ?? baseName(path).replace(/^ifcfg-/, ""));
  const facts: HostFact[] = [{ kind: "interface", interface: device, start: named?.start ?? 0, end: named?.end ?? 0 }];
  for (const [name, value] of values) {
    const suffix = /^IPADDR(?!_START|_END)(\w*)$/.exec(name)?.[1];
    if (suffix !== undefined) {
      const mask = values.get(`PREFIX${suffix}`) ?? values.get(`PREFIXLEN${suffix}`) ?? values.get(`NETMASK${suffix}`);
      const fact = addressFact(value, device, mask?.text);
      if (fact !== undefined) facts.push(fact);
    } else if (name === "IPV6ADDR" || name === "IPV6ADDR_SECONDARIES") {
      facts.push(...pieces(value, /\s+/).flatMap((word) => addressFact(word, device) ?? []));
    } else if (isDynamic(name, value.text)) {
      facts.push({ kind: "dynamic", interface: device, start: value.start, end: value.end });
    }
  }
  return facts;
}

function isDynamic(name: string, value: string): boolean {
  if (name === "BOOTPROTO") return /^(?:dhcp[46]?|bootp|auto\w*)$/i.test(value);
  return (name === "DHCPV6C" || name === "IPV6_AUTOCONF") && /^yes$/i.test(value);
}
