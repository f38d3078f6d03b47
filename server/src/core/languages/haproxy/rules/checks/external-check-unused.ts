import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isCheckedBy } from "../../model/checkOptions.ts";
import { isUncertain } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { front, http } from "../examples.ts";

const message = text(
  '"{0}" does nothing without "option external-check"',
  '没有"option external-check"，"{0}"不起作用',
);

/** src/proxy.c: proxy_finalize. */
export const externalCheckUnused: PartRule<Proxy, Globals> = {
  id: "haproxy/external-check-unused",
  severity: "warning",
  scope: "part",
  parts: proxiesOf,
  summary: text(
    "The program of an external check, where servers are checked in another way.",
    "设置了外部检查程序，服务器却用其他方式检查。",
  ),
  why: text(
    "The command runs only under `option external-check`. With another check option, or none, HAProxy forgets the command and checks in that way.",
    "只有写了 `option external-check` 才会运行该命令。如果使用其他检查选项或没有选项，HAProxy 会丢弃该命令并按那种方式检查。",
  ),
  bad: [
    `${http}${front}
backend app
    option httpchk
    external-check command /bin/true
#   ^^^^^^^^^^^^^^^^^^^^^^ does nothing without "option external-check"
    server s1 192.0.2.11:80 check
`,
  ],
  good: [
    `
global
    external-check
    insecure-fork-wanted
${http}${front}
backend app
    option external-check
    external-check command /bin/true
    server s1 192.0.2.11:80 check
`,
  ],
  check(proxy, { report }) {
    if (proxy.isDisabled) return;
    if (isCheckedBy(proxy, "external-check")) return;
    for (const name of ["external-check command", "external-check path"]) {
      const found = proxy.block.find(name);
      if (found === undefined || isUncertain(found)) continue;
      report({ at: found.at(found.title), message: fill(message, name) });
    }
  },
};
