/** Keywords of the root block `SSL`. */
import { arg, type Keyword } from "../../../schema/spec.ts";
import { word } from "../../../schema/values/word.ts";
import { text } from "../../../text/localized.ts";
import { manual } from "./link.ts";

/** `SSL { … }`: the client certificate of SSL_GET (keepalived/check/check_parser.c). */
export const ssl: readonly Keyword[] = [
  {
    name: "password",
    args: [arg("path", word("PATH"))],
    duplicate: "last-wins-reported",
    since: "1.1.10",
    doc: text(
      "The passphrase that unlocks the private key named by `key`. It stands here in plain text, so let only root read the configuration file.",
      "解锁 `key` 所指私钥的口令。它以明文写在这里，因此配置文件应只允许 root 读取。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["password s3cret"],
    bad: [],
  },
  {
    name: "ca",
    args: [arg("path", word("PATH"))],
    duplicate: "last-wins-reported",
    since: "1.1.10",
    doc: text(
      "File with the CA certificates for `SSL_GET` checks, in PEM format. It does not make the check refuse a server with an untrusted or expired certificate: keepalived never switches peer verification on.",
      "`SSL_GET` 检查所用的 CA 证书文件（PEM 格式）。它并不会让检查拒绝证书不受信任或已过期的服务器：keepalived 没有开启对端证书校验。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["ca /etc/ssl/certs/ca-certificates.crt"],
    bad: [],
  },
  {
    name: "certificate",
    args: [arg("path", word("PATH"))],
    duplicate: "last-wins-reported",
    since: "1.1.10",
    doc: text(
      "Client certificate, as a PEM file with its chain, that `SSL_GET` checks present to servers asking for one. It needs the matching `key`.",
      "`SSL_GET` 检查在服务器要求时出示的客户端证书（PEM 文件，可含证书链）。必须与 `key` 配对。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["certificate /etc/keepalived/client.pem"],
    bad: [],
  },
  {
    name: "key",
    args: [arg("path", word("PATH"))],
    duplicate: "last-wins-reported",
    since: "1.1.10",
    doc: text(
      "Private key, as a PEM file, that belongs to `certificate`. If it is encrypted, give the passphrase with `password`.",
      "与 `certificate` 配对的私钥（PEM 文件）。如果私钥已加密，用 `password` 给出口令。",
    ),
    link: manual("Virtual_server(s)"),
    ok: ["key /etc/keepalived/client.key"],
    bad: [],
  },
];
