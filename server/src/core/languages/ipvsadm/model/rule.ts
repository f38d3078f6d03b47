/**
 * One line of rules, read as ipvsadm reads it (parse_options and process_options in ipvsadm.c): option after option,
 * with all that it says against it. What the kernel makes of the rule beside the others is `table.ts`.
 */
import type { Statement, Word } from "../../../syntax/ast.ts";
import { fill, text } from "../../../text/localized.ts";
import { nearest } from "../../../text/nearest.ts";
import { type Command, commands, findCommand } from "../schema/commands.ts";
import type { Group, Option } from "../schema/option.ts";
import { findOption, options } from "../schema/options/index.ts";
import { bindNames } from "./bindNames.ts";
import { checkEntry, checkKernel } from "./checkEntry.ts";
import { checkUses } from "./checkUses.ts";
import { isDialect } from "./dialect.ts";
import { type DaemonState, type Draft, type Effect, emptyDraft, type Fault, readNumber } from "./draft.ts";
import { meant, refuse, without } from "./faults.ts";

const messages = {
  noCommand: text(
    'A rule begins with its command, such as "-A": "{0}" is an option',
    '规则以命令开头，例如"-A"："{0}"是选项',
  ),
  notCommand: text('"{0}" is not a command', '"{0}"不是命令'),
  commandNear: text('"{0}" is not a command, did you mean "{1}"?', '"{0}"不是命令，是否想写"{1}"？'),
  second: text('A rule has one command: "{0}" is a second one', '一条规则只有一个命令："{0}"是第二个'),
  unknown: text('Unknown option "{0}"', '未知选项"{0}"'),
  unknownNear: text('Unknown option "{0}", did you mean "{1}"?', '未知选项"{0}"，是否想写"{1}"？'),
  noValue: text('"{0}" takes no value', '"{0}"不带值'),
  twice: text('"{0}" sets what "{1}" has set already', '"{1}"已经设置过，不能再写"{0}"'),
  missing: text('"{0}" lacks its value', '"{0}"缺少值'),
  extra: text('"{0}" belongs to no option', '"{0}"不属于任何选项'),
  comment: text("A comment cannot stand behind a rule", "规则之后不能写注释"),
  three: text('"--set" takes three numbers of seconds', '"--set"须带三个秒数'),
  seconds: text('"{0}" is not within 0–2678400 seconds', '"{0}"不在 0–2678400 秒范围内'),
  state: text('"{0}" is neither "master" nor "backup"', '"{0}"既不是"master"也不是"backup"'),
  leaves: text('"{0}" ends the reading of the rules', '"{0}"会终止读取规则'),
};

export interface RuleLine {
  /** Undefined where the line begins with none. */
  readonly command: Command | undefined;
  readonly head: Word | undefined;
  readonly entry: Draft;
  /** What there is to say, in the order in which ipvsadm would. */
  readonly faults: readonly Fault[];
  /** What becomes of the line by itself. */
  readonly effect: Effect | undefined;
}

const kept = new WeakMap<Statement, RuleLine>();

/** The rule of a statement, read once. */
export function ruleOf(statement: Statement): RuleLine {
  let rule = kept.get(statement);
  if (rule === undefined) {
    rule = readRule(statement.words);
    kept.set(statement, rule);
  }
  return rule;
}

/** Reads the words of a line. */
export function readRule(words: readonly Word[]): RuleLine {
  const draft = emptyDraft();
  const all = words.filter((word) => word.raw !== "ipvsadm" || word.value !== "");
  const [head] = all;
  const command = head === undefined ? undefined : findCommand(head.value);
  if (head !== undefined && command === undefined) noCommand(draft, head);
  if (head !== undefined && command !== undefined) new LineReader(draft, command, head, all).read();
  if (draft.faults.some((fault) => fault.effect !== undefined) && isDialect(all)) {
    draft.faults.splice(
      0,
      Number.POSITIVE_INFINITY,
      ...draft.faults.map((fault) => ({ ...fault, dialect: true as const })),
    );
  }
  const effect = draft.faults.find((fault) => fault.effect !== undefined)?.effect;
  return { command, head, entry: draft, faults: draft.faults, effect };
}

