import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import type { Named } from "../../model/instanceAddresses.ts";
import { readInstance } from "../../model/vrrpInstance.ts";

const tooMany = text(
  "An advert holds at most {0} addresses, here are {1}: the others are only treated as excluded",
  "一个通告最多包含 {0} 个地址，这里有 {1} 个：多出的只按 excluded 处理",
);
const tooBig = text(
  "With an MTU of 1500 an advert holds at most {0} IPv6 addresses, here are {1}",
  "MTU 为 1500 时一个通告最多包含 {0} 个 IPv6 地址，这里有 {1} 个",
);
const many = text(
  'Each advert carries all {0} addresses; "virtual_ipaddress_excluded" keeps it small',
  '每个通告都会带上全部 {0} 个地址；写进"virtual_ipaddress_excluded"可使通告保持小巧',
);

/** The count is one byte wide. */
const most = 255;
/** What is left of 1500 bytes after the headers that keepalived counts, in addresses of 16 bytes. */
const mostIpv6 = 89;
/** More than this is worth a word: the lists of other makes end here. */
const usual = 20;

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance. */
export const tooManyVips: BlockRule<Globals> = {
  id: "keepalived/too-many-vips",
  severity: "information",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text("More than 20 addresses in `virtual_ipaddress`.", "`virtual_ipaddress` 中的地址超过 20 个。"),
  why: text(
    "Every advert lists all of them, once per second or more often. keepalived advertises 255 at most, and only as many as fit into one packet; it reports that and moves the others to the excluded ones. Addresses in `virtual_ipaddress_excluded` come and go all the same without being listed.",
    "每个通告（每秒至少一次）都要列出全部地址。keepalived 最多通告 255 个，而且须装得进一个报文；超出时会报出，并把多余的改为 excluded。写在 `virtual_ipaddress_excluded` 中的地址同样随主备切换，只是不列入通告。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.1
        192.0.2.2
        192.0.2.3
        192.0.2.4
        192.0.2.5
        192.0.2.6
        192.0.2.7
        192.0.2.8
        192.0.2.9
        192.0.2.10
        192.0.2.11
        192.0.2.12
        192.0.2.13
        192.0.2.14
        192.0.2.15
        192.0.2.16
        192.0.2.17
        192.0.2.18
        192.0.2.19
        192.0.2.20
        192.0.2.21
#       ^^^^^^^^^^ information: Each advert carries all 21
    }
}
`,
  ],
  good: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.1/24
    }
    virtual_ipaddress_excluded {
        192.0.2.2/24
        192.0.2.3/24
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const { vips, family } = readInstance(block, globals, version);
    const kept = distinct(vips);
    const excess = kept[most];
    const excess6 = family === 6 ? kept[mostIpv6] : undefined;
    const unusual = kept[usual];
    if (excess !== undefined) {
      const message = fill(tooMany, most, kept.length);
      report({ at: excess.bound.at(excess.word), message, severity: "error" });
    } else if (excess6 !== undefined) {
      report({ at: excess6.bound.at(excess6.word), message: fill(tooBig, mostIpv6, kept.length) });
    } else if (unusual !== undefined) {
      report({ at: unusual.bound.at(unusual.word), message: fill(many, kept.length) });
    }
  },
};

function distinct(vips: readonly Named[]): Named[] {
  return [...new Map(vips.map((vip) => [vip.address.bytes.join("."), vip])).values()];
}
