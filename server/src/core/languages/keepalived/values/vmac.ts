/** Options of `use_vmac` and `use_ipvlan` (vrrp_parser.c: vrrp_vmac_handler, vrrp_ipvlan_handler). */

import { parseAddress } from "../../../net/address.ts";
import type { Value } from "../../../schema/value.ts";
import { prefix } from "../../../schema/values/address.ts";
import { type Option, options } from "../../../schema/values/options.ts";
import { word } from "../../../schema/values/word.ts";
import { fill, text } from "../../../text/localized.ts";
import { bareAddress } from "./endpoint.ts";
import { interfaceName } from "./interface.ts";

const badMac = text('"{0}" is not a usable unicast MAC address', '"{0}"不是可用的单播 MAC 地址');

const name: Option = {
  name: "name",
  value: interfaceName(),
  doc: text("Name of the interface to make.", "要创建的接口名称。"),
};
const group: Option = {
  name: "group",
  value: word("GROUP"),
  doc: text("Link group of the new interface.", "新接口所属的链路组。"),
};

const ownName = interfaceName();
const ownAddress = prefix();

/** A name, a MAC address (a word with colons), or an option. */
export function vmac(): Value {
  return {
    ...options(
      [
        name,
        {
          name: "netlink_notify_msg",
          doc: text("Announce priority changes of the interface by netlink.", "通过 netlink 通告接口状态变化。"),
        },
        group,
      ],
      {
        other: {
          name: "interface",
          value: {
            ...ownName,
            match(reader, argument) {
              const found = reader.peek();
              if (found?.value.includes(":") !== true) {
                ownName.match(reader, argument);
                return;
              }
              reader.next();
              if (!usableMac(found.value)) {
                reader.report({
                  code: "invalid-value",
                  start: found.start,
                  end: found.end,
                  message: fill(badMac, found.value),
                });
              }
              reader.bind({ name: "mac", word: found, data: found.value, token: "number" });
            },
          },
        },
      },
    ),
    signature: "[NAME] [MAC] [OPTION…]",
  };
}

export function ipvlan(): Value {
  return {
    ...options(
      [
        name,
        { name: "bridge", doc: text("Interfaces of one parent reach each other.", "同一父接口下的接口可互通。") },
        { name: "private", doc: text("They do not reach each other.", "同一父接口下的接口互不相通。") },
        { name: "vepa", doc: text("They reach each other through the switch.", "经由外部交换机互通。") },
        group,
      ],
      {
        other: {
          name: "interface",
          value: {
            ...ownName,
            match(reader, argument) {
              const found = reader.peek();
              if (found === undefined || parseAddress(bareAddress(found.value)) === undefined)
                ownName.match(reader, argument);
              else ownAddress.match(reader, "address");
            },
          },
        },
      },
    ),
    signature: "[NAME] [ADDRESS] [OPTION…]",
    hint: text("IPv4 needs the address of the interface.", "IPv4 必须给出该接口的地址。"),
  };
}

/** Six octets, or five and an optional colon where the last becomes the VRID; no multicast, no VRRP prefix. */
function usableMac(text: string): boolean {
  const octets = text.replace(/:$/, "").split(":");
  if (octets.length < 5 || octets.length > 6 || !octets.every((octet) => /^[\da-f]{1,2}$/i.test(octet))) return false;
  if ((Number.parseInt(octets[0] ?? "0", 16) & 1) === 1) return false;
  const first = octets.slice(0, 5).map((octet) => Number.parseInt(octet, 16));
  return !(
    first[0] === 0 &&
    first[1] === 0 &&
    first[2] === 0x5e &&
    first[3] === 0 &&
    (first[4] === 1 || first[4] === 2)
  );
}
