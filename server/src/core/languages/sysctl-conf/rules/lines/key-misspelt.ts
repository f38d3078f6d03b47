import type { PartRule } from "../../../../rules/rule.ts";
import { titles } from "../../../../schema/fixTitles.ts";
import { fill, text } from "../../../../text/localized.ts";
import { nearest } from "../../../../text/nearest.ts";
import { type Entry, entriesOf } from "../../model/entries.ts";
import { root } from "../../schema/index.ts";
import { isKnown } from "../../schema/known.ts";
import { meant } from "./key-separators.ts";

const message = text('"{0}" is not known here, did you mean "{1}"?', '此处没有"{0}"，是否想写"{1}"？');

export const keyMisspelt: PartRule<Entry> = {
  id: "sysctl-conf/key-misspelt",
  scope: "part",
  parts: entriesOf,
  severity: "information",
  summary: text("A key that is nearly another one.", "与另一个键非常相似的键。"),
  why: text(
    "Which keys exist depends on the kernel and its modules, so that an unknown one may be right. One that differs by a letter or two from a key of every kernel is more likely a slip, and its line fails.",
    "有哪些键取决于内核及其模块，未知的键未必有错。但若与常见的键只差一两个字母，多半是笔误，该行会失败。",
  ),
  bad: [
    `
net.ipv4.ip_non_local_bin = 1
#<^^^^^^^^^^^^^^^^^^^^^^^ did you mean "net.ipv4.ip_nonlocal_bind"
`,
    `
net.ipv4.conf.eth0.arp_anounce = 2
#<^^^^^^^^^^^^^^^^^^^^^^^^^^^^ did you mean "net.ipv4.conf.eth0.arp_announce"
`,
  ],
  good: [
    `
net.ipv4.tcp_mem = 65536 131072 262144
net.ipv4.tcp_retries1 = 3
net.ipv4.conf.eth0.mc_forwarding = 0
kernel.my_module_switch = 1
`,
  ],
  check({ key, general, keyword, keyAt, isGlob, words }, { report }) {
    if (keyword !== undefined || isGlob || isKnown(key) || words[0]?.unknown === true) return;
    if (key === "" || key.startsWith("\uFEFF") || meant(key) !== undefined) return;
    const near = nearest(general, candidates);
    if (near === undefined) return;
    const wanted = near.replace("*", key.split(".")[3] ?? "*");
    const fixes = [
      { title: fill(titles.replace, wanted), safety: "unsafe" as const, edits: [{ ...keyAt, text: wanted }] },
    ];
    report({ at: keyAt, message: fill(message, words[0]?.raw ?? key, wanted), fixes });
  },
};

const candidates = root.keywords.filter(({ removed }) => removed === undefined).map(({ name }) => name);
