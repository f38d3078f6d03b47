import type { PartRule } from "../../../../rules/rule.ts";
import { titles } from "../../../../schema/fixTitles.ts";
import { fill, text } from "../../../../text/localized.ts";
import { type Entry, entriesOf } from "../../model/entries.ts";
import { isKnown } from "../../schema/known.ts";

const messages = {
  mixed: text('"{0}" mixes "." and "/"; it is "{1}"', '"{0}"混用了"."和"/"，应为"{1}"'),
  interface: text('A dot in the name of an interface is "/" here: "{0}"', '此处接口名中的点要写成"/"："{0}"'),
};

export const keySeparators: PartRule<Entry> = {
  id: "sysctl-conf/key-separators",
  scope: "part",
  parts: entriesOf,
  severity: "error",
  summary: text("The separators of a key name a file that does not exist.", "键的分隔符指向不存在的文件。"),
  why: text(
    "The first separator decides: after a dot, dots part the names and a slash stands for a dot within a name; after a slash it is the other way round. So eth0.100 is written net.ipv4.conf.eth0/100.rp_filter or net/ipv4/conf/eth0.100/rp_filter.",
    "以第一个分隔符为准：先出现点时，点分隔各级名称，斜杠表示名称中的点；先出现斜杠则相反。因此 eth0.100 应写作 net.ipv4.conf.eth0/100.rp_filter 或 net/ipv4/conf/eth0.100/rp_filter。",
  ),
  link: "https://man7.org/linux/man-pages/man5/sysctl.d.5.html",
  bad: [
    `
net.ipv4/ip_forward = 1
#<^^^^^^^^^^^^^^^^^ mixes
`,
    `
net.ipv4.conf.eth0.100.rp_filter = 2
#<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ is "/" here
`,
  ],
  good: [
    `
net/ipv4/ip_forward = 1
net/ipv4/conf/eth0.100/rp_filter = 2
net.ipv4.conf.eth0/101.rp_filter = 2
`,
  ],
  check(entry, { report }) {
    const { key, keyword, keyAt, ignoresErrors, words } = entry;
    if (keyword !== undefined || isKnown(key) || words[0]?.unknown === true) return;
    const severity = ignoresErrors ? "warning" : "error";
    const wanted = meant(key);
    if (wanted === undefined) return;
    const message = wanted.isInterface
      ? fill(messages.interface, wanted.key.split(".")[3] ?? "")
      : fill(messages.mixed, words[0]?.raw ?? key, wanted.key);
    const edits = [{ ...keyAt, text: wanted.key }];
    report({
      at: keyAt,
      message,
      severity,
      fixes: [{ title: fill(titles.replace, wanted.key), safety: "safe", edits }],
    });
  },
};

/** The key that exists and differs in its separators only. */
export function meant(key: string): { readonly key: string; readonly isInterface: boolean } | undefined {
  const dots = key.replaceAll("/", ".");
  if (dots !== key && isKnown(dots)) return { key: dots, isInterface: false };
  const [, before = "", name = "", after = ""] = /^(net\.ipv[46]\.(?:conf|neigh)\.)(.+)\.([^.]+)$/.exec(dots) ?? [];
  const spelt = `${before}${name.replaceAll(".", "/")}.${after}`;
  return name.includes(".") && spelt !== key && isKnown(spelt) ? { key: spelt, isInterface: true } : undefined;
}
