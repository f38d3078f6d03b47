import { edit } from "../../../../rules/fixes.ts";
import { anything, type ConfigurationRule, type Report } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { titles } from "../../../../schema/fixTitles.ts";
import type { BoundValue } from "../../../../schema/value.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { ofLines } from "../../model/gathered.ts";
import { http } from "../examples.ts";

const message = text('"{0}" is ignored beside "{1}"', '与"{1}"同时使用时，"{0}"会被忽略');
const because = text("This decides", "以此处为准");

const limits = ["ssl-min-ver", "ssl-max-ver"];
const exclusions = ["no-sslv3", "no-tlsv10", "no-tlsv11", "no-tlsv12", "no-tlsv13"];

/** The lines that speak TLS, and the global line whose options they take over. */
const sides = [
  { speakers: [speakersOf("bind")], options: "ssl-default-bind-options" },
  { speakers: [speakersOf("server"), speakersOf("server-template")], options: "ssl-default-server-options" },
];

function speakersOf(keyword: string) {
  return ofLines((line) =>
    line.keyword?.name === keyword && line.value("ssl") !== undefined && !isUncertain(line) ? [line] : [],
  );
}

/** src/ssl_sock.c: ssl_sock_prepare_all_ctx, ssl_sock_prepare_srv_ssl_ctx. */
export const tlsVersionIgnored: ConfigurationRule<Globals> = {
  id: "haproxy/tls-version-ignored",
  severity: "warning",
  scope: "configuration",
  reads: anything,
  summary: text(
    "Versions of TLS that are excluded one by one beside a range of versions.",
    "在指定了 TLS 版本范围的同时又逐个排除版本。",
  ),
  why: text(
    "HAProxy knows two ways to limit the versions of TLS and follows one of them: where `ssl-min-ver` or `ssl-max-ver` stands, on the line or in the defaults, all of `no-sslv3` to `no-tlsv13` are dropped with a warning.",
    "HAProxy 有两种限制 TLS 版本的办法，只会采用一种：只要该行或全局默认中写了 `ssl-min-ver` 或 `ssl-max-ver`，`no-sslv3` 到 `no-tlsv13` 都会被丢弃并给出告警。",
  ),
  bad: [
    `${http}
frontend web
    bind :8443 ssl crt /etc/haproxy/site.pem no-sslv3 ssl-min-ver TLSv1.2
#                                            ^^^^^^^^ ignored beside "ssl-min-ver"
`,
    `
global
    ssl-default-bind-options no-sslv3 ssl-min-ver TLSv1.2
#                            ^^^^^^^^ ignored beside "ssl-min-ver"
${http}
frontend web
    bind :8443 ssl crt /etc/haproxy/site.pem
`,
  ],
  good: [
    `
global
    ssl-default-bind-options ssl-min-ver TLSv1.2 no-tls-tickets
${http}
frontend web
    bind :8443 ssl crt /etc/haproxy/site.pem
`,
  ],
  check(configuration, { report }) {
    for (const { options, speakers } of sides) {
      const defaults = configuration.all(options);
      const excluded = defaults.flatMap((line) => excludedBy(line));
      const limit = defaults.flatMap((line) => limitOf(line) ?? []).at(-1);
      const speaking = speakers.flatMap((of) => of(configuration));
      for (const line of speaking) {
        const own = limitOf(line) ?? inheritedBy(line) ?? limit;
        if (own !== undefined) for (const value of excludedBy(line)) tell(report, value, own);
      }
      if (speaking.length === 0) continue;
      // Once for all lines that take the exclusions over.
      const deciding = limit ?? speaking.flatMap((line) => limitOf(line) ?? []).at(0);
      if (deciding !== undefined) for (const value of excluded) tell(report, value, deciding);
    }
  },
};

interface Said {
  readonly line: Bound;
  readonly value: BoundValue;
}

function limitOf(line: Bound): Said | undefined {
  const value = line.values.find((one) => limits.includes(one.name));
  return value === undefined ? undefined : { line, value };
}

/** What a server takes from the `default-server` lines above it. */
function inheritedBy(line: Bound): Said | undefined {
  const lines = line.parent?.all("default-server") ?? [];
  return lines.flatMap((one) => (one.statement.start < line.statement.start ? (limitOf(one) ?? []) : [])).at(-1);
}

function excludedBy(line: Bound): readonly Said[] {
  if (isUncertain(line)) return [];
  return line.values.filter((one) => exclusions.includes(one.name)).map((value) => ({ line, value }));
}

function tell(report: Report, { line, value }: Said, decides: Said): void {
  const { word } = value;
  const before = line.statement.words.findLast((one) => one.end <= word.start);
  const range = { start: before?.end ?? word.start, end: word.end };
  report({
    at: line.at(word),
    message: fill(message, word.value, decides.value.word.value),
    related: [{ ...decides.line.at(decides.value.word), message: because }],
    fixes: [{ title: fill(titles.remove, word.value), safety: "safe", edits: [edit(line, range, "")] }],
    tag: "unnecessary",
  });
}
