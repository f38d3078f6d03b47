/** Reads what names a service or a server, and what persistence goes by (parse_options in ipvsadm.c). */
import type { Word } from "../../../syntax/ast.ts";
import { fill, type Text, text } from "../../../text/localized.ts";
import { type Endpoint, formatEndpoint, type Protocol, type Refusal, readEndpoint, readHost } from "./address.ts";
import { type Draft, type Mend, readNumber } from "./draft.ts";
import { instead, refuse, remark } from "./faults.ts";

const refusals: Readonly<Record<Refusal["why"], Text>> = {
  number: text('"{0}" is only a number: an address must stand here', '"{0}"只是一个数字，此处应为地址'),
  bracket: text('"{0}" lacks a closing bracket', '"{0}"缺少右方括号'),
  "behind-bracket": text('":" and a port must stand behind the bracket', '右方括号之后必须写":"和端口'),
  address: text('"{0}" is not an address', '"{0}"不是有效地址'),
  port: text('Port "{0}" is not within 0–65535', '端口"{0}"不在 0–65535 范围内'),
  "port-name": text(
    'Port "{0}" must stand in the host\'s list of services, or be a number',
    '端口"{0}"须在主机的服务列表中，或写成数字',
  ),
  null: text('"{0}" comes from saving a name that was not found', '"{0}"是保存时未能解析名称留下的'),
};

const messages = {
  lenient: text('"{0}" is read as {1}', '"{0}"会被读作 {1}'),
  lostPort: text(
    'Port "{0}" is not read behind an IPv4 address in brackets',
    '方括号中的 IPv4 地址之后的端口"{0}"不会被读取',
  ),
  host: text('"{0}" is looked up when the rules are read', '"{0}"在读取规则时才会解析'),
  port: text('"{0}" stands for port {1}; "ipvsadm -S -n" saves numbers', '"{0}"即端口 {1}，"ipvsadm -S -n"会保存数字'),
  early: text(
    'Without a port it gets port 0: "{0}" stands before the service',
    '未写端口会得到端口 0，因为"{0}"写在服务之前',
  ),
  mark: text('Mark "{0}" is not within 1–4294967295', '标记"{0}"不在 1–4294967295 范围内'),
  negative: text('Mark "{0}" is saved as {1}, which cannot be read again', '标记"{0}"会被保存为 {1}，无法再读回'),
  seconds: text('"{0}" is not within 1–2678400 seconds', '"{0}"不在 1–2678400 秒范围内'),
  prefix: text('Prefix length "{0}" is not within 1–128', '前缀长度"{0}"不在 1–128 范围内'),
  mask: text('"{0}" is not a mask', '"{0}"不是有效掩码'),
  readMask: text('"{0}" is read as the mask {1}', '"{0}"会被读作掩码 {1}'),
};

/** The address of a service, as the protocol of its option reads it. */
export function readService(draft: Draft, value: Word | undefined, protocol: Protocol): void {
  draft.protocol = protocol;
  const read = value === undefined ? undefined : endpoint(draft, value, protocol);
  if (read === undefined) return;
  draft.host = read.host;
  draft.family = read.family;
  draft.port = read.port ?? 0;
  if (read.family === 6) draft.netmask = "128";
}

/** The address of a server. It takes its port from the service, if that stands before it. */
export function readServer(draft: Draft, value: Word | undefined, option: Word): void {
  const protocol = draft.mark > 0 ? "tcp" : draft.protocol;
  const read = value === undefined ? undefined : endpoint(draft, value, protocol);
  if (read === undefined || value === undefined) return;
  draft.serverHost = read.host;
  draft.serverFamily = read.family;
  draft.serverPort = read.port ?? draft.port;
  if (read.port === undefined && !draft.given.has("service-address")) {
    remark(draft, "early-server", value, fill(messages.early, option.raw), { severity: "warning" });
  }
}

export function readMark(draft: Draft, value: Word | undefined): void {
  if (value === undefined) return;
  const mark = readNumber(value.value, 1, 4_294_967_295);
  draft.family = 4;
  if (mark === undefined) {
    if (value.unknown !== true) refuse(draft, "invalid-mark", value, fill(messages.mark, value.value));
    return;
  }
  draft.mark = mark;
  if (mark > 2_147_483_647) {
    const saved = mark - 4_294_967_296;
    remark(draft, "negative-mark", value, fill(messages.negative, value.value, saved), { severity: "warning" });
  }
}

