/**
 * What holds on an interface, of what stands for `all` and for the interface itself (the IN_DEV_* macros of
 * include/linux/inetdevice.h; net/ipv6/addrconf.c and ndisc.c for IPv6).
 */
import { type Text, text } from "../../../text/localized.ts";

/**
 * - `max`: the greater one
 * - `or`: on where one of them is
 * - `and`: on where both are
 * - `own`: only the interface's; `all` does nothing
 * - `copied`: only the interface's; what is written to `all` goes to every interface
 * - `redirects`: both where the interface forwards, one of them where it does not
 */
export type Combination = "max" | "or" | "and" | "own" | "copied" | "redirects";

export const combinations: Readonly<Record<Combination, Text>> = {
  max: text("the greater one holds", "取两者中较大的值"),
  or: text("on where one of them is on", "任一开启即开启"),
  and: text("on only where both are on", "两者都开启才开启"),
  own: text("only the interface's holds; `all` does nothing", "只看接口自己的值，`all` 不起作用"),
  copied: text(
    "only the interface's holds; writing `all` writes it too",
    "只看接口自己的值，写 `all` 会同时写入每个接口",
  ),
  redirects: text(
    "where the interface forwards both must be on, else one of them",
    "接口开启转发时两者都开启才有效，否则任一开启即有效",
  ),
};

export interface Copying {
  /** What writes the key of every interface, and that for interfaces that come later. */
  readonly by: readonly string[];
  /** Only where it changes something; it is 0 at boot. */
  readonly ifChanged: boolean;
}

/**
 * By key (net/ipv4/devinet.c, devinet_sysctl_forward; net/ipv6/addrconf.c, addrconf_fixup_forwarding and
 * addrconf_disable_ipv6).
 */
export const copying: ReadonlyMap<string, Copying> = new Map([
  ["net.ipv4.conf.*.forwarding", { by: ["net.ipv4.ip_forward", "net.ipv4.conf.all.forwarding"], ifChanged: true }],
  ["net.ipv6.conf.*.forwarding", { by: ["net.ipv6.conf.all.forwarding"], ifChanged: false }],
  ["net.ipv6.conf.*.disable_ipv6", { by: ["net.ipv6.conf.all.disable_ipv6"], ifChanged: false }],
]);

const v4 = (...names: readonly string[]) => names.map((name) => `net.ipv4.conf.*.${name}`);
const v6 = (...names: readonly string[]) => names.map((name) => `net.ipv6.conf.*.${name}`);

const keys: Readonly<Record<Combination, readonly string[]>> = {
  max: [...v4("arp_ignore", "arp_announce", "arp_notify", "arp_accept", "rp_filter"), ...v6("accept_dad")],
  or: v4(
    "accept_local",
    "arp_filter",
    "log_martians",
    "promote_secondaries",
    "proxy_arp",
    "route_localnet",
    "secure_redirects",
    "send_redirects",
    "shared_media",
    "src_valid_mark",
  ),
  and: v4("accept_source_route"),
  own: [
    ...v4("proxy_arp_pvlan", "ignore_routes_with_linkdown"),
    ...v6("accept_ra", "accept_redirects", "autoconf", "dad_transmits", "use_tempaddr"),
  ],
  copied: [...v4("forwarding"), ...v6("disable_ipv6", "forwarding")],
  redirects: v4("accept_redirects"),
};

const byKey = new Map(
  (Object.keys(keys) as Combination[]).flatMap((combination) =>
    keys[combination].map((name) => [name, combination] as const),
  ),
);

/** How the values of a key combine whose interface is `*`; undefined where that is not known. */
export function combinationOf(key: string): Combination | undefined {
  return byKey.get(key);
}
