/** Small value kinds that only keepalived.conf has. */
import { type Family, isMulticast, parseAddress } from "../../../net/address.ts";
import type { Value } from "../../../schema/value.ts";
import { replaceBy } from "../../../schema/values/choice.ts";
import { splitQuoted } from "../../../schema/values/script.ts";
import { byteLength, word } from "../../../schema/values/word.ts";
import { fill, type Text, text } from "../../../text/localized.ts";
import { nearest } from "../../../text/nearest.ts";
import { atLeast } from "../../../text/version.ts";
import { regexOptions } from "./lists.ts";

const noDigest = text('"{0}" is not an MD5 digest of 32 hexadecimal digits', '"{0}"不是 32 位十六进制的 MD5 摘要');
const noHex = text('"{0}" is not a row of hexadecimal bytes', '"{0}"不是十六进制字节序列');
const noStatus = text('"{0}" is not a status code or a range from 100 to 599', '"{0}"不是 100 到 599 的状态码或区间');
const noMask = text(
  '"{0}" is neither a dotted IPv4 netmask nor an IPv6 prefix length',
  '"{0}"既不是点分 IPv4 掩码，也不是 IPv6 前缀长度',
);
const noUmask = text('"{0}" is not a umask', '"{0}"不是有效的 umask');
const noCheck = text('"{0}" is not an include check', '"{0}"不是有效的 include 检查项');
const noKey = text("The key must have 32 to 64 bytes, this one has {0}", "密钥长度应为 32 到 64 字节，当前为 {0}");
const cutPassword = text('Only the first {0} characters count: "{1}"', '只有前 {0} 个字符有效："{1}"');
const shorten = text("Remove what does not count", "删除无效部分");
const oneExpression = text("Expected one quoted expression", "此处应为一个加引号的表达式");
const silentOption = text('"{0}" is no option of the expression and is ignored', '"{0}"不是有效的表达式选项，会被忽略');
const noLocalMulticast = text(
  '"{0}" is neither an IPv4 multicast nor an IPv6 link-local multicast address',
  '"{0}"既不是 IPv4 组播地址，也不是 IPv6 链路本地组播地址',
);
const noLocalMulticast6 = text('"{0}" is not an IPv6 link-local multicast address', '"{0}"不是 IPv6 链路本地组播地址');
const emptyLabel = text(
  '"{0}" has an empty label, or one of a single letter at its beginning',
  '"{0}"含有空标签，或者首个标签只有一个字符',
);

/** check_http.c: digest_handler. */
export const digest: Value = word("MD5", { pattern: /^[\da-f]{32}$/i, expected: noDigest });

/** check_dns.c: dns_name_handler; it takes a dot at the second place for an empty label, too. */
export const domainName: Value = word("DNSNAME", { pattern: /^(?!\..)(?!.\.)(?!.*\.\.)/s, expected: emptyLabel });

/** check_parser.c: read_hex_str; `wildcard` lets `x` stand for any digit. */
export function hexBytes(wildcard: boolean): Value {
  const pattern = wildcard ? /^(?:[\da-fx]{2})+$/i : /^(?:[\da-f]{2})+$/i;
  return word("HEX", { pattern, expected: noHex });
}

/** check_http.c: status_code_handler. */
export const statusCode: Value = {
  signature: "CODE|CODE-CODE",
  token: "number",
  match(reader, name) {
    const found = reader.next();
    if (found === undefined) return;
    const [low = 0, high = low] = /^\d+(?:-\d+)?$/.test(found.value) ? found.value.split("-").map(Number) : [];
    if (low < 100 || high > 599 || low > high) {
      reader.report({ code: "invalid-value", ...found, message: fill(noStatus, found.value) });
    }
    reader.bind({ name, word: found, data: found.value, token: "number" });
  },
  suggest: () => ["200", "200-299", "204", "301", "302"].map((label) => ({ label, kind: "value" as const })),
};

/** check_parser.c: pgr_handler; a mask for IPv4, a length for IPv6. */
export const granularity: Value = {
  signature: "NETMASK|1-128",
  token: "number",
  match(reader, name) {
    const found = reader.next();
    if (found === undefined) return;
    const isLength = /^\d+$/.test(found.value) && Number(found.value) >= 1 && Number(found.value) <= 128;
    if (!isLength && parseAddress(found.value)?.family !== 4) {
      reader.report({ code: "invalid-value", ...found, message: fill(noMask, found.value) });
    }
    reader.bind({ name, word: found, data: found.value, token: "number" });
  },
};

const umaskBit = "I[RWX](?:USR|GRP|OTH)";
/** The names of three bits at once came with 2.2.8. */
const umaskBits = "IRWX[UGO]";

/** global_parser.c: umask_handler; one number up to 0777, or names of bits joined by `|`, with blanks or without. */
export const umask: Value = {
  signature: "0-0777|IRUSR|…",
  token: "number",
  match(reader, name) {
    const words = [...reader.left()];
    while (reader.next() !== undefined);
    const [first] = words;
    const last = words.at(-1);
    if (first === undefined || last === undefined) return;
    const written = words.map((word) => word.value).join(/^\d/.test(first.value) ? " " : "");
    const names = atLeast(reader.version, "2.2.8") ? `(?:${umaskBit}|${umaskBits})` : umaskBit;
    if (!isMode(written) && !new RegExp(`^${names}(?:\\|${names})*$`).test(written)) {
      reader.report({ code: "invalid-value", start: first.start, end: last.end, message: fill(noUmask, written) });
    }
    for (const word of words) reader.bind({ name, word, data: word.value, token: "number" });
  },
};

