import { replace } from "../../../../rules/fixes.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isPartial } from "../../model/partial.ts";
import { http } from "../examples.ts";

const message = text("At most {0} bytes of a cookie are kept, not {1}", "Cookie 最多保留 {0} 字节，而不是 {1}");

/** src/proxy.c: proxy_finalize; CAPTURE_LEN in include/haproxy/defaults.h. */
const defaultLength = 64;

export const captureCookieLength: ConfigurationRule<Globals> = {
  id: "haproxy/capture-cookie-length",
  severity: "warning",
  scope: "configuration",
  reads: ["global", "frontend", "listen"],
  summary: text("A captured cookie that is longer than the buffer for it.", "捕获的 Cookie 超出缓冲区长度。"),
  why: text(
    "Captured cookies lie in buffers of `tune.http.cookielen` bytes, one of which ends the text; 64 unless it is set. HAProxy shortens what is longer, with a warning.",
    "捕获的 Cookie 存放在 `tune.http.cookielen` 字节的缓冲区中，默认 64，其中一字节用于结尾。更长的值会被截短并给出告警。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    capture cookie SESSION len 128
#                              ^^^ At most 63 bytes of a cookie are kept
`,
  ],
  good: [
    `
global
    tune.http.cookielen 256
${http}
frontend web
    bind :8080
    capture cookie SESSION len 128
`,
  ],
  check(configuration, { report }) {
    const tuned = configuration.all("tune.http.cookielen").at(-1)?.values[0];
    if (tuned?.word.unknown === true || (tuned === undefined && isPartial(configuration))) return;
    const length = typeof tuned?.data === "number" ? tuned.data : defaultLength;
    for (const capture of configuration.all("capture cookie")) {
      const value = capture.value("length");
      if (typeof value?.data !== "number" || value.data < length) continue;
      report({
        at: capture.at(value.word),
        message: fill(message, length - 1, value.data),
        fixes: [replace(capture, value.word, String(length - 1), "safe")],
      });
    }
  },
};
