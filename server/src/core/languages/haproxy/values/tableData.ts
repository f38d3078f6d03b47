/** What a stick table stores with each key (src/stick_table.c: stktable_data_types). */
import { tooNew } from "../../../schema/age.ts";
import type { Value } from "../../../schema/value.ts";
import { fill, text } from "../../../text/localized.ts";
import { nearest } from "../../../text/nearest.ts";
import { atLeast } from "../../../text/version.ts";
import { dataTypes } from "../schema/tableTypes.ts";
import { part } from "../syntax/positions.ts";
import { parseTime } from "../syntax/quantities.ts";

const messages = {
  unknown: text('"{0}" is nothing that a stick table can store', '粘性表不能存储"{0}"'),
  unknownNear: text(
    '"{0}" is nothing that a stick table can store, did you mean "{1}"?',
    '粘性表不能存储"{0}"，是否想写"{1}"？',
  ),
  period: text('"{0}" needs a period, such as {0}(10s)', '"{0}"需要统计周期，例如 {0}(10s)'),
  size: text('"{0}" needs the number of its elements, 1 to 100', '"{0}"需要元素个数（1 到 100）'),
  rates: text(
    '"{0}" needs a number of elements and a period, such as {0}(2,10s)',
    '"{0}"需要元素个数和统计周期，例如 {0}(2,10s)',
  ),
  none: text('"{0}" takes no argument', '"{0}"不带参数'),
};

export function tableData(): Value {
  return {
    signature: "DATA",
    token: "enumMember",
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const [, title = "", argument] = /^([^(]*)(?:\((.*)\)?)?$/s.exec(word.value) ?? [];
      const named = part(word, 0, title.length);
      const found = dataTypes.find((type) => type.name === title);
      const report = (message: ReturnType<typeof fill>) => reader.report({ code: "invalid-value", ...named, message });
      if (found === undefined) {
        const meant = nearest(
          title,
          dataTypes.map((type) => type.name),
        );
        report(meant === undefined ? fill(messages.unknown, title) : fill(messages.unknownNear, title, meant));
      } else {
        const inside = argument?.replace(/\)$/, "");
        if (!atLeast(reader.version, found.since)) report(tooNew(title, found.since, reader.version));
        else if (found.takes === "period" && !isPeriod(inside)) report(fill(messages.period, title));
        else if (found.takes === "size" && !isSize(inside)) report(fill(messages.size, title));
        else if (found.takes === "rates" && !isRates(inside)) report(fill(messages.rates, title));
        else if (found.takes === "nothing" && inside !== undefined) report(fill(messages.none, title));
      }
      reader.bind({
        name,
        word: named,
        data: title,
        token: "enumMember",
        ...(found === undefined ? {} : { keyword: found }),
      });
    },
    suggest: (_before, { version }) =>
      dataTypes
        .filter((type) => atLeast(version, type.since))
        .map((type) => ({
          label: type.name,
          kind: "value" as const,
          keyword: type,
          ...(type.takes === "period" ? { insert: `${type.name}(\${1:10s})` } : {}),
          ...(type.takes === "rates" ? { insert: `${type.name}(\${1:1},\${2:10s})` } : {}),
          ...(type.takes === "size" ? { insert: `${type.name}(\${1:1})` } : {}),
        })),
    describe: (word) => dataTypes.find((type) => type.name === word.value.replace(/\(.*/s, ""))?.doc,
  };
}

function isPeriod(argument: string | undefined): boolean {
  return argument !== undefined && (parseTime(argument).value ?? 0) > 0;
}

function isSize(argument: string | undefined): boolean {
  const number = Number(argument);
  return argument !== undefined && number >= 1 && number <= 100;
}

function isRates(argument: string | undefined): boolean {
  const [elements, period] = argument?.split(",") ?? [];
  return isSize(elements) && isPeriod(period);
}
