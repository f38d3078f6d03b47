import type { BlockRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain, mayHoldMore } from "../../model/gaps.ts";
import { http } from "../examples.ts";

const messages = {
  missing: text('"load" needs the file of a certificate: "crt"', '"load"需要证书文件："crt"'),
  twice: text('"{0}" is loaded under this name already', '已经以该名称加载了"{0}"'),
  first: text("It is loaded here", "在此处加载"),
};

/** src/ssl_ckch.c: crtstore_parse_load. */
export const crtStoreLoad: BlockRule<Globals> = {
  id: "haproxy/crt-store-load",
  severity: "error",
  scope: "block",
  on: ["crt-store"],
  summary: text("A certificate that is not named, or named twice, in a store.", "证书库中的证书没有写明，或者重名。"),
  why: text(
    "`bind` lines find a certificate of a store by its `alias`, or else by its file. HAProxy refuses a line without a file and a second one of the same name.",
    "`bind` 行通过 `alias` 或文件名查找证书库中的证书。没有文件的行以及重名的行都会被拒绝。",
  ),
  since: "3.0",
  bad: [
    `
crt-store web
    load crt /etc/haproxy/a.pem alias site
    load crt /etc/haproxy/b.pem alias site
#                                     ^^^^ "site" is loaded under this name already
${http}
frontend web
    bind :8080
`,
  ],
  good: [
    `
crt-store web
    load crt /etc/haproxy/a.pem alias site
    load crt /etc/haproxy/b.pem alias other
${http}
frontend web
    bind :8080
`,
  ],
  check(store, { report }) {
    const seen = new Map<string, Bound>();
    for (const load of store.all("load")) {
      if (isUncertain(load)) continue;
      const words = load.statement.words;
      const named = ["alias", "crt"].flatMap((key) => {
        const index = words.findIndex((word) => word.value === key && word !== words[0]);
        const word = index === -1 ? undefined : words[index + 1];
        return word === undefined ? [] : [word];
      });
      const [name] = named;
      if (!words.slice(1).some((word) => word.value === "crt") && !mayHoldMore(load, 1)) {
        report({ at: load.at(load.title), message: messages.missing });
      }
      if (name === undefined || name.unknown === true) continue;
      const before = seen.get(name.value);
      if (before === undefined) seen.set(name.value, load);
      else {
        const related = [{ ...before.at(before.title), message: messages.first }];
        report({ at: load.at(name), message: fill(messages.twice, name.value), related });
      }
    }
  },
};
