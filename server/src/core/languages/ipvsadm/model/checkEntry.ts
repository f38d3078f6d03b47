/**
 * What is said of a rule as a whole: by ipvsadm before it hands it on (process_options in ipvsadm.c), and by the kernel
 * of the rule alone (net/netfilter/ipvs/ip_vs_ctl.c).
 */
import type { Word } from "../../../syntax/ast.ts";
import { fill, list, text } from "../../../text/localized.ts";
import { nearest } from "../../../text/nearest.ts";
import type { Command } from "../schema/commands.ts";
import { engines, schedulerFlags, schedulerNames, schedulers } from "../schema/schedulers.ts";
import { unicast } from "./address.ts";
import { checkListing, checkTunnel } from "./checkUses.ts";
import type { Draft, Fault } from "./draft.ts";
import { instead, refuse, remark } from "./faults.ts";

const messages = {
  zeroPort: text(
    '"{0}" has no port, which only a persistent service may lack: "-p"',
    '"{0}"没有端口，只有带"-p"的持久服务可以不写',
  ),
  sixPort: text('"{0}" is an address without a port; with one it is "{1}"', '"{0}"是不带端口的地址，带端口应写作"{1}"'),
  onePacket: text('"{0}" is only for UDP services and for marks', '"{0}"只用于 UDP 服务和防火墙标记'),
  flag: text('Flag "{0}" is none of {1}', '标志"{0}"无效，可选：{1}'),
  flagOf: text('Flag "{0}" is for the scheduler "{1}", not for "{2}"', '标志"{0}"用于调度算法"{1}"，而不是"{2}"'),
  port: text(
    'Port {0} becomes {1}: with "{2}" a server has the port of the service',
    '端口 {0} 会变为 {1}：使用"{2}"时服务器端口与服务相同',
  ),
  direct: text(
    'Port {0} becomes {1}: without "-m" a server has the port of the service',
    '端口 {0} 会变为 {1}：不写"-m"时服务器端口与服务相同',
  ),
  family: text('Only with "-i" may a server be of the other IP version', '只有使用"-i"时服务器才可以是另一种 IP 版本'),
  tunnel: text('"{0}" goes with "-i" only', '"{0}"只能与"-i"一起使用'),
  unused: text('"{0}" does nothing without "-p"', '没有"-p"时"{0}"不起作用'),
  engineTcp: text(
    'Persistence engine "sip" reads UDP only: the service would drop everything',
    '持久引擎"sip"只处理 UDP，该服务会丢弃所有流量',
  ),
  scheduler: text('Unknown scheduler "{0}"', '未知调度算法"{0}"'),
  schedulerNear: text('Unknown scheduler "{0}", did you mean "{1}"?', '未知调度算法"{0}"，是否想写"{1}"？'),
  newer: text('Scheduler "{0}" needs Linux {1} or newer', '调度算法"{0}"需要 Linux {1} 或更新版本'),
  engine: text('Unknown persistence engine "{0}"', '未知持久引擎"{0}"'),
  thresholds: text("The lower threshold {0} is above the upper threshold {1}", "下限 {0} 大于上限 {1}"),
  unicast: text('The kernel takes no such address for a server: "{0}"', '内核不接受这样的服务器地址："{0}"'),
  local: text('The kernel takes "{0}" only where the host itself has it', '只有本机拥有"{0}"时内核才接受'),
};

/** What ipvsadm itself finds. */
export function checkEntry(draft: Draft, command: Command, head: Word): void {
  const { acts, on } = command;
  if (on === "service" && (acts === "add" || acts === "edit")) checkService(draft);
  if (on === "server" && (acts === "add" || acts === "edit")) checkServer(draft, head);
  if (acts === "print") checkListing(draft);
  if (draft.schedulerFlags !== undefined) checkFlags(draft, draft.schedulerFlags);
}

