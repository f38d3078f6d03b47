import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain, mayHoldLines } from "../../model/gaps.ts";
import { http } from "../examples.ts";

const message = text('The http-errors "{1}" have no page for status {0}', 'http-errors"{1}"中没有状态码 {0} 的页面');
const section = text("They are defined here", "在此处定义");

/** src/http_htx.c: proxy_check_http_errors. */
export const httpErrorsStatus: ConfigurationRule<Globals> = {
  id: "haproxy/http-errors-status",
  severity: "warning",
  scope: "configuration",
  reads: ["http-errors", "defaults", "frontend", "backend", "listen"],
  summary: text(
    "An error page that its `http-errors` section does not have.",
    "所引用的错误页在 `http-errors` 段中不存在。",
  ),
  why: text(
    "`errorfiles` with a status takes only that page over. When the section has none for it, HAProxy warns, and clients see its built-in page.",
    "`errorfiles` 后写状态码时只引用该页面。如果该段没有对应页面，HAProxy 会给出告警，客户端看到的是内置错误页。",
  ),
  bad: [
    `
http-errors pages
    errorfile 404 /dev/null
${http}
frontend web
    bind :8080
    errorfiles pages 503
#                    ^^^ have no page for status 503
`,
  ],
  good: [
    `
http-errors pages
    errorfile 503 /dev/null
${http}
frontend web
    bind :8080
    errorfiles pages 503
`,
  ],
  check(configuration, { report }) {
    const sections = new Map(configuration.all("http-errors").map((block) => [block.name, block]));
    for (const use of configuration.all("errorfiles")) {
      const block = sections.get(use.name);
      if (block === undefined || mayHoldLines(block) || isUncertain(use, block)) continue;
      const known = new Set(block.all("errorfile").map((line) => String(line.values[0]?.data)));
      for (const { name, word, data } of use.values) {
        if (name !== "code" || word.unknown === true || known.has(String(data))) continue;
        const related = [{ ...block.at(block.nameWord), message: section }];
        report({ at: use.at(word), message: fill(message, word.value, use.name), related });
      }
    }
  },
};
