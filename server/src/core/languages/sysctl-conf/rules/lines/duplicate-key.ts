import { removeStatement } from "../../../../rules/fixes.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { type Entry, entriesOf } from "../../model/entries.ts";

const messages = {
  again: text('"{0}" is set again below, and the later one wins', '"{0}"在下面又设置了一次，以后者为准'),
  later: text("This one holds", "以这一行为准"),
};

export const duplicateKey: ConfigurationRule = {
  id: "sysctl-conf/duplicate-key",
  scope: "configuration",
  reads: (configuration) => [entriesOf(configuration)],
  severity: "information",
  summary: text("A key is set twice in one file.", "同一文件中两次设置同一个键。"),
  why: text(
    "The lines are written in order, so that the last one holds. Between files this is how settings are overridden; in one file the earlier line is left over.",
    "各行按顺序写入，最后一行有效。不同文件之间这是覆盖设置的正常方式；在同一文件中，前一行则是多余的。",
  ),
  bad: [
    `
net.ipv4.ip_forward = 0
#<^^^^^^^^^^^^^^^^^ set again below
net/ipv4/ip_forward = 1
`,
  ],
  good: [
    `
net.ipv4.conf.all.rp_filter = 1
net.ipv4.conf.default.rp_filter = 1
net.ipv4.conf.*.rp_filter = 2
`,
    `
net.ipv4.route.flush = 1
net.ipv4.route.flush = 1
`,
  ],
  check(configuration, { report }) {
    const last = new Map<string, Entry>();
    for (const entry of entriesOf(configuration).toReversed()) {
      const { key, isGlob, excludes, value, keyAt, source, bound } = entry;
      if (isGlob || excludes || value === undefined || key === "" || key.endsWith(".flush")) continue;
      const name = `${source.uri} ${key}`;
      const later = last.get(name);
      if (later === undefined) {
        last.set(name, entry);
        continue;
      }
      const safety = later.value === value ? "safe" : "unsafe";
      report({
        at: keyAt,
        message: fill(messages.again, key),
        tag: "unnecessary",
        related: [{ ...later.keyAt, message: messages.later }],
        ...(bound === undefined ? {} : { fixes: [removeStatement(bound, safety)] }),
      });
    }
  },
};
