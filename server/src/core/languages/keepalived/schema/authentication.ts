/** Keywords of the two authentication blocks of an instance. */
import { arg, type Keyword } from "../../../schema/spec.ts";
import { oneOf } from "../../../schema/values/choice.ts";
import { integer } from "../../../schema/values/number.ts";
import { text } from "../../../text/localized.ts";
import { hmacKey, password } from "../values/special.ts";
import { manual } from "./link.ts";

/** `authentication { … }`: the RFC 2338 password (keepalived/vrrp/vrrp_parser.c). */
export const authentication: readonly Keyword[] = [
  {
    name: "auth_type",
    args: [arg("choice", oneOf(["PASS", "AH"]))],
    default: "none",
    since: "1.1.10",
    doc: text(
      "How adverts are authenticated: `PASS` sends a clear-text password with each advert, `AH` adds an IPsec header. Neither works with version 3, IPv6 or strict mode, and `PASS` protects against a wrong configuration rather than an attacker. Prefer `PASS` if you need one; an `AH` instance cannot start as MASTER.",
      "通告的认证方式：`PASS` 在每个通告里携带明文密码，`AH` 附加 IPsec 头。两者都不能用于 VRRP 版本 3、IPv6 或严格模式，而且 `PASS` 防的是配错，防不了攻击者。确实需要时选 `PASS`；使用 `AH` 的实例不能以 MASTER 状态启动。",
    ),
    link: manual("VRRP_instance(s)"),
    ok: ["auth_type PASS"],
    bad: ["auth_type NONE", "auth_type pass"],
  },
  {
    name: "auth_pass",
    args: [arg("password", password)],
    since: "1.1.10",
    doc: text(
      "The shared password; it must be the same on all nodes, or each discards the other's adverts and both become MASTER. Only the first 8 characters count: a longer password is cut, so two long ones with the same beginning are equal, and anyone on the network can read it.",
      "共享密码，所有节点必须一致，否则彼此丢弃对方的通告，双方都成为 MASTER。只有前 8 个字符有效：更长的密码会被截断，开头相同的两个长密码实际上相同；同一网段上的任何人都能抓包看到它。",
    ),
    link: manual("VRRP_instance(s)"),
    ok: ["auth_pass s3cr3t01"],
    bad: ["auth_pass waytoolongpassword"],
  },
];

/** `auth_hmac { … }`: keyed hashes over adverts, since 2.4 (keepalived/vrrp/vrrp_parser.c). */
export const authHmac: readonly Keyword[] = [
  {
    name: "key",
    args: [arg("id", integer({ min: 1, max: 255 })), arg("key", hmacKey)],
    repeat: true,
    since: "2.4.0",
    doc: text(
      "A signing key with its number: plain text, `hex:` followed by digits, or `file:` followed by a path, which keeps the secret out of the configuration. All nodes need the same keys under the same numbers; list several while you rotate. A key file that group or others can read is refused as a security problem.",
      "签名密钥及其编号：可以是普通文本、`hex:` 加十六进制，或 `file:` 加路径（密钥不必出现在配置里）。所有节点上相同编号的密钥必须相同；轮换期间可以同时列出多个。组用户或其他用户可读的密钥文件会被当作安全问题拒绝。",
    ),
    link: manual("VRRP_instance(s)"),
    ok: [
      "key 1 0123456789abcdef0123456789abcdef",
      "key 2 hex:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    ],
    bad: ["key 1 tooshort", "key 300 0123456789abcdef0123456789abcdef"],
  },
  {
    name: "active_key",
    args: [arg("number", integer({ min: 1, max: 255 }))],
    required: true,
    default: "0",
    since: "2.4.0",
    doc: text(
      "The number of the key this node signs its adverts with; received adverts may be signed with any listed key. To rotate: add the new key on all nodes first, then move `active_key` node by node, then drop the old key. If the number has no `key` line, the whole block is removed.",
      "本节点用于签名通告的密钥编号；收到的通告可以使用任一已列出的密钥。轮换步骤：先在所有节点加入新密钥，再逐台切换 `active_key`，最后删除旧密钥。如果该编号没有对应的 `key` 行，整个块会被移除。",
    ),
    link: manual("VRRP_instance(s)"),
    ok: ["active_key 1"],
    bad: ["active_key 0", "active_key 9"],
  },
  {
    name: "time_window",
    args: [arg("seconds", integer({ min: 1, max: 300, unit: "s" }))],
    default: text("3 × the whole seconds of advert_int, from 5 to 300", "3 × advert_int 的整数秒，限于 5 到 300"),
    since: "2.4.0",
    doc: text(
      "How old or how far ahead a signed advert may be before it is discarded as a replay; only used with `anti_replay time`. Keep it above the largest clock difference between the nodes, or they reject each other and both become MASTER.",
      "签名通告允许的时间偏差，超出即视为重放而丢弃；只在 `anti_replay time` 下有效。要大于节点之间可能的最大时钟偏差，否则会互相拒绝，双方都成为 MASTER。",
    ),
    link: manual("VRRP_instance(s)"),
    ok: ["time_window 10"],
    bad: ["time_window 0", "time_window 301"],
  },
  {
    name: "anti_replay",
    args: [arg("choice", oneOf(["time", "monotonic"]))],
    default: "time",
    since: "2.4.0",
    doc: text(
      "How repeated old adverts are recognised: `time` compares a timestamp with the local clock and therefore needs NTP on all nodes; `monotonic` only demands that sequence numbers keep growing.",
      "识别重放通告的方式：`time` 把时间戳与本地时钟比较，因此所有节点都要做 NTP 同步；`monotonic` 只要求序号持续增大。",
    ),
    link: manual("VRRP_instance(s)"),
    ok: ["anti_replay time", "anti_replay monotonic"],
    bad: ["anti_replay never"],
  },
  {
    name: "mode",
    args: [arg("choice", oneOf(["enforce", "permissive", "receive-only"]))],
    default: "enforce",
    since: "2.4.0",
    doc: text(
      "How strictly signatures are demanded. `enforce` drops unsigned adverts; `permissive` signs but still accepts unsigned ones; `receive-only` accepts both and signs nothing. To introduce signing without an outage, take all nodes through `receive-only`, `permissive` and `enforce`, one sweep each; strict mode allows only `enforce`.",
      "对签名的要求程度。`enforce` 丢弃未签名的通告；`permissive` 自己签名，但仍接受未签名的；`receive-only` 两种都接受，自己不签名。要不中断地启用签名，请让所有节点依次经过 `receive-only`、`permissive`、`enforce` 三轮；严格模式只允许 `enforce`。",
    ),
    link: manual("VRRP_instance(s)"),
    ok: ["mode permissive", "mode enforce"],
    bad: ["mode off"],
  },
];
