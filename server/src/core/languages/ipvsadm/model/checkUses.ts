/** Which options a command wants, takes and refuses (generic_opt_check and tunnel_opt_check in ipvsadm.c). */
import type { Word } from "../../../syntax/ast.ts";
import { fill, text } from "../../../text/localized.ts";
import type { Command } from "../schema/commands.ts";
import type { Group } from "../schema/option.ts";
import type { Draft, TunnelType } from "./draft.ts";
import { refuse } from "./faults.ts";

const messages = {
  service: text(
    '"{0}" needs a service: "-t", "-u", "--sctp-service" or "-f"',
    '"{0}"缺少服务："-t"、"-u"、"--sctp-service"或"-f"',
  ),
  server: text('"{0}" needs a server: "-r"', '"{0}"缺少服务器："-r"'),
  illegal: text('"{0}" does not go with "{1}"', '"{0}"不能与"{1}"一起使用'),
  port: text('Tunnel type "gue" needs "--tun-port"', '隧道类型"gue"须带"--tun-port"'),
  type: text('"{0}" does not go with tunnel type "{1}"', '"{0}"不能用于隧道类型"{1}"'),
};

/** Compares the options given with those that the command takes. */
export function checkUses(draft: Draft, command: Command, head: Word): void {
  for (const [message, group] of [
    [messages.service, "service-address"],
    [messages.server, "real-server"],
  ] as const) {
    if (command.uses[group] === "needed" && !draft.given.has(group)) {
      refuse(draft, "missing-option", head, fill(message, head.raw));
    }
  }
  let only: Word | undefined;
  for (const [group, word] of draft.given) {
    const use = command.uses[group];
    if (use === undefined) refuse(draft, "illegal-option", word, fill(messages.illegal, word.raw, head.raw));
    if (use !== "one of") continue;
    if (only !== undefined) refuse(draft, "illegal-option", word, fill(messages.illegal, word.raw, only.raw));
    only ??= word;
  }
}

const lists: readonly Group[] = ["connection", "timeout", "daemon"];
const columns: readonly Group[] = ["stats", "rate", "thresholds"];

/** What may be printed of some things only (CMD_LIST in process_options). */
export function checkListing(draft: Draft): void {
  const list = lists.flatMap((group) => draft.given.get(group) ?? [])[0];
  const others: readonly Group[] = draft.given.has("connection") ? columns : [...columns, "persistent-conn"];
  const column = others.flatMap((group) => draft.given.get(group) ?? [])[0];
  if (list === undefined || column === undefined) return;
  refuse(draft, "illegal-option", column, fill(messages.illegal, column.raw, list.raw));
}

/** What each type of tunnel does with its four options: `one` of several. */
const tunnelUses: Readonly<Record<TunnelType, readonly (readonly [Group, "needed" | "one of" | "refused"])[]>> = {
  ipip: [
    ["tun-port", "refused"],
    ["tun-nocsum", "refused"],
    ["tun-csum", "refused"],
    ["tun-remcsum", "refused"],
  ],
  gue: [
    ["tun-port", "needed"],
    ["tun-nocsum", "one of"],
    ["tun-csum", "one of"],
    ["tun-remcsum", "one of"],
  ],
  gre: [
    ["tun-port", "refused"],
    ["tun-nocsum", "one of"],
    ["tun-csum", "one of"],
    ["tun-remcsum", "refused"],
  ],
};

/** Compares the options of a tunnel with its type. */
export function checkTunnel(draft: Draft, head: Word): void {
  let only: Word | undefined;
  for (const [group, use] of tunnelUses[draft.tunnel]) {
    const word = draft.given.get(group);
    if (word === undefined) {
      if (use === "needed") refuse(draft, "tunnel-option", draft.given.get("tun-type") ?? head, messages.port);
      continue;
    }
    if (use === "refused") refuse(draft, "tunnel-option", word, fill(messages.type, word.raw, draft.tunnel));
    if (use !== "one of") continue;
    if (only !== undefined) refuse(draft, "tunnel-option", word, fill(messages.illegal, word.raw, only.raw));
    only ??= word;
  }
}
