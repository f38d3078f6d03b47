/** What follows `option httpchk`: a URI alone, or a method, a URI, a version and, since 3.1, a host. */
import type { Value } from "../../../schema/value.ts";
import { maybe, pattern, value } from "../../../schema/values/pattern.ts";
import { word } from "../../../schema/values/word.ts";
import { fill, text } from "../../../text/localized.ts";
import { atLeast } from "../../../text/version.ts";

const methods = ["OPTIONS", "GET", "HEAD", "POST", "PUT", "DELETE", "TRACE", "CONNECT", "PATCH"];
const offerMethods = () => methods.map((label) => ({ label, kind: "value" as const }));

const hostTooNew = text(
  'A host may stand here since version 3.1; version {0} is set. Use "http-check send hdr Host {1}"',
  '从 3.1 版起此处才能写主机名，当前设定为 {0}，请改用"http-check send hdr Host {1}"',
);

/** The words by position; with only one it is the URI (src/tcpcheck.c: proxy_parse_httpchk_req). */
export function httpchk(): Value {
  const alone = pattern(value("uri", word("URI")));
  const whole = pattern(
    value("method", { ...word("METHOD"), suggest: offerMethods }),
    value("uri", word("URI")),
    maybe(value("version", word("VERSION"))),
    maybe(value("host", word("HOST"))),
  );
  return {
    signature: "[METHOD] URI [VERSION [HOST]]",
    token: "string",
    many: true,
    match(reader, name) {
      (reader.left().length === 1 ? alone : whole).match(reader, name);
      const host = reader.values.find((bound) => bound.name === "host");
      if (host === undefined || atLeast(reader.version, "3.1")) return;
      const message = fill(hostTooNew, reader.version, host.word.value);
      reader.report({ code: "too-new", start: host.word.start, end: host.word.end, message });
    },
    suggest: (before, context) => whole.suggest?.(before, context) ?? [],
  };
}
