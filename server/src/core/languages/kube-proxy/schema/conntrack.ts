/** The block `conntrack` (types.go: KubeProxyConntrackConfiguration). */
import type { Keyword } from "../../../schema/spec.ts";
import { text } from "../../../text/localized.ts";
import { duration } from "../values/duration.ts";
import { flag, integer } from "../values/plain.ts";
import { field, ofType } from "./field.ts";

const most = 2_147_483_647;

export const conntrackFields: readonly Keyword[] = ofType("KubeProxyConntrackConfiguration", [
  field("maxPerCore", integer(0, most), {
    doc: text(
      "How many connections are tracked for each CPU core. 0 leaves what the system has set, and `min` then does nothing.",
      "每个 CPU 核心可跟踪的连接数。0 表示保持系统现有设置，此时 `min` 不起作用。",
    ),
    default: "32768",
    ok: ["maxPerCore: 0", "maxPerCore: null"],
    bad: ["maxPerCore: -1", "maxPerCore: 32k"],
  }),
  field("min", integer(0, most), {
    doc: text("How many connections can be tracked at least.", "至少可跟踪的连接数。"),
    default: "131072",
    ok: ["min: 131072"],
    bad: ["min: 1.5"],
  }),
  field("tcpEstablishedTimeout", duration(), {
    doc: text(
      "How long an idle TCP connection is kept; 0 leaves it as it is.",
      "空闲 TCP 连接的保留时间，0 表示不修改。",
    ),
    default: "24h0m0s",
    ok: ["tcpEstablishedTimeout: 24h0m0s", "tcpEstablishedTimeout: null"],
    bad: ["tcpEstablishedTimeout: 1d"],
  }),
  field("tcpCloseWaitTimeout", duration(), {
    doc: text(
      "How long a half-closed TCP connection is kept; 0 leaves it as it is.",
      "半关闭（CLOSE_WAIT）TCP 连接的保留时间，0 表示不修改。",
    ),
    default: "1h0m0s",
    ok: ["tcpCloseWaitTimeout: 1h"],
    bad: ["tcpCloseWaitTimeout: 3600"],
  }),
  field("tcpBeLiberal", flag(), {
    since: "1.29",
    doc: text(
      "Packets outside of a connection's window are not counted as invalid.",
      "窗口之外的 TCP 报文不再视为无效。",
    ),
    default: "false",
    ok: ["tcpBeLiberal: true"],
    bad: ["tcpBeLiberal: 1"],
  }),
  field("udpTimeout", duration(), {
    since: "1.29",
    doc: text(
      "How long an unanswered UDP exchange is kept; 0 leaves it as it is.",
      "未应答 UDP 会话的保留时间，0 表示不修改。",
    ),
    ok: ["udpTimeout: 30s"],
    bad: ["udpTimeout: 30"],
  }),
  field("udpStreamTimeout", duration(), {
    since: "1.29",
    doc: text(
      "How long an answered UDP exchange is kept; 0 leaves it as it is.",
      "已应答 UDP 会话的保留时间，0 表示不修改。",
    ),
    ok: ["udpStreamTimeout: 180s"],
    bad: ["udpStreamTimeout: 3x"],
  }),
]);
