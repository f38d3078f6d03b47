import type { PartRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { changesOf } from "../../model/conditions/changes.ts";
import { conditionValue, testsOfTerm } from "../../model/conditions/read.ts";
import { endsSet, linesOf } from "../../model/conditions/stages.ts";
import { isUncertain, mayHoldLines } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { http } from "../examples.ts";

const message = text(
  "Clients can write X-Forwarded-For themselves, and nothing has removed it here",
  "客户端可自行填写 X-Forwarded-For，而此处之前没有删除它",
);
const adds = text("This adds the address that is not known before", "真正的地址由此处添加");

/** src/http_ana.c: http_process_request adds the header after all rules, behind those that are there. */
export const forwardedForForgeable: PartRule<Proxy, Globals> = {
  id: "haproxy/forwarded-for-forgeable",
  severity: "information",
  scope: "part",
  parts: proxiesOf,
  summary: text(
    "Access depends on an X-Forwarded-For header that clients may have written.",
    "访问控制依赖客户端可伪造的 X-Forwarded-For。",
  ),
  why: text(
    "`option forwardfor` adds the client's address after the rules have run and leaves headers of that name in place. What a rule sees is what the client sent, so anybody gets in who sends a permitted address. Compare `src`, or let only trusted proxies set the header: `http-request set-src req.hdr_ip(X-Forwarded-For) if { src 10.0.0.0/8 }`.",
    "`option forwardfor` 在规则执行之后才添加客户端地址，并保留已有的同名头部。规则看到的只是客户端发来的内容，任何人只要填上被允许的地址即可通过。应比较 `src`，或只信任特定代理：`http-request set-src req.hdr_ip(X-Forwarded-For) if { src 10.0.0.0/8 }`。",
  ),
  bad: [
    `${http}
frontend www
    bind :80
    option forwardfor
    http-request deny unless { req.hdr_ip(X-Forwarded-For) 10.0.0.0/8 }
#                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Clients can write X-Forwarded-For themselves
    default_backend app
backend app
    server s1 192.0.2.11:80
`,
  ],
  good: [
    `${http}
frontend www
    bind :80
    option forwardfor if-none
    http-request deny unless { req.hdr_ip(X-Forwarded-For) 10.0.0.0/8 }
    default_backend app
frontend other
    bind :81
    option forwardfor
    http-request del-header X-Forwarded-For unless { src 192.0.2.0/24 }
    http-request deny unless { req.hdr_ip(X-Forwarded-For) 10.0.0.0/8 }
    http-request deny if { req.hdr_cnt(X-Forwarded-For) gt 1 }
    default_backend app
backend app
    server s1 192.0.2.11:80
`,
  ],
  check(proxy, { report }) {
    const { block, isFrontend, isHttp } = proxy;
    const option = proxy.find("option forwardfor");
    if (!isFrontend || !isHttp || option === undefined || option.negation !== undefined || mayHoldLines(block)) return;
    if (["if-none", "header"].some((word) => option.statement.words.some(({ value }) => value === word))) return;
    for (const rule of linesOf(block, "http-request")) {
      if (changesOf(rule).some((one) => one === "everything" || one === header)) return;
      if (!endsSet(rule) || isUncertain(rule)) continue;
      for (const term of conditionValue(rule)?.tree.alternatives.flat() ?? []) {
        const isRead = testsOfTerm(term, rule).some(({ subject }) => subject?.reads.includes(header));
        if (!isRead || testsOfTerm(term, rule).some((test) => test.fetch === "req.hdr_cnt" || test.method === "found"))
          continue;
        report({
          at: rule.at({ start: term.start, end: term.end }),
          message,
          related: [{ ...option.at(option.title), message: adds }],
        });
        return;
      }
    }
  },
};

const header = "header x-forwarded-for";
