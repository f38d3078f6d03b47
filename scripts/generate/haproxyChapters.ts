// The chapters of the HAProxy reference: the proxies as one, since they share most keywords, and everything that
// stands within lines: actions, options, samples.

import { signature } from "../../server/src/core/features/hover.ts";
import {
  aclKeywords,
  allConverters,
  allFetches,
  logAliases,
  predefinedAcls,
} from "../../server/src/core/languages/haproxy/samples/index.ts";
import { methods } from "../../server/src/core/languages/haproxy/samples/methods.ts";
import { bindOptions } from "../../server/src/core/languages/haproxy/schema/bindOptions.ts";
import { root } from "../../server/src/core/languages/haproxy/schema/index.ts";
import { proxyKinds } from "../../server/src/core/languages/haproxy/schema/places.ts";
import { ruleKeywords, ruleOf } from "../../server/src/core/languages/haproxy/schema/ruleSets.ts";
import { serverOptions } from "../../server/src/core/languages/haproxy/schema/serverOptions.ts";
import { findKeyword, type Keyword } from "../../server/src/core/schema/spec.ts";
import { text } from "../../server/src/core/text/localized.ts";
import type { Chapter } from "./chapters.ts";

export const haproxyChapters: readonly Chapter[] = [
  {
    file: "proxies",
    title: text("Proxies", "代理段"),
    doc: text(
      "What may stand in `defaults`, `frontend`, `listen` and `backend`, but for the rules.",
      "可以写在 `defaults`、`frontend`、`listen` 和 `backend` 中的关键字（规则除外）。",
    ),
    keywords: proxyKeywords(),
    blocks: proxyKinds,
  },
  {
    file: "actions",
    title: text("Rules and their actions", "规则与动作"),
    doc: text(
      "What the rules of a proxy may do: `http-request deny`, `tcp-request content accept`.",
      "代理段的规则可以执行的动作：`http-request deny`、`tcp-request content accept`。",
    ),
    keywords: actions(),
  },
  {
    file: "bind-options",
    title: text("Options of bind", "bind 选项"),
    doc: text("What may stand behind the address of a `bind` line.", "可以写在 `bind` 行地址之后的选项。"),
    keywords: sorted(bindOptions),
  },
  {
    file: "server-options",
    title: text("Options of server", "server 选项"),
    doc: text(
      "What may stand behind the address of a `server` line, and in `default-server`.",
      "可以写在 `server` 行地址之后以及 `default-server` 中的选项。",
    ),
    keywords: sorted(serverOptions),
  },
  {
    file: "fetches",
    title: text("Sample fetches", "取样函数"),
    doc: text("What can be measured: `src`, `req.hdr(host)`.", "可以取得的样本：`src`、`req.hdr(host)`。"),
    keywords: sorted(allFetches),
  },
  {
    file: "converters",
    title: text("Converters", "转换器"),
    doc: text(
      "Steps that make another value of a sample: `lower`, `field(1,.)`.",
      "对样本做进一步处理的步骤：`lower`、`field(1,.)`。",
    ),
    keywords: sorted(allConverters),
  },
  {
    file: "acls",
    title: text("ACLs", "ACL"),
    doc: text(
      "Criteria with a way to match of their own, the ways to match behind `-m`, and the ACLs that are there from the start.",
      "自带匹配方式的条件、`-m` 后的匹配方式，以及预定义的 ACL。",
    ),
    keywords: [...methods, ...sorted(aclKeywords), ...sorted(predefinedAcls)],
  },
  {
    file: "log-formats",
    title: text("Log formats", "日志格式"),
    doc: text("Aliases in log formats: `%ci`.", "日志格式中的别名：`%ci`。"),
    keywords: sorted(logAliases),
  },
];

/** Each once, as it stands where it does most. */
function proxyKeywords(): readonly Keyword[] {
  const found = new Map<string, Keyword>();
  for (const kind of ["listen", "frontend", "backend", "defaults"]) {
    const body = findKeyword(root, kind)?.body;
    for (const keyword of body?.kind === "keywords" ? body.keywords : []) {
      if (ruleOf(keyword) === undefined && !found.has(keyword.name)) found.set(keyword.name, keyword);
    }
  }
  return sorted([...found.values()]);
}

/** Each action once, with the lines of all rule sets that take it. */
function actions(): readonly Keyword[] {
  const found = new Map<string, Keyword>();
  for (const rule of ruleKeywords) {
    const { action } = rule;
    const before = found.get(action.name);
    found.set(action.name, {
      ...(before ?? rule),
      name: action.name,
      signature: before === undefined ? signature(rule) : `${signature(before)}\n${signature(rule)}`,
      since: action.since,
      ok: before?.ok ?? rule.ok,
    });
  }
  return sorted([...found.values()]);
}

function sorted(keywords: readonly Keyword[]): readonly Keyword[] {
  return [...keywords].sort((a, b) => (a.name < b.name ? -1 : 1));
}
