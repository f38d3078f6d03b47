/** The lines of track_* blocks, and other lines that begin with an interface or a peer. */
import type { Reader, Scope, Value } from "../../../schema/value.ts";
import { reportChoice } from "../../../schema/values/choice.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill, text } from "../../../text/localized.ts";
import { readHost } from "./endpoint.ts";
import { interfaceName } from "./interface.ts";
import { Line, OptionTable } from "./line.ts";
import { decimal, signed } from "./numbers.ts";
import { readNumber } from "./operands.ts";

const messages = {
  outside: text('"{0}" is not a weight from {1} to {2}', '"{0}"不是 {1} 到 {2} 的权重'),
  reduced: text("The weight {0} is taken as {1}", "权重 {0} 会被当作 {1}"),
  ttlOrder: text(
    "min_ttl {0} is above max_ttl {1}: every packet is dropped",
    "min_ttl {0} 大于 max_ttl {1}，所有报文都会被丢弃",
  ),
  extra: text('Only one word may follow the interface: "{0}" is too much', '接口之后只能有一个单词，"{0}"多余'),
  noDelay: text('"{0}" is not a number of seconds from 0 to 255', '"{0}"不是 0 到 255 的秒数'),
  noDelays: text("Without a delay the line does nothing", "未写延迟时该行不起作用"),
};

const docs = {
  weight: text(
    "Changes the priority instead of going into fault state: up on success if positive, down on failure if negative.",
    "不进入 FAULT 状态，而是调整优先级：为正时成功则增加，为负时失败则减少。",
  ),
  reverse: text("Takes success for failure and failure for success.", "将成功与失败对调。"),
  noreverse: text(
    "Does not take success for failure, whatever the tracker says.",
    "不对调成功与失败，无论被跟踪项如何设置。",
  ),
};

interface Weight {
  readonly min: number;
  readonly max: number;
}

export interface TrackerSettings {
  /** What the name refers to. */
  readonly scope: Scope;
  readonly weight: Weight;
  /** The words that may follow the weight. */
  readonly reverse: readonly string[];
}

/** `NAME [weight N [reverse|noreverse]]`. A weight of 254 for a script is reported as the daemon takes 253. */
export function tracker(settings: TrackerSettings): Value {
  const { scope, weight, reverse } = settings;
  return {
    many: true,
    signature: `${scope.toUpperCase().replaceAll("_", "-")} [weight N [${reverse.join("|")}]]`,
    token: "class",
    refers: scope,
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      reader.bind({ name, word, data: word.value, token: "class", refers: scope });
      readWeight(reader, weight, reverse, scope === "vrrp_script");
    },
    suggest(before, context) {
      if (before.length > 0) return suggestWeight(before, reverse);
      return context.names(scope).map((label) => ({ label, kind: "reference" as const }));
    },
    describe: describeWeight,
  };
}

/** `INTERFACE [weight N [reverse]]`; binds `interface`. */
export function trackedInterface(): Value {
  const name = interfaceName();
  return {
    ...name,
    many: true,
    signature: "INTERFACE [weight N [reverse]]",
    match(reader) {
      name.match(reader, "interface");
      readWeight(reader, { min: -254, max: 254 }, ["reverse"], true);
    },
    suggest: (before) => (before.length === 0 ? [] : suggestWeight(before, ["reverse"])),
    describe: describeWeight,
  };
}

function readWeight(reader: Reader, limits: Weight, reverse: readonly string[], reduced: boolean): void {
  const line = new Line(reader);
  const option = reader.next();
  if (option === undefined) return;
  if (option.value !== "weight") {
    line.unknown(option, ["weight"]);
    while (reader.next() !== undefined);
    return;
  }
  line.bind("weight", option, true, "property");
  const word = line.take(option, `${limits.min}-${limits.max}`);
  if (word === undefined) return;
  const value = signed(word.value);
  line.bind("weight", word, Number(value ?? Number.NaN), "number");
  if (value === undefined || value < limits.min || value > limits.max) {
    line.report(word, fill(messages.outside, word.value, limits.min, limits.max));
  } else if (reduced && (value === 254n || value === -254n)) {
    const instead = value < 0n ? "-253" : "253";
    line.report(word, fill(messages.reduced, word.value, instead), { fixes: [line.replace(word, instead, "safe")] });
  }
  const last = reader.next();
  if (last === undefined) return;
  line.bind("reverse", last, last.value === "reverse", "enumMember");
  if (!reverse.includes(last.value)) reportChoice(reader, last, reverse);
}

