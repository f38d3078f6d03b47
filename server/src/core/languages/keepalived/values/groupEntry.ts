/** The heads of virtual and real servers, and the lines of virtual_server_group. */
import type { Reader, Value } from "../../../schema/value.ts";
import { reportChoice } from "../../../schema/values/choice.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill, type Text, text } from "../../../text/localized.ts";
import { addressIn, readHost, readMark, readPort } from "./endpoint.ts";
import { part } from "./line.ts";
import { scan } from "./numbers.ts";

const messages = {
  missing: text('"{0}" needs a value: {1}', '"{0}"后缺少值：{1}'),
  noMask: text('"{0}" is not a prefix length from 1 to {1}', '"{0}"不是有效的前缀长度，应为 1 到 {1}'),
  hostBits: text(
    "The address bits after the first {0} must be 0, as in {1}",
    "前 {0} 位之后的地址位必须为 0，例如 {1}",
  ),
  noEnd: text('"{0}" is not the end of a range: {1}', '"{0}"不是有效的范围结尾：{1}'),
  end4: text("the last octet (0 to 255) or an address", "末字节（0 到 255）或一个地址"),
  end6: text("the last 16 bits in hexadecimal or an address", "十六进制的末 16 位或一个地址"),
  backwards: text('The range must end after its start: "{0}" does not', '范围的结尾必须大于开头："{0}"不符合'),
};

const fwmark = text(
  "A firewall mark instead of an address; packets get it from the host's firewall.",
  "以防火墙标记代替地址，由主机防火墙为报文打标记。",
);
const group = text(
  "A virtual_server_group whose members are one service.",
  "一个 virtual_server_group，其成员共为一个服务。",
);
const families = ["inet", "inet6"];

/** `ADDRESS [PORT] | fwmark N | group NAME`; binds `address`, `port`, `fwmark` and `group`. */
export function virtualServerHead(): Value {
  return {
    many: true,
    signature: "ADDRESS [PORT] | fwmark N | group NAME",
    token: "number",
    refers: "virtual_server_group",
    match(reader) {
      const form = reader.peek();
      if (form?.value === "fwmark") {
        readForm(reader, form, "0-4294967295", () => readMark(reader));
      } else if (form?.value === "group") {
        readForm(reader, form, "NAME", () => {
          const word = reader.next();
          if (word === undefined) return;
          reader.bind({ name: "group", word, data: word.value, token: "class", refers: "virtual_server_group" });
        });
      } else {
        readHost(reader, "address");
        readPort(reader);
      }
    },
    suggest(before, context) {
      if (before.at(-1)?.value === "group" && before.length === 1) {
        return context.names("virtual_server_group").map((label) => ({ label, kind: "reference" as const }));
      }
      if (before.length > 0) return [];
      return [
        { label: "fwmark", doc: fwmark, kind: "option" },
        { label: "group", doc: group, kind: "option" },
      ];
    },
    describe: (word) => ({ fwmark, group })[word.value],
  };
}

/** `ADDRESS [PORT]`; binds `address` and `port`. */
export function realServerHead(): Value {
  return {
    many: true,
    signature: "ADDRESS [PORT]",
    token: "number",
    match(reader) {
      readHost(reader, "address");
      readPort(reader);
    },
  };
}

/** `ADDRESS|RANGE|NETWORK [PORT] | fwmark N [inet|inet6]`; binds `address`, `port`, `fwmark` and `family`. */
export function groupEntry(): Value {
  return {
    many: true,
    signature: "ADDRESS[-END|/LENGTH] [PORT] | fwmark N [inet|inet6]",
    token: "number",
    match(reader) {
      const form = reader.peek();
      if (form?.value === "fwmark") {
        readForm(reader, form, "0-4294967295", () => readMark(reader));
        readFamilyName(reader);
        return;
      }
      const word = readHost(reader, "address");
      readPort(reader);
      const fault = word === undefined ? undefined : rangeFault(word);
      if (fault !== undefined) reader.report({ code: "invalid-value", ...fault });
    },
    suggest(before) {
      if (before.length === 0) return [{ label: "fwmark", doc: fwmark, kind: "option" }];
      if (before[0]?.value !== "fwmark" || before.length !== 2) return [];
      return families.map((label) => ({ label, kind: "value" as const }));
    },
    describe: (word) => (word.value === "fwmark" ? fwmark : undefined),
  };
}

