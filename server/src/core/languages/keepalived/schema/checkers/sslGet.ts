/** Keywords of the checker `SSL_GET`: those of `HTTP_GET`, some with another meaning over TLS, and one of its own. */

import { type Keyword, keywords, optional, vary } from "../../../../schema/spec.ts";
import { bool } from "../../../../schema/values/choice.ts";
import { text } from "../../../../text/localized.ts";
import { manual } from "../link.ts";
import { httpGet, httpUrl } from "./httpGet.ts";

/** `url { … }` of `SSL_GET`. */
const sslUrl: readonly Keyword[] = [
  ...vary(httpUrl, {
    virtualhost: {
      doc: text(
        "Host name for this page alone; it wins over the ones set in the checker, the real server and the service. With `enable_sni` it is also the name of the TLS handshake.",
        "仅用于该页面的主机名，优先于检查器、真实服务器和虚拟服务器中的设置。启用 `enable_sni` 时也用作 TLS 握手的名称。",
      ),
    },
  }),
  {
    name: "tls_compliant",
    args: [optional("switch", bool())],
    default: "off",
    since: "2.2.8",
    doc: text(
      "As `tls_compliant` of the checker, for this page alone: ends the TLS session with a proper close notification.",
      "与检查器的 `tls_compliant` 相同，但只对该页面有效：用正常的关闭通知结束 TLS 会话。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["tls_compliant"],
    bad: ["tls_compliant maybe"],
  },
];

/** `SSL_GET { … }`: a page answers over TLS (keepalived/check/check_http.c). */
export const sslGet: readonly Keyword[] = [
  ...vary(httpGet, {
    virtualhost: {
      doc: text(
        "Host name for the `Host` header of all pages of this check and, with `enable_sni`, for the TLS handshake. A `url` may set its own.",
        "该检查所有页面使用的 `Host` 头主机名；启用 `enable_sni` 时也用于 TLS 握手。`url` 里可再单独覆盖。",
      ),
    },
    enable_sni: {
      doc: text(
        "Sends the host name in the TLS handshake, needed when the server picks the certificate or the site by name; otherwise the handshake fails or the wrong site is tested. The name is the `virtualhost` of the `url`, the checker or the `virtual_server`; one set in `real_server` is not used.",
        "在 TLS 握手中发送主机名。服务器按名称选择证书或站点时必须启用，否则握手失败或检查到错误的站点。名称取自 `url`、检查器或 `virtual_server` 的 `virtualhost`；写在 `real_server` 里的不会被使用。",
      ),
    },
    sni_name: {
      doc: text(
        "Name sent in the TLS handshake when it must differ from the `Host` header; it switches SNI on by itself. Too new for most installed versions, which report it as unknown: use `enable_sni` with `virtualhost` there.",
        "TLS 握手中发送的名称需要与 `Host` 头不同时使用，写了即自动启用 SNI。非常新，多数已安装的版本会报未知关键字，那时请用 `enable_sni` 加 `virtualhost`。",
      ),
    },
    url: {
      body: keywords(sslUrl),
      doc: text(
        "One page to fetch over TLS, with its `path` and what counts as a good answer. Repeat the block for more pages: all must pass, and they are checked one after the other.",
        "通过 TLS 获取的一个页面，写明 `path` 以及怎样算正常应答。可重复写多个块：必须全部通过，并且逐个依次检查。",
      ),
    },
  }),
  {
    name: "tls_compliant",
    args: [optional("switch", bool())],
    default: "off",
    since: "2.2.8",
    doc: text(
      "Ends each TLS session with a proper close notification instead of just dropping it. Turn it on when the web server fills its log with unexpected end-of-file errors from the checks.",
      "结束 TLS 会话时发送正常的关闭通知，而不是直接断开。当 Web 服务器日志里充满由检查引起的意外断开错误时启用。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["tls_compliant"],
    bad: ["tls_compliant maybe"],
  },
];
