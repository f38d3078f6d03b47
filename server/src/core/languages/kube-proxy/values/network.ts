/** Addresses, networks and sockets as kube-proxy reads them: zeros before a number are let pass (k8s.io/utils/net, ParseIPSloppy). */
import { type Address, parseAddress } from "../../../net/address.ts";
import type { Value } from "../../../schema/value.ts";
import { fill, type Text, text } from "../../../text/localized.ts";
import { isKind } from "./kinds.ts";
import { string } from "./plain.ts";

const noAddress = text('"{0}" is not an IP address', '"{0}"不是 IP 地址');
const noNetwork = text('"{0}" is no network such as 10.0.0.0/8', '"{0}"不是网段（如 10.0.0.0/8）');
const noLength = text('"{0}" needs a prefix length: {1}', '"{0}"缺少前缀长度，应写作 {1}');
const noSocket = text('"{0}" is no address with a port such as {1}', '"{0}"不是带端口的地址（如 {1}）');
const noPort = text('"{0}" has no port from 1 to 65535', '"{0}"的端口不在 1 到 65535 之间');
const noName = text('"{0}" needs an IP address before the port, not a name', '"{0}"的端口前应为 IP 地址，不能是主机名');

/** The address that a text writes, zeros before its numbers left out. */
export function parseSloppy(written: string): Address | undefined {
  return parseAddress(written.replace(/(^|[.:])0+(?=\d+(?:\.|$))/g, "$1"));
}

/** Whether a text is a network: an address and a prefix length (Go: net.ParseCIDR). */
export function isNetwork(written: string): boolean {
  const [, address = "", length = ""] = /^([^/]*)\/(\d{1,3})$/.exec(written) ?? [];
  const found = parseSloppy(address);
  return found !== undefined && Number(length) <= found.bytes.length * 8;
}

/** A text that `judge` finds a fault in, or none. An empty text leaves the default where `mayBeEmpty`. */
function checked(
  signature: string,
  judge: (written: string) => Text | undefined,
  options: { readonly mayBeEmpty: boolean; readonly words?: readonly string[] },
): Value {
  const plain = string(signature);
  const words = options.words ?? [];
  return {
    ...plain,
    match(reader, name) {
      const word = reader.peek();
      const isJudged = word !== undefined && isKind(word, "text") && !(word.value === "" && options.mayBeEmpty);
      const message = isJudged && !words.includes(word.value) ? judge(word.value) : undefined;
      if (word !== undefined && message !== undefined) {
        reader.report({ code: "invalid-value", start: word.start, end: word.end, message });
      }
      plain.match(reader, name);
    },
    ...(words.length === 0 ? {} : { suggest: () => words.map((label) => ({ label, kind: "value" as const })) }),
  };
}

export function address(): Value {
  return checked("ADDRESS", (written) => (parseSloppy(written) === undefined ? fill(noAddress, written) : undefined), {
    mayBeEmpty: true,
  });
}

/** A network, or one of `words` that stand for some. */
export function network(words: readonly string[] = []): Value {
  const judge = (written: string) => {
    if (isNetwork(written)) return undefined;
    const found = parseSloppy(written);
    return found === undefined
      ? fill(noNetwork, written)
      : fill(noLength, written, `${written}/${found.bytes.length * 8}`);
  };
  return checked(["NETWORK", ...words].join("|"), judge, { mayBeEmpty: false, words });
}

/**
 * An address with a port, or without: then the default port is added (pkg/proxy/util/utils.go: AppendPortIfNeeded;
 * validation.go: validateHostPort).
 */
export function socket(example: string): Value {
  const judge = (written: string) => {
    if (parseSloppy(written) !== undefined) return undefined;
    const [, bracketed, plain, port = ""] = /^(?:\[([^\]]*)\]|([^:]*)):([^:]*)$/.exec(written) ?? [];
    const host = bracketed ?? plain;
    if (host === undefined) return fill(noSocket, written, example);
    if (parseSloppy(host) === undefined) return fill(/[g-z]/i.test(host) ? noName : noSocket, written, example);
    const isPort = /^[-+]?\d+$/.test(port) && Number(port) >= 1 && Number(port) <= 65535;
    return isPort ? undefined : fill(noPort, written);
  };
  return checked("ADDRESS:PORT", judge, { mayBeEmpty: true });
}
