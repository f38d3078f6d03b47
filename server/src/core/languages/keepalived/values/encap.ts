/** `encap TYPE …` in routes and their next hops: the tunnel header that is put around the packets. */
import type { SuggestContext, Suggestion } from "../../../schema/value.ts";
import { reportChoice } from "../../../schema/values/choice.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill, text } from "../../../text/localized.ts";
import { type Line, type Option, OptionTable } from "./line.ts";
import { scan } from "./numbers.ts";
import { readAddress, readName, readNumber } from "./operands.ts";
import { wellKnown } from "./rttables.ts";

const u64 = 2n ** 64n - 1n;
const maxLabel = 0xf_ffffn;

const messages = {
  noType: text('"encap" needs a type: {0}', '"encap"后缺少类型：{0}'),
  noTarget: text('"encap {0}" needs "dst" or "id"', '"encap {0}"需要"dst"或"id"'),
  again: text('A second "encap" takes the place of the first', '第二个"encap"会取代第一个'),
  crash: text(
    'An address after "encap mpls" makes the daemon crash: write "encap" only once',
    '在"encap mpls"之后再写地址会使守护进程崩溃："encap"只能写一次',
  ),
  noLabels: text(
    '"{0}" is not one or two MPLS labels from 0 to 1048575, such as 100/200',
    '"{0}"不是一个或两个 0 到 1048575 的 MPLS 标签（如 100/200）',
  ),
  noLocator: text(
    '"{0}" is not an ILA locator of four hexadecimal groups, such as 2001:db8:0:1',
    '"{0}"不是由四组十六进制数组成的 ILA 定位符（如 2001:db8:0:1）',
  ),
};

export interface Encapsulated {
  /** What the route or the hop has so far. */
  encap: Tunnel | undefined;
}

interface Tunnel {
  /** Whether the daemon finds an address or a number. What an `encap` before left in memory counts too. */
  target: boolean;
  mpls: boolean;
}

/** The options of the types `ip` and `ip6`, which differ in names only. */
function tunnelOptions(family: 4 | 6): OptionTable<Tunnel> {
  const address = `IPv${family}`;
  const source: Option<Tunnel> = {
    name: "src",
    value: address,
    doc: text("The source address of the tunnel packets.", "隧道报文的源地址。"),
    read: (line, _state, option) => readAddress(line, option, "encap", family),
  };
  return new OptionTable<Tunnel>([
    {
      name: "id",
      value: "0-18446744073709551615",
      doc: text("The tunnel's number.", "隧道编号。"),
      read(line, state, option) {
        state.target = true;
        readNumber(line, option, "encap", { max: u64 });
      },
    },
    {
      name: "dst",
      value: address,
      doc: text("The address of the tunnel's other end.", "隧道对端的地址。"),
      read(line, state, option) {
        state.target = true;
        if (state.mpls) line.report(option, messages.crash);
        readAddress(line, option, "encap", family);
      },
    },
    source,
    {
      name: family === 4 ? "tos" : "tc",
      value: "DSFIELD",
      examples: wellKnown("dsfield"),
      doc: text("The differentiated services field of the tunnel packets.", "隧道报文的差分服务字段。"),
      read: (line, _state, option) => readName(line, option, "encap", "dsfield"),
    },
    {
      name: family === 4 ? "ttl" : "hoplimit",
      value: "0-255",
      doc: text("How many routers a tunnel packet may pass.", "隧道报文最多经过的路由器数。"),
      read: (line, _state, option) => readNumber(line, option, "encap", { max: 255 }),
    },
    {
      name: "flags",
      value: "0-65535",
      doc: text("Tunnel flags as a number.", "以数字表示的隧道标志。"),
      read: (line, _state, option) => readNumber(line, option, "encap", { max: 65_535 }),
    },
  ]);
}

const tunnels = new Map([
  ["ip", tunnelOptions(4)],
  ["ip6", tunnelOptions(6)],
]);
const types = ["ip", "ip6", "mpls", "ila"];

/** Reads what follows the word `encap`. The route is kept whatever is wrong here. */
export function readEncap(line: Line, state: Encapsulated, option: Word): void {
  line.keep(() => readTunnel(line, state, option));
}

function readTunnel(line: Line, state: Encapsulated, option: Word): void {
  const type = line.reader.next();
  if (type === undefined) {
    line.report(option, fill(messages.noType, types.join("|")), { code: "missing-value" });
    return;
  }
  line.bind("encap", type, type.value, "enumMember");
  if (state.encap !== undefined) line.report(option, messages.again, { severity: "warning" });
  state.encap ??= { target: false, mpls: false };
  const table = tunnels.get(type.value);
  if (table !== undefined) {
    readPairs(line, type, table, state.encap);
  } else if (type.value === "mpls") {
    const word = line.take(type, "LABEL[/LABEL]");
    if (word === undefined) return;
    line.bind("encap", word, word.value, "number");
    state.encap.target = true;
    state.encap.mpls = true;
    if (!isLabels(word.value)) line.report(word, fill(messages.noLabels, word.value));
  } else if (type.value === "ila") {
    const word = line.take(type, "LOCATOR");
    if (word === undefined) return;
    line.bind("encap", word, word.value, "number");
    if (!isLocator(word.value)) line.report(word, fill(messages.noLocator, word.value));
  } else {
    reportChoice(line.reader, type, types);
  }
}

/** Takes pairs of name and value as long as they last; a name without a value belongs to the route. */
function readPairs(line: Line, type: Word, table: OptionTable<Tunnel>, state: Tunnel): void {
  for (;;) {
    const [word, value] = line.reader.left();
    const option = word === undefined || value === undefined ? undefined : table.get(word.value);
    if (word === undefined || option === undefined) break;
    line.reader.next();
    line.bind("encap", word, word.value, "property");
    option.read?.(line, state, word);
  }
  if (!state.target) line.report(type, fill(messages.noTarget, type.value), { code: "missing-value" });
}

function isLabels(word: string): boolean {
  const labels = word.replace(/^\s+/, "").split("/");
  return (
    labels.length <= 2 &&
    labels.every((label) => {
      const { value, rest } = scan(label, 0);
      return label !== "" && !/^[\s-]/.test(label) && rest === "" && value <= maxLabel;
    })
  );
}

function isLocator(word: string): boolean {
  const groups = word.replace(/^\s+/, "").split(":");
  return groups.length === 4 && groups.every((group) => /^(?:0[xX])?0*[\da-fA-F]{1,4}$/.test(group));
}

/** What may come after `before` if that ends within an encapsulation; undefined where it does not. */
export function suggestEncap(before: readonly Word[], context: SuggestContext): readonly Suggestion[] | undefined {
  const at = before.findLastIndex((word) => word.value === "encap");
  if (at < 0) return undefined;
  const [type, ...pairs] = before.slice(at + 1);
  if (type === undefined) return types.map((label) => ({ label, kind: "value" as const }));
  const table = tunnels.get(type.value);
  if (table === undefined) return undefined;
  const own = pairs.every((word, index) => index % 2 === 1 || table.get(word.value) !== undefined);
  return own ? table.suggest(pairs, context) : undefined;
}

/** What is said about a word that only an encapsulation has. */
export function describeEncap(word: Word): ReturnType<OptionTable<Tunnel>["describe"]> {
  return tunnels.get("ip")?.describe(word) ?? tunnels.get("ip6")?.describe(word);
}