function suggestWeight(before: readonly Word[], reverse: readonly string[]): ReturnType<NonNullable<Value["suggest"]>> {
  if (before.length === 1) return [{ label: "weight", doc: docs.weight, kind: "option" }];
  if (before.length !== 3) return [];
  return reverse.map((label) => ({
    label,
    kind: "option" as const,
    doc: label === "reverse" ? docs.reverse : docs.noreverse,
  }));
}

function describeWeight(word: Word): ReturnType<NonNullable<Value["describe"]>> {
  return Object.hasOwn(docs, word.value) ? docs[word.value as keyof typeof docs] : undefined;
}

interface Hops {
  min: number;
  max: number;
  readonly words: Word[];
}

const hopLimits = new OptionTable<Hops>([
  {
    name: "min_ttl",
    value: "0-255",
    doc: text(
      "Drops packets from the peer that come with a lower time to live.",
      "丢弃来自该对端且 TTL 低于此值的报文。",
    ),
    read(line, hops, option) {
      hops.min = readNumber(line, option, "min_ttl", { max: 255 }) ?? hops.min;
      hops.words.push(option);
    },
  },
  {
    name: "max_ttl",
    value: "0-255",
    doc: text(
      "Drops packets from the peer that come with a higher time to live.",
      "丢弃来自该对端且 TTL 高于此值的报文。",
    ),
    read(line, hops, option) {
      hops.max = readNumber(line, option, "max_ttl", { max: 255 }) ?? hops.max;
      hops.words.push(option);
    },
  },
]);

/** `ADDRESS [min_ttl N] [max_ttl N]`; binds `address`. */
export function unicastPeer(): Value {
  return {
    many: true,
    signature: "ADDRESS [min_ttl 0-255] [max_ttl 0-255]",
    token: "number",
    match(reader) {
      const host = readHost(reader, "address");
      const line = new Line(reader);
      const hops: Hops = { min: 0, max: 255, words: [] };
      for (let word = reader.next(); word !== undefined; word = reader.next()) {
        const option = hopLimits.get(word.value);
        if (option !== undefined) {
          hopLimits.read(line, hops, option, word);
          continue;
        }
        line.unknown(word, hopLimits.names());
        reader.next();
      }
      const last = hops.words.at(-1);
      if (host !== undefined && last !== undefined && hops.min > hops.max) {
        line.report(last, fill(messages.ttlOrder, hops.min, hops.max));
      }
    },
    suggest: (before, context) => (before.length === 0 ? [] : hopLimits.suggest(before.slice(1), context)),
    describe: (word) => hopLimits.describe(word),
  };
}

const pollings = ["MII", "ETHTOOL", "IOCTL"];

/** `INTERFACE [MII|ETHTOOL|IOCTL]`; binds `interface` and `type`. */
export function linkbeatInterface(): Value {
  const name = interfaceName();
  return {
    ...name,
    many: true,
    signature: "INTERFACE [MII|ETHTOOL|IOCTL]",
    match(reader) {
      name.match(reader, "interface");
      const word = reader.next();
      if (word === undefined) return;
      reader.bind({ name: "type", word, data: word.value, token: "enumMember" });
      if (!pollings.includes(word.value)) reportChoice(reader, word, pollings);
      const extra = reader.next();
      if (extra === undefined) return;
      new Line(reader).report(extra, fill(messages.extra, extra.value));
      while (reader.next() !== undefined);
    },
    suggest: (before) => (before.length === 1 ? pollings.map((label) => ({ label, kind: "value" as const })) : []),
  };
}

/** `INTERFACE DOWN [UP]`, delays in seconds; binds `interface`, `down` and `up`. */
export function interfaceDelays(): Value {
  const name = interfaceName();
  return {
    ...name,
    many: true,
    signature: "INTERFACE DOWN [UP]",
    unit: "s",
    match(reader) {
      const first = reader.peek();
      name.match(reader, "interface");
      const line = new Line(reader);
      if (reader.peek() === undefined && first !== undefined) {
        line.report(first, messages.noDelays, { code: "missing-value", severity: "warning" });
      }
      for (const which of ["down", "up"]) {
        const word = reader.next();
        if (word === undefined) return;
        const value = decimal(word.value, 6);
        line.bind(which, word, value === undefined ? Number.NaN : Number(value) / 1e6, "number");
        if (value === undefined || value > 255_000_000n) line.report(word, fill(messages.noDelay, word.value));
      }
    },
  };
}