/** A number as strtol reads it with base 0, in nine bits. */
function isMode(text: string): boolean {
  if (/^0[0-7]*$/.test(text)) return Number.parseInt(text, 8) <= 0o777;
  return /^(?:0x[\da-f]+|[1-9]\d*)$/i.test(text) && Number(text) <= 0o777;
}

const includeChecks = ["read", "match", "wildcard_match", "brace_match"];

/** lib/parser.c: include_check_set; a bare word replaces the set and so may only come first. */
export const includeCheck: Value = {
  signature: "[+|-]read|match|wildcard_match|brace_match",
  token: "enumMember",
  match(reader, name) {
    let first = true;
    for (let found = reader.next(); found !== undefined; found = reader.next()) {
      const sign = /^[+-]/.test(found.value);
      if (!includeChecks.includes(found.value.replace(/^[+-]/, "")) || (!sign && !first)) {
        reader.report({ code: "invalid-value", ...found, message: fill(noCheck, found.value) });
      }
      reader.bind({ name, word: found, data: found.value, token: "enumMember" });
      first = false;
    }
  },
  suggest: () => includeChecks.map((label) => ({ label, kind: "value" as const })),
};

/** RFC 2338 leaves eight bytes for it. */
const passwordLength = 8;

/** vrrp_parser.c: vrrp_auth_pass_handler; what is too long is cut, so only the rest is marked. */
export const password: Value = {
  signature: "PASSWORD",
  token: "string",
  match(reader, name) {
    const found = reader.next();
    if (found === undefined) return;
    if (byteLength(found.value) > passwordLength) {
      const start = found.raw === found.value ? found.start + passwordLength : found.start;
      const message = fill(cutPassword, passwordLength, found.value.slice(0, passwordLength));
      const range = { start: Math.min(start, found.end - 1), end: found.end };
      const isPlain = found.raw === found.value && /^[ -~]*$/.test(found.value);
      const fixes = isPlain ? [{ title: shorten, safety: "safe" as const, edits: [reader.edit(range, "")] }] : [];
      reader.report({ code: "invalid-value", ...range, message, fixes });
    }
    reader.bind({ name, word: found, data: found.value, token: "string" });
  },
};

/** vrrp_parser.c: vrrp_auth_hmac_key_handler. Hexadecimal digits count half; a file's content is not known here. */
export const hmacKey: Value = {
  signature: "KEY|hex:DIGITS|file:PATH",
  token: "string",
  match(reader, name) {
    const found = reader.next();
    if (found === undefined) return;
    const { value } = found;
    const length = value.startsWith("hex:") ? (value.length - 4) / 2 : value.length;
    if (!value.startsWith("file:") && (length < 32 || length > 64)) {
      reader.report({ code: "invalid-value", ...found, message: fill(noKey, length) });
    }
    reader.bind({ name, word: found, data: value, token: "string" });
  },
};

/** check_http.c: regex_handler; the raw line is split again, and exactly one word must come out. */
export const regularExpression: Value = {
  signature: '"REGEX"',
  token: "string",
  match(reader, name) {
    const raw = reader.rawLeft();
    const first = reader.peek();
    while (reader.next() !== undefined);
    const { words, unclosed } = splitQuoted(raw.text, raw.start);
    const [expression] = words;
    const place = unclosed ?? words[1] ?? first;
    if ((unclosed !== undefined || words.length !== 1) && place !== undefined) {
      reader.report({ code: "invalid-value", start: place.start, end: place.end, message: oneExpression });
    }
    if (expression !== undefined) reader.bind({ name, word: expression, data: expression.value, token: "string" });
  },
};

/** The daemon ignores an option that it does not know; what was meant is lost all the same. */
export const regexOption: Value = {
  signature: "OPTION",
  token: "enumMember",
  match(reader, name) {
    const found = reader.next();
    if (found === undefined) return;
    if (!regexOptions.includes(found.value)) {
      const meant = nearest(found.value, regexOptions);
      reader.report({
        code: "invalid-value",
        severity: "warning",
        ...found,
        message: fill(silentOption, found.value),
        ...(meant === undefined ? {} : { fixes: [replaceBy(found, meant, reader)] }),
      });
    }
    reader.bind({ name, word: found, data: found.value, token: "enumMember" });
  },
  suggest: () => regexOptions.map((label) => ({ label, kind: "value" as const })),
};

/** vrrp_parser.c: vrrp_mcast_dst_ip handler. */
export const vrrpGroupAddress: Value = groupAddress(noLocalMulticast, [4, 6]);
/** global_parser.c: vrrp_mcast_group6_handler. */
export const vrrpGroupAddress6: Value = groupAddress(noLocalMulticast6, [6]);

function groupAddress(expected: Text, families: readonly Family[]): Value {
  return {
    signature: "MULTICAST-ADDRESS",
    token: "number",
    match(reader, name) {
      const found = reader.next();
      if (found === undefined) return;
      const address = parseAddress(found.value);
      const local = address?.family === 4 || (address !== undefined && ((address.bytes[1] ?? 0) & 0x0f) === 2);
      if (address === undefined || !families.includes(address.family) || !isMulticast(address) || !local) {
        reader.report({ code: "invalid-value", ...found, message: fill(expected, found.value) });
      }
      reader.bind({ name, word: found, data: found.value, token: "number" });
    },
  };
}

const users = ["root", "keepalived_script", "nobody"];

/** Whether the user exists is known only to the host. */
export const user: Value = word("USER", { examples: users });
export const group: Value = word("GROUP", {});
