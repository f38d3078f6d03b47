import { replace } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import type { Fix } from "../../../../schema/problem.ts";
import type { Word } from "../../../../syntax/ast.ts";
import { lineStartOf } from "../../../../text/lines.ts";
import { text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { front, http } from "../examples.ts";

const message = text(
  'Headers no longer fit behind the version: they belong in "http-check send"',
  '头部不能再写在版本号之后，应写在"http-check send"中',
);
const title = text('Move the headers to "http-check send"', '把头部移到"http-check send"');

/** src/tcpcheck.c: proxy_parse_httpchk_opt. A warning since 2.2, refused since 2.7. */
const refusedSince = "2.7";

/** What quotes cannot hold as it is. */
const special = /[\\"$]/g;

export const httpchkHeader: BlockRule<Globals> = {
  id: "haproxy/httpchk-header",
  severity: "error",
  scope: "block",
  on: ["option httpchk"],
  summary: text(
    "A Host header that is hidden in the version of `option httpchk`.",
    "把 Host 头部藏在 `option httpchk` 的版本参数中。",
  ),
  why: text(
    "Line breaks behind the version used to be the only way to send headers with a health check. Since 2.2 there is `http-check send` for that; the old way brings a warning, and versions from 2.7 on refuse it.",
    "在版本号后写换行曾是让健康检查带上头部的唯一办法。2.2 版起应使用 `http-check send`；旧写法会引发告警，2.7 版起直接拒绝。",
  ),
  bad: [
    `${http}${front}
backend app
    option httpchk GET /health HTTP/1.1\\r\\nHost:\\ www.example.com
#                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ they belong in "http-check send"
    server s1 192.0.2.11:80 check
`,
  ],
  good: [
    `${http}${front}
backend app
    option httpchk GET /health HTTP/1.1
    http-check send hdr Host www.example.com
    server s1 192.0.2.11:80 check
`,
  ],
  since: "2.7",
  check(option, { report, version }) {
    const word = argumentsOf(option)[2];
    if (word === undefined || word.unknown === true || !/[\r\n]/.test(word.value)) return;
    report({
      at: option.at(word),
      message,
      severity: atLeast(version, refusedSince) && option.statement.uncertain !== true ? "error" : "warning",
      fixes: fixesOf(option, word),
    });
  },
};

function argumentsOf(option: Bound): readonly Word[] {
  const last = option.named.at(-1);
  return option.statement.words.filter((word) => last !== undefined && word.start >= last.end);
}

function fixesOf(option: Bound, word: Word): readonly Fix[] {
  const [head = "", body] = word.value.split("\r\n\r\n", 2);
  const [version = "", ...headers] = head.split("\r\n");
  const pairs = headers.map((header) => /^([^:\s]+):[ \t]*(.*?)[ \t]*$/.exec(header));
  if (pairs.some((pair) => pair === null) || headers.length === 0) return [];
  const parts = pairs.map((pair) => `hdr ${pair?.[1] ?? ""} ${quoted(pair?.[2] ?? "")}`);
  if (body !== undefined && body !== "") parts.push(`body ${quoted(body)}`);
  const { text: content } = option.source.section;
  const indent = /^[ \t]*/.exec(content.slice(lineStartOf(content, option.statement.start)))?.[0] ?? "";
  const line = `${version}\n${indent}http-check send ${parts.join(" ")}`;
  // Words behind the version would come to stand on the new line.
  const isLast = option.statement.words.at(-1) === word;
  return isLast ? [replace(option, word, line, "safe", title)] : [];
}

/** The text as one word; in a header's value, a log format, a percent sign must be doubled. */
function quoted(value: string): string {
  const plain = value.replaceAll("%", "%%");
  return /^[\w.:/*+=;@%-]+$/.test(plain) ? plain : `"${plain.replace(special, "\\$&")}"`;
}