function checkService(draft: Draft): void {
  const address = draft.given.get("service-address");
  const word = valueBehind(draft, address);
  const isPersistent = draft.persistence !== undefined;
  if (word !== undefined && draft.host !== undefined && draft.mark === 0 && draft.port === 0 && !isPersistent) {
    const { value } = word;
    const colon = value.lastIndexOf(":");
    const isJoined = draft.family === 6 && !value.startsWith("[") && /^\d+$/.test(value.slice(colon + 1)) && colon > 0;
    const six = `[${value.slice(0, colon)}]:${value.slice(colon + 1)}`;
    const isBare = isJoined && !value.slice(0, colon).endsWith(":");
    if (isBare) refuse(draft, "zero-port", word, fill(messages.sixPort, value, six), [instead(word, six)]);
    else refuse(draft, "zero-port", word, fill(messages.zeroPort, value));
  }
  const once = draft.given.get("ops");
  if (once !== undefined && draft.mark === 0 && draft.protocol !== undefined && draft.protocol !== "udp") {
    refuse(draft, "one-packet", once, fill(messages.onePacket, once.raw));
  }
  const mask = draft.given.get("netmask");
  if (mask !== undefined && !isPersistent) {
    remark(draft, "persistence-unused", mask, fill(messages.unused, mask.raw), { severity: "information" });
  }
  const engine = draft.given.get("pe");
  if (engine !== undefined && !isPersistent) {
    remark(draft, "persistence-unused", engine, fill(messages.unused, engine.raw), { severity: "warning" });
  } else if (draft.engine?.value === "sip" && draft.mark === 0 && draft.protocol !== "udp") {
    remark(draft, "engine-protocol", draft.engine, messages.engineTcp, { severity: "warning" });
  }
}

function checkServer(draft: Draft, head: Word): void {
  const word = valueBehind(draft, draft.given.get("real-server"));
  if (draft.method !== "NAT" && draft.mark === 0 && draft.host !== undefined) {
    if (word !== undefined && draft.serverPort !== draft.port && isPortWritten(word)) samePort(draft, word);
    draft.serverPort = draft.port;
  }
  const isMixed = draft.serverFamily !== undefined && draft.family !== undefined && draft.serverFamily !== draft.family;
  if (word !== undefined && isMixed && draft.method !== "TUN") refuse(draft, "mixed-family", word, messages.family);
  const tunnel = [...draft.given].find(([group]) => group.startsWith("tun-") && group !== "tun-info")?.[1];
  if (tunnel !== undefined && draft.method !== "TUN") {
    refuse(draft, "tunnel-option", tunnel, fill(messages.tunnel, tunnel.raw));
  } else checkTunnel(draft, head);
}

/** With direct routing and tunnels nothing rewrites a packet's port, so ipvsadm puts the service's in. */
function samePort(draft: Draft, word: Word): void {
  const start = word.start + word.value.lastIndexOf(":");
  const forward = draft.given.get("forwarding-method");
  const message =
    forward === undefined
      ? fill(messages.direct, draft.serverPort, draft.port)
      : fill(messages.port, draft.serverPort, draft.port, forward.raw);
  const range = { start: start + 1, end: word.end };
  const mends = [instead(range, String(draft.port), "safe"), ...(forward === undefined ? [] : [masquerade(forward)])];
  remark(draft, "port-rewritten", range, message, { severity: "warning", mends });
}

function masquerade(forward: Word) {
  const dash = forward.raw.startsWith("--") ? "--masquerading" : forward.raw.startsWith("-") ? "-m" : "m";
  return instead(forward, dash);
}

function isPortWritten(word: Word): boolean {
  return (
    /:[^:\]]+$/.test(word.value) &&
    (word.value.startsWith("[") || word.value.indexOf(":") === word.value.lastIndexOf(":"))
  );
}

