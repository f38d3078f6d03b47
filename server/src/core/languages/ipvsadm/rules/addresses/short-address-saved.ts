import type { ConfigurationRule } from "../../../../rules/rule.ts";
import type { Location } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import { type Server, type Service, tableOf } from "../../model/table.ts";

const message = text(
  '"{0}" is what "{1}" is read as: was another address meant?',
  '"{1}"会被读作"{0}"：是否想写其他地址？',
);

/** The beginnings of private networks (RFC 1918) as inet_aton(3) fills them up: 192.168, 172.16 to 172.31. */
const filled = /^(?:(192)\.0\.0\.(168)|(172)\.0\.0\.(1[6-9]|2\d|3[01]))(?![\d.])/;

/** ipvsadm.c: parse_service; inet_aton(3). RFC 6890 keeps 192.0.0.0/24 for protocols. */
export const shortAddressSaved: ConfigurationRule<null> = {
  id: "ipvsadm/short-address-saved",
  severity: "information",
  scope: "configuration",
  reads: (configuration) => [tableOf(configuration)],
  summary: text(
    "An address that looks like one that was cut short before it was saved.",
    "看起来像是写得不全又被保存下来的地址。",
  ),
  why: text(
    "ipvsadm takes `192.168` for 192.0.0.168 without a word, and `ipvsadm -S` then saves that. Hosts hardly ever have such an address: packets for this server get lost.",
    "ipvsadm 会把 `192.168` 读作 192.0.0.168 而没有任何提示，随后 `ipvsadm -S` 保存的就是它。主机几乎不会有这样的地址，发往该服务器的数据包会丢失。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.0.168:80 -g
#                     ^^^^^^^^^^^ "192.0.0.168" is what "192.168" is read as: was another address meant?
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.168.0.16:80 -g
-a -t 192.0.2.1:80 -r 172.0.0.1:80 -g
`,
  ],
  check(configuration, { report }) {
    for (const service of tableOf(configuration).services) {
      const places = [
        ...wordsOf(service, "service-address"),
        ...service.servers.flatMap((server) => wordsOf(server, "real-server")),
      ];
      for (const at of places) {
        const [address, ...parts] = filled.exec(at.source.section.text.slice(at.start, at.end)) ?? [];
        if (address === undefined) continue;
        const short = parts.filter((part) => part !== undefined).join(".");
        report({ at: { ...at, end: at.start + address.length }, message: fill(message, address, short) });
      }
    }
  },
};

function wordsOf({ places }: Server | Service, group: "service-address" | "real-server"): readonly Location[] {
  const at = places.get(group);
  return at === undefined ? [] : [at];
}
