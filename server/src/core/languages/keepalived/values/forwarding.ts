/** Forwarding method of a virtual or real server, with the tunnel's options (check_parser.c: svr_forwarding_handler). */

import type { Argument } from "../../../schema/spec.ts";
import type { BoundValue, Reader, Value } from "../../../schema/value.ts";
import { type Choice, oneOf } from "../../../schema/values/choice.ts";
import { integer } from "../../../schema/values/number.ts";
import { options } from "../../../schema/values/options.ts";
import { type Text, text } from "../../../text/localized.ts";
import { forwardingMethods, tunnelTypes } from "./lists.ts";

const needsPort = text('"gue" needs "port"', '"gue"必须给出"port"');
const noPort = text('"port" is only for "gue" tunnels', '"port"仅用于"gue"隧道');
const noChecksum = text('"{0}" tunnels have no such checksum option', "该类型的隧道没有此校验和选项");

const checksums: readonly Choice[] = [
  { name: "nocsum", doc: text("No checksum in the tunnel header.", "隧道头不带校验和。") },
  { name: "csum", doc: text("With a checksum in the tunnel header.", "隧道头带校验和。") },
  { name: "remcsum", doc: text("Remote checksum offload; `gue` only.", "远程校验和卸载，仅用于 `gue`。") },
];

/** `NAT`, `DR`, or `TUN` with the arguments of its tunnel. */
export const forwarding: readonly Argument[] = [
  { name: "method", value: oneOf(forwardingMethods) },
  { name: "tunnel", value: tunnel(), optional: true },
];

function tunnel(): Value {
  const list = options([
    { name: "type", value: oneOf(tunnelTypes), doc: text("How packets are wrapped.", "报文的封装方式。") },
    { name: "port", value: integer({ min: 1, max: 65535 }), doc: text("UDP port of the tunnel.", "隧道的 UDP 端口。") },
    ...checksums,
  ]);
  return {
    ...list,
    match(reader, name) {
      const before = reader.values.length;
      list.match(reader, name);
      checkTunnel(reader, reader.values.slice(before));
    },
  };
}

function checkTunnel(reader: Reader, seen: readonly BoundValue[]): void {
  const type = seen.find((value) => value.name === "type" && value.token === "enumMember");
  const port = seen.find((value) => value.name === "port");
  const kind = type?.data ?? "ipip";
  const complain = (value: BoundValue, message: Text) =>
    reader.report({ code: "invalid-value", start: value.word.start, end: value.word.end, message });
  if (kind === "gue" && port === undefined && type !== undefined) complain(type, needsPort);
  if (kind !== "gue" && port !== undefined) complain(port, noPort);
  for (const value of seen) {
    const wrong = kind === "ipip" ? ["csum", "remcsum"] : kind === "gre" ? ["remcsum"] : [];
    if (wrong.includes(value.name)) complain(value, noChecksum);
  }
}