function checkFlags(draft: Draft, word: Word): void {
  const scheduler = draft.scheduler?.value ?? "wlc";
  const names = word.value.split(",").filter((name) => name !== "");
  // strtok finds nothing between commas, and ipvsadm falls over it.
  if (names.length === 0) refuse(draft, "scheduler-flag", word, fill(messages.flag, word.value, flagNames));
  let at = 0;
  for (const name of names) {
    const start = word.value.indexOf(name, at);
    at = start + name.length;
    const range = { start: word.start + start, end: word.start + at };
    const flag = schedulerFlags.find((one) => one.name === name);
    if (flag === undefined) {
      const near = nearest(
        name,
        schedulerFlags.map((one) => one.name),
      );
      const mends = near === undefined ? [] : [instead(range, near)];
      refuse(draft, "scheduler-flag", range, fill(messages.flag, name, flagNames), mends);
    } else if (flag.scheduler !== undefined && flag.scheduler !== scheduler) {
      refuse(draft, "scheduler-flag", range, fill(messages.flagOf, name, flag.scheduler, scheduler));
    }
  }
}

const flagNames = list(schedulerFlags.map(({ name }) => name).filter((name) => !name.startsWith("flag-")));

/** What the kernel finds in the rule by itself; it drops the rule, and ipvsadm reads on. */
export function checkKernel(draft: Draft, command: Command, head: Word): void {
  const { acts, on } = command;
  if (acts !== "add" && acts !== "edit") return;
  if (on === "service") {
    checkScheduler(draft);
    if (draft.engine !== undefined && !engines.includes(draft.engine.value) && draft.engine.unknown !== true) {
      drop(draft, "unknown-engine", draft.engine, fill(messages.engine, draft.engine.value));
    }
  }
  if (on === "server") {
    if (draft.lower > draft.upper) {
      const at = draft.given.get("l-threshold") ?? head;
      const word = valueBehind(draft, at) ?? at;
      drop(draft, "threshold-order", word, fill(messages.thresholds, draft.lower, draft.upper));
    }
    checkUnicast(draft);
  }
}

function checkScheduler(draft: Draft): void {
  const word = draft.scheduler;
  if (word === undefined || word.unknown === true) return;
  const kernel = schedulers.find(({ keyword }) => keyword.name === word.value)?.kernel;
  if (kernel !== undefined && Number.parseInt(kernel, 10) >= 5) {
    draft.certain = false;
    remark(draft, "newer-scheduler", word, fill(messages.newer, word.value, kernel), { severity: "information" });
  }
  if (schedulerNames.has(word.value)) return;
  const near = nearest(word.value, schedulerNames) ?? others[word.value.toLowerCase()];
  const message = near === undefined ? messages.scheduler : messages.schedulerNear;
  drop(
    draft,
    "unknown-scheduler",
    word,
    fill(message, word.value, near ?? ""),
    near === undefined ? [] : [instead(word, near)],
  );
}

/** What other balancers call them. */
const others: Readonly<Record<string, string>> = {
  roundrobin: "rr",
  "round-robin": "rr",
  leastconn: "lc",
  "least-conn": "lc",
  least_conn: "lc",
  source: "sh",
  ip_hash: "sh",
  first: "fo",
};

function checkUnicast(draft: Draft): void {
  const word = valueBehind(draft, draft.given.get("real-server"));
  if (word === undefined || draft.serverHost === undefined || draft.serverFamily === undefined) return;
  const kind = unicast(draft.serverHost, draft.serverFamily);
  if (kind === "no") drop(draft, "not-unicast", word, fill(messages.unicast, draft.serverHost.text));
  if (kind !== "local") return;
  draft.certain = false;
  remark(draft, "not-unicast", word, fill(messages.local, draft.serverHost.text), { severity: "warning" });
}

function drop(
  draft: Draft,
  code: string,
  { start, end }: Word,
  message: Fault["message"],
  mends: Fault["mends"] = [],
): void {
  const fault: Fault = { code, start, end, message, effect: "skips", kernel: true };
  draft.faults.push(mends.length === 0 ? fault : { ...fault, mends });
}

/** The value behind an option. */
export function valueBehind({ values }: Draft, option: Word | undefined): Word | undefined {
  const at = values.findIndex(({ word }) => word === option);
  const next = at === -1 ? undefined : values[at + 1];
  return next?.data === true ? undefined : next?.word;
}
