/** ACLs that every section has (src/acl.c: default_acl_list). */
import { text } from "../../../text/localized.ts";
import { predefinedEntries } from "./aclTable.ts";

export const predefinedAcls = predefinedEntries([
  {
    name: "TRUE",
    equivalent: "always_true",
    since: "1.5",
    doc: text(
      "Always matches. Serves as a placeholder for a real condition during tests.",
      "恒成立，测试时可作条件占位。",
    ),
  },
  {
    name: "FALSE",
    equivalent: "always_false",
    since: "1.5",
    doc: text(
      "Never matches. Switches a rule off for a while without deleting it.",
      "恒不成立，可在不删除规则的情况下停用它。",
    ),
  },
  {
    name: "LOCALHOST",
    equivalent: "src 127.0.0.1/8 ::1",
    since: "1.5",
    doc: text(
      "Client address is `127.0.0.0/8` or `::1`. Behind a local proxy every client looks local, so do not guard admin pages with it alone.",
      "客户端地址为 `127.0.0.0/8` 或 `::1`。若前面有本机代理，所有客户端都像本机，不能单独用来保护管理页面。",
    ),
  },
  {
    name: "HTTP",
    equivalent: "req.proto_http",
    since: "1.5",
    doc: text(
      "Request buffer holds a valid HTTP request; in TCP mode rules wait for it with `inspect-delay`.",
      "请求缓冲区中是有效的 HTTP 请求；TCP 模式下配合 `inspect-delay` 等待判断。",
    ),
  },
  {
    name: "HTTP_1.0",
    equivalent: "req.ver 1.0",
    since: "1.5",
    doc: text(
      "Request uses HTTP version 1.0. Often old scripts or health checkers.",
      "请求使用 HTTP 1.0，多见于旧脚本或健康检查工具。",
    ),
  },
  {
    name: "HTTP_1.1",
    equivalent: "req.ver 1.1",
    since: "1.5",
    doc: text(
      "Request uses HTTP version 1.1, whatever the version towards the server is.",
      "请求使用 HTTP 1.1，与到服务器所用的版本无关。",
    ),
  },
  {
    name: "HTTP_2.0",
    equivalent: "req.ver 2.0",
    since: "2.4",
    doc: text(
      "Request arrived over HTTP/2, clear text or TLS, so its version reads 2.0.",
      "请求经 HTTP/2 到达，版本号为 2.0。",
    ),
  },
  {
    name: "HTTP_3.0",
    equivalent: "req.ver 3.0",
    since: "2.9",
    doc: text(
      "Request arrived over HTTP/3 (QUIC), so its version reads 3.0.",
      "请求经 HTTP/3（QUIC）到达，版本号为 3.0。",
    ),
  },
  {
    name: "METH_CONNECT",
    equivalent: "method CONNECT",
    since: "1.5",
    doc: text(
      "Request method is `CONNECT`, used to open tunnels. Refuse it unless HAProxy fronts a forward proxy.",
      "请求方法为 `CONNECT`，用于建立隧道。除非后面是正向代理，否则应拒绝。",
    ),
  },
  {
    name: "METH_DELETE",
    equivalent: "method DELETE",
    since: "1.7",
    doc: text(
      "Request method is `DELETE`, which most public sites need not accept.",
      "请求方法为 `DELETE`，多数公开站点无需接受。",
    ),
  },
  {
    name: "METH_GET",
    equivalent: "method GET HEAD",
    since: "1.5",
    doc: text(
      "Request method is `GET` or `HEAD`. Write `method GET` to exclude `HEAD`.",
      "请求方法为 `GET` 或 `HEAD`；若要排除 `HEAD`，请写 `method GET`。",
    ),
  },
  {
    name: "METH_HEAD",
    equivalent: "method HEAD",
    since: "1.5",
    doc: text("Request method is `HEAD`, that is headers without a body.", "请求方法为 `HEAD`，即只要头部不要正文。"),
  },
  {
    name: "METH_OPTIONS",
    equivalent: "method OPTIONS",
    since: "1.5",
    doc: text(
      "Request method is `OPTIONS`, typically a CORS preflight from a browser.",
      "请求方法为 `OPTIONS`，通常是浏览器的 CORS 预检请求。",
    ),
  },
  {
    name: "METH_POST",
    equivalent: "method POST",
    since: "1.5",
    doc: text(
      "Request method is `POST`. `PUT` and `PATCH` are not included.",
      "请求方法为 `POST`，不包含 `PUT` 与 `PATCH`。",
    ),
  },
  {
    name: "METH_PUT",
    equivalent: "method PUT",
    since: "1.7",
    doc: text("Request method is `PUT`, which many sites need not accept.", "请求方法为 `PUT`，许多站点无需接受。"),
  },
  {
    name: "METH_TRACE",
    equivalent: "method TRACE",
    since: "1.5",
    doc: text(
      "Request method is `TRACE`, which echoes the request. Commonly refused for security.",
      "请求方法为 `TRACE`，会回显请求内容，出于安全通常拒绝。",
    ),
  },
  {
    name: "HTTP_URL_ABS",
    equivalent: "url_reg ^[^/:]*://",
    since: "1.5",
    doc: text(
      "URL is absolute with a scheme, as sent to forward proxies. HTTP/2 requests often look this way too.",
      "URL 为带协议的绝对形式，常见于发往正向代理的请求；HTTP/2 请求也常如此。",
    ),
  },
  {
    name: "HTTP_URL_SLASH",
    equivalent: "url_beg /",
    since: "1.5",
    doc: text(
      "URL begins with a slash, the usual form of an HTTP/1 request.",
      "URL 以斜杠开头，即 HTTP/1 请求的常见形式。",
    ),
  },
  {
    name: "HTTP_URL_STAR",
    equivalent: "url *",
    since: "1.5",
    doc: text(
      "URL is a bare `*`, which only makes sense with `OPTIONS`.",
      "URL 仅为 `*`，只在 `OPTIONS` 请求中有意义。",
    ),
  },
  {
    name: "HTTP_CONTENT",
    equivalent: "req.hdr_val(content-length) gt 0",
    since: "1.5",
    doc: text(
      "Request has a `Content-Length` above zero. Chunked bodies carry no length and are missed.",
      "请求的 `Content-Length` 大于 0。分块传输没有长度，不会被识别。",
    ),
  },
  {
    name: "RDP_COOKIE",
    equivalent: "req.rdp_cookie_cnt gt 0",
    since: "1.5",
    doc: text(
      "Request buffer holds an RDP cookie. Wait for it in TCP mode before choosing a terminal server.",
      "请求缓冲区中有 RDP Cookie。TCP 模式下可等待它再选择终端服务器。",
    ),
  },
  {
    name: "REQ_CONTENT",
    equivalent: "req.len gt 0",
    since: "1.5",
    doc: text(
      "Request buffer holds at least one byte. Tells clients that speak first from those that wait.",
      "请求缓冲区中至少有一个字节，可区分先发言的客户端与等待服务器的客户端。",
    ),
  },
  {
    name: "WAIT_END",
    equivalent: "wait_end",
    since: "1.5",
    doc: text(
      "True once `inspect-delay` has elapsed. Put it last, to delay a verdict or to end the waiting.",
      "`inspect-delay` 到期后成立。应放在条件最后，用于推迟裁决或结束等待。",
    ),
  },
]);
