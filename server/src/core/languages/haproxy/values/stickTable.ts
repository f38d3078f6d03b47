/** What follows `stick-table`, and a table's name in `peers` (src/stick_table.c: parse_stick_table). */
import type { Value } from "../../../schema/value.ts";
import { refer } from "../../../schema/values/name.ts";
import { either, fixed, maybe, pattern, value } from "../../../schema/values/pattern.ts";
import { fill, text } from "../../../text/localized.ts";
import { choice } from "./choices.ts";
import { integer } from "./integer.ts";
import { commaSeparated } from "./list.ts";
import { stickTable as tableName } from "./names.ts";
import { size, time } from "./quantity.ts";
import { tableData } from "./tableData.ts";

const missing = text('A stick table needs a "{0}"', '粘性表缺少"{0}"');

const length = maybe(fixed("len"), value("len", integer({ min: 1, refuses: "number" })));

const inAnyOrder = pattern(
  maybe(
    fixed("type"),
    either(
      [fixed("ip")],
      [fixed("ipv4")],
      [fixed("ipv6")],
      [fixed("integer")],
      [fixed("string"), length],
      [fixed("binary"), length],
    ),
  ),
  maybe(fixed("size"), value("size", size({ min: 1 }))),
  maybe(fixed("expire"), value("expire", time())),
  maybe(fixed("nopurge")),
  maybe(fixed("recv-only")),
  maybe(fixed("write-to"), value("write-to", tableName())),
  maybe(fixed("srvkey"), value("srvkey", choice(["name", "addr"]))),
  maybe(fixed("store"), value("store", commaSeparated(tableData()))),
  maybe(fixed("brates-factor"), value("brates-factor", integer({ min: 1, max: 1024, refuses: "number" }))),
  maybe(fixed("peers"), value("peers", refer("peers"))),
);

/** Its settings come in any order, but a type and a size must be among them. */
export function stickTable(): Value {
  return {
    ...inAnyOrder,
    signature: "type TYPE size SIZE [OPTION…]",
    needs: "type TYPE size SIZE",
    match(reader, name) {
      const head = reader.last;
      const words = reader.left();
      inAnyOrder.match(reader, name);
      for (const needed of ["type", "size"]) {
        if (head === undefined || words.some((word) => word.value === needed)) continue;
        reader.report({ code: "missing-value", start: head.start, end: head.end, message: fill(missing, needed) });
      }
    },
  };
}
