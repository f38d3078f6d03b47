/** What follows `log`: where to, how, what of it (src/log.c: parse_logger). */
import type { Value } from "../../../schema/value.ts";
import { refer } from "../../../schema/values/name.ts";
import { either, fixed, maybe, pattern, value } from "../../../schema/values/pattern.ts";
import { word } from "../../../schema/values/word.ts";
import { part } from "../syntax/positions.ts";
import { address } from "./address.ts";
import { facility, level, logFormatName } from "./choices.ts";
import { integer } from "./integer.ts";

const target = address({ port: "optional", name: true });

/** Kinds of targets that are names of other sections. */
const named: Readonly<Record<string, string>> = { ring: "ring", backend: "backend" };

/** An address, `stdout`, a ring or a backend. */
export function logTarget(): Value {
  return {
    ...target,
    signature: "ADDRESS",
    match(reader, name) {
      const next = reader.peek();
      const prefix = next === undefined ? undefined : /^(ring|backend)@/.exec(next.value)?.[1];
      if (next === undefined || prefix === undefined) {
        if (next?.value === "stdout" || next?.value === "stderr") {
          reader.next();
          reader.bind({ name, word: next, data: next.value, token: "enumMember" });
        } else target.match(reader, name);
        return;
      }
      reader.next();
      const one = part(next, prefix.length + 1, next.value.length);
      reader.bind({ name, word: one, data: one.value, token: "class", refers: named[prefix] ?? prefix });
    },
    suggest: (_before, context) => [
      ...["stdout", "stderr", "127.0.0.1:514", "/dev/log"].map((label) => ({ label, kind: "value" as const })),
      ...context.names("ring").map((label) => ({ label: `ring@${label}`, kind: "reference" as const })),
    ],
  };
}

/** A whole `log` line. */
export function logLine(): Value {
  return pattern(
    either(
      [fixed("global")],
      [
        value("target", logTarget()),
        maybe(fixed("len"), value("length", integer({ min: 80, max: 65535 }))),
        maybe(fixed("format"), value("format", logFormatName())),
        maybe(fixed("sample"), value("sample", word("RANGES:SIZE"))),
        maybe(fixed("profile"), value("profile", refer("log-profile"))),
        value("facility", facility()),
        maybe(value("level", level()), maybe(value("minlevel", level()))),
      ],
    ),
  );
}
