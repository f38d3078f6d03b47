/** Names of network interfaces. */
import type { Value } from "../../../schema/value.ts";
import { byteLength } from "../../../schema/values/word.ts";
import { fill, type Text, text } from "../../../text/localized.ts";

const tooLong = text('"{0}" is no interface name: it is longer than 15 characters', '"{0}"不是接口名：超过 15 个字符');
const badCharacter = text(
  '"{0}" is no interface name: "/", ":" and blanks are not allowed in it',
  '"{0}"不是接口名：其中不能有"/"、":"或空白',
);
const noName = text('"{0}" is no interface name', '"{0}"不是接口名');

/** What keeps a word from being the name of any interface, as the Linux kernel has it. */
export function interfaceFault(name: string): Text | undefined {
  if (name === "" || name === "." || name === "..") return fill(noName, name);
  if (byteLength(name) > 15) return fill(tooLong, name);
  return /[\s/:]/.test(name) ? fill(badCharacter, name) : undefined;
}

/** The name of an interface. Whether there is one of that name only the host knows. */
export function interfaceName(): Value {
  return {
    signature: "INTERFACE",
    token: "string",
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const fault = interfaceFault(word.value);
      if (fault !== undefined)
        reader.report({ code: "invalid-value", start: word.start, end: word.end, message: fault });
      reader.bind({ name, word, data: word.value, token: "string" });
    },
  };
}
