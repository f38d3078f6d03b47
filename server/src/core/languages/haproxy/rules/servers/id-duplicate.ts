import type { PartRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { front, http } from "../examples.ts";

const message = text("The id {0} is already taken in this section", "本段中的 id {0} 已被占用");
const first = text("It is used here", "已在此处使用");

/** src/server.c: srv_parse_id; src/listener.c: bind_parse_id. Servers and listeners count apart. */
export const idDuplicate: PartRule<Proxy, Globals> = {
  id: "haproxy/id-duplicate",
  severity: "error",
  scope: "part",
  parts: proxiesOf,
  summary: text("Two servers, or two listeners, with one id.", "两台服务器或两个监听使用同一个 id。"),
  why: text(
    "The id stands for the server or the listener in the statistics and over SNMP, so HAProxy refuses to give it twice within a section.",
    "该 id 在统计和 SNMP 中代表服务器或监听，HAProxy 拒绝在同一段内重复使用。",
  ),
  bad: [
    `${http}${front}
backend app
    server s1 192.0.2.11:80 id 10
    server s2 192.0.2.12:80 id 10
#                              ^^ The id 10 is already taken
`,
  ],
  good: [
    `${http}
listen web
    bind :8080 id 10
    server s1 192.0.2.11:80 id 10
    server s2 192.0.2.12:80 id 11
`,
  ],
  check(proxy, { report }) {
    for (const list of [proxy.servers, proxy.own("bind")]) {
      const seen = new Map<unknown, Bound>();
      for (const one of list) {
        const value = one.value("id");
        if (typeof value?.data !== "number" || value.word.unknown === true || isUncertain(one)) continue;
        const before = seen.get(value.data);
        if (before === undefined) {
          seen.set(value.data, one);
          continue;
        }
        const related = [{ ...before.at(before.value("id")?.word ?? before.head), message: first }];
        report({ at: one.at(value.word), message: fill(message, value.data), related });
      }
    }
  },
};
