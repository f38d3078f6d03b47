/** What follows `filter`: its kind and what that kind takes (doc/configuration.txt, 9). */
import type { Value } from "../../../schema/value.ts";
import { refer } from "../../../schema/values/name.ts";
import { either, fixed, maybe, pattern, value } from "../../../schema/values/pattern.ts";
import { word } from "../../../schema/values/word.ts";
import { text } from "../../../text/localized.ts";
import { expression } from "./expression.ts";
import { integer } from "./integer.ts";
import { stickTable } from "./names.ts";
import { size, time } from "./quantity.ts";
import { file, sentence } from "./text.ts";

const unknown = text('No filter is called "{0}"', '没有名为"{0}"的过滤器');

const bandwidth = [
  value("name", word("NAME")),
  maybe(fixed("default-limit"), value("default-limit", size())),
  maybe(fixed("default-period"), value("default-period", time())),
  maybe(fixed("limit"), value("limit", size())),
  maybe(fixed("key"), value("key", expression("http-request"))),
  maybe(fixed("table"), value("table", stickTable())),
  maybe(fixed("min-size"), value("min-size", size())),
];

export const filter = (): Value =>
  pattern(
    either(
      [
        fixed("trace"),
        maybe(fixed("name"), value("name", word("NAME"))),
        maybe(fixed("random-forwarding")),
        maybe(fixed("max-fwd"), value("max-fwd", integer())),
        maybe(fixed("hexdump")),
        maybe(fixed("quiet")),
      ],
      [fixed("compression")],
      [fixed("comp-req")],
      [fixed("comp-res")],
      [fixed("spoe"), maybe(fixed("engine"), value("engine", word("NAME"))), fixed("config"), value("file", file())],
      [fixed("cache"), value("cache", refer("cache"))],
      [fixed("fcgi-app"), value("fcgi-app", refer("fcgi-app"))],
      [fixed("bwlim-in"), ...bandwidth],
      [fixed("bwlim-out"), ...bandwidth],
      [fixed("opentracing"), maybe(fixed("id"), value("id", word("NAME"))), fixed("config"), value("file", file())],
      [fixed("otel"), maybe(fixed("id"), value("id", word("NAME"))), fixed("config"), value("file", file())],
      [
        value("name", word("lua.NAME", { pattern: /^lua\./, expected: unknown })),
        maybe(value("arguments", sentence())),
      ],
    ),
  );
