// The reference of IPVS rules: a chapter for commands, one for options, one for schedulers.

import { options } from "../../server/src/core/languages/ipvsadm/schema/options/index.ts";
import { openers, root } from "../../server/src/core/languages/ipvsadm/schema/root.ts";
import { schedulers } from "../../server/src/core/languages/ipvsadm/schema/schedulers.ts";
import { text } from "../../server/src/core/text/localized.ts";
import type { Chapter } from "./chapters.ts";

export const ipvsadmChapters: readonly Chapter[] = [
  {
    file: "commands",
    title: text("Commands", "命令"),
    doc: text("What a rule begins with.", "规则的开头。"),
    // No command has a page of its own.
    keywords: root.keywords.map(({ body: _, ...keyword }) => keyword),
    blocks: openers,
  },
  {
    file: "options",
    title: text("Options", "选项"),
    doc: text("What follows a command, in any order.", "命令之后的选项，顺序不限。"),
    keywords: options.map(({ keyword }) => keyword),
  },
  {
    file: "schedulers",
    title: text("Schedulers", "调度算法"),
    doc: text("How a service chooses a server: the values of `-s`.", "服务如何选择服务器：`-s` 的取值。"),
    keywords: schedulers.map(({ keyword }) => keyword),
  },
];
