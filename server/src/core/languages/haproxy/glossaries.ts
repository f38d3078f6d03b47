/** What stands within lines of haproxy.cfg, for whoever asks what a word means. */
import type { Glossary } from "../../model/language.ts";
import { text } from "../../text/localized.ts";
import { aclKeywords, allConverters, allFetches, logAliases, predefinedAcls } from "./samples/index.ts";
import { bindOptions } from "./schema/bindOptions.ts";
import { serverOptions } from "./schema/serverOptions.ts";

export const glossaries: readonly Glossary[] = [
  { title: text("sample fetch", "取样函数"), entries: allFetches },
  { title: text("converter", "转换器"), entries: allConverters },
  { title: text("ACL keyword", "ACL 关键字"), entries: aclKeywords },
  { title: text("predefined ACL", "预定义 ACL"), entries: predefinedAcls },
  { title: text("log alias", "日志别名"), entries: logAliases },
  { title: text("option of server", "server 选项"), entries: serverOptions },
  { title: text("option of bind", "bind 选项"), entries: bindOptions },
];
