import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { type Entry, entriesOf } from "../../model/entries.ts";

const messages = {
  noSign: text('No "=" behind "{0}": the line is dropped', '"{0}"之后没有"="，整行会被丢弃'),
  noKey: text('No key before "="', '"="之前没有键'),
  blank: text('A key holds no blanks: "{0}" cannot stand here', '键中不能有空白，此处不能写"{0}"'),
};

export const malformedLine: PartRule<Entry> = {
  id: "sysctl-conf/malformed-line",
  scope: "part",
  parts: entriesOf,
  severity: "error",
  summary: text("A line that is no setting.", "不是设置的行。"),
  why: text(
    'A setting is a key, "=" and a value. sysctl says "invalid syntax" of any other line and goes on with the next one; systemd-sysctl does the same.',
    '一条设置由键、"="和值组成。对其他形式的行，sysctl 会报告 invalid syntax 并继续读取下一行，systemd-sysctl 也是如此。',
  ),
  link: "https://man7.org/linux/man-pages/man5/sysctl.conf.5.html",
  bad: [
    `
net.ipv4.ip_forward 1
#<^^^^^^^^^^^^^^^^^ No "=" behind
`,
    `
kernel.panic: 10
#<^^^^^^^^^^^ No "=" behind
  = 1
# ^ No key before
kernel. panic = 10
#       ^^^^^ holds no blanks
`,
  ],
  good: [
    `
kernel.panic=10
-kernel.panic_on_oops
`,
  ],
  check({ key, keyword, words, keyAt, excludes, ignoresErrors, source }, { report }) {
    const [first, second] = words;
    // What is wrong behind a key of the table is told where its value is read.
    if (excludes || keyword !== undefined || first === undefined || words.some((word) => word.unknown === true)) return;
    const severity = ignoresErrors ? "warning" : "error";
    if (key === "") report({ at: keyAt, message: messages.noKey, severity });
    else if (!words.some((word) => word.raw === "=")) {
      report({ at: keyAt, message: fill(messages.noSign, first.raw), severity });
    } else if (second !== undefined && second.raw !== "=") {
      const at = { source, start: second.start, end: second.end };
      report({ at, message: fill(messages.blank, second.raw), severity });
    }
  },
};
