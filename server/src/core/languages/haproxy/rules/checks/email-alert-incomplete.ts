import { anything, type ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, list, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { ofProxies } from "../../model/gathered.ts";
import { front, http } from "../examples.ts";

const message = text("No mail is sent without {0}", "缺少 {0}，不会发送邮件");

const all = ["from", "level", "mailers", "myhostname", "to"].map((word) => `email-alert ${word}`);
const needed = ["from", "mailers", "to"].map((word) => `email-alert ${word}`);

/** src/proxy.c: proxy_finalize. */
export const emailAlertIncomplete: ConfigurationRule<Globals> = {
  id: "haproxy/email-alert-incomplete",
  severity: "warning",
  scope: "configuration",
  reads: anything,
  summary: text(
    "Mail alerts that lack the sender, the recipient or the mailers.",
    "邮件告警缺少发件人、收件人或邮件服务器。",
  ),
  why: text(
    "HAProxy sends mails only when `email-alert from`, `email-alert to` and `email-alert mailers` are all set for a proxy. Otherwise it drops the others with a warning, and nobody hears of a server that goes down.",
    "只有为代理同时设置了 `email-alert from`、`email-alert to` 和 `email-alert mailers`，HAProxy 才会发信；否则只给出告警并丢弃其余设置，服务器宕机时无人得知。",
  ),
  until: "3.0",
  bad: [
    `
mailers mail
    mailer m1 192.0.2.25:25
${http}${front}
backend app
    email-alert mailers mail
#   ^^^^^^^^^^^^^^^^^^^ No mail is sent without "email-alert to"
    email-alert from lb@example.com
    server s1 192.0.2.11:80 check
`,
  ],
  good: [
    `
mailers mail
    mailer m1 192.0.2.25:25
${http}${front}
backend app
    email-alert mailers mail
    email-alert from lb@example.com
    email-alert to ops@example.com
    server s1 192.0.2.11:80 check
`,
  ],
  check(configuration, { report }) {
    const seen = new Set<Bound>();
    for (const { first, missing } of incomplete(configuration)) {
      // Several proxies may take over the same lines of their defaults.
      if (seen.has(first)) continue;
      seen.add(first);
      report({ at: first.at(first.title), message: fill(message, list(missing.map((name) => `"${name}"`))) });
    }
  },
};

const incomplete = ofProxies((proxy) => {
  const [first] = all.flatMap((name) => proxy.find(name) ?? []).sort(inOrder);
  const missing = first === undefined ? [] : needed.filter((name) => proxy.find(name) === undefined);
  return first === undefined || missing.length === 0 || isUncertain(first) ? [] : [{ first, missing }];
});

function inOrder(a: Bound, b: Bound): number {
  return a.source === b.source ? a.statement.start - b.statement.start : 0;
}