export function readPersistence(draft: Draft, value: Word | undefined): void {
  draft.persistence = 360;
  if (value === undefined) return;
  const seconds = readNumber(value.value, 1, 2_678_400);
  if (seconds === undefined) refuse(draft, "invalid-persistence", value, fill(messages.seconds, value.value));
  else draft.persistence = seconds;
}

/** Of IPv6 a prefix length, if the service stands before it; otherwise a mask, however few its parts. */
export function readNetmask(draft: Draft, value: Word | undefined): void {
  if (value === undefined) return;
  if (draft.family === 6) {
    // atoi: what follows the digits is not looked at.
    const length = Number.parseInt(/^[+-]?\d+/.exec(value.value)?.[0] ?? "0", 10);
    if (length < 1 || length > 128) refuse(draft, "invalid-netmask", value, fill(messages.prefix, value.value));
    else draft.netmask = String(length);
    return;
  }
  const mask = readHost(value.value);
  if (mask === undefined) {
    refuse(draft, "invalid-netmask", value, fill(messages.mask, value.value), maskMend(value));
    return;
  }
  if (mask.kind === "name") draft.certain = false;
  else if (!isMask(mask.text)) {
    const facts = { severity: "warning" as const, mends: maskMend(value) };
    remark(draft, "strange-netmask", value, fill(messages.readMask, value.value, mask.text), facts);
  }
  draft.netmask = mask.text;
}

/** Ones, then zeros. */
function isMask(mask: string): boolean {
  const bits = mask
    .split(".")
    .map((part) => Number(part).toString(2).padStart(8, "0"))
    .join("");
  return /^1+0*$/.test(bits);
}

/** For the length of a prefix, the mask that it means. */
function maskMend(value: Word): readonly Mend[] {
  const length = Number(/^\/?(\d+)$/.exec(value.value)?.[1] ?? 0);
  if (length < 1 || length > 32) return [];
  const bits = "1".repeat(length).padEnd(32, "0");
  const parts = [0, 8, 16, 24].map((at) => Number.parseInt(bits.slice(at, at + 8), 2));
  return [instead(value, parts.join("."))];
}

/** Reads an endpoint and says what is to be said of it; undefined where it is none. */
function endpoint(draft: Draft, value: Word, protocol: Protocol | undefined): Endpoint | undefined {
  if (value.unknown === true) {
    draft.certain = false;
    return undefined;
  }
  const read = readEndpoint(value.value, protocol);
  const at = (start: number, end: number) => ({ start: value.start + start, end: value.start + end });
  if (read.kind === "endpoint") {
    remarks(draft, value, read);
    return read;
  }
  const written = value.value.slice(read.start, read.end);
  const range = read.end > read.start ? at(read.start, read.end) : value;
  if (read.why === "port-name") {
    draft.certain = false;
    remark(draft, "port-name", range, fill(refusals[read.why], written), { severity: "warning" });
    return undefined;
  }
  refuse(draft, "invalid-address", range, fill(refusals[read.why], written === "" ? value.value : written));
  return undefined;
}

function remarks(draft: Draft, value: Word, read: Endpoint): void {
  const hostAt = { start: value.start, end: value.start + read.hostEnd };
  const written = value.value.slice(0, read.hostEnd);
  if (read.host.kind === "name") {
    draft.certain = false;
    remark(draft, "host-name", hostAt, fill(messages.host, read.host.text), { severity: "information" });
  } else if (read.family === 4 && read.lostPort === undefined && written !== read.host.text) {
    const facts = { severity: "warning" as const, mends: [instead(hostAt, read.host.text)] };
    remark(draft, "lenient-address", hostAt, fill(messages.lenient, written, read.host.text), facts);
  }
  if (read.lostPort !== undefined) {
    const mends = [instead(value, `${formatEndpoint(read.host, 4, undefined)}:${read.lostPort}`)];
    const range = { start: value.end - read.lostPort.length, end: value.end };
    const at = read.lostPort === "" ? value : range;
    remark(draft, "lost-port", at, fill(messages.lostPort, read.lostPort), { severity: "warning", mends });
  }
  if (read.portName !== undefined) {
    const range = { start: value.end - read.portName.length, end: value.end };
    const facts = { severity: "information" as const, mends: [instead(range, String(read.port), "safe")] };
    remark(draft, "port-name", range, fill(messages.port, read.portName, read.port ?? 0), facts);
  }
}
