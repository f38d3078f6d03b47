import { replace } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { readService } from "../../model/lvs.ts";

const netmask = text(
  'The service is IPv6, whose granularity is a prefix length and not "{0}"',
  '该服务为 IPv6，粒度应写前缀长度，而不是"{0}"',
);
const length = text(
  '"{0}" is read as the netmask {1}; a prefix length is only for IPv6',
  '"{0}"会被当作掩码 {1}，前缀长度只用于 IPv6',
);

/** keepalived/check/check_parser.c: pgr_handler; getaddrinfo takes a plain number for a whole address. */
export const persistenceGranularity: BlockRule<Globals> = {
  id: "keepalived/persistence-granularity",
  severity: "error",
  scope: "block",
  on: ["virtual_server"],
  summary: text(
    "A `persistence_granularity` in the form of the other address family.",
    "`persistence_granularity` 用了另一地址族的写法。",
  ),
  why: text(
    "IPv4 services want a netmask such as `255.255.255.0`, IPv6 services a prefix length. A netmask is refused for IPv6; a length such as `24` is silently taken for the netmask 0.0.0.24, which puts clients into groups nobody meant.",
    "IPv4 服务应写 `255.255.255.0` 这样的掩码，IPv6 服务应写前缀长度。IPv6 服务不接受掩码；而 IPv4 服务中的 `24` 会被悄悄当作掩码 0.0.0.24，客户端的分组因此完全不是预期的样子。",
  ),
  bad: [
    `
virtual_server 2001:db8::10 80 {
    lb_algo rr
    lb_kind NAT
    persistence_granularity 255.255.255.0
#                           ^^^^^^^^^^^^^ error: The service is IPv6
    protocol TCP
    real_server 2001:db8:1::11 80 {
        TCP_CHECK {
        }
    }
}
`,
    `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    persistence_granularity 24
#                           ^^ warning: "24" is read as the netmask 0.0.0.24
    protocol TCP
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
}
`,
  ],
  good: [
    `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    persistence_granularity 255.255.255.0
    protocol TCP
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
}
`,
  ],
  check(block, { report }) {
    for (const { bound, family } of readService(block)?.against ?? []) {
      if (bound.keyword?.name !== "persistence_granularity") continue;
      const word = bound.nameWord;
      const at = bound.at(word);
      if (family === 6 && word.value.includes(".")) {
        report({ at, message: fill(netmask, word.value) });
      } else if (family === 4 && /^\d{1,2}$/.test(word.value)) {
        const meant = Number(word.value);
        const fixes = meant >= 1 && meant <= 32 ? [replace(bound, word, netmaskOf(meant), "unsafe")] : [];
        report({ at, severity: "warning", message: fill(length, word.value, `0.0.0.${meant}`), fixes });
      }
    }
  },
};

function netmaskOf(bits: number): string {
  return [0, 8, 16, 24].map((before) => 256 - 2 ** (8 - Math.min(8, Math.max(0, bits - before)))).join(".");
}
