import type { PartRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isUncertain, mayHoldLines } from "../../model/gaps.ts";
import { type Proxy, proxiesOf } from "../../model/proxies.ts";
import { front, http } from "../examples.ts";

const messages = {
  slot: text("No slot {0} is declared here: there are {1}", "此处没有声明 {0} 号捕获位，共有 {1} 个"),
  only: text('Captures of "{0}" take "{1}" only, not "{2}"', '"{0}"的捕获只能使用"{1}"，不能使用"{2}"'),
  backend: text(
    '"len" makes a slot, which only a frontend has; here it must be "id" with the frontend\'s slot',
    '"len"会新建捕获位，只有前端才能这样写；此处应使用"id"引用前端的捕获位',
  ),
};

/** The direction of captures, and the rules that fill slots of it. */
const sides = [
  { rules: ["http-request capture", "tcp-request content capture"], slots: "request" },
  { rules: ["http-response capture", "http-after-response capture"], slots: "response" },
] as const;

/** Responses come too late to make a slot, and what tcp rules capture has one of its own. */
const ways: Readonly<Record<string, { readonly takes: string; readonly refuses: string }>> = {
  "http-response": { takes: "id", refuses: "len" },
  "http-after-response": { takes: "id", refuses: "len" },
  "tcp-request content": { takes: "len", refuses: "id" },
};

/** src/http_act.c: check_http_req_capture, check_http_res_capture, parse_http_req_capture. */
export const captureSlotMissing: PartRule<Proxy, Globals> = {
  id: "haproxy/capture-slot-missing",
  severity: "error",
  scope: "part",
  parts: proxiesOf,
  summary: text("A capture into a slot that is not declared.", "捕获到没有声明的捕获位。"),
  why: text(
    "Slots are counted from 0 in the order of the `declare capture` and `capture … header` lines of the frontend, requests and responses apart. HAProxy refuses a rule for a slot beyond them.",
    "捕获位从 0 开始，按前端中 `declare capture` 和 `capture … header` 行的顺序编号，请求与响应分开计数。规则引用不存在的捕获位会被拒绝。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    declare capture request len 64
    http-request capture req.hdr(host) id 1
#                                         ^ No slot 1 is declared here
`,
    `${http}${front}
backend app
    http-request capture req.hdr(host) len 64
#                                      ^^^ "len" makes a slot
    server s1 192.0.2.11:80
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    declare capture request len 64
    capture request header referer len 64
    http-request capture req.hdr(host) id 0
    http-request capture req.hdr(x-trace) id 1
    default_backend app
backend app
    http-request capture req.hdr(host) id 1
    server s1 192.0.2.11:80
`,
  ],
  check(proxy, { report }) {
    for (const [set, { takes, refuses }] of Object.entries(ways)) {
      for (const capture of proxy.own(`${set} capture`)) {
        const word = capture.values.find((value) => value.name === refuses)?.word;
        if (word === undefined || isUncertain(capture)) continue;
        report({ at: capture.at(word), message: fill(messages.only, set, takes, refuses) });
      }
    }
    for (const { rules, slots } of sides) {
      const captures = rules.flatMap((name) => proxy.own(name));
      if (!proxy.isFrontend) {
        for (const capture of captures) {
          const length = capture.values.find((value) => value.name === "len");
          if (length === undefined || slots === "response" || isUncertain(capture)) continue;
          report({ at: capture.at(length.word), message: messages.backend });
        }
        continue;
      }
      // Named defaults may hold rules that make slots.
      if (
        proxy.isDisabled ||
        mayHoldLines(proxy.block) ||
        rules.some((name) => proxy.all(name).length > captures.length)
      ) {
        continue;
      }
      const declared = slotsOf(proxy, slots) + captures.filter((capture) => capture.value("len") !== undefined).length;
      for (const capture of captures) {
        const id = capture.value("id");
        if (typeof id?.data !== "number" || id.data < declared || isUncertain(capture)) continue;
        if (capture.keyword?.name.startsWith("tcp-") === true) continue;
        report({ at: capture.at(id.word), message: fill(messages.slot, id.data, declared) });
      }
    }
  },
};

function slotsOf(proxy: Proxy, side: "request" | "response"): number {
  const declares = proxy.own("declare capture").filter((line: Bound) => line.values[0]?.data === side);
  return declares.length + proxy.own(`capture ${side} header`).length;
}
