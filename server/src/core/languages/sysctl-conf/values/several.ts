/** Values of more than one number, and values that are text. */

import type { Value } from "../../../schema/value.ts";
import { fill, type Text, text } from "../../../text/localized.ts";
import { type Limits, number, readNumber } from "./number.ts";

const messages = {
  privileged: text(
    '"{0}" is refused unless "net.ipv4.ip_unprivileged_port_start" is lowered to it',
    '除非"net.ipv4.ip_unprivileged_port_start"降到"{0}"，否则会被拒绝',
  ),
  inverted: text('The range ends at "{1}", before it begins at "{0}"', '范围的结束"{1}"小于起始"{0}"'),
  notPorts: text(
    'Expected ports such as 8080,9000-9100, not "{0}"',
    '此处应为端口列表（如 8080,9000-9100），而不是"{0}"',
  ),
};

/** So many numbers; the last ones may be left out, and keep what they were. */
export function numbers(names: readonly string[], limits: Limits): Value {
  const one = number(limits);
  return {
    ...one,
    signature: names.map((name) => name.toUpperCase()).join(" "),
    many: true,
    match(reader) {
      for (const name of names) if (reader.peek() !== undefined) one.match(reader, name);
    },
    suggest: () => [],
  };
}

/**
 * The first and the last port; the last one may be left out and stays. The kernel refuses a first one below those that
 * need privileges, of which another key tells the end (net/ipv4/sysctl_net_ipv4.c, ipv4_local_port_range).
 */
export function portRange(): Value {
  const port = number({ min: 1, max: 65535 });
  return {
    signature: "FIRST LAST",
    token: "number",
    many: true,
    match(reader) {
      const first = reader.peek();
      port.match(reader, "first");
      const last = reader.peek();
      if (last !== undefined) port.match(reader, "last");
      const [from, to] = [readNumber(first?.value ?? ""), readNumber(last?.value ?? "")];
      if (first === undefined || from === undefined) return;
      if (last !== undefined && to !== undefined && to < from) {
        const message = fill(messages.inverted, first.value, last.value);
        reader.report({ code: "invalid-value", start: first.start, end: last.end, message });
      } else if (from > 0 && from < 1024) {
        const { start, end } = first;
        const message = fill(messages.privileged, first.value);
        reader.report({ code: "meaningless-value", start, end, message, severity: "warning" });
      }
    },
    suggest: (before) =>
      before.length === 0
        ? [{ label: "1024 65535", kind: "value" }]
        : before.length === 1
          ? [{ label: "65535", kind: "value" }]
          : [],
  };
}

/** Ports and ranges of ports with commas between them (kernel/sysctl.c, proc_do_large_bitmap). */
export function portList(): Value {
  return {
    signature: "PORT[-PORT],…",
    token: "string",
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const isList = word.value.split(",").every((part) => {
        const [, from = "", to = from] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
        return from !== "" && Number(from) <= Number(to) && Number(to) <= 65535;
      });
      if (!isList) {
        const message = fill(messages.notPorts, word.value);
        reader.report({ code: "invalid-value", start: word.start, end: word.end, message });
      }
      reader.bind({ name, word, data: word.value, token: "string" });
    },
  };
}

/** One word of which the kernel's modules decide whether it is known. */
export function word(examples: readonly (readonly [name: string, doc: Text])[]): Value {
  return {
    signature: "NAME",
    token: "string",
    match(reader, name) {
      const taken = reader.next();
      if (taken !== undefined) reader.bind({ name, word: taken, data: taken.value, token: "string" });
    },
    suggest: () => examples.map(([label, doc]) => ({ label, kind: "value" as const, doc })),
    describe: (described) => examples.find(([name]) => name === described.value)?.[1],
  };
}
