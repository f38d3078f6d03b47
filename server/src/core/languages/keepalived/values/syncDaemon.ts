/** What follows the interface of `lvs_sync_daemon` (core/global_parser.c: lvs_syncd_handler). */

import type { Value } from "../../../schema/value.ts";
import { address } from "../../../schema/values/address.ts";
import { refer } from "../../../schema/values/name.ts";
import { integer } from "../../../schema/values/number.ts";
import { options } from "../../../schema/values/options.ts";
import { text } from "../../../text/localized.ts";

const instance = refer("vrrp_instance");
const id = integer({ min: 0, max: 255 });

const list = options([
  {
    name: "inst",
    value: instance,
    doc: text("The instance whose state decides which side sends.", "由该实例的状态决定哪一端发送。"),
  },
  { name: "id", value: id, doc: text("Sync group; the VRID where absent.", "同步组编号，缺省为 VRID。") },
  { name: "maxlen", value: integer({ min: 1, max: 65507 }), doc: text("Largest packet.", "最大报文长度。") },
  { name: "port", value: integer({ min: 1, max: 65535 }), doc: text("UDP port.", "UDP 端口。") },
  { name: "ttl", value: integer({ min: 1, max: 255 }), doc: text("TTL of the packets.", "报文 TTL。") },
  { name: "group", value: address({ multicast: true }), doc: text("Multicast group.", "组播组。") },
]);

/** `inst NAME [OPTION…]`, or the older `NAME [ID]`. */
export function syncDaemon(): Value {
  return {
    ...list,
    signature: "inst INSTANCE [OPTION…]",
    match(reader, name) {
      const known = ["inst", "id", "maxlen", "port", "ttl", "group"];
      if (known.includes(reader.peek()?.value ?? "")) {
        list.match(reader, name);
        return;
      }
      instance.match(reader, "inst");
      list.match(reader, name);
    },
  };
}
