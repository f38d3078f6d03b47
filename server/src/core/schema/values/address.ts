/** IP addresses, with or without a prefix length. */
import { type Family, isMulticast, parseAddress } from "../../net/address.ts";
import { fill, text } from "../../text/localized.ts";
import type { Value } from "../value.ts";

export interface AddressOptions {
  readonly family?: Family;
  readonly multicast?: boolean;
  /** Cut `/24` or `-20` off before the address is read, as keepalived's inet_stosockaddr does. */
  readonly lenient?: boolean;
}

const noAddress = text('"{0}" is not an IP address', '"{0}"不是 IP 地址');
const noFamily = text('"{0}" is not an IPv{1} address', '"{0}"不是 IPv{1} 地址');
const noMulticast = text('"{0}" is not a multicast address', '"{0}"不是组播地址');
const hostName = text(
  '"{0}" is not an IP address; names are not resolved here',
  '"{0}"不是 IP 地址，此处不会解析主机名',
);
const noPrefix = text('"{0}" is not a prefix length from 0 to {1}', '"{0}"不是有效的前缀长度，应为 0 到 {1}');

export function address(options: AddressOptions = {}): Value {
  return {
    signature:
      options.multicast === true
        ? "MULTICAST-ADDRESS"
        : options.family === undefined
          ? "ADDRESS"
          : `IPv${options.family}`,
    token: "number",
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const written = options.lenient === true ? word.value.replace(/[-/].*$/s, "") : word.value;
      const found = parseAddress(written);
      if (found === undefined) {
        const message = /[g-z]/i.test(written) && !written.includes(":") ? hostName : noAddress;
        reader.report({ code: "invalid-value", ...word, message: fill(message, word.value) });
      } else if (options.family !== undefined && found.family !== options.family) {
        reader.report({ code: "invalid-value", ...word, message: fill(noFamily, word.value, options.family) });
      } else if (options.multicast === true && !isMulticast(found)) {
        reader.report({ code: "invalid-value", ...word, message: fill(noMulticast, word.value) });
      }
      reader.bind({ name, word, data: written, token: "number" });
    },
  };
}

/** An address with an optional prefix length, `192.0.2.10/24`. Binds the word as written. */
export function prefix(): Value {
  return {
    signature: "ADDRESS[/LENGTH]",
    token: "number",
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const [written = "", ...lengths] = word.value.split("/");
      const found = parseAddress(written);
      if (found === undefined) {
        const message = /[g-z]/i.test(written) && !written.includes(":") ? hostName : noAddress;
        reader.report({ code: "invalid-value", ...word, message: fill(message, word.value) });
      } else if (lengths.length > 0) {
        const length = lengths.join("/");
        const max = found.family === 4 ? 32 : 128;
        if (!/^\+?\d*$/.test(length) || Number(length) > max) {
          const start = word.end - length.length - (word.quoted ? 1 : 0);
          reader.report({
            code: "invalid-value",
            start,
            end: start + length.length,
            message: fill(noPrefix, length, max),
          });
        }
      }
      reader.bind({ name, word, data: word.value, token: "number" });
    },
  };
}