function noCommand(draft: Draft, head: Word): void {
  if (head.unknown === true) draft.certain = false;
  else if (findOption(head.value) !== undefined)
    refuse(draft, "command-missing", head, fill(messages.noCommand, head.raw));
  else {
    const near = meant(
      head,
      commands.flatMap(({ names }) => names),
    );
    const message = near === undefined ? messages.notCommand : messages.commandNear;
    refuse(
      draft,
      "unknown-command",
      head,
      fill(message, head.raw, near?.name ?? ""),
      near === undefined ? [] : [near.mend],
    );
  }
}

class LineReader {
  readonly #draft: Draft;
  readonly #command: Command;
  readonly #head: Word;
  readonly #words: readonly Word[];
  /** Words that are neither options nor their values. */
  readonly #left: Word[] = [];
  #next = 1;

  constructor(draft: Draft, command: Command, head: Word, words: readonly Word[]) {
    this.#draft = draft;
    this.#command = command;
    this.#head = head;
    this.#words = words;
  }

  read(): void {
    const { acts, takes } = this.#command;
    if (acts === "leave") {
      refuse(this.#draft, "leaves", this.#head, fill(messages.leaves, this.#head.raw));
      return;
    }
    if (takes === "value" && !this.#state()) return;
    if (!this.#options()) return;
    if (this.#command.on === "timeouts") this.#timeouts();
    this.#leftover();
    checkUses(this.#draft, this.#command, this.#head);
    checkEntry(this.#draft, this.#command, this.#head);
    checkKernel(this.#draft, this.#command, this.#head);
    bindNames(this.#draft, this.#command);
  }

  /** What `--start-daemon` takes. Without it popt has found no first option, and ipvsadm leaves. */
  #state(): boolean {
    const value = this.#words[this.#next++];
    if (value === undefined) {
      refuse(this.#draft, "missing-value", this.#head, fill(messages.missing, this.#head.raw));
      return false;
    }
    const state = (["master", "backup"] satisfies DaemonState[]).find((one) => one === value.value);
    if (state === undefined && value.unknown !== true) {
      const near = meant(value, ["master", "backup"]);
      refuse(
        this.#draft,
        "daemon-value",
        value,
        fill(messages.state, value.value),
        near === undefined ? [] : [near.mend],
      );
    }
    this.#draft.daemon = state;
    this.#draft.values.push({ name: "state", word: value, data: value.value, token: "enumMember" });
    return true;
  }

  /** Reads options up to one that popt does not know, behind which it reads nothing; whether it came to the end. */
  #options(): boolean {
    let plain = false;
    for (let word = this.#words[this.#next]; word !== undefined; word = this.#words[this.#next]) {
      this.#next++;
      if (!plain && word.value === "--") plain = true;
      else if (plain || word.value === "-" || !word.value.startsWith("-")) this.#left.push(word);
      else if (!this.#option(word)) return false;
    }
    return true;
  }

  #option(word: Word): boolean {
    const option = findOption(word.value);
    if (option === undefined) return this.#noOption(word);
    const draft = this.#draft;
    draft.values.push({ name: option.keyword.name, word, data: true, token: "property", keyword: option.keyword });
    if (option.sets !== undefined) this.#note(option.sets, word);
    const value = this.#value(option, word);
    if (value === undefined && option.takes === "value") {
      draft.faults.push({
        ...at(word),
        code: "missing-value",
        message: fill(messages.missing, word.raw),
        effect: "skips",
      });
      return false;
    }
    if (value !== undefined)
      draft.values.push({ name: option.keyword.name, word: value, data: value.value, token: "string" });
    const before = draft.faults.length;
    option.read(draft, value, word);
    if (value !== undefined) this.#singleDash(word, value, before);
    if (option.sets === "service-address") this.#onlyWhereMade(before);
    return true;
  }

  /** That a name stands for an address or a port is said where the service is added, and not at each of its servers. */
  #onlyWhereMade(before: number): void {
    const { acts, on } = this.#command;
    if (acts === "add" && on === "service") return;
    const { faults } = this.#draft;
    const kept = faults.slice(before).filter(({ severity }) => severity !== "information");
    faults.splice(before, faults.length, ...kept);
  }

  /** Each thing is set once. */
  #note(sets: Group, word: Word): void {
    const first = this.#draft.given.get(sets);
    if (first === undefined) this.#draft.given.set(sets, word);
    else refuse(this.#draft, "repeated-option", word, fill(messages.twice, word.raw, first.raw));
  }

  #value(option: Option, word: Word): Word | undefined {
    const next = this.#words[this.#next];
    if (option.takes === "nothing" || next === undefined) return undefined;
    const isAttached = next.start === word.end;
    if (option.takes === "optional value" && !isAttached && next.value.startsWith("-")) return undefined;
    this.#next++;
    return next;
  }

  /** `-scheduler rr` is `-s` with the value "cheduler": what is wrong with it is the missing dash. */
  #singleDash(word: Word, value: Word, before: number): void {
    const name = `-${word.value}${value.value}`;
    const fault = this.#draft.faults[before];
    const isLong = word.end === value.start && !word.raw.startsWith("--") && findOption(name) !== undefined;
    if (!isLong || fault?.effect === undefined) return;
    const message = fill(messages.unknownNear, name.slice(1), name);
    this.#draft.faults[before] = { ...fault, start: word.start, end: value.end, message };
  }

  #noOption(word: Word): boolean {
    const { faults } = this.#draft;
    const second = findCommand(word.value);
    if (second !== undefined) {
      refuse(this.#draft, "second-command", word, fill(messages.second, word.raw));
      if (second.takes === "value") this.#next++;
      return true;
    }
    if (word.unknown === true) this.#draft.certain = false;
    const [name = ""] = word.value.split("=");
    if (name !== word.value && findOption(name) !== undefined) {
      faults.push({ ...at(word), code: "needless-value", message: fill(messages.noValue, name), effect: "skips" });
      return false;
    }
    // One letter is near to everything.
    const near =
      word.value.length > 2
        ? nearest(
            word.value,
            options.flatMap(({ names }) => names.slice(-1)),
          )
        : undefined;
    const message = fill(near === undefined ? messages.unknown : messages.unknownNear, word.value, near ?? "");
    const mends = near === undefined ? {} : { mends: meantOption(word, near) };
    faults.push({ ...at(word), code: "unknown-option", message, effect: "skips", ...mends });
    return false;
  }

  #timeouts(): void {
    const three = this.#left.splice(0, 3);
    if (three.length < 3) {
      refuse(this.#draft, "invalid-timeout", three.at(-1) ?? this.#head, messages.three);
      return;
    }
    this.#draft.timeouts = three.map((word) => {
      const seconds = readNumber(word.value, 0, 2_678_400);
      this.#draft.values.push({ name: "seconds", word, data: seconds ?? word.value, token: "number" });
      if (seconds === undefined && word.unknown !== true) {
        refuse(this.#draft, "invalid-timeout", word, fill(messages.seconds, word.value));
      }
      return seconds ?? 0;
    });
  }

  #leftover(): void {
    const [first] = this.#left;
    const last = this.#left.at(-1);
    if (first === undefined || last === undefined) return;
    const range = { start: first.start, end: last.end };
    if (first.value.startsWith("#"))
      refuse(this.#draft, "trailing-comment", range, messages.comment, [this.#cut(range)]);
    else refuse(this.#draft, "unexpected-word", first, fill(messages.extra, first.raw));
  }

  /** Takes out what stands at the end, with the blanks before it. */
  #cut(range: { readonly start: number; readonly end: number }) {
    const before = this.#words.findLast((word) => word.end <= range.start);
    return without({ start: before?.end ?? range.start, end: range.end }, "#", "safe");
  }
}

function meantOption(word: Word, near: string) {
  return [{ ...without(word, near), title: fill(text('Replace by "{0}"', '替换为"{0}"'), near), text: near }];
}

function at({ start, end }: Word): { readonly start: number; readonly end: number } {
  return { start, end };
}
