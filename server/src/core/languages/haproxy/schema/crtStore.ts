/** What follows `load` in a `crt-store`. */
import { arg, type Keyword } from "../../../schema/spec.ts";
import type { Value } from "../../../schema/value.ts";
import { refer } from "../../../schema/values/name.ts";
import { word } from "../../../schema/values/word.ts";
import { text } from "../../../text/localized.ts";
import { choice } from "../values/choices.ts";
import { integer } from "../values/integer.ts";
import { commaSeparated } from "../values/list.ts";
import { requires } from "../values/requires.ts";
import { settings } from "../values/settings.ts";
import { file } from "../values/text.ts";
import { manual } from "./link.ts";

const loadOptions: readonly Keyword[] = [
  {
    name: "crt",
    args: [arg("filename", file())],
    since: "3.0",
    doc: text(
      "PEM file with the certificate and optionally chain and private key; mandatory on every `load`. Relative paths start at `crt-base` of the store.",
      "含证书的 PEM 文件，可同时含证书链和私钥；每个 `load` 都必须有。相对路径以该存储的 `crt-base` 为起点。",
    ),
    link: manual("12.7.1", "crt"),
    ok: [],
    bad: ["alias web"],
  },
  {
    name: "acme",
    args: [arg("section", refer("acme"))],
    since: "3.2",
    doc: text(
      "Obtains and renews this certificate over ACME with the named `acme` section. Experimental; with it HAProxy starts on a temporary key pair when the file does not exist yet (3.3 and later).",
      "用指定的 `acme` 段通过 ACME 申请和续期此证书。实验特性；文件尚不存在时会先用临时密钥对启动（3.3 起）。",
    ),
    link: manual("12.7.1", "acme"),
    ok: [],
    bad: [],
  },
  {
    name: "alias",
    args: [arg("alias", word("STRING"))],
    since: "3.0",
    doc: text(
      "Short name for the certificate, used as `@<store>/<alias>` (`@/<alias>` in the unnamed store) wherever a certificate is expected.",
      "证书的短名称，在需要证书的地方写作 `@<存储>/<别名>`（未命名的存储写 `@/<别名>`）。",
    ),
    link: manual("12.7.1", "alias"),
    ok: [],
    bad: ["alias web"],
  },
  {
    name: "domains",
    args: [arg("domains", commaSeparated(word("STRING")))],
    since: "3.2",
    doc: text(
      "Host names to request in the ACME certificate, separated by commas; the first becomes the common name. Without `acme` it has no effect.",
      "ACME 证书要包含的主机名，用逗号分隔，第一个作为 CN。没有 `acme` 时不起作用。",
    ),
    link: manual("12.7.1", "domains"),
    ok: [],
    bad: ["domains www.example.com"],
  },
  {
    name: "ips",
    args: [arg("ips", commaSeparated(word("ADDRESS")))],
    since: "3.4",
    doc: text(
      "IP addresses to request in the ACME certificate, separated by commas. Authorities usually grant them only with a short-lived profile. The text is not checked at start.",
      "ACME 证书要包含的 IP 地址，用逗号分隔。CA 通常只在短有效期配置下签发；启动时不校验内容。",
    ),
    link: manual("12.7.1", "ips"),
    ok: ["crt web.pem generate-dummy on ips 192.0.2.1,2001:db8::1"],
    bad: ["ips 192.0.2.1"],
  },
  {
    name: "key",
    args: [arg("filename", file())],
    since: "3.0",
    doc: text(
      "PEM file with the private key when it is not in `crt`; it wins over a key found there.",
      "私钥不在 `crt` 文件中时的私钥 PEM 文件；若两处都有，以此处为准。",
    ),
    link: manual("12.7.1", "key"),
    ok: [],
    bad: ["crt web.pem generate-dummy on key /dev/null"],
  },
  {
    name: "ocsp",
    args: [arg("filename", file())],
    since: "3.0",
    doc: text(
      "File with an OCSP response in DER form for stapling. It may be empty and be filled later over the runtime API or by `ocsp-update`.",
      "用于 OCSP 装订的响应文件（DER）。可以为空，之后由运行时 API 或 `ocsp-update` 填入。",
    ),
    link: manual("12.7.1", "ocsp"),
    ok: [],
    bad: [],
  },
  {
    name: "issuer",
    args: [arg("filename", file())],
    since: "3.0",
    doc: text(
      "PEM with the issuer's certificate, needed for OCSP when the chain in `crt` does not contain it.",
      "签发者证书的 PEM；当 `crt` 的证书链中没有它而又需要 OCSP 时使用。",
    ),
    link: manual("12.7.1", "issuer"),
    ok: [],
    bad: ["crt web.pem generate-dummy on issuer /dev/null"],
  },
  {
    name: "sctl",
    args: [arg("filename", file())],
    since: "3.0",
    doc: text(
      "File with Signed Certificate Timestamps to send for Certificate Transparency. The syntax is checked, the signatures are not.",
      "证书透明度所需的 SCT 列表文件。只检查语法，不验证签名。",
    ),
    link: manual("12.7.1", "sctl"),
    ok: [],
    bad: ["crt web.pem generate-dummy on sctl /dev/null"],
  },
  {
    name: "ocsp-update",
    args: [arg("choice", choice(["on", "off"]))],
    default: "off",
    since: "3.0",
    doc: text(
      "With `on`, fetches and renews the OCSP response for stapling by itself, at most every 5 minutes and at least hourly by default. The issuer must be known; a certificate used twice needs the same value.",
      "设为 `on` 时自动获取并更新用于装订的 OCSP 响应，默认最短 5 分钟、最长 1 小时一次。需要知道签发者；同一证书多处使用时取值必须一致。",
    ),
    link: manual("12.7.1", "ocsp-update"),
    ok: [],
    bad: ["ocsp-update maybe", "ocsp-update"],
  },
  {
    name: "jwt",
    args: [arg("choice", choice(["on", "off"]))],
    default: "off",
    since: "3.3",
    doc: text(
      "With `on`, lets `jwt_verify_cert` and `jwt_decrypt_cert` use this certificate. It can then not be deleted over the runtime API.",
      "设为 `on` 时允许 `jwt_verify_cert` 和 `jwt_decrypt_cert` 使用此证书，此后不能通过运行时 API 删除。",
    ),
    link: manual("12.7.1", "jwt"),
    ok: [],
    bad: ["jwt maybe", "jwt"],
  },
  {
    name: "generate-dummy",
    args: [arg("choice", choice(["on", "off"]))],
    default: "off",
    since: "3.4",
    doc: text(
      "With `on`, creates a self-signed certificate under the name given by `crt` at start instead of reading a file. For tests only; clients will not trust it.",
      "设为 `on` 时不读文件，启动时按 `crt` 的名称生成自签名证书。仅用于测试，客户端不会信任它。",
    ),
    link: manual("12.7.1", "generate-dummy"),
    ok: ["crt web.pem generate-dummy on"],
    bad: ["crt web.pem generate-dummy maybe", "crt web.pem generate-dummy"],
  },
  {
    name: "keytype",
    args: [arg("choice", choice(["RSA", "ECDSA"]))],
    default: "RSA",
    since: "3.4",
    doc: text(
      "Kind of key that `generate-dummy` creates; the spelling is in capitals. Ignored otherwise.",
      "`generate-dummy` 生成的密钥类型，必须大写。其他情况下忽略。",
    ),
    link: manual("12.7.1", "keytype"),
    ok: ["crt web.pem generate-dummy on keytype RSA", "crt web.pem generate-dummy on keytype ECDSA"],
    bad: ["crt web.pem generate-dummy on keytype DSA", "crt web.pem generate-dummy on keytype rsa"],
  },
  {
    name: "bits",
    args: [arg("number", integer())],
    default: "2048",
    since: "3.4",
    doc: text(
      "Size of the RSA key that `generate-dummy` creates. Large sizes slow the start; below about 512 OpenSSL refuses.",
      "`generate-dummy` 生成的 RSA 密钥位数。过大会拖慢启动；大约低于 512 时 OpenSSL 会拒绝。",
    ),
    link: manual("12.7.1", "bits"),
    ok: ["crt web.pem generate-dummy on bits 2048"],
    bad: ["crt web.pem generate-dummy on bits x", "crt web.pem generate-dummy on bits -1"],
  },
  {
    name: "curves",
    args: [arg("curves", word("STRING"))],
    default: "P-384",
    since: "3.4",
    doc: text(
      "Curve of the ECDSA key that `generate-dummy` creates. Ignored with RSA.",
      "`generate-dummy` 生成的 ECDSA 密钥所用曲线。RSA 时忽略。",
    ),
    link: manual("12.7.1", "curves"),
    ok: ["crt web.pem generate-dummy on keytype ECDSA curves P-256"],
    bad: [],
  },
];

const line = requires(settings(loadOptions, "load"), "crt", "generate-dummy");

export const loadLine = (): Value => line;
