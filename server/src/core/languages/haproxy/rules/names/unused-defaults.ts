import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { proxiesOf } from "../../model/proxies.ts";
import { front, http } from "../examples.ts";

const message = text("No proxy takes its settings from these defaults", "没有代理使用这段 defaults");

/** src/cfgparse-listen.c: each `defaults` begins anew, and a proxy takes those that it names or the last ones above. */
export const unusedDefaults: ConfigurationRule<Globals> = {
  id: "haproxy/unused-defaults",
  severity: "information",
  scope: "configuration",
  reads: ["defaults", "frontend", "backend", "listen"],
  summary: text("A defaults section that no proxy uses.", "没有代理使用的 defaults 段。"),
  why: text(
    "A second `defaults` does not add to the first: it begins with HAProxy's own defaults again. Settings in a section that no proxy follows or names have no effect, often timeouts or the mode.",
    "第二个 `defaults` 不会叠加在第一个之上，而是从 HAProxy 的内置默认值重新开始。没有代理跟随或引用的段中的设置都不起作用，常见的是超时和模式。",
  ),
  bad: [
    `
defaults
#<^^^^^^ No proxy takes its settings from these defaults
    option dontlognull
${http}${front}backend app
    server s1 127.0.0.1:8000
`,
  ],
  good: [
    `
defaults common
    option dontlognull
defaults http from common
    mode http
    timeout connect 5s
    timeout client 30s
    timeout server 30s
${front}backend app
    server s1 127.0.0.1:8000
`,
  ],
  check(configuration, { report, globals }) {
    if (configuration.all("defaults").length < 2 || globals.partial || globals.conditional) return;
    const proxies = proxiesOf(configuration);
    if (proxies.length === 0) return;
    const used = new Set(proxies.flatMap(({ defaults }) => defaults));
    // The last ones may be for a file that is read after this one.
    for (const block of configuration.all("defaults").slice(0, -1)) {
      if (used.has(block) || block.nameWord.unknown === true) continue;
      report({ at: block.at(block.title), message, tag: "unnecessary" });
    }
  },
};
