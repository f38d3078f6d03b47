/** How the servers of a proxy are checked: of several options that say so, the last one counts (src/tcpcheck.c). */
import type { Bound } from "../../../schema/bound.ts";
import type { Proxy } from "./proxies.ts";

const kinds: ReadonlySet<string> = new Set(
  [
    "external-check",
    "httpchk",
    "ldap-check",
    "mysql-check",
    "pgsql-check",
    "redis-check",
    "smtpchk",
    "spop-check",
    "ssl-hello-chk",
    "tcp-check",
  ].map((name) => `option ${name}`),
);

/** Whether a line says how servers are checked. */
export const isCheckOption = ({ keyword }: Bound): boolean => kinds.has(keyword?.name ?? "");

/** The option that counts; undefined where a connection is all that is tried. */
export function checkOptionOf(proxy: Proxy): Bound | undefined {
  for (const block of [proxy.block, ...proxy.defaults]) {
    const found = block.children.findLast((child) => kinds.has(child.keyword?.name ?? ""));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether checks are of that kind: `httpchk`. */
export function isCheckedBy(proxy: Proxy, kind: string): boolean {
  return checkOptionOf(proxy)?.keyword?.name === `option ${kind}`;
}