/** A keyword and its value. The value is bound first, for it names the statement. */
function readForm(reader: Reader, form: Word, signature: string, read: () => void): void {
  reader.next();
  if (reader.peek() === undefined) {
    const message = fill(messages.missing, form.value, signature);
    reader.report({ code: "missing-value", start: form.start, end: form.end, message });
  }
  read();
  reader.bind({ name: "form", word: form, data: form.value, token: "keyword" });
}

function readFamilyName(reader: Reader): void {
  const word = reader.next();
  if (word === undefined) return;
  reader.bind({ name: "family", word, data: word.value, token: "enumMember" });
  if (!families.includes(word.value)) reportChoice(reader, word, families);
}

interface Fault {
  readonly start: number;
  readonly end: number;
  readonly message: Text;
}

/** What is wrong with the range or the mask after an address that is right itself. */
function rangeFault(word: Word): Fault | undefined {
  const slash = word.value.indexOf("/");
  if (slash >= 0) return maskFault(word, slash);
  const minus = word.value.indexOf("-");
  return minus < 0 ? undefined : endFault(word, minus);
}

function maskFault(word: Word, slash: number): Fault | undefined {
  const first = addressIn(word.value);
  if (first === undefined) return undefined;
  const written = word.value.slice(slash + 1);
  const max = first.family === 4 ? 32 : 128;
  const { value, rest } = scan(written, 10);
  // A negative number is a huge one to the C library.
  if (rest !== "" || value <= 0n || value > max) {
    return at(part(word, slash + 1), fill(messages.noMask, written, max));
  }
  const length = Number(value);
  const masked = first.bytes.map(
    (byte, index) => byte & ~(0xff >> Math.min(8, Math.max(0, length - index * 8))) & 0xff,
  );
  const clean = first.bytes.every((byte, index) => byte === masked[index]);
  return clean ? undefined : at(word, fill(messages.hostBits, length, `${show(masked)}/${length}`));
}

function endFault(word: Word, minus: number): Fault | undefined {
  const first = addressIn(word.value);
  if (first === undefined) return undefined;
  const written = word.value.slice(minus + 1);
  const place = part(word, minus + 1);
  const expected = first.family === 4 ? messages.end4 : messages.end6;
  const noEnd: Text = {
    en: fill(messages.noEnd, written, expected.en).en,
    zh: fill(messages.noEnd, written, expected.zh).zh,
  };
  if (written.includes(first.family === 4 ? "." : ":")) {
    const last = addressIn(written);
    if (last?.family !== first.family) return at(place, noEnd);
    return compare(last.bytes, first.bytes) < 0 ? at(place, fill(messages.backwards, word.value)) : undefined;
  }
  const { value, rest } = scan(written, first.family === 4 ? 10 : 16);
  if (rest !== "" || value < 0n || value > (first.family === 4 ? 0xffn : 0xffffn)) return at(place, noEnd);
  const [high = 0, low = 0] = first.bytes.slice(-2);
  const start = first.family === 4 ? low : high * 256 + low;
  return Number(value) <= start ? at(place, fill(messages.backwards, word.value)) : undefined;
}

function at({ start, end }: { start: number; end: number }, message: Text): Fault {
  return { start, end, message };
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((byte, place) => byte !== b[place]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}

function show(bytes: readonly number[]): string {
  if (bytes.length === 4) return bytes.join(".");
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((bytes[index * 2] ?? 0) * 256 + (bytes[index * 2 + 1] ?? 0)).toString(16),
  );
  return groups.join(":").replace(/(?:^|:)0(?::0)+$/, "::");
}
