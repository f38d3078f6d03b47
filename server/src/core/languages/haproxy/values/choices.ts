/** Words out of fixed lists. */
import type { Value } from "../../../schema/value.ts";
import { type Choice, oneOf, reportChoice } from "../../../schema/values/choice.ts";
import { fill, text } from "../../../text/localized.ts";
import { atLeast } from "../../../text/version.ts";

/** One of some words; they tell it from whatever else may stand there. */
export function choice(words: readonly (string | Choice)[]): Value {
  const value = oneOf(words);
  const names = new Set(words.map((one) => (typeof one === "string" ? one : one.name)));
  return { ...value, accepts: (word) => names.has(word.value) };
}

/** A word that only some versions know. */
export interface Dated {
  readonly name: string;
  readonly since?: string;
}

/** One of some words, each from a version on. */
export function dated(words: readonly Dated[], signature = words.map((one) => one.name).join("|")): Value {
  const known = (version: string) =>
    words.filter((one) => one.since === undefined || atLeast(version, one.since)).map((one) => one.name);
  return {
    signature,
    token: "enumMember",
    accepts: (word) => words.some((one) => one.name === word.value),
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const names = known(reader.version);
      if (!names.includes(word.value)) reportChoice(reader, word, names);
      reader.bind({ name, word, data: word.value, token: "enumMember" });
    },
    suggest: (_before, { version }) => known(version).map((label) => ({ label, kind: "value" as const })),
  };
}

/** src/log.c: log_facilities. */
const facilities = [
  ...["local0", "local1", "local2", "local3", "local4", "local5", "local6", "local7"],
  ...[
    "kern",
    "user",
    "mail",
    "daemon",
    "auth",
    "syslog",
    "lpr",
    "news",
    "uucp",
    "cron",
    "auth2",
    "ftp",
    "ntp",
    "audit",
  ],
  ...["alert", "cron2"],
];
export const facility = (): Value => choice(facilities);

/** src/log.c: log_levels. */
const levels = ["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug"];
export const level = (): Value => choice(levels);

/** src/log.c: log_formats. */
const formats = ["local", "rfc3164", "rfc5424", "priority", "short", "timed", "iso", "raw"];
export const logFormatName = (): Value => choice(formats);

export const tlsVersion = (): Value => choice(["SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"]);

export const muxProtocol = (): Value =>
  dated(
    [
      ...["h1", "h2", "fcgi", "none"].map((name) => ({ name })),
      { name: "quic", since: "2.6" },
      { name: "spop", since: "3.1" },
      { name: "qmux", since: "3.4" },
    ],
    "PROTOCOL",
  );

/** src/check.c: get_check_status_info, those that a rule may name (src/tcpcheck.c). */
export const checkStatus = (): Value =>
  choice(["L7OK", "L7OKC", "L7RSP", "L7STS", "L6RSP", "L4CON", "L7TOUT", "L6TOUT", "L4TOUT", "L6OK"]);

const noErrorPage = text('No page can be set for status "{0}"', '状态码"{0}"不能设置页面');
const statuses: readonly Dated[] = [
  ...["200", "400", "401", "403", "404", "405", "407", "408", "410", "413", "421", "422", "425", "429"],
  ...["500", "501", "502", "503", "504"],
]
  .map((name): Dated => ({ name }))
  .concat([
    { name: "414", since: "3.1" },
    { name: "431", since: "3.1" },
  ]);

/** A status for which the daemon has a page (src/http.c: http_err_codes). */
export function errorStatus(): Value {
  return {
    ...dated(statuses, "STATUS"),
    token: "number",
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const found = statuses.find((one) => Number(one.name) === Number.parseInt(word.value, 10));
      const isKnown = found !== undefined && atLeast(reader.version, found.since ?? "1.5");
      if (!isKnown) reader.report({ code: "invalid-value", ...word, message: fill(noErrorPage, word.value) });
      reader.bind({ name, word, data: Number(word.value), token: "number" });
    },
  };
}

/** Why a request may be sent again (src/proxy.c: proxy_parse_retry_on). */
export const retryReason = (): Value =>
  dated(
    [
      ...["conn-failure", "empty-response", "junk-response", "response-timeout", "0rtt-rejected"],
      ...["all-retryable-errors", "401", "403", "404", "408", "425", "500", "501", "502", "503", "504"],
    ]
      .map((name): Dated => ({ name }))
      .concat([
        { name: "421", since: "2.8" },
        { name: "429", since: "3.1" },
      ]),
    "REASON",
  );
